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
	if p.capital(i) && p.capital(i-1) && !p.sentenceStart(i) && !p.atoms[i].upper {
		return meaning{}, i // "Russia Today"
	}
	return meaning{op: opUnit, unit: day, which: l.offset}, p.skipDayPart(i + 1)
}

// earlierLater reads "earlier this month", "later this year", "earlier on Tuesday", "later today".
func (p *parser) earlierLater(i int) (meaning, int) {
	w := p.word(i)
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
	return p.oneUnit(word, the, offset, u, end, i)
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
		if u == weekend {
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
	if l := p.lex(at); l != nil && l.season > 0 {
		if p.capital(at) && p.capital(at+1) {
			return meaning{}, i
		}
		return meaning{op: opSeason, index: l.season, which: offset, hasWhich: true}, at + 1
	}
	return meaning{}, i
}

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
	if w := p.word(at); (w == "q" || w == "h") && p.capital(at) && p.kind(at+1, numberAtom) && p.glued(at+1) {
		m := meaning{op: opQuarter, index: int(p.atoms[at+1].value)}
		limit := 4
		if w == "h" {
			m.op, limit = opHalf, 2
		}
		if m.index < 1 || m.index > limit {
			return meaning{}, i
		}
		m, end := p.withYear(m, at+2)
		if w == "h" && m.year == 0 {
			return meaning{}, i
		}
		return m, end
	}
	if m, end := p.firstUnits(at); end > at {
		return m, end
	}
	if m, end := p.nthOf(at); end > at {
		return m, end
	}
	owner, at := p.ownerYear(at)
	n, end := p.ordinalWord(at)
	if end == at && p.kind(at, ordinalAtom) {
		n, end = int(p.atoms[at].value), at+1
	}
	if p.mark(end, '-') && p.glued(end) {
		end++
	}
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
	if last := p.word(at) == "last" || p.word(at) == "final"; n == 0 && last && p.next(at+2) == "of" {
		switch p.next(at + 1) {
		case "quarter":
			n, end = 4, at+1
		case "half":
			n, end = 2, at+1
		}
	}
	switch w := p.next(end); {
	case n >= 1 && n <= 4 && w == "quarter":
		return p.withYear(meaning{op: opQuarter, index: n}, end+1)
	case n >= 1 && n <= 2 && w == "half":
		m, e := p.withYear(meaning{op: opHalf, index: n}, end+1)
		if e > end+1 {
			return m, e
		}
		if p.next(end+1) != "of" {
			return meaning{}, i
		}
		inner, e := p.innerTime(end + 2)
		if e == end+2 || inner.op == opLength {
			return meaning{}, i
		}
		half := "first half"
		if n == 2 {
			half = "second half"
		}
		return meaning{op: opPart, part: half, inner: &inner}, e
	}
	return meaning{}, i
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
	if at == i || end == at || n == 0 || n > 31 || p.apart(at) || (p.next(end) != "of" && p.next(end) != "in") {
		return meaning{}, i
	}
	inner, e := p.innerTime(end + 1)
	if e == end+1 || inner.grain() != month && inner.grain() != year {
		return meaning{}, i
	}
	m.few = p.lex(end - 1).is(plural)
	m.inner = &inner
	return m, e
}

// part reads "early March", "mid-2026", "late last year", "the end of the year", "year-end".
func (p *parser) part(i int) (meaning, int) {
	if m, end := p.yearEnd(i); end > i {
		return m, end
	}
	at := p.skipThe(i)
	if w := p.word(at); w == "very" {
		at++
	}
	l := p.lex(at)
	if l == nil || l.part == "" || (at > i && p.apart(at)) {
		return meaning{}, i
	}
	end := at + 1
	switch l.part {
	case "early", "late":
		if n := p.next(end); n == "in" || n == "on" {
			end++
		} else if p.mark(end, '-') && p.glued(end) {
			end++
		}
	case "mid":
		if p.mark(end, '-') {
			end++
		}
	default:
		if p.mark(end, '-') && p.glued(end) && l.word == "end" {
			end++
		} else if p.next(end) == "of" {
			end++
		} else {
			return meaning{}, i
		}
	}
	inner, e := p.innerTime(end)
	if e == end || p.apart(end) || inner.op == opVague || inner.op == opLength || inner.op == opPart && l.part != "late" && l.part != "early" {
		return meaning{}, i
	}
	if inner.op == opDate && (inner.day > 0 || inner.weekday > 0) || inner.op == opUnit && inner.unit == day {
		return inner, e // "late on Tuesday" is Tuesday
	}
	return meaning{op: opPart, part: l.part, inner: &inner}, e
}

