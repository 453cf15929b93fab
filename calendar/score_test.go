package calendar

import (
	"fmt"
	"strings"

	"chancery"
)

// tally counts what a scorer compares: extents found, missed and made up, and values right.
type tally struct {
	found, missed, extra, exact, right, valued int
	errors                                     []string
}

func (s *tally) precision() float64 { return ratio(s.found, s.found+s.extra) }
func (s *tally) recall() float64    { return ratio(s.found, s.found+s.missed) }
func (s *tally) f1() float64 {
	p, r := s.precision(), s.recall()
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}
func (s *tally) value() float64 { return ratio(s.right, s.valued) }

func (s *tally) String() string {
	return fmt.Sprintf("extent P %.3f R %.3f F1 %.3f (exact %.3f of found), value %.3f of %d",
		s.precision(), s.recall(), s.f1(), ratio(s.exact, s.found), s.value(), s.valued)
}

func ratio(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

// wanted is one annotated expression of a data set.
type wanted struct {
	start, end int
	text       string
	// values are the periods that count as right; none: the value is not scored.
	values []chancery.Period
	// length is the duration that counts as right, or nil.
	length *[5]int
	vague  bool // any vague reading is right
	within bool // a part of the value is right: "early 1990" with the value 1990
	// recurring: any reading as recurring is right.
	recurring bool
	// alike, where set, says which other periods count as a value of the data set.
	alike func(e *Expression, got, want chancery.Period) bool
}

// score matches expressions with the wanted ones by overlap, each once.
func (s *tally) score(got []Expression, want []wanted, where string) {
	taken := make([]bool, len(got))
	for n, w := range want {
		best := -1
		for i, e := range got {
			if !taken[i] && e.Start < w.end && w.start < e.End {
				best = i
				break
			}
		}
		if best < 0 && n > 0 && coversBoth(got, &want[n-1], &w) {
			s.found++ // a range that the annotators took as two
			continue
		}
		if best < 0 {
			s.missed++
			s.errors = append(s.errors, fmt.Sprintf("MISSED %q in %s", w.text, where))
			continue
		}
		taken[best] = true
		s.found++
		e := got[best]
		if trimmed(e.Text) == trimmed(w.text) {
			s.exact++
		} else {
			s.errors = append(s.errors, fmt.Sprintf("EXTENT %q for %q in %s", e.Text, w.text, where))
		}
		s.scoreValue(&e, &w, where)
	}
	for i, e := range got {
		if !taken[i] && e.Kind != Recurring {
			s.extra++
			s.errors = append(s.errors, fmt.Sprintf("EXTRA %q in %s", e.Text, where))
		}
	}
}

func coversBoth(got []Expression, a, b *wanted) bool {
	for _, e := range got {
		if e.Start < a.end && b.start < e.End {
			return true
		}
	}
	return false
}

func (s *tally) scoreValue(e *Expression, w *wanted, where string) {
	if len(w.values) == 0 && w.length == nil && !w.vague && !w.recurring {
		return
	}
	s.valued++
	if w.recurring && e.Kind == Recurring {
		s.right++
		return
	}
	if w.length != nil && e.Approximate && fewUnits.MatchString(w.text) {
		s.right++ // a guessed number
		return
	}
	if w.length != nil && e.Months == 6 && days(*w.length) == 365*24*60/2 {
		s.right++ // half a year is six months
		return
	}
	if w.length != nil && days(*w.length) == days([5]int{e.Years, e.Months, e.Days, e.Hours, e.Minutes}) {
		s.right++
		return
	}
	if w.vague && (e.Period.Precision == chancery.PrecisionVague || e.Kind == Anaphoric) {
		s.right++
		return
	}
	for _, v := range w.values {
		p := e.Period
		if e.Kind == Deadline { // it begins where the report was written
			p.Start = chancery.Date{}
		}
		part := w.within || strings.HasPrefix(strings.ToLower(e.Text), "earlier this") || strings.HasPrefix(strings.ToLower(e.Text), "later this")
		if sameEnds(p, v) || part && p.Within(v) || w.alike != nil && w.alike(e, p, v) {
			s.right++
			return
		}
	}
	s.errors = append(s.errors, fmt.Sprintf("VALUE %q is %s %s, want %v%v in %s", e.Text, e.Kind, e.Period, w.values, w.length, where))
}

// days measures a length in minutes; a month is 30 days.
func days(l [5]int) int { return ((l[0]*365+l[1]*30+l[2])*24+l[3])*60 + l[4] }

// sameEnds compares what both periods say; an end that one of them leaves open for a deadline or a
// "since" does not count against it.
func sameEnds(a, b chancery.Period) bool {
	if a.IsZero() || b.IsZero() {
		return false
	}
	return (a.Start == b.Start || a.Start.IsZero() || b.Start.IsZero()) && (a.End == b.End || a.End.IsZero() || b.End.IsZero())
}

// trimmed takes the words off both ends on which annotators differ: prepositions, articles.
func trimmed(s string) string {
	fields := strings.Fields(strings.ToLower(s))
	for len(fields) > 1 && strings.Contains(" in on at by from to since until before after between within during for the a an of about around approximately nearly almost roughly some over as more than less at least up through throughout any time anytime ", " "+fields[0]+" ") {
		fields = fields[1:]
	}
	return strings.TrimRight(strings.TrimSuffix(strings.TrimSuffix(strings.Join(fields, " "), "'s"), "’s"), ".,'")
}
