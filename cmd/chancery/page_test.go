package main

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"chancery"
	"chancery/query"
)

func TestSourcesAreNumberedByReportAndPlace(t *testing.T) {
	sections := []query.Section{{Lines: []query.Line{{Number: 5, Sources: []int{4, 1}}, {Number: 6, Sources: []int{2}, Against: []int{4}}}}}
	sources := []query.Source{
		{Number: 1, Report: "a", Start: 90}, {Number: 2, Report: "b", Start: 10},
		{Number: 3, Report: "a", Start: 50}, {Number: 4, Report: "b", Start: 70},
	}
	lines, cited := renumber(sections, sources)
	wantLines := []query.Line{{Number: 1, Sources: []int{2, 3}}, {Number: 2, Sources: []int{1}, Against: []int{2}}}
	wantCited := []query.Source{{Number: 1, Report: "b", Start: 10}, {Number: 2, Report: "b", Start: 70}, {Number: 3, Report: "a", Start: 90}}
	if diff := cmp.Diff(wantLines, lines[0].Lines); diff != "" {
		t.Errorf("lines (-want +got)\n%s", diff)
	}
	if diff := cmp.Diff(wantCited, cited); diff != "" {
		t.Errorf("sources (-want +got)\n%s", diff)
	}
	if sections[0].Lines[0].Number != 5 || sources[3].Number != 4 {
		t.Error("the answer itself was changed")
	}
}

func TestWhatChangedLatelyIsNotToldTwice(t *testing.T) {
	line := func(entry string, kind chancery.Kind) query.Line {
		return query.Line{Entry: entry, Kind: kind, Sources: []int{1}}
	}
	promise, treaty := line("promise", chancery.KindCommitment), line("treaty", chancery.KindAgreement)
	lately := query.Section{ID: query.SectionLately, Lines: []query.Line{promise, treaty}}
	commitments := query.Section{ID: query.SectionCommitments, Lines: []query.Line{promise}}
	agreements := query.Section{ID: query.SectionAgreements, Lines: []query.Line{treaty}}
	ids := func(sections []query.Section) (list []string) {
		for _, s := range sections {
			list = append(list, s.ID)
			for _, l := range s.Lines {
				list = append(list, l.Entry)
			}
		}
		return list
	}
	if diff := cmp.Diff([]string{"agreements", "treaty", "commitments", "promise"},
		ids(toldOnce([]query.Section{lately, agreements, commitments}))); diff != "" {
		t.Errorf("where all is recent (-want +got)\n%s", diff)
	}
	for _, old := range []string{"a", "b", "c"} {
		agreements.Lines = append(agreements.Lines, line(old, chancery.KindAgreement))
	}
	refused, member := line("refused", chancery.KindStanding), line("member", chancery.KindStanding)
	refused.State, member.State = chancery.StateDenied, chancery.StateHeld
	standing := query.Section{ID: query.SectionStanding, Lines: []query.Line{refused, member}}
	got := ids(toldOnce([]query.Section{standing, lately, agreements, commitments}))
	want := []string{"standing", "member", "refused", "lately", "treaty", "agreements", "treaty", "a", "b", "c", "commitments", "promise"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("where much is old (-want +got)\n%s", diff)
	}
}

func TestTensionsAreToldOnce(t *testing.T) {
	partner := query.Line{Entry: "partner", Text: "Laos is a partner.", Tensions: []string{"Laos cannot be both."}}
	observer := query.Line{Entry: "observer", Text: "Laos is an observer.", Tensions: []string{"Laos cannot be both."}}
	both := query.Line{Entry: "partner", Text: "Laos cannot be both.", Tensions: []string{"Laos cannot be both."}}
	told := toldOnce([]query.Section{{ID: query.SectionStanding, Lines: []query.Line{partner, observer}},
		{ID: query.SectionTensions, Lines: []query.Line{both}}})
	var got [][]string
	eachLine(told, func(l *query.Line) { got = append(got, tensions(*l)) })
	if diff := cmp.Diff([][]string{{"see under Tensions."}, {"see under Tensions."}, {}}, got); diff != "" {
		t.Errorf("tensions of the lines (-want +got)\n%s", diff)
	}
	if partner.Tensions[0] != "Laos cannot be both." {
		t.Error("the answer itself was changed")
	}
}

func TestALineBeginsWithWhereItStands(t *testing.T) {
	for _, test := range []struct {
		line           query.Line
		heading, words string
	}{
		{query.Line{State: chancery.StateHeld, When: "17 July 2025", Text: "Laos and Belarus met."}, "17 July 2025", "Laos and Belarus met."},
		{query.Line{State: chancery.StatePlanned, When: "July 2025", Text: "Laos is to visit Belarus."}, "planned, July 2025", "Laos is to visit Belarus."},
		{query.Line{State: chancery.StateHeld, Text: "Laos thanked Belarus."}, "no date", "Laos thanked Belarus."},
		{query.Line{State: chancery.StateCancelled, Text: "Laos was to visit Belarus (cancelled)."}, "cancelled", "Laos was to visit Belarus."},
		{query.Line{Kind: chancery.KindCommitment, State: chancery.StateOpen, When: "1 May 2025", Due: "2026", Text: "Laos promised aid."},
			"open, due 2026", "Laos promised aid."},
	} {
		if got := heading(test.line); got != test.heading {
			t.Errorf("%+v: begins with %q, want %q", test.line, got, test.heading)
		}
		if got := sentence(test.line); got != test.words {
			t.Errorf("%+v: says %q, want %q", test.line, got, test.words)
		}
	}
}
