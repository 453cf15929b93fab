// Package export writes what the record holds for people who load it elsewhere.
//
// Every row says on which claim it rests: the claim's id, its report and publisher, who says so, and the passage with
// its offsets in bytes of the report's text. What a person rejected is left out, and what a person put right is written
// as it was put right, with the ids of the judgements.
package export

import (
	"cmp"
	"strings"

	"chancery"
	"chancery/query"
)

// Happened reports whether event data may hold a claim of that mood: it tells of what took place or is taking place.
func Happened(m chancery.Mood) bool { return m == chancery.MoodOccurred || m == chancery.MoodUnderWay }

// speakers is who says so, from the innermost speaker outwards.
func speakers(chain []chancery.Speaker) string {
	names := make([]string, len(chain))
	for i, s := range chain {
		names[i] = s.Name
	}
	return strings.Join(names, " < ")
}

// timeOf is the time that event data gives a claim: that of the act, or where the report does not tell it the time
// in which the report was published.
func timeOf(h query.Holding) chancery.Period {
	if !h.Claim.When.IsZero() {
		return h.Claim.When
	}
	when := h.Report.Published
	when.Basis, when.Text = chancery.BasisReport, ""
	return when
}

// dayOf is the first day of a period, or its last where that alone is known.
func dayOf(p chancery.Period) string { return cmp.Or(p.Start, p.End).String() }
