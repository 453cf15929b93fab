package ledger

import (
	"cmp"
	"slices"
	"strings"

	"chancery"
)

// addTensions finds claims that cannot both hold as they stand, and says so on the entries of both.
// Nothing is decided by it: whoever reads the record is shown both passages.
//
// A disagreement inside one entry names no other entry.
func addTensions(groups []*group) {
	places := map[place][]*group{}
	var order []place
	stances := map[string]*group{}
	for _, g := range groups {
		g.denials()
		switch g.kind {
		case chancery.KindEvent:
			g.calledOff()
		case chancery.KindAgreement, chancery.KindTie:
			g.dates()
		case chancery.KindStanding:
			g.dates()
			p := place{g.key[0], g.key[1]}
			if places[p] == nil {
				order = append(order, p)
			}
			places[p] = append(places[p], g)
		case chancery.KindPosition:
			g.reversals(stances)
		}
	}
	for _, p := range order {
		rungsApart(places[p])
	}
	for _, g := range groups {
		slices.SortFunc(g.entry.Tensions, func(a, b chancery.Tension) int {
			return cmp.Or(strings.Compare(a.With, b.With), strings.Compare(a.Why, b.Why))
		})
	}
}

// tension writes down that the one claims and the other ones do not go together.
func (g *group) tension(with *group, why string, one, other []string) {
	listed := func(claims []string) []string {
		claims = slices.Compact(slices.Sorted(slices.Values(claims)))
		return slices.DeleteFunc(claims, func(id string) bool { return id == "" })
	}
	t := chancery.Tension{Why: why, Claims: listed(slices.Concat(one, other)), Other: listed(other)}
	if with != nil {
		t.With = with.entry.ID
	}
	g.entry.Tensions = append(g.entry.Tensions, t)
}

// both shows one tension on two entries.
func both(a, b *group, why string, ofA, ofB []string) {
	a.tension(b, why, ofA, ofB)
	b.tension(a, why, ofB, ofA)
}

// denials: asserted by some, denied by others. A plan may be denied too; but who only demands a thing, wishes it or
// holds it possible does not say that it is so, and is contradicted by nobody's refusal.
func (g *group) denials() {
	e := g.entry
	asserted := slices.Clone(e.For)
	for _, p := range g.pieces {
		switch p.claim.Mood {
		case chancery.MoodDemanded, chancery.MoodWished, chancery.MoodPossible, chancery.MoodConditional:
			asserted = slices.DeleteFunc(asserted, func(id string) bool { return id == p.claim.ID })
		}
	}
	if len(asserted) == 0 || len(e.Against) == 0 {
		return
	}
	g.tension(nil, "It is said by "+count(len(asserted), "passage")+" and denied by "+count(len(e.Against), "passage")+".",
		asserted, e.Against)
}

// calledOff: said to have taken place, and said to have been called off, or put off at a time when it
// should have been over.
func (g *group) calledOff() {
	if g.entry.State != chancery.StateHeld && g.entry.State != chancery.StateUnderWay {
		return
	}
	var held, off []string
	var heldKnown chancery.Date
	word := ""
	for _, p := range g.pieces {
		if Real(p.state) {
			held = append(held, p.claim.ID)
			if heldKnown.IsZero() || p.known.Before(heldKnown) {
				heldKnown = p.known
			}
		}
	}
	for _, p := range g.pieces {
		late := !p.known.IsZero() && p.known.After(heldKnown)
		if p.state == chancery.StateCancelled || p.state == chancery.StatePostponed && late {
			off = append(off, p.claim.ID)
			word = max(word, string(p.state))
		}
	}
	if len(off) > 0 {
		g.tension(nil, "It is said to have taken place, and said to have been "+word+".", held, off)
	}
}

// onceOnly lists the acts that happen to one thing once, so that two days for them cannot both be
// right. Talks, extensions and ratifications by several parties may have many.
var onceOnly = setOf("sign initial establish-relations relations-since gain-standing recognize open-embassy")

// dates: two claims tell days that have nothing in common for what happens once.
func (g *group) dates() {
	var told []piece
	for _, p := range g.pieces {
		if onceOnly[p.claim.Act] && Real(p.state) && p.span.known && p.span.told && p.span.first != farPast {
			told = append(told, p)
		}
	}
	slices.SortFunc(told, func(a, b piece) int {
		return cmp.Or(strings.Compare(a.claim.Act, b.claim.Act), cmp.Compare(a.span.first, b.span.first), strings.Compare(a.claim.ID, b.claim.ID))
	})
	for i := 1; i < len(told); i++ {
		a, b := told[i-1], told[i]
		if a.claim.Act != b.claim.Act || beginning(a).overlaps(beginning(b)) || g.endedBetween(a, b) {
			continue
		}
		g.tension(nil, "Two times are told for it: "+tell(a.claim.When)+" and "+tell(b.claim.When)+".", []string{a.claim.ID}, []string{b.claim.ID})
	}
	for _, p := range told {
		for _, f := range g.facts {
			since := spanOf(registerPeriod(f, f.Since))
			if f.Since.IsZero() || !f.Until.IsZero() || beginning(p).overlaps(since) {
				continue
			}
			g.tension(nil, "A report tells "+tell(p.claim.When)+" for it, and the register "+tell(registerPeriod(f, f.Since))+".", []string{p.claim.ID}, nil)
		}
	}
}

// endedBetween reports whether the thing came to an end between two times, and so could begin again.
func (g *group) endedBetween(a, b piece) bool {
	return slices.ContainsFunc(g.entry.Steps, func(s chancery.Step) bool {
		day := dayNumber(effective(s))
		return s.State == chancery.StateEnded && day >= a.span.first && day <= b.span.first
	})
}

// beginning is the stretch in which something began. "Since 1960" told as an open period began in the
// unit that its precision names.
func beginning(p piece) span {
	s := p.span
	if s.last == farFuture {
		s.last = s.first
		switch p.claim.When.Precision {
		case chancery.PrecisionYear:
			s.last += year - 1
		case chancery.PrecisionMonth:
			s.last += monthDays - 2
		}
	}
	return s
}

// opposite stances on one thing.
var opposite = map[string]string{"support": "oppose", "oppose": "support", "support-bid": "block-bid", "block-bid": "support-bid"}

// reversals: for it and against it. The sentence tells which came later, because a change of mind is
// news and no mistake.
func (g *group) reversals(stances map[string]*group) {
	if opposite[g.act] == "" || g.entry.State != chancery.StateHeld {
		return
	}
	_, rest, _ := strings.Cut(g.key[0], "|")
	stances[g.act+"|"+rest] = g
	other := stances[opposite[g.act]+"|"+rest]
	if other == nil {
		return
	}
	why := names(g.entry.Actors) + " is said to be for it and to be against it."
	if a, b := g.entry.FirstKnown, other.entry.FirstKnown; !a.IsZero() && !b.IsZero() && a != b {
		early, late := g, other
		if b.Before(a) {
			early, late = other, g
		}
		why = names(g.entry.Actors) + " is said to " + early.act + " it in a report of " + date(early.entry.FirstKnown) +
			", and to " + late.act + " it in a report of " + date(late.entry.FirstKnown) + "."
	}
	both(g, other, strings.ReplaceAll(why, "-bid", ""), g.entry.For, other.entry.For)
}
