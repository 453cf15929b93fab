package codebook

import (
	"strings"

	"chancery"
	"chancery/english"
)

// goingOn is whom a pronoun goes on to speak of as the doer of an act, where nobody was found for it by its words: the
// subject of the clause that its own clause hangs on, "the organisation, which it joined", or of the sentence before
// in the paragraph, "Jordan has given electricity. It promised to double the amount". Both speak of one state, or of
// one person; a third of that sort in between leaves it open.
func (r *reading) goingOn(t int) []party {
	if r.doc.Tokens[t].Tag != "PRP" || !r.labelled(t, english.Nsubj) || r.quotationAt(t) >= 0 {
		return nil
	}
	pronoun := r.lemma(t)
	person := pronoun == "he" || pronoun == "she"
	if pronoun != "it" && !person {
		return nil
	}
	v := r.doc.Tokens[t].Head
	if v == english.Root || r.doc.Child(v, english.Cop) >= 0 {
		return nil
	}
	s := r.subjectAbove(v)
	if s < 0 || person && r.doc.Tokens[s].Sentence == r.doc.Tokens[t].Sentence {
		s = r.subjectBefore(t, v)
	}
	if s < 0 || s >= t {
		return nil
	}
	found := r.parties(s, false)
	if len(found) != 1 || found[0].ID == "" || r.at(s) != nil && r.at(s).Speaker {
		return nil
	}
	if human := found[0].Person != "" || found[0].Office != ""; human != person {
		return nil
	}
	if person && r.otherPerson(s, t) {
		return nil
	}
	p := &found[0]
	p.Via = "context: goes on about " + strings.Join(strings.Fields(p.Text), " ")
	p.Text, p.Start, p.End, p.named = r.doc.Word(t), r.doc.Tokens[t].Start, r.doc.Tokens[t].End, false
	return found
}

// subjectAbove is the subject of the clause that the lesser clause of verb v hangs on, or -1.
func (r *reading) subjectAbove(v int) int {
	if !r.labelled(v, english.Advcl, english.AclRelcl) {
		return -1
	}
	for x, n := r.doc.Tokens[v].Head, 0; x != english.Root && n < maxClimb; x, n = r.doc.Tokens[x].Head, n+1 {
		if s := r.doc.Child(x, english.Nsubj, english.NsubjPass); s >= 0 {
			return s
		}
	}
	return -1
}

// subjectBefore is the subject of the sentence before the one that opens with the pronoun t, the subject of its main
// verb v. It is -1 where a paragraph begins between them, or the sentence before is somebody's words.
func (r *reading) subjectBefore(t, v int) int {
	here := r.doc.Tokens[t].Sentence
	if here == 0 || r.doc.Tokens[v].Head != english.Root || t > r.doc.Sentences[here].First+1 || r.doc.Sentences[here-1].Paragraph != r.doc.Sentences[here].Paragraph {
		return -1
	}
	before := r.doc.Sentences[here-1]
	for i := before.First; i < before.Last; i++ {
		if r.doc.Tokens[i].Head == english.Root && r.quotationAt(i) < 0 {
			return r.doc.Child(i, english.Nsubj, english.NsubjPass)
		}
	}
	return -1
}

// otherPerson reports whether somebody else is spoken of between the subject s and the pronoun t.
func (r *reading) otherPerson(s, t int) bool {
	own := r.at(s)
	for i := s + 1; i < t; i++ {
		m := r.at(i)
		if m == nil || m == own || m.Pronoun || m.Person == "" && m.Kind != chancery.KindOffice || own != nil && m.Person == own.Person && m.Person != "" {
			continue
		}
		if r.labelled(m.Head, english.Appos) && r.doc.Dominates(s, m.Head) {
			continue
		}
		return true
	}
	return false
}
