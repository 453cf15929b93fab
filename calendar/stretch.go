package calendar

import (
	"chancery"
)

// shift counts from the anchor, from the inner time, or from the time spoken of before. "Three days
// ago" is a day; "two weeks ago" and "a year ago" are the week and the year that hold the day so far
// away, because news does not count more finely. A guessed count ("several weeks ago") gives the
// whole stretch that it may mean.
func (r *resolver) shift(m *meaning) chancery.Period {
	from, to := chancery.Day(r.anchor), chancery.Day(r.anchor)
	if m.inner != nil {
		forward := *r
		if m.which > 0 && r.tense == unknownTense {
			forward.tense = future // "three days from Monday"
		}
		from = forward.resolve(m.inner)
		to = from
	} else if m.anaphoric && !r.before.IsZero() {
		from, to = r.before, r.before
	}
	base := from.End
	if m.which < 0 || base.IsZero() {
		base = to.Start
	}
	if base.IsZero() || tooFar(m) {
		return chancery.Period{}
	}
	if m.inner != nil && m.unit == day && from.Precision == chancery.PrecisionVague && from.Days() > 0 && from.Days() <= 3 {
		// The eve of a feast is no surer than the feast.
		return span(addUnits(from.Start, day, m.which*m.count, false), addUnits(from.End, day, m.which*m.count, false), chancery.PrecisionVague)
	}
	if m.few {
		low, high := fewRange(m.count)
		if m.unit >= decade {
			high = min(high, 9)
		}
		p := hull(unitAround(addUnits(base, m.unit, m.which*low, false), m.unit), unitAround(addUnits(base, m.unit, m.which*high, false), m.unit))
		p.Precision = chancery.PrecisionVague
		return p
	}
	p := unitAround(m.far(base), m.least())
	if m.inner != nil && m.unit > day && from.Start == from.End {
		p = chancery.Day(m.far(base))
	}
	if m.approximate {
		p = span(addUnits(p.Start, m.unit, -1, false), addUnits(p.End, m.unit, 1, false), chancery.PrecisionVague)
		if m.which > 0 && base == r.anchor && p.Start.Before(base) {
			p.Start = base // what is to come "in a week or so" is not past
		}
	}
	return p
}

// far is the day that lies the whole length of the meaning away.
func (m *meaning) far(from chancery.Date) chancery.Date {
	for part := m; part != nil; part = part.second {
		from = addUnits(from, part.unit, m.which*part.count, part.andHalf)
	}
	return from
}

// least is the smallest unit of a length.
func (m *meaning) least() unit {
	for m.second != nil {
		m = m.second
	}
	return m.unit
}

// tooFar keeps sums inside the calendar that a Date can hold and news can mean.
func tooFar(m *meaning) bool {
	years := map[unit]int{year: 1, decade: 10, century: 100}[m.unit]
	return m.count*years > 9000 || m.count > 20000
}

// fewRange is what a guessed count may mean.
func fewRange(count int) (low, high int) {
	switch count {
	case 2: // a couple
		return 1, 3
	case 4: // a few, several
		return 2, 9
	}
	return 2, 20 // "years ago"
}

// unitAround is the calendar unit that holds the day.
func unitAround(d chancery.Date, u unit) chancery.Period {
	switch u {
	case minute, hour, day:
		return chancery.Day(d)
	case week, weekend, fortnight:
		return weekPeriod(d)
	case month, quarter:
		return monthPeriod(d.Year, int(d.Month))
	}
	return yearPeriod(d.Year)
}

// window is the stretch of units up to the anchor or from it on. Units without a number are vague:
// "the coming weeks" are six weeks, "recent" and "the past" alike.
func (r *resolver) window(m *meaning) chancery.Period {
	count, precision := m.count, chancery.PrecisionRange
	if tooFar(m) {
		return chancery.Period{}
	}
	if m.few {
		_, count = fewRange(m.count)
		if m.count == 5 {
			count = map[unit]int{day: 10, week: 6, month: 6, year: 5, decade: 5, century: 3}[m.unit]
		}
		precision = chancery.PrecisionVague
	}
	if m.unit == quarter && !m.few { // quarters are whole ones: the last two are over, the next two have not begun
		first, last := unitPeriod(r.anchor, quarter, min(m.which, m.which*count)), unitPeriod(r.anchor, quarter, max(m.which, m.which*count))
		return span(first.Start, last.End, chancery.PrecisionRange)
	}
	far := addUnits(r.anchor, m.unit, m.which*count, m.andHalf)
	if m.second != nil {
		far = m.far(r.anchor)
	}
	if m.which < 0 {
		return span(far, r.anchor, precision)
	}
	return span(r.anchor, far, precision)
}

func (r *resolver) vague(m *meaning) chancery.Period {
	p := chancery.Period{Precision: chancery.PrecisionVague}
	if m.low != openEnd {
		p.Start = r.anchor.AddDays(m.low)
	}
	if m.high != openEnd {
		p.End = r.anchor.AddDays(m.high)
	}
	return p
}

