package calendar

import (
	"fmt"
	"sort"
	"time"

	"chancery"
	"chancery/english"
)

// Constraint is something known from elsewhere about when a report was written: it was within
// Period, which may have an open end. Why is said to people as it stands.
type Constraint struct {
	Period chancery.Period
	Why    string
}

// evidence is what one observation says about the day of writing.
type evidence struct {
	days daySet
	why  string
	// soft evidence rests on an assumption about how news is written; where it contradicts other
	// evidence it gives way.
	soft bool
}

// DateReport works out when a report without a date must have been written, from what it says and
// from what the caller knows. It returns an interval, perhaps with an open end, and the reasons, one
// a line; the zero Period where nothing tells.
//
// What counts:
//   - one event told with its date and with words counted from the writing: "the Prague forum in the
//     spring of 2019" and "the Prague forum last year";
//   - dates with a year that are told as past, or announced with "will" or "is to";
//   - a day of the week with a day of the year ("Tuesday, March 4"), which only some years have;
//   - days without a year told as news ("On June 4, the ministers signed"): the latest of them is
//     taken to be at most 31 days old, and one that is announced at most 300 days away, since
//     writers add the year to what lies farther off.
//
// The last two rest on how news is written and give way where other evidence contradicts them. Where
// evidence of the first two kinds contradicts itself, the interval is widened to hold both sides.
func DateReport(doc *english.Document, constraints ...Constraint) (chancery.Period, []string) {
	r := read(doc)
	var all []evidence
	for _, c := range constraints {
		if days := daysOf(c.Period); !c.Period.IsZero() && days != nil {
			all = append(all, evidence{days: days, why: c.Why})
		}
	}
	all = append(all, r.ties()...)
	all = append(all, r.bounds()...)
	all = append(all, r.weekdays()...)
	all = append(all, r.news()...)
	return weigh(all)
}

// weigh intersects the evidence in the order of its strength.
func weigh(all []evidence) (chancery.Period, []string) {
	feasible := allDays()
	var reasons []string
	for _, e := range all {
		both := feasible.intersect(e.days)
		switch {
		case len(both) > 0:
			feasible = both
			reasons = append(reasons, e.why)
		case e.soft:
			reasons = append(reasons, "left aside, because it contradicts the rest: "+e.why)
		default:
			feasible = feasible.hull(e.days)
			reasons = append(reasons, "contradicts the rest, so the interval is widened to hold both: "+e.why)
		}
	}
	p := feasible.period()
	if p.IsZero() && len(reasons) > 0 {
		reasons = append(reasons, "nothing in the text fixes the year")
	}
	return p, reasons
}

// bounds gives the latest dated past and the earliest dated future.
func (r *reading) bounds() []evidence {
	var past1, next1 *phrase
	var latest, earliest chancery.Period
	for i := range r.phrases {
		ph := &r.phrases[i]
		if !r.dated(ph) {
			continue
		}
		p := r.period(&ph.meaning, ph.tense, chancery.Period{}, chancery.Period{})
		if p.Days() == 0 {
			continue
		}
		switch {
		case r.toldAsPast(ph) && (past1 == nil || p.Start.After(latest.Start)):
			past1, latest = ph, p
		case r.announced(ph) && (next1 == nil || p.End.Before(earliest.End)):
			next1, earliest = ph, p
		}
	}
	var all []evidence
	if past1 != nil {
		all = append(all, evidence{days: daysOf(chancery.Period{Start: latest.Start}),
			why: fmt.Sprintf("%s is told as past: written on or after %s", r.quote(past1), latest.Start)})
	}
	if next1 != nil {
		all = append(all, evidence{days: daysOf(chancery.Period{End: earliest.End}),
			why: fmt.Sprintf("%s is told as still to come: written on or before %s", r.quote(next1), earliest.End)})
	}
	return all
}

// dated reports whether the phrase names a time with its year at which something takes place.
func (r *reading) dated(ph *phrase) bool {
	m := &ph.meaning
	if !m.absolute() || ph.attached || m.op == opYears || m.op == opFiscal {
		return false
	}
	return ph.lead == atLead || ph.lead == byLead || ph.lead == noLead && m.op == opDate && m.day > 0
}

func (r *reading) toldAsPast(ph *phrase) bool { return ph.tense == past && ph.lead != byLead }

