package calendar

// date reads what names a day, a month, a year, a decade or a century of the calendar, and weekdays.
func (p *parser) date(i int) (meaning, int) {
	if m, end := p.numeric(i); end > i {
		return m, end
	}
	if m, end := p.weekdayDate(i); end > i {
		return m, end
	}
	if m, end := p.monthDay(i); end > i {
		return p.trailingWeekday(m, end)
	}
	if m, end := p.dayMonth(i); end > i {
		return p.trailingWeekday(m, end)
	}
	if m, end := p.monthAlone(i); end > i {
		return m, end
	}
	if m, end := p.years(i); end > i {
		return m, end
	}
	return p.bareDay(i)
}

// numeric reads 2025-11-20, 2025/11/20, 20.11.2025, and 20/11/2025 or 11/20/2025 where only one
// reading is a date. With dots the day comes first everywhere.
func (p *parser) numeric(i int) (meaning, int) {
	if !p.plainNumber(i) || !p.mark(i+1, '-', '/', '.') || !p.plainNumber(i+2) || !p.plainNumber(i+4) ||
		p.atoms[i+1].mark != p.markByte(i+3) {
		return meaning{}, i
	}
	for k := i + 1; k <= i+4; k++ {
		if !p.glued(k) {
			return meaning{}, i
		}
	}
	if (p.kind(i+5, markAtom) && p.glued(i+5) && p.kind(i+6, numberAtom) && p.glued(i+6) && !p.mark(i+5, ':')) ||
		(i > 0 && p.glued(i) && !p.mark(i-1, '(', '[', '"', ',')) {
		return meaning{}, i
	}
	a, b, c := int(p.atoms[i].value), int(p.atoms[i+2].value), int(p.atoms[i+4].value)
	separator := p.atoms[i+1].mark
	m := meaning{op: opDate}
	switch {
	case p.atoms[i].digits == 4:
		m.year, m.month, m.day = a, b, c
	case p.atoms[i+4].digits != 4:
		return meaning{}, i
	case separator == '.' || (a > 12 && b <= 12) || a == b:
		m.year, m.month, m.day = c, b, a
	case b > 12 && a <= 12:
		m.year, m.month, m.day = c, a, b
	default:
		return meaning{}, i
	}
	if !plausibleYear(m.year) || !validDay(m.year, m.month, m.day) {
		return meaning{}, i
	}
	return m, i + 5
}

func (p *parser) markByte(i int) byte {
	if !p.kind(i, markAtom) {
		return 0
	}
	return p.atoms[i].mark
}

// plainNumber reports whether atom i is digits without separators.
func (p *parser) plainNumber(i int) bool {
	return p.kind(i, numberAtom) && !p.atoms[i].grouped && p.atoms[i].value >= 0
}

func plausibleYear(y int) bool { return y >= 1500 && y <= 2100 }

// validDay checks a day of a month; a year that is not known counts as a leap year.
func validDay(y, m, d int) bool {
	if m < 1 || m > 12 || d < 1 {
		return false
	}
	if y == 0 {
		y = 2024
	}
	return d <= lastDay(y, m)
}

// monthName reads the name of a month and says where it ends. Lower case is taken for months whose
// name is no other word.
func (p *parser) monthName(i int) (month, end int) {
	l := p.lex(i)
	if l == nil || l.month == 0 {
		return 0, i
	}
	if !p.capital(i) && (l.is(shortName) || l.month == 3 || l.month == 5 || l.month == 8) {
		return 0, i
	}
	end = i + 1
	if l.is(shortName) && p.mark(end, '.') && p.glued(end) {
		end++
	}
	return l.month, end
}

// dayNumber reads "17", "17th", "seventeenth", "twenty-first" as a day of a month.
func (p *parser) dayNumber(i int) (day, end int) {
	if i >= len(p.atoms) || p.atoms[i].apart {
		return 0, i
	}
	a := &p.atoms[i]
	switch a.kind {
	case numberAtom, ordinalAtom:
		if a.digits <= 2 && a.value >= 1 && a.value <= 31 && !a.grouped {
			return int(a.value), i + 1
		}
	case wordAtom:
		if n, end := p.ordinalWord(i); end > i && n <= 31 {
			return n, end
		}
	}
	return 0, i
}

