package network

import (
	"slices"
	"strings"
)

// grammar is the little that English certainly does not allow. The network reads tags and arcs of one
// sentence at once, and where it is not sure they may disagree: "Jordan shared intelligence" as the
// sharing of intelligence, with "shared" tagged as the past that it is.
type grammar struct {
	finite, noun []bool // by tag
	// Labels as bits: those that a finite verb is never a dependent by, never a head by.
	neverDependent, neverHead uint64
}

// The weights of what is not certain but all but certain, in the units of the scores of arcs.
const (
	unlikely = 6 * grain * grain
	certain  = 100 * grain * grain
)

func newGrammar(tags, labels []string) grammar {
	g := grammar{}
	for _, t := range tags {
		pos, penn, _ := strings.Cut(t, "+")
		g.finite = append(g.finite, pos == "VERB" && (penn == "VBD" || penn == "VBZ" || penn == "VBP"))
		g.noun = append(g.noun, pos == "NOUN" || pos == "PROPN")
	}
	bits := func(names ...string) (set uint64) {
		for _, n := range names {
			if i := slices.Index(labels, n); i >= 0 && i < 64 {
				set |= 1 << i
			}
		}
		return set
	}
	g.neverDependent = bits("amod", "compound", "det", "nummod", "nmod:poss")
	g.neverHead = bits("amod", "compound", "det", "nummod", "nmod", "nmod:poss", "nmod:desc", "flat", "acl", "appos")
	return g
}

// weigh makes arcs unlikely by which a finite verb belongs to a noun behind it: a clause before a noun
// does not describe it.
func (g *grammar) weigh(tags []uint8, scores []int32) {
	count := len(tags)
	for i, t := range tags {
		if !g.finite[t] {
			continue
		}
		for j := i + 1; j < count; j++ {
			if g.noun[tags[j]] {
				scores[i*(count+1)+j+1] -= unlikely
			}
		}
	}
}

// excluded gives the labels that an arc between words with these tags cannot have.
func (g *grammar) excluded(dependent, head uint8) (labels uint64) {
	if g.finite[dependent] {
		labels |= g.neverDependent
	}
	if g.finite[head] {
		labels |= g.neverHead
	}
	return labels
}
