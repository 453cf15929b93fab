package calendar

// relative reads what is counted from the anchor or from the time spoken of before: "yesterday",
// "last week", "the next two years", "earlier this month", "the following day".
func (p *parser) relative(i int) (meaning, int) {
	if m, end := p.deictic(i); end > i {
		return m, end
	}
	if m, end := p.earlierLater(i); end > i {
		return m, end
	}
	at := p.skipThe(i)
	if l := p.lex(at); l != nil && l.unit >= weekend && !l.is(plural) {
		if m, end := p.weekOf(i); end > i {
			return m, end
		}
		if m, end := p.nextButOne(i); end > i {
			return m, end
		}
	}
	if p.lex(at + 1).is(which) {
		if m, end := p.countedWhich(at); end > at {
			return m, end
		}
	}
	if w := p.word(at); at > i && w == "weekend" && !p.content(at+1) {
		return meaning{op: opUnit, unit: weekend}, at + 1
	}
	l := p.lex(at)
	if p.apart(at) && at > i || !l.is(which) {
		return meaning{}, i
	}
	if m, end := p.whichUnit(at, at > i, l.word, l.offset); end > at {
		return m, end
	}
	if m, end := p.whichName(at, l.offset); end > at {
		return m, end
	}
	return meaning{}, i
}

// deictic reads "today", "yesterday evening", "the day before yesterday".
func (p *parser) deictic(i int) (meaning, int) {
	at := p.skipThe(i)
	if p.word(at) == "day" && (p.next(at+1) == "before" || p.next(at+1) == "after") && p.lex(at+2).is(deictic) {
		switch d := p.lex(at + 2).offset; {
		case p.word(at+1) == "before" && d == -1:
			return meaning{op: opUnit, unit: day, which: -2}, at + 3
		case p.word(at+1) == "after" && d == 1:
			return meaning{op: opUnit, unit: day, which: 2}, at + 3
		}
	}
	l := p.lex(i)
	if !l.is(deictic) || l.word == "tomorrow" && p.word(i-1) == "of" {
		return meaning{}, i // "the leaders of tomorrow"
	}
	if p.capital(i) && !p.sentenceStart(i) && !p.atoms[i].upper {
		return meaning{}, i // "Russia Today"
	}
	return meaning{op: opUnit, unit: day, which: l.offset}, p.skipDayPart(i + 1)
}

// earlierLater reads "earlier this month", "later this year", "earlier on Tuesday", "later today".
func (p *parser) earlierLater(i int) (meaning, int) {
	w := p.word(i)
	if w == "year" && p.next(i+1) == "to" && p.next(i+2) == "date" && p.mark(i+3, '.', ',', ')') {
		return meaning{op: opUpTo, inner: &meaning{op: opUnit, unit: year}}, i + 3
	}
	if w != "earlier" && w != "later" || p.apart(i+1) {
		return meaning{}, i
	}
	at := i + 1
	if n := p.next(at); n == "in" || n == "on" {
		at++
	}
	inner, end := p.innerTime(at)
	if end == at || inner.op == opRange || inner.loose && at == i+1 {
		return meaning{}, i
	}
	if inner.op == opUnit && inner.which == 0 && inner.unit > day {
		o := opUpTo
		if w == "later" {
			o = opFromNow
		}
		return meaning{op: o, inner: &inner}, end
	}
	return inner, end
}

