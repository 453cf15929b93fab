package main

import (
	"math/rand/v2"
	"strings"

	"chancery/english"
	"chancery/english/internal/parser"
	"chancery/english/internal/words"
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
func describe(s *sentence, clusters *words.Clusters) []words.Word {
	capitals, letters := 0, 0
	for i := range s.words {
		c, l := words.CountCase(s.words[i].form)
		capitals, letters = capitals+c, letters+l
	}
	shouted := len(s.words) >= 3 && words.IsShouted(capitals, letters)
	var buffer []byte
	out := make([]words.Word, len(s.words))
	for i := range s.words {
		out[i] = words.Of(s.words[i].form, shouted, clusters, &buffer)
	}
	return out
}

func newItem(s *sentence, tags, labels *classes, clusters *words.Clusters) item {
	it := item{words: describe(s, clusters)}
	heads := make([]int, len(s.words))
	for i := range s.words {
		w := &s.words[i]
		class, ok := tags.index[w.pos+"+"+w.tag]
		if !ok {
			class = -1
		}
		it.tags = append(it.tags, class)
		heads[i] = w.head
		it.labels = append(it.labels, uint8(labels.index[w.label]))
	}
	it.heads = parser.Projective(heads)
	it.tagged = make([]uint8, len(s.words))
	return it
}

// recase makes a copy of a sentence in capitals, as old wires are, or in the manner of headlines.
func recase(s *sentence, shout bool) sentence {
	out := *s
	out.words = append([]word(nil), s.words...)
	for i := range out.words {
		w := &out.words[i]
		switch {
		case shout:
			w.form = strings.ToUpper(w.form)
		case len(w.form) > 3 || w.pos == "VERB" || w.pos == "NOUN":
			w.form = strings.ToUpper(w.form[:1]) + w.form[1:]
		}
	}
	return out
}

// unstop makes a copy of a sentence without its last mark, as headlines are, or without any.
func unstop(s *sentence, all bool) (sentence, bool) {
	n := len(s.words)
	if n < 4 || s.words[n-1].label != "punct" {
		return sentence{}, false
	}
	for i := range s.words {
		if h := s.words[i].head; h >= 0 && s.words[h].label == "punct" {
			return sentence{}, false
		}
	}
	place := make([]int, n)
	var out sentence
	for i, w := range s.words {
		place[i] = len(out.words)
		if w.label == "punct" && (all && w.tag != "HYPH" || i == n-1) {
			continue
		}
		out.words = append(out.words, w)
	}
	for i := range out.words {
		if h := out.words[i].head; h >= 0 {
			out.words[i].head = place[h]
		}
	}
	return out, len(out.words) > 2
}

// augment adds copies of a share of the sentences, in other letters or without marks.
func augment(all []sentence, random *rand.Rand) (plain, noise []sentence) {
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
func examples(all []sentence) []english.Example {
	type key struct{ form, tag string }
	counts := map[key]map[string]int{}
	var order []key
	for i := range all {
		for _, w := range all[i].words {
			if w.lemma == "_" && w.form != "_" || w.pos == "PROPN" || w.pos == "X" || w.pos == "NUM" || w.label == "goeswith" {
				continue
			}
			k := key{string(words.Lower(nil, w.form)), w.tag}
			if strings.ContainsAny(k.form, "0123456789") {
				continue
			}
			if counts[k] == nil {
				counts[k] = map[string]int{}
				order = append(order, k)
			}
			counts[k][strings.ToLower(w.lemma)]++
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
