package ledger

import (
	"math"

	"chancery"
)

// span is a period in days, for quick comparison. Both ends are included; an end that is open lies
// at the edge of the calendar.
type span struct {
	first, last int
	known       bool
	// told is false where the text gives no time and the claim is only as old as its report.
	told bool
}

const (
	farPast   = math.MinInt32
	farFuture = math.MaxInt32
)

// dayNumber counts days from 1 January 1970. It is what Date.DaysSince does, without going through
// time.Time for each of millions of comparisons (Howard Hinnant, "chrono-compatible low-level date
// algorithms").
func dayNumber(d chancery.Date) int {
	y, m := d.Year, int(d.Month)
	if m <= 2 {
		y--
	}
	era := y / 400
	if y < 0 {
		era = (y - 399) / 400
	}
	yoe := y - era*400
	doy := (153*((m+9)%12)+2)/5 + d.Day - 1
	return era*146097 + yoe*365 + yoe/4 - yoe/100 + doy - 719468
}

func spanOf(p chancery.Period) span {
	if p.IsZero() {
		return span{}
	}
	s := span{first: farPast, last: farFuture, known: true, told: p.Basis != chancery.BasisReport}
	if !p.Start.IsZero() {
		s.first = dayNumber(p.Start)
	}
	if !p.End.IsZero() {
		s.last = dayNumber(p.End)
	}
	return s
}

func (s span) width() int { return s.last - s.first }

func (s span) day() bool { return s.known && s.first == s.last }

func (s span) overlaps(t span) bool { return s.first <= t.last && t.first <= s.last }

// widen moves both ends outwards.
func (s span) widen(before, after int) span {
	if s.first != farPast {
		s.first -= before
	}
	if s.last != farFuture {
		s.last += after
	}
	return s
}
