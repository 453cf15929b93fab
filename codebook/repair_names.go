package codebook

import (
	"chancery/actors"
	"chancery/english"
)

// namesAsOne hangs every phrase that names an actor on the tree by its head alone.
func namesAsOne(doc *english.Document, mentions []actors.Mention) *english.Document {
	var mended *english.Document
	for _, m := range mentions {
		if m.Last-m.First < 2 || m.Head < m.First || m.Head >= m.Last || !broken(doc, m) {
			continue
		}
		mended = editable(mended, doc)
		collapse(mended, m)
	}
	return relinked(mended, doc)
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
		if inside(doc.Tokens[t].Head) {
			continue
		}
		if inside(doc.Tokens[top].Head) || (t == m.Head && !core(doc.Tokens[top].Label)) || (core(doc.Tokens[t].Label) && !core(doc.Tokens[top].Label)) {
			top = t
		}
	}
	head, label := doc.Tokens[top].Head, doc.Tokens[top].Label
	if label == english.OblUnmarked && doc.Child(m.Head, english.Case) >= 0 {
		label = english.Obl
	}
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

// core reports whether a relation makes a phrase take part in its clause; the others are what parsers
// say where they are at a loss.
func core(l english.Label) bool {
	switch l {
	case english.Nsubj, english.NsubjPass, english.Obj, english.Iobj, english.Obl, english.OblAgent, english.Nmod, english.NmodPoss, english.Conj:
		return true
	}
	return false
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

// missingSubjects gives a finite verb that has none the subject right before it.
func missingSubjects(doc *english.Document, mentions []actors.Mention) *english.Document {
	var mended *english.Document
	for _, m := range mentions {
		if v := doc.Tokens[m.Head].Head; !m.Pronoun && v >= m.Last && subjectless(doc, v) && loose(doc, m) {
			mended = editable(mended, doc)
			mended.Tokens[m.Head].Label = english.Nsubj
			continue
		}
		if v := coordinate(doc, m); v != english.Root {
			mended = editable(mended, doc)
			mended.Tokens[m.Head].Head, mended.Tokens[m.Head].Label = v, english.Nsubj
			continue
		}
		v := m.Last
		for v < len(doc.Tokens) && (doc.Tokens[v].POS == english.ADV || doc.Tokens[v].POS == english.AUX) {
			v++
		}
		if m.Pronoun || v >= len(doc.Tokens) || !subjectless(doc, v) || !free(doc, m, v) {
			continue
		}
		mended = editable(mended, doc)
		mended.Tokens[m.Head].Head, mended.Tokens[m.Head].Label = v, english.Nsubj
	}
	return relinked(mended, doc)
}

// coordinate is the verb right behind a phrase that the parser coordinated with the verb of the clause
// before, as it did that verb: in "China urged Paraguay to wait, and Taiwan's envoy, Han, thanked it" the
// one who thanks is not the one who urges. It is Root where there is none.
func coordinate(doc *english.Document, m actors.Mention) int {
	noun := doc.Tokens[m.Head]
	v := m.Last
	if v < len(doc.Tokens) && doc.Word(v) == "," {
		v++
	}
	for v < len(doc.Tokens) && (doc.Tokens[v].POS == english.ADV || doc.Tokens[v].POS == english.AUX) {
		v++
	}
	if noun.Label != english.Conj || v >= len(doc.Tokens) || noun.Head > m.First || doc.Tokens[noun.Head].POS != english.VERB {
		return english.Root
	}
	t := doc.Tokens[v]
	if t.POS != english.VERB || t.Label != english.Conj || t.Head != noun.Head || doc.Child(v, english.Nsubj, english.NsubjPass, english.Expl) >= 0 {
		return english.Root
	}
	return v
}

// subjectless reports whether v is a verb in the past or present without a subject of its own that
// shares none with a verb before it either.
func subjectless(doc *english.Document, v int) bool {
	t := doc.Tokens[v]
	if t.POS != english.VERB || (t.Tag != "VBD" && t.Tag != "VBZ" && t.Tag != "VBP") || t.Label == english.Conj {
		return false
	}
	return doc.Child(v, english.Nsubj, english.NsubjPass, english.Expl) < 0
}

// loose reports whether a phrase hangs on its verb by a relation that only nouns can have, under no
// preposition: "Foreign Minister Wang Yi on Friday held talks".
func loose(doc *english.Document, m actors.Mention) bool {
	switch doc.Tokens[m.Head].Label {
	case english.NmodDesc, english.Appos, english.Compound, english.Amod, english.Dep, english.List, english.Flat, english.Vocative,
		english.Nmod, english.NmodUnmarked, english.DetLabel, english.Nummod:
		return doc.Child(m.Head, english.Case) < 0
	}
	return false
}

// receivers gives the verb of giving its receiver back where the parser took that for part of what is
// given: "will lend Tajikistan $200 million", "promised Ukraine new radars".
func (b *Codebook) receivers(doc *english.Document, mentions []actors.Mention) *english.Document {
	var mended *english.Document
	for _, m := range mentions {
		o := doc.Tokens[m.Head].Head
		if m.First == 0 || o < m.Last || doc.Tokens[o].Label != english.Obj || doc.Tokens[o].Head != m.First-1 ||
			!b.list("giving", doc.Tokens[m.First-1].Lemma) || doc.Child(m.Head, english.Case) >= 0 {
			continue
		}
		switch doc.Tokens[m.Head].Label {
		case english.Compound, english.Amod, english.Nmod, english.NmodDesc, english.NmodUnmarked:
		default:
			continue
		}
		if o == m.Last && doc.Tokens[o].POS != english.SYM && doc.Tokens[o].POS != english.NUM {
			continue // "gave Ukraine weapons" may be weapons of Ukraine
		}
		mended = editable(mended, doc)
		mended.Tokens[m.Head].Head, mended.Tokens[m.Head].Label = m.First-1, english.Iobj
	}
	return relinked(mended, doc)
}

// free reports whether the phrase may be the subject of verb v: it is in the same sentence, stands
// under no preposition, shares no coordination, and is no ancestor of the verb.
func free(doc *english.Document, m actors.Mention, v int) bool {
	t := doc.Tokens[m.Head]
	switch t.Label {
	case english.Ccomp, english.Parataxis, english.Dep, english.Appos, english.Compound, english.NmodUnmarked, english.OblUnmarked:
	default:
		return false
	}
	return t.Sentence == doc.Tokens[v].Sentence && doc.Child(m.Head, english.Case) < 0 && !doc.Dominates(m.Head, v)
}

// editable is the copy that repairs are made in, begun from doc where there is none yet.
func editable(mended, doc *english.Document) *english.Document {
	if mended != nil {
		return mended
	}
	copied := *doc
	copied.Tokens = append([]english.Token(nil), doc.Tokens...)
	return &copied
}

// relinked is the repaired copy with its lists of children, or doc where nothing was repaired.
func relinked(mended, doc *english.Document) *english.Document {
	if mended == nil {
		return doc
	}
	mended.Link()
	return mended
}
