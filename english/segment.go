package english

import (
	"unicode"
	"unicode/utf8"
)

// longestSentence is how many tokens a sentence may have. Tables and text without full stops would
// otherwise become one sentence; they are cut, at a semicolon or a comma where there is one.
const longestSentence = 200

// segment finds the paragraphs, tokens and sentences of the document's text.
func segment(d *Document) {
	s := newSegmenter(d)
	s.model, _ = sentenceEnds() // New has told of an error; without a model the rules decide
	d.Sentences = make([]Sentence, 0, len(d.Text)/100+4)
	for p := range d.Paragraphs {
		s.enter(p)
		for start := s.first; start < s.last; {
			end := cutLong(d, start, s.end(start))
			for i := start; i < end; i++ {
				d.Tokens[i].Sentence = len(d.Sentences)
			}
			d.Sentences = append(d.Sentences, Sentence{First: start, Last: end, Paragraph: p, Root: start,
				Start: d.Tokens[start].Start, End: d.Tokens[end-1].End})
			start = end
		}
	}
}

// cutLong shortens a sentence from start to end that has too many tokens.
func cutLong(d *Document, start, end int) int {
	if end-start <= longestSentence {
		return end
	}
	for _, mark := range []string{";", ","} {
		for i := start + longestSentence - 1; i > start+longestSentence/2; i-- {
			if d.Word(i) == mark {
				return i + 1
			}
		}
	}
	return start + longestSentence
}

// isSpace takes in what separates words without being seen: also zero-width and no-break spaces, byte
// order marks, and control characters.
func isSpace(r rune) bool {
	if r < utf8.RuneSelf {
		return r <= ' ' || r == 0x7F
	}
	return unicode.IsSpace(r) || unicode.IsControl(r) || unicode.Is(unicode.Zs, r) ||
		r == '\u200B' || r == '\u2060' || r == '\uFEFF' || r == '\u00AD' || r == '\u200E' || r == '\u200F'
}
