package calendar

// leadBefore says what the words before atom i make of an expression that begins there.
func (p *parser) leadBefore(i int) lead {
	switch p.word(i - 1) {
	case "in", "into", "on", "at", "during", "throughout", "over":
		if w := p.word(i - 2); w == "starting" || w == "beginning" || w == "effective" {
			return sinceLead
		}
		return atLead
	case "for", "to":
		if p.word(i-1) == "to" && p.word(i-2) == "up" {
			return untilLead
		}
		if p.word(i-1) == "to" && p.word(i-2) == "prior" {
			return beforeLead
		}
		return forLead
	case "since", "starting", "beginning", "effective":
		return sinceLead
	case "until", "till", "through":
		return untilLead
	case "by":
		return byLead
	case "than":
		if w := p.word(i - 2); w == "later" {
			return byLead
		}
	case "before":
		return beforeLead
	case "after", "following":
		return afterLead
	case "within":
		return withinLead
	case "from":
		switch p.word(i - 2) {
		case "starting", "beginning", "effective", "as":
			return sinceLead
		}
		return fromLead
	case "of":
		return ofLead
	}
	return noLead
}

// acceptable settles the meanings that name a time only in a fitting place: bare years, months and
// unit names. It errs towards reading none.
func (p *parser) acceptable(ph *phrase) bool {
	m := &ph.meaning
	if m.op == opRange {
		return p.rangeFits(ph)
	}
	if !m.loose {
		return !p.inName(ph)
	}
	switch {
	case m.op == opDate && m.month > 0:
		return p.monthFits(ph)
	case m.op == opDate && m.year > 0:
		return p.yearFits(ph)
	}
	return true
}

// inName reports whether a day without a year is part of a name: "the June 15 Joint Declaration",
// "the April 25 House of Culture". Such a day is no time of the report.
func (p *parser) inName(ph *phrase) bool {
	m := &ph.meaning
	if m.op != opDate || m.month == 0 || m.day == 0 || m.year > 0 || m.hasYearOffset || m.hasWhich || p.word(ph.first-1) == "on" {
		return false
	}
	next := ph.last
	return p.capital(next) && !p.apart(next) && !p.atoms[next].upper && !p.sentenceStart(ph.first) && !p.lex(next).is(functionWord) &&
		p.kind(ph.first-1, wordAtom) && (p.word(ph.first-1) == "the" || !p.lex(ph.first-1).is(functionWord|presentVerb|pastVerb))
}

// monthFits decides on a month without day and year. Names that are also words or people ("May",
// "March", "April", "June", "August") need a preposition of time or an event after them.
func (p *parser) monthFits(ph *phrase) bool {
	i := ph.first
	l := p.lex(i)
	may := l.word == "may" && p.namesMay
	switch p.word(i - 1) {
	case "in", "into", "during", "since", "until", "till":
		return true
	case "by", "of", "before", "after", "from", "through":
		return !may && !(p.capital(ph.last) && l.traits&shortName == 0 && ambiguousMonth(l.month))
	case "and", "or":
		if prev := p.lex(i - 2); prev != nil && prev.month > 0 {
			return true
		}
	}
	if may || l.is(shortName) {
		return false
	}
	if ambiguousMonth(l.month) {
		return ph.attached && !p.sentenceStart(i) && !p.mark(ph.last, '\'') && !p.named(i-1) && !p.capital(i+1)
	}
	return !p.capital(i-1) || p.sentenceStart(i)
}

func ambiguousMonth(m int) bool { return m == 3 || m == 4 || m == 5 || m == 6 || m == 8 }

