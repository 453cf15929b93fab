package calendar

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
	if u, after := p.unitName(end, false); e == end && after > end && u >= week && !p.lex(end).is(plural) && p.next(end-1) == "of" && !p.content(after) {
		inner, e = meaning{op: opUnit, unit: u, hasWhich: true}, after // "at end of year"
	}
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
	if p.apart(i) || p.depth > 3 {
		return meaning{}, i
	}
	p.depth++
	defer func() { p.depth-- }()
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
