package codebook

import "chancery/english"

// beTo makes an auxiliary of the "be" of "is to visit", where the parser made a clause of its own of it: who is to
// visit is the subject of the visit.
func beTo(doc *english.Document) *english.Document {
	var mended *english.Document
	for v, t := range doc.Tokens {
		b := t.Head
		if t.Tag != "VB" || t.Label != english.Ccomp && t.Label != english.Xcomp || b == english.Root || b >= v || doc.Tokens[b].Lemma != "be" {
			continue
		}
		to := doc.Child(v, english.Mark)
		if to < 0 || doc.Tokens[to].Lemma != "to" || doc.Child(v, english.Nsubj, english.NsubjPass) >= 0 || doc.Child(b, english.Nsubj) < 0 {
			continue
		}
		if what := doc.Tokens[doc.Child(b, english.Nsubj)]; to != b+1 && doc.Tokens[b+1].POS != english.ADV && doc.Tokens[b+1].POS != english.PART || what.Tag == "WP" {
			continue // "the aim is, they said, to visit"
		}
		mended = editable(mended, doc)
		mended.Tokens[v].Head, mended.Tokens[v].Label = doc.Tokens[b].Head, doc.Tokens[b].Label
		for c := range doc.Tokens {
			if doc.Tokens[c].Head == b && c != v {
				mended.Tokens[c].Head = v
				if mended.Tokens[c].Label == english.Nsubj && doc.Child(v, english.AuxPass) >= 0 {
					mended.Tokens[c].Label = english.NsubjPass
				}
			}
		}
		mended.Tokens[b].Head, mended.Tokens[b].Label, mended.Tokens[b].POS = v, english.AuxLabel, english.AUX
	}
	return relinked(mended, doc)
}
