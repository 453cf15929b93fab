package codebook

import (
	"slices"
	"strings"

	"chancery/english"
)

// fill gives the tokens that stand in a slot of the predication: the heads of their phrases, without
// the ones coordinated with them.
func (r *reading) fill(p *predication, s slot) []int {
	tokens := r.first(p, s[0])
	for _, name := range s[1:] {
		var next []int
		for _, t := range tokens {
			next = append(next, r.step(t, name)...)
		}
		tokens = next
	}
	return tokens
}

// first fills the slot of the word that carries the act itself. A noun carried by a verb has the
// verb's slots beside its own.
func (r *reading) first(p *predication, name string) []int {
	if p.frame.trigger.pos == 'n' {
		return r.nounSlot(p, name)
	}
	if name == "below" {
		return r.below(p.token)
	}
	if name == "self" {
		return []int{p.token}
	}
	if name == "list" {
		if !r.leadsList(p.token) {
			return nil
		}
		return r.listItems(p.token)
	}
	if p.frame.trigger.pos == 'a' && name == "subject" {
		return r.surfaceSubject(p.token)
	}
	if name == "self" {
		return []int{p.token}
	}
	found := r.step(p.token, name)
	if len(found) > 0 {
		return found
	}
	switch name { // the parser often hangs these on the object
	case "with", "against", "to", "from", "between", "for":
		for _, o := range r.step(p.token, "object") {
			found = append(found, r.step(o, name)...)
			if name != "to" || len(found) > 0 {
				continue
			}
			for _, of := range r.step(o, "of") { // "hands the chair of the association to Peru"
				found = append(found, r.step(of, name)...)
			}
		}
	}
	return found
}

func (r *reading) nounSlot(p *predication, name string) []int {
	n := p.token
	switch name {
	case "self":
		return []int{n}
	case "subject":
		return r.nounSubject(p)
	case "title":
		return nil
	}
	if found := r.nominal(n, name); len(found) > 0 {
		return found
	}
	answered := p.frame.spoken && name == "by" // "its offer was declined by both": not their offer
	if p.carrier != english.Root && name != "of" && name != "possessor" && name != "modifier" && !answered {
		if found := r.oblique(p.carrier, name); len(found) > 0 {
			return found
		}
		switch name {
		case "indirect", "infinitive", "clause":
			return r.verbal(p.carrier, name)
		}
	}
	if found := r.following(n, name); found >= 0 {
		return []int{found}
	}
	if name == "possessor" || name == "of" {
		return r.inherited(n, name)
	}
	return nil
}

// following mends an attachment: a preposition right behind a noun belongs to the noun ("membership
// in the organization"), wherever the parser hung it.
func (r *reading) following(n int, name string) int {
	if n+1 >= len(r.doc.Tokens) {
		return -1
	}
	next := r.doc.Tokens[n+1]
	if next.POS == english.ADP && next.Label == english.Case && normalCase(r.lemma(n+1)) == name && next.Head > n {
		return next.Head
	}
	return -1
}

// nounSubject is who does what a noun names: the subject of the verb that carries it, of the copula
// that predicates it, or of the verb that it sets the scene for ("said during a visit to Hanoi").
func (r *reading) nounSubject(p *predication) []int {
	n := p.token
	if s := r.doc.Child(n, english.Nsubj); s >= 0 && r.doc.Child(n, english.Cop) >= 0 {
		return r.antecedent(s, n)
	}
	if s := r.asideOn(n); s >= 0 && p.frame.copula {
		return []int{s}
	}
	if p.carrier == english.Root {
		return r.settingSubject(p)
	}
	if r.labelled(n, english.Nsubj) {
		return nil // "talks began": the verb has no other subject
	}
	if r.passive(p.carrier) {
		return r.oblique(p.carrier, "by")
	}
	return r.surfaceSubject(p.carrier)
}

// settingSubject is who took part in what a noun names where the noun sets the scene for a verb: the verb's
// subject, "thanked Laos during a visit to Hanoi". Of talks without a party of their own they are the parties
// only where the verb tells what came of them: "agreed to open the border after talks in Samarkand".
func (r *reading) settingSubject(p *predication) []int {
	n := p.token
	h := r.doc.Tokens[n].Head
	if h == english.Root || !r.labelled(n, english.Obl) || len(p.frame.recipient) == 0 {
		return nil
	}
	switch r.caseOf(n) {
	case "during", "on":
	case "at", "in":
		if !r.setsScene(n) {
			return nil
		}
	case "after", "following", "before", "ahead":
		own := slices.ContainsFunc(p.frame.recipient, func(s slot) bool { return len(s) == 1 && len(r.nominal(n, s[0])) > 0 })
		if !own && !r.mutualVerb(h) {
			return nil
		}
	default:
		return nil
	}
	if r.passive(h) && r.doc.Child(h, english.Ccomp) < 0 {
		return r.oblique(h, "by")
	}
	return r.surfaceSubject(h)
}

