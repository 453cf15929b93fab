package calendar

// same reads "the same day", "at that time", "that year", "the day before".
func (p *parser) same(i int) (meaning, int) {
	w := p.word(i)
	at := p.skipThe(i)
	if p.word(at) == "eve" {
		return p.eveOf(i)
	}
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
		if m, e := p.besideTime(u, end); e > end {
			return m, e
		}
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
	return p.sentenceStart(i) || p.word(i) == "the" || p.mark(end, ',', '.', ';') && !p.lex(i-1).is(pastVerb)
}

// eveOf reads "the eve of Christmas": the day before. The eve of a meeting has no date of its own.
func (p *parser) eveOf(i int) (meaning, int) {
	at := p.skipThe(i)
	if p.next(at+1) != "of" {
		return meaning{}, i
	}
	inner, end := p.innerTime(at + 2)
	if end == at+2 || inner.grain() != day && inner.op != opFeast || p.modifiesNext(end) {
		return meaning{}, i
	}
	return meaning{op: opShift, unit: day, count: 1, which: -1, inner: &inner}, end
}

// besideTime reads "the year before 2015" and "the day after Christmas" from the atom after the unit.
func (p *parser) besideTime(u unit, i int) (meaning, int) {
	m := meaning{op: opShift, unit: u, count: 1, which: 1}
	switch p.next(i) {
	case "before":
		m.which = -1
	case "after":
	default:
		return meaning{}, i
	}
	inner, end := p.innerTime(i + 1)
	if end == i+1 || inner.op == opVague || inner.anaphoric || p.modifiesNext(end) {
		return meaning{}, i
	}
	m.inner = &inner
	return m, end
}
