package calendar

// fixed reads the wordings of the list: vague times and holidays.
func (p *parser) fixed(i int) (meaning, int) {
	if l := p.lex(i); l != nil {
		if m, end := p.fixedFrom(l, i); end > i {
			return m, end
		}
	}
	return meaning{}, i
}

func (p *parser) fixedFrom(l *lexeme, i int) (meaning, int) {
	for _, f := range l.phrases {
		end := p.matchWords(f.words, i)
		if end == i {
			continue
		}
		m := f.meaning
		if m.op == opVague && !p.vagueFits(f.words, i, end) {
			continue
		}
		if m.op == opDate || m.op == opFeast {
			// "Easter Island" and "the Good Friday Agreement" are no times.
			if !p.capital(i) || p.word(i-1) == "orthodox" || p.word(i-1) == "lunar" || p.named(end) && !p.apart(end) {
				continue
			}
			return p.withYear(m, end)
		}
		return m, end
	}
	return meaning{}, i
}

// matchWords is the atom after the words where they stand at i, and i otherwise.
func (p *parser) matchWords(words []string, i int) int {
	at := i
	for _, w := range words {
		if w == "'" || w == "-" {
			if !p.mark(at, w[0]) {
				return i
			}
		} else if p.word(at) != w || (at > i && p.apart(at)) {
			return i
		}
		at++
	}
	return at
}

// vagueFits keeps vague words to the places where they say when: not "soon after", "as soon as",
// "the past few", "now that".
func (p *parser) vagueFits(words []string, i, end int) bool {
	next := p.next(end)
	switch words[len(words)-1] {
	case "soon", "shortly":
		return next != "after" && next != "before" && next != "thereafter" && next != "ago" && p.word(i-1) != "as" && p.word(i-1) != "too"
	case "current", "recent":
		return len(words) > 1 || p.content(end)
	case "overnight":
		return !p.content(end) && p.word(i-1) != "the" && p.word(i-1) != "an" && !p.mark(end, '-') && !p.mark(i-1, '-')
	case "now":
		return next != "that" && p.word(i-1) != "from"
	case "past":
		l := p.lex(end)
		counted := p.kind(end, numberAtom) || l != nil && (l.unit+unit(l.number) > 0 || l.is(which) || l.word == "few" || l.word == "several")
		return (words[0] == "in" || p.word(i-1) == "in") && !p.content(end) && !counted
	case "future":
		return words[0] != "the" || len(words) > 2 || p.word(i-1) == "in"
	}
	if p.lex(i) != nil && words[0] == "the" && len(words) == 3 {
		return true
	}
	return true
}

// anniversary reads "65th anniversary", "first anniversary", "one-year anniversary".
func (p *parser) anniversary(i int) (meaning, int) {
	n, end := p.ordinalWord(i)
	if end == i && p.kind(i, ordinalAtom) {
		n, end = int(p.atoms[i].value), i+1
	}
	months := unit(year)
	if end == i {
		q, at := p.count(i)
		if at == i || !p.mark(at, '-') || q.few {
			return meaning{}, i
		}
		u, e := p.unitName(at+1, false)
		if u != year && u != month && u != decade {
			return meaning{}, i
		}
		n, end, months = q.count, e, u
	}
	if p.apart(end) || n <= 0 || n > 3000 {
		return meaning{}, i
	}
	if w := p.word(end); w != "anniversary" && w != "jubilee" {
		return meaning{}, i
	}
	return meaning{op: opAnniversary, unit: months, count: n}, end + 1
}

// recurring reads "every year", "each Tuesday", "annual", "on Tuesdays".
func (p *parser) recurring(i int) (meaning, int) {
	l := p.lex(i)
	m := meaning{op: opRecurring}
	if l.is(recurrent) {
		if p.capital(i) && !p.sentenceStart(i) {
			return meaning{}, i // "China Daily"
		}
		return m, i + 1
	}
	if l != nil && l.weekday > 0 && l.is(plural) && p.capital(i) {
		return m, i + 1
	}
	if w := p.word(i); w != "every" && w != "each" {
		return meaning{}, i
	}
	at := i + 1
	if p.next(at) == "other" {
		at++
	} else if _, e := p.numberWord(at); e > at {
		at = e
	} else if p.kind(at, numberAtom) {
		at++
	} else if _, e := p.ordinalWord(at); e > at {
		at = e
	} else if p.next(at) == "few" {
		at++
	}
	if p.apart(at) {
		return meaning{}, i
	}
	if _, e := p.unitName(at, false); e > at {
		return m, e
	}
	if _, e := p.weekdayName(at); e > at {
		return m, e
	}
	if _, e := p.monthName(at); e > at {
		return m, e
	}
	if n := p.lex(at); n != nil && n.season > 0 {
		return m, at + 1
	}
	return meaning{}, i
}
