package query

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"chancery"
	"chancery/ledger"
)

// Morning is what somebody who keeps the record asks first: what is new since he looked, what is late, what does not
// go together, and what lies ahead.
type Morning struct {
	At       At            `json:"at,omitzero"`
	Since    chancery.Date `json:"since,omitzero"`
	Today    chancery.Date `json:"today"`
	Sections []Section     `json:"sections"` // those that hold something
	Sources  []Source      `json:"sources"`
}

// The sections of a morning, in order.
const (
	SectionNew     = "new"
	SectionMoved   = "moved"
	SectionOverdue = "overdue"
	SectionAhead   = "ahead"
)

const (
	// week is how far before the newest report a morning looks back where no day is given.
	week = 7
	// horizon is how many days ahead a morning looks.
	horizon = 184
)

// Morning tells what became known since a day. A zero day stands for a week before the newest report.
func (r *Record) Morning(ctx context.Context, since chancery.Date, at At) (Morning, error) {
	reports, err := r.Reports(ctx, at)
	if err != nil {
		return Morning{}, err
	}
	if since.IsZero() && len(reports) > 0 {
		since = reports[0].KnownOn().AddDays(-week)
	}
	entries, err := r.entries(ctx, chancery.EntryFilter{}, at)
	if err != nil {
		return Morning{}, err
	}
	t, err := r.teller(ctx, nil, at)
	if err != nil {
		return Morning{}, err
	}
	told := map[string][]chancery.Entry{}
	var all []chancery.Entry
	for _, e := range entries {
		sections := t.onMorning(e, since)
		for _, section := range sections {
			told[section] = append(told[section], e)
		}
		if len(sections) > 0 {
			all = append(all, e)
		}
	}
	if err := t.loadFor(ctx, all); err != nil {
		return Morning{}, err
	}
	return t.morning(told, since), nil
}

// morning tells the entries of each section.
func (t *teller) morning(told map[string][]chancery.Entry, since chancery.Date) Morning {
	m := Morning{At: t.at, Since: since, Today: t.today, Sections: []Section{}}
	tensions := map[string]bool{}
	for _, s := range []struct{ id, title string }{{SectionNew, "New on the record"}, {SectionMoved, "What moved on"},
		{SectionOverdue, "Overdue"}, {SectionTensions, "Contradicted"}, {SectionAhead, "Ahead"}} {
		section := Section{ID: s.id, Title: s.title}
		slices.SortFunc(told[s.id], morningOrder(s.id))
		for _, e := range told[s.id] {
			if s.id == SectionTensions {
				section.Lines = append(section.Lines, t.tensions(e, tensions)...)
			} else if line, ok := t.line(e); ok {
				section.Lines = append(section.Lines, line)
			}
		}
		if len(section.Lines) > 0 {
			m.Sections = append(m.Sections, section)
		}
	}
	m.Sources = t.sources
	return m
}

// onMorning names the sections of a morning that an entry belongs to.
func (t *teller) onMorning(e chancery.Entry, since chancery.Date) []string {
	state, ok := t.stateOf(e)
	if !ok || e.Kind == chancery.KindQuote {
		return nil
	}
	var sections []string
	switch {
	case since.IsZero() || e.LastKnown.Before(since):
	case e.FirstKnown.Before(since):
		sections = append(sections, SectionMoved)
	default:
		sections = append(sections, SectionNew)
	}
	if state == chancery.StateOverdue {
		sections = append(sections, SectionOverdue)
	}
	if len(e.Tensions) > 0 {
		sections = append(sections, SectionTensions)
	}
	if day := t.ahead(e, state); !day.IsZero() && day.Before(t.today.AddDays(horizon)) {
		sections = append(sections, SectionAhead)
	}
	return sections
}

// Ahead tells what is planned or due and not past yet, in order of time; of all, or of one or two actors.
func (r *Record) Ahead(ctx context.Context, subjects []ActorChoice, at At) (Answer, error) {
	var entries []chancery.Entry
	var err error
	title := "Ahead"
	if len(subjects) == 0 {
		entries, err = r.entries(ctx, chancery.EntryFilter{}, at)
	} else {
		title += ": " + subjects[0].Name
		entries, err = r.about(ctx, subjects, at)
	}
	if err != nil {
		return Answer{}, err
	}
	slices.SortFunc(entries, morningOrder(SectionAhead))
	return r.answer(ctx, title, subjects, entries, at, func(t *teller, e chancery.Entry) bool {
		state, ok := t.stateOf(e)
		return ok && !t.ahead(e, state).IsZero()
	})
}

// ahead is the last day of what is planned or due and not past yet, or zero.
func (t *teller) ahead(e chancery.Entry, state chancery.State) chancery.Date {
	var day chancery.Date
	switch {
	case e.Kind == chancery.KindCommitment && waits(state):
		day = cmp.Or(e.Due.End, e.Due.Start)
	case !ledger.Real(state) && (state == chancery.StatePlanned || state == chancery.StatePostponed):
		day = cmp.Or(e.When.End, e.When.Start)
	}
	if day.Before(t.today) {
		return chancery.Date{}
	}
	return day
}

// morningOrder puts what lies ahead in order of time, and all else the latest first.
func morningOrder(section string) func(a, b chancery.Entry) int {
	return func(a, b chancery.Entry) int {
		if section == SectionAhead {
			return cmp.Or(comes(a).Compare(comes(b)), strings.Compare(a.ID, b.ID))
		}
		return cmp.Or(b.LastKnown.Compare(a.LastKnown), newestFirst(a, b))
	}
}

func comes(e chancery.Entry) chancery.Date {
	if e.Kind == chancery.KindCommitment {
		return cmp.Or(e.Due.End, e.Due.Start)
	}
	return cmp.Or(e.When.End, e.When.Start)
}
