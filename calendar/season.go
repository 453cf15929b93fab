package calendar

// season reads "the autumn of 2024", "spring 2019", "winter 2023-24", "summer last year", "the spring".
func (p *parser) season(i int) (meaning, int) {
	at := p.skipThe(i)
	l := p.lex(at)
	if l == nil || l.season == 0 || (at > i && p.apart(at)) {
		return meaning{}, i
	}
	if p.capital(at) && (p.capital(at-1) && !p.sentenceStart(at)) {
		return meaning{}, i // "Arab Spring"
	}
	m := meaning{op: opSeason, index: l.season}
	m, end := p.withYear(m, at+1)
	if m.year > 0 || m.hasYearOffset {
		return m, p.winterTail(m, end)
	}
	lead := p.word(i - 1)
	if p.capital(at) && p.capital(at+1) || (at == i && lead != "in" && lead != "by" && lead != "until" && lead != "since" && lead != "before" && lead != "into") {
		return meaning{}, i
	}
	if at > i && lead != "into" && lead != "in" && lead != "during" && lead != "by" && lead != "before" && lead != "until" && lead != "over" && lead != "since" && lead != "of" && lead != "after" && lead != "for" {
		return meaning{}, i
	}
	if p.content(at+1) && !p.verbish(at+1) {
		return meaning{}, i // "in the summer residence"
	}
	return m, at + 1
}

// winterTail takes the second year of "winter 2023-24".
func (p *parser) winterTail(m meaning, end int) int {
	if m.index == 4 && p.mark(end, '-', '/') && p.glued(end) && p.plainNumber(end+1) && p.glued(end+1) &&
		int(p.atoms[end+1].value)%100 == (m.year+1)%100 {
		return end + 2
	}
	return end
}

// quarter reads "the second quarter of 2026", "Q3 2025", "third-quarter", "the first half of 2026", "H1 2026".
func (p *parser) quarter(i int) (meaning, int) {
	at := p.skipThe(i)
	for _, r := range []rule{(*parser).shortQuarter, (*parser).firstUnits, (*parser).nthOf} {
		if m, end := r(p, at); end > at {
			return m, end
		}
	}
	owner, at := p.ownerYear(at)
	if owner.year > 0 || owner.hasYearOffset {
		if m, end := p.yearFirst(owner, at); end > at {
			return m, end
		}
		at = p.skipThe(at)
	}
	n, end := p.whichPart(at)
	if owner.year > 0 || owner.hasYearOffset {
		owner.index = n
		switch w := p.next(end); {
		case n >= 1 && n <= 4 && w == "quarter":
			owner.op = opQuarter
			return owner, end + 1
		case n >= 1 && n <= 2 && w == "half":
			owner.op = opHalf
			return owner, end + 1
		}
		return meaning{}, i
	}
	switch w := p.next(end); {
	case n >= 1 && n <= 4 && w == "quarter":
		return p.withYear(meaning{op: opQuarter, index: n}, end+1)
	case n >= 1 && n <= 2 && w == "half":
		if m, e := p.halfOf(n, end+1); e > end+1 {
			return m, e
		}
	}
	return meaning{}, i
}

// yearFirst reads what follows a year in "2025 Q3", "2025-Q3", "2025 H2" and "2016 November".
func (p *parser) yearFirst(owner meaning, i int) (meaning, int) {
	at := i
	if p.mark(at, '-') && p.glued(at) && p.glued(at+1) {
		at++
	}
	if p.apart(at) {
		return meaning{}, i
	}
	m, end := p.partOfYear(at)
	if end == at && at == i {
		if m.month, end = p.monthName(at); m.month > 0 && owner.year > 0 && !p.kind(end, numberAtom) && !p.kind(end, ordinalAtom) &&
			!(ambiguousMonth(m.month) && (m.month == 5 && p.namesMay || p.verbish(end) || !p.eventNear(end) && !p.apart(end) && p.kind(end, wordAtom))) {
			m.op = opDate
		} else {
			return meaning{}, i
		}
	}
	if end == at || m.year > 0 {
		return meaning{}, i
	}
	m.year, m.yearOffset, m.hasYearOffset = owner.year, owner.yearOffset, owner.hasYearOffset
	return m, end
}

// partOfYear reads "Q3" and "H2" without their year.
func (p *parser) partOfYear(i int) (meaning, int) {
	w := p.word(i)
	if w != "q" && w != "h" || !p.capital(i) || !p.kind(i+1, numberAtom) || !p.glued(i+1) {
		return meaning{}, i
	}
	m, limit := meaning{op: opQuarter, index: int(p.atoms[i+1].value)}, 4
	if w == "h" {
		m.op, limit = opHalf, 2
	}
	if m.index < 1 || m.index > limit {
		return meaning{}, i
	}
	return m, i + 2
}

