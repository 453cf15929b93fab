package english

import (
	"crypto/sha256"
	_ "embed" // the weights
	"encoding/hex"
	"errors"
	"sync"
	"unicode"
	"unicode/utf8"

	"chancery/english/internal/splitter"
)

//go:embed weights/sentences.bin
var embeddedSplitter []byte

// sentenceEnds is what was learnt of where sentences end.
var sentenceEnds = sync.OnceValues(func() (*splitter.Model, error) {
	m, rest, err := splitter.Decode(embeddedSplitter)
	if err == nil && len(rest) > 0 {
		err = errors.New("english: the weights for ends of sentences go on behind their end")
	}
	return m, err
})

// splitterVersion names the weights for ends of sentences.
var splitterVersion = sync.OnceValue(func() string {
	sum := sha256.Sum256(embeddedSplitter)
	return hex.EncodeToString(sum[:4])
})

// segmenter cuts the paragraphs of one text into sentences, one after the other.
type segmenter struct {
	model        *splitter.Model
	tokens       []Token  // of the text
	starts       []int    // the first token of each paragraph, and the number of tokens
	view         Document // the text up to the end of the paragraph, for the rules
	first, last  int      // the paragraph's tokens
	dateline     int      // the token behind its dateline, or first
	formal       bool     // it is prose that keeps the rules of writing
	paragraph    splitter.Paragraph
	heads, tails wordSet // first and last words of paragraphs
	features     []uint32
	folded       []byte
}

// newSegmenter finds the document's paragraphs and tokens.
func newSegmenter(d *Document) *segmenter {
	d.Paragraphs = paragraphs(d.Text)
	d.Tokens = make([]Token, 0, len(d.Text)/5+8)
	s := &segmenter{starts: make([]int, 1, len(d.Paragraphs)+1)}
	for _, p := range d.Paragraphs {
		d.Tokens = tokenize(d.Tokens, d.Text, p.Start, p.End)
		s.starts = append(s.starts, len(d.Tokens))
	}
	s.tokens, s.view.Text = d.Tokens, d.Text
	s.paragraph.Style.Casual = casual(d)
	for p := range d.Paragraphs {
		if first, last := s.starts[p], s.starts[p+1]; first < last {
			s.heads.add(splitter.Of(d.Word(first), &s.folded).Form)
			s.tails.add(splitter.Of(d.Word(last-1), &s.folded).Form)
		}
	}
	return s
}

// wordSet holds words by some bits of their hashes; in a long text, a few words that are not in it seem
// to be.
type wordSet [64]uint64

func (s *wordSet) add(hash uint32)      { s[hash>>6&63] |= 1 << (hash & 63) }
func (s *wordSet) has(hash uint32) bool { return s[hash>>6&63]>>(hash&63)&1 != 0 }

// enter makes paragraph p the one that end cuts.
func (s *segmenter) enter(p int) {
	s.first, s.last = s.starts[p], s.starts[p+1]
	s.view.Tokens = s.tokens[:s.last]
	s.dateline = datelineEnd(&s.view, s.first)
	words := s.paragraph.Words[:0]
	for i := s.first; i < s.last; i++ {
		w := splitter.Of(s.view.Word(i), &s.folded)
		w.Apart = i == s.first || s.tokens[i].Start > s.tokens[i-1].End
		w.Head, w.Tail = s.heads.has(w.Form), s.tails.has(w.Form)
		words = append(words, w)
	}
	for i := s.dateline; i < s.last; {
		i = sentenceEnd(&s.view, i)
		words[i-1-s.first].RuleEnd = i < s.last
	}
	s.paragraph.Words = words
	s.paragraph.Style.First, s.paragraph.Style.Last = p == 0, p+2 == len(s.starts)
	s.paragraph.Prepare()
	s.formal = isFormal(&s.paragraph)
}

// end is the token behind the last one of the sentence that begins at token start.
func (s *segmenter) end(start int) int {
	if start < s.dateline {
		return s.dateline
	}
	state := splitter.State{First: start - s.first}
	for i := start; i+1 < s.last; i++ {
		at := i - s.first
		w := &s.paragraph.Words[at]
		state.Enter(w)
		if s.model == nil {
			if w.RuleEnd {
				return i + 1
			}
			continue
		}
		s.features = s.paragraph.Features(s.features[:0], &state, at)
		if needed, never := s.needed(i); !never && s.model.Odds(s.features) > needed {
			return i + 1
		}
	}
	return s.last
}

// casual says how often a text goes on in small letters behind a full stop: 0 for never to 3 for
// mostly.
func casual(d *Document) int {
	small, capital := 0, 0
	for i := 0; i+1 < len(d.Tokens); i++ {
		if w := d.Text[d.Tokens[i].Start:d.Tokens[i].End]; w != "." && w != "!" && w != "?" {
			continue
		}
		if d.Tokens[i+1].Start == d.Tokens[i].End {
			continue
		}
		switch r, _ := utf8.DecodeRuneInString(d.Text[d.Tokens[i+1].Start:]); {
		case unicode.IsLower(r):
			small++
		case unicode.IsUpper(r):
			capital++
		}
	}
	switch {
	case small == 0:
		return 0
	case 4*small < capital:
		return 1
	case small < capital:
		return 2
	}
	return 3
}

// SentencePlaces shows the paragraphs of a text as the splitter sees them, with their tokens, to whoever
// teaches it. What is shown is valid until visit returns. Skip is how many of the tokens are a dateline's,
// which the rules have cut off.
func SentencePlaces(text string, visit func(p *splitter.Paragraph, tokens []Token, skip int)) {
	d := &Document{Text: text}
	s := newSegmenter(d)
	for p := range d.Paragraphs {
		s.enter(p)
		visit(&s.paragraph, s.tokens[s.first:s.last], s.dateline-s.first)
	}
}
