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
	if u, end := p.wholeUnit(i); end > i {
		if p.word(i) == "half" {
			return meaning{op: opLength, unit: u, andHalf: true}, end
		}
		return meaning{op: opLength, unit: u, count: 1}, end
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
	if end == at || u == quarter || p.apart(at) || u <= hour && p.kind(i, numberAtom) && p.atoms[i].digits == 4 {
		return meaning{}, i // "at 1900 hours"
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
	if more, e := p.smallerPart(&m, end); e > end {
		m.second = &more
		return m, e
	}
	return m, p.lengthTail(end)
}

// smallerPart reads what a length has beside its largest unit: "two years and three months", "1 year 2
// months 5 days".
func (p *parser) smallerPart(m *meaning, end int) (meaning, int) {
	at := end
	if w := p.next(at); w == "and" || p.mark(at, ',') {
		at++
	}
	q, e := p.count(at)
	if e == at || p.apart(at) || q.few || q.halved || m.few || m.andHalf || p.word(at) == "a" || p.word(at) == "an" {
		return meaning{}, end
	}
	u, after := p.unitName(e, false)
	if after == e || u >= m.unit || p.apart(e) || p.mark(end, ',') && p.next(after) == "of" || m.unit == day && u > hour {
		return meaning{}, end
	}
	more := meaning{op: opLength, unit: u, count: q.count}
	if next, e := p.smallerPart(&more, after); e > after {
		more.second = &next
		return more, e
	}
	return more, after
}

// wholeUnit reads "all week", "all-day", "full-year" and "another month" as a length of one.
func (p *parser) wholeUnit(i int) (unit, int) {
	at := i + 1
	w := p.word(i)
	if w != "all" && w != "full" && w != "whole" && w != "another" && w != "half" {
		return noUnit, i
	}
	if p.mark(at, '-') && p.glued(at) && p.glued(at+1) {
		at++
	}
	l := p.lex(at)
	if l == nil || p.apart(at) || l.is(plural) || l.unit != day && l.unit != week && l.unit != month && l.unit != year {
		return noUnit, i
	}
	switch {
	case w == "another" && (p.content(at+1) || l.unit == day && p.word(i-1) != "for"), w == "half" && (l.unit != year || p.lex(i-1) != nil && p.lex(i-1).ordinal > 0),
		(w == "full" || w == "whole") && (p.word(i-1) == "the" || p.word(i-1) == "a"):
		return noUnit, i
	}
	return l.unit, at + 1
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
	if l == nil || l.unit < day || l.unit == quarter || p.glued(i) && p.mark(i-1, '-') || p.lex(i-1).is(largeNumber) {
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
	if run, e := p.runFrom(m, end); e > end {
		return run, e
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
