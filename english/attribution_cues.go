package english

import (
	_ "embed" // the cues
	"fmt"
	"strings"
	"sync"
)

// cueData lists the words that attribute. Their classes follow those of VerbNet
// (https://verbs.colorado.edu/verbnet/: say-37.7, tell-37.2, promise-37.13, judgment-33, want-32,
// conjecture-29.5 and the like); nouns and adjectives follow the verbs that they are made from.
//
//go:embed data/attribution/cues.tsv
var cueData string

// takes is a set of the complements in which a cue's content stands.
type takes uint64

const (
	takesThat     takes = 1 << iota // a finite clause, with "that", a question word or neither
	takesQuote                      // direct speech; may stand behind it or inside it: "…, he said"
	takesTo                         // an infinitive whose subject is the source
	takesWhomTo                     // somebody who is to do something: "urged them to leave"
	takesIng                        // a gerund
	takesThing                      // an object: "announced a plan"
	takesTerm                       // an object and what it is said to be: "called it a mistake"
	takesRaised                     // passive with an infinitive: "is said to be ill"
	takesWhom                       // the object is who is spoken to: "told reporters that"
	takesLike                       // "looks like", and a subject that is part of the content: "seems ill"
	takesStimulus                   // the subject is felt by the object: "the ruling angered the envoy"
	takesPrepositions
)

var takesNames = map[string]takes{"that": takesThat, "quote": takesQuote, "inf": takesTo, "whom-to": takesWhomTo,
	"ing": takesIng, "thing": takesThing, "term": takesTerm, "raised": takesRaised, "whom": takesWhom, "like": takesLike, "stimulus": takesStimulus}

// cuePrepositions may open the content of a cue; the n-th is the flag takesPrepositions << n.
var cuePrepositions = [...]string{"about", "of", "for", "on", "against", "to", "with", "at", "from", "in", "over", "as",
	"toward", "into", "upon", "between", "towards", "by", "out", "around", "behind", "through", "regarding", "than"}

// takesPreposition is the flag of a preposition, or 0.
func takesPreposition(word string) takes {
	for n, p := range cuePrepositions {
		if p == word {
			return takesPrepositions << n
		}
	}
	return 0
}

// cue is what the list says of a word.
type cue struct {
	class CueClass
	takes takes
}

func (c cue) is(t takes) bool { return c.takes&t != 0 }

// cues has one map for each part of speech that attributes.
// A word of several classes has several cues, tried in order.
type cues struct{ verb, noun, adjective, adverb map[string][]cue }

// attributionCues is the list, read once. A fault in it is a fault of the program: tests read it too.
var attributionCues = sync.OnceValue(func() *cues {
	list, err := parseCues(cueData)
	if err != nil {
		panic(err)
	}
	return list
})

// parseCues reads lines of lemma, part of speech, class and what the word takes, with tabs between.
func parseCues(data string) (*cues, error) {
	out := &cues{map[string][]cue{}, map[string][]cue{}, map[string][]cue{}, map[string][]cue{}}
	byPOS := map[string]map[string][]cue{"verb": out.verb, "noun": out.noun, "adjective": out.adjective, "adverb": out.adverb}
	n := 0
	for line := range strings.Lines(data) {
		n++
		line = strings.TrimSuffix(line, "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		fields := strings.Split(line, "\t")
		if len(fields) != 4 {
			return nil, fmt.Errorf("cues.tsv:%d: %d columns, want 4", n, len(fields))
		}
		list := byPOS[fields[1]]
		if list == nil {
			return nil, fmt.Errorf("cues.tsv:%d: no part of speech %q", n, fields[1])
		}
		c := cue{}
		for k, name := range cueClassNames {
			if name == fields[2] {
				c.class = CueClass(k)
			}
		}
		for _, other := range list[fields[0]] {
			if other.class == c.class {
				return nil, fmt.Errorf("cues.tsv:%d: %s %q stands twice as %s", n, fields[1], fields[0], fields[2])
			}
		}
		if c.class == NoCueClass {
			return nil, fmt.Errorf("cues.tsv:%d: no class %q", n, fields[2])
		}
		for _, t := range strings.Fields(fields[3]) {
			flag := takesNames[t]
			if flag == 0 {
				flag = takesPreposition(t)
			}
			if flag == 0 {
				return nil, fmt.Errorf("cues.tsv:%d: nothing is called %q", n, t)
			}
			c.takes |= flag
		}
		list[fields[0]] = append(list[fields[0]], c)
	}
	return out, nil
}

// of is what the list says of a token.
func (l *cues) of(t *Token) []cue {
	switch t.POS {
	case VERB, AUX:
		return l.verb[t.Lemma]
	case NOUN:
		return l.noun[t.Lemma]
	case ADJ:
		return l.adjective[t.Lemma]
	case ADV:
		return l.adverb[t.Lemma]
	}
	return nil
}

// CueClassOf is the class of a word as a cue, NoCueClass for a word that attributes nothing.
func CueClassOf(t *Token) CueClass {
	if c := attributionCues().of(t); len(c) > 0 {
		return c[0].class
	}
	return NoCueClass
}

// Says reports whether a verb puts what somebody said into a clause: "say", "announce", "recall".
func Says(lemma string) bool { return verbIs(lemma, takesThat) }

// Quotes reports whether a verb may stand behind the words that it reports: "…, he added".
func Quotes(lemma string) bool { return verbIs(lemma, takesThat|takesQuote) }

// verbIs reports whether a verb of saying takes all these complements.
func verbIs(lemma string, t takes) bool {
	for _, c := range attributionCues().verb[lemma] {
		if c.class == Saying && c.takes&t == t {
			return true
		}
	}
	return false
}
