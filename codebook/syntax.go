package codebook

import (
	"strings"

	"chancery/english"
)

// This file knows the grammar of predicates: who is the subject of an infinitive, what a passive
// turns round, what governs a clause. It knows nothing of diplomacy.

// How a clause hangs on the word above it.
type government uint8

const (
	governedNot    government = iota // a main clause, or one that says when, why, how
	governed                         // an infinitive or gerund that the word above gives its mood
	governedFinite                   // a full clause under a verb of saying, thinking, doubting
)

func (r *reading) labelled(i int, labels ...english.Label) bool {
	for _, l := range labels {
		if r.doc.Tokens[i].Label == l {
			return true
		}
	}
	return false
}

func (r *reading) lemma(i int) string { return strings.ToLower(r.doc.Tokens[i].Lemma) }

// isVerbal reports whether token i heads a clause: a verb, or a predicate with a copula.
func (r *reading) isVerbal(i int) bool {
	return r.doc.Tokens[i].POS == english.VERB || r.doc.Child(i, english.Cop) >= 0
}

// caseOf is the preposition that marks token i: "of", "with", "ahead" for "ahead of", "" for none.
// A coordinated noun shares the preposition of the first.
func (r *reading) caseOf(i int) string {
	for depth := 0; depth < 20; depth++ {
		if c := r.doc.Child(i, english.Case); c >= 0 {
			return normalCase(r.lemma(c))
		}
		if !r.labelled(i, english.Conj) {
			return ""
		}
		i = r.doc.Tokens[i].Head
	}
	return ""
}

// markOf is the subordinating word of a clause: "to", "that", "in" before a gerund.
func (r *reading) markOf(i int) string {
	if c := r.doc.Child(i, english.Mark, english.Case); c >= 0 {
		return normalCase(r.lemma(c))
	}
	return ""
}

func normalCase(lemma string) string {
	switch lemma {
	case "toward":
		return "towards"
	case "amongst":
		return "among"
	case "upon":
		return "on"
	}
	return lemma
}

// passive reports whether verb v is passive, or a participle that says what was done to its noun.
func (r *reading) passive(v int) bool {
	if r.doc.Child(v, english.AuxPass, english.NsubjPass, english.CsubjPass) >= 0 {
		return true
	}
	t := r.doc.Tokens[v]
	if t.Tag != "VBN" {
		return false
	}
	if r.labelled(v, english.Acl) {
		return r.doc.Child(v, english.Obj) < 0
	}
	if r.labelled(v, english.Conj) && r.doc.Child(v, english.Nsubj) < 0 {
		return r.passive(t.Head) && r.doc.Child(v, english.Obj) < 0
	}
	return false
}

// governor is the word that gives the clause of v its mood, and how the clause hangs on it.
func (r *reading) governor(v int) (int, government) {
	t := r.doc.Tokens[v]
	if t.Head == english.Root {
		return english.Root, governedNot
	}
	switch t.Label {
	case english.Xcomp:
		return t.Head, governed
	case english.Ccomp, english.Csubj, english.CsubjPass:
		if noun := r.hearsayBefore(v); noun >= 0 {
			return noun, governedFinite
		}
		if r.relativeClause(v) || r.semicolon(min(v, t.Head), max(v, t.Head)) {
			return english.Root, governedNot
		}
		form := r.doc.VerbGroup(v).Form
		if form == english.Finite || form == english.NoVerb {
			return t.Head, governedFinite
		}
		return t.Head, governed
	case english.AclRelcl:
		if s := r.doc.Child(v, english.Nsubj, english.NsubjPass); s >= 0 && r.doc.Tokens[s].Tag != "WDT" && r.doc.Tokens[s].Tag != "WP" &&
			r.book.list("hearsay", r.lemma(t.Head)) && r.wholeClause(v) {
			return t.Head, governedFinite // "the allegation that it supplies weapons"
		}
	case english.Acl:
		if r.doc.Child(v, english.Nsubj, english.NsubjPass) >= 0 && r.markOf(v) == "that" {
			return t.Head, governedFinite // "the rumour that they had signed"
		}
		if t.Tag == "VBN" || (t.Tag == "VBG" && r.markOf(v) == "") {
			return english.Root, governedNot // "agreements signed", "countries sharing"
		}
		return t.Head, governed
	case english.Advcl, english.Obl:
		if r.asked(v) {
			return t.Head, governed
		}
		if first, _ := r.doc.Subtree(v); t.Tag == "VBG" && first == v && v == r.afterParticle(t.Head) && r.effectOf(t.Head).complement != "" {
			return t.Head, governed // "denies supporting", "rules out supporting"
		}
		if m := r.markOf(v); m == "whether" || m == "if" && r.book.list("open-question", r.lemma(t.Head)) {
			return t.Head, governedFinite // "it is unclear if"
		}
		switch r.markOf(v) {
		case "in", "on", "to", "at", "towards", "about", "from", "of", "against":
			if t.Tag == "VBG" || !r.isVerbal(t.Head) || r.doc.Tokens[t.Head].POS == english.ADJ {
				return t.Head, governed
			}
		}
	case english.Conj:
		if r.doc.Child(v, english.Nsubj, english.NsubjPass) < 0 && r.isVerbal(t.Head) && !finiteAfterInfinitive(r.doc, v) {
			return r.governor(t.Head)
		}
	}
	return english.Root, governedNot
}

