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
//   - "The two sides agreed to:" before a list: the participle is the sentence's verb.
//   - "expelled the envoy after the Union renewed sanctions": a noun under "after", right before a finite verb
//     that has no subject, is the subject of a clause.
//   - "praised the envoy for having the courage": what stands before the preposition of a gerund is the
//     object of the verb, not the subject of the gerund.
//   - "promised aid; half of it has come": a clause behind a semicolon stands by itself and is not what the
//     verb before it says or promises.
//   - "with Foreign Minister Tran Quoc Hung of Viet Nam": a phrase that names one actor is one node of
//     the tree, whatever happens inside it.
//   - "a tariff on Surinamese rice", "discussed rail traffic": words side by side are one phrase where the
//     parser left one of them over.
//   - "that the Laotian head of state previously accepted": a finite verb without a subject has the phrase
//     right before it, where that names an actor and stands under no preposition.
func (b *Codebook) repair(doc *english.Document, mentions []actors.Mention) *english.Document {
	doc = agents(namesCoordinated(b.particles(doc), mentions), mentions)
	doc = b.matterless(b.receivers(doc, mentions), mentions)
	doc = missingSubjects(namesBeforeNouns(namesAsOne(doc, mentions), mentions), mentions)
	doc = timeClauses(objectsSideBySide(leadingLists(doc)))
	doc = clausesApart(objectsBeforeGerunds(doc))
	doc = subjectsTakenForModifiers(verbsTakenForNouns(doc))
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
		mended.Tokens[moved[i]].Head = moved[i+1]
		mended.Tokens[moved[i]].Label = english.Acl
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
	if last != first-1 {
		return -1
	}
	return o
}

// verbsTakenForNouns gives a clause's head its part of speech back.
func verbsTakenForNouns(doc *english.Document) *english.Document {
	var mended *english.Document
	for i, t := range doc.Tokens {
		if t.POS != english.NOUN || doc.Child(i, english.Nsubj) < 0 || doc.Child(i, english.Obj) < 0 || doc.Child(i, english.Cop) >= 0 {
			continue
		}
		mended = editable(mended, doc)
		mended.Tokens[i].POS, mended.Tokens[i].Tag = english.VERB, "VBP"
	}
	return relinked(mended, doc)
}

// objectsBeforeGerunds gives a verb the object that stands between it and the preposition of a gerund.
func objectsBeforeGerunds(doc *english.Document) *english.Document {
	var mended *english.Document
	for s, t := range doc.Tokens {
		g := t.Head
		if t.Label != english.Nsubj || g < s || doc.Tokens[g].Tag != "VBG" {
			continue
		}
		v, mark := doc.Tokens[g].Head, doc.Child(g, english.Mark)
		_, last := doc.Subtree(s)
		if mark != last+1 || doc.Tokens[mark].Lemma != "for" || v == english.Root || v > s || doc.Child(v, english.Obj) >= 0 {
			continue
		}
		mended = editable(mended, doc)
		mended.Tokens[s].Head, mended.Tokens[s].Label = v, english.Obj
		mended.Tokens[g].Label = english.Advcl
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

// subjectsTakenForModifiers gives a predicate noun its subject back.
func subjectsTakenForModifiers(doc *english.Document) *english.Document {
	var mended *english.Document
	for n := range doc.Tokens {
		cop := doc.Child(n, english.Cop)
		if cop < 0 || doc.Child(n, english.Nsubj, english.Csubj, english.Expl) >= 0 {
			continue
		}
		for _, k := range doc.Children(n) {
			if k > cop || (doc.Tokens[k].Label != english.Amod && doc.Tokens[k].Label != english.Compound) {
				continue
			}
			mended = editable(mended, doc)
			mended.Tokens[k].Label = english.Nsubj
			break
		}
	}
	return relinked(mended, doc)
}

// leadingLists gives a sentence that only introduces a list its verb back.
func leadingLists(doc *english.Document) *english.Document {
	var mended *english.Document
	for _, s := range doc.Sentences {
		n := s.Root
		if s.Last-s.First < 3 || doc.Word(s.Last-1) != ":" || doc.Tokens[n].Head != english.Root ||
			(doc.Tokens[n].POS != english.NOUN && doc.Tokens[n].POS != english.PROPN) {
			continue
		}
		v := doc.Child(n, english.Acl)
		if v < n || doc.Tokens[v].Tag != "VBN" || doc.Child(v, english.Obj, english.AuxPass) >= 0 {
			continue
		}
		mended = editable(mended, doc)
		mended.Tokens[v].Head, mended.Tokens[v].Label, mended.Tokens[v].Tag = english.Root, english.RootLabel, "VBD"
		mended.Tokens[n].Head, mended.Tokens[n].Label = v, english.Nsubj
	}
	if mended != nil { // sentences are told their roots anew
		mended.Sentences = append([]english.Sentence(nil), doc.Sentences...)
	}
	return relinked(mended, doc)
}

// timeClauses makes clauses of what the parser took for a phrase of time and a verb of the main clause.
// Left so, the main clause's subject would do what another did.
func timeClauses(doc *english.Document) *english.Document {
	var mended *english.Document
	for v, t := range doc.Tokens {
		if t.POS != english.VERB || (t.Tag != "VBD" && t.Tag != "VBZ" && t.Tag != "VBP") || t.Head == english.Root ||
			doc.Child(v, english.Nsubj, english.NsubjPass, english.Expl, english.Cc) >= 0 {
			continue
		}
		n, c := phraseBefore(doc, v)
		if n < 0 || doc.Dominates(n, v) {
			continue
		}
		mended = editable(mended, doc)
		mended.Tokens[n].Head, mended.Tokens[n].Label = v, english.Nsubj
		mended.Tokens[c].Head, mended.Tokens[c].Label = v, english.Mark
		mended.Tokens[v].Label = english.Advcl
	}
	return relinked(mended, doc)
}

// phraseBefore is the head of the phrase that ends right before verb v, and the word that opens it, where
// that may open a clause of time as well.
func phraseBefore(doc *english.Document, v int) (noun, opener int) {
	t := v - 1
	for t > 0 && (doc.Tokens[t].POS == english.ADV || doc.Tokens[t].POS == english.AUX) {
		t--
	}
	first := doc.Sentences[doc.Tokens[v].Sentence].First
	for n := 0; t >= first && n < maxClimb; n++ {
		if c := doc.Child(t, english.Case); c >= first && c < t {
			switch doc.Tokens[c].Lemma {
			case "after", "before", "since", "until", "as", "while":
				return t, c
			}
			return -1, -1
		}
		h := doc.Tokens[t].Head
		if h == english.Root || h >= v || h < first || doc.Tokens[h].POS == english.VERB {
			return -1, -1
		}
		t = h
	}
	return -1, -1
}