// ordinalWord reads "third", "twenty-first".
func (p *parser) ordinalWord(i int) (n, end int) {
	l := p.lex(i)
	if l == nil {
		return 0, i
	}
	if l.number >= 20 && p.mark(i+1, '-') && p.lex(i+2) != nil {
		if o := p.lex(i + 2).ordinal; o > 0 && o < 10 {
			return l.number + o, i + 3
		}
	}
	if l.ordinal > 0 {
		return l.ordinal, i + 1
	}
	return 0, i
}

// monthDay reads "July 17", "July 17th, 2025", "Nov. 20 last year", "July the 17th".
func (p *parser) monthDay(i int) (meaning, int) {
	mon, at := p.monthName(i)
	if mon == 0 {
		return meaning{}, i
	}
	d, end := p.dayNumber(p.skipThe(at))
	if d == 0 || !validDay(0, mon, d) || p.counts(end) {
		return meaning{}, i
	}
	if p.kind(at, wordAtom) && p.word(at) != "the" && p.lex(at).ordinal > 0 && p.content(end) {
		return meaning{}, i // "May first lady"
	}
	if p.mark(end, ':') && p.glued(end) && p.kind(end+1, numberAtom) && p.glued(end+1) {
		return meaning{}, i
	}
	m := meaning{op: opDate, month: mon, day: d}
	return p.withYear(m, end)
}

// counts reports whether what stands at i makes the number before it a count or a decimal.
func (p *parser) counts(i int) bool {
	if p.apart(i) {
		return false
	}
	if p.mark(i, '%') || (p.mark(i, '.') && p.glued(i) && p.kind(i+1, numberAtom) && p.glued(i+1)) {
		return true
	}
	return p.lex(i).is(measured)
}

// dayMonth reads "17 July 2025", "the 17th of July", "first of May".
func (p *parser) dayMonth(i int) (meaning, int) {
	if p.kind(i, numberAtom) && i > 0 && p.glued(i) && !p.mark(i-1, '(', '[', '"', '-', ',', '/') {
		return meaning{}, i
	}
	d, at := p.dayNumber(p.skipThe(i))
	if d == 0 {
		return meaning{}, i
	}
	if p.next(at) == "of" {
		at++
	} else if p.mark(at, '-') && p.glued(at) && p.glued(at+1) {
		at++ // 17-July-2025
	}
	if p.apart(at) {
		return meaning{}, i
	}
	mon, end := p.monthName(at)
	if mon == 0 || !validDay(0, mon, d) {
		return meaning{}, i
	}
	if p.lex(i) != nil && p.lex(i).ordinal > 0 && p.next(at-1) != "of" {
		return meaning{}, i // "second March"
	}
	if p.mark(end, '-') && p.glued(end) && p.plainNumber(end+1) && p.atoms[end+1].digits == 4 {
		end++
	}
	if p.plainNumber(end) && p.atoms[end].digits == 2 && p.kind(end-1, wordAtom) && p.atoms[end-1].upper && p.mark(end+1, '(', '.', ',', ')') && !p.apart(end) {
		return meaning{op: opDate, month: mon, day: d, year: shortYear(int(p.atoms[end].value))}, end + 1 // "22 DEC 89"
	}
	return p.withYear(meaning{op: opDate, month: mon, day: d}, end)
}

// withYear reads a year after a day and a month: ", 2025", "2025", "of 2025", "'97", "last year",
// "of this year".
func (p *parser) withYear(m meaning, end int) (meaning, int) {
	at := end
	if p.mark(at, ',') && !p.apart(at+1) {
		at++
	} else if p.next(at) == "of" || p.next(at) == "in" {
		at++
	}
	comma := at > end
	if y, e := p.yearNumber(at); e > at && !p.counts(e) && validDay(y, max(m.month, 1), max(m.day, 1)) {
		m.year = y
		return m, e
	}
	if p.mark(end, '\'') && p.kind(end+1, numberAtom) && p.glued(end+1) && p.atoms[end+1].digits == 2 {
		m.year = shortYear(int(p.atoms[end+1].value))
		return m, end + 2
	}
	if y, e := p.eraYear(at); comma && e > at {
		m.year = y
		return m, e
	}
	at = p.skipThe(at)
	if l := p.lex(at); l.is(which) && !p.apart(at) && p.next(at+1) == "year" && (!comma || !p.mark(end, ',')) {
		m.yearOffset, m.hasYearOffset = l.offset, true
		return m, at + 2
	}
	return m, end
}