// afterParticle is the token right behind verb v and its particle.
func (r *reading) afterParticle(v int) int {
	if r.doc.Child(v, english.CompoundPrt) == v+1 {
		return v + 2
	}
	return v + 1
}

// wholeClause reports whether the clause of v lacks nothing, so that the "that" before it opens what is told and does
// not stand for the noun: "the claim that it signed the treaty", and not "the claim that it denied".
func (r *reading) wholeClause(v int) bool {
	for _, c := range r.doc.Children(v) {
		switch r.doc.Tokens[c].Label {
		case english.Obj, english.Xcomp, english.Ccomp, english.Obl:
			if tag := r.doc.Tokens[c].Tag; tag != "WDT" && tag != "WP" && r.lemma(c) != "that" {
				return true
			}
		case english.Cop, english.AuxPass:
			return true
		}
	}
	return false
}

// hearsayBefore is the noun of hearsay whose content the clause of v tells, where the parser hung
// the clause on the verb instead: "dismissed the allegation that it supplies weapons". It is -1
// where there is none.
func (r *reading) hearsayBefore(v int) int {
	that := r.doc.Child(v, english.Mark)
	if that < 1 || r.lemma(that) != "that" || !r.labelled(that-1, english.Obj, english.Nsubj, english.NsubjPass) || !r.book.list("hearsay", r.lemma(that-1)) {
		return -1 // "said in a report that" tells what was said, not what the report was about
	}
	return that - 1
}

// asked reports whether v is an infinitive that parsers hang loosely on a verb of asking, urging or
// planning, whose complement it is: "called on Israel to stop".
func (r *reading) asked(v int) bool {
	return r.infinitive(v) && r.book.moods[r.lemma(r.doc.Tokens[v].Head)].complement != ""
}

// finiteAfterInfinitive reports whether v is a finite verb that the parser hung on an infinitive:
// then it does not share what governs the infinitive.
func finiteAfterInfinitive(doc *english.Document, v int) bool {
	tag := doc.Tokens[v].Tag
	return (tag == "VBD" || tag == "VBZ" || tag == "VBP") && doc.VerbGroup(doc.Tokens[v].Head).Form == english.Infinitive
}

// surfaceSubject gives the tokens that stand as subject of predicate v, without regard to voice: the
// receiver, where the verb is passive. A relative pronoun is replaced by what it stands for.
func (r *reading) surfaceSubject(v int) []int { return r.subjectWithin(v, 0) }

const maxClimb = 12 // clauses nested deeper than this are a broken tree

