package calendar

// unitName reads a unit, also with a describing word before it ("calendar year"). Quarters count as
// units only behind the words that ask for a time; loose says that they do.
func (p *parser) unitName(i int, counted bool) (unit, int) {
	at := i
	switch p.word(at) {
	case "calendar", "fiscal", "financial", "whole", "full", "entire":
		at++
	}
	l := p.lex(at)
	if l == nil || l.unit == noUnit || p.apart(at) && at > 0 {
		return noUnit, i
	}
	if counted && l.unit == quarter && !l.is(plural) {
		return noUnit, i
	}
	return l.unit, at + 1
}

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

// length reads a duration with what is around it: "about an hour", "two weeks ago", "three days
// later", "a three-day", "65 years", "decades ago", "two weeks from now".
func (p *parser) length(i int) (meaning, int) {
	at, approximate := p.approximation(i)
	m, end := p.plainLength(at)
	if end == at {
		return meaning{}, i
	}
	m.approximate = m.approximate || approximate
	if age, _ := p.ageAfter(end); age || p.ageBefore(i) {
		return meaning{}, i
	}
	return p.shifted(m, end)
}

// approximation skips "about", "more than", "at least" before a number.
func (p *parser) approximation(i int) (int, bool) {
	w := p.word(i)
	switch {
	case p.lex(i).is(approximate):
		return i + 1, true
	case (w == "more" || w == "less") && p.next(i+1) == "than":
		return i + 2, true
	case w == "at" && (p.next(i+1) == "least" || p.next(i+1) == "most"):
		return i + 2, true
	case w == "up" && p.next(i+1) == "to":
		return i + 2, true
	}
	return i, false
}

func (p *parser) plainLength(i int) (meaning, int) {
	if i >= len(p.atoms) {
		return meaning{}, i
	}
	if u, end := p.unitName(i, true); end == i+1 && p.mark(end, '-') && p.glued(end) && (p.word(end+1) == "ago" || p.word(end+1) == "earlier") {
		return meaning{op: opLength, unit: u, count: 1}, end // "year-ago"
	}
	if u, end := p.bareUnits(i); end > i {
		return meaning{op: opLength, unit: u, count: 5, few: true, approximate: true, loose: true}, end
	}
	q, at := p.count(i)
	if at == i || (p.kind(i, numberAtom) && p.glued(i) && !p.mark(i-1, '(', '"', '[')) {
		return meaning{}, i
	}
	if p.mark(at, '-') && p.glued(at) {
		at++
	}
	// "the last two full years", "two more weeks"
	if w := p.next(at); w == "full" || w == "whole" || w == "more" || w == "long" || w == "entire" || w == "further" || w == "additional" {
		at++
	}
	u, end := p.unitName(at, false)
	if end == at || u == quarter || (p.apart(at)) {
		return meaning{}, i
	}
	m := meaning{op: opLength, unit: u, count: q.count, few: q.few, approximate: q.few || q.ranged, andHalf: q.andHalf || q.halved}
	if p.next(end) == "and" && p.next(end+1) == "a" && p.next(end+2) == "half" && q.count == 1 {
		m.andHalf = true
		end += 3
	}
	if (p.word(i) == "a" || p.word(i) == "an") && q.count == 1 && !p.lengthSlot(i, end) {
		return meaning{}, i
	}
	if p.word(i) == "one" && u == day && p.word(i-1) != "for" && p.word(i-1) != "in" && p.word(i-1) != "within" && !p.mark(i+1, '-') &&
		p.next(end) != "after" && p.next(end) != "before" && p.next(end) != "later" && p.next(end) != "earlier" && p.next(end) != "ago" {
		return meaning{}, i // "one day" may be any
	}
	if e := p.orSo(end); e > end {
		m.approximate = true
		return m, e
	}
	return m, p.lengthTail(end)
}

// orSo takes "or so" and "or two" after a unit.
func (p *parser) orSo(end int) int {
	if p.next(end) == "or" && (p.next(end+1) == "so" || p.next(end+1) == "two") && !p.content(end+2) {
		return end + 2
	}
	return end
}

