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
	// Years, Months, Days and Hours measure a duration or the age that an anniversary gives: "65
	// years", "for about an hour". Approximate is true for "about", "nearly".
	Years, Months, Days, Hours int
	Approximate                bool
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
