package calendar

// extendRange reads the second end of a range after m, which stands from i to end: "12 to 14 May",
// "May 12-14", "July 30 to August 2", "2024-2027", "between 2010 and 2015", "January-March 2025".
func (p *parser) extendRange(m meaning, i, end int) (meaning, int) {
	framed := p.word(i-1) == "from" || p.word(i-1) == "between"
	if !m.canRange() || m.op == opVague && !framed {
		return m, end
	}
	if list, e := p.dayList(m, end); e > end {
		return list, e
	}
	at, joiner := p.joiner(i, end)
	if at == end || p.apart(at) {
		return m, end
	}
	second, e := p.rangeEnd(&m, at, joiner, framed)
	if e == at || !second.canRange() {
		return m, end
	}
	first := m
	framed = framed && second.endsAny() && m.endsAny() || joiner == "through" && m.op == opDate && m.year > 0 && second.year > 0
	if framed && second.op == opDate && second.year == 0 && m.op == opDate && m.year > 0 {
		framed = false
	}
	if ga, gb := m.grain(), second.grain(); !framed && ga != gb && ga != noUnit && gb != noUnit {
		return m, end
	}
	if !inherit(&first, &second) || (joiner == "and" && p.word(i-1) != "between" && !adjacentDays(&first, &second)) {
		return m, end
	}
	return meaning{op: opRange, inner: &first, second: &second, joined: joiner == "and"}, e
}

// canRange reports whether the meaning may be an end of a range.
func (m *meaning) canRange() bool {
	switch m.op {
	case opDate, opSeason, opQuarter, opPart, opYears, opUnit, opFiscal:
		return true
	case opVague:
		return m.low == 0 && m.high == 0 // "now"
	}
	return false
}

// endsAny reports whether the meaning ends a range whatever its other end names: a date, today, now.
func (m *meaning) endsAny() bool {
	return m.op == opDate || m.op == opVague || m.op == opUnit && m.unit == day
}

// joiner reads the word or the dash between the ends of a range. "to" is taken after "from" or where
// the first end is a day, a month or a year; "and" only where the caller checks the ends.
func (p *parser) joiner(i, end int) (at int, word string) {
	if p.mark(end, '-') && !p.apart(end) {
		long := p.atoms[end].end-p.atoms[end].start > 1
		if p.glued(end) == p.glued(end+1) && (p.glued(end) || !long || p.text[p.atoms[end].start:p.atoms[end].end] == "–") {
			return end + 1, "-"
		}
		return end, ""
	}
	switch w := p.next(end); w {
	case "to", "through", "until", "till":
		return end + 1, w
	case "and":
		return end + 1, w
	}
	return end, ""
}

// rangeEnd reads the second end: a time of its own, or a bare day or year that shares what the first
// end says.
func (p *parser) rangeEnd(first *meaning, at int, joiner string, framed bool) (meaning, int) {
	if p.word(at) == "date" && joiner == "to" {
		return meaning{op: opUnit, unit: day}, at + 1 // "from March to date"
	}
	if p.kind(at, numberAtom) && p.plainNumber(at) {
		a := &p.atoms[at]
		if first.op == opDate && first.year > 0 && first.month == 0 && a.digits == 2 && joiner == "-" && p.glued(at) &&
			first.year/100*100+int(a.value) > first.year && !p.counts(at+1) {
			return meaning{op: opDate, year: first.year/100*100 + int(a.value)}, at + 1
		}
	}
	if second, e := p.longest(at); e > at && second.op != opLength && (!second.loose || p.sameSort(first, &second) || framed && first.year > 0 && second.year > 0) {
		second.loose = false
		return second, e
	}
	if d, e := p.dayNumber(at); d > 0 && first.op == opDate && first.month > 0 && first.day > 0 && !p.counts(e) &&
		(joiner != "and" || !p.content(e)) && !(p.content(e) && !p.verbish(e) && joiner == "to") {
		if !validDay(first.year, first.month, d) || d <= first.day {
			return meaning{}, at
		}
		return p.withYear(meaning{op: opDate, month: first.month, day: d}, e)
	}
	return meaning{}, at
}

// sameSort reports whether two dates say the same parts, so that the evidence for one is evidence
// for the other.
func (p *parser) sameSort(a, b *meaning) bool {
	return a.op == b.op && (a.year > 0 && a.month == 0) == (b.year > 0 && b.month == 0)
}

// inherit gives each end of a range the year that only the other one says, and reports whether the
// two make a range at all.
func inherit(a, b *meaning) bool {
	if a.op == opDate && b.op == opDate {
		if a.year > 0 && b.year == 0 && b.month > 0 {
			b.year = a.year
			if b.month < a.month {
				b.year++
			}
		}
		if b.hasYearOffset && !a.hasYearOffset && a.year == 0 && a.month > 0 {
			a.yearOffset, a.hasYearOffset = b.yearOffset, true
		}
	}
	if b.year > 0 && a.year == 0 && !a.hasYearOffset && !a.hasWhich && a.op != opYears && a.op != opUnit && a.op != opPart {
		a.year = b.year
		if a.op == opDate && a.month > b.month && b.month > 0 {
			a.year--
		}
	}
	a.loose, b.loose = a.loose && a.op == opDate && a.year == 0, false
	if a.year > 0 && b.year > 0 {
		return a.year < b.year || a.year == b.year && (a.op != opDate || a.month < b.month || a.month == b.month && a.day < b.day)
	}
	return true
}

// grain is the unit that a meaning names one of; noUnit where it is none in particular.
func (m *meaning) grain() unit {
	switch {
	case m.op == opUnit:
		return m.unit
	case m.op == opVague:
		return noUnit
	case m.op == opDate && (m.day > 0 || m.weekday > 0):
		return day
	case m.op == opDate && m.month > 0:
		return month
	case m.op == opDate:
		return year
	}
	return noUnit
}

// adjacentDays reports whether the ends are two days in a row: "July 17 and 18".
func adjacentDays(a, b *meaning) bool {
	return a.op == opDate && b.op == opDate && a.month > 0 && a.month == b.month && a.day > 0 && b.day == a.day+1 && a.year == b.year
}

// dayRange reads "12-14 May", "12 to 14 May 2025", "12 and 13 May", where the first end is a number
// that only the second end makes a day.
func (p *parser) dayRange(i int) (meaning, int) {
	d, at := p.dayNumber(p.skipThe(i))
	if d == 0 || p.glued(i) && i > 0 && p.kind(i, numberAtom) && !p.mark(i-1, '(', '"', '[') {
		return meaning{}, i
	}
	at, joiner := p.joiner(i, at)
	if joiner == "" || p.apart(at) {
		return meaning{}, i
	}
	m, end := p.dayMonth(at)
	if end == at {
		m, end = p.dayWhichMonth(at)
	}
	if end == at || m.day <= d || m.month > 0 && !validDay(m.year, m.month, d) || (joiner == "and" && m.day != d+1 && p.word(i-1) != "between") {
		return meaning{}, i
	}
	first := m
	first.day = d
	return meaning{op: opRange, inner: &first, second: &m, joined: joiner == "and"}, end
}