// yearEnd reads "year-end", "the year's end", "month-end".
func (p *parser) yearEnd(i int) (meaning, int) {
	at := p.skipThe(i)
	u, end := p.unitName(at, false)
	if end == at || u < week || p.lex(at).is(plural) {
		return meaning{}, i
	}
	if p.mark(end, '-') && p.glued(end) {
		end++
	} else if e := p.possessive(end); e > end {
		end = e
	} else if p.next(end) != "end" || u != year || p.word(i) == "the" {
		return meaning{}, i
	}
	if p.next(end) != "end" {
		return meaning{}, i
	}
	inner := meaning{op: opUnit, unit: u}
	m, e := p.withYear(meaning{}, end+1)
	if m.year > 0 {
		inner = meaning{op: opDate, year: m.year}
	}
	return meaning{op: opPart, part: "end", inner: &inner}, e
}

// innerTime reads a time after words that ask for one ("early …", "the end of …"), so that a bare
// year, month or "the year" needs no further evidence.
func (p *parser) innerTime(i int) (meaning, int) {
	if p.apart(i) {
		return meaning{}, i
	}
	at := p.skipThe(i)
	if u, end := p.unitName(at, false); end > at && at > i && u >= day && !p.lex(at).is(plural) {
		return meaning{op: opUnit, unit: u, hasWhich: true, anaphoric: u == day}, end
	}
	for _, r := range []rule{(*parser).date, (*parser).relative, (*parser).season, (*parser).quarter, (*parser).fixed} {
		if m, end := r(p, i); end > i {
			m.loose = false
			return m, end
		}
	}
	if l := p.lex(at); l != nil && l.season > 0 {
		return meaning{op: opSeason, index: l.season}, at + 1
	}
	return meaning{}, i
}

// same reads "the same day", "at that time", "that year", "the day before".
func (p *parser) same(i int) (meaning, int) {
	w := p.word(i)
	at := p.skipThe(i)
	if w == "that" || (at > i && p.word(at) == "same") {
		at++
		if w == "that" && p.next(at) == "same" {
			at++
		}
		if p.apart(at) {
			return meaning{}, i
		}
		if t := p.word(at); t == "time" || t == "moment" {
			if lead := p.word(i - 1); lead == "at" || lead == "since" || lead == "by" || lead == "until" || lead == "before" || lead == "during" {
				return meaning{op: opSame, anaphoric: true}, at + 1
			}
			return meaning{}, i
		}
		if u, end := p.unitName(at, false); end > at && u >= day && !p.lex(at).is(plural) && p.timeSlot(i, end) {
			return meaning{op: opSame, unit: u, anaphoric: true}, end
		}
		if l := p.lex(at); l.is(dayPart) {
			return meaning{op: opSame, unit: day, anaphoric: true}, at + 1
		}
		return meaning{}, i
	}
	if w == "then" {
		if lead := p.word(i - 1); lead == "since" || lead == "by" || lead == "until" {
			return meaning{op: opSame, anaphoric: true}, i + 1
		}
		return meaning{}, i
	}
	if u, end := p.unitName(at, false); at > i && end > at && u >= day && u <= year && !p.lex(at).is(plural) {
		if n := p.next(end); (n == "before" || n == "after") && !p.content(end+1) && p.next(end+1) != "the" && !p.lex(end+1).is(which) {
			which := 1
			if n == "before" {
				which = -1
			}
			return meaning{op: opUnit, unit: u, which: which, anaphoric: true}, end + 1
		}
	}
	return meaning{}, i
}

// timeSlot reports whether an expression from i to end stands where a time does, and not where
// "that year" could be a conjunction with a subject.
func (p *parser) timeSlot(i, end int) bool {
	switch p.word(i - 1) {
	case "in", "on", "during", "by", "of", "later", "earlier", "until", "since", "from", "for", "within":
		return true
	}
	return p.sentenceStart(i) || p.word(i) == "the" || p.mark(end, ',', '.', ';') && p.lex(i-1).is(pastVerb) == false
}
