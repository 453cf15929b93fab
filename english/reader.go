package english

import (
	"strings"
	"sync"

	"chancery/english/internal/names"
	"chancery/english/internal/network"
	"chancery/english/internal/words"
)

// Network is the Reader that ships: a small neural network tags and parses each sentence, see the
// package english/internal/network.
type Network struct {
	weights *Weights
	pos     []POS        // of each class of tags
	tags    []Tag        // of each class of tags
	labels  []Label      // of each class of labels
	finites []uint8      // the classes of finite verbs
	hints   []names.Hint // of each class of names
	names   *NameReader  // may be nil
	scratch sync.Pool
}

// scratch is the room that reading one text needs.
type scratch struct {
	words   []words.Word
	fold    []byte
	lemma   []byte
	lemmas  map[string]string // one string for each lemma that is not in the text as it stands
	network network.Scratch
}

// NewNetwork makes a reader from weights.
func NewNetwork(w *Weights) *Network {
	n := &Network{weights: w}
	for class, name := range w.Network.Tags {
		switch name {
		case "VERB+VBD", "VERB+VBZ", "VERB+VBP":
			n.finites = append(n.finites, uint8(class))
		}
		pos, tag, _ := strings.Cut(name, "+")
		n.pos = append(n.pos, ParsePOS(pos))
		n.tags = append(n.tags, Tag(tag))
	}
	for _, name := range w.Network.Labels {
		n.labels = append(n.labels, ParseLabel(name))
	}
	for _, name := range w.Network.Names {
		n.hints = append(n.hints, hintOf(name))
	}
	n.scratch.New = func() any { return &scratch{lemmas: map[string]string{}} }
	return n
}

// hintOf reads a class of names of the network: "O", or a kind with B- for a name's first word and I- for
// the others.
func hintOf(class string) names.Hint {
	_, kind, _ := strings.Cut(class, "-")
	for i, k := range [...]string{Person: "PER", Place: "LOC", Organisation: "ORG", Nationality: "NORP", DocumentName: "DOC", Event: "EVENT"} {
		if k == kind {
			return names.HintOf(i)
		}
	}
	return names.HintOutside
}

// WithNames makes the reader fill Document.Names too. It is called before the reader is first used.
func (n *Network) WithNames(r *NameReader) *Network {
	n.names = r
	return n
}

// Version names the code and the weights.
func (n *Network) Version() string {
	version := "english-" + codeVersion + "-" + splitterVersion() + "-" + n.weights.hash
	if n.names != nil {
		version += "-" + n.names.hash
	}
	return version
}

// Read turns text into a Document. Any bytes will do; what is not English is read all the same.
func (n *Network) Read(text string) *Document {
	d := &Document{Text: text}
	segment(d)
	n.analyse(d)
	return d
}

// ReadWords reads one sentence that was cut into words before. The document's text is the words with
// spaces between them.
func (n *Network) ReadWords(sentence []string) *Document {
	return n.ReadSentences([][]string{sentence})
}

// analyse reads a document that is cut into sentences and tokens: a tree for each sentence, and what
// goes beyond sentences.
func (n *Network) analyse(d *Document) {
	s := n.scratch.Get().(*scratch)
	d.hints = make([]names.Hint, len(d.Tokens))
	for i := range d.Sentences {
		n.sentence(d, &d.Sentences[i], s)
	}
	n.scratch.Put(s)
	d.Link()
	d.Quotations = quotations(d)
	d.Attributions = attributions(d)
	d.Mentions = mentions(d)
	if n.names != nil {
		d.Names = n.names.Find(d)
	}
	d.hints = nil
}

// sentence reads one sentence. A very long one is read in stretches, and the roots of the others hang on
// the first one's.
func (n *Network) sentence(d *Document, sentence *Sentence, s *scratch) {
	tokens := d.Tokens[sentence.First:sentence.Last]
	shouted := isShouted(d.Text, tokens)
	root := Root
	for first := 0; first < len(tokens); {
		last := first + stretch(len(tokens)-first)
		n.stretch(d, sentence.First+first, sentence.First+last, shouted, s)
		for i := first; i < last; i++ {
			switch {
			case tokens[i].Head != Root:
				tokens[i].Head += sentence.First + first
			case root == Root:
				root = sentence.First + i
			default:
				tokens[i].Head, tokens[i].Label = root, Parataxis
			}
		}
		first = last
	}
}

// stretch is how many of the words left are read at a time: rather two halves than a scrap.
func stretch(left int) int {
	switch {
	case left <= network.Longest:
		return left
	case left < 2*network.Longest:
		return left / 2
	}
	return network.Longest
}

// stretch reads the tokens from first to last as a sentence. Their heads are counted from first.
func (n *Network) stretch(d *Document, first, last int, shouted bool, s *scratch) {
	tokens := d.Tokens[first:last]
	s.words = s.words[:0]
	for i := range tokens {
		s.words = append(s.words, words.Of(d.Text[tokens[i].Start:tokens[i].End], shouted, nil, &s.fold))
	}
	r := n.weights.Network.Tag(s.words, &s.network)
	n.weights.Network.Parse(n.finite(d, tokens, r, &s.network), &s.network)
	for i := range tokens {
		t := &tokens[i]
		t.POS, t.Tag = n.pos[r.Tags[i]], n.tags[r.Tags[i]]
		t.Head, t.Label = r.Heads[i], n.labels[r.Labels[i]]
		d.hints[first+i] = n.hints[r.Names[i]]
		if t.Tag == "VBP" && n.inflected(d.Text[t.Start:t.End], s) {
			t.Tag = "VBZ"
		}
		t.Lemma = n.lemma(d.Text[t.Start:t.End], t.POS, t.Tag, s)
	}
	settle(tokens)
	for i := range tokens {
		if t := &tokens[i]; t.POS == PROPN {
			t.Lemma = d.Text[t.Start:t.End] // where it was settled to be a name
		}
	}
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

// inflected reports whether a verb can only be a third person's: "thanks" is no verb of its own, "thank" is.
func (n *Network) inflected(word string, s *scratch) bool {
	if !strings.HasSuffix(word, "s") {
		return false
	}
	s.fold = words.Lower(s.fold[:0], word)
	if n.weights.Lexicon.isBase(s.fold, 'v') {
		return false
	}
	s.lemma = n.weights.Lexicon.append(s.lemma[:0], s.fold, "VBZ")
	return n.weights.Lexicon.isBase(s.lemma, 'v')
}

// mostLemmas is how many lemmas a scratch remembers before it begins anew.
const mostLemmas = 1 << 14

// lemma finds a word's lemma. A lemma that stands in the text is a piece of the text.
func (n *Network) lemma(word string, pos POS, tag Tag, s *scratch) string {
	if pos == PROPN || strings.ContainsAny(word, "0123456789") { // folding hides digits
		return word
	}
	s.fold = words.Lower(s.fold[:0], word)
	s.lemma = n.weights.Lexicon.append(s.lemma[:0], s.fold, tag)
	if size := len(s.lemma); size <= len(word) && word[:size] == string(s.lemma) {
		return word[:size]
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
