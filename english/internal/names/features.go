package names

import (
	"chancery/english/internal/perceptron"
	"chancery/english/internal/words"
)

// Token is what is known of a word when names are looked for.
type Token struct {
	words.Word
	POS       uint8
	Label     uint8  // relation to the head
	Head      uint32 // hash of the head's lemma; 0 at the root
	Known     Class  // what lists say of the word alone
	Span      Class  // what lists say of the longest known name that it stands in
	Place     uint8  // its place in that name
	Seen      uint32 // what the document says of the word elsewhere, bits
	Before    uint32 // the word before the run of capitals that it stands in
	After     uint32 // the word behind that run
	First     uint32 // the run's first word
	Last      uint32 // the run's last word
	LastKnown Class  // what lists say of that
	Run       uint32 // hash of the whole run; 0 outside runs
	Index     uint8  // place in the run from the front, at most 7
	Left      uint8  // words left in the run, at most 7
	Opens     bool   // begins the sentence
	Candidate bool   // may belong to a name
	Proper    bool   // all speaks for a name but the weights
	Cue       Cue    // what the words beside the name say
	Hint      Hint   // what the network that reads sentences takes the word for
}

// Hint is an opinion on a word that did not come from the features: 0 is none, 1 outside names, then
// the kinds from 2 on.
type Hint uint8

// HintOf is the hint that a word belongs to a name of a kind.
func HintOf(kind int) Hint { return Hint(2 + kind) }

// The other hints.
const (
	NoHint Hint = iota
	HintOutside
)

// Cue is what the words beside a run of capitals say of its kind.
type Cue uint8

// The cues.
const (
	NoCue Cue = iota
	CuePlace
	CueOrganisation
	CueArticle // hardly a person
)

// Class is what lists say of words, as bits.
type Class uint32

// The classes.
const (
	State Class = 1 << iota
	City
	Region
	Nationality
	Organisation
	Document
	Given
	Family
	Title
	OrganisationWord
	PlaceWord
	EventWord
	DocumentWord
	Time
	Saying
	Abbreviation // of common nouns: "GDP"
)

var nothing Token

func at(tokens []Token, i int) *Token {
	if i < 0 || i >= len(tokens) {
		return &nothing
	}
	return &tokens[i]
}

// Features lists what decides the label of word i.
func Features(out []uint32, tokens []Token, i int) []uint32 {
	w := &tokens[i]
	p, q, n, m := at(tokens, i-1), at(tokens, i-2), at(tokens, i+1), at(tokens, i+2)
	template := uint32(0)
	add := func(a, b, c uint32) {
		template++
		out = append(out, perceptron.Key(template, a, b, c))
	}
	opens := uint32(0)
	if w.Opens {
		opens = 1
	}
	pos, known, span := uint32(w.POS), uint32(w.Known), uint32(w.Span)<<2|uint32(w.Place)
	run := uint32(min(w.Index, 3))<<4 | uint32(min(w.Left, 3))
	add(0, 0, 0)
	add(w.Lower, 0, 0)
	add(w.Form, opens, 0)
	add(w.Suffix[1], 0, 0)
	add(w.Suffix[2], 0, 0)
	add(w.Suffix[3], 0, 0)
	add(w.Prefix[1], 0, 0)
	add(w.Prefix[2], 0, 0)
	add(w.Shape, opens, 0)
	add(w.Shape, p.Shape, n.Shape)
	add(w.Fine, 0, 0)
	add(w.Coarse, opens, 0)
	add(pos, 0, 0)
	add(pos, w.Shape, opens)
	add(pos, uint32(p.POS), uint32(n.POS))
	add(p.Lower, 0, 0)
	add(n.Lower, 0, 0)
	add(q.Lower, 0, 0)
	add(m.Lower, 0, 0)
	add(p.Lower, n.Lower, 0)
	add(p.Lower, w.Shape, 0)
	add(n.Lower, w.Shape, 0)
	add(p.Fine, 0, 0)
	add(n.Fine, 0, 0)
	add(p.Coarse, w.Coarse, n.Coarse)
	add(p.Fine, known, 0)
	add(n.Fine, known, 0)
	add(known, 0, 0)
	add(known, opens, pos)
	add(known, w.Shape, 0)
	add(uint32(p.Known), known, 0)
	add(known, uint32(n.Known), 0)
	add(uint32(p.Known), known, uint32(n.Known))
	add(uint32(q.Known), uint32(p.Known), 1)
	add(uint32(n.Known), uint32(m.Known), 2)
	add(uint32(n.Known), n.Shape, 0)
	add(span, 0, 0)
	add(span, known, 0)
	add(span, run, 0)
	add(uint32(p.Span)<<2|uint32(p.Place), span, 0)
	add(uint32(n.Span)<<2|uint32(n.Place), span, 1)
	add(run, 0, 0)
	add(run, known, 0)
	add(w.Before, 0, 0)
	add(w.Before, run, 0)
	add(w.Before, known, 0)
	add(w.After, 0, 0)
	add(w.After, run, 0)
	add(w.After, known, 1)
	add(w.Before, w.After, 0)
	add(w.Last, 0, 0)
	add(w.Last, uint32(w.Left), 1)
	add(w.First, 0, 2)
	add(w.First, uint32(w.Index), 3)
	add(uint32(w.LastKnown), 0, 0)
	add(uint32(w.LastKnown), run, 0)
	add(uint32(w.LastKnown), known, run)
	add(uint32(w.Label), 0, 0)
	add(uint32(w.Label), w.Head, 0)
	add(uint32(w.Label), known, w.Shape)
	add(w.Seen, known, 0)
	for bit := w.Seen; bit != 0; bit &= bit - 1 {
		out = append(out, perceptron.Key(249, bit&-bit, 0, 0), perceptron.Key(250, bit&-bit, known, 0))
	}
	for bit := known; bit != 0; bit &= bit - 1 {
		out = append(out, perceptron.Key(251, bit&-bit, 0, 0), perceptron.Key(252, bit&-bit, w.Before, 0),
			perceptron.Key(253, bit&-bit, run, 0))
	}
	return out
}
