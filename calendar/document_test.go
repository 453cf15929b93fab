package calendar

import (
	"regexp"
	"strings"
	"testing"

	"chancery"
	"chancery/english"
)

var pieces = regexp.MustCompile(`[\pL\pN]+|[^\pL\pN\s]`)

// plain is a document without tags and trees: words and marks, a sentence after each full stop that
// a capital follows. The calendar must work on it, so that no date depends on a parse.
func plain(text string) *english.Document {
	d := &english.Document{Text: text}
	sentence := english.Sentence{}
	for _, at := range pieces.FindAllStringIndex(text, -1) {
		d.Tokens = append(d.Tokens, english.Token{Start: at[0], End: at[1], Sentence: len(d.Sentences), Head: english.Root})
		sentence.Last = len(d.Tokens)
		rest := strings.TrimLeft(text[at[1]:], " \"”")
		if text[at[0]:at[1]] == "." && rest != "" && strings.ToUpper(rest[:1]) == rest[:1] && at[0] > 4 {
			d.Sentences = append(d.Sentences, sentence)
			sentence = english.Sentence{First: len(d.Tokens)}
		}
	}
	d.Sentences = append(d.Sentences, sentence)
	return d
}

// anchorOf reads "2025-11-20" or "2025-07-17..2025-08-17"; "" is no anchor.
func anchorOf(t testing.TB, s string) chancery.Period {
	t.Helper()
	if s == "" {
		return chancery.Period{}
	}
	start, end, ok := strings.Cut(s, "..")
	if !ok {
		end = start
	}
	var p chancery.Period
	for _, side := range []struct {
		text string
		to   *chancery.Date
	}{{start, &p.Start}, {end, &p.End}} {
		if side.text == "" {
			continue
		}
		d, err := chancery.ParseDate(side.text)
		if err != nil {
			t.Fatal(err)
		}
		*side.to = d
	}
	return p
}

// parsed is the reader that ships, with trees.
func parsed(t testing.TB) func(string) *english.Document {
	t.Helper()
	reader, err := english.New()
	if err != nil {
		t.Fatal(err)
	}
	return reader.Read
}
