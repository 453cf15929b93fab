package query

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"chancery"
	"chancery/ledger"
)

// Answer is a list of lines with their sources.
type Answer struct {
	Title    string        `json:"title"`
	Subjects []ActorChoice `json:"subjects,omitempty"`
	At       At            `json:"at,omitzero"`
	Lines    []Line        `json:"lines"`
	Sources  []Source      `json:"sources"`
}

// answer tells the entries in the order given.
func (r *Record) answer(ctx context.Context, title string, subjects []ActorChoice, entries []chancery.Entry, at At,
	keep func(*teller, chancery.Entry) bool) (Answer, error) {
	t, err := r.teller(ctx, entries, at)
	if err != nil {
		return Answer{}, err
	}
	a := Answer{Title: title, Subjects: subjects, At: at, Lines: []Line{}}
	for _, e := range entries {
		if keep != nil && !keep(t, e) {
			continue
		}
		if line, ok := t.line(e); ok {
			a.Lines = append(a.Lines, line)
		}
	}
	a.Sources = t.sources
	return a, nil
}

// Standings lists who stands where in an association, or where an actor stands in all of them. What
// the register knows is listed too, also where no report tells of it.
func (r *Record) Standings(ctx context.Context, name string, at At) (Answer, error) {
	actor, err := r.Actor(ctx, name)
	if err != nil {
		return Answer{}, err
	}
	entries, err := r.entries(ctx, chancery.EntryFilter{Kind: chancery.KindStanding, Actor: actor.ID}, at)
	if err != nil {
		return Answer{}, err
	}
	entries = append(entries, r.untold(actor.ID, entries, at)...)
	slices.SortFunc(entries, func(a, b chancery.Entry) int {
		return cmp.Or(strings.Compare(associationOf(a), associationOf(b)), cmp.Compare(b.Standing.Rank(), a.Standing.Rank()),
			begins(b).Compare(begins(a)), strings.Compare(r.holder(a), r.holder(b)), strings.Compare(a.ID, b.ID))
	})
	return r.answer(ctx, "Standings: "+actor.Name, []ActorChoice{actor}, entries, at, nil)
}

// holder is the usual name of the first who holds a standing, without an article: what began on one day
// is listed by name.
func (r *Record) holder(e chancery.Entry) string {
	if len(e.Actors) == 0 {
		return ""
	}
	return cmp.Or(r.names.Name(e.Actors[0].ID), e.Actors[0].Name)
}

// untold gives the register's standings of pairs of which no entry tells.
func (r *Record) untold(actor string, entries []chancery.Entry, at At) []chancery.Entry {
	told := map[ledger.Pair]bool{}
	for _, e := range entries {
		for _, p := range e.Actors {
			told[ledger.Pair{Actor: p.ID, Association: associationOf(e)}] = true
		}
	}
	facts := slices.Concat(r.names.Facts(actor, ""), r.names.Facts("", actor))
	facts = slices.DeleteFunc(facts, func(f chancery.StandingFact) bool {
		return told[ledger.Pair{Actor: f.Actor, Association: f.Association}]
	})
	return ledger.Conclude(ledger.Input{Acts: r.acts, Facts: facts, KnownOn: at.KnownOn})
}

// Agreements lists the agreements of an actor, or between two where b is not empty, the newest first.
func (r *Record) Agreements(ctx context.Context, a, b string, at At) (Answer, error) {
	return r.ofKind(ctx, "Agreements", chancery.KindAgreement, a, b, at, nil)
}

// Commitments lists the commitments of an actor or between two, or all of them where no actor is
// named; only those that wait to be kept where open is set.
func (r *Record) Commitments(ctx context.Context, a, b string, open bool, at At) (Answer, error) {
	return r.ofKind(ctx, "Commitments", chancery.KindCommitment, a, b, at, func(t *teller, e chancery.Entry) bool {
		state, ok := t.stateOf(e)
		return ok && (!open || waits(state))
	})
}

func (r *Record) ofKind(ctx context.Context, title string, kind chancery.Kind, a, b string, at At,
	keep func(*teller, chancery.Entry) bool) (Answer, error) {
	filter := chancery.EntryFilter{Kind: kind}
	var subjects []ActorChoice
	if a != "" {
		var err error
		if subjects, err = r.subjects(ctx, a, b); err != nil {
			return Answer{}, err
		}
		filter.Actor = subjects[0].ID
		title += ": " + subjects[0].Name
	}
	if len(subjects) > 1 {
		filter.With = subjects[1].ID
		title += " and " + subjects[1].Name
	}
	entries, err := r.entries(ctx, filter, at)
	if err != nil {
		return Answer{}, err
	}
	slices.SortFunc(entries, newestFirst)
	return r.answer(ctx, title, subjects, entries, at, keep)
}

