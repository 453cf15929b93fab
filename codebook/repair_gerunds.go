package codebook

import "chancery/english"

// gerunds hangs gerunds where their meaning is.
//
//   - "without Laos signing": the noun behind "without", right before a gerund, is the gerund's subject.
//   - "accused Laos of signing", "thanked Laos for sending": a gerund behind the object of a verb of blame or
//     praise tells what the object did; it is the verb's, and does not describe the noun.
func (b *Codebook) gerunds(doc *english.Document) *english.Document {
	var mended *english.Document
	for v, t := range doc.Tokens {
		if t.Tag != "VBG" || t.Head == english.Root || t.POS != english.VERB {
			continue
		}
		if n := withoutWhom(doc, v); n >= 0 {
			mended = editable(mended, doc)
			mark := doc.Child(n, english.Case)
			above := doc.Tokens[n].Head
			mended.Tokens[v].Head, mended.Tokens[v].Label = above, english.Advcl
			mended.Tokens[n].Head, mended.Tokens[n].Label = v, english.Nsubj
			mended.Tokens[mark].Head, mended.Tokens[mark].Label = v, english.Mark
			continue
		}
		blamed := doc.Tokens[t.Head]
		if t.Label == english.Acl && t.Head < v && blamed.Label == english.Obj && blamed.Head != english.Root &&
			b.list("blaming", doc.Tokens[blamed.Head].Lemma) && doc.Child(v, english.Mark, english.Case) > t.Head {
			mended = editable(mended, doc)
			mended.Tokens[v].Head, mended.Tokens[v].Label = blamed.Head, english.Advcl
		}
	}
	return relinked(mended, doc)
}

// withoutWhom is the noun behind "without" that ends right before gerund v, or -1. The gerund may hang on the
// noun or on what the noun hangs on.
func withoutWhom(doc *english.Document, v int) int {
	first, _ := doc.Subtree(v)
	for n := first - 1; n >= 0 && n > first-8; n-- {
		p := doc.Tokens[n].POS
		if p != english.NOUN && p != english.PROPN && p != english.PRON || doc.Tokens[n].Head == english.Root || doc.Tokens[n].Head == v {
			continue
		}
		mark := doc.Child(n, english.Case)
		if mark < 0 || doc.Tokens[mark].Lemma != "without" {
			continue
		}
		if _, last := doc.Subtree(n); last == first-1 || doc.Tokens[v].Head == n && first == v {
			if doc.Dominates(v, n) || doc.Dominates(v, doc.Tokens[n].Head) {
				return -1
			}
			return n
		}
	}
	return -1
}
