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
//   - "Belarus and Laos share no disagreements": what has a subject and an object and no copula is a
//     verb, whatever the tagger took it for.
//   - "Hungary and Turkmenistan are observers": a name before the copula is the subject, not a modifier
//     of what it is said to be.
//   - "The ministers, Kiprono and Desta, met on Tuesday, the ministry said": a verb with two subjects has
//     taken that of the participle that hangs on the first.
//   - "with Foreign Minister Tran Quoc Hung of Viet Nam": a phrase that names one actor is one node of
//     the tree, whatever happens inside it.
func (b *Codebook) repair(doc *english.Document, mentions []actors.Mention) *english.Document {
	doc = namesAsOne(doc, mentions)
	doc = saidOfTwo(subjectsTakenForModifiers(verbsTakenForNouns(doc)))
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

// subjectsTakenForModifiers gives a predicate noun its subject back.
func subjectsTakenForModifiers(doc *english.Document) *english.Document {
	mended := doc
	for n := range doc.Tokens {
		cop := doc.Child(n, english.Cop)
		if cop < 0 || doc.Child(n, english.Nsubj, english.Csubj, english.Expl) >= 0 {
			continue
		}
		for _, k := range doc.Children(n) {
			if k > cop || (doc.Tokens[k].Label != english.Amod && doc.Tokens[k].Label != english.Compound) {
				continue
			}
			if mended == doc {
				copied := *doc
				copied.Tokens = append([]english.Token(nil), doc.Tokens...)
				mended = &copied
			}
			mended.Tokens[k].Label = english.Nsubj
			break
		}
	}
	return mended
}

// namesAsOne hangs every phrase that names an actor on the tree by its head alone.
func namesAsOne(doc *english.Document, mentions []actors.Mention) *english.Document {
	var mended *english.Document
	for _, m := range mentions {
		if m.Last-m.First < 2 || m.Head < m.First || m.Head >= m.Last || !broken(doc, m) {
			continue
		}
		if mended == nil {
			copied := *doc
			copied.Tokens = append([]english.Token(nil), doc.Tokens...)
			mended = &copied
		}
		collapse(mended, m)
	}
	if mended == nil {
		return doc
	}
	mended.Link()
	return mended
}

// broken reports whether the phrase hangs on the tree by another token than its head, or something
// outside hangs on another token than its head.
func broken(doc *english.Document, m actors.Mention) bool {
	inside := func(t int) bool { return t >= m.First && t < m.Last }
	for t := m.First; t < m.Last; t++ {
		if t == m.Head {
			continue
		}
		if !inside(doc.Tokens[t].Head) {
			return true
		}
		for _, c := range doc.Children(t) {
			if !inside(c) {
				return true
			}
		}
	}
	return false
}

// collapse makes the phrase one node. It leaves the phrase alone where what it hangs on hangs, in turn,
// on the phrase.
func collapse(doc *english.Document, m actors.Mention) {
	inside := func(t int) bool { return t >= m.First && t < m.Last }
	top := m.Head
	for t := m.First; t < m.Last; t++ {
		if !inside(doc.Tokens[t].Head) && (inside(doc.Tokens[top].Head) || t == m.Head) {
			top = t
		}
	}
	head, label := doc.Tokens[top].Head, doc.Tokens[top].Label
	for x := head; x != english.Root; x = doc.Tokens[x].Head {
		if inside(x) {
			return
		}
	}
	for t := m.First; t < m.Last; t++ {
		if t != m.Head && (t == top || !inside(doc.Tokens[t].Head)) {
			doc.Tokens[t].Head, doc.Tokens[t].Label = m.Head, english.Flat
		}
	}
	doc.Tokens[m.Head].Head, doc.Tokens[m.Head].Label = head, label
	s := doc.Sentences[doc.Tokens[m.Head].Sentence]
	for t := s.First; t < s.Last; t++ {
		if !inside(t) && inside(doc.Tokens[t].Head) {
			doc.Tokens[t].Head = m.Head
		}
	}
	untangle(doc, m)
}

// untangle hangs on the head whatever inside the phrase no longer leads to it.
func untangle(doc *english.Document, m actors.Mention) {
	for t := m.First; t < m.Last; t++ {
		x, steps := t, 0
		for x >= m.First && x < m.Last && x != m.Head && steps <= m.Last-m.First {
			x, steps = doc.Tokens[x].Head, steps+1
		}
		if x != m.Head && t != m.Head {
			doc.Tokens[t].Head, doc.Tokens[t].Label = m.Head, english.Flat
		}
	}
}

// saidOfTwo gives a verb that stands between two subjects of another verb the first of them, and makes
// it what the other says.
func saidOfTwo(doc *english.Document) *english.Document {
	mended := doc
	for s := range doc.Tokens {
		first, second := twoSubjects(doc, s)
		if second < 0 || second > s {
			continue
		}
		v := participleOf(doc, first, second)
		if v < 0 {
			continue
		}
		if mended == doc {
			copied := *doc
			copied.Tokens = append([]english.Token(nil), doc.Tokens...)
			mended = &copied
		}
		mended.Tokens[v].Head, mended.Tokens[v].Label, mended.Tokens[v].Tag = s, english.Ccomp, "VBD"
		mended.Tokens[first].Head = v
	}
	if mended != doc {
		mended.Link()
	}
	return mended
}

// twoSubjects gives the two subjects of verb s, or -1.
func twoSubjects(doc *english.Document, s int) (first, second int) {
	first, second = -1, -1
	for _, c := range doc.Children(s) {
		if doc.Tokens[c].Label != english.Nsubj {
			continue
		}
		if first < 0 {
			first = c
		} else if second < 0 {
			second = c
		}
	}
	return first, second
}

// participleOf is the participle in the past that the parser hung on a noun, between it and limit.
func participleOf(doc *english.Document, noun, limit int) int {
	for v := noun + 1; v < limit; v++ {
		t := doc.Tokens[v]
		if t.POS == english.VERB && t.Label == english.Acl && (t.Tag == "VBN" || t.Tag == "VBD") && doc.Dominates(noun, v) {
			return v
		}
	}
	return -1
}
