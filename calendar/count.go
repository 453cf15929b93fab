package calendar

// quantity is a number of units as read: "two and a half", "several".
type quantity struct {
	count   int
	andHalf bool
	few     bool
	halved  bool // "half a"
	ranged  bool // "two to three"
}

// count reads a number of units: "two", "65", "twenty-five", "a", "several", "a couple of", "a few".
func (p *parser) count(i int) (quantity, int) {
	a := p.atoms[min(i, len(p.atoms)-1)]
	if i >= len(p.atoms) {
		return quantity{}, i
	}
	if a.kind == numberAtom {
		return p.digitCount(i)
	}
	switch p.word(i) {
	case "a", "an":
		return p.articleCount(i)
	case "several":
		return quantity{count: 4, few: true}, i + 1
	case "few", "many":
		return quantity{count: 4, few: true}, i + 1
	case "couple":
		if p.next(i+1) == "of" {
			return quantity{count: 2, few: true}, i + 2
		}
		return quantity{count: 2, few: true}, i + 1
	case "half":
		at := i + 1
		if p.mark(at, '-') && p.glued(at) {
			return quantity{halved: true}, at + 1
		}
		if n := p.next(at); n == "a" || n == "an" {
			return quantity{halved: true}, at + 1
		}
		return quantity{}, i
	}
	n, end := p.numberWord(i)
	if end == i {
		return quantity{}, i
	}
	if q, e := p.countRange(n, end); e > end {
		return q, e
	}
	return p.andHalf(quantity{count: n}, end)
}

func (p *parser) digitCount(i int) (quantity, int) {
	a := &p.atoms[i]
	if a.value < 1 && !p.mark(i+1, '.') || a.value < 0 || a.value > 10000 {
		return quantity{}, i
	}
	if q, end := p.countRange(int(a.value), i+1); end > i+1 {
		return q, end
	}
	q, end := quantity{count: int(a.value)}, i+1
	if p.mark(end, '.') && p.glued(end) && p.kind(end+1, numberAtom) && p.glued(end+1) {
		if d := &p.atoms[end+1]; d.value == 5 && d.digits == 1 {
			q.andHalf = true
		} else {
			return quantity{}, i
		}
		end += 2
	}
	if p.kind(end, numberAtom) && p.atoms[end].value == 1 && p.mark(end+1, '/') && p.kind(end+2, numberAtom) &&
		p.atoms[end+2].value == 2 {
		q.andHalf = true
		end += 3
	}
	return p.andHalf(q, end)
}

// articleCount reads the number after "a": "a few", "a couple of", "a dozen", "a", "a half".
func (p *parser) articleCount(i int) (quantity, int) {
	at := i + 1
	switch p.next(at) {
	case "few", "couple":
		return p.count(at)
	case "dozen":
		return quantity{count: 12}, at + 1
	case "hundred":
		return quantity{count: 100}, at + 1
	case "half":
		if p.mark(at+1, '-') || p.lex(at+1) != nil && p.lex(at+1).unit > 0 {
			if p.mark(at+1, '-') {
				at++
			}
			return quantity{halved: true}, at + 1
		}
	}
	return quantity{count: 1}, at
}

// countRange reads the second number of "two to three weeks", "12-18 months"; the larger one counts.
func (p *parser) countRange(first, at int) (quantity, int) {
	if w := p.next(at); w != "to" && w != "or" && !p.mark(at, '-') {
		return quantity{}, at
	}
	n, end := p.numberWord(at + 1)
	if end == at+1 && p.plainNumber(at+1) {
		n, end = int(p.atoms[at+1].value), at+2
	}
	if u, e := p.unitName(end, false); end > at+1 && n > first && n < 1000 && u != noUnit && e > end {
		return quantity{count: n, few: false, ranged: true}, end
	}
	return quantity{}, at
}

func (p *parser) andHalf(q quantity, end int) (quantity, int) {
	if p.next(end) == "and" && p.next(end+1) == "a" && p.next(end+2) == "half" {
		q.andHalf = true
		return q, end + 3
	}
	if p.mark(end, '-') && p.word(end+1) == "and" && p.mark(end+2, '-') && p.word(end+3) == "a" && p.mark(end+4, '-') && p.word(end+5) == "half" {
		q.andHalf = true
		return q, end + 6
	}
	return q, end
}

// numberWord reads "two", "twenty-five", "one hundred", "a hundred and fifty" up to 999.
func (p *parser) numberWord(i int) (int, int) {
	l := p.lex(i)
	if l == nil || l.number == 0 {
		return 0, i
	}
	n, end := l.number, i+1
	if n >= 20 {
		at := end
		if p.mark(at, '-') {
			at++
		}
		if m := p.lex(at); m != nil && m.number > 0 && m.number < 10 && !p.apart(at) {
			n, end = n+m.number, at+1
		}
	}
	if p.next(end) == "hundred" && n < 10 {
		n, end = n*100, end+1
	}
	return n, end
}
