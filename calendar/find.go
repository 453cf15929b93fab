package calendar

import (
	"strings"

	"chancery"
	"chancery/english"
)

// Find gives the time expressions of the document in the order of the text, none overlapping
// another, resolved on the anchor: the day, or the interval, on which the report was published.
//
// With an interval as anchor, a period covers every reading that some day of the interval gives, so
// it may be wide; its precision stays that of the words. A day or a month without a year is resolved
// on the end of the interval. With a zero anchor, or one with an open end, only what needs no anchor
// gets a period.
//
// Weekdays and yearless dates lie in the past unless their clause speaks of the future. Seasons are
// the meteorological ones of the northern hemisphere. Widths of vague words are in words.txt.
func Find(doc *english.Document, anchor chancery.Period) []Expression {
	reading := read(doc)
	return reading.resolve(anchor)
}

// reading is a document with its phrases, before any anchor.
type reading struct {
	clause
	phrases []phrase
}

func read(doc *english.Document) *reading {
	p := &parser{text: doc.Text, atoms: cutAtoms(doc.Text), namesMay: speaksOfMay(doc.Text)}
	r := &reading{clause: clause{doc: doc, p: p}}
	r.tokens = make([]int32, len(p.atoms))
	t := 0
	for i := range p.atoms {
		for t+1 < len(doc.Tokens) && doc.Tokens[t+1].Start <= int(p.atoms[i].start) {
			t++
		}
		r.tokens[i] = int32(t)
		if len(doc.Tokens) == 0 {
			r.tokens[i] = -1
		}
	}
	r.phrases = p.parse()
	for i := range r.phrases {
		r.phrases[i].tense = r.tenseOf(&r.phrases[i])
	}
	return r
}

// tenseOf is the tense of the clause, as the preposition lets it stand: what holds "since" a date
// began in the past, and a limit ("by", "until") lies ahead unless the clause is plainly past.
func (r *reading) tenseOf(ph *phrase) tense {
	t := r.tenseAt(ph)
	switch {
	case r.p.word(ph.first-1) == "since":
		return past
	case t == unknownTense && ph.lead == sinceLead:
		return future // "pays a visit starting Monday"
	case t != past && (ph.lead == byLead || ph.lead == untilLead && r.p.word(ph.first-1) != "through"):
		return limit
	case t == past && ph.lead == forLead && r.p.word(ph.first-1) == "to":
		return unknownTense // "was extended to Nov. 16"
	}
	return t
}

// speaksOfMay reports whether the text names somebody called May.
func speaksOfMay(text string) bool {
	if !strings.Contains(text, "May") {
		return false
	}
	for _, name := range []string{"Theresa May", "Mrs May", "Mrs. May", "Ms May", "Ms. May", "Mr May", "Mr. May", "Minister May", "Lady May"} {
		if strings.Contains(text, name) {
			return true
		}
	}
	return false
}

// resolve makes expressions of the phrases.
func (r *reading) resolve(anchor chancery.Period) []Expression {
	expressions := make([]Expression, 0, len(r.phrases))
	var before chancery.Period
	for i := range r.phrases {
		ph := &r.phrases[i]
		e := r.expression(ph, anchor, before)
		expressions = append(expressions, e)
		if definite(&e) {
			before = e.Period
			before.Text = ""
		}
	}
	return expressions
}

// definite reports whether later words ("that day") may point back to the expression.
func definite(e *Expression) bool {
	return (e.Kind == Point || e.Kind == Anaphoric) && e.Period.Days() > 0 &&
		(e.Period.Precision != chancery.PrecisionVague || e.Period.Days() < 200)
}

