package dyads

import (
	"slices"
	"strings"

	"chancery/english"
)

// singular takes a plural's ending off, where the reader of English left it on a name or a rare word.
func singular(lemma string) string {
	switch {
	case strings.HasSuffix(lemma, "ies") && len(lemma) > 4:
		return lemma[:len(lemma)-3] + "y"
	case strings.HasSuffix(lemma, "s") && !strings.HasSuffix(lemma, "ss") && len(lemma) > 3:
		return lemma[:len(lemma)-1]
	}
	return lemma
}

// ranked is a sense with how much of what it asks for is there.
type ranked struct {
	*sense
	weight int
}

// senses lists the senses of token i that fit, those that ask for most first.
func (r *reading) senses(i int, words map[string][]*sense) []ranked {
	var list []ranked
	for _, s := range r.words.of(words, r.doc.Tokens[i].Lemma, r.doc.Word(i)) {
		n := 4 * len(s.rest)
		if n > 0 && !r.joined(i, s.rest) {
			continue
		}
		ways := -1
		if len(s.ways) == 0 {
			ways = 0
		}
		for _, w := range s.ways {
			ways = max(ways, r.weight(i, w))
		}
		if ways >= 0 {
			list = append(list, ranked{s, n + ways})
		}
	}
	slices.SortStableFunc(list, func(a, b ranked) int { return b.weight - a.weight })
	return list
}

// weight is how much a way asks for, or -1 where something is not there. A lemma is more than a class of them.
func (r *reading) weight(i int, w way) int {
	sum := 0
	for _, c := range w {
		switch {
		case !r.holds(i, c):
			return -1
		case c.absent:
		case c.value == "" || c.value == "^":
			sum++
		case c.value[0] == '@' || c.value[0] == '#':
			sum += 2
		default:
			sum += 3
		}
	}
	return sum
}

// joined reports whether the other words of an entry stand with token i: particles and objects behind a verb, modifiers
// before a noun.
func (r *reading) joined(i int, rest []string) bool {
	nominal := isNominal(r.doc.Tokens[i].POS)
	for _, word := range rest {
		found := !nominal && particles[word] && i+1 < len(r.doc.Tokens) && strings.EqualFold(r.doc.Word(i+1), word)
		for _, c := range r.doc.Children(i) {
			k := &r.doc.Tokens[c]
			if strings.EqualFold(k.Lemma, word) && (nominal == (c < i) || k.Label == english.NsubjPass || k.Label == english.CompoundPrt) {
				found = true
				break
			}
			if p := r.doc.Child(c, english.Case, english.Mark); p > i && !nominal && (p == i+1 || r.apart(word, c)) && strings.EqualFold(r.doc.Tokens[p].Lemma, word) {
				found = true
				break
			}
		}
		if !found {
			return false
		}
	}
	return true
}

// particles are adverbs that make another verb of the one they follow, and that parsers take for prepositions of what the
// verb is done to.
var particles = map[string]bool{"off": true, "out": true, "up": true, "down": true, "back": true, "over": true, "away": true}

// particleObject reports whether token c, an object by its meaning, was hung on the verb i by a particle: "off" in
// "called off the strike".
func (r *reading) particleObject(i, c int) bool {
	if r.doc.Tokens[c].Label != english.Obl {
		return false
	}
	p := r.doc.Child(c, english.Case)
	return p == i+1 && particles[r.lemma(p)]
}

// apart reports whether a preposition may stand apart from its verb before token c: "called again on Peru", and not
// "called Peru on Monday".
func (r *reading) apart(preposition string, c int) bool {
	return (preposition == "on" || preposition == "upon") && r.doc.Tokens[c].Label == english.Obl &&
		r.doc.Tokens[c].POS != english.NUM && !calendarWord(r.doc.Word(c))
}
