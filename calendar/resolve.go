package calendar

import (
	"time"

	"chancery"
)

// resolver turns meanings into periods for one day on which the report may have been written.
type resolver struct {
	anchor chancery.Date
	tense  tense
	// before is the time spoken of last, for what is counted from it.
	before chancery.Period
}

// ahead reports whether the clause looks forward.
func (r *resolver) ahead() bool { return r.tense.isFuture() || r.tense == limit }

func span(start, end chancery.Date, precision chancery.Precision) chancery.Period {
	return chancery.Period{Start: start, End: end, Precision: precision}
}

// resolve gives the period of the meaning, or the zero Period where the anchor does not reach it.
func (r *resolver) resolve(m *meaning) chancery.Period {
	if r.anchor.IsZero() && !m.absolute() && !(m.anaphoric && !r.before.IsZero()) {
		return chancery.Period{}
	}
	switch m.op {
	case opDate:
		return r.date(m)
	case opUnit:
		return r.unit(m)
	case opSeason:
		return r.part12(m, seasonPeriod)
	case opQuarter:
		return r.part12(m, quarterPeriod)
	case opHalf:
		return r.part12(m, halfPeriod)
	case opYears:
		return r.years(m)
	case opFiscal:
		// Fiscal years begin between April of the year before and April of the year that names them.
		return span(chancery.NewDate(m.year-1, 4, 1), chancery.NewDate(m.year+1, 3, 31), chancery.PrecisionYear)
	case opShift:
		return r.shift(m)
	case opWindow:
		return r.window(m)
	case opVague:
		return r.vague(m)
	case opPart:
		return r.part(m)
	case opUpTo:
		p := r.resolve(m.inner)
		return span(p.Start, r.anchor, p.Precision)
	case opFromNow:
		p := r.resolve(m.inner)
		return span(r.anchor, p.End, p.Precision)
	case opRange:
		return r.between(m)
	case opSame:
		return r.same(m)
	case opFeast:
		return r.part12(m, func(year, _ int) chancery.Period { return m.feastIn(year) })
	case opRun:
		return r.run(m)
	case opWeekOf:
		return r.weekOf(m)
	}
	return chancery.Period{}
}

// absolute reports whether the meaning needs no anchor.
func (m *meaning) absolute() bool {
	switch m.op {
	case opDate, opSeason, opQuarter, opHalf, opFeast:
		return m.year > 0
	case opYears, opFiscal:
		return true
	case opPart, opWeekOf, opRun:
		return m.inner.absolute()
	case opRange:
		return m.inner.absolute() && m.second.absolute()
	case opShift:
		return m.inner != nil && m.inner.absolute()
	}
	return false
}

func (r *resolver) years(m *meaning) chancery.Period {
	precision := chancery.PrecisionDecade
	if m.count > 10 {
		precision = chancery.PrecisionRange
	}
	return span(chancery.NewDate(m.year, 1, 1), chancery.NewDate(m.year+m.count-1, 12, 31), precision)
}

func (r *resolver) date(m *meaning) chancery.Period {
	year := m.year
	if m.hasYearOffset {
		year = r.anchor.Year + m.yearOffset
	}
	switch {
	case m.month == 0 && m.day == 0 && m.weekday == 0:
		return yearPeriod(year)
	case m.month == 0 && m.day > 0:
		return r.dayOfMonth(m)
	case m.month == 0:
		return r.weekday(m)
	case m.day > 0 && year > 0:
		if !validDay(year, m.month, m.day) {
			return chancery.Period{}
		}
		return chancery.Day(chancery.NewDate(year, time.Month(m.month), m.day))
	case year > 0:
		return monthPeriod(year, m.month)
	case m.day > 0:
		return r.dayMonth(m)
	}
	return r.month(m)
}

// ahead is how near the coming occurrence of a yearless date must be, and behind how far the last
// one, for a clause that shows no tense to mean the coming one.
const ahead, behind = 92, 200

// tooFarOff and recentDays overrule the future tense: nobody leaves the year out of a date that is
// more than half a year ahead while the last such date is only two months behind.
const tooFarOff, recentDays = 200, 62

// dayMonth puts a day without a year on the calendar: the latest occurrence that is not after the
// anchor, or the coming one in a clause about the future. A day is left for time zones.
func (r *resolver) dayMonth(m *meaning) chancery.Period {
	var last, next chancery.Date
	for y := r.anchor.Year - 9; y <= r.anchor.Year+9; y++ {
		if !validDay(y, m.month, m.day) {
			continue
		}
		d := chancery.NewDate(y, time.Month(m.month), m.day)
		if m.weekday > 0 && int(d.Weekday()) != m.weekday-1 {
			continue
		}
		if !d.After(r.anchor.AddDays(r.slack())) {
			last = d
		} else if next.IsZero() {
			next = d
		}
	}
	if m.weekday > 0 && (last.IsZero() || r.anchor.DaysSince(last) > 366) && (next.IsZero() || next.DaysSince(r.anchor) > 366) {
		m2 := *m
		m2.weekday = 0 // the day of the week is a mistake of the text, or the year is far off
		return r.dayMonth(&m2)
	}
	return chancery.Day(r.choose(m, last, next))
}

