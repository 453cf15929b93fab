package calendar

import (
	"fmt"
	"strings"

	"chancery"
)

// event is what a phrase dates: the noun and the names in its noun phrase.
type event struct {
	noun  string
	names map[string]bool // in lower case; the value is true for acronyms
}

// ties finds events that are dated twice, once with a year and once by words counted from the
// writing ("last year"), and dates that stand beside such words ("this year, 2025").
//
// Two mentions are one event where they share the noun and all names of one of them, at least one
// name that is no acronym or all of them: "the Kazan summit" is "the BRICS summit in Kazan", but "the
// BRICS summit" alone may be another year's. Without any name they are one only where both have their
// time before the noun ("the 2024 summit", "last year's summit") and no other such event is dated.
func (r *reading) ties() []evidence {
	var all []evidence
	dated := r.datedEvents()
	for i := range r.phrases {
		rel := &r.phrases[i]
		if !rel.meaning.countedFromWriting() {
			continue
		}
		for _, k := range []int{i - 1, i + 1} {
			if k >= 0 && k < len(r.phrases) && r.beside(rel, &r.phrases[k]) {
				all = r.tie(all, rel, &r.phrases[k], nil)
			}
		}
		e := r.eventOf(rel)
		if e == nil {
			continue
		}
		for _, d := range dated[e.noun] {
			if len(all) < mostTies && oneEvent(e, d.event, rel, d.phrase, dated[e.noun]) {
				all = r.tie(all, rel, d.phrase, d.event)
			}
		}
	}
	return all
}

// mostTies bounds the work on texts that say "last year" on every line.
const mostTies = 50

// datedEvent is an event that the text gives a year.
type datedEvent struct {
	phrase *phrase
	event  *event
}

// datedEvents lists the events with a date of their own by their noun.
func (r *reading) datedEvents() map[string][]datedEvent {
	dated := map[string][]datedEvent{}
	for i := range r.phrases {
		ph := &r.phrases[i]
		if r.fixedPeriod(ph).IsZero() {
			continue
		}
		if e := r.eventOf(ph); e != nil && len(dated[e.noun]) < mostTies {
			dated[e.noun] = append(dated[e.noun], datedEvent{ph, e})
		}
	}
	return dated
}

// fixedPeriod is the period of a phrase that needs no anchor and is no longer than a year.
func (r *reading) fixedPeriod(ph *phrase) chancery.Period {
	if !ph.meaning.absolute() || ph.meaning.op == opYears || ph.meaning.op == opFiscal {
		return chancery.Period{}
	}
	p := r.period(&ph.meaning, unknownTense, chancery.Period{}, chancery.Period{})
	if p.Days() == 0 || p.Days() > 366 {
		return chancery.Period{}
	}
	return p
}

// tie adds what it means for the day of writing that both phrases date the event, or, without an
// event, that one explains the other.
func (r *reading) tie(all []evidence, rel, fixed *phrase, e *event) []evidence {
	p := r.fixedPeriod(fixed)
	if p.IsZero() {
		return all
	}
	days := writingDays(&rel.meaning, p)
	if len(days) == 0 {
		return all
	}
	span := days.period()
	why := fmt.Sprintf("%s is %s", r.quote(rel), r.quote(fixed))
	if e != nil {
		why = fmt.Sprintf("the same %s is dated %s and %s", e.describe(), r.quote(fixed), r.quote(rel))
	}
	return append(all, evidence{days: days, why: fmt.Sprintf("%s: written between %s and %s", why, span.Start, span.End)})
}

func (e *event) describe() string {
	for n, acronym := range e.names {
		if !acronym && len(e.names) == 1 {
			return strings.ToUpper(n[:1]) + n[1:] + " " + e.noun
		}
	}
	return e.noun
}

// countedFromWriting reports whether the meaning moves with the day of writing, by a week or more.
func (m *meaning) countedFromWriting() bool {
	if m.anaphoric {
		return false
	}
	switch m.op {
	case opUnit:
		return m.unit >= week
	case opDate:
		return m.year == 0 && (m.hasYearOffset || m.hasWhich && m.month > 0)
	case opSeason, opQuarter, opHalf:
		return m.year == 0 && (m.hasYearOffset || m.hasWhich)
	case opPart, opUpTo, opFromNow:
		return m.inner.countedFromWriting()
	}
	return false
}

