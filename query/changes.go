package query

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"chancery"
	"chancery/ledger"
)

// Changes tells what became known since a day, of all or of one or two actors as typed: what is new, what has moved
// on and from what, what fell due meanwhile and was not done, and what contradicts itself through what is new.
func (r *Record) Changes(ctx context.Context, a, b string, since chancery.Date, at At) (Morning, error) {
	var subjects []ActorChoice
	if a != "" {
		var err error
		if subjects, err = r.subjects(ctx, a, b); err != nil {
			return Morning{}, err
		}
	}
	now, err := r.of(ctx, subjects, at)
	if err != nil {
		return Morning{}, err
	}
	before, err := r.of(ctx, subjects, At{KnownOn: since.AddDays(-1)})
	if err != nil {
		return Morning{}, err
	}
	was := map[string]chancery.Entry{}
	for _, e := range before {
		was[e.ID] = e
	}
	t, err := r.teller(ctx, nil, at)
	if err != nil {
		return Morning{}, err
	}
	told := map[string][]chancery.Entry{}
	var all []chancery.Entry
	for _, e := range now {
		sections := t.changed(e, was, since)
		for _, s := range sections {
			told[s] = append(told[s], e)
		}
		if len(sections) > 0 {
			all = append(all, e)
		}
	}
	if err := t.loadFor(ctx, all); err != nil {
		return Morning{}, err
	}
	m := t.morning(told, since)
	for i := range m.Sections {
		if m.Sections[i].ID != SectionMoved {
			continue
		}
		for k := range m.Sections[i].Lines {
			line := &m.Sections[i].Lines[k]
			if before := was[line.Entry]; before.State != line.State {
				line.Was = before.State
			}
		}
	}
	return m, nil
}

// of gives the entries about the subjects, or all where there are none.
func (r *Record) of(ctx context.Context, subjects []ActorChoice, at At) ([]chancery.Entry, error) {
	if len(subjects) == 0 {
		return r.entries(ctx, chancery.EntryFilter{}, at)
	}
	return r.about(ctx, subjects, at)
}

// changed names the sections of changes since a day that an entry belongs to. was holds the entries as they were
// known the day before, by id.
func (t *teller) changed(e chancery.Entry, was map[string]chancery.Entry, since chancery.Date) []string {
	state, ok := t.stateOf(e)
	if !ok || e.Kind == chancery.KindQuote || len(e.For)+len(e.Against) == 0 {
		return nil
	}
	var sections []string
	old, known := was[e.ID]
	switch {
	case !known && !e.LastKnown.Before(since):
		sections = append(sections, SectionNew)
	case known && (old.State != e.State || old.When != e.When || old.Due != e.Due || len(old.Against) != len(e.Against)):
		sections = append(sections, SectionMoved)
	}
	if due := cmp.Or(e.Due.End, e.Due.Start); state == chancery.StateOverdue && !due.Before(since) {
		sections = append(sections, SectionOverdue)
	}
	if len(e.Tensions) > 0 && len(old.Tensions) < len(e.Tensions) {
		sections = append(sections, SectionTensions)
	}
	return sections
}

// Tensions lists what cannot all be so as it stands, of all or of one or two actors: first what most publishers
// bear witness to, of that the newest. Nothing is decided.
func (r *Record) Tensions(ctx context.Context, a, b string, at At) (Answer, error) {
	var subjects []ActorChoice
	title := "Tensions"
	if a != "" {
		var err error
		if subjects, err = r.subjects(ctx, a, b); err != nil {
			return Answer{}, err
		}
		for i, s := range subjects {
			title += []string{": ", " and "}[i] + s.Name
		}
	}
	entries, err := r.of(ctx, subjects, at)
	if err != nil {
		return Answer{}, err
	}
	entries = slices.DeleteFunc(entries, func(e chancery.Entry) bool { return len(e.Tensions) == 0 })
	t, err := r.teller(ctx, entries, at)
	if err != nil {
		return Answer{}, err
	}
	weight := map[string]int{}
	for _, e := range entries {
		weight[e.ID] = t.witnesses(e)
	}
	slices.SortFunc(entries, func(a, b chancery.Entry) int {
		return cmp.Or(cmp.Compare(weight[b.ID], weight[a.ID]), b.LastKnown.Compare(a.LastKnown), strings.Compare(a.ID, b.ID))
	})
	answer := Answer{Title: title, Subjects: subjects, At: at, Lines: []Line{}}
	told := map[string]bool{}
	for _, e := range entries {
		if _, ok := t.stateOf(e); ok {
			answer.Lines = append(answer.Lines, t.tensions(e, told)...)
		}
	}
	answer.Sources = t.sources
	return answer, nil
}

// witnesses counts the publishers whose reports stand against each other in an entry's tensions; what the reports
// say in their own voice counts twice.
func (t *teller) witnesses(e chancery.Entry) int {
	publishers, n := map[string]bool{}, 0
	for _, tension := range e.Tensions {
		for _, id := range tension.Claims {
			c, ok := t.claims[id]
			if !ok || publishers[t.publisher(c.Report)] {
				continue
			}
			publishers[t.publisher(c.Report)] = true
			n++
			if !c.Attributed(t.publisher(c.Report)) && ledger.Real(e.State) {
				n++
			}
		}
	}
	return n
}
