package ledger

import (
	"cmp"
	"slices"
	"strings"

	"chancery"
)

// place is an actor in an association; every rung that it stands on there is an entry of its own.
type place struct{ actor, association string }

// ladder holds the rungs of one actor in one association.
type ladder struct {
	place
	rungs map[chancery.Standing]*group // all but the chair
	terms []*group                     // of the chair, in order of time
}

// ladders holds all standings, by place.
type ladders struct {
	byPlace map[place]*ladder
	order   []place
}

// standings groups the claims about standings: one entry for each actor, association and standing,
// and one for each term of a chair. A higher rung ends the lower ones in time and leaves them in the
// record; a withdrawal ends membership.
func (g *gathered) standings(in Input) *ladders {
	all := &ladders{byPlace: map[place]*ladder{}}
	var terms []term
	for _, it := range g.byKind[chancery.KindStanding] {
		association := it.claim.Association
		if association == nil || cmp.Or(association.ID, association.Name) == "" {
			continue // what is it a standing in?
		}
		standing, state := rung(it)
		for _, actor := range it.actors {
			if standing == chancery.StandingChair {
				terms = append(terms, chairTerm(it, actor, state))
				continue
			}
			all.at(actor, association).rung(standing, association).add(it, state)
		}
		if it.claim.Act == "hand-over-chair" && it.claim.Mood.Real() {
			for _, successor := range it.recipients {
				terms = append(terms, chairTerm(it, successor, chancery.StateHeld))
			}
		}
	}
	terms = append(terms, all.addFacts(in)...)
	all.addTerms(terms)
	for _, p := range all.order {
		all.byPlace[p].climb()
	}
	return all
}

func (l *ladders) at(actor string, association *chancery.ActorRef) *ladder {
	p := place{actor, cmp.Or(association.ID, association.Name)}
	if l.byPlace[p] == nil {
		l.byPlace[p] = &ladder{place: p, rungs: map[chancery.Standing]*group{}}
		l.order = append(l.order, p)
	}
	return l.byPlace[p]
}

func (l *ladder) rung(s chancery.Standing, association *chancery.ActorRef) *group {
	if l.rungs[s] == nil {
		l.rungs[s] = l.group(s, association)
	}
	g := l.rungs[s]
	if association.Name != "" && (g.association.Name == "" || association.Name < g.association.Name) {
		g.association = association
	}
	return g
}

func (l *ladder) group(s chancery.Standing, association *chancery.ActorRef, more ...string) *group {
	return &group{kind: chancery.KindStanding, association: association, standing: s, sided: true,
		actors: []string{l.actor}, when: standingWhen,
		key: append([]string{l.actor, l.association, string(s)}, more...)}
}

// rung says which standing a claim is about and what it makes of it. Whoever wishes to join stands on
// the lowest rung, whichever rung is wished for; who is to join is planned to stand on the rung named.
func rung(it *item) (chancery.Standing, chancery.State) {
	c := it.claim
	standing := c.Standing
	if standing == "" {
		standing = cmp.Or(it.act.Standing, chancery.StandingMember)
	}
	state := moodState(c.Mood)
	if c.Act == "hand-over-chair" && c.Mood.Real() {
		return chancery.StandingChair, chancery.StateEnded
	}
	if c.Mood == chancery.MoodWished {
		standing = chancery.StandingInterest
	}
	if c.Mood == chancery.MoodUnderWay {
		state = chancery.StateHeld
	}
	return standing, state
}

// groups lists all groups, in the order of their places and rungs.
func (l *ladders) groups() []*group {
	var groups []*group
	for _, p := range l.order {
		groups = append(groups, l.byPlace[p].ranked()...)
		groups = append(groups, l.byPlace[p].terms...)
	}
	return groups
}

// ranked lists the rungs from the lowest to the highest.
func (l *ladder) ranked() []*group {
	groups := make([]*group, 0, len(l.rungs))
	for _, g := range l.rungs {
		groups = append(groups, g)
	}
	slices.SortFunc(groups, func(a, b *group) int { return a.standing.Rank() - b.standing.Rank() })
	return groups
}

// act is set on the most telling act of a group's claims: the one that changes a standing before the
// one that tells of it, then the first by name.
func (g *group) tellingAct() string {
	best := ""
	for _, p := range g.pieces {
		a := p.claim.Act
		switch {
		case best == "", best == "hold-standing" && a != best:
			best = a
		case a != "hold-standing" && a < best:
			best = a
		}
	}
	if best == "" {
		return "hold-standing"
	}
	return best
}

// moment reports whether the claim's time is the moment at which a standing was gained or lost, and
// not the time over which it is held.
func (p piece) moment() bool { return p.claim.Act != "hold-standing" }

