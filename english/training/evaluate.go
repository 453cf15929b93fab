package main

import (
	"strings"

	"chancery/english"
)

// score is how well a reader does on a treebank, in per cent.
type score struct {
	pos, tag, uas, las, lemma float64 // on gold tokens; LAS with the labels of english.Label
	appos                     float64 // share of the appositions that are found
	token, sentence           float64 // F1, from raw text
}

// evaluate reads a treebank's sentences and compares.
func evaluate(reader *english.Network, gold []sentence) score {
	var s score
	var words, lemmas, appositions float64
	for i := range gold {
		d := reader.ReadWords(gold[i].forms())
		for k, w := range gold[i].words {
			t := &d.Tokens[k]
			words++
			s.pos += count(t.POS.String() == w.pos)
			s.tag += count(string(t.Tag) == w.tag)
			s.uas += count(t.Head == w.head)
			s.las += count(t.Head == w.head && t.Label.String() == w.label)
			if w.label == "appos" {
				appositions++
				s.appos += count(t.Head == w.head && t.Label == english.Appos)
			}
			if w.lemma != "_" {
				lemmas++
				s.lemma += count(strings.EqualFold(t.Lemma, w.lemma))
			}
		}
	}
	for _, f := range []*float64{&s.pos, &s.tag, &s.uas, &s.las} {
		*f *= 100 / words
	}
	s.appos *= 100 / max(1, appositions)
	s.lemma *= 100 / max(1, lemmas)
	s.token, s.sentence = evaluateRaw(reader, gold)
	return s
}

func count(ok bool) float64 {
	if ok {
		return 1
	}
	return 0
}

// evaluateRaw joins each document's sentences into text, with an empty line before a paragraph, and
// compares the tokens and sentences found in it, by their bytes.
func evaluateRaw(reader english.Reader, gold []sentence) (token, sentences float64) {
	var tokenHits, tokenGold, tokenFound, sentenceHits, sentenceGold, sentenceFound float64
	for first := 0; first < len(gold); {
		last := first + 1
		for last < len(gold) && !gold[last].begin {
			last++
		}
		text, tokens, ends := rawDocument(gold[first:last])
		d := reader.Read(text)
		tokenGold += float64(len(tokens))
		tokenFound += float64(len(d.Tokens))
		sentenceGold += float64(len(ends))
		sentenceFound += float64(len(d.Sentences))
		for _, t := range d.Tokens {
			tokenHits += count(tokens[[2]int{t.Start, t.End}])
		}
		for _, s := range d.Sentences {
			sentenceHits += count(ends[[2]int{s.Start, s.End}])
		}
		first = last
	}
	f1 := func(hits, a, b float64) float64 { return 100 * 2 * hits / max(1, a+b) }
	return f1(tokenHits, tokenGold, tokenFound), f1(sentenceHits, sentenceGold, sentenceFound)
}

// rawDocument is the text of sentences with the places of their tokens and of themselves.
func rawDocument(gold []sentence) (text string, tokens, sentences map[[2]int]bool) {
	var b strings.Builder
	tokens, sentences = map[[2]int]bool{}, map[[2]int]bool{}
	for i := range gold {
		s := &gold[i]
		switch {
		case i == 0:
		case s.opens:
			b.WriteString("\n\n")
		case !gold[i-1].words[len(gold[i-1].words)-1].glued:
			b.WriteByte(' ')
		}
		start := b.Len()
		for k, w := range s.words {
			from := b.Len()
			b.WriteString(w.form)
			tokens[[2]int{from, b.Len()}] = true
			if !w.glued && k+1 < len(s.words) {
				b.WriteByte(' ')
			}
		}
		sentences[[2]int{start, b.Len()}] = true
	}
	return b.String(), tokens, sentences
}