func (r *reading) subjectWithin(v, depth int) []int {
	if depth > maxClimb {
		return nil
	}
	t := r.doc.Tokens[v]
	if s := r.doc.Child(v, english.Nsubj, english.NsubjPass); s >= 0 {
		if t.Label == english.Conj && r.isVerbal(t.Head) && r.ofTheTwo(s) {
			return r.subjectWithin(t.Head, depth+1)
		}
		return r.antecedent(s, v)
	}
	if s := r.behindTimeWord(v); s >= 0 {
		return []int{s}
	}
	if t.Head == english.Root {
		return nil
	}
	switch t.Label {
	case english.Conj:
		if r.isVerbal(t.Head) || r.doc.Tokens[t.Head].POS == english.ADJ || r.doc.Child(t.Head, english.Nsubj) >= 0 { // a verb taken for a noun
			return r.subjectWithin(t.Head, depth+1)
		}
	case english.Xcomp:
		return r.controller(v, t.Head, depth)
	case english.Ccomp:
		if g := r.doc.VerbGroup(v); g.Form != english.Finite || g.Modal == "be to" {
			return r.controller(v, t.Head, depth)
		}
	case english.Advcl:
		if m := r.markOf(v); m == "that" || m == "as" {
			return nil
		}
		if r.asked(v) {
			return r.controller(v, t.Head, depth)
		}
		if t.Tag == "VBG" && r.book.list("blaming", r.lemma(t.Head)) { // "accused Rwanda of backing"
			if o := r.verbObject(t.Head); len(o) > 0 {
				return o
			}
		}
		h := t.Head
		for !r.isVerbal(h) && r.doc.Tokens[h].Head != english.Root && depth < maxClimb {
			h, depth = r.doc.Tokens[h].Head, depth+1
		}
		return r.subjectWithin(h, depth+1)
	case english.Acl:
		if t.Tag == "VBN" || (t.Tag == "VBG" && r.markOf(v) == "") {
			return []int{t.Head}
		}
		return r.nounController(v, t.Head, depth)
	case english.AclRelcl:
		if o := r.children(v, english.Obj); len(o) == 2 && r.doc.Tokens[o[0]].Tag == "WDT" && r.doc.VerbGroup(v).Form == english.Finite {
			return []int{t.Head} // "Ecuador, which itself stormed the embassy"
		}
		return nil
	case english.Amod:
		return []int{t.Head}
	}
	return nil
}

// behindTimeWord is the phrase right before finite verb v that the parser hung on it behind "after" or "before", taken
// for a preposition: "hours after the president, Ana Rojas, had pleaded". It is -1 where there is none.
func (r *reading) behindTimeWord(v int) int {
	if r.doc.VerbGroup(v).Form != english.Finite || r.doc.Tokens[v].POS != english.VERB {
		return -1
	}
	start := v
	for start > 0 && (r.doc.Tokens[start-1].POS == english.AUX || r.doc.Tokens[start-1].POS == english.ADV || r.doc.Tokens[start-1].POS == english.PART) {
		start--
	}
	for _, c := range r.children(v, english.Obl) {
		switch r.caseOf(c) {
		case "after", "before", "since", "until":
		default:
			continue
		}
		if _, last := r.doc.Subtree(c); last < start && last >= start-2 && (last == start-1 || r.doc.Tokens[start-1].POS == english.PUNCT && r.doc.Word(last+1) == ",") {
			return c
		}
	}
	return -1
}

// ofTheTwo reports whether a subject is a word for the subject of the clause before: "The two signed it,
// but neither has ratified it". That neither did is for the mood to say.
func (r *reading) ofTheTwo(s int) bool {
	if r.at(s) != nil || len(r.doc.Children(s)) > 0 {
		return false
	}
	l := r.lemma(s)
	return l == "neither" || l == "both"
}

// antecedent replaces a relative pronoun by the noun that its clause hangs on.
func (r *reading) antecedent(s, v int) []int {
	if tag := r.doc.Tokens[s].Tag; tag == "WDT" || tag == "WP" || (tag == "IN" && r.lemma(s) == "that") {
		for x, n := v, 0; x != english.Root && n < maxClimb; x, n = r.doc.Tokens[x].Head, n+1 {
			if r.labelled(x, english.AclRelcl) {
				return []int{r.doc.Tokens[x].Head}
			}
		}
	}
	return []int{s}
}

// controller is the subject that infinitive v under h understands: the one asked in "urged Laos to
// sign", the one promising in "promised Laos to sign".
func (r *reading) controller(v, h, depth int) []int {
	lemma := r.lemma(h)
	if s := r.forSubject(v); s >= 0 {
		return []int{s}
	}
	if !r.book.list("subject-control", lemma) {
		if !r.passive(h) {
			if o := r.doc.Child(h, english.Obj, english.Iobj); o >= 0 {
				return []int{o}
			}
		}
		if r.book.list("call-on", lemma) {
			if o := r.oblique(h, "on"); len(o) > 0 {
				return o
			}
			if o := r.oblique(h, "to"); len(o) > 0 {
				return o
			}
		}
	}
	return r.subjectWithin(h, depth+1)
}

