// Package dyads says how two spans of a sentence relate: which of PLOVER's events the one does to the other.
//
// The codebook's frames are strict, for the record. Here the pair is given, so the reading is wide: words that tell an
// event (data/verbs.tsv, data/nouns.tsv, data/adjectives.tsv), words that make another event of it (data/compose.tsv),
// and the tree, which says which of them stands between the two.
package dyads

import (
	"chancery"
	"chancery/codebook"
	"chancery/english"
)

// None is the event of a pair that nothing relates.
const None = "NONE"

// Span is a stretch of bytes, half-open.
type Span struct{ Start, End int }

// Event is how an actor and a recipient relate.
type Event struct {
	Event     string // one of PLOVER's sixteen, or None
	Score     float64
	Plover    chancery.Plover
	Cameo     string
	Quad      int
	Goldstein float64
	Mood      chancery.Mood
	Evidence  Span   // holds the words that tell the event
	Rule      string // which reading of which word it rests on
	Why       string // the words and what each does, for people
}

// Coder codes pairs. It may be used from several goroutines at once.
type Coder struct {
	words *lexicon
	book  *codebook.Codebook
}

// New makes the coder that ships.
func New() (*Coder, error) {
	words, err := standard()
	if err != nil {
		return nil, err
	}
	book, err := codebook.Default()
	if err != nil {
		return nil, err
	}
	return &Coder{words: words, book: book}, nil
}

// Pair says what the actor does to the recipient, both spans of the document's text. A recipient without length stands
// for none: then it is the actor's act, whomever it meets.
func (c *Coder) Pair(doc *english.Document, actor, recipient Span) Event {
	r := &reading{coder: c, words: c.words, doc: doc, memo: map[int]meaning{}}
	r.actor, r.recipient = r.phrase(actor), r.phrase(recipient)
	return r.event(r.best())
}

// phrase is a span as tokens, half-open, with the token that it hangs on; -1 where it holds no token.
type phrase struct{ first, last, head int }

func (r *reading) phrase(s Span) phrase {
	p := phrase{-1, -1, -1}
	if s.End <= s.Start {
		return p
	}
	for i := range r.doc.Tokens {
		t := &r.doc.Tokens[i]
		if t.Start >= s.End {
			break
		}
		if t.End > s.Start && t.POS != english.PUNCT {
			if p.first < 0 {
				p.first = i
			}
			p.last = i + 1
		}
	}
	if p.first < 0 {
		return p
	}
	depth := 1 << 30
	for i := p.first; i < p.last; i++ {
		if t := &r.doc.Tokens[i]; t.Head >= p.first && t.Head < p.last || t.POS == english.ADP || t.POS == english.DET || t.POS == english.PUNCT {
			continue
		}
		if d := r.depth(i); d < depth {
			p.head, depth = i, d
		}
	}
	if p.head < 0 {
		p.head = p.first
	}
	return p
}

func (p phrase) has(i int) bool { return p.first >= 0 && i >= p.first && i < p.last }

func (r *reading) depth(i int) int {
	d := 0
	for i = r.doc.Tokens[i].Head; i != english.Root; i = r.doc.Tokens[i].Head {
		d++
	}
	return d
}

// event writes out a meaning.
func (r *reading) event(m meaning) Event {
	if m.code == "" {
		return Event{Event: None}
	}
	code, _ := r.coder.book.Cameo(m.code)
	e := Event{Event: code.Plover.Event, Score: min(m.score, 1), Plover: code.Plover, Cameo: m.code, Quad: code.Quad,
		Goldstein: code.Goldstein, Mood: codebook.GroupMood(r.doc.VerbGroup(m.top)), Rule: m.rule, Why: m.why}
	if event, ok := r.words.conventions[m.code]; ok {
		e.Event, e.Plover.Event = event, event
	}
	first, last := m.top, m.top
	for _, t := range m.tokens {
		first, last = min(first, t), max(last, t)
	}
	e.Evidence = Span{r.doc.Tokens[first].Start, r.doc.Tokens[last].End}
	return e
}