// mutualVerb reports whether verb v tells what several do together: an act of two sides.
func (r *reading) mutualVerb(v int) bool {
	return slices.ContainsFunc(r.book.verbs[r.lemma(v)], func(f *frame) bool { return f.act.Mutual })
}

// inherited looks for a noun's owner on the noun of time that it hangs on: "its first anniversary of
// membership" is an anniversary of its membership.
func (r *reading) inherited(n int, name string) []int {
	h := r.doc.Tokens[n].Head
	if h == english.Root || !r.labelled(n, english.Nmod) || !r.book.list("span", r.lemma(h)) {
		return nil
	}
	if found := r.nominal(h, "possessor"); len(found) > 0 {
		return found
	}
	if r.labelled(h, english.Obj, english.Obl) && name == "possessor" {
		return r.surfaceSubject(r.doc.Tokens[h].Head)
	}
	return nil
}

// step fills a slot of any token, noun or verb.
func (r *reading) step(t int, name string) []int {
	if r.isVerbal(t) || r.doc.Tokens[t].POS == english.ADJ {
		if found := r.verbal(t, name); len(found) > 0 {
			return found
		}
		if r.doc.Tokens[t].POS == english.VERB {
			return nil
		}
	}
	return r.nominal(t, name)
}

// verbal fills a slot of a verb or of another predicate.
func (r *reading) verbal(v int, name string) []int {
	switch name {
	case "subject":
		if r.passive(v) && r.doc.Tokens[v].POS == english.VERB {
			return r.oblique(v, "by")
		}
		return r.surfaceSubject(v)
	case "experiencer":
		return r.surfaceSubject(v)
	case "object":
		return r.verbObject(v)
	case "indirect":
		return r.indirect(v)
	case "adverb":
		return r.children(v, english.Advmod)
	case "complement":
		return r.complement(v)
	case "infinitive":
		return r.where(v, r.infinitive, english.Xcomp, english.Ccomp, english.Advcl, english.Acl)
	case "gerund":
		return r.where(v, func(c int) bool { return r.doc.Tokens[c].Tag == "VBG" }, english.Xcomp, english.Ccomp)
	case "clause":
		return r.where(v, func(c int) bool { return !r.infinitive(c) }, english.Ccomp)
	case "clause-subject":
		var found []int
		for _, c := range r.verbal(v, "clause") {
			found = append(found, r.surfaceSubject(c)...)
		}
		return found
	}
	return r.oblique(v, name)
}

func (r *reading) verbObject(v int) []int {
	if r.passive(v) {
		if o := r.doc.Child(v, english.Obj); o >= 0 && !r.labelled(v, english.Acl) { // "was granted observer status"
			return []int{o}
		}
		if r.labelled(v, english.Acl) && r.doc.Child(v, english.NsubjPass) < 0 {
			return []int{r.doc.Tokens[v].Head}
		}
		return r.surfaceSubject(v)
	}
	if all := r.children(v, english.Obj); len(all) == 2 && (r.book.list("giving", r.lemma(v)) || all[0] < v) { // "offered Slovenia any land"; "that Kenya attacked Peru"
		return all[1:]
	}
	if o := r.doc.Child(v, english.Obj); o >= 0 {
		return r.antecedent(o, v)
	}
	if r.labelled(v, english.AclRelcl) && r.doc.Child(v, english.Nsubj) >= 0 {
		s := r.doc.Child(v, english.Nsubj)
		if a := r.antecedent(s, v); a[0] == s { // "the agreement that they signed"
			return []int{r.doc.Tokens[v].Head}
		}
	}
	for _, c := range r.children(v, english.Conj) { // "signed and ratified the treaty"
		if r.doc.Tokens[c].POS == english.VERB && r.doc.Child(c, english.Nsubj) < 0 && r.sideBySide(v, c) {
			if o := r.doc.Child(c, english.Obj); o >= 0 {
				return []int{o}
			}
		}
	}
	if r.labelled(v, english.Conj) && r.doc.Child(v, english.Nsubj) < 0 {
		return nil
	}
	return nil
}

// sideBySide reports whether nothing that could be an object stands between the coordinated verbs v
// and c: "signed and then ratified", but not "praised the envoy and accused".
func (r *reading) sideBySide(v, c int) bool {
	for _, t := range r.doc.Tokens[v+1 : max(c, v+1)] {
		switch t.POS {
		case english.ADV, english.AUX, english.CCONJ, english.PUNCT, english.VERB, english.PART:
		default:
			return false
		}
	}
	return true
}

// complement is what a subject is said to become: a noun under "become", whatever its label.
func (r *reading) complement(v int) []int {
	return r.where(v, func(c int) bool {
		p := r.doc.Tokens[c].POS
		return p == english.NOUN || p == english.PROPN || p == english.ADJ
	}, english.Xcomp, english.Obj)
}

