package chancery

import (
	"fmt"
	"strings"
	"time"
)

// Precision says how finely a period was given, which is not its width: "recently" may span five
// weeks and is vague, "July" spans five weeks and is exact to the month.
type Precision string

// The precisions, from fine to coarse.
const (
	PrecisionDay     Precision = "day"
	PrecisionWeek    Precision = "week"
	PrecisionMonth   Precision = "month"
	PrecisionQuarter Precision = "quarter"
	PrecisionSeason  Precision = "season"
	PrecisionHalf    Precision = "half"
	PrecisionYear    Precision = "year"
	PrecisionDecade  Precision = "decade"
	PrecisionRange   Precision = "range" // from one day to another, both named
	PrecisionVague   Precision = "vague" // "recently", "soon": bounds are ours, and wide
)

// Basis says what a period rests on.
type Basis string

// The bases of a period.
const (
	BasisText      Basis = "text"      // the passage names it
	BasisContext   Basis = "context"   // another passage of the same report names it ("at that time")
	BasisReport    Basis = "report"    // nothing is said: the claim is as old as its report
	BasisDateline  Basis = "dateline"  // read off the dateline or a date header
	BasisPublished Basis = "published" // given beside the text, by the feed or the file
	BasisDerived   Basis = "derived"   // worked out ("65 years of relations" in 2025)
	BasisRegister  Basis = "register"  // a fact of the actors register
	BasisJudgement Basis = "judgement" // a person put it right
)

// Period is a stretch of days, both ends included. An end that is not known is zero: a standing
// "since 2004" has a Start alone.
type Period struct {
	Start     Date      `json:"start,omitzero"`
	End       Date      `json:"end,omitzero"`
	Precision Precision `json:"precision,omitempty"`
	Text      string    `json:"text,omitempty"` // the words that give it, to the byte
	Basis     Basis     `json:"basis,omitempty"`
}

// Day is the period of one day.
func Day(d Date) Period { return Period{Start: d, End: d, Precision: PrecisionDay} }

// IsZero reports whether nothing is known of the period.
func (p Period) IsZero() bool { return p.Start.IsZero() && p.End.IsZero() }

// Contains reports whether the day may lie in the period.
func (p Period) Contains(d Date) bool {
	return !d.IsZero() && !p.IsZero() &&
		(p.Start.IsZero() || !d.Before(p.Start)) && (p.End.IsZero() || !d.After(p.End))
}

// Overlaps reports whether the two periods can share a day. A period of which nothing is known
// overlaps none.
func (p Period) Overlaps(q Period) bool {
	if p.IsZero() || q.IsZero() {
		return false
	}
	if !p.End.IsZero() && !q.Start.IsZero() && p.End.Before(q.Start) {
		return false
	}
	return q.End.IsZero() || p.Start.IsZero() || !q.End.Before(p.Start)
}

// Within reports whether p lies wholly inside q.
func (p Period) Within(q Period) bool {
	if p.IsZero() || q.IsZero() {
		return false
	}
	startOK := q.Start.IsZero() || (!p.Start.IsZero() && !p.Start.Before(q.Start))
	endOK := q.End.IsZero() || (!p.End.IsZero() && !p.End.After(q.End))
	return startOK && endOK
}

// Days is the number of days in the period, or 0 where an end is open.
func (p Period) Days() int {
	if p.Start.IsZero() || p.End.IsZero() {
		return 0
	}
	return p.End.DaysSince(p.Start) + 1
}

// String is "2025-07-17", "2024-01-01..2024-12-31", "2004-05-01.." or "".
func (p Period) String() string {
	switch {
	case p.IsZero():
		return ""
	case p.Start == p.End:
		return p.Start.String()
	}
	return p.Start.String() + ".." + p.End.String()
}

// ParsePeriod reads a day (2006-01-02), a month (2006-01), a year (2006), a stretch between two of
// these ("2006-01..2006-03", "2004.." for one without an end), or nothing for a time that is not known.
func ParsePeriod(s string) (Period, error) {
	s = strings.TrimSpace(s)
	if s == "" {
		return Period{}, nil
	}
	from, to, stretch := strings.Cut(s, "..")
	if !stretch {
		return parseUnit(s)
	}
	p := Period{Precision: PrecisionRange}
	for _, end := range []struct {
		text string
		set  func(Period)
	}{{from, func(u Period) { p.Start, p.Precision = u.Start, u.Precision }}, {to, func(u Period) { p.End, p.Precision = u.End, PrecisionRange }}} {
		if end.text == "" {
			continue
		}
		unit, err := parseUnit(end.text)
		if err != nil {
			return Period{}, err
		}
		end.set(unit)
	}
	if p.IsZero() || !p.End.IsZero() && p.End.Before(p.Start) {
		return Period{}, fmt.Errorf("time %q: it ends before it begins, or has no day at all", s)
	}
	return p, nil
}

func parseUnit(s string) (Period, error) {
	for _, form := range []struct {
		layout        string
		precision     Precision
		months, years int
	}{{time.DateOnly, PrecisionDay, 0, 0}, {"2006-01", PrecisionMonth, 1, 0}, {"2006", PrecisionYear, 0, 1}} {
		t, err := time.Parse(form.layout, strings.TrimSpace(s))
		if err != nil {
			continue
		}
		p := Period{Start: DateOf(t), End: DateOf(t), Precision: form.precision}
		if form.precision != PrecisionDay {
			p.End = DateOf(t.AddDate(form.years, form.months, -1))
		}
		return p, nil
	}
	return Period{}, fmt.Errorf("time %q: want a day as 2006-01-02, a month as 2006-01, a year, or two of them with .. between", s)
}
