package ledger

import (
	"cmp"
	"slices"
	"strings"

	"chancery"
)

// rejoin changes the groups as people decided: what they struck out goes, what is the same is joined, and
// then what is different is parted.
func (r *Rulings) rejoin(groups []*group) []*group {
	if len(r.byClaim) == 0 {
		return groups
	}
	groups = slices.DeleteFunc(groups, func(g *group) bool {
		g.pieces = slices.DeleteFunc(g.pieces, func(p piece) bool {
			d := r.byClaim[p.claim.ID]
			return d != nil && d.struck[g.kind]
		})
		return len(g.pieces) == 0 && len(g.facts) == 0
	})
	if len(r.pairs) == 0 {
		return groups
	}
	slices.SortStableFunc(groups, func(a, b *group) int {
		return cmp.Or(strings.Compare(a.label(), b.label()), strings.Compare(a.firstClaim(), b.firstClaim()))
	})
	for _, p := range r.pairs {
		if p.same {
			groups = p.join(groups)
		}
	}
	for _, p := range r.pairs {
		if !p.same {
			groups = p.part(groups)
		}
	}
	return groups
}

func (g *group) label() string { return string(g.kind) + "\x00" + strings.Join(g.key, "\x00") }

func (g *group) holds(claims map[string]bool) bool {
	return slices.ContainsFunc(g.pieces, func(p piece) bool { return claims[p.claim.ID] })
}

// join makes one group of those that hold claims of both sides, the first by name. Standings are only
// joined on one rung of one place: who holds which standing where is no matter of being the same.
func (p pairing) join(groups []*group) []*group {
	into := map[string]*group{}
	var gone []*group
	for _, g := range groups {
		if g.kind != p.kind || !g.holds(p.sides[0]) && !g.holds(p.sides[1]) {
			continue
		}
		where := ""
		if g.kind == chancery.KindStanding {
			where = strings.Join(g.key[:3], "\x00")
		}
		first := into[where]
		if first == nil {
			into[where] = g
			continue
		}
		first.absorb(g)
		gone = append(gone, g)
	}
	return slices.DeleteFunc(groups, func(g *group) bool { return slices.Contains(gone, g) })
}

// absorb takes over all that another group holds.
func (g *group) absorb(other *group) {
	for _, p := range other.pieces {
		if !slices.ContainsFunc(g.pieces, func(q piece) bool { return q.claim.ID == p.claim.ID && q.state == p.state }) {
			g.pieces = append(g.pieces, p)
		}
	}
	g.closing = append(g.closing, other.closing...)
	g.facts = append(g.facts, other.facts...)
	g.actors, g.recipients = union(g.actors, other.actors), union(g.recipients, other.recipients)
	if g.due.IsZero() {
		g.due = other.due
	}
	if !g.sided || other.sided {
		return
	}
	for _, p := range other.pieces { // of a mutual act, whose sides mean nothing
		g.actors = union(g.actors, slices.DeleteFunc(slices.Clone(p.parties), func(party string) bool {
			return slices.Contains(g.recipients, party)
		}))
	}
}

// part takes the claims of the second side out of the groups that hold claims of both, each into a
// group of its own. What belongs to neither side stays with the first.
func (p pairing) part(groups []*group) []*group {
	var more []*group
	for _, g := range groups {
		if g.kind != p.kind || !g.holds(p.sides[0]) || !g.holds(p.sides[1]) {
			continue
		}
		leaves := func(q piece) bool { return p.sides[1][q.claim.ID] && !p.sides[0][q.claim.ID] }
		out := *g
		out.pieces, out.closing, out.facts = nil, nil, nil
		for _, q := range g.pieces {
			if leaves(q) {
				out.pieces = append(out.pieces, q)
			}
		}
		if len(out.pieces) == 0 {
			continue // one claim is on both sides, and cannot be parted from itself
		}
		g.pieces = slices.DeleteFunc(g.pieces, leaves)
		out.key = append(slices.Clone(g.key), "apart", out.firstClaim())
		for _, half := range []*group{g, &out} {
			half.takeSides()
		}
		more = append(more, &out)
	}
	return append(groups, more...)
}

// takeSides works out who took part in an event of which claims were taken away.
func (g *group) takeSides() {
	if g.kind != chancery.KindEvent || !g.sided {
		return
	}
	g.actors, g.recipients = nil, nil
	for _, p := range g.pieces {
		g.actors, g.recipients = union(g.actors, p.actors), union(g.recipients, p.recipients)
	}
}