// announced reports whether the nearest verb is "will" or "is to": stricter than the future tense,
// because "was to" and "agreed to" leave open what has come to pass since.
func (r *reading) announced(ph *phrase) bool {
	if !ph.tense.isFuture() && ph.tense != limit {
		return false
	}
	found := 0
	look := func(k int) bool {
		l := r.p.lex(k)
		switch {
		case l.is(futureVerb):
			found = 1
			if l.word == "would" {
				found = -1
			}
		case l != nil && (l.word == "is" || l.word == "are") && (r.p.next(k+1) == "to" || r.p.lex(k+1).is(planning)):
			found = 1
		case l.is(pastVerb) && !r.afterBe(k) || l.is(undertaking):
			found = -1
		}
		return found != 0
	}
	for k := ph.first - 1; k >= max(0, ph.first-reach) && !r.p.apart(k+1) && !r.p.sentenceEnd(k); k-- {
		if look(k) {
			return found > 0
		}
	}
	for k := ph.last; k < min(len(r.p.atoms), ph.last+reach) && !r.p.apart(k) && !r.p.sentenceEnd(k); k++ {
		if look(k) {
			return found > 0
		}
	}
	return false
}

// occurrences gives the days in all years on which a day and a month fall, with the weekday where it
// is said.
func (m *meaning) occurrences() []int {
	var days []int
	for y := firstYear; y <= lastYear; y++ {
		if !validDay(y, m.month, m.day) {
			continue
		}
		d := chancery.NewDate(y, time.Month(m.month), m.day)
		if m.weekday == 0 || int(d.Weekday()) == m.weekday-1 {
			days = append(days, dayNumberOf(d))
		}
	}
	return days
}

// yearlessDay reports whether the phrase is a day and a month without a year, as something takes
// place on it, and gives it. A range counts with its first day.
func (r *reading) yearlessDay(ph *phrase) (*meaning, bool) {
	m := &ph.meaning
	if m.op == opRange {
		m = m.inner
	}
	if m.op != opDate || m.month == 0 || m.day == 0 || m.year > 0 || m.hasYearOffset || m.hasWhich {
		return nil, false
	}
	own := ph.lead == atLead || ph.lead == noLead
	return m, own && !r.p.mark(ph.last, '\'')
}

// weekdays restricts the years to those in which a day of the year falls on the weekday said with it.
func (r *reading) weekdays() []evidence {
	var all []evidence
	for i := range r.phrases {
		ph := &r.phrases[i]
		m, ok := r.yearlessDay(ph)
		if !ok || m.weekday == 0 {
			continue
		}
		var days daySet
		for _, d := range m.occurrences() {
			if ph.tense.isFuture() {
				days = days.add(d-300, d)
			} else {
				days = days.add(d, d+300)
			}
		}
		all = append(all, evidence{days: days, soft: true,
			why: fmt.Sprintf("%s: only some years have that weekday on that day", r.quote(ph))})
	}
	return all
}

// newsAge is how old the latest news of a report may be, in days.
const newsAge = 31

// news uses the days without a year that are told in the past, and those that are announced.
func (r *reading) news() []evidence {
	var told []*phrase
	var all []evidence
	for i := range r.phrases {
		ph := &r.phrases[i]
		m, ok := r.yearlessDay(ph)
		if !ok {
			continue
		}
		if ph.tense == past {
			told = append(told, ph)
		} else if r.announced(ph) {
			var days daySet
			for _, d := range m.occurrences() {
				days = days.add(d-300, d)
			}
			all = append(all, evidence{days: days, soft: true,
				why: fmt.Sprintf("%s is announced without a year: written before it, by less than a year", r.quote(ph))})
		}
	}
	if latest := r.latestTold(told); latest != nil {
		m, _ := r.yearlessDay(latest)
		var days daySet
		for _, d := range m.occurrences() {
			days = days.add(d, d+newsAge)
		}
		all = append([]evidence{{days: days, soft: true,
			why: fmt.Sprintf("%s is told as news without a year: taken to be at most %d days old", r.quote(latest), newsAge)}}, all...)
	}
	return all
}

// latestTold is the last of the days when they are put in the order of the story. The year is a
// circle; it is cut where the longest time passes between two of the days.
func (r *reading) latestTold(told []*phrase) *phrase {
	if len(told) == 0 {
		return nil
	}
	dayOf := func(ph *phrase) int {
		m, _ := r.yearlessDay(ph)
		return chancery.NewDate(2024, time.Month(m.month), m.day).Time().YearDay()
	}
	sort.SliceStable(told, func(i, j int) bool { return dayOf(told[i]) < dayOf(told[j]) })
	var latest *phrase
	longest := -1
	for i, ph := range told {
		gap := 366
		if i+1 < len(told) {
			gap = dayOf(told[i+1]) - dayOf(ph)
		} else {
			gap += dayOf(told[0]) - dayOf(ph)
		}
		if gap > longest {
			longest, latest = gap, ph
		}
	}
	return latest
}

// quote is the phrase in quotation marks, for reasons.
func (r *reading) quote(ph *phrase) string {
	return "“" + r.doc.Text[r.p.atoms[ph.first].start:r.p.atoms[ph.last-1].end] + "”"
}
