package english

import (
	"strings"
	"sync"

	"chancery/english/internal/parser"
	"chancery/english/internal/tagger"
	"chancery/english/internal/words"
)

// Perceptron is the Reader that ships: averaged perceptrons tag and parse each sentence from left to
// right, one decision after the other.
type Perceptron struct {
	weights *Weights
	pos     []POS       // of each class of the tagger
	tags    []Tag       // of each class of the tagger
	labels  []Label     // of each label of the parser
	past    int         // the tagger's class of verbs in the past, or -1
	base    int         // of verbs in the present, plural
	third   int         // and of the third person singular
	names   *NameReader // may be nil
	scratch sync.Pool
}

// scratch is the room that reading one text needs.
type scratch struct {
	words  []words.Word
	tags   []uint8
	heads  []int
	labels []uint8
	fold   []byte
	lemma  []byte
	lemmas map[string]string // one string for each lemma that is not in the text as it stands
	tagger tagger.Scratch
	parser parser.Scratch
}

// NewPerceptron makes a reader from weights.
func NewPerceptron(w *Weights) *Perceptron {
	p := &Perceptron{weights: w, past: -1, base: -1, third: -1}
	for class, name := range w.Tagger.Names {
		switch name {
		case "VERB+VBD":
			p.past = class
		case "VERB+VBP":
			p.base = class
		case "VERB+VBZ":
			p.third = class
		}
		pos, tag, _ := strings.Cut(name, "+")
		p.pos = append(p.pos, ParsePOS(pos))
		p.tags = append(p.tags, Tag(tag))
	}
	for _, name := range w.Parser.Labels {
		p.labels = append(p.labels, ParseLabel(name))
	}
	p.scratch.New = func() any { return &scratch{lemmas: map[string]string{}} }
	return p
}

// WithNames makes the reader fill Document.Names too. It is called before the reader is first used.
func (p *Perceptron) WithNames(r *NameReader) *Perceptron {
	p.names = r
	return p
}

// Version names the code and the weights.
func (p *Perceptron) Version() string {
	version := "english-" + codeVersion + "-" + p.weights.hash
	if p.names != nil {
		version += "-" + p.names.hash
	}
	return version
}

// Read turns text into a Document. Any bytes will do; what is not English is read all the same.
func (p *Perceptron) Read(text string) *Document {
	d := &Document{Text: text}
	segment(d)
	p.analyse(d)
	d.Quotations = quotations(d)
	return d
}

// ReadWords reads one sentence that was cut into words before, as treebanks are. The document's text
// is the words with spaces between them.
func (p *Perceptron) ReadWords(sentence []string) *Document {
	d := &Document{Text: strings.Join(sentence, " ")}
	if len(sentence) == 0 {
		d.Link()
		return d
	}
	start := 0
	for _, w := range sentence {
		d.Tokens = append(d.Tokens, Token{Start: start, End: start + len(w)})
		start += len(w) + 1
	}
	d.Paragraphs = []Paragraph{{0, len(d.Text)}}
	d.Sentences = []Sentence{{Last: len(sentence), End: len(d.Text)}}
	p.analyse(d)
	return d
}

// analyse tags and parses the sentences of a document and links it.
func (p *Perceptron) analyse(d *Document) {
	s := p.scratch.Get().(*scratch)
	for i := range d.Sentences {
		p.sentence(d, &d.Sentences[i], s)
	}
	p.scratch.Put(s)
	d.Link()
	if p.names != nil {
		d.Names = p.names.Find(d)
	}
}

func (p *Perceptron) sentence(d *Document, sentence *Sentence, s *scratch) {
	n := sentence.Last - sentence.First
	tokens := d.Tokens[sentence.First:sentence.Last]
	s.size(n)
	shouted := isShouted(d.Text, tokens)
	for i := range tokens {
		s.words = append(s.words, words.Of(d.Text[tokens[i].Start:tokens[i].End], shouted, p.weights.Clusters, &s.fold))
	}
	p.weights.Tagger.Tag(s.words, s.tags, &s.tagger)
	p.finite(d, tokens, s.tags)
	p.named(d, tokens, s.tags, s.tagger.Possible())
	p.weights.Parser.Parse(s.words, s.tags, s.heads, s.labels, &s.parser)
	for i := range tokens {
		t := &tokens[i]
		t.POS, t.Tag = p.pos[s.tags[i]], p.tags[s.tags[i]]
		t.Head, t.Label = s.heads[i], p.labels[s.labels[i]]
		t.Lemma = p.lemma(d.Text[t.Start:t.End], t.POS, t.Tag, s)
	}
	oneRoot(tokens)
	settle(tokens)
	for i := range tokens {
		if tokens[i].Head != Root {
			tokens[i].Head += sentence.First
		}
	}
}

func (s *scratch) size(n int) {
	s.words = s.words[:0]
	if cap(s.tags) < n {
		s.tags, s.heads, s.labels = make([]uint8, 2*n), make([]int, 2*n), make([]uint8, 2*n)
	}
	s.tags, s.heads, s.labels = s.tags[:n], s.heads[:n], s.labels[:n]
}

func isShouted(text string, tokens []Token) bool {
	if len(tokens) < 3 {
		return false
	}
	capitals, letters := 0, 0
	for _, t := range tokens {
		c, l := words.CountCase(text[t.Start:t.End])
		capitals, letters = capitals+c, letters+l
	}
	return words.IsShouted(capitals, letters)
}

// mostLemmas is how many lemmas a scratch remembers before it begins anew.
const mostLemmas = 1 << 14

// lemma finds a word's lemma. A lemma that stands in the text is a piece of the text.
func (p *Perceptron) lemma(word string, pos POS, tag Tag, s *scratch) string {
	if pos == PROPN || strings.ContainsAny(word, "0123456789") { // folding hides digits
		return word
	}
	s.fold = words.Lower(s.fold[:0], word)
	s.lemma = p.weights.Lexicon.append(s.lemma[:0], s.fold, tag)
	if n := len(s.lemma); n <= len(word) && word[:n] == string(s.lemma) {
		return word[:n]
	}
	if lemma, ok := s.lemmas[string(s.lemma)]; ok {
		return lemma
	}
	if len(s.lemmas) >= mostLemmas {
		clear(s.lemmas)
	}
	lemma := string(s.lemma)
	s.lemmas[lemma] = lemma
	return lemma
}