// writingDays is the set of days on which the words would mean a time that overlaps p.
func writingDays(m *meaning, p chancery.Period) daySet {
	const around = 800
	var days daySet
	for d := p.Start.AddDays(-around); d.Before(p.End.AddDays(around)); d = d.AddDays(1) {
		res := resolver{anchor: d}
		if res.resolve(m).Overlaps(p) {
			n := dayNumberOf(d)
			days = days.add(n, n)
		}
	}
	return days
}

// beside reports whether one phrase explains the other: "last year (2024)", "2025, this year". Both
// must name a unit of the same sort.
func (r *reading) beside(a, b *phrase) bool {
	if a.first > b.first {
		a, b = b, a
	}
	if a.meaning.grain() != b.meaning.grain() || a.meaning.grain() == noUnit || b.first-a.last != 1 || b.attached {
		return false
	}
	return r.p.mark(a.last, '(') || r.p.mark(a.last, ',') && r.p.mark(b.last, ',', '.', ')')
}

// eventOf finds the event noun that the phrase belongs to: after it where it stands before its noun
// ("last year's BRICS summit in Kazan"), before it otherwise ("the BRICS summit in Kazan last year").
func (r *reading) eventOf(ph *phrase) *event {
	p := r.p
	if ph.attached {
		at := p.possessive(ph.last)
		for k := at; k < at+5 && k < len(p.atoms) && p.kind(k, wordAtom) && !p.apart(k); k++ {
			if p.lex(k).is(eventNoun) {
				return r.gather(k)
			}
			if p.lex(k).is(functionWord) {
				break
			}
		}
		if p.mark(ph.last, '\'') {
			return nil
		}
	}
	for k := ph.first - 1; k >= 0 && k > ph.first-10; k-- {
		if p.apart(k+1) || !p.kind(k, wordAtom) && !p.mark(k, ',') {
			return nil
		}
		if p.lex(k).is(eventNoun) {
			return r.gather(k)
		}
		if !p.capital(k) && !p.mark(k, ',') && !p.lex(k).is(functionWord) && p.word(k) != "held" {
			return nil
		}
	}
	return nil
}

// gather collects the names around the event noun at k: capitalised words before it, and after it
// behind prepositions of place.
func (r *reading) gather(k int) *event {
	p := r.p
	e := &event{noun: strings.TrimSuffix(p.lex(k).word, "s"), names: map[string]bool{}}
	add := func(i int) {
		word := r.doc.Text[p.atoms[i].start:p.atoms[i].end]
		e.names[strings.ToLower(word)] = p.atoms[i].upper
	}
	for i := k - 1; i >= 0 && i > k-6 && !p.apart(i+1) && p.kind(i, wordAtom); i-- {
		if p.capital(i) && !p.lex(i).is(functionWord) && !p.lex(i).is(which) {
			add(i)
		} else if p.lex(i).is(functionWord) {
			break
		}
	}
	for i := k + 1; i < len(p.atoms) && i < k+7 && !p.apart(i) && p.kind(i, wordAtom); i++ {
		switch {
		case p.capital(i) && p.lex(i) == nil:
			add(i)
		case p.word(i) == "in" || p.word(i) == "at" || p.word(i) == "of" || p.word(i) == "the" || p.word(i) == "on":
		default:
			return e
		}
	}
	return e
}

// oneEvent applies the rule that ties states.
func oneEvent(a, b *event, rel, fixed *phrase, dated []datedEvent) bool {
	if len(a.names) == 0 && len(b.names) == 0 {
		return rel.attached && fixed.attached && onlyDated(fixed, dated)
	}
	small, large := a.names, b.names
	if len(small) > len(large) {
		small, large = large, small
	}
	if len(small) == 0 {
		return false
	}
	telling := len(small) == len(large)
	for name, acronym := range small {
		if _, ok := large[name]; !ok {
			return false
		}
		telling = telling || !acronym
	}
	return telling
}

// onlyDated reports whether all dated events of the noun have the year of the phrase.
func onlyDated(fixed *phrase, dated []datedEvent) bool {
	for _, d := range dated {
		if d.phrase.meaning.year != fixed.meaning.year {
			return false
		}
	}
	return true
}