// shortQuarter reads "Q3 2025", "Q3", "H1 2026".
func (p *parser) shortQuarter(i int) (meaning, int) {
	m, end := p.partOfYear(i)
	if end == i {
		return meaning{}, i
	}
	m, end = p.withYear(m, end)
	if m.op == opHalf && m.year == 0 {
		return meaning{}, i
	}
	return m, end
}

// whichPart reads the ordinal before "quarter" or "half", with the hyphen of "third-quarter".
func (p *parser) whichPart(at int) (n, end int) {
	n, end = p.ordinalWord(at)
	if end == at && p.kind(at, ordinalAtom) {
		n, end = int(p.atoms[at].value), at+1
	}
	if p.mark(end, '-') && p.glued(end) {
		end++
	}
	if w := p.word(at); (w == "last" || w == "final") && p.next(at+2) == "of" {
		switch p.next(at + 1) {
		case "quarter":
			return 4, at + 1
		case "half":
			return 2, at + 1
		}
	}
	return n, end
}

// halfOf reads what is halved, at the atom after "half": "2026", "of the year", "of the 1980s".
func (p *parser) halfOf(n, at int) (meaning, int) {
	if m, end := p.withYear(meaning{op: opHalf, index: n}, at); end > at {
		return m, end
	}
	if p.next(at) != "of" {
		return meaning{}, at
	}
	inner, end := p.innerTime(at + 1)
	if end == at+1 || inner.op == opLength {
		return meaning{}, at
	}
	half := "first half"
	if n == 2 {
		half = "second half"
	}
	return meaning{op: opPart, part: half, inner: &inner}, end
}

// ownerYear reads "last year's" or "1988" before a quarter or a half.
func (p *parser) ownerYear(at int) (meaning, int) {
	if l := p.lex(at); l.is(which) && p.next(at+1) == "year" {
		if e := p.possessive(at + 2); e > at+2 {
			return meaning{yearOffset: l.offset, hasYearOffset: true}, e
		}
	}
	if y, e := p.yearNumber(at); e > at {
		return meaning{year: y}, e
	}
	return meaning{}, at
}

// firstUnits reads "first nine months of 1997", "last three months of the year".
func (p *parser) firstUnits(i int) (meaning, int) {
	w := p.word(i)
	if w != "first" && w != "last" && w != "final" {
		return meaning{}, i
	}
	q, at := p.count(i + 1)
	if at == i+1 || q.few || q.andHalf {
		return meaning{}, i
	}
	u, end := p.unitName(at, true)
	if end == at || u < day {
		return meaning{}, i
	}
	inner, e := p.innerTime(end + 1)
	if n := p.next(end); n != "of" && n != "in" || e == end+1 {
		// "in the first nine months" is said of the year.
		if w != "first" || u != month || p.word(i-1) != "the" || n == "of" || n == "after" || n == "since" {
			return meaning{}, i
		}
		inner, e = meaning{op: opUnit, unit: year, hasWhich: true}, end
	}
	if w == "final" {
		w = "last"
	}
	return meaning{op: opPart, part: w, unit: u, count: q.count, inner: &inner}, e
}

// nthOf reads "first week of June", "last days of October", "second Monday of next month".
func (p *parser) nthOf(i int) (meaning, int) {
	n, at := p.ordinalWord(i)
	if w := p.word(i); w == "last" || w == "final" {
		n, at = -1, i+1
	} else if at == i && p.kind(i, ordinalAtom) {
		n, at = int(p.atoms[i].value), i+1
	}
	m := meaning{op: opPart, part: "nth", count: n}
	end := at
	if wd, e := p.weekdayName(at); wd > 0 {
		m.weekday, end = wd, e
	} else if u, e := p.unitName(at, true); e > at && (u == day || u == week || u == month) {
		m.unit, end = u, e
	}
	if at == i || end == at || n == 0 || n > 31 || p.apart(at) {
		return meaning{}, i
	}
	of := end
	if w := p.next(end); w == "of" || w == "in" {
		of++
	} else if !p.lex(end).is(which) {
		return meaning{}, i
	}
	inner, e := p.innerTime(of)
	if e == of || inner.grain() != month && inner.grain() != year {
		return meaning{}, i
	}
	m.few = p.lex(end - 1).is(plural)
	m.inner = &inner
	return m, e
}
