package dyads

import (
	"strings"

	"chancery/english"
)

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
