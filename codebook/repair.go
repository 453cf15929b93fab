package codebook

import "chancery/english"

// repair mends, in a copy of the document, what parsers of news get wrong often and grammar decides
// with certainty.
//
//   - "appreciate the desire of our partners to establish …": the infinitive after a noun of wishing
//     or planning is that noun's, not the verb's. Hung on the verb, it would make the one who
//     appreciates the one who establishes.
//   - "Belarus and Laos share no disagreements": what has a subject and an object and no copula is a
//     verb, whatever the tagger took it for.
func (b *Codebook) repair(doc *english.Document) *english.Document {
	doc = verbsTakenForNouns(doc)
	var moved []int
	for v, t := range doc.Tokens {
		if t.Head == english.Root || t.POS != english.VERB || t.Tag != "VB" || (t.Label != english.Advcl && t.Label != english.Xcomp) {
			continue
		}
		if n := b.wishedBy(doc, v); n >= 0 {
			moved = append(moved, v, n)
		}
	}
	if len(moved) == 0 {
		return doc
	}
	mended := *doc
	mended.Tokens = append([]english.Token(nil), doc.Tokens...)
	for i := 0; i < len(moved); i += 2 {
		mended.Tokens[moved[i]].Head = moved[i+1]
		mended.Tokens[moved[i]].Label = english.Acl
	}
	mended.Link()
	return &mended
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
	if last != first-1 {
		return -1
	}
	return o
}

// verbsTakenForNouns gives a clause's head its part of speech back.
func verbsTakenForNouns(doc *english.Document) *english.Document {
	mended := doc
	for i, t := range doc.Tokens {
		if t.POS != english.NOUN || doc.Child(i, english.Nsubj) < 0 || doc.Child(i, english.Obj) < 0 || doc.Child(i, english.Cop) >= 0 {
			continue
		}
		if mended == doc {
			copied := *doc
			copied.Tokens = append([]english.Token(nil), doc.Tokens...)
			mended = &copied
		}
		mended.Tokens[i].POS, mended.Tokens[i].Tag = english.VERB, "VBP"
	}
	return mended
}
