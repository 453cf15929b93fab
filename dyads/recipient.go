package dyads

import (
	"slices"
	"strings"

	"chancery/english"
)

// recipientOf is the head of the phrase that the event most likely is done to, or -1: what depends on the words that
// tell it, by how it depends on them; and how well it fits.
func (r *reading) recipientOf(m meaning, predicate int, agents []int) (recipient int, fit float64) {
	best, most := -1, 1.0
	told := append([]int{predicate}, m.tokens...)
	consider := func(i int, score float64) {
		t := &r.doc.Tokens[i]
		switch {
		case r.namesake(i, agents), slices.Contains(told, i), slices.Contains(agents, i), t.POS == english.PRON, t.POS == english.NUM, !isNominal(t.POS) && !r.actorlike(i), calendarWord(r.doc.Word(i)), isDigit(r.doc.Word(i)[0]):
			return
		case r.sent(i, m.code):
			score--
		case r.actorlike(i):
			score++
		case r.thing(i) && !aboutDeeds(m.code):
			score -= 1.6
		}
		if score > most {
			best, most = i, score
		}
	}
	for k := 0; k < len(told) && k < mostTold; k++ {
		t := told[k]
		noun := r.doc.Tokens[t].POS == english.NOUN
		for _, c := range r.doc.Children(t) {
			switch l := &r.doc.Tokens[c]; l.Label {
			case english.Obj, english.NsubjPass, english.Iobj:
				consider(c, 2.8)
				if !r.actorlike(c) && !slices.Contains(told, c) {
					told = append(told, c) // what hangs on it hangs on the event: "lifted sanctions on"
				}
				r.within(c, func(d int) { consider(d, 1.5) })
			case english.Obl, english.Nmod:
				if weight := recipientWeight(r.preposition(c), noun, m.code); weight > 0 {
					consider(c, weight)
					r.within(c, func(d int) { consider(d, weight-0.9) })
				}
			case english.NmodPoss:
				if noun {
					consider(c, 2.4)
				}
			case english.Compound, english.Amod:
				if noun {
					consider(c, 1.4)
				}
			case english.Nsubj:
				if t != predicate { // whoever is to do what is asked for
					consider(c, 2.2)
				}
			case english.Ccomp, english.Xcomp:
				if s := r.doc.Child(c, english.Nsubj, english.NsubjPass); s >= 0 {
					consider(s, 2)
				}
			}
		}
	}
	if most < sure {
		if below := r.below(predicate, agents, told); below >= 0 {
			return below, 0
		}
		if given(m.code) {
			return -1, 0
		}
	}
	if best >= 0 && !r.holdsActor(best) && !aboutDeeds(m.code) && !r.placed(best) {
		return -1, 0 // things are done to, but are no recipients
	}
	return best, most
}

// namesake reports whether a phrase is named as one of the actors is.
func (r *reading) namesake(i int, agents []int) bool {
	for _, a := range agents {
		if r.doc.Word(a) == r.doc.Word(i) {
			return true
		}
	}
	return false
}

// aboutDeeds reports whether an event of this code is done to deeds and words as well as to those whose they are: what is
// condemned may be an attack.
func aboutDeeds(code string) bool { return code[:2] == "11" || code[:2] == "12" }

// placed reports whether a phrase is of something that belongs to somebody or some place: "an army base in Kabul".
func (r *reading) placed(i int) bool {
	for _, c := range r.doc.Children(i) {
		t := &r.doc.Tokens[c]
		if t.Label == english.Nmod && t.POS == english.PROPN && !calendarWord(r.doc.Word(c)) {
			return true
		}
	}
	lemma := r.lemma(i)
	return r.words.lists["territory"][lemma] || r.words.lists["human"][lemma] || r.words.lists["vote"][lemma]
}

// sure is what a phrase scores that is rather whom the event is done to than what is given, said or done.
const sure = 1.5

// given reports whether an event of this code passes something on, which is never itself whom it is done to.
func given(code string) bool {
	switch code[:2] {
	case "04", "06", "07", "10":
		return true
	}
	return strings.HasPrefix(code, "033") || strings.HasPrefix(code, "031") || strings.HasPrefix(code, "036")
}

// deepest is how far below a predicate somebody is looked for.
const deepest = 5

// below is the nearest phrase below a predicate that may act, or -1; clauses with a subject of their own are left out.
func (r *reading) below(predicate int, agents, told []int) int {
	level := []int{predicate}
	for range deepest {
		var next []int
		for _, p := range level {
			for _, c := range r.doc.Children(p) {
				t := &r.doc.Tokens[c]
				if slices.Contains(agents, c) || t.Label == english.Advcl && r.doc.Child(c, english.Nsubj) >= 0 || t.Label == english.AclRelcl || t.Label == english.Parataxis {
					continue
				}
				if r.actorlike(c) && !slices.Contains(told, c) && !r.namesake(c, agents) && r.preposition(c) != "near" && t.Label != english.Appos && !isDigit(r.doc.Word(c)[0]) {
					return c
				}
				next = append(next, c)
			}
		}
		level = next
	}
	return -1
}

// mostTold bounds how many words are asked for what depends on them.
const mostTold = 12

// sent reports whether a phrase is the forces that an act of this code moves, and so not whom it is done to.
func (r *reading) sent(i int, code string) bool {
	lemma := strings.ToLower(r.doc.Tokens[i].Lemma)
	if !r.words.lists["troops"][lemma] && !r.words.lists["peacekeeper"][lemma] {
		return false
	}
	for _, moved := range [...]string{"07", "033", "15", "087", "0356", "166"} {
		if strings.HasPrefix(code, moved) {
			return true
		}
	}
	return false
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// thing reports whether a noun names an event or what is given, taken or said, and so rather not whom it is done to.
func (r *reading) thing(i int) bool {
	lemma := strings.ToLower(r.doc.Tokens[i].Lemma)
	if r.words.nouns[lemma] != nil {
		return true
	}
	for _, list := range [...]string{"aid", "money", "troops", "weapon", "property", "request", "agreement", "restriction", "report", "information", "support", "group", "opening", "road"} {
		if r.words.lists[list][lemma] {
			return true
		}
	}
	return false
}

// recipientWeight is how likely a phrase with a preposition is whom an event of this code is done to.
func recipientWeight(preposition string, noun bool, code string) float64 {
	meeting := strings.HasPrefix(code, "04") || strings.HasPrefix(code, "036")
	switch preposition {
	case "against":
		return 3
	case "with":
		if meeting || strings.HasPrefix(code, "03") {
			return 3.2
		}
		return 2.3
	case "to", "on", "from", "into", "between", "upon", "towards", "toward":
		return 2.5
	case "of":
		if noun {
			return 2.5
		}
		return 1.8
	case "for":
		return 2.1
	case "by":
		if noun {
			return 2.1
		}
	case "at", "in", "over", "inside", "outside", "across":
		if meeting {
			return 0.9
		}
		return 1.6
	}
	return 0
}

// within calls f with the phrases inside a noun phrase that may be meant by it: "the offices of the party".
func (r *reading) within(i int, f func(int)) {
	for _, c := range r.doc.Children(i) {
		switch t := &r.doc.Tokens[c]; t.Label {
		case english.NmodPoss:
			f(c)
		case english.Nmod:
			switch r.preposition(c) {
			case "of", "by", "from", "in", "to", "against", "with":
				f(c)
			}
		case english.Compound, english.Amod:
			if r.actorlike(c) && !slices.Contains(r.doc.Children(i), c+1) {
				f(c)
			}
		}
	}
}
