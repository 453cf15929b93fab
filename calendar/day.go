package calendar

import "chancery"

// bareDay reads "the 17th" where nothing follows that it could count, "the 3rd of this month", "20th of next
// month" and "the 23rd instant".
func (p *parser) bareDay(i int) (meaning, int) {
	at := p.skipThe(i)
	if !p.kind(at, ordinalAtom) || p.apart(at) && at > i || p.atoms[at].value < 1 || p.atoms[at].value > 31 {
		return meaning{}, i
	}
	end := at + 1
	m := meaning{op: opDate, day: int(p.atoms[at].value), loose: true}
	if e, which := p.whichMonth(end); e > end {
		m.which, m.hasWhich, m.unit, m.loose = which, true, month, false
		return m, e
	}
	if p.next(end) == "of" || at == i || p.content(end) || p.mark(end, '-', '\'') || !p.dayLead(i) {
		return meaning{}, i
	}
	switch p.next(end) {
	case "and", "or", "to", "through", "until":
		if p.word(i-1) != "on" {
			return meaning{}, i // "from the 16th to the 18th century"
		}
	}
	return m, end
}

// whichMonth reads the month that a day is said to be of: "of this month", "next month", "instant".
func (p *parser) whichMonth(i int) (end, offset int) {
	if p.next(i) == "instant" {
		return i + 1, 0
	}
	at := i
	if p.next(at) == "of" {
		at = p.skipThe(at + 1)
	}
	if l := p.lex(at); l.is(which) && !p.apart(at) && p.next(at+1) == "month" {
		return at + 2, l.offset
	}
	return i, 0
}

// dayLead reports whether the word before i lets "the 17th" be a day and no place in a row.
func (p *parser) dayLead(i int) bool {
	switch p.word(i - 1) {
	case "on", "by", "until", "till", "since", "from", "for":
		return true
	case "of":
		return p.word(i-2) == "week"
	}
	return false
}

// dayWhichMonth reads the second end of "from 4 to 22 this month".
func (p *parser) dayWhichMonth(i int) (meaning, int) {
	d, end := p.dayNumber(p.skipThe(i))
	if d == 0 {
		return meaning{}, i
	}
	if e, which := p.whichMonth(end); e > end {
		return meaning{op: opDate, day: d, which: which, hasWhich: true, unit: month}, e
	}
	return meaning{}, i
}

// dayList reads days in a row behind the first one: "November 3, 4 and 5".
func (p *parser) dayList(m meaning, i int) (meaning, int) {
	last, at := m.day, i
	if m.op != opDate || m.month == 0 || m.day == 0 || m.year > 0 || m.hasYearOffset {
		return meaning{}, i
	}
	for p.mark(at, ',') && p.plainNumber(at+1) && p.atoms[at+1].digits <= 2 && int(p.atoms[at+1].value) == last+1 && !p.apart(at+1) {
		last, at = last+1, at+2
	}
	if last == m.day || !validDay(0, m.month, last+1) {
		return meaning{}, i
	}
	if p.mark(at, ',') {
		at++
	}
	if p.next(at) != "and" || !p.plainNumber(at+1) || int(p.atoms[at+1].value) != last+1 || p.counts(at+2) || p.content(at+2) && !p.verbish(at+2) {
		return meaning{}, i
	}
	first, second := m, m
	second.day = last + 1
	second, end := p.withYear(second, at+2)
	first.year, first.yearOffset, first.hasYearOffset = second.year, second.yearOffset, second.hasYearOffset
	return meaning{op: opRange, inner: &first, second: &second}, end
}

// dayOfMonth is "the 17th": of the month around the anchor, or of "last month".
func (r *resolver) dayOfMonth(m *meaning) chancery.Period {
	base := r.anchor
	if m.hasWhich {
		base = base.AddMonths(m.which)
	}
	if m.weekday > 0 {
		return r.weekdayOfMonth(m)
	}
	d := chancery.Date{Year: base.Year, Month: base.Month, Day: m.day}
	if !m.hasWhich && !r.ahead() && d.After(r.anchor) {
		base = chancery.NewDate(base.Year, base.Month, 1).AddMonths(-1)
	} else if !m.hasWhich && r.ahead() && d.Before(r.anchor) {
		base = chancery.NewDate(base.Year, base.Month, 1).AddMonths(1)
	}
	if !validDay(base.Year, int(base.Month), m.day) {
		return chancery.Period{}
	}
	return chancery.Day(chancery.NewDate(base.Year, base.Month, m.day))
}

// weekdayOfMonth is "Friday the 13th": the last one or, in a clause about the future, the next.
func (r *resolver) weekdayOfMonth(m *meaning) chancery.Period {
	step := -1
	if r.ahead() {
		step = 1
	}
	month := chancery.NewDate(r.anchor.Year, r.anchor.Month, 1)
	for range 14 {
		d := chancery.NewDate(month.Year, month.Month, m.day)
		over := step < 0 && d.After(r.anchor) || step > 0 && d.Before(r.anchor)
		if d.Month == month.Month && int(d.Weekday()) == m.weekday-1 && !over {
			return chancery.Day(d)
		}
		month = month.AddMonths(step)
	}
	return chancery.Period{}
}

// weekday: "Tuesday" is the latest one not after the anchor, or the coming one in a clause about the
// future; "last Tuesday" the latest before the anchor, "next Tuesday" the one of next week, "this
// Tuesday" and "Tuesday of this week" the one of the anchor's week.
func (r *resolver) weekday(m *meaning) chancery.Period {
	back := (int(r.anchor.Weekday()) - (m.weekday - 1) + 7) % 7
	last := r.anchor.AddDays(-back)
	inWeek := weekPeriod(r.anchor).Start.AddDays((m.weekday + 5) % 7)
	switch {
	case m.hasWhich && m.unit == week:
		return chancery.Day(inWeek.AddDays(7 * m.which))
	case m.hasWhich && m.which < 0 && back == 0:
		return chancery.Day(last.AddDays(-7))
	case m.hasWhich && m.which < 0:
		return chancery.Day(last)
	case m.hasWhich && m.which > 0 && m.unit == day:
		return chancery.Day(last.AddDays(7))
	case m.hasWhich && m.which > 0:
		return chancery.Day(inWeek.AddDays(7))
	case m.hasWhich:
		return chancery.Day(inWeek)
	case r.ahead() && back > 0:
		return chancery.Day(last.AddDays(7))
	}
	return chancery.Day(last)
}
