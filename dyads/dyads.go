// Package dyads says how two spans of a sentence relate: which of PLOVER's events the one does to the other.
//
// The codebook's frames are strict, for the record. Here the pair is given, so the reading is wide: words that tell an
// event (data/verbs.tsv, data/nouns.tsv, data/adjectives.tsv), words that make another event of it (data/compose.tsv),
// and the tree, which says which of them stands between the two.
package dyads

import (
	_ "embed" // the weights
	"sort"
	"sync"

	"chancery"
	"chancery/codebook"
	"chancery/dyads/internal/model"
	"chancery/dyads/internal/vectors"
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
	words   *lexicon
	book    *codebook.Codebook
	vectors *vectors.Vectors
	learnt  *model.Model // nil where there is none
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
	places, err := vectors.Default()
	if err != nil {
		return nil, err
	}
	learnt, err := weights()
	if err != nil {
		return nil, err
	}
	return &Coder{words: words, book: book, vectors: places, learnt: learnt}, nil
}

//go:embed weights/weights.bin
var weightsFile []byte

var weights = sync.OnceValues(func() (*model.Model, error) { return model.Decode(weightsFile) })

// EventOf is the PLOVER event of a CAMEO code, "" for what is none.
func (c *Coder) EventOf(code string) string {
	r := &reading{coder: c, words: c.words}
	return r.eventOf(code)
}

// Features are what the learnt part looks at.
func (c *Coder) Features(doc *english.Document, actor, recipient Span) *model.Features {
	r := c.reading(doc, actor, recipient)
	return r.features(r.ruled())
}

func (c *Coder) reading(doc *english.Document, actor, recipient Span) *reading {
	r := &reading{coder: c, words: c.words, doc: doc, memo: map[int]meaning{}}
	r.actor, r.recipient = r.phrase(actor), r.phrase(recipient)
	return r
}

// Pair says what the actor does to the recipient, both spans of the document's text. A recipient without length stands
// for none: then it is the actor's act, whomever it meets.
func (c *Coder) Pair(doc *english.Document, actor, recipient Span) Event {
	r := c.reading(doc, actor, recipient)
	if r.actor.head < 0 && r.recipient.head < 0 {
		return Event{Event: None}
	}
	ruled := r.ruled()
	if a := r.nearest(); len(ruled) == 0 && r.reversed(a) && r.meaning(a).code != "" {
		return Event{Event: None, Why: "it is done the other way round"}
	}
	return r.settle(ruled, c.learnt.Scores(r.features(ruled)))
}

// trust is how much the rules' word counts beside what was learnt. It was chosen by the scores on the odd half of PLV_train,
// where anything from 1 to 2 does as well.
const trust = 1.2

// standing is what the rules' first, second and third choice count.
var standing = [...]float64{1, 0.6, 0.4}

// settle weighs what the rules say against what was learnt.
func (r *reading) settle(ruled []meaning, learnt []float64) Event {
	votes := map[string]float64{}
	for k, m := range ruled[:min(len(ruled), len(standing))] {
		if event := r.eventOf(m.code); votes[event] == 0 {
			votes[event] = trust * standing[k] * m.score
		}
	}
	best, most := None, -1.0
	for c, event := range r.coder.learnt.Classes {
		if v := votes[event] + learnt[c]; v > most {
			best, most = event, v
		}
	}
	for _, m := range ruled {
		if r.eventOf(m.code) == best {
			m.score = most / (1 + trust)
			return r.event(m)
		}
	}
	if best == None {
		return Event{Event: None, Score: most / (1 + trust)}
	}
	at := r.nearest()
	return r.event(meaning{code: r.words.chapters[best], score: most / (1 + trust), top: at, tokens: []int{at}, rule: "learnt",
		why: "sentences like it are " + best})
}

// phrase is a span as tokens, half-open, with the token that it hangs on; -1 where it holds no token.
type phrase struct{ first, last, head int }

func (r *reading) phrase(s Span) phrase {
	p := phrase{-1, -1, -1}
	if s.End <= s.Start {
		return p
	}
	from := sort.Search(len(r.doc.Tokens), func(i int) bool { return r.doc.Tokens[i].End > s.Start })
	for i := from; i < len(r.doc.Tokens) && r.doc.Tokens[i].Start < s.End; i++ {
		if r.doc.Tokens[i].POS != english.PUNCT {
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
		e.Event, e.Plover.Event, e.Quad = event, event, codebook.Quad(event)
	}
	first, last := m.top, m.top
	for _, t := range m.tokens {
		first, last = min(first, t), max(last, t)
	}
	e.Evidence = Span{r.doc.Tokens[first].Start, r.doc.Tokens[last].End}
	return e
}
