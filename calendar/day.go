package calendar

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