// Timeline tells, in order of time, what happened to an actor, between two, or at all where no actor is
// named: every entry that has a
// time, and each further step of it (ratified, in force, postponed) on its own day. Steps of which
// only the report's date is known stand there.
func (r *Record) Timeline(ctx context.Context, a, b string, at At) (Answer, error) {
	if a == "" {
		return r.TimelineOf(ctx, nil, at)
	}
	subjects, err := r.subjects(ctx, a, b)
	if err != nil {
		return Answer{}, err
	}
	return r.TimelineOf(ctx, subjects, at)
}

// TimelineOf is the timeline of one or two actors that are found already, or of the whole record where there are none.
func (r *Record) TimelineOf(ctx context.Context, subjects []ActorChoice, at At) (Answer, error) {
	var entries []chancery.Entry
	var err error
	if len(subjects) == 0 {
		entries, err = r.entries(ctx, chancery.EntryFilter{}, at)
	} else {
		entries, err = r.about(ctx, subjects, at)
	}
	if err != nil {
		return Answer{}, err
	}
	entries = slices.DeleteFunc(entries, func(e chancery.Entry) bool { return e.Kind == chancery.KindQuote })
	t, err := r.teller(ctx, entries, at)
	if err != nil {
		return Answer{}, err
	}
	title := "Timeline"
	for i, s := range subjects {
		title += []string{": ", " and "}[i] + s.Name
	}
	return Answer{Title: title, Subjects: subjects, At: at, Lines: t.timeline(entries), Sources: t.sources}, nil
}

// turn is a step of an entry at one time, on all the claims that tell it.
type turn struct {
	entry  chancery.Entry
	step   chancery.Step
	day    chancery.Date
	claims []string
}

func (t *teller) timeline(entries []chancery.Entry) []Line {
	var turns []turn
	for _, e := range entries {
		turns = append(turns, turnsOf(e)...)
	}
	slices.SortStableFunc(turns, func(a, b turn) int {
		return cmp.Or(a.day.Compare(b.day), strings.Compare(a.entry.ID, b.entry.ID), strings.Compare(a.step.Claim, b.step.Claim))
	})
	lines := []Line{}
	told := map[string]bool{}
	events := map[string]bool{} // what is an event is told as one, and not as the promise that it keeps
	for _, m := range turns {
		if m.entry.Kind == chancery.KindEvent {
			events[m.step.Claim] = true
		}
	}
	for _, m := range turns {
		if !t.at.AsOf.IsZero() && m.day.After(t.at.AsOf) {
			continue
		}
		claim, ok := t.claims[m.step.Claim]
		// A claim may bear an event and a commitment; the timeline tells it once.
		if !ok || told[claim.ID] || events[claim.ID] && m.entry.Kind != chancery.KindEvent {
			continue
		}
		for _, id := range m.claims {
			told[id] = true
		}
		t.lines++
		lines = append(lines, Line{Number: t.lines, Text: t.words.Claim(claim, t.publisher(claim.Report)), Entry: m.entry.ID,
			Kind: m.entry.Kind, Act: m.step.Act, State: m.step.State, When: timeOf(m.entry.Kind, m.step.When), Period: m.step.When,
			Due: t.dueOf(chancery.Entry{Due: claim.Due, Steps: []chancery.Step{m.step}}), Voice: t.words.Voice(m.voices(t), t.publisher, t.carrier),
			OnlySaid: claim.Attributed(t.publisher(claim.Report)), Sources: t.passages(m.claims),
			Parties: t.Parties(m.entry), Standing: m.entry.Standing})
	}
	return lines
}

// voices makes an entry of the moment's claims alone, for saying whose word it is.
func (m turn) voices(t *teller) chancery.Entry {
	var e chancery.Entry
	for _, id := range m.claims {
		c := t.claims[id]
		e.Voices = append(e.Voices, chancery.Voice{Chain: c.SaidBy, Report: c.Report})
	}
	return e
}

// turnsOf parts an entry's steps by state and time; each is told by its first claim.
func turnsOf(e chancery.Entry) []turn {
	own := map[string]bool{}
	for _, id := range slices.Concat(e.For, e.Against) {
		own[id] = true
	}
	var turns []turn
	for _, s := range e.Steps {
		if !own[s.Claim] { // a step that another entry's claim adds is told there
			continue
		}
		day := cmp.Or(s.When.Start, s.When.End, s.Known)
		if !ledger.Real(s.State) && !s.Known.IsZero() && s.Known.Before(day) {
			day = s.Known // a plan is made when it is told, not when it is for
		}
		i := slices.IndexFunc(turns, func(m turn) bool {
			return m.step.State == s.State && m.step.When.Start == s.When.Start && m.step.When.End == s.When.End
		})
		if i < 0 {
			i = len(turns)
			turns = append(turns, turn{entry: e, step: s, day: day})
		}
		turns[i].claims = append(turns[i].claims, s.Claim)
	}
	return turns
}