// yearFits decides on four digits alone.
func (p *parser) yearFits(ph *phrase) bool {
	i, end := ph.first, ph.last
	if p.notYear(i, end) {
		return false
	}
	y := int(p.atoms[end-1].value)
	prev := p.lex(i - 1)
	content := p.content(end) && !p.verbish(end) && !p.capital(end)
	switch p.word(i - 1) {
	case "in", "into", "both", "since", "until", "till", "during", "before", "after", "by", "from", "throughout", "between", "late", "early":
		return true
	case "as":
		if w := p.word(i - 2); (w == "early" || w == "late") && p.word(i-3) == "as" {
			return true
		}
	case "of", "for", "to", "through", "and", "with", "than", "or":
		if p.word(i-2) == "as" && y < 1900 {
			return false // "as of 1618" is a time of day
		}
		if (p.word(i-1) == "and" || p.word(i-1) == "or") && !p.kind(i-2, numberAtom) && p.word(i-3) != "between" {
			return ph.attached && y >= 1900
		}
		return !content || ph.attached
	}
	if y < 1900 {
		return false
	}
	if ph.attached && !p.mark(end, '\'') {
		return true
	}
	if p.describes(i, end) {
		ph.attached = true
		return true
	}
	if p.mark(end, '\'') && p.word(end+1) == "s" {
		return true
	}
	if p.mark(i-1, '(') && p.mark(end, ')', ',', ';', '-') {
		return true
	}
	if prev.is(eventNoun) && !prev.is(numbered) && !content {
		return true
	}
	if p.kind(i-1, wordAtom) && p.atoms[i-1].upper && prev == nil && !content {
		return true // "ASEAN 2024"
	}
	return p.sentenceStart(i) && p.verbish(end)
}

// describes reports whether the number stands between an article or a possessive and a noun in the
// singular: "the 1987 crash", "its 1988 reform". A count that high would have a plural after it.
func (p *parser) describes(i, end int) bool {
	switch p.word(i - 1) {
	case "the", "its", "his", "her", "their", "our", "s", "a":
	default:
		return false
	}
	if !p.content(end) || p.lex(end).is(measured) || p.verbish(end) {
		return false
	}
	a := &p.atoms[end]
	word := p.text[a.start:a.end]
	return a.end-a.start > 3 && !p.mark(end+1, '-') && (word[len(word)-1] != 's' || word[len(word)-2] == 's')
}

// notYear reports whether the surroundings show the digits to be a count, a number or a name.
func (p *parser) notYear(i, end int) bool {
	if p.lex(i-1).is(numbered) && !p.lex(i-1).is(eventNoun) || p.mark(i-1, '$', '#', '+', '@', '=', '<', '>', '/') || p.counts(end) {
		return true
	}
	if p.mark(i-1, '.') && p.lex(i-2).is(numbered) {
		return true // "No. 1998"
	}
	if w := p.next(end); (w == "agenda" || w == "vision") && p.capital(end) {
		return true // "the 2030 Agenda"
	}
	switch p.word(i - 1) {
	case "resolution", "law", "act", "no", "number", "statement":
		return true
	}
	if i > 0 && p.kind(i-1, markAtom) && p.atoms[i-1].mark == 0 && p.glued(i) {
		return !p.mark(i-1, '(') && p.text[p.atoms[i-1].start:p.atoms[i-1].end] != "“"
	}
	if p.glued(i) && i > 0 && (p.kind(i-1, wordAtom) || p.mark(i-1, '-', '.', ':', ',', '\'')) {
		return true
	}
	if p.mark(end, '-') && p.glued(end) && p.glued(end+1) {
		return !p.lex(end + 1).is(eventNoun)
	}
	return p.mark(end, '$', '%', '/', '+') && p.glued(end)
}

// rangeFits asks ranges of bare years or months for no more than that the numbers are no score and no
// list of counts.
func (p *parser) rangeFits(ph *phrase) bool {
	first := ph.meaning.inner
	if first.op == opDate && first.year > 0 && first.month == 0 && p.plainNumber(ph.first) {
		if p.notYearBefore(ph.first) || p.counts(ph.last) {
			return false
		}
		if ph.meaning.joined {
			return p.word(ph.first-1) == "between"
		}
	}
	return true
}

func (p *parser) notYearBefore(i int) bool {
	if p.lex(i-1).is(numbered) && !p.lex(i-1).is(eventNoun) {
		return true
	}
	return p.glued(i) && i > 0 && !p.mark(i-1, '(', '"', '[')
}