// nominal fills a slot of a noun.
func (r *reading) nominal(n int, name string) []int {
	switch name {
	case "possessor":
		return r.children(n, english.NmodPoss)
	case "modifier":
		return r.stateModifier(n)
	case "infinitive":
		return r.where(n, r.infinitive, english.Acl, english.Xcomp, english.Advcl, english.Ccomp)
	case "clause":
		return r.where(n, func(c int) bool { return !r.infinitive(c) }, english.Ccomp, english.Acl)
	case "object", "subject", "indirect", "gerund", "complement":
		return nil
	}
	var found []int
	for _, c := range r.doc.Children(n) {
		switch r.doc.Tokens[c].Label {
		case english.Nmod, english.Obl, english.OblAgent:
			if r.caseOf(c) == name {
				found = append(found, r.relative(c, n))
			}
		case english.Acl, english.Advcl:
			if r.markOf(c) == name && !r.infinitive(c) {
				found = append(found, c)
			}
		}
	}
	return found
}

// stateModifier lists the modifiers before a noun that name actors: "Russian" in "Russian-Lao talks".
func (r *reading) stateModifier(n int) []int {
	var found []int
	for _, c := range r.doc.Children(n) {
		if c < n && r.labelled(c, english.Amod, english.Compound, english.Nmod, english.NmodDesc, english.NmodUnmarked) && r.at(c) != nil {
			found = append(found, c)
		}
	}
	return found
}

func (r *reading) children(i int, label english.Label) []int {
	var found []int
	for _, c := range r.doc.Children(i) {
		if r.doc.Tokens[c].Label == label {
			found = append(found, c)
		}
	}
	return found
}

func (r *reading) where(i int, ok func(int) bool, labels ...english.Label) []int {
	var found []int
	for _, c := range r.doc.Children(i) {
		if r.labelled(c, labels...) && ok(c) {
			found = append(found, c)
		}
	}
	return found
}

// conjuncts is token i with what is coordinated with it.
func (r *reading) conjuncts(i int) []int {
	all := []int{i}
	for _, c := range r.doc.Children(i) {
		if r.doc.Tokens[c].Label == english.Conj && !r.bothAside(c) && !r.exceptedFrom(c) {
			all = append(all, r.conjuncts(c)...)
		}
	}
	return all
}

// exceptedFrom reports whether noun n is named only to be left out: "in Tonga but not in Fiji", "Kenya but not Uganda".
func (r *reading) exceptedFrom(n int) bool {
	but := r.doc.Child(n, english.Cc)
	if but < 0 || but >= n || r.lemma(but) != "but" && r.lemma(but) != "not" {
		return false
	}
	for t := but; t < n; t++ {
		if r.lemma(t) == "not" {
			return true
		}
	}
	return false
}

// bothAside reports whether noun n, that the parser coordinated with the names before it, says what they are: "Peru and
// Chile, both members of the Community,".
func (r *reading) bothAside(n int) bool {
	both := r.doc.Child(n, english.Cc, english.DetLabel)
	return both > 0 && both < n && r.labelled(n, english.Conj) && r.lemma(both) == "both" && r.doc.Word(both-1) == ","
}

// phraseHas reports whether the noun phrase of token i is about one of the words: its head, a word
// before the head ("partner country"), or the two together ("joint statement").
func (r *reading) phraseHas(i int, words []string) bool {
	head := r.lemma(i)
	lemmas := []string{head}
	for _, c := range r.doc.Children(i) {
		if c < i && r.labelled(c, english.Compound, english.Amod, english.NmodDesc, english.Nmod, english.Flat) {
			lemmas = append(lemmas, r.lemma(c), r.lemma(c)+" "+head)
			for _, cc := range r.doc.Children(c) {
				if cc < c && r.labelled(cc, english.Compound, english.Amod) {
					lemmas = append(lemmas, r.lemma(cc)+" "+r.lemma(c))
				}
			}
		} else if c > i && r.labelled(c, english.Nmod) && r.caseOf(c) == "of" {
			lemmas = append(lemmas, head+" of "+r.lemma(c)) // "state of emergency"
		}
	}
	for _, w := range words {
		name, isList := strings.CutPrefix(w, "@")
		for _, l := range lemmas {
			if (isList && r.book.list(name, l)) || (!isList && strings.EqualFold(w, l)) {
				return true
			}
		}
	}
	return false
}

// indirect is to whom something is given: the first of two objects, or the subject of a passive that has
// an object besides ("Serbia was granted candidate status"). Where a clause says what is given, the object
// receives it ("promised Peru to send rice").
func (r *reading) indirect(v int) []int {
	if found := r.children(v, english.Iobj); len(found) > 0 {
		return found
	}
	objects := r.children(v, english.Obj)
	if r.passive(v) && len(objects) > 0 {
		return r.surfaceSubject(v)
	}
	if len(objects) == 1 && r.book.list("giving", r.lemma(v)) && len(r.verbal(v, "infinitive"))+len(r.verbal(v, "clause")) > 0 {
		return objects
	}
	if len(objects) == 2 && r.book.list("giving", r.lemma(v)) {
		return objects[:1]
	}
	return nil
}
