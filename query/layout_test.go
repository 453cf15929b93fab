package query

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"chancery"
)

func TestWhatChangedLatelyIsNotToldTwice(t *testing.T) {
	line := func(entry string, kind chancery.Kind) Line {
		return Line{Entry: entry, Kind: kind, Sources: []int{1}}
	}
	promise, treaty := line("promise", chancery.KindCommitment), line("treaty", chancery.KindAgreement)
	lately := Section{ID: SectionLately, Lines: []Line{promise, treaty}}
	commitments := Section{ID: SectionCommitments, Lines: []Line{promise}}
	agreements := Section{ID: SectionAgreements, Lines: []Line{treaty}}
	ids := func(sections []Section) (list []string) {
		for _, s := range sections {
			list = append(list, s.ID)
			for _, l := range s.Lines {
				list = append(list, l.Entry)
			}
		}
		return list
	}
	if diff := cmp.Diff([]string{"agreements", "treaty", "commitments", "promise"},
		ids(ToldOnce([]Section{lately, agreements, commitments}))); diff != "" {
		t.Errorf("where all is recent (-want +got)\n%s", diff)
	}
	for _, old := range []string{"a", "b", "c"} {
		agreements.Lines = append(agreements.Lines, line(old, chancery.KindAgreement))
	}
	refused, member := line("refused", chancery.KindStanding), line("member", chancery.KindStanding)
	refused.State, member.State = chancery.StateDenied, chancery.StateHeld
	standing := Section{ID: SectionStanding, Lines: []Line{refused, member}}
	got := ids(ToldOnce([]Section{standing, lately, agreements, commitments}))
	want := []string{"standing", "member", "refused", "lately", "treaty", "agreements", "treaty", "a", "b", "c", "commitments", "promise"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("where much is old (-want +got)\n%s", diff)
	}
}

func TestTensionsAreToldOnce(t *testing.T) {
	partner := Line{Entry: "partner", Text: "Laos is a partner.", Tensions: []string{"Laos cannot be both."}}
	observer := Line{Entry: "observer", Text: "Laos is an observer.", Tensions: []string{"Laos cannot be both."}}
	both := Line{Entry: "partner", Text: "Laos cannot be both.", Tensions: []string{"Laos cannot be both."}}
	told := ToldOnce([]Section{{ID: SectionStanding, Lines: []Line{partner, observer}},
		{ID: SectionTensions, Lines: []Line{both}}})
	var got [][]string
	for _, section := range told {
		for _, l := range section.Lines {
			got = append(got, l.Clashes())
		}
	}
	if diff := cmp.Diff([][]string{{"see under Tensions."}, {"see under Tensions."}, {}}, got); diff != "" {
		t.Errorf("tensions of the lines (-want +got)\n%s", diff)
	}
	if partner.Tensions[0] != "Laos cannot be both." {
		t.Error("the answer itself was changed")
	}
}

func TestALineBeginsWithWhereItStands(t *testing.T) {
	for _, test := range []struct {
		line           Line
		heading, words string
	}{
		{Line{State: chancery.StateHeld, When: "17 July 2025", Text: "Laos and Belarus met."}, "17 July 2025", "Laos and Belarus met."},
		{Line{State: chancery.StatePlanned, When: "July 2025", Text: "Laos is to visit Belarus."}, "planned, July 2025", "Laos is to visit Belarus."},
		{Line{State: chancery.StateHeld, Text: "Laos thanked Belarus."}, "no date", "Laos thanked Belarus."},
		{Line{State: chancery.StateCancelled, Text: "Laos was to visit Belarus (cancelled)."}, "cancelled", "Laos was to visit Belarus."},
		{Line{Kind: chancery.KindCommitment, State: chancery.StateOpen, When: "1 May 2025", Due: "2026", Text: "Laos promised aid."},
			"open, due 2026", "Laos promised aid."},
	} {
		if got := test.line.Heading(); got != test.heading {
			t.Errorf("%+v: begins with %q, want %q", test.line, got, test.heading)
		}
		if got := test.line.Sentence(); got != test.words {
			t.Errorf("%+v: says %q, want %q", test.line, got, test.words)
		}
	}
}
