package calendar

import "chancery"

// weekOf reads "the week of 3 March", "the week of the 18th", "the week beginning 3 March", "the week
// ending Friday".
func (p *parser) weekOf(i int) (meaning, int) {
	at := p.skipThe(i)
	if p.word(at) != "week" || at > i && p.apart(at) {
		return meaning{}, i
	}
	m := meaning{op: opWeekOf}
	switch p.next(at + 1) {
	case "of":
	case "beginning", "starting", "commencing":
		m.which = 1
	case "ending", "ended":
		m.which = -1
	default:
		return meaning{}, i
	}
	day := at + 2
	if p.next(day) == "on" {
		day++
	}
	inner, end := p.date(day)
	if end == day || p.apart(day) || inner.day == 0 && (inner.weekday == 0 || m.which == 0) {
		return meaning{}, i
	}
	inner.loose = false
	m.inner = &inner
	return m, end
}

// weekOf is the week from Monday that holds the day, or the seven days that it begins or ends.
func (r *resolver) weekOf(m *meaning) chancery.Period {
	d := r.resolve(m.inner).Start
	switch {
	case d.IsZero():
		return chancery.Period{}
	case m.which > 0:
		return span(d, d.AddDays(6), chancery.PrecisionWeek)
	case m.which < 0:
		return span(d.AddDays(-6), d, chancery.PrecisionWeek)
	}
	return weekPeriod(d)
}

// weekdayAfter reads the weekday behind a week: "next week on Friday", "this week Monday".
func (p *parser) weekdayAfter(m meaning, end int) (meaning, int) {
	if m.op != opUnit || m.unit != week || m.anaphoric {
		return m, end
	}
	at := end
	if p.next(at) == "on" {
		at++
	}
	if wd, e := p.weekdayName(at); wd > 0 && !p.apart(at) && !p.apart(end) && !p.partOfName(at, e) {
		if d, _ := p.dayNumber(e); d > 0 || p.modifiesNext(e) {
			return m, end
		}
		return meaning{op: opDate, weekday: wd, which: m.which, hasWhich: true, unit: week}, p.skipDayPart(e)
	}
	return m, end
}

// nextButOne reads "the week after next" and "the year before last".
func (p *parser) nextButOne(i int) (meaning, int) {
	at := p.skipThe(i)
	u, end := p.unitName(at, false)
	if at == i || end == at || u < weekend || p.lex(at).is(plural) {
		return meaning{}, i
	}
	last := p.skipThe(end + 1)
	switch {
	case p.next(end) == "after" && p.next(last) == "next":
		return meaning{op: opUnit, unit: u, which: 2, hasWhich: true}, last + 1
	case p.next(end) == "before" && p.next(last) == "last":
		return meaning{op: opUnit, unit: u, which: -2, hasWhich: true}, last + 1
	}
	return meaning{}, i
}

// countedWhich reads a number before the word that counts from now: "the three coming years", "10 previous weeks".
func (p *parser) countedWhich(i int) (meaning, int) {
	q, at := p.count(i)
	l := p.lex(at)
	if at == i || q.halved || !l.is(which) || l.offset == 0 || l.word == "following" || l.word == "preceding" || p.apart(at) {
		return meaning{}, i
	}
	u, end := p.unitName(at+1, true)
	if end == at+1 || u < day || !p.lex(end-1).is(plural) {
		return meaning{}, i
	}
	return meaning{op: opWindow, unit: u, count: q.count, few: q.few, which: l.offset, approximate: q.few}, end
}

// runFrom reads the day from which a length runs, at the atom after the length: "three days starting Monday",
// "a week beginning on 20 May".
func (p *parser) runFrom(m meaning, i int) (meaning, int) {
	if w := p.next(i); w != "starting" && w != "beginning" || m.few || m.unit < day {
		return meaning{}, i
	}
	at := i + 1
	if w := p.next(at); w == "on" || w == "from" {
		at++
	}
	inner, end := p.innerTime(at)
	if end == at || inner.grain() != day || inner.anaphoric {
		return meaning{}, i
	}
	m.op, m.which, m.inner, m.loose = opRun, 1, &inner, false
	return m, end
}

// run is the stretch of a length from its first day.
func (r *resolver) run(m *meaning) chancery.Period {
	first := r.resolve(m.inner).Start
	if first.IsZero() || tooFar(m) {
		return chancery.Period{}
	}
	return span(first, m.far(first).AddDays(-1), chancery.PrecisionRange)
}
