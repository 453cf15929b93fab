package main

import (
	"strings"
	"testing"

	"chancery/english"
	"chancery/internal/shareddata"
)

// TestRawScores measures tokens and sentences found in raw text. All three parts were used to choose
// settings, and some errors in each were read, so none of them is unseen.
func TestRawScores(t *testing.T) {
	reader, err := english.New()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		path, documents  string
		token, sentences float64 // floors
	}{
		{"ewt28/en_ewt-ud-dev.conllu.gz", "", 98.9, 88.5},
		{"ewt28/en_ewt-ud-test.conllu.gz", "", 98.7, 88.5},
		{"gum216/en_gum-ud-dev.conllu.gz", "", 99.8, 95},
		{"gum216/en_gum-ud-dev.conllu.gz", "GUM_news", 99.8, 99},
	} {
		all, err := readTreebank(shareddata.Need(t, "data", "treebanks", c.path))
		if err != nil {
			t.Fatal(err)
		}
		var gold []sentence
		eachDocument(all, func(document []sentence) {
			if strings.HasPrefix(document[0].doc, c.documents) {
				gold = append(gold, document...)
			}
		})
		token, sentences := evaluateRaw(reader, gold)
		t.Logf("%s %s: tokens %.2f, sentences %.2f", c.path, c.documents, token, sentences)
		if token < c.token || sentences < c.sentences {
			t.Errorf("%s %s: tokens %.2f, sentences %.2f; want at least %.2f and %.2f", c.path, c.documents, token, sentences, c.token, c.sentences)
		}
	}
}

// TestPlacesFollowTheTrueEnds checks what the splitter is taught on a small text.
func TestPlacesFollowTheTrueEnds(t *testing.T) {
	text := "they met we left"
	places := appendPlaces(nil, text, map[[2]int]bool{{0, 8}: true, {9, 16}: true})
	var got []bool
	for _, p := range places {
		got = append(got, p.ends)
	}
	if len(got) != 3 || got[0] || !got[1] || got[2] {
		t.Errorf("ends are %v, want false, true, false", got)
	}
}