// whichUnit reads what follows "last", "this", "next" at i where it is a unit: "last week", "the
// past two years", "the coming months", "this morning".
func (p *parser) whichUnit(i int, the bool, word string, offset int) (meaning, int) {
	at := i + 1
	if word == "this" && (p.next(at) == "past" || p.next(at) == "coming" || p.next(at) == "last") {
		word, offset = p.word(at), p.lex(at).offset
		at++
	}
	if l := p.lex(at); l.is(dayPart) && !p.apart(at) {
		if word == "this" || (word == "last" && (l.word == "night" || l.word == "evening")) {
			return meaning{op: opUnit, unit: day, which: offset}, at + 1
		}
		return meaning{}, i
	}
	if c, e := p.count(at); e > at && !p.apart(at) {
		if u, end := p.unitName(e, true); end > e && offset != 0 && u >= day {
			m := meaning{op: opWindow, unit: u, count: c.count, few: c.few, andHalf: c.andHalf, which: offset, approximate: c.few || c.ranged}
			return m, p.orSo(end)
		}
	}
	u, end := p.unitName(at, false)
	if end == at || p.apart(at) || u < day || p.capital(end-1) && !p.atoms[end-1].upper {
		return meaning{}, i // "This Week" is a programme
	}
	if p.lex(end - 1).is(plural) {
		if offset == 0 || word == "previous" || word == "following" {
			return meaning{}, i
		}
		return meaning{op: opWindow, unit: u, few: true, count: 5, which: offset, approximate: true}, end
	}
	m, e := p.oneUnit(word, the, offset, u, end, i)
	return p.weekdayAfter(m, e)
}

// oneUnit is a single unit after "last", "the past", "the following", with "after next" and "before
// last" behind it.
func (p *parser) oneUnit(word string, the bool, offset int, u unit, end, i int) (meaning, int) {
	m := meaning{op: opUnit, unit: u, which: offset, hasWhich: true}
	switch {
	case word == "following", word == "preceding", word == "previous" && the, word == "next" && the && u == day:
		m.anaphoric = true
	case word == "past", word == "coming" && the, word == "last" && the, word == "next" && the:
		m = meaning{op: opWindow, unit: u, count: 1, which: offset}
		if u == weekend || u == quarter {
			m = meaning{op: opUnit, unit: u, which: offset}
		}
	case u == day && word == "this":
		m.anaphoric = true
	case u == day && word != "current":
		return meaning{}, i
	case u >= decade && offset != 0:
		m = meaning{op: opWindow, unit: u, count: 1, which: offset}
	}
	return m, p.orSo(end)
}

// whichName reads "last Tuesday", "next March", "this spring" at i.
func (p *parser) whichName(i, offset int) (meaning, int) {
	at := i + 1
	if p.word(i) == "this" && (p.next(at) == "past" || p.next(at) == "coming") {
		offset = p.lex(at).offset
		at++
	} else if w := p.word(i); w == "past" || w == "preceding" {
		return meaning{}, i // "past May Day" is a preposition
	}
	if p.apart(at) {
		return meaning{}, i
	}
	if wd, end := p.weekdayName(at); wd > 0 {
		if p.partOfName(at, end) {
			return meaning{}, i
		}
		if m, e := p.weekdayDate(at); e > at && m.day > 0 {
			return m, e // "this Sunday, March 8"
		}
		m := meaning{op: opDate, weekday: wd, which: offset, hasWhich: true}
		if w := p.word(at - 1); w == "coming" || w == "upcoming" {
			m.unit = day // the nearest one, whatever its week
		}
		return m, p.skipDayPart(end)
	}
	if mon, end := p.monthName(at); mon > 0 {
		m := meaning{op: opDate, month: mon, which: offset, hasWhich: true}
		if d, e := p.dayNumber(end); d > 0 && validDay(0, mon, d) && !p.counts(e) {
			m.day, end = d, e
		}
		return m, end
	}
	if m, end := p.fixed(at); end > at && (m.op == opFeast || m.op == opDate) && !m.hasYearOffset && m.year == 0 {
		m.which, m.hasWhich = offset, true // "last Easter", "this Christmas"
		return m, end
	}
	if l := p.lex(at); l != nil && l.season > 0 {
		if p.capital(at) && p.capital(at+1) {
			return meaning{}, i
		}
		return meaning{op: opSeason, index: l.season, which: offset, hasWhich: true}, at + 1
	}
	return meaning{}, i
}
