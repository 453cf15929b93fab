package codebook

import (
	"chancery/actors"
	"chancery/english"
)

// agents gives a passive its agent back, where the parser hung it on the name before it: "was pledged to
// Tonga by Japan". So with the noun of a deed: "the lifting of sanctions on Mali by the Union", "condemned the launch of a missile by Peru". What stands
// behind other nouns is theirs: "was dropped after protests by Mali".
func agents(doc *english.Document, mentions []actors.Mention) *english.Document {
	var mended *english.Document
	for _, m := range mentions {
		t := doc.Tokens[m.Head]
		by := doc.Child(m.Head, english.Case)
		if by < 0 || doc.Word(by) != "by" {
			continue
		}
		if deed := deedOf(doc, m.Head); deed >= 0 {
			mended = editable(mended, doc)
			mended.Tokens[m.Head].Head, mended.Tokens[m.Head].Label = deed, english.Nmod
			continue
		}
		if t.Label != english.Nmod || doc.Tokens[t.Head].POS != english.PROPN {
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

// deedOf is the noun with an of-phrase that is the object of an active verb on which "by" and the name at token i
// were hung: an active verb has its doer before it, "condemned the launch of a missile by Peru". It is -1 where
// there is none.
func deedOf(doc *english.Document, i int) int {
	t := doc.Tokens[i]
	v := t.Head
	if t.Label != english.Obl && t.Label != english.OblAgent || v == english.Root || doc.Tokens[v].POS != english.VERB ||
		doc.Child(v, english.AuxPass) >= 0 || doc.Child(v, english.Nsubj) < 0 {
		return -1
	}
	deed := doc.Child(v, english.Obj)
	if deed < v || deed > i || doc.Tokens[deed].POS != english.NOUN {
		return -1
	}
	of := doc.Child(deed, english.Nmod)
	if of < 0 {
		return -1
	}
	if c := doc.Child(of, english.Case); c < 0 || doc.Word(c) != "of" {
		return -1
	}
	return deed
}

// deedAbove is the noun with an of-phrase, the first of a chain of phrases, at whose end stands the name:
// a name has no doer, so "by" behind it belongs to the deed. It is -1 where there is none.
func deedAbove(doc *english.Document, name int) int {
	top := name
	for doc.Tokens[top].Label == english.Nmod && doc.Tokens[top].Head < top {
		top = doc.Tokens[top].Head
	}
	of := doc.Child(top, english.Nmod)
	if top == name || doc.Tokens[top].POS != english.NOUN || of < 0 || !doc.Dominates(of, name) {
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
		if w := doc.Word(c); w != "with" && w != "between" && !(w == "in" && m.Place) {
			continue
		}
		matter := doc.Tokens[t.Head]
		if w := doc.Word(c); w != "in" && matter.POS == english.PROPN && matter.Head != english.Root && matter.Head < t.Head && (matter.Label == english.Nmod || matter.Label == english.Obl) {
			mended = editable(mended, doc) // "talks in Geneva with Chile": no town is with anybody
			mended.Tokens[m.Head].Head = matter.Head
			mended.Tokens[m.Head].Label = matter.Label
			continue
		}
		if doc.Word(c) == "between" {
			continue
		}
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