// weekdayName reads the name of a day of the week. Short names need a full stop or a date after them.
func (p *parser) weekdayName(i int) (weekday, end int) {
	l := p.lex(i)
	if l == nil || l.weekday == 0 || l.is(plural) {
		return 0, i
	}
	if !l.is(shortName) {
		return l.weekday, i + 1
	}
	if !p.capital(i) {
		return 0, i
	}
	end = i + 1
	if p.mark(end, '.') && p.glued(end) {
		end++
	}
	at := end
	if p.mark(at, ',') {
		at++
	}
	if mon, e := p.monthName(at); mon > 0 && p.kind(e, numberAtom) {
		return l.weekday, end
	}
	if d, e := p.dayNumber(at); d > 0 && p.kind(at, numberAtom) {
		if mon, _ := p.monthName(e); mon > 0 {
			return l.weekday, end
		}
	}
	return 0, i
}

// weekdayDate reads "Tuesday", "Tuesday, March 4, 2025", "Tuesday (4 March)", "Tuesday of last week",
// "Tuesday morning".
func (p *parser) weekdayDate(i int) (meaning, int) {
	wd, end := p.weekdayName(i)
	if wd == 0 || p.partOfName(i, end) {
		return meaning{}, i
	}
	at := end
	open := p.mark(at, '(')
	if open || p.mark(at, ',') {
		at++
	}
	if p.next(at) == "the" || p.next(at) == "on" {
		at++
	}
	if !p.apart(at) {
		m, e := p.monthDay(at)
		if e == at {
			m, e = p.dayMonth(at)
		}
		if e > at && (!open || p.mark(e, ')')) {
			m.weekday = wd
			if open {
				e++
				m, e = p.withYear(m, e)
			}
			return m, e
		}
		if d, e := p.dayNumber(at); p.next(at-1) == "the" && d > 0 && !p.kind(at, numberAtom) && !p.content(e) {
			return meaning{op: opDate, weekday: wd, day: d}, e
		}
	}
	m := meaning{op: opDate, weekday: wd}
	at = end
	if p.next(at) == "of" || p.next(at) == "in" {
		at++
	}
	if l := p.lex(at); l.is(which) && !p.apart(at) && p.next(at+1) == "week" {
		return meaning{op: opDate, weekday: wd, which: l.offset, hasWhich: true, unit: week}, at + 2
	}
	return m, p.skipDayPart(end)
}

// skipDayPart takes "morning" after a day.
func (p *parser) skipDayPart(i int) int {
	if p.lex(i).is(dayPart) && !p.apart(i) {
		return i + 1
	}
	return i
}

// partOfName reports whether the weekday at i belongs to a name: "Black Friday", "Sunday Times".
func (p *parser) partOfName(i, end int) bool {
	switch p.word(i - 1) {
	case "good", "black", "bloody", "easter", "ash", "palm", "holy":
		return p.capital(i - 1)
	}
	switch p.next(end) {
	case "times", "telegraph", "mirror", "express", "post", "mail":
		return p.capital(end)
	}
	return false
}

// trailingWeekday reads "(Tuesday)" after a date.
func (p *parser) trailingWeekday(m meaning, end int) (meaning, int) {
	if p.mark(end, '(') && p.mark(end+2, ')') {
		if wd, e := p.weekdayName(end + 1); wd > 0 && e == end+2 {
			m.weekday = wd
			return m, end + 3
		}
	}
	return m, end
}

// monthAlone reads "July 2025", "July last year", "July".
func (p *parser) monthAlone(i int) (meaning, int) {
	mon, end := p.monthName(i)
	if mon == 0 || p.plainNumber(i-1) && p.atoms[i-1].digits <= 2 && !p.atoms[i].apart {
		return meaning{}, i // "30 February 2024" is no day, and no month either
	}
	m, e := p.withYear(meaning{op: opDate, month: mon}, end)
	if e > end {
		return m, e
	}
	m.loose = true
	return m, end
}
