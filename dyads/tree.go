package dyads

import (
	"slices"
	"strings"

	"chancery/english"
)

// subject is who does what token i tells, as the tree has it, or -1.
func (r *reading) subject(i int) int {
	if s := r.doc.Child(i, english.Nsubj, english.NsubjPass, english.Csubj); s >= 0 {
		return s
	}
	t := &r.doc.Tokens[i]
	if t.Head == english.Root {
		return -1
	}
	switch t.Label {
	case english.Conj, english.Xcomp, english.Advcl:
		if t.Label == english.Conj && r.doc.Tokens[t.Head].POS == english.NOUN {
			return -1
		}
		return r.subject(t.Head)
	case english.Acl, english.AclRelcl:
		return t.Head
	}
	return -1
}

// preposition is the word that marks a noun phrase or clause: "to" in "to Kuwait", or "".
func (r *reading) preposition(i int) string {
	if c := r.doc.Child(i, english.Case, english.Mark); c >= 0 {
		return strings.ToLower(r.doc.Tokens[c].Lemma)
	}
	return ""
}

// infinitive reports whether token i heads a clause with "to".
func (r *reading) infinitive(i int) bool {
	for _, c := range r.doc.Children(i) {
		if t := &r.doc.Tokens[c]; t.Label == english.Mark && strings.EqualFold(t.Lemma, "to") {
			return true
		}
	}
	return false
}

func isNominal(p english.POS) bool {
	return p == english.NOUN || p == english.PROPN || p == english.PRON || p == english.NUM || p == english.SYM || p == english.X
}

// fillers calls f with each token that fills a slot of token i until f has seen enough.
func (r *reading) fillers(i int, slot string, f func(int) bool) bool {
	t := &r.doc.Tokens[i]
	switch slot {
	case "obj":
		if t.POS == english.VERB && t.Label == english.Acl && t.Tag == "VBN" && t.Head != english.Root && f(t.Head) {
			return true
		}
		if r.misread(i) && f(t.Head) {
			return true
		}
		if t.Label == english.Conj && t.POS == english.VERB && r.doc.Child(i, english.Obj, english.NsubjPass) < 0 && t.Head >= 0 && t.Head < i {
			if g := r.doc.VerbGroup(i); g.Passive {
				return r.fillers(t.Head, slot, f)
			}
		}
	case "subj":
		s := r.subject(i)
		return s >= 0 && f(s)
	}
	for _, c := range r.doc.Children(i) {
		k := &r.doc.Tokens[c]
		fits := false
		switch slot {
		case "obj":
			fits = k.Label == english.Obj || k.Label == english.Iobj || k.Label == english.NsubjPass || r.particleObject(i, c)
		case "inf":
			fits = (k.Label == english.Xcomp || k.Label == english.Advcl || k.Label == english.Ccomp || k.Label == english.Acl) && r.infinitive(c)
		case "ing":
			fits = k.Label == english.Advcl && k.Tag == "VBG" && r.preposition(c) == ""
		case "within":
			if r.anywhere(c, f) {
				return true
			}
		case "clause":
			fits = k.Label == english.Ccomp
		case "xcomp":
			fits = k.Label == english.Xcomp
		case "compound":
			fits = k.Label == english.Compound || k.Label == english.Amod || k.Label == english.NmodPoss
		default:
			switch k.Label {
			case english.Obl, english.OblAgent, english.Nmod, english.Advcl, english.Acl, english.NmodDesc, english.Advmod, english.Xcomp:
				fits = r.preposition(c) == slot && !(slot == "to" && r.infinitive(c)) && !(k.Label == english.Advcl && r.doc.Child(c, english.Nsubj) >= 0 && !r.infinitive(c)) || k.Label == english.Advmod && strings.EqualFold(k.Lemma, slot)
			case english.Obj, english.Iobj, english.NsubjPass: // "gave aid to", where "to" hangs on the object
				for _, d := range r.doc.Children(c) {
					if l := r.doc.Tokens[d].Label; (l == english.Nmod || l == english.Acl) && r.preposition(d) == slot && f(d) {
						return true
					}
				}
			}
		}
		if fits && f(c) {
			return true
		}
	}
	return false
}

// anywhere reports whether f holds of a token at or below i.
func (r *reading) anywhere(i int, f func(int) bool) bool {
	if f(i) {
		return true
	}
	for _, c := range r.doc.Children(i) {
		if r.anywhere(c, f) {
			return true
		}
	}
	return false
}

// holds reports whether a condition of a sense holds at token i.
func (r *reading) holds(i int, c condition) bool {
	found := r.fillers(i, c.slot, func(filler int) bool { return r.is(filler, c.value, 0) })
	return found != c.absent
}

// is reports whether a noun phrase is of a class: by its head, by what its head is made of, and through the nouns that
// only count ("dozens of prisoners").
func (r *reading) is(i int, value string, depth int) bool {
	t := &r.doc.Tokens[i]
	switch value {
	case "":
		return true
	case "^":
		return t.POS == english.PROPN
	}
	lemma := strings.ToLower(t.Lemma)
	if code, ok := strings.CutPrefix(value, "#"); ok {
		if m := r.meaning(i); strings.HasPrefix(m.code, code) && m.code != "" {
			return true
		}
	} else if name, ok := strings.CutPrefix(value, "@"); ok {
		list := r.words.lists[name]
		if list[lemma] || list[singular(lemma)] {
			return true
		}
		for _, c := range r.doc.Children(i) {
			if l := r.doc.Tokens[c].Label; (l == english.Compound || l == english.Amod) && list[r.lemma(c)+" "+singular(lemma)] {
				return true
			}
		}
	} else if lemma == value || singular(lemma) == value || strings.EqualFold(r.doc.Word(i), value) {
		return true
	}
	if depth > 2 {
		return false
	}
	for _, c := range r.doc.Children(i) {
		switch k := &r.doc.Tokens[c]; k.Label {
		case english.Conj:
			if isNominal(k.POS) && r.is(c, value, depth+1) {
				return true
			}
		case english.Nmod:
			if r.preposition(c) == "of" && (t.POS == english.NUM || r.words.lists["group"][lemma]) && r.is(c, value, depth+1) {
				return true
			}
		}
	}
	return false
}

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

