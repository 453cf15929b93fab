package actors

import (
	"strings"
	"testing"
	"unicode"

	"chancery/english"
)

// tiny makes a document without a reader: words and marks are tokens, "'s" is one, a sentence ends
// at a full stop before a capital. Words in capitals inside a sentence are proper nouns; all else is
// unknown, and all hangs on the first word.
func tiny(text string) *english.Document {
	d := &english.Document{Text: text}
	for i := 0; i < len(text); {
		c := rune(text[i])
		switch {
		case unicode.IsSpace(c):
			i++
			continue
		}
		start := i
		i = tinyToken(text, i)
		d.Tokens = append(d.Tokens, english.Token{Start: start, End: i})
	}
	first, open := 0, -1
	for i := range d.Tokens {
		w := d.Word(i)
		d.Tokens[i].Sentence = len(d.Sentences)
		d.Tokens[i].Head = first
		if i == first {
			d.Tokens[i].Head = english.Root
		}
		if w == "\"" {
			if open < 0 {
				open = i
			} else {
				d.Quotations = append(d.Quotations, english.Quotation{Start: d.Tokens[open].End, End: d.Tokens[i].Start,
					OuterStart: d.Tokens[open].Start, OuterEnd: d.Tokens[i].End, First: open + 1, Last: i})
				open = -1
			}
		}
		if i > first && i-1 >= first && upperInitial(w) {
			d.Tokens[i].POS = english.PROPN
		}
		last := i == len(d.Tokens)-1
		ends := (w == "." || w == "?" || w == "!" || w == ":") && (last || d.Tokens[i+1].Start > d.Tokens[i].End) || last ||
			strings.Contains(text[d.Tokens[i].End:d.Tokens[min(i+1, len(d.Tokens)-1)].Start], "\n")
		if ends {
			d.Sentences = append(d.Sentences, english.Sentence{First: first, Last: i + 1, Start: d.Tokens[first].Start, End: d.Tokens[i].End})
			first = i + 1
		}
	}
	d.Paragraphs = []english.Paragraph{{Start: 0, End: len(text)}}
	d.Link()
	return d
}

func tinyToken(text string, i int) int {
	rest := text[i:]
	for _, mark := range []string{"'s", "’s"} {
		if strings.HasPrefix(rest, mark) && (len(rest) == len(mark) || !isWordRune(rune(rest[len(mark)]))) {
			return i + len(mark)
		}
	}
	end := i
	for j, r := range rest {
		if !isWordRune(r) && !(r == '.' && dotted(text, i+j)) {
			if j == 0 {
				return i + len(string(r))
			}
			break
		}
		end = i + j + len(string(r))
	}
	return end
}

func TestTiny(t *testing.T) {
	d := tiny("Peru's U.S. envoy met him. He left Guinea-Bissau.")
	var words []string
	for i := range d.Tokens {
		words = append(words, d.Word(i))
	}
	if got, want := strings.Join(words, "|"), "Peru|'s|U.S.|envoy|met|him|.|He|left|Guinea|-|Bissau|."; got != want {
		t.Errorf("tokens: %s, want %s", got, want)
	}
}
