package calendar

import "chancery"

// daySet is a set of days as stretches in order, neither touching nor overlapping. It says when a
// report may have been written.
type daySet []stretch

// stretch runs from its first to its last day, both included; days count from 1900-01-01.
type stretch struct{ first, last int }

// Reports are looked for between these years; a set that reaches the edge is open on that side.
const firstYear, lastYear = 1900, 2100

var dayZero = chancery.NewDate(firstYear, 1, 1)

var lastOfAll = dayNumberOf(chancery.NewDate(lastYear, 12, 31))

func dayNumberOf(d chancery.Date) int { return d.DaysSince(dayZero) }

func allDays() daySet { return daySet{{0, lastOfAll}} }

// daysOf is the set of a period's days; an open end reaches the edge.
func daysOf(p chancery.Period) daySet {
	s := stretch{0, lastOfAll}
	if !p.Start.IsZero() {
		s.first = max(dayNumberOf(p.Start), 0)
	}
	if !p.End.IsZero() {
		s.last = min(dayNumberOf(p.End), lastOfAll)
	}
	if s.first > s.last {
		return nil
	}
	return daySet{s}
}

// add puts a stretch behind all others, joining it to the last one where they touch. Stretches must
// come in order.
func (s daySet) add(first, last int) daySet {
	first, last = max(first, 0), min(last, lastOfAll)
	if first > last {
		return s
	}
	if n := len(s); n > 0 && first <= s[n-1].last+1 {
		s[n-1].last = max(s[n-1].last, last)
		return s
	}
	return append(s, stretch{first, last})
}

func (s daySet) intersect(t daySet) daySet {
	var both daySet
	for i, j := 0, 0; i < len(s) && j < len(t); {
		first, last := max(s[i].first, t[j].first), min(s[i].last, t[j].last)
		if first <= last {
			both = append(both, stretch{first, last})
		}
		if s[i].last < t[j].last {
			i++
		} else {
			j++
		}
	}
	return both
}

// hull is the one stretch from the first to the last day of both sets.
func (s daySet) hull(t daySet) daySet {
	all := append(append(daySet{}, s...), t...)
	if len(all) == 0 {
		return nil
	}
	h := all[0]
	for _, x := range all[1:] {
		h.first, h.last = min(h.first, x.first), max(h.last, x.last)
	}
	return daySet{h}
}

// period is the smallest period that holds the set. Yearly patterns never reach the very edge, so
// the last years on both sides count as open.
func (s daySet) period() chancery.Period {
	if len(s) == 0 {
		return chancery.Period{}
	}
	const edge = 12 * 366
	var p chancery.Period
	if first := s[0].first; first > edge {
		p.Start = dayZero.AddDays(first)
	}
	if last := s[len(s)-1].last; last < lastOfAll-edge {
		p.End = dayZero.AddDays(last)
	}
	if p.IsZero() {
		return p
	}
	p.Precision, p.Basis = chancery.PrecisionRange, chancery.BasisDerived
	if p.Start == p.End {
		p.Precision = chancery.PrecisionDay
	}
	return p
}
