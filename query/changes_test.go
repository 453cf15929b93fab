package query

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"chancery"
)

func changesOf(t *testing.T, r *Record, since, until string, subjects ...ActorChoice) string {
	t.Helper()
	var days [2]chancery.Date
	for i, s := range []string{since, until} {
		var err error
		if days[i], err = chancery.ParseDate(s); err != nil {
			t.Fatal(err)
		}
	}
	found := must(r.Changes(context.Background(), subjects, days[0], days[1]))
	var b strings.Builder
	for _, s := range found.Sections {
		for _, l := range s.Lines {
			fmt.Fprintf(&b, "%s: %s", s.Title, l.Text)
			if l.Was != "" {
				fmt.Fprintf(&b, " (was %s)", l.Was)
			}
			if l.Note != "" {
				fmt.Fprintf(&b, " (%s)", l.Note)
			}
			fmt.Fprintf(&b, " %d\n", len(l.Sources))
		}
	}
	return strings.TrimSpace(b.String())
}

// A visit that is announced, put off and made, and a promise that is not kept.
var visits = []string{
	`march Agency 2025-03-01
	The President of Laos is to visit Minsk on May 5. => LAO visit BLR; mood=planned @ 2025-05-05
	Belarus promised Laos to send rice by April 1. => BLR promise LAO; obj=to send rice; due=2025-04-01`,
	`april Agency 2025-04-20
	The visit was put off to June 10. => LAO visit BLR; mood=postponed @ 2025-06-10`,
	`june Agency 2025-06-11
	The President of Laos visited Minsk on Tuesday. => LAO visit BLR @ 2025-06-10`,
	`july Reef 2025-07-01
	Russia condemned it. => RUS condemn LAO; obj=the sale of rice @ 2025-06-30`,
	`august Agency 2025-08-01
	Russia did not condemn it. => RUS condemn LAO; mood=denied; obj=the sale of rice @ 2025-06-30`,
}

func TestChanges(t *testing.T) {
	r := record(t, visits...)
	for _, c := range []struct{ since, until, want string }{
		{"2025-03-01", "2025-03-31", `
			New: commitments: Belarus promised Laos to send rice. 1
			New: visits and meetings: Laos is to visit Belarus. 1`},
		{"2025-04-01", "2025-04-10", `Overdue now: Belarus promised Laos to send rice. (was open) 1`},
		{"2025-04-11", "2025-04-30", `Moved on: Laos was to visit Belarus (postponed). (was planned) (before: 5 May 2025) 2`},
		{"2025-05-01", "2025-06-30", `Moved on: Laos visited Belarus. (was postponed) 3`},
		{"2025-07-01", "2025-07-31", `New: other events: Russia condemned the sale of rice. 1`},
		{"2025-08-01", "2025-08-31", `Contradicted now: Russia condemned the sale of rice: it is said by one passage and denied by one passage. 2`},
		{"2025-09-01", "2025-09-30", ``},
	} {
		t.Run(c.since, func(t *testing.T) { want(t, changesOf(t, r, c.since, c.until), c.want) })
	}
	want(t, changesOf(t, r, "2025-03-01", "2025-08-31", ActorChoice{ID: "RUS"}), `
		Contradicted now: Russia condemned the sale of rice: it is said by one passage and denied by one passage. 2
		New: other events: Russia condemned the sale of rice. 1`)
}

func TestChangesTellJudgements(t *testing.T) {
	r := record(t, visits...)
	d := Decision{ID: must(r.Queue(context.Background(), []ActorChoice{{ID: "RUS"}}, At{}, 1)).Lines[0].Entry,
		Verdict: chancery.VerdictRejected, By: "Ama", Why: "another Russia", Made: time.Date(2025, 9, 5, 8, 0, 0, 0, time.UTC)}
	if _, err := r.Judge(context.Background(), d); err != nil {
		t.Fatal(err)
	}
	got := changesOf(t, r, "2025-09-01", "2025-09-30")
	if !strings.HasPrefix(got, "Judged: Russia ") || !strings.Contains(got, "(Rejected by Ama on 5 September 2025: another Russia.)") {
		t.Errorf("got %s", got)
	}
	want(t, changesOf(t, r, "2025-10-01", "2025-10-30"), "")
	if before := changesOf(t, r, "2025-07-01", "2025-07-31"); !strings.Contains(before, "Russia condemned") {
		t.Errorf("what was rejected later was not known in July: %q", before)
	}
}

func TestChangesOfDefaultDays(t *testing.T) {
	r := record(t, visits...)
	r.Today = func() chancery.Date { return chancery.NewDate(2025, 8, 3) }
	found := must(r.Changes(context.Background(), nil, chancery.Date{}, chancery.Date{}))
	if found.Since != chancery.NewDate(2025, 7, 25) || found.Until != chancery.NewDate(2025, 8, 3) || len(found.Sections) != 1 {
		t.Errorf("from %s to %s: %+v", found.Since, found.Until, found.Sections)
	}
}

func TestTensionsByWeight(t *testing.T) {
	r := record(t, append(slices.Clone(visits), `weak Agency 2025-07-30
	Laos condemned Russia, somebody said. => LAO condemn RUS; obj=the dam; by=Somebody @ 2025-07-29
	Laos did not condemn Russia, another said. => LAO condemn RUS; mood=denied; obj=the dam; by=Another @ 2025-07-29`)...)
	found := must(r.Tensions(context.Background(), nil, At{}))
	if len(found.Lines) != 2 {
		t.Fatalf("tensions: %+v", found.Lines)
	}
	strong, weak := found.Lines[0], found.Lines[1]
	if !strings.Contains(strong.Text, "the sale of rice") || len(strong.Sources) != 1 || len(strong.Against) != 1 {
		t.Errorf("the weightiest is %+v", strong)
	}
	want(t, strong.Note, "Reef says so, last on 1 July 2025; against it Agency says so, last on 1 August 2025")
	if !strings.Contains(weak.Text, "the dam") || !strings.Contains(weak.Note, "Somebody in Agency says so") {
		t.Errorf("the lightest is %+v", weak)
	}
	if of := must(r.Tensions(context.Background(), []ActorChoice{{ID: "BLR"}}, At{})); len(of.Lines) > 0 {
		t.Errorf("tensions of Belarus: %+v", of.Lines)
	}
	if then := must(r.Tensions(context.Background(), nil, At{KnownOn: chancery.NewDate(2025, 7, 10)})); len(then.Lines) > 0 {
		t.Errorf("tensions before there were any: %+v", then.Lines)
	}
}