// part is a stretch of the inner period. "Early", "mid" and "late" are its thirds; the beginning and
// the end are ten days of a month, two months of a year, and about a sixth of anything else.
func (r *resolver) part(m *meaning) chancery.Period {
	whole := r.resolve(m.inner)
	days := whole.Days()
	if days == 0 {
		return chancery.Period{}
	}
	p := whole
	p.Precision = chancery.PrecisionVague
	third := days / 3
	edge := max(days/6, 1)
	if whole.Precision == chancery.PrecisionMonth {
		third, edge = 10, 10
	}
	switch m.part {
	case "early":
		p.End = boundary(whole, third)
	case "middle", "mid":
		p.Start, p.End = boundary(whole, third).AddDays(1), boundary(whole, 2*third)
	case "late":
		p.Start = boundary(whole, 2*third).AddDays(1)
	case "start":
		p.End = boundary(whole, edge)
	case "end":
		p.Start = boundary(whole, days-edge).AddDays(1)
	case "first":
		p.End, p.Precision = addUnits(whole.Start, m.unit, m.count, false).AddDays(-1), chancery.PrecisionRange
	case "last":
		p.Start, p.Precision = addUnits(whole.End.AddDays(1), m.unit, -m.count, false), chancery.PrecisionRange
	case "nth":
		return r.nth(m, whole)
	case "first half":
		p.End = boundary(whole, days/2)
		p.Precision = chancery.PrecisionHalf
	case "second half":
		p.Start = boundary(whole, days/2).AddDays(1)
		p.Precision = chancery.PrecisionHalf
	case "rest":
		if !r.anchor.IsZero() && whole.Contains(r.anchor) {
			p.Start = r.anchor
		}
	}
	if !p.Within(whole) { // "the last twelve months of the quarter"
		return chancery.Period{}
	}
	return p
}

// nth is the day, the week, the month or the weekday of the inner period that is counted from its
// beginning, or its last one. Weeks of a month are its sevens of days, so they may differ from the
// calendar's by three; "the first days" are a week too.
func (r *resolver) nth(m *meaning, whole chancery.Period) chancery.Period {
	start, end := whole.Start, whole.End
	switch {
	case m.weekday > 0 && m.count > 0:
		ahead := (m.weekday - 1 - int(start.Weekday()) + 7) % 7
		start = start.AddDays(ahead + 7*(m.count-1))
		end = start
	case m.weekday > 0:
		start = end.AddDays(-((int(end.Weekday()) - (m.weekday - 1) + 7) % 7))
		end = start
	case m.unit == month && m.count > 0:
		start = start.AddMonths(m.count - 1)
		end = start.AddMonths(1).AddDays(-1)
	case m.unit == month:
		start = chancery.NewDate(end.Year, end.Month, 1)
	default:
		length := 7
		if m.unit == day && !m.few {
			length = 1
		}
		if m.count > 0 {
			start = start.AddDays(length * (m.count - 1))
			end = start.AddDays(length - 1)
			break
		}
		start = end.AddDays(1 - length)
	}
	precision := map[unit]chancery.Precision{day: chancery.PrecisionDay, week: chancery.PrecisionWeek, month: chancery.PrecisionMonth, noUnit: chancery.PrecisionDay}[m.unit]
	if m.few {
		precision = chancery.PrecisionVague
	}
	if p := span(start, end, precision); p.Within(whole) {
		return p
	}
	return chancery.Period{}
}

// boundary is the last day of the first n days of the period; in a period of whole months it is moved
// to the nearest end of a month.
func boundary(whole chancery.Period, n int) chancery.Date {
	d := whole.Start.AddDays(n - 1)
	if whole.Days() < 80 {
		return d
	}
	end := monthPeriod(d.Year, int(d.Month)).End
	if end.DaysSince(d) > 15 {
		end = chancery.NewDate(d.Year, d.Month, 0)
	}
	return end
}

// between resolves a range: its second end first, since "from Monday to Wednesday" is past as a whole.
func (r *resolver) between(m *meaning) chancery.Period {
	second := r.resolve(m.second)
	first := r.resolve(m.inner)
	if first.IsZero() || second.IsZero() {
		return chancery.Period{}
	}
	for tries := 0; first.Start.After(second.End) && tries < 2; tries++ {
		first, second = r.reorder(m, first, second)
	}
	if first.Start.After(second.End) || second.End.IsZero() {
		return chancery.Period{}
	}
	return span(first.Start, second.End, chancery.PrecisionRange)
}

// reorder moves one end of a range that came out the wrong way round by the week or the year in
// which such ends come round. The first goes back, since a stretch of months or days that is told as to come
// may be under way ("will be shut from August to October" in September); the second goes on where the first
// is today, or where both are weekdays in a clause about the future.
func (r *resolver) reorder(m *meaning, first, second chancery.Period) (chancery.Period, chancery.Period) {
	weekdays := m.inner.op == opDate && m.inner.weekday > 0 && m.inner.day == 0
	move := func(p chancery.Period, n int) chancery.Period {
		if weekdays {
			return span(p.Start.AddDays(7*n), p.End.AddDays(7*n), p.Precision)
		}
		return span(p.Start.AddMonths(12*n), p.End.AddMonths(12*n), p.Precision)
	}
	begun := m.inner.op == opVague || m.inner.op == opUnit || m.inner.absolute()
	if (begun || r.ahead() && weekdays) && !m.second.absolute() {
		return first, move(second, 1)
	}
	if !m.inner.absolute() {
		return move(first, -1), second
	}
	return first, second
}

// same is "that day", "the same year", "at that time": the time spoken of before, widened to the unit.
func (r *resolver) same(m *meaning) chancery.Period {
	if r.before.IsZero() {
		return chancery.Period{}
	}
	if m.unit == noUnit || r.before.Start.IsZero() || r.before.End.IsZero() {
		return r.before
	}
	if m.unit == day && r.before.Days() > 1 {
		return r.before
	}
	return hull(unitPeriod(r.before.Start, m.unit, 0), unitPeriod(r.before.End, m.unit, 0))
}
