package codebook

import (
	"fmt"
	"slices"
	"strings"

	"chancery/english"
)

// A pattern asks for words in the order of the sentence, where a slot asks for them in its grammar: "failed_to *",
// "* for @sanction". It is how older coders describe wordings, and how dictionaries of theirs come in.
type pattern struct {
	before, after []patternWord // of the word that carries the act, as they stand
}

// patternWord is one word of a pattern.
type patternWord struct {
	text   string
	joined bool // nothing may stand between it and the word before it in the pattern
}

// The signs of a pattern that stand for no word.
const (
	patternSelf   = "*" // the word that carries the act
	patternSource = "$" // somebody who is an actor
	patternTarget = "+" // somebody who is a recipient
	patternPair   = "%" // several who are named together
)

// parsePattern reads "failed_to * @sanction": words, lists, and signs for actors, with exactly one "*". What is joined
// by "_" stands side by side; between other words there may be more.
func (b *Codebook) parsePattern(text string) (*pattern, error) {
	var words []patternWord
	self := -1
	for group := range strings.FieldsSeq(text) {
		for i, word := range strings.FieldsFunc(group, func(c rune) bool { return c == '_' }) {
			if word == patternSelf {
				if self >= 0 {
					return nil, fmt.Errorf("pattern %q has more than one *", text)
				}
				self = len(words)
			}
			if err := b.knownLists([]string{word}); err != nil {
				return nil, fmt.Errorf("pattern %q: %w", text, err)
			}
			words = append(words, patternWord{strings.ToLower(word), i > 0})
		}
	}
	if self < 0 {
		return nil, fmt.Errorf("pattern %q has no *, which stands for the word that carries the act", text)
	}
	if len(words) == 1 {
		return nil, fmt.Errorf("pattern %q asks for no words", text)
	}
	return &pattern{words[:self], append([]patternWord{words[self]}, words[self+1:]...)}, nil
}

// length is how many words a pattern asks for: the longer of two knows more.
func (p *pattern) length() int {
	if p == nil {
		return 0
	}
	return len(p.before) + len(p.after) - 1
}

// matched is where a pattern found its actor and its recipient, or -1.
type matched struct{ source, target int }

// matches finds the words of the pattern around token t, in its sentence.
func (r *reading) matches(p *pattern, t int) (matched, bool) {
	s := r.doc.Sentences[r.doc.Tokens[t].Sentence]
	m := matched{-1, -1}
	at := t + 1
	for _, w := range p.after[1:] {
		found := -1
		for i := at; i < s.Last; i++ {
			if end := r.patternAt(w, i, s); end > i {
				m.note(w, i)
				found = end
				break
			}
			if w.joined {
				break
			}
		}
		if found < 0 {
			return m, false
		}
		at = found
	}
	at = t
	joined := p.after[0].joined
	for _, w := range slices.Backward(p.before) {
		found := -1
		for i := at - 1; i >= s.First; i-- {
			end := r.patternAt(w, i, s)
			if end > i && end <= at && (!joined || end == at) {
				m.note(w, i)
				found = i
				break
			}
			if joined && at-i > maxListed {
				break
			}
		}
		if found < 0 {
			return m, false
		}
		at, joined = found, w.joined
	}
	return m, true
}

func (m *matched) note(w patternWord, token int) {
	switch w.text {
	case patternSource:
		m.source = token
	case patternTarget:
		m.target = token
	}
}

// told is the side that the frame's pattern points at, where it does.
func (r *reading) told(token int, other []party) []party {
	if token < 0 {
		return nil
	}
	return slices.DeleteFunc(r.parties(r.at(token).Head, true), func(p party) bool {
		return slices.ContainsFunc(other, func(o party) bool { return o.ID == p.ID && o.ID != "" })
	})
}

// maxListed is how many words an entry of a word list may have, as far as patterns look for it.
const maxListed = 5

// patternAt is the token behind the pattern's word where it stands at token i, or i where it does not.
func (r *reading) patternAt(w patternWord, i int, s english.Sentence) int {
	switch w.text {
	case patternSource, patternTarget:
		if m := r.at(i); m != nil && i == m.First {
			return m.Last
		}
		return i
	case patternPair:
		if m := r.at(i); m != nil && i == m.First && (len(r.conjuncts(m.Head)) > 1 || len(m.IDs) > 1) {
			return m.Last
		}
		return i
	}
	name, isList := strings.CutPrefix(w.text, "@")
	if !isList {
		if r.lemma(i) == w.text || strings.EqualFold(r.doc.Word(i), w.text) {
			return i + 1
		}
		return i
	}
	phrase := ""
	end := i
	for j := i; j < min(s.Last, i+maxListed); j++ {
		phrase = strings.TrimSpace(phrase + " " + lower(r.doc.Word(j)))
		if r.book.words[name][phrase] || r.book.words[name][strings.TrimSpace(strings.TrimSuffix(phrase, lower(r.doc.Word(j)))+" "+r.lemma(j))] {
			end = j + 1
		}
	}
	return end
}

// below is the first actor with a name behind token v in its clause, however deep.
func (r *reading) below(v int) []int {
	_, last := r.doc.Subtree(v)
	for i := v + 1; i <= last; i++ {
		if m := r.at(i); m != nil && !m.Pronoun && m.Head >= i && r.doc.Dominates(v, m.Head) {
			return []int{m.Head}
		}
	}
	return nil
}
