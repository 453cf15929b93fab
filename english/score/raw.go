package score

import (
	"iter"
	"strings"

	"chancery/english"
)

// Documents goes through the documents of a treebank. One without marks of documents is one.
func Documents(gold []Sentence) iter.Seq[[]Sentence] {
	return func(yield func([]Sentence) bool) {
		for first := 0; first < len(gold); {
			last := first + 1
			for last < len(gold) && !gold[last].OpensDocument {
				last++
			}
			if !yield(gold[first:last]) {
				return
			}
			first = last
		}
	}
}

// Stretch is bytes of a text, half-open.
type Stretch struct{ Start, End int }

// RawText is a document written out, and where its words and sentences stand in it.
type RawText struct {
	Text      string
	Words     []Stretch
	Sentences []Stretch
}

// WriteOut joins sentences into text, with an empty line before a paragraph.
func WriteOut(document []Sentence) RawText {
	var b strings.Builder
	var r RawText
	glued := true
	for i := range document {
		s := &document[i]
		switch {
		case i == 0:
		case s.OpensParagraph:
			b.WriteString("\n\n")
		case !glued:
			b.WriteByte(' ')
		}
		start := b.Len()
		for k, w := range s.Words {
			if k > 0 && !glued {
				b.WriteByte(' ')
			}
			from := b.Len()
			b.WriteString(w.Form)
			r.Words = append(r.Words, Stretch{from, b.Len()})
			glued = w.Glued
		}
		r.Sentences = append(r.Sentences, Stretch{start, b.Len()})
	}
	r.Text = b.String()
	return r
}

// rawReading is a document of a treebank that was read as text.
type rawReading struct {
	RawText
	found *english.Document
}

func readRaw(reader english.Reader, gold []Sentence) []rawReading {
	var out []rawReading
	for document := range Documents(gold) {
		text := WriteOut(document)
		out = append(out, rawReading{text, reader.Read(text.Text)})
	}
	return out
}

// rawRows compares texts in the way of the CoNLL 2018 shared task
// (https://universaldependencies.org/conll18/evaluation.html): what was found is a hit where it covers
// the same bytes, and an arc where its head does so too.
func rawRows(raw []rawReading, gold []Sentence) []Row {
	var sentences, tokens, upos, las, types Tally
	next := 0 // sentence of gold
	for i := range raw {
		r := &raw[i]
		document := gold[next : next+len(r.Sentences)]
		next += len(r.Sentences)
		r.compareSentences(&sentences)
		place := map[Stretch]int{} // of the words there, in the document
		for k, s := range r.Words {
			place[s] = k
		}
		there := flat(document)
		for _, tally := range []*Tally{&tokens, &upos, &las, &types} {
			tally.Gold += len(there)
			tally.Found += len(r.found.Tokens)
		}
		for _, t := range r.found.Tokens {
			k, ok := place[Stretch{t.Start, t.End}]
			if !ok {
				continue
			}
			w := there[k]
			tokens.Hits++
			if t.POS.String() == w.UPOS {
				upos.Hits++
			}
			if !r.sameHead(t, w, place) {
				continue
			}
			if t.Label == english.ParseLabel(w.Label) {
				las.Hits++
			}
			if sameType(t.Label, w.Label) {
				types.Hits++
			}
		}
	}
	return []Row{{RawSentences, sentences}, {RawTokens, tokens}, {RawUPOS, upos}, {RawLAS, las}, {RawLASNoSubtypes, types}}
}

func (r *rawReading) compareSentences(tally *Tally) {
	there := map[Stretch]bool{}
	for _, s := range r.Sentences {
		there[s] = true
	}
	tally.Gold += len(there)
	for _, s := range r.found.Sentences {
		tally.Found++
		if there[Stretch{s.Start, s.End}] {
			tally.Hits++
		}
	}
}

// sameHead reports whether a token has the head of the word in its place, a word of a document.
func (r *rawReading) sameHead(t english.Token, w Word, place map[Stretch]int) bool {
	if t.Head == english.Root || w.Head < 0 {
		return t.Head == english.Root && w.Head < 0
	}
	h := r.found.Tokens[t.Head]
	k, ok := place[Stretch{h.Start, h.End}]
	return ok && k == w.Head
}

// flat lists the words of a document. Heads then count within the document.
func flat(document []Sentence) []Word {
	var out []Word
	for i := range document {
		first := len(out)
		for _, w := range document[i].Words {
			if w.Head >= 0 {
				w.Head += first
			}
			out = append(out, w)
		}
	}
	return out
}
