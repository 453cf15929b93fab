package codebook

import (
	"chancery/actors"
	"chancery/english"
)

// namesCoordinated joins a name to the name right before "and", where the parser made it a phrase of its
// own: "the treaty between Albania and Kosovo entered", "was renewed by Greenland and the Faroe Islands".
func namesCoordinated(doc *english.Document, mentions []actors.Mention) *english.Document {
	var mended *english.Document
	heads := map[int]int{} // last token of a mention -> its head
	for _, m := range mentions {
		if !m.Pronoun {
			heads[m.Last-1] = m.Head
		}
	}
	for _, m := range mentions {
		if m.Pronoun || m.Adjective {
			continue
		}
		and := m.First - 1
		for and >= 0 && doc.Tokens[and].POS == english.DET {
			and--
		}
		if and < 1 || doc.Tokens[and].POS != english.CCONJ || doc.Word(and) != "and" {
			continue
		}
		first, ok := heads[and-1]
		if !ok || doc.Tokens[m.Head].Label == english.Conj && doc.Tokens[m.Head].Head == first ||
			doc.Dominates(m.Head, first) || doc.Dominates(first, m.Head) || doc.Tokens[first].Sentence != doc.Tokens[m.Head].Sentence {
			continue
		}
		verb, role := doc.Tokens[m.Head].Head, doc.Tokens[m.Head].Label
		if role != english.Nsubj && role != english.NsubjPass && role != english.Conj && role != english.Parataxis {
			continue
		}
		mended = editable(mended, doc)
		mended.Tokens[m.Head].Head, mended.Tokens[m.Head].Label = first, english.Conj
		if doc.Tokens[and].Head != m.Head {
			mended.Tokens[and].Head = m.Head
		}
		// The clause has lost its subject: the phrase that the first name belongs to is it.
		if role == english.Nsubj || role == english.NsubjPass {
			top := first
			for doc.Tokens[top].Head != english.Root && doc.Tokens[doc.Tokens[top].Head].POS != english.VERB {
				top = doc.Tokens[top].Head
			}
			if doc.Tokens[top].Head == english.Root && verb != english.Root && doc.Tokens[verb].Head == top {
				mended.Tokens[verb].Head, mended.Tokens[verb].Label = english.Root, english.RootLabel
				mended.Tokens[top].Head, mended.Tokens[top].Label = verb, role
				for c := range mended.Tokens {
					if mended.Tokens[c].Head == top && c > verb {
						mended.Tokens[c].Head = verb
					}
				}
			}
		}
	}
	return relinked(mended, doc)
}

// particles gives a verb its particle back, where the parser took it for a preposition and the codebook
// knows the two as one word: "wrote off the debts", "took over the chairmanship".
func (b *Codebook) particles(doc *english.Document) *english.Document {
	var mended *english.Document
	for p := 1; p < len(doc.Tokens); p++ {
		v, n := p-1, doc.Tokens[p].Head
		if doc.Tokens[v].POS != english.VERB || n == english.Root || doc.Tokens[p].Label != english.Case || doc.Tokens[n].Head != v || n < p {
			continue
		}
		if p+1 < len(doc.Tokens) && doc.Tokens[p+1].POS == english.ADP { // "pulled out of the treaty"
			continue
		}
		if doc.Child(v, english.Obj) >= 0 || !b.phrasal(doc.Tokens[v].Lemma, doc.Word(p)) {
			continue
		}
		mended = editable(mended, doc)
		mended.Tokens[p].Head, mended.Tokens[p].Label = v, english.CompoundPrt
		mended.Tokens[n].Label = english.Obj
	}
	return relinked(mended, doc)
}

func (b *Codebook) phrasal(verb, particle string) bool {
	switch particle {
	case "on", "in", "with", "to":
		return false
	}
	for _, f := range b.verbs[lower(verb)] {
		if len(f.trigger.other) == 1 && f.trigger.other[0] == particle && len(f.require) > 0 {
			return true
		}
	}
	return false
}

// agents gives a passive its agent back, where the parser hung it on the noun before it: "was granted
// to the general by Lithuania". So with the noun of a deed: "the lifting of sanctions on Mali by the Union".
func agents(doc *english.Document, mentions []actors.Mention) *english.Document {
	var mended *english.Document
	for _, m := range mentions {
		t := doc.Tokens[m.Head]
		by := doc.Child(m.Head, english.Case)
		if t.Label != english.Nmod || by < 0 || doc.Word(by) != "by" {
			continue
		}
		v := t.Head
		for v != english.Root && doc.Tokens[v].POS != english.VERB {
			v = doc.Tokens[v].Head
		}
		if deed := deedAbove(doc, t.Head); deed >= 0 {
			mended = editable(mended, doc)
			mended.Tokens[m.Head].Head = deed
			continue
		}
		if v == english.Root || v > m.Head || doc.Child(v, english.AuxPass) < 0 || doc.Child(v, english.OblAgent) >= 0 {
			continue
		}
		mended = editable(mended, doc)
		mended.Tokens[m.Head].Head, mended.Tokens[m.Head].Label = v, english.OblAgent
	}
	return relinked(mended, doc)
}

// deedAbove is the noun with an of-phrase, the first of a chain of phrases, at whose end stands the name:
// a name has no doer, so "by" behind it belongs to the deed. It is -1 where there is none.
func deedAbove(doc *english.Document, name int) int {
	top := name
	for doc.Tokens[top].Label == english.Nmod && doc.Tokens[top].Head < top {
		top = doc.Tokens[top].Head
	}
	of := doc.Child(top, english.Nmod)
	if doc.Tokens[name].POS != english.PROPN || top == name || doc.Tokens[top].POS != english.NOUN || of < 0 || !doc.Dominates(of, name) {
		return -1
	}
	if c := doc.Child(of, english.Case); c < 0 || doc.Word(c) != "of" {
		return -1
	}
	return top
}

// matterless gives a phrase that tells with whom or in which town back to the noun of an agreement or of
// talks, where it was hung on the bare noun that says what they are about: "an agreement on fisheries with
// Chile in Lima". Of a certain thing ("on a bridge in Lima") it may tell where that is.
func (b *Codebook) matterless(doc *english.Document, mentions []actors.Mention) *english.Document {
	var mended *english.Document
	for _, m := range mentions {
		t := doc.Tokens[m.Head]
		c := doc.Child(m.Head, english.Case)
		if m.Pronoun || m.Adjective || t.Label != english.Nmod || t.Head == english.Root || c < 0 {
			continue
		}
		if w := doc.Word(c); w != "with" && !(w == "in" && m.Place) {
			continue
		}
		matter := doc.Tokens[t.Head]
		on := doc.Child(t.Head, english.Case)
		if matter.POS != english.NOUN || matter.Label != english.Nmod || matter.Head > t.Head || on < 0 || doc.Word(on) != "on" ||
			doc.Child(t.Head, english.DetLabel, english.NmodPoss, english.Nummod) >= 0 {
			continue
		}
		if n := doc.Tokens[matter.Head].Lemma; !b.list("agreement", n) && !b.list("talks", n) {
			continue
		}
		mended = editable(mended, doc)
		mended.Tokens[m.Head].Head = matter.Head
	}
	return relinked(mended, doc)
}
