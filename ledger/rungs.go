package ledger

import (
	"slices"

	"chancery"
)

// rungsApart finds disagreements between the rungs of one actor in one association: said to seek what
// it already has, or to be a member after it left.
func rungsApart(rungs []*group) {
	slices.SortFunc(rungs, func(a, b *group) int { return b.standing.Rank() - a.standing.Rank() })
	for _, lower := range rungs {
		switch lower.standing {
		case chancery.StandingChair, chancery.StandingSuspended, chancery.StandingWithdrawn:
			continue
		}
		for _, higher := range rungs {
			switch {
			case higher.standing == chancery.StandingChair, higher.standing == chancery.StandingSuspended:
				continue
			case higher.standing == chancery.StandingWithdrawn:
				if lower.standing == chancery.StandingMember {
					apart(lower, higher)
				}
				continue
			case higher.standing.Rank() < lower.standing.Rank():
				continue
			}
			if apart(lower, higher) {
				break // the highest rung says it all
			}
		}
	}
}

// apart reports, and notes, that the first standing is told of after the second was reached and while
// it lasted.
func apart(lower, higher *group) bool {
	since, by := higher.since()
	if since.IsZero() {
		return false
	}
	var told []string
	var last piece
	for _, p := range lower.pieces {
		day := effective(p.step())
		if p.state == chancery.StateDenied || p.state == chancery.StateEnded || !day.After(since) || higher.endedBefore(day) {
			continue
		}
		if lower == higher && Real(p.state) {
			continue
		}
		told = append(told, p.claim.ID)
		if last.item == nil || day.After(effective(last.step())) {
			last = p
		}
	}
	if len(told) == 0 {
		return false
	}
	why := names(lower.entry.Actors) + " is told to " + been(higher) + " " + association(lower) + " by " + date(since) + ", and on " +
		date(effective(last.step())) + " is said to " + wants(last, lower.standing) + "."
	if lower == higher {
		lower.tension(nil, why, told, []string{by})
		return true
	}
	both(lower, higher, why, told, []string{by})
	return true
}

// since is the earliest day by which the standing had been reached, and the claim that tells it; the
// claim is empty for a fact of the register.
func (g *group) since() (chancery.Date, string) {
	var day chancery.Date
	claim := ""
	for _, p := range g.pieces {
		if p.state != chancery.StateHeld {
			continue
		}
		d := reached(p.step())
		if !d.IsZero() && (day.IsZero() || d.Before(day) || d == day && p.claim.ID < claim) {
			day, claim = d, p.claim.ID
		}
	}
	for _, f := range g.facts {
		if d := f.Since; !d.IsZero() && (day.IsZero() || d.Before(day)) {
			day, claim = spanEnd(f), ""
		}
	}
	return day, claim
}

func spanEnd(f chancery.StandingFact) chancery.Date { return registerPeriod(f, f.Since).End }

func (g *group) endedBefore(day chancery.Date) bool {
	if g.entry.State != chancery.StateEnded {
		return false
	}
	if end := g.entry.When.End; !end.IsZero() {
		return end.Before(day)
	}
	return slices.ContainsFunc(g.entry.Steps, func(s chancery.Step) bool {
		return s.State == chancery.StateEnded && !effective(s).After(day)
	})
}

// been words the standing that was reached.
func been(g *group) string {
	switch g.standing {
	case chancery.StandingWithdrawn:
		return "have left"
	case chancery.StandingInterest:
		return "have shown interest in"
	}
	return "have become " + article(string(g.standing)) + " of"
}

// wants words what is said later.
func wants(p piece, s chancery.Standing) string {
	switch {
	case p.state == chancery.StatePlanned:
		return "be about to become " + article(string(s))
	case s == chancery.StandingInterest:
		return "want contacts with it or a place in it"
	case p.state == chancery.StateHeld:
		return "be " + article(string(s)) + " of it"
	}
	return "be, perhaps or by wish, " + article(string(s)) + " of it"
}

func association(g *group) string {
	if a := g.entry.Association; a != nil {
		if a.Name != "" {
			return "the " + a.Name
		}
		return a.ID
	}
	return "the association"
}