func (r *reading) expression(ph *phrase, anchor, before chancery.Period) Expression {
	start, end := int(r.p.atoms[ph.first].start), int(r.p.atoms[ph.last-1].end)
	e := Expression{Start: start, End: end, Text: r.doc.Text[start:end], Kind: Point,
		Head: r.head(ph.first, ph.last)}
	m := r.inSlot(ph)
	e.measure(&m)
	e.Period = r.period(&m, ph.tense, anchor, before)
	e.Kind = kindOf(&m)
	if e.Kind == Point || m.op == opSame && ph.lead != atLead {
		r.applyLead(ph, &m, &e, anchor)
	}
	if e.Kind == Duration && r.celebrated(ph) {
		e.Kind = Anniversary
	}
	if e.Period.IsZero() {
		e.Period = chancery.Period{}
		return e
	}
	e.Period.Text, e.Period.Basis = e.Text, chancery.BasisText
	if m.anaphoric && !before.IsZero() {
		e.Period.Basis = chancery.BasisContext
	}
	return e
}

// inSlot gives the meaning that the surroundings make of the phrase: "in two weeks" is a point in a
// clause about the future, and "within two weeks" reaches from now to then.
func (r *reading) inSlot(ph *phrase) meaning {
	m := ph.meaning
	if m.op == opShift && m.which > 0 && m.inner == nil && !m.anaphoric && r.p.word(ph.first-1) == "within" {
		m.op = opWindow // "within two weeks from now"
		return m
	}
	if m.op != opLength || ph.attached && ph.lead != withinLead {
		return m
	}
	preposition := r.p.word(ph.first - 1)
	switch {
	case preposition == "within" && r.p.next(ph.last) != "of" && r.p.next(ph.last) != "after":
		m.op, m.which = opWindow, 1
	case preposition == "in" && ph.tense.isFuture() && m.unit >= day && r.p.word(ph.last) != "of":
		m.op, m.which = opShift, 1
	}
	return m
}

func kindOf(m *meaning) Kind {
	switch {
	case m.op == opLength:
		return Duration
	case m.op == opAnniversary:
		return Anniversary
	case m.op == opRecurring:
		return Recurring
	case m.anaphoric:
		return Anaphoric
	}
	return Point
}

// measure sets the length that the words give.
func (e *Expression) measure(m *meaning) {
	if m.op != opLength && m.op != opShift && m.op != opWindow && m.op != opRun && m.op != opAnniversary {
		return
	}
	if m.few && m.count > 4 { // "decades": no number is said
		e.Approximate = m.op != opWindow
		return
	}
	e.Approximate = m.approximate
	for part := m; part != nil; part = part.second {
		e.add(part)
	}
}

// add adds one part of a length: a count of one unit.
func (e *Expression) add(m *meaning) {
	half := 0
	if m.andHalf {
		half = 1
	}
	switch m.unit {
	case minute:
		e.Minutes += m.count
	case hour:
		e.Hours, e.Minutes = e.Hours+m.count, e.Minutes+30*half
	case day:
		e.Days, e.Hours = e.Days+m.count, e.Hours+12*half
	case weekend:
		e.Days += 2 * m.count
	case week:
		e.Days, e.Approximate = e.Days+7*m.count+3*half, m.approximate || half > 0
	case fortnight:
		e.Days += 14*m.count + 7*half
	case month:
		e.Months, e.Days = e.Months+m.count, e.Days+15*half
	case quarter:
		e.Months += 3 * m.count
	case year:
		e.Years, e.Months = e.Years+m.count, e.Months+6*half
	case decade:
		e.Years += 10*m.count + 5*half
	case century:
		e.Years += 100*m.count + 50*half
	}
}

// period resolves the meaning on every day of the anchor, so to speak: on its ends, since what lies
// between gives nothing beyond what they give.
func (r *reading) period(m *meaning, t tense, anchor, before chancery.Period) chancery.Period {
	if anchor.Start.IsZero() || anchor.End.IsZero() {
		anchor = chancery.Period{}
	}
	last := resolver{anchor: anchor.End, tense: t, before: before}
	p := last.resolve(m)
	if anchor.Start == anchor.End || m.absolute() || p.IsZero() {
		return p
	}
	first := resolver{anchor: anchor.Start, tense: t, before: before}
	if yearless(m) {
		if !t.isFuture() && t != limit || m.hasWhich {
			return p
		}
		return first.resolve(m)
	}
	return hull(first.resolve(m), p)
}

