// Package calendar reads time expressions into periods with an honest width, and works out when an
// undated report was written.
package calendar

import "chancery"

// Expression is a passage that says when: "on July 17", "in the autumn of 2024", "last year",
// "within two weeks", "recently", "for about an hour".
type Expression struct {
	Start, End int    // bytes of the text, without the preposition
	Text       string // those bytes
	Head       int    // the token that the expression hangs on in the tree
	Kind       Kind
	// Period is when, resolved on the anchor. It is zero for durations and for what no anchor reaches
	// ("July 17" where the year is not known).
	Period chancery.Period
	// Years, Months, Days, Hours and Minutes measure a duration, the age that an anniversary gives or
	// the distance that a point is counted by: "65 years", "for about an hour", "two weeks ago".
	// Approximate is true for "about", "nearly".
	Years, Months, Days, Hours, Minutes int
	Approximate                         bool
}

// Began is when that which has lasted for so long, or is so old, began: an anniversary or "65 years
// of cooperation" told in a report of the anchor's date. It is zero where the expression measures
// less than a year, or the anchor has an open end. Whoever celebrates counts in years, so the period
// is one of years too.
func (e Expression) Began(anchor chancery.Period) chancery.Period {
	if e.Years == 0 || (e.Kind != Anniversary && e.Kind != Duration) || anchor.Start.IsZero() || anchor.End.IsZero() {
		return chancery.Period{}
	}
	p := hull(yearPeriod(anchor.Start.Year-e.Years), yearPeriod(anchor.End.Year-e.Years))
	if e.Approximate {
		p = hull(yearPeriod(p.Start.Year-1), yearPeriod(p.End.Year+1))
	}
	p.Text, p.Basis = e.Text, chancery.BasisDerived
	return p
}

// Kind sorts time expressions.
type Kind string

// The kinds of expression.
const (
	Point       Kind = "point"       // a day, a month, a year, a season …
	Duration    Kind = "duration"    // "for two years", "about an hour", "65 years of cooperation"
	Anniversary Kind = "anniversary" // "its first anniversary", "the 65th anniversary of"
	Deadline    Kind = "deadline"    // "by the end of the year", "within two weeks"
	Since       Kind = "since"       // "since 2004": Period has only a Start
	Until       Kind = "until"       // "until 2027": Period has only an End
	Recurring   Kind = "recurring"   // "every year", "annual"
	Anaphoric   Kind = "anaphoric"   // "at that time", "the same day": resolved on what came before
)
