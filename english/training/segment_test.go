package main

import (
	"testing"

	"chancery/english/score"
)

// TestPlacesFollowTheTrueEnds checks what the splitter is taught on a small text.
func TestPlacesFollowTheTrueEnds(t *testing.T) {
	text := "they met we left"
	places := appendPlaces(nil, score.RawText{Text: text, Sentences: []score.Stretch{{Start: 0, End: 8}, {Start: 9, End: 16}}})
	var got []bool
	for _, p := range places {
		got = append(got, p.ends)
	}
	if len(got) != 3 || got[0] || !got[1] || got[2] {
		t.Errorf("ends are %v, want false, true, false", got)
	}
}
