// Package english reads English: from text to a Document of sentences, tokens, tags, lemmas, dependency
// trees, names, quotations, attributions and coreference.
//
// The trees follow Universal Dependencies 2 (https://universaldependencies.org/u/dep/), the tags its
// UPOS beside the Penn Treebank's. A Document owns its text once; everything else points into it by
// byte offsets.
//
// The files go by what they find, in the order of reading (reader.go): segment* cuts the text, the
// network in internal/network tags and parses (finite.go and settle.go hold it to grammar), lemma.go
// and morphology* tell words and forms, verbgroup* reads tense, mood of the verb and negation, quotation.go
// pairs the marks, attribution* finds who is said to say or think what, coreference* what stands for
// what, and names* the names. english/score measures all of it, english/training learns the weights.
package english

import "chancery/english/internal/names"

// Reader turns text into a Document. Implementations may be called from several goroutines at once.
type Reader interface {
	Read(text string) *Document
	// Version changes whenever the same text may be read differently.
	Version() string
}

// Root is the head of a token that depends on no other.
const Root = -1

// Token is a word or a mark. Start and End are bytes of the text; tokens and the gaps between them
// rebuild it.
type Token struct {
	Start, End int
	Sentence   int    // index into Document.Sentences
	POS        POS    // UPOS
	Tag        Tag    // Penn Treebank tag, which tells "signed" (VBD) from "signed" (VBN)
	Lemma      string // in lower case, except for proper nouns
	Head       int    // index into Document.Tokens, or Root
	Label      Label  // relation to the head
}

// Sentence is a run of tokens, half-open.
type Sentence struct {
	First, Last int // tokens
	Start, End  int // bytes
	Paragraph   int // index into Document.Paragraphs
	Root        int // the token whose head is Root
}

// Paragraph is a stretch of bytes between blank lines or line breaks, half-open.
type Paragraph struct{ Start, End int }

// Quotation is what stands between quotation marks. Start and End are the bytes between the marks;
// Outer* take the marks in. A quotation that goes on over several paragraphs, each opened anew, is
// one; its bytes then hold the inner marks too.
type Quotation struct {
	Start, End           int
	OuterStart, OuterEnd int
	First, Last          int // tokens between the marks, half-open
}

// Document is a text with its reading. It is not changed once made.
type Document struct {
	Text       string
	Tokens     []Token
	Sentences  []Sentence
	Paragraphs []Paragraph
	Quotations []Quotation
	// Attributions say whose words, thoughts and wishes the text reports, in the order of their first tokens.
	Attributions []Attribution
	// Mentions are what stands for a thing; those of one thing make a chain.
	Mentions []Mention
	// Names stand in the order of the text; no two overlap.
	Names []Name

	hints     []names.Hint // what the network takes each token for; nil where it was not asked
	children  []int        // token indexes, grouped by head
	firstKids []int        // children of token i are children[firstKids[i]:firstKids[i+1]]
}

// Word is the token's text.
func (d *Document) Word(i int) string { return d.Text[d.Tokens[i].Start:d.Tokens[i].End] }

// Slice is the text from the first token to the last, which is included.
func (d *Document) Slice(first, last int) string {
	return d.Text[d.Tokens[first].Start:d.Tokens[last].End]
}

// Children lists the tokens that depend on token i, in order.
func (d *Document) Children(i int) []int {
	if len(d.firstKids) == 0 {
		return nil
	}
	return d.children[d.firstKids[i]:d.firstKids[i+1]]
}

// Child is the first dependent of token i with one of the labels, or -1.
func (d *Document) Child(i int, labels ...Label) int {
	for _, c := range d.Children(i) {
		for _, l := range labels {
			if d.Tokens[c].Label == l {
				return c
			}
		}
	}
	return -1
}

// Dominates reports whether token a is b or one of b's ancestors.
func (d *Document) Dominates(a, b int) bool {
	for b != Root {
		if a == b {
			return true
		}
		b = d.Tokens[b].Head
	}
	return false
}

// Subtree gives the first and the last token (included) of the stretch that token i dominates.
func (d *Document) Subtree(i int) (first, last int) {
	first, last = i, i
	for _, c := range d.Children(i) {
		f, l := d.Subtree(c)
		first, last = min(first, f), max(last, l)
	}
	return first, last
}

// Link computes the lists of children from the heads, and each sentence's root. Whoever makes a
// Document calls it last. Heads must form a tree in every sentence.
func (d *Document) Link() {
	n := len(d.Tokens)
	d.firstKids = make([]int, n+1)
	for i := range d.Tokens {
		if h := d.Tokens[i].Head; h != Root {
			d.firstKids[h+1]++
		} else {
			d.Sentences[d.Tokens[i].Sentence].Root = i
		}
	}
	for i := range n {
		d.firstKids[i+1] += d.firstKids[i]
	}
	d.children = make([]int, d.firstKids[n])
	next := make([]int, n)
	copy(next, d.firstKids[:n])
	for i := range d.Tokens {
		if h := d.Tokens[i].Head; h != Root {
			d.children[next[h]] = i
			next[h]++
		}
	}
}
