package dyads

import (
	"strings"

	"chancery/english"
)

// subject is who does what token i tells, as the tree has it, or -1.
func (r *reading) subject(i int) int {
	t := &r.doc.Tokens[i]
	if r.misread(i) {
		return max(r.doc.Child(i-1, english.Nsubj), r.doc.Child(t.Head, english.Nsubj))
	}
	if s := r.doc.Child(i, english.Nsubj, english.NsubjPass, english.Csubj); s >= 0 {
		if t.Label == english.AclRelcl && t.Head != english.Root && relative(r.lemma(s)) { // "protesters who"
			return t.Head
		}
		return s
	}
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

func relative(lemma string) bool { return lemma == "who" || lemma == "which" || lemma == "that" }

// marked reports whether a phrase or clause has the preposition, also as a part of one of two words: "out of".
func (r *reading) marked(i int, preposition string) bool {
	for _, c := range r.doc.Children(i) {
		if t := &r.doc.Tokens[c]; (t.Label == english.Case || t.Label == english.Mark) && strings.EqualFold(t.Lemma, preposition) {
			return true
		}
		for _, d := range r.doc.Children(c) {
			if r.doc.Tokens[c].Label == english.Case && r.doc.Tokens[d].Label == english.Fixed && strings.EqualFold(r.doc.Tokens[d].Lemma, preposition) {
				return true
			}
		}
	}
	return false
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
			if r.anywhere(c, deepest, f) {
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
				fits = r.marked(c, slot) && !(slot == "to" && r.infinitive(c)) && !(k.Label == english.Advcl && r.doc.Child(c, english.Nsubj) >= 0 && !r.infinitive(c)) || k.Label == english.Advmod && strings.EqualFold(k.Lemma, slot)
			case english.Obj, english.Iobj, english.NsubjPass: // "gave aid to", where "to" hangs on the object
				for _, d := range r.doc.Children(c) {
					if l := r.doc.Tokens[d].Label; (l == english.Nmod || l == english.Acl) && r.marked(d, slot) && f(d) {
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

// anywhere reports whether f holds of a token at i or not too far below.
func (r *reading) anywhere(i, depth int, f func(int) bool) bool {
	if f(i) {
		return true
	}
	if depth == 0 {
		return false
	}
	for _, c := range r.doc.Children(i) {
		if r.anywhere(c, depth-1, f) {
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
