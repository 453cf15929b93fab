package english

// VerbGroup reads the group of auxiliaries around a predicate: a verb, or the noun, adjective or
// other word that a form of "be" makes a predicate. A verb that is joined to another one and has no
// auxiliary and no subject of its own shares the other's: "will sign and ratify".
//
// "is going to" before an infinitive is the future of the infinitive; "is to" gives it the modal
// "be to".
func (d *Document) VerbGroup(head int) VerbGroup {
	return d.verbGroup(head, 0)
}

// mostJoined bounds how far VerbGroup follows joined verbs.
const mostJoined = 8

func (d *Document) verbGroup(head, depth int) VerbGroup {
	g := VerbGroup{Head: head}
	t := &d.Tokens[head]
	var room [6]int // so that nothing is allocated for groups of ordinary length
	helpers, to, subject := d.helpers(head, room[:0])
	if len(helpers) == 0 && t.POS != VERB && t.POS != AUX {
		return g
	}
	g.Negated = d.negated(head, subject)
	if t.Label == Conj && len(helpers) == 0 && !to && subject < 0 && depth < mostJoined {
		if shared, ok := d.shared(head, depth); ok {
			shared.Head, shared.Negated = head, shared.Negated || g.Negated
			return shared
		}
	}
	d.readForm(&g, helpers, to, subject)
	d.readPeriphrasis(&g, helpers, to, depth)
	return g
}

// helpers lists, behind room, the auxiliaries and copulas of a predicate from left to right. They come before
// infinitival "to" is reported, and the subject, or -1.
func (d *Document) helpers(head int, room []int) (helpers []int, to bool, subject int) {
	helpers, subject = room, -1
	for _, c := range d.Children(head) {
		switch d.Tokens[c].Label {
		case AuxLabel, AuxPass, Cop:
			helpers = append(helpers, c)
		case Mark:
			to = to || d.Tokens[c].Tag == "TO"
		case Nsubj, NsubjPass, Csubj, CsubjPass, Expl:
			if subject < 0 {
				subject = c
			}
		}
	}
	return helpers, to, subject
}

// shared is the group that a joined verb without auxiliaries takes part in, if its form fits.
func (d *Document) shared(head, depth int) (VerbGroup, bool) {
	t, first := &d.Tokens[head], d.Tokens[head].Head
	if first == Root {
		return VerbGroup{}, false
	}
	f := &d.Tokens[first]
	same := t.Tag == f.Tag || t.Tag == "VBD" && f.Tag == "VBN" || t.Tag == "VBN" && f.Tag == "VBD"
	if f.POS != VERB || !same {
		return VerbGroup{}, false
	}
	g := d.verbGroup(first, depth+1)
	if t.Tag == "VBD" && f.Tag == "VBD" { // two finite verbs; each is denied by itself
		g.Negated = false
	}
	return g, true
}

// readForm reads form, tense, aspect, voice and modal off the chain of helpers and the head.
func (d *Document) readForm(g *VerbGroup, helpers []int, to bool, subject int) {
	t := &d.Tokens[g.Head]
	passive := d.Child(g.Head, AuxPass, NsubjPass, CsubjPass) >= 0
	for k, h := range helpers {
		w := &d.Tokens[h]
		last := k+1 == len(helpers)
		next := t.Tag
		if !last {
			next = d.Tokens[helpers[k+1]].Tag
		}
		cop := w.Label == Cop
		switch {
		case w.Tag == "MD":
			g.Form, g.Tense = Finite, Present
			switch w.Lemma {
			case "will", "shall", "wo", "'ll", "’ll", "sha":
				g.Tense = Future
			default:
				g.Modal = modalLemma(w.Lemma)
			}
		case g.Form == NoVerb && (w.Tag == "VBD" || w.Tag == "VBZ" || w.Tag == "VBP"):
			g.Form, g.Tense = Finite, tenseOf(w.Tag)
		}
		if w.Lemma == "have" && !cop && (next == "VBN" || next == "VBD") {
			g.Perfect = true
		}
		if w.Lemma == "be" && !cop && next == "VBG" && w.Label != AuxPass {
			g.Progressive = true
		}
	}
	g.Passive = passive
	if g.Form == NoVerb {
		d.readBareForm(g, to, subject, len(helpers) > 0)
	}
}