// forSubject is the phrase with "for" right before infinitive v, which is its subject: "called for Laos to
// sign". It is -1 where there is none.
func (r *reading) forSubject(v int) int {
	to := r.doc.Child(v, english.Mark)
	if to < 2 || r.lemma(to) != "to" || !r.infinitive(v) {
		return -1
	}
	for x, n := to-1, 0; x != english.Root && x < to && n < maxClimb; x, n = r.doc.Tokens[x].Head, n+1 {
		if c := r.doc.Child(x, english.Case, english.Mark); c >= 0 && c < x && r.lemma(c) == "for" {
			if _, last := r.doc.Subtree(x); last == to-1 {
				return x
			}
			return -1
		}
	}
	return -1
}

// nounController is the subject that infinitive v under noun n understands: whose desire it is, or,
// for an invitation or a call, to whom it went.
func (r *reading) nounController(v, n, depth int) []int {
	if s := r.forSubject(v); s >= 0 {
		return []int{s}
	}
	if r.book.list("addressed", r.lemma(n)) {
		if by := r.nominal(n, "by"); len(by) > 0 && r.book.list("offering", r.lemma(n)) {
			return by
		}
		if to := r.nominal(n, "to"); len(to) > 0 {
			return to
		}
		if r.labelled(n, english.Obj) && r.book.list("accepting", r.lemma(r.doc.Tokens[n].Head)) {
			return r.subjectWithin(r.doc.Tokens[n].Head, depth+1)
		}
		if r.labelled(n, english.Obj) {
			return r.oblique(r.doc.Tokens[n].Head, "to")
		}
		return nil
	}
	for _, slot := range []string{"possessor", "of", "by"} {
		if s := r.nominal(n, slot); len(s) > 0 {
			return s
		}
	}
	if m := r.stateModifier(n); len(m) > 0 {
		return m
	}
	if r.labelled(n, english.Obj, english.Xcomp) || (r.labelled(n, english.Obl) && r.caseOf(n) != "") {
		return r.subjectWithin(r.doc.Tokens[n].Head, depth+1)
	}
	if s := r.doc.Child(n, english.Nsubj); s >= 0 {
		return r.antecedent(s, n)
	}
	return nil
}

// oblique lists the dependents of verb v under preposition p.
func (r *reading) oblique(v int, p string) []int {
	var found []int
	for _, c := range r.doc.Children(v) {
		switch r.doc.Tokens[c].Label {
		case english.Obl, english.Nmod, english.OblAgent, english.Advcl, english.Acl, english.Xcomp, english.Ccomp:
			if r.markOf(c) == p && !(p == "to" && r.infinitive(c)) {
				found = append(found, r.relative(c, v))
			}
		}
	}
	return found
}

// relativeClause reports whether the clause of v opens with a relative pronoun, perhaps under a
// preposition: it tells of the noun before it, whatever the parser hung it on. One that opens a clause of
// its own within it does not count: "said Italy, which left, was invited".
func (r *reading) relativeClause(v int) bool {
	first, _ := r.doc.Subtree(v)
	for i := first; i < first+3 && i < v; i++ {
		if r.doc.Tokens[i].Tag != "WDT" {
			continue
		}
		x := i
		for n := 0; x != v && !(n > 0 && r.isVerbal(x)) && r.doc.Tokens[x].Head != english.Root && n < maxClimb; n++ {
			x = r.doc.Tokens[x].Head
		}
		return x == v
	}
	return false
}

// relative replaces the "which" of "in which Mongolia is an observer" by the noun that it stands for.
func (r *reading) relative(c, v int) int {
	if r.doc.Tokens[c].Tag != "WDT" {
		return c
	}
	if a := r.antecedent(c, v); a[0] != c {
		return a[0]
	}
	for i := c - 1; i > 0 && c-i < 4; i-- { // the parser took the clause for one of its own
		if r.doc.Word(i) == "," {
			if m := r.at(i - 1); m != nil {
				return m.Head
			}
		}
	}
	return c
}

// infinitive reports whether token i heads a to-infinitive.
func (r *reading) infinitive(i int) bool {
	if r.doc.Tokens[i].Tag != "VB" && r.doc.Child(i, english.Cop) < 0 && r.doc.Child(i, english.AuxLabel, english.AuxPass) < 0 {
		return false
	}
	for _, c := range r.doc.Children(i) {
		if t := r.doc.Tokens[c]; t.Tag == "TO" || (t.Label == english.Mark && r.lemma(c) == "to") {
			return true
		}
	}
	return false
}
