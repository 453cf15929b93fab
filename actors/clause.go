package actors

import (
	"chancery/english"
)

// clauseSubject is the subject of the clause that an object pronoun stands in: "him" in "the king
// received him" is not the king. It is nil for possessives, subjects and reflexives.
func (rd *reading) clauseSubject(i int, f *found) *found {
	switch rd.word(f.First) {
	case "him", "her", "them", "it":
	default:
		return nil
	}
	t := &rd.doc.Tokens[f.First]
	switch t.Label {
	case english.Obj, english.Iobj, english.Obl, english.Nmod, english.OblAgent:
	default:
		return nil
	}
	verb := t.Head
	for steps := 0; verb >= 0 && steps < 12; steps++ {
		v := &rd.doc.Tokens[verb]
		if subject := rd.doc.Child(verb, english.Nsubj, english.NsubjPass); subject >= 0 {
			if w := rd.word(subject); (w == "who" || w == "which" || w == "that") && v.Head >= 0 {
				subject = v.Head
			}
			mentions := rd.before(i, rd.sentence(f))
			for k := range mentions {
				if m := &mentions[k]; m.First <= subject && subject < m.Last && (m.Person != "" || len(m.IDs) > 0) {
					return m
				}
			}
			return nil
		}
		switch v.Label {
		case english.Conj, english.Xcomp, english.Obj, english.Obl, english.Nmod:
			verb = v.Head
		default:
			return nil
		}
	}
	return nil
}

// personAhead reads "In his weekly address, Reagan said": a possessive in a phrase before the subject
// looks forward to it.
func (rd *reading) personAhead(i int, f *found) *found {
	if w := rd.word(f.First); w != "his" && w != "her" {
		return nil
	}
	s := rd.doc.Sentences[rd.sentence(f)]
	if rd.doc.Tokens[s.First].POS != english.ADP || f.First > s.First+2 || s.Root < 0 {
		return nil
	}
	subject := rd.doc.Child(s.Root, english.Nsubj)
	if subject < f.First || rd.word(subject-1) != "," && rd.word(subject-2) != "," {
		return nil
	}
	for k := i + 1; k < len(rd.found) && rd.found[k].First <= subject; k++ {
		if m := &rd.found[k]; m.Last > subject && m.onePerson() && !m.Pronoun {
			return m
		}
	}
	return nil
}

// isBarred reports whether the pronoun is an object of the clause whose subject the actor is.
func (rd *reading) isBarred(i int, f, from *found) bool {
	subject := rd.clauseSubject(i, f)
	return subject != nil && sameActor(subject, from)
}

// strangerSubject reports whether the sentence has, before the token, a person as its subject who is
// no mention: the pronoun may well mean that one.
func (rd *reading) strangerSubject(sentence, before int) bool {
	s := rd.doc.Sentences[sentence]
	for t := s.First; t < min(s.Last, before); t++ {
		token := &rd.doc.Tokens[t]
		if token.Label != english.Nsubj || token.POS != english.PROPN || rd.taken[t] != 0 || token.Head < 0 {
			continue
		}
		if rd.nameLike(t) && rd.doc.Tokens[token.Head].POS == english.VERB && rd.styles[sentence] == prose {
			return true
		}
	}
	return false
}

// bothGenders reports whether a sentence has a "he" and a "she": then two people are meant, and the
// subject of the sentence before may be either.
func (rd *reading) bothGenders(sentence int) bool {
	male, female := false, false
	s := rd.doc.Sentences[sentence]
	for t := s.First; t < s.Last; t++ {
		switch rd.word(t) {
		case "he", "him", "his":
			male = true
		case "she", "her", "hers":
			female = true
		}
	}
	return male && female
}

// judging are verbs that praise or blame their object for what it did, not for what their subject did.
var judging = wordSet(`congratulate thank praise commend condemn criticise criticize accuse blame honour honor fault
punish reward hail applaud decorate forgive rebuke chide`)

// maxDepth is how many words above a pronoun are looked at.
const maxDepth = 20

// judged is the person whom a verb of judging has for its object, where the pronoun stands in what he is judged
// for: "congratulated Erdogan on the agreement he reached".
func (rd *reading) judged(i int, f *found) *found {
	verb, under := -1, f.Head
	for range maxDepth {
		if verb = rd.doc.Tokens[under].Head; verb < 0 {
			return nil
		}
		if judging[rd.doc.Tokens[verb].Lemma] && rd.doc.Tokens[verb].POS == english.VERB {
			break
		}
		under, verb = verb, -1
	}
	if verb < 0 {
		return nil
	}
	if l := rd.doc.Tokens[under].Label; l != english.Obl && l != english.Advcl {
		return nil
	}
	object := rd.doc.Child(verb, english.Obj)
	for k := i - 1; k >= 0 && object >= 0 && rd.found[k].First > verb; k-- {
		if m := &rd.found[k]; m.Head == object && m.onePerson() {
			return m
		}
	}
	return nil
}
