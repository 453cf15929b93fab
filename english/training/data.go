package main

import (
	"math/rand/v2"
	"strings"

	"chancery/english"
	"chancery/english/internal/parser"
	"chancery/english/internal/words"
	"chancery/english/score"
)

// item is a sentence ready to learn from.
type item struct {
	words  []words.Word
	tags   []int // classes; -1 for one too rare to learn
	tagged []uint8
	heads  []int // projective
	labels []uint8
	noise  bool // a copy with other letters, for the tagger alone
}

// classes numbers names in the order in which they came in.
type classes struct {
	names []string
	index map[string]int
}

func (c *classes) add(name string) {
	if _, ok := c.index[name]; !ok {
		c.index[name] = len(c.names)
		c.names = append(c.names, name)
	}
}

func newClasses() *classes { return &classes{index: map[string]int{}} }

// describe turns a sentence into what the classifiers see of it.
func describe(s *score.Sentence, clusters *words.Clusters) []words.Word {
	capitals, letters := 0, 0
	for i := range s.Words {
		c, l := words.CountCase(s.Words[i].Form)
		capitals, letters = capitals+c, letters+l
	}
	shouted := len(s.Words) >= 3 && words.IsShouted(capitals, letters)
	var buffer []byte
	out := make([]words.Word, len(s.Words))
	for i := range s.Words {
		out[i] = words.Of(s.Words[i].Form, shouted, clusters, &buffer)
	}
	return out
}

func newItem(s *score.Sentence, tags, labels *classes, clusters *words.Clusters) item {
	it := item{words: describe(s, clusters)}
	heads := make([]int, len(s.Words))
	for i := range s.Words {
		w := &s.Words[i]
		class, ok := tags.index[w.UPOS+"+"+w.XPOS]
		if !ok {
			class = -1
		}
		it.tags = append(it.tags, class)
		heads[i] = w.Head
		it.labels = append(it.labels, uint8(labels.index[w.Label]))
	}
	it.heads = parser.Projective(heads)
	it.tagged = make([]uint8, len(s.Words))
	return it
}

// recase makes a copy of a sentence in capitals, as old wires are, or in the manner of headlines.
func recase(s *score.Sentence, shout bool) score.Sentence {
	out := *s
	out.Words = append([]score.Word(nil), s.Words...)
	for i := range out.Words {
		w := &out.Words[i]
		switch {
		case shout:
			w.Form = strings.ToUpper(w.Form)
		case len(w.Form) > 3 || w.UPOS == "VERB" || w.UPOS == "NOUN":
			w.Form = strings.ToUpper(w.Form[:1]) + w.Form[1:]
		}
	}
	return out
}

// unstop makes a copy of a sentence without its last mark, as headlines are, or without any.
func unstop(s *score.Sentence, all bool) (score.Sentence, bool) {
	n := len(s.Words)
	if n < 4 || s.Words[n-1].Label != "punct" {
		return score.Sentence{}, false
	}
	for i := range s.Words {
		if h := s.Words[i].Head; h >= 0 && s.Words[h].Label == "punct" {
			return score.Sentence{}, false
		}
	}
	place := make([]int, n)
	var out score.Sentence
	for i, w := range s.Words {
		place[i] = len(out.Words)
		if w.Label == "punct" && (all && w.XPOS != "HYPH" || i == n-1) {
			continue
		}
		out.Words = append(out.Words, w)
	}
	for i := range out.Words {
		if h := out.Words[i].Head; h >= 0 {
			out.Words[i].Head = place[h]
		}
	}
	return out, len(out.Words) > 2
}

// augment adds copies of a share of the sentences, in other letters or without marks.
func augment(all []score.Sentence, random *rand.Rand) (plain, noise []score.Sentence) {
	plain = append(plain, all...)
	for i := range all {
		switch n := random.IntN(100); {
		case n < 8:
			if s, ok := unstop(&all[i], false); ok {
				plain = append(plain, s)
			}
		case n < 14:
			if s, ok := unstop(&all[i], true); ok {
				plain = append(plain, s)
			}
		case n < 20:
			noise = append(noise, recase(&all[i], true))
		case n < 25:
			noise = append(noise, recase(&all[i], false))
		}
	}
	return plain, noise
}

// examples counts the lemmas of all words and gives the most frequent one for each word and tag.
func examples(all []score.Sentence) []english.Example {
	type key struct{ form, tag string }
	counts := map[key]map[string]int{}
	var order []key
	for i := range all {
		for _, w := range all[i].Words {
			if w.Lemma == "_" && w.Form != "_" || w.UPOS == "PROPN" || w.UPOS == "X" || w.UPOS == "NUM" || w.Label == "goeswith" {
				continue
			}
			k := key{string(words.Lower(nil, w.Form)), w.XPOS}
			if strings.ContainsAny(k.form, "0123456789") {
				continue
			}
			if counts[k] == nil {
				counts[k] = map[string]int{}
				order = append(order, k)
			}
			counts[k][strings.ToLower(w.Lemma)]++
		}
	}
	var out []english.Example
	for _, k := range order {
		best, most := "", 0
		for lemma, n := range counts[k] {
			if n > most || n == most && lemma < best {
				best, most = lemma, n
			}
		}
		out = append(out, english.Example{Word: k.form, Tag: english.Tag(k.tag), Lemma: best})
	}
	return out
}
