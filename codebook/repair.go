package codebook

import (
	"chancery/actors"
	"chancery/english"
)

// repair mends, in a copy of the document, what parsers of news get wrong often and grammar decides
// with certainty.
//
//   - "appreciate the desire of our partners to establish …": the infinitive after a noun of wishing
//     or planning is that noun's, not the verb's. Hung on the verb, it would make the one who
//     appreciates the one who establishes.
//   - "promised aid; half of it has come": a clause behind a semicolon stands by itself and is not what the
//     verb before it says or promises.
//   - "with Foreign Minister Tran Quoc Hung of Viet Nam": a phrase that names one actor is one node of
//     the tree, whatever happens inside it.
//   - "that the Laotian head of state previously accepted": a finite verb without a subject has the phrase
//     right before it, where that names an actor and stands under no preposition.
//   - "is to visit": the "be" is the auxiliary of the verb behind it.
func (b *Codebook) repair(doc *english.Document, mentions []actors.Mention) *english.Document {
	doc = agents(b.matterless(b.receivers(doc, mentions), mentions), mentions)
	doc = b.wordsApart(b.gerunds(clausesApart(missingSubjects(namesAsOne(beTo(doc), mentions), mentions))))
	var moved []int
	for v, t := range doc.Tokens {
		if t.Head == english.Root || t.POS != english.VERB || t.Tag != "VB" || (t.Label != english.Advcl && t.Label != english.Xcomp) {
			continue
		}
		if n := b.wishedBy(doc, v); n >= 0 {
			moved = append(moved, v, n)
		}
	}
	var mended *english.Document
	for i := 0; i < len(moved); i += 2 {
		mended = editable(mended, doc)
		v, n := moved[i], moved[i+1]
		mended.Tokens[v].Head, mended.Tokens[v].Label = n, english.Acl
		if _, last := doc.Subtree(n); doc.Tokens[n].Head != english.Root {
			if by := byBehind(doc, doc.Tokens[n].Head, last); by >= 0 {
				mended.Tokens[by].Head, mended.Tokens[by].Label = n, english.Nmod
			}
		}
	}
	return relinked(mended, doc)
}

// wishedBy is the object of v's governor, where it stands right before the infinitive v and is a noun
// that takes one.
func (b *Codebook) wishedBy(doc *english.Document, v int) int {
	h := doc.Tokens[v].Head
	o := doc.Child(h, english.Obj)
	if o < 0 || o > v || doc.Tokens[o].POS != english.NOUN || !b.list("infinitive-noun", doc.Tokens[o].Lemma) {
		return -1
	}
	first, _ := doc.Subtree(v)
	_, last := doc.Subtree(o)
	if by := byBehind(doc, h, last); by >= 0 {
		_, last = doc.Subtree(by)
	}
	if last != first-1 {
		return -1
	}
	return o
}

// byBehind is the noun under "by" right behind token last that was hung on verb h, which is active and so has
// no use for it: "praised the decision by Laos". It is -1 where there is none.
func byBehind(doc *english.Document, h, last int) int {
	by := doc.Child(h, english.Obl, english.OblAgent)
	if by < 0 || doc.Child(h, english.AuxPass) >= 0 {
		return -1
	}
	if c := doc.Child(by, english.Case); c != last+1 || doc.Tokens[c].Lemma != "by" {
		return -1
	}
	return by
}

// wordsApart joins an act of words to the verb of saying before it, where it was joined to what is said: "said that
// Fiji was ready and thanked Peru". Who speaks thanks; and what is said by somebody does not say.
func (b *Codebook) wordsApart(doc *english.Document) *english.Document {
	var mended *english.Document
	for v, t := range doc.Tokens {
		if t.Label != english.Conj || t.POS != english.VERB || t.Head == english.Root || !b.list("address", t.Lemma) || doc.Child(v, english.Nsubj, english.NsubjPass, english.AuxLabel, english.AuxPass) >= 0 {
			continue
		}
		said := doc.Tokens[t.Head]
		if said.Label != english.Ccomp || said.Head == english.Root || said.Head > t.Head || doc.Tokens[said.Head].Tag != t.Tag || !b.says(doc.Tokens[said.Head].Lemma) {
			continue
		}
		mended = editable(mended, doc)
		mended.Tokens[v].Head = said.Head
	}
	return relinked(mended, doc)
}

// clausesApart frees a clause that begins behind a semicolon from the verb before it.
func clausesApart(doc *english.Document) *english.Document {
	var mended *english.Document
	for v, t := range doc.Tokens {
		if t.Label != english.Ccomp || t.Head > v {
			continue
		}
		if first, _ := doc.Subtree(v); doc.Word(first) != ";" && (first == 0 || doc.Word(first-1) != ";") {
			continue
		}
		mended = editable(mended, doc)
		mended.Tokens[v].Label = english.Parataxis
	}
	return relinked(mended, doc)
}
