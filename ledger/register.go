package ledger

import (
	"cmp"
	"slices"
	"strings"

	"chancery"
)

// addFacts joins the register's standings to those that claims tell of. Terms of a chair are given
// back, to be sorted among the others.
func (l *ladders) addFacts(in Input) []term {
	facts := slices.Clone(in.Facts)
	slices.SortFunc(facts, func(a, b chancery.StandingFact) int {
		return cmp.Or(strings.Compare(a.Actor, b.Actor), strings.Compare(a.Association, b.Association),
			strings.Compare(string(a.Standing), string(b.Standing)), a.Since.Compare(b.Since),
			a.Until.Compare(b.Until), strings.Compare(a.Source, b.Source),
			strings.Compare(string(a.Precision), string(b.Precision)))
	})
	var terms []term
	for _, f := range slices.Compact(facts) {
		if f, ok := known(f, in.KnownOn); ok && f.Actor != "" && f.Association != "" {
			association := &chancery.ActorRef{ID: f.Association}
			if f.Standing == chancery.StandingChair {
				terms = append(terms, term{place: place{f.Actor, f.Association}, association: association,
					fact: &f, span: spanOf(chancery.Period{Start: f.Since, End: f.Until})})
				continue
			}
			g := l.at(f.Actor, association).rung(f.Standing, association)
			g.facts = append(g.facts, f)
		}
	}
	return terms
}

// known cuts a fact down to what had happened by the day.
func known(f chancery.StandingFact, on chancery.Date) (chancery.StandingFact, bool) {
	if on.IsZero() {
		return f, true
	}
	if f.Since.After(on) {
		return f, false
	}
	if f.Until.After(on) {
		f.Until = chancery.Date{}
	}
	return f, true
}

func registerPeriod(f chancery.StandingFact, d chancery.Date) chancery.Period {
	p := chancery.Period{Start: d, End: d, Precision: cmp.Or(f.Precision, chancery.PrecisionDay), Basis: chancery.BasisRegister}
	// The register writes a year as its first day; the period says how much of it is meant.
	switch p.Precision {
	case chancery.PrecisionYear:
		p.Start, p.End = chancery.NewDate(d.Year, 1, 1), chancery.NewDate(d.Year, 12, 31)
	case chancery.PrecisionMonth:
		p.Start, p.End = chancery.NewDate(d.Year, d.Month, 1), chancery.NewDate(d.Year, d.Month+1, 0)
	}
	return p
}

// register names the sources of the facts in the entry. An entry that no claim bears stands as the
// register has it: held, or ended where the register knows an end.
func (g *group) register() {
	e := g.entry
	var sources []string
	lasts := false
	for _, f := range g.facts {
		sources = appendNew(sources, cmp.Or(f.Source, "register"))
		lasts = lasts || f.Until.IsZero()
	}
	e.Register = strings.Join(sources, "; ")
	if slices.ContainsFunc(e.Steps, func(s chancery.Step) bool { return Real(s.State) }) {
		return
	}
	e.State = chancery.StateHeld
	if !lasts {
		e.State = chancery.StateEnded
	}
}