// standingWhen is the time over which a standing is held: from the most precise beginning that a text
// or the register tells, to the end if it has ended. That somebody is a member on the day of a report
// tells no beginning.
func standingWhen(g *group, state chancery.State) chancery.Period {
	var begin, end chancery.Period
	for _, p := range g.sources {
		when := p.claim.When
		if when.IsZero() || !Real(p.state) || !p.span.told && !p.moment() {
			continue
		}
		ends := p.state == chancery.StateEnded
		if p.moment() && ends {
			end = finer(end, when)
			continue
		}
		if !when.Start.IsZero() && !(p.span.day() && !p.moment()) {
			begin = finer(begin, when)
		}
		if ends && !p.moment() && !when.End.IsZero() {
			end = finer(end, chancery.Period{Start: when.End, End: when.End, Precision: when.Precision, Text: when.Text, Basis: when.Basis})
		}
	}
	for _, f := range g.facts {
		if !f.Since.IsZero() {
			begin = finer(begin, registerPeriod(f, f.Since))
		}
		if !f.Until.IsZero() {
			end = finer(end, registerPeriod(f, f.Until))
		}
	}
	for _, s := range g.closing {
		if s.State == chancery.StateEnded && end.IsZero() && s.When.Basis != chancery.BasisReport {
			end = s.When
		}
	}
	whole := begin
	whole.End = chancery.Date{}
	if state == chancery.StateEnded {
		if begin.IsZero() {
			whole = end
			whole.Start = chancery.Date{}
		}
		whole.End = cmp.Or(end.End, end.Start)
		if !whole.Start.IsZero() && whole.End.Before(whole.Start) && !whole.End.IsZero() {
			whole.End = chancery.Date{} // told before it began: a tension, not a period
		}
	}
	return whole
}

// finer prefers what is told to what is only as old as its report, then the narrower, then the
// earlier period.
func finer(a, b chancery.Period) chancery.Period {
	if a.IsZero() {
		return b
	}
	s, t := spanOf(a), spanOf(b)
	if cmp.Or(first(s.told, t.told), cmp.Compare(s.width(), t.width()), cmp.Compare(s.first, t.first),
		strings.Compare(a.Text, b.Text), strings.Compare(string(a.Basis), string(b.Basis))) <= 0 {
		return a
	}
	return b
}

// climb closes the lower rungs of a ladder and settles its acts.
func (l *ladder) climb() {
	ranked := l.ranked()
	for _, g := range append(slices.Clone(ranked), l.terms...) {
		g.act = g.tellingAct()
	}
	for i, lower := range ranked {
		switch lower.standing {
		case chancery.StandingWithdrawn:
			if back := l.lastGain(lower, chancery.StandingMember); back != nil {
				lower.close(*back, chancery.StateEnded)
			}
		case chancery.StandingSuspended, chancery.StandingMember:
		default:
			l.closeBelow(lower, ranked[i+1:])
		}
	}
	for _, held := range ranked {
		switch held.standing {
		case chancery.StandingWithdrawn, chancery.StandingSuspended, chancery.StandingInterest:
			continue
		}
		if gone := l.rungs[chancery.StandingWithdrawn]; gone != nil {
			closeBy(held, gone, chancery.StateEnded)
		}
		if out := l.rungs[chancery.StandingSuspended]; out != nil && held.standing == chancery.StandingMember {
			closeBy(held, out, chancery.StateSuspended)
		}
	}
}

// closeBelow ends a rung with the first higher one that was reached after all that is told of it. A
// rung that is still told of after a higher one was reached stays, and tensions.go says so.
func (l *ladder) closeBelow(lower *group, higher []*group) {
	last := lower.lastTold()
	var found *closing
	for _, h := range higher {
		if h.standing == chancery.StandingSuspended || h.standing == chancery.StandingWithdrawn {
			continue
		}
		step := h.firstHeld()
		if step == nil || reached(step.Step).Before(last) {
			continue
		}
		if found == nil || compareSteps(step.Step, found.Step) < 0 {
			found = step
		}
	}
	if found != nil {
		lower.close(*found, chancery.StateEnded)
	}
}

func closeBy(held, by *group, state chancery.State) {
	step := by.firstHeld()
	if step != nil && !reached(step.Step).Before(held.lastTold()) {
		held.close(*step, state)
	}
}

// lastGain is a gain of the standing after all that is told of the withdrawal.
func (l *ladder) lastGain(gone *group, standing chancery.Standing) *closing {
	member := l.rungs[standing]
	if member == nil {
		return nil
	}
	last := gone.lastTold()
	for _, p := range member.pieces {
		if s := p.step(); p.claim.Act == "gain-standing" && Real(p.state) && effective(s).After(last) {
			return &closing{s, p.own}
		}
	}
	return nil
}

func (g *group) close(by closing, state chancery.State) {
	by.State = state
	g.closing = append(g.closing, by)
}

// reached is the day by which a standing had been reached at the latest: "recently" has two ends.
func reached(s chancery.Step) chancery.Date {
	if s.Act != "hold-standing" && !s.When.End.IsZero() {
		return s.When.End
	}
	return effective(s)
}

// firstHeld is the earliest step by which the group's standing was held.
func (g *group) firstHeld() *closing {
	var found *closing
	for _, p := range g.pieces {
		if p.state != chancery.StateHeld {
			continue
		}
		if s := p.step(); found == nil || compareSteps(s, found.Step) < 0 {
			found = &closing{s, p.own}
		}
	}
	return found
}

// lastTold is the last day for which a claim tells of the group's standing, however weakly.
func (g *group) lastTold() chancery.Date {
	var last chancery.Date
	for _, p := range g.pieces {
		if p.state == chancery.StateDenied || p.state == chancery.StateEnded {
			continue
		}
		if d := effective(p.step()); d.After(last) {
			last = d
		}
	}
	return last
}
