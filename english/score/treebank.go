package score

import (
	"slices"
	"strings"
)

// change gives a copy of a treebank with each sentence changed.
func change(gold []Sentence, each func(*Sentence)) []Sentence {
	out := slices.Clone(gold)
	for i := range out {
		out[i].Words = slices.Clone(out[i].Words)
		each(&out[i])
	}
	return out
}

func harmonised(gold []Sentence) []Sentence { return change(gold, (*Sentence).Harmonise) }

func withoutTags(gold []Sentence) []Sentence {
	return change(gold, func(s *Sentence) {
		for i := range s.Words {
			s.Words[i].XPOS = "_"
		}
	})
}

// hasPennTags reports whether most of a treebank's own tags are Penn's, as in EWT and GUM. Some
// treebanks of English have others.
func hasPennTags(gold []Sentence) bool {
	penn, all := 0, 0
	for i := range gold {
		for k := range gold[i].Words {
			all++
			if pennTags[gold[i].Words[k].XPOS] {
				penn++
			}
		}
	}
	return 2*penn > all
}

// pennTags are the tags of words.
var pennTags = set(`CC CD DT EX FW IN JJ JJR JJS LS MD NN NNP NNPS NNS PDT POS PRP PRP$ RB RBR RBS RP TO UH
	VB VBD VBG VBN VBP VBZ WDT WP WP$ WRB`)

// set holds the words of a list.
func set(list string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		m[w] = true
	}
	return m
}