// lengthTail takes "-long" and "long" after a length: "two-year-long".
func (p *parser) lengthTail(end int) int {
	if p.mark(end, '-') && p.glued(end) && p.word(end+1) == "long" {
		return end + 2
	}
	return end
}

// bareUnits reads "decades", "years" before "ago" and after "for", and "decades-long", "week-long".
func (p *parser) bareUnits(i int) (unit, int) {
	l := p.lex(i)
	if l == nil || l.unit < day || l.unit == quarter || p.glued(i) && p.mark(i-1, '-') {
		return noUnit, i
	}
	if p.mark(i+1, '-') && p.glued(i+1) && p.word(i+2) == "long" {
		return l.unit, i + 3
	}
	if !l.is(plural) {
		return noUnit, i
	}
	if w := p.word(i - 1); p.next(i+1) == "ago" || w == "for" && !p.content(i+1) || w == "within" {
		return l.unit, i + 1
	}
	return noUnit, i
}

// lengthSlot reports whether "a year" stands where a length does, and not a rate ("twice a year") or
// a plain noun ("a day of mourning").
func (p *parser) lengthSlot(i, end int) bool {
	if p.mark(i+1, '-') || p.mark(end, '-') && p.glued(end) {
		return true
	}
	switch p.next(end) {
	case "ago", "earlier", "later", "hence", "from":
		return true
	case "before", "after", "since":
		return true
	}
	l := p.lex(i - 1)
	if l.is(approximate) {
		return true
	}
	switch p.word(i - 1) {
	case "for", "in", "within", "lasted", "lasts", "lasting", "took", "takes", "spent", "spend", "than", "least", "half":
		return !p.content(end) || p.word(i-1) == "within"
	}
	return false
}

// ageAfter reports whether what follows a length makes it an age: "65-year-old", "65 years old".
func (p *parser) ageAfter(end int) (bool, int) {
	at := end
	if p.mark(at, '-') && p.glued(at) {
		at++
	}
	if w := p.next(at); w == "old" || (w == "of" && p.next(at+1) == "age") {
		return true, at + 1
	}
	return false, end
}

func (p *parser) ageBefore(i int) bool {
	w := p.word(i - 1)
	return w == "aged" || (w == "of" && p.word(i-2) == "age")
}

// shifted reads what turns a length into a point: "ago", "earlier", "later", "from now", "before
// Christmas", "after".
func (p *parser) shifted(m meaning, end int) (meaning, int) {
	shift := m
	shift.op, shift.loose = opShift, false
	if w := p.word(end + 1); p.mark(end, '-') && p.glued(end) && (w == "ago" || w == "earlier" || w == "later") {
		end++ // "year-earlier"
	}
	if e := p.possessive(end); e > end && p.next(e) == "time" && p.lex(e) != nil {
		shift.which = 1
		return shift, e + 1
	}
	switch p.next(end) {
	case "ago":
		shift.which = -1
		return shift, end + 1
	case "hence":
		shift.which = 1
		return shift, end + 1
	case "earlier", "previously":
		shift.which, shift.anaphoric = -1, true
		return shift, end + 1
	case "later", "thereafter":
		shift.which, shift.anaphoric = 1, true
		return shift, end + 1
	case "from":
		if w := p.next(end + 1); w == "now" || w == "today" {
			shift.which = 1
			return shift, end + 2
		}
		if inner, e := p.innerTime(end + 1); e > end+1 && inner.grain() == day {
			shift.which, shift.inner = 1, &inner
			return shift, e
		}
	case "before", "after":
		shift.which = 1
		if p.next(end) == "before" {
			shift.which = -1
		}
		if inner, e := p.innerTime(end + 1); e > end+1 && !p.modifiesNext(e) {
			shift.inner = &inner
			return shift, e
		}
	}
	return m, end
}

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
		if m.op == opDate {
			if !p.capital(i) || p.word(i-1) == "orthodox" || p.word(i-1) == "lunar" {
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
		if w == "'" {
			if !p.mark(at, '\'') {
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
		return next != "after" && next != "before" && next != "thereafter" && p.word(i-1) != "as" && p.word(i-1) != "too"
	case "current", "recent":
		return len(words) > 1 || p.content(end)
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
