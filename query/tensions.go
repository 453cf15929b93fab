package query

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"chancery"
)

// tensions gives a line for each tension of an entry that has not been told yet: both entries of a
// pair have the same.
func (t *teller) tensions(e chancery.Entry, told map[string]bool) []Line {
	var lines []Line
	for _, tension := range e.Tensions {
		if line, ok := t.tension(e, tension, told); ok {
			lines = append(lines, line)
		}
	}
	return lines
}

// tension words one tension; false where it was told already, or nothing is said of the day asked for.
// One within an entry says first what it is about.
func (t *teller) tension(e chancery.Entry, tension chancery.Tension, told map[string]bool) (Line, bool) {
	line, ok := t.line(e)
	text := t.plainly(tension.Why, e)
	if tension.With == "" {
		text = strings.TrimSuffix(line.Text, ".") + ": " + strings.ToLower(text[:1]) + text[1:]
	}
	if !ok || told[text] {
		t.lines -= yes(ok)
		return Line{}, false
	}
	told[text] = true
	line.Text, line.Tensions, line.Sources, line.Against = text, nil, t.passages(tension.Claims), nil
	return line, true
}

// Tensions lists all that does not go together, of all actors or of those named, the weightiest first.
// Each line has the passages of the one side as its sources, those of the other against it, and says in
// a note who stands on which side.
func (r *Record) Tensions(ctx context.Context, subjects []ActorChoice, at At) (Answer, error) {
	entries, err := r.entries(ctx, chancery.EntryFilter{}, at)
	if err != nil {
		return Answer{}, err
	}
	entries = slices.DeleteFunc(entries, func(e chancery.Entry) bool { return len(e.Tensions) == 0 || !concerns(e, subjects) })
	t, err := r.teller(ctx, entries, at)
	if err != nil {
		return Answer{}, err
	}
	var newest chancery.Date
	for _, rep := range t.reports {
		if known := rep.KnownOn(); known.After(newest) && (at.KnownOn.IsZero() || !known.After(at.KnownOn)) {
			newest = known
		}
	}
	var reports []string
	for _, e := range entries {
		for _, tension := range e.Tensions {
			if err := t.load(ctx, slices.Clone(tension.Claims)); err != nil {
				return Answer{}, err
			}
			for _, id := range tension.Claims {
				if c, ok := t.claims[id]; ok {
					reports = append(reports, c.Report)
				}
			}
		}
	}
	texts, err := t.textsOf(ctx, reports)
	if err != nil {
		return Answer{}, err
	}
	type weighed struct {
		line   Line
		weight float64
		last   chancery.Date
	}
	var all []weighed
	told, registered := map[string]bool{}, map[string]bool{}
	for _, e := range entries {
		registered[e.ID] = e.Register != ""
	}
	for _, e := range entries {
		for _, tension := range e.Tensions {
			line, ok := t.tension(e, tension, told)
			if !ok {
				continue
			}
			one := slices.DeleteFunc(slices.Clone(tension.Claims), func(id string) bool { return slices.Contains(tension.Other, id) })
			sides := [2]camp{t.camp(e, one, texts), t.camp(e, tension.Other, texts)}
			line.Sources, line.Against = t.passages(one), t.passages(tension.Other)
			line.Note = sides[0].who
			switch {
			case len(tension.Other) > 0:
				line.Note += "; against it " + sides[1].who
			case e.Register != "" || registered[tension.With]:
				line.Note += "; against it the register of actors"
			}
			w := weighed{line, weigh(sides), later(sides[0].last, sides[1].last)}
			if !w.last.IsZero() {
				w.weight /= 1 + float64(newest.DaysSince(w.last))/quarter
			}
			all = append(all, w)
		}
	}
	slices.SortStableFunc(all, func(a, b weighed) int {
		return cmp.Or(cmp.Compare(b.weight, a.weight), b.last.Compare(a.last), strings.Compare(a.line.Entry, b.line.Entry), strings.Compare(a.line.Text, b.line.Text))
	})
	answer := Answer{Title: "Tensions", Subjects: subjects, At: at, Lines: make([]Line, 0, len(all)), Sources: t.sources}
	for i, w := range all {
		w.line.Number = i + 1
		answer.Lines = append(answer.Lines, w.line)
	}
	return answer, nil
}

// quarter is after how many days a tension weighs half.
const quarter = 92

// camp is who says one side of a tension.
type camp struct {
	strength float64
	who      string
	last     chancery.Date // on which somebody said it
}

// camp adds up who says it. A publisher counts once however often it says it, and so do several that
// carry one text; its own word counts one, that of somebody who speaks for a party of the entry too, and
// that of anybody else a half.
func (t *teller) camp(e chancery.Entry, claims []string, texts texts) camp {
	counts := map[string]float64{}
	var s camp
	var voices []string
	carriers := map[string]bool{}
	for _, id := range claims {
		c, ok := t.claims[id]
		if !ok {
			continue
		}
		s.last = later(s.last, t.reports[c.Report].KnownOn())
		publisher := t.carrier(c.Report)
		count, voice := 1.0, publisher
		if c.Attributed(t.publisher(c.Report)) {
			voice = t.words.saidBy([]chancery.Voice{{Chain: c.SaidBy, Report: c.Report}}, t.publisher) + " in " + publisher
			if len(c.SaidBy) == 0 || c.SaidBy[0].ID == "" || !involves(e, c.SaidBy[0].ID) {
				count = 0.5
			}
		}
		if !slices.Contains(voices, voice) {
			voices = append(voices, voice)
		}
		carriers[publisher] = true
		origin := t.carrier(texts.origin[c.Report])
		counts[origin] = max(counts[origin], count)
	}
	for _, count := range counts {
		s.strength += count
	}
	slices.Sort(voices)
	s.who = list(voices[:min(len(voices), 3)])
	if more := len(voices) - 3; more > 0 {
		s.who = fmt.Sprintf("%s and %d more", strings.Join(voices[:3], ", "), more)
	}
	verb := "says so"
	if len(voices) > 1 {
		verb = "say so"
	}
	s.who += " " + verb
	if len(carriers) > len(counts) {
		s.who += sameText(len(counts))
	}
	if !s.last.IsZero() {
		s.who += ", last on " + Date(s.last)
	}
	return s
}

// weigh: what both sides have good voices for matters more than one voice against many. The register is
// one voice.
func weigh(sides [2]camp) float64 {
	weak, strong := sides[0].strength, max(sides[1].strength, float64(yes(sides[1].strength == 0)))
	return min(weak, strong) + max(weak, strong)/4
}

func later(a, b chancery.Date) chancery.Date {
	if b.After(a) {
		return b
	}
	return a
}

// concerns reports whether an entry is about one of the subjects; about any where none is named.
func concerns(e chancery.Entry, subjects []ActorChoice) bool {
	return len(subjects) == 0 || slices.ContainsFunc(subjects, func(a ActorChoice) bool {
		return involves(e, a.ID) && (a.Person == "" || names(e, a.Person))
	})
}