// yearless reports whether the meaning is a date that only lacks its year. An anchor of some weeks
// hardly ever leaves two years to choose from, and its end is the safer guess for what is past.
func yearless(m *meaning) bool {
	switch m.op {
	case opDate:
		return m.month > 0 && !m.hasYearOffset
	case opPart, opWeekOf:
		return yearless(m.inner)
	case opRange:
		return yearless(m.inner) && (yearless(m.second) || m.second.absolute())
	}
	return false
}

// applyLead lets the preposition set the kind and open or shut the ends of the period. Where the
// expression only describes what follows ("by last year's winner") the preposition is not its own.
func (r *reading) applyLead(ph *phrase, m *meaning, e *Expression, anchor chancery.Period) {
	if ph.lead == withinLead && m.op == opWindow {
		e.Kind = Deadline
		return
	}
	if ph.attached && !r.ownLead(ph) {
		return
	}
	p := e.Period
	precision := p.Precision
	if m.op == opPart && (m.part == "end" || m.part == "start") && (ph.lead == byLead || ph.lead == untilLead || ph.lead == beforeLead) {
		precision = r.period(m.inner, ph.tense, anchor, chancery.Period{}).Precision
	}
	switch ph.lead {
	case sinceLead:
		e.Kind, e.Period = Since, chancery.Period{Start: p.Start, Precision: precision}
	case fromLead:
		next := r.p.next(ph.last)
		if next == "on" || next == "onward" || next == "onwards" || m.op == opDate && m.day > 0 {
			e.Kind, e.Period = Since, chancery.Period{Start: p.Start, Precision: precision}
		}
	case untilLead:
		e.Kind, e.Period = Until, chancery.Period{End: p.End, Precision: precision}
	case byLead:
		e.Kind, e.Period = Deadline, deadline(p.End, precision, anchor)
	case withinLead:
		e.Kind, e.Period = Deadline, deadline(p.End, precision, anchor)
	case beforeLead:
		last := p.Start.AddDays(-1)
		if m.op == opPart && m.part == "end" {
			last = p.End // the end of a year is its last day, and not a quarter that must not begin
		}
		e.Period = chancery.Period{End: last, Precision: precision}
		if !anchor.End.IsZero() && !last.Before(anchor.End) {
			e.Kind, e.Period = Deadline, deadline(last, precision, anchor)
		}
	case afterLead:
		e.Period = chancery.Period{Start: p.End.AddDays(1), Precision: precision}
		if p.End.IsZero() {
			e.Period = p
		}
	}
}

// ownLead reports whether the preposition before an attached expression is still its own: it is for
// a range or a day ("from 12 to 14 May talks …"), not for a year, a possessive or a weekday.
func (r *reading) ownLead(ph *phrase) bool {
	return ph.meaning.op == opRange && !r.p.mark(ph.last, '\'')
}

// deadline reaches from the anchor to the last day on which the thing may be done. In a report about
// the past it has only that day.
func deadline(last chancery.Date, precision chancery.Precision, anchor chancery.Period) chancery.Period {
	p := chancery.Period{End: last, Precision: precision}
	if !anchor.Start.IsZero() && !anchor.Start.After(last) {
		p.Start = anchor.Start
	}
	return p
}

// celebrated reports whether a length of years is what is celebrated: "marks 65 years of", "30 years
// after the signing".
func (r *reading) celebrated(ph *phrase) bool {
	m := &ph.meaning
	if m.unit < year || m.few {
		return false
	}
	for k := ph.first - 1; k >= ph.first-3 && k >= 0; k-- {
		if r.p.lex(k).is(celebration) {
			return true
		}
	}
	next := r.p.next(ph.last)
	return (next == "after" || next == "since") && m.count > 1 && !ph.meaning.approximate
}