// misread reports whether token i is the verb of "has frozen aid" or "are training soldiers" that the parser took for a
// word that describes its object.
func (r *reading) misread(i int) bool {
	if i == 0 {
		return false
	}
	t := &r.doc.Tokens[i]
	h := t.Head
	switch {
	case h <= i || t.Label != english.Amod && t.Label != english.Compound:
		return false
	case r.lemma(i-1) == "have":
		return t.Label == english.Amod && r.doc.Tokens[h].Head == i-1 && r.doc.Tokens[h].Label == english.Obj
	}
	return r.doc.Tokens[i-1].Label == english.Cop && r.doc.Tokens[i-1].Head == h && strings.HasSuffix(r.doc.Word(i), "ing")
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

// inner is the strongest event among the complements of token i.
func (r *reading) inner(i int, operator string) meaning {
	var best meaning
	t := &r.doc.Tokens[i]
	consider := func(c int, weight float64) {
		m := r.meaning(c)
		m.top = c
		if m.code == "" {
			return
		}
		m.score *= weight
		if r.under(c, r.recipient.head) {
			m.score *= 1.15
		}
		if m.score > best.score {
			best = m
		}
	}
	nominal := isNominal(t.POS)
	if r.misread(i) {
		consider(t.Head, 1)
	}
	if t.POS == english.VERB && t.Label == english.Acl && t.Tag == "VBN" && t.Head != english.Root && isNominal(r.doc.Tokens[t.Head].POS) {
		if _, running := r.memo[t.Head]; !running {
			consider(t.Head, 0.9)
		}
	}
	for _, c := range r.doc.Children(i) {
		k := &r.doc.Tokens[c]
		switch k.Label {
		case english.Xcomp:
			consider(c, 1)
		case english.Ccomp:
			consider(c, 0.95)
		case english.Obj, english.NsubjPass:
			consider(c, 1)
		case english.Iobj:
			consider(c, 0.3)
		case english.Obl, english.OblAgent:
			switch {
			case r.particleObject(i, c):
				consider(c, 1)
			case operator == "order":
			case operator == "do" || operator == "accuse" || r.preposition(c) != "with":
				consider(c, weightOf(r.preposition(c)))
			}
		case english.Advcl:
			switch p := r.preposition(c); {
			case r.infinitive(c):
				consider(c, 0.75)
			case p == "from" || p == "of" || p == "for" || p == "with" || p == "in" || p == "on" || p == "into":
				consider(c, 0.8)
			case r.doc.Tokens[c].Tag == "VBG" && p == "":
				consider(c, 0.45)
			}
		case english.Parataxis:
			if operator == "say" {
				consider(c, 0.9)
			}
		case english.Acl:
			switch {
			case k.Tag == "VBN" && nominal: // what was done to it before
				consider(c, 0.5)
			case nominal || r.infinitive(c):
				consider(c, 0.95)
			}
		case english.AclRelcl:
			if nominal {
				consider(c, 0.4)
			}
		case english.Nmod:
			if nominal {
				consider(c, 0.9*weightOf(r.preposition(c)))
			}
		case english.Compound, english.Amod:
			if nominal {
				consider(c, 0.7)
			}
		case english.Conj:
			if nominal {
				consider(c, 0.6)
			}
		}
	}
	if best.code != "" && (operator == "do" || operator == "say") && t.POS == english.VERB {
		return r.carried(i, best)
	}
	return best
}

// carried is a clause that the verb's object governs: "reiterated its demand that Israel withdraw".
func (r *reading) carried(i int, clause meaning) meaning {
	switch r.doc.Tokens[clause.top].Label {
	case english.Ccomp, english.Xcomp, english.Acl:
	default:
		return clause
	}
	o := r.doc.Child(i, english.Obj)
	if o < 0 {
		return clause
	}
	for _, s := range r.senses(o, r.words.nouns) {
		switch s.op {
		case "demand", "intend", "threaten", "refuse", "accuse":
			if code := r.words.compose(s.op, clause.code); code != "" {
				clause.why = r.lemma(o) + " (" + s.op + "), " + clause.why + ", together " + code
				clause.code, clause.rule, clause.tokens = code, r.lemma(o)+":"+s.op+"+"+clause.rule, append([]int{o}, clause.tokens...)
				return clause
			}
		}
	}
	return clause
}

// weightOf is how likely what follows a preposition is what the word above it is about.
func weightOf(preposition string) float64 {
	switch preposition {
	case "of", "for", "to", "with", "on", "into", "from":
		return 0.9
	case "in", "at", "against", "about":
		return 0.75
	case "by", "between", "over":
		return 0.5
	}
	return 0.2
}

// under reports whether token i dominates b.
func (r *reading) under(i, b int) bool { return b >= 0 && r.doc.Dominates(i, b) }
