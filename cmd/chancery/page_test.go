package main

import (
	"testing"

	"github.com/google/go-cmp/cmp"

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