// readBareForm finds the form of a group without a finite auxiliary.
func (d *Document) readBareForm(g *VerbGroup, to bool, subject int, helped bool) {
	t := &d.Tokens[g.Head]
	switch {
	case to:
		g.Form = Infinitive
		return
	case helped:
		g.Form = Infinitive
		for _, c := range d.Children(g.Head) {
			if k := &d.Tokens[c]; (k.Label == AuxLabel || k.Label == AuxPass || k.Label == Cop) && k.Tag == "VBG" {
				g.Form = Gerund // "being signed", "having signed"
			}
		}
		return
	}
	switch t.Tag {
	case "VBD", "VBZ", "VBP":
		g.Form, g.Tense = Finite, tenseOf(t.Tag)
	case "VBG":
		g.Form = Gerund
	case "VBN":
		if subject >= 0 && d.Tokens[subject].Label == Nsubj { // the tagger took a past for a participle
			g.Form, g.Tense = Finite, Past
			return
		}
		g.Form, g.Passive = Participle, true
	case "VB":
		g.Form = Infinitive
		if subject < 0 && (t.Label == RootLabel || t.Label == Parataxis || t.Label == Conj) {
			g.Form = Imperative
		}
	}
}

func tenseOf(t Tag) Tense {
	if t == "VBD" {
		return Past
	}
	return Present
}

// modalLemma undoes what contraction does to a modal.
func modalLemma(lemma string) string {
	switch lemma {
	case "ca":
		return "can"
	case "'d", "’d":
		return "would"
	case "need":
		return "need"
	}
	return lemma
}

// readPeriphrasis reads "is going to sign" and "is to sign" as groups of "sign".
func (d *Document) readPeriphrasis(g *VerbGroup, helpers []int, to bool, depth int) {
	t := &d.Tokens[g.Head]
	have := t.Tag == "VBN" && g.Perfect && g.Form == Infinitive // "was to have signed"
	if !to || t.Tag != "VB" && !have {
		return
	}
	for _, h := range helpers { // "is" as an auxiliary before "to"
		if d.Tokens[h].Lemma == "be" && h < g.Head && d.toBetween(h, g.Head) && d.personal(g.Head) {
			g.Modal = "be to"
			return
		}
	}
	if t.Label != Xcomp && (t.Label != Ccomp || !have) || t.Head == Root || depth >= mostJoined {
		return
	}
	h := t.Head
	switch {
	case d.Tokens[h].Lemma == "go" && d.Tokens[h].Tag == "VBG":
		above := d.verbGroup(h, depth+1)
		if above.Form == Finite && above.Progressive && above.Modal == "" {
			g.Form, g.Tense, g.Negated = Finite, Future, g.Negated || above.Negated
			if above.Tense == Past { // "was going to sign" is not known to have come about
				g.Tense, g.Modal = Past, "would"
			}
		}
	case d.Tokens[h].Lemma == "be" && d.personal(h):
		above := d.verbGroup(h, depth+1)
		g.Form, g.Tense, g.Modal, g.Negated = Finite, above.Tense, "be to", g.Negated || above.Negated
	}
}

func (d *Document) toBetween(a, b int) bool {
	for i := a + 1; i < b; i++ {
		if d.Tokens[i].Tag == "TO" {
			return true
		}
	}
	return false
}

// personal reports whether a predicate's subject is somebody who may have to do something: "the aim
// is to sign" says what the aim is, "the ministers are to sign" what they will do.
func (d *Document) personal(head int) bool {
	s := d.Child(head, Nsubj, NsubjPass)
	if s < 0 {
		return false
	}
	switch d.Tokens[s].Lemma {
	case "aim", "goal", "objective", "purpose", "task", "plan", "idea", "intention", "priority", "point", "challenge",
		"way", "role", "mission", "policy", "duty", "job", "need", "hope", "wish", "it", "this", "that", "what",
		"choice", "option", "solution", "decision", "first", "step", "thing", "strategy", "desire", "ambition":
		return false
	}
	return true
}

// negated reports whether the clause of a predicate is denied, by a word of its own or by "no" on its
// subject. "not only" denies nothing.
func (d *Document) negated(head, subject int) bool {
	for _, c := range d.Children(head) {
		switch d.Tokens[c].Lemma {
		case "not", "n't", "n’t", "never":
			if c+1 < len(d.Tokens) && (d.Word(c+1) == "only" || d.Word(c+1) == "just" || d.Word(c+1) == "merely") {
				continue
			}
			if d.Tokens[c].Label == Advmod || d.Tokens[c].POS == PART {
				return true
			}
		case "long", "longer": // "no longer"
			if c > 0 && isNo(d.Word(c-1)) {
				return true
			}
		case "neither", "nor":
			if l := d.Tokens[c].Label; (l == Advmod || l == Cc || l == DetLabel) && c < head { // "Neither Kenya nor Fiji signed"
				return true
			}
		}
	}
	if subject < 0 {
		return false
	}
	switch d.Tokens[subject].Lemma {
	case "nobody", "none", "nothing", "neither":
		return true
	}
	for _, c := range d.Children(subject) {
		if l := d.Tokens[c].Label; l == DetLabel && (isNo(d.Word(c)) || d.Tokens[c].Lemma == "neither") {
			return true
		}
	}
	return false
}

func isNo(w string) bool { return w == "no" || w == "No" || w == "NO" }