// slack is how many days after the anchor still count as past: none for a future clause.
func (r *resolver) slack() int {
	if r.tense == past {
		return 1
	}
	if r.ahead() {
		return -1
	}
	return 0
}

// choose takes the last or the next occurrence of something that comes round.
func (r *resolver) choose(m *meaning, last, next chancery.Date) chancery.Date {
	switch {
	case m.hasWhich && m.which > 0, last.IsZero():
		return next
	case m.hasWhich && m.which < 0, next.IsZero():
		return last
	case m.hasWhich && m.unit == noUnit:
		if last.Year == r.anchor.Year {
			return last
		}
		return next
	case r.tense == limit || r.tense == willed:
		return next
	case r.tense == future && next.DaysSince(r.anchor) > tooFarOff && r.anchor.DaysSince(last) < recentDays:
		return last // "it expects to report in the third quarter", told in October, is the one just over
	case r.tense == future:
		return next
	case r.tense == past:
		return last
	}
	if next.DaysSince(r.anchor) <= ahead && r.anchor.DaysSince(last) > behind {
		return next
	}
	return last
}

// month puts a month without a year on the calendar. The current month counts as the last one,
// unless the words say "last" or "next".
func (r *resolver) month(m *meaning) chancery.Period {
	if m.hasWhich && m.which == 0 {
		return monthPeriod(r.anchor.Year, m.month)
	}
	last := chancery.NewDate(r.anchor.Year, time.Month(m.month), 1)
	if m.month > int(r.anchor.Month) || (m.hasWhich && m.which < 0 && m.month == int(r.anchor.Month)) {
		last = chancery.NewDate(r.anchor.Year-1, time.Month(m.month), 1)
	}
	if !m.hasWhich && r.ahead() && m.month == int(r.anchor.Month) && last.Year == r.anchor.Year {
		return monthPeriod(last.Year, m.month)
	}
	d := r.choose(m, last, chancery.NewDate(last.Year+1, last.Month, 1))
	return monthPeriod(d.Year, m.month)
}

func (r *resolver) unit(m *meaning) chancery.Period {
	if m.anaphoric {
		return r.besideBefore(m)
	}
	if m.unit == weekend && m.which == 0 && !m.hasWhich {
		w := weekendPeriod(r.anchor, 0)
		if !r.ahead() && w.Start.After(r.anchor) {
			w = weekendPeriod(r.anchor, -1)
		}
		return w
	}
	return unitPeriod(r.anchor, m.unit, m.which)
}

// besideBefore is "the following day", "the previous year": next to the time spoken of before, or to
// the anchor where none was.
func (r *resolver) besideBefore(m *meaning) chancery.Period {
	base := r.before
	if base.IsZero() {
		if r.anchor.IsZero() {
			return chancery.Period{}
		}
		base = chancery.Day(r.anchor)
	}
	switch {
	case m.which < 0 && !base.Start.IsZero():
		return unitPeriod(base.Start, m.unit, m.which)
	case m.which > 0 && !base.End.IsZero():
		return unitPeriod(base.End, m.unit, m.which)
	case m.which == 0 && !base.Start.IsZero() && !base.End.IsZero():
		return hull(unitPeriod(base.Start, m.unit, 0), unitPeriod(base.End, m.unit, 0))
	}
	return chancery.Period{}
}

// part12 resolves seasons, quarters and halves, which come round once a year.
func (r *resolver) part12(m *meaning, of func(year, index int) chancery.Period) chancery.Period {
	switch {
	case m.year > 0:
		return of(m.year, m.index)
	case m.hasYearOffset:
		return of(r.anchor.Year+m.yearOffset, m.index)
	}
	current := of(r.anchor.Year, m.index)
	if m.op == opSeason && m.index == 4 && r.anchor.Month <= 2 {
		current = of(r.anchor.Year-1, m.index)
	}
	shift := func(n int) chancery.Period { return of(current.Start.Year+n, m.index) }
	inside := current.Contains(r.anchor)
	switch {
	case m.hasWhich && m.which == 0:
		return current
	case m.hasWhich && m.which < 0:
		if current.End.Before(r.anchor) {
			return current
		}
		return shift(-1)
	case m.hasWhich:
		if current.Start.After(r.anchor) {
			return current
		}
		return shift(1)
	case inside:
		return current
	case current.Start.After(r.anchor):
		return r.either(shift(-1), current)
	}
	return r.either(current, shift(1))
}

// either takes the last or the next occurrence by tense.
func (r *resolver) either(last, next chancery.Period) chancery.Period {
	if r.choose(&meaning{}, last.Start, next.Start) == next.Start {
		return next
	}
	return last
}

// hull is the smallest period that holds both; an open end stays open.
func hull(a, b chancery.Period) chancery.Period {
	if a.IsZero() {
		return b
	}
	if b.IsZero() {
		return a
	}
	h := a
	if b.Start.IsZero() || (!h.Start.IsZero() && b.Start.Before(h.Start)) {
		h.Start = b.Start
	}
	if b.End.IsZero() || (!h.End.IsZero() && b.End.After(h.End)) {
		h.End = b.End
	}
	return h
}
