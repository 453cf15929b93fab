package calendar

// years reads a year, a decade, a century or a fiscal year.
func (p *parser) years(i int) (meaning, int) {
	if m, end := p.longYears(i); end > i {
		return m, end
	}
	at := i
	switch p.word(at) {
	case "the":
		at++
	case "fy":
		at++
		if p.mark(at, '-') {
			at++
		}
		if p.kind(at, numberAtom) && p.atoms[at].digits == 2 {
			return meaning{op: opFiscal, year: shortYear(int(p.atoms[at].value))}, at + 1
		}
	case "fiscal", "financial":
		at++
	}
	prefix := p.word(at - 1)
	if at == i {
		prefix = ""
	}
	named := p.word(at) == "year"
	if named {
		at++
	}
	y, end := p.yearNumber(at)
	switch {
	case end == at:
		return meaning{}, i
	case prefix == "fy" || prefix == "fiscal" || prefix == "financial":
		return meaning{op: opFiscal, year: y}, end
	case named:
		return meaning{op: opDate, year: y}, end
	case prefix == "the":
		return meaning{}, i
	}
	return meaning{op: opDate, year: y, loose: true}, end
}

// longYears reads "the 1990s", "the '90s", "the nineties", "the 20th century".
func (p *parser) longYears(i int) (meaning, int) {
	at := p.skipThe(i)
	short := p.mark(at, '\'') && p.glued(at+1)
	if short {
		at++
	}
	if p.kind(at, decadeAtom) {
		v := int(p.atoms[at].value)
		switch {
		case p.atoms[at].digits == 4 && plausibleYear(v) && v%10 == 0:
			return meaning{op: opYears, year: v, count: decadeLength(v)}, at + 1
		case p.atoms[at].digits == 2 && v%10 == 0 && (short || at > i):
			return meaning{op: opYears, year: shortYear(v), count: 10}, at + 1
		}
		return meaning{}, i
	}
	if a := p.plainNumber(at) && p.atoms[at].digits == 2 && p.atoms[at].value%10 == 0; a && at > i {
		if s := p.possessive(at + 1); s == at+3 && !p.content(s) {
			return meaning{op: opYears, year: shortYear(int(p.atoms[at].value)), count: 10}, s // "the 70's"
		}
	}
	if y, e := p.yearNumber(at); e > at && at > i && y%10 == 0 {
		if s := p.possessive(e); s == e+2 && !p.content(s) {
			return meaning{op: opYears, year: y, count: decadeLength(y)}, s // "the 1970's"
		}
	}
	if l := p.lex(at); l != nil && l.decade > 0 && (at > i && p.word(at-1) == "the" || p.wordOfPart(at-1) && p.word(at-2) == "the") {
		return meaning{op: opYears, year: 1900 + l.decade, count: 10}, at + 1
	}
	n, end := p.ordinalWord(at)
	if end == at && p.kind(at, ordinalAtom) {
		n, end = int(p.atoms[at].value), at+1
	}
	if p.mark(end, '-') && p.glued(end) {
		end++
	}
	if n > 0 && n <= 22 && end > at && p.next(end) == "century" {
		return meaning{op: opYears, year: (n-1)*100 + 1, count: 100}, end + 1
	}
	return meaning{}, i
}

// decadeLength is 100 for "the 1900s", which may be the century, and 10 otherwise: nobody means so much by "the
// 2000s" yet.
func decadeLength(year int) int {
	if year%100 == 0 && year < 2000 {
		return 100
	}
	return 10
}

// eraYear reads a year of another era with ours behind it in brackets: "Reiwa 7 (2025)".
func (p *parser) eraYear(i int) (y, end int) {
	if !p.capital(i) || p.apart(i) || p.lex(i) != nil || !p.plainNumber(i+1) || p.atoms[i+1].digits > 3 || !p.mark(i+2, '(') {
		return 0, i
	}
	if y, e := p.yearNumber(i + 3); e > i+3 && p.mark(e, ')') {
		return y, e + 1
	}
	return 0, i
}

// shortYear puts two digits into the hundred years up to 2049.
func shortYear(y int) int {
	if y < 50 {
		return 2000 + y
	}
	return 1900 + y
}

// yearNumber reads four digits that may be a year, and nothing glued to them that makes them more.
func (p *parser) yearNumber(i int) (y, end int) {
	if !p.plainNumber(i) || p.apart(i) && i > 0 || p.atoms[i].digits != 4 || !plausibleYear(int(p.atoms[i].value)) {
		return 0, i
	}
	if n := i + 1; p.glued(n) {
		if p.kind(n, wordAtom) || p.mark(n, '%', ':', '+') {
			return 0, i
		}
		if p.mark(n, '.', ',') && p.glued(n+1) && p.kind(n+1, numberAtom) {
			return 0, i
		}
	}
	return int(p.atoms[i].value), i + 1
}

// wordOfPart reports whether the word at i says which part of a stretch is meant: "the late eighties".
func (p *parser) wordOfPart(i int) bool { return p.lex(i) != nil && p.lex(i).part != "" }
