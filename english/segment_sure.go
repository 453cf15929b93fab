package english

import (
	"unicode/utf8"

	"chancery/english/internal/splitter"
)

// How sure the weights must be. They learn from letters and reviews, where a sentence may end anywhere;
// in prose that keeps the rules of writing, a sentence cut in its middle is the worse mistake, for it
// tears a claim from its actor.
var (
	refused = splitter.Odds(0.4)  // an end by rule stays one down to here
	evens   = splitter.Odds(0.62) // in letters and the like
	likely  = splitter.Odds(0.65) // a full stop before a small letter, an abbreviation
	certain = splitter.Odds(0.9)  // prose without any mark
)

// needed is how sure the weights must be that a sentence ends behind token i; never is what they
// cannot be.
func (s *segmenter) needed(i int) (odds int, never bool) {
	at := i - s.first
	w, next := &s.paragraph.Words[at], &s.paragraph.Words[at+1]
	switch {
	case w.RuleEnd:
		return refused, false
	case w.Shape == splitter.Dotted:
		return likely, !s.mayClose(i)
	case w.Shape == splitter.Stop, w.Shape == splitter.Dots:
		if s.paragraph.Style.Casual > 1 || !next.Shape.IsWord() {
			return evens, false
		}
		return likely, false
	case !s.formal:
		return evens, false
	case w.Shape == splitter.Pause && (next.Shape == splitter.Quote || next.Shape == splitter.Opening):
		return 0, true // He said: "We met."
	}
	return certain, false
}

// mayClose reports whether the abbreviation at token i may be a sentence's last word at all.
func (s *segmenter) mayClose(i int) bool {
	word := s.view.Word(i)
	word = word[:len(word)-1]
	switch closingOf(word) {
	case neverLast, beforeNumber:
		return false
	}
	return utf8.RuneCountInString(word) > 1
}

// isFormal reports whether a paragraph is prose that keeps the rules of writing: most of it is
// in small letters or all of it in capitals, it ends with a full stop, and it holds no addresses or
// emoticons.
func isFormal(p *splitter.Paragraph) bool {
	n := len(p.Words)
	if n < 4 || p.Style.Casual > 1 {
		return false
	}
	end := n - 1
	for end > n-4 && (p.Words[end].Shape == splitter.Quote || p.Words[end].Shape == splitter.Closing) {
		end--
	}
	if p.Words[end].Shape != splitter.Stop && p.Words[end].Shape != splitter.Dotted {
		return false
	}
	small, shouted := 0, 0
	for i := range p.Words {
		switch p.Words[i].Shape {
		case splitter.Lower:
			small++
		case splitter.AllCaps:
			shouted++
		case splitter.Address, splitter.Face:
			return false
		}
	}
	if small == 0 { // copy in capitals, as the wires were
		return n > 12 && 2*shouted >= n
	}
	return 3*small >= n
}
