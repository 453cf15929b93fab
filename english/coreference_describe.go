package english

import (
	"strings"
	"unicode/utf8"
)

// determiner reads "the", "both", "its" and whether modifiers tell the noun from others.
func (r *resolver) determiner(i int, m *Mention, k *marks) {
	for _, c := range r.d.Children(i) {
		t := &r.d.Tokens[c]
		switch t.Label {
		case DetLabel:
			switch t.Lemma {
			case "the":
				if k.definite < definite {
					k.definite = definite
				}
			case "this", "that", "these", "those":
				k.definite = demonstrative
			case "both":
				k.definite, m.Number = bothOf, Plural
			default:
				if k.definite == bare {
					k.definite = indefinite
				}
			}
		case NmodPoss:
			k.definite, k.modified = owned, true
		case Nummod:
			if k.definite != bare && m.Number == Plural && (t.Lemma == "two" || t.Lemma == "2") {
				k.definite = bothOf
			}
		case Amod, Compound, Nmod, NmodDesc, NmodUnmarked:
			k.modified = true
		case AclRelcl, Acl:
			k.restricted = true
		}
	}
}

// place finds the role of a mention and the predicate that it depends on.
func (r *resolver) place(i int, m *marks) {
	t := &r.d.Tokens[i]
	for t.Label == Conj && t.Head != Root && r.at[t.Head] >= 0 { // a later member has the place of the first
		t = &r.d.Tokens[t.Head]
	}
	m.clause = int32(t.Head)
	switch t.Label {
	case Nsubj, NsubjPass, Csubj:
		m.role = subjectRole
	case Obj, Iobj:
		m.role = objectRole
	case Obl, OblAgent, OblUnmarked:
		m.role = obliqueRole
	case NmodPoss:
		m.role = ownerRole
	case Nmod, Compound, NmodDesc, NmodUnmarked:
		m.role = nestedRole
	case Appos:
		m.role = appositionRole
	case RootLabel, Conj, Xcomp, Ccomp, Advcl, Parataxis:
		if r.d.Child(i, Cop) >= 0 {
			m.role = predicateRole
		}
	}
	// The clause is the nearest predicate above.
	for v, n := t.Head, 0; v != Root && n < 8; v, n = r.d.Tokens[v].Head, n+1 {
		h := &r.d.Tokens[v]
		if h.POS == VERB || h.POS == AUX || h.POS == ADJ && h.Label != Amod || r.d.Child(v, Cop) >= 0 {
			m.clause = int32(v)
			return
		}
	}
}

// describe finds what a noun stands for.
func (r *resolver) describe(m *Mention, k *marks) {
	t := &r.d.Tokens[m.Head]
	k.noun = t.Lemma
	if t.POS == PROPN {
		k.noun = r.lowerLemma(m.Head)
	}
	f := r.words.nouns[k.noun]
	m.Sort, m.Gender = f.sort, f.gender
	if m.Gender == UnknownGender && f.sort != PersonSort && f.sort != UnknownSort {
		m.Gender = Neuter
	}
	k.genderSure = m.Gender != UnknownGender
	if k.noun == "people" || k.noun == "police" {
		m.Number = Plural
	}
	if f.sort == UnknownSort {
		m.Sort = sortByEnd(k.noun)
	}
}

// sortByEnd is the sort of a noun that no list has, where its end tells.
func sortByEnd(noun string) Sort {
	for _, end := range [...]string{"tion", "sion", "ment", "ness", "ity", "ship", "ism", "ance", "ence", "ing"} {
		if strings.HasSuffix(noun, end) {
			return OtherSort
		}
	}
	for _, end := range [...]string{"-general", "woman", "person", "ologist", "minister"} {
		if strings.HasSuffix(noun, end) {
			return PersonSort
		}
	}
	return UnknownSort
}

func isUpper(w string) bool {
	for _, c := range w {
		if (c < 'A' || c > 'Z') && c != '.' && c != '-' && (c < '0' || c > '9') {
			return false
		}
	}
	c, _ := utf8.DecodeRuneInString(w)
	return c >= 'A' && c <= 'Z'
}
