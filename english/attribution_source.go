package english

// mostSteps bounds how far up a tree a subject is looked for.
const mostSteps = 6

// takes reports whether token i is a cue with such a complement.
func (a *attributor) takes(i int, t takes) bool {
	for _, c := range a.cues.of(&a.d.Tokens[i]) {
		if c.is(t) {
			return true
		}
	}
	return false
}

// passive reports whether a verb is in the passive, a participle without a helper included.
func (a *attributor) passive(v int) bool {
	t := &a.d.Tokens[v]
	if a.d.Child(v, AuxPass, NsubjPass, CsubjPass) >= 0 {
		return true
	}
	if t.Tag != "VBN" || a.d.Child(v, AuxLabel, Nsubj) >= 0 {
		return false
	}
	switch t.Label {
	case Conj: // shares its auxiliary: "has spoken and said"
		return a.passive(t.Head)
	case RootLabel, Ccomp, Parataxis, AclRelcl: // a past that was taken for a participle
		return a.d.Child(v, Ccomp, Obj) < 0
	}
	return a.d.Child(v, Ccomp) < 0
}

// speaker is the head of the phrase that names whose words or thoughts verb v reports, or -1.
func (a *attributor) speaker(v int) int {
	if a.passive(v) {
		if s := a.d.Child(v, OblAgent); s >= 0 {
			return s
		}
		return a.oblique(v, "by")
	}
	return a.subject(v, mostSteps)
}

// subject is who does what verb v says: its own subject or, where it has none, that of the verb above.
func (a *attributor) subject(v, steps int) int {
	d := a.d
	if s := a.ownSubject(v); s >= 0 {
		return s
	}
	t := &d.Tokens[v]
	if t.Head == Root || steps == 0 || d.Child(v, Expl) >= 0 {
		return -1
	}
	h := t.Head
	switch t.Label {
	case Conj:
		if isPredicate(&d.Tokens[h]) || d.Child(h, Nsubj) >= 0 {
			if a.passive(h) && !a.passive(v) {
				if s := d.Child(h, NsubjPass); s >= 0 {
					return s
				}
			}
			return a.subject(h, steps-1)
		}
		return a.possessor(v)
	case Xcomp:
		if s := d.Child(h, Obj, Iobj); s > h && s < v { // "let them speak", "told them to speak"
			return s
		}
		return a.subject(h, steps-1)
	case Advcl, Obl, Parataxis, Dep:
		if s := a.quotedAs(v, h); s >= 0 {
			return s
		}
		if d.Tokens[h].Lemma == "quote" || d.Tokens[h].Lemma == "cite" {
			if s := d.Child(h, NsubjPass, Nsubj); s >= 0 {
				return s
			}
		}
		if t.Tag == "VBG" || t.Tag == "VB" {
			return a.subject(h, steps-1)
		}
	case Acl:
		if t.Tag == "VBG" {
			if first := a.group(v).First; first > 0 && d.Word(first-1) == "," { // "met the envoy, saying": the subject says it
				for up := d.Tokens[h].Head; up != Root; up = d.Tokens[up].Head {
					if isPredicate(&d.Tokens[up]) {
						if s := a.subject(up, steps-1); s >= 0 {
							return s
						}
						break
					}
				}
			}
			if a.takes(h, takesThat) && d.Tokens[h].Label == Obj { // "issued a statement saying"
				if s := a.owner(h); s >= 0 {
					return s
				}
			}
			return h
		}
		if t.Tag == "VB" { // "his decision to announce", "made a decision to announce"
			if s := a.possessor(h); s >= 0 {
				return s
			}
			if up := d.Tokens[h].Head; up != Root && d.Tokens[h].Label == Obj {
				return a.subject(up, steps-1)
			}
		}
	case Ccomp, Csubj, Nmod:
		if t.Tag == "VBG" {
			if s := a.possessor(v); s >= 0 {
				return s
			}
			return a.subject(h, steps-1)
		}
	}
	return -1
}

// quotedAs is the object h of "quoted the minister as saying", whom verb v then has for its source, or -1.
func (a *attributor) quotedAs(v, h int) int {
	switch a.d.Tokens[h].Lemma {
	case "quote", "cite", "report":
	default:
		return -1
	}
	as := a.d.Child(v, Mark, Case)
	if as < 0 || a.d.Tokens[as].Lemma != "as" || a.passive(h) {
		return -1
	}
	return a.d.Child(h, Obj)
}

// ownSubject is the subject among a predicate's dependents; "it" and "there" without content are none.
func (a *attributor) ownSubject(v int) int {
	best := -1
	for _, c := range a.d.Children(v) {
		switch a.d.Tokens[c].Label {
		case Nsubj, NsubjPass:
			if c > v && best >= 0 && best < v {
				continue
			}
			// The subject nearest to the verb: a farther one is of what is said.
			if best < 0 || distance(c, v) < distance(best, v) {
				best = c
			}
		}
	}
	return best
}

// leftNeighbour is the head of the phrase right before a finite verb to which the parser gave no
// subject, or -1.
func (a *attributor) leftNeighbour(v int) int {
	d := a.d
	t := &d.Tokens[v]
	first := d.Sentences[t.Sentence].First
	i := a.group(v).First - 1
	for i >= first && (d.Tokens[i].POS == AUX || d.Tokens[i].POS == ADV) {
		i--
	}
	if i < first || t.Tag == "VBG" || t.Tag == "VB" || a.passiveHelper(v) {
		return -1
	}
	if p := d.Tokens[i].POS; p != NOUN && p != PROPN && p != PRON {
		return -1
	}
	for h := d.Tokens[i].Head; h != Root && h < i && h >= first; h = d.Tokens[i].Head {
		if p := d.Tokens[h].POS; p != NOUN && p != PROPN && p != PRON && p != NUM || a.hasPause(h, i) {
			break
		}
		i = h
	}
	if k := d.Child(i, Case); k >= 0 && k < i || isTime(&d.Tokens[i]) {
		return -1
	}
	return i
}

func distance(a, b int) int {
	if a > b {
		return a - b
	}
	return b - a
}

func isPredicate(t *Token) bool { return t.POS == VERB || t.POS == AUX || t.POS == ADJ }

// possessor is whose a noun is: "the king's claim", "their claim".
func (a *attributor) possessor(n int) int { return a.d.Child(n, NmodPoss) }

// oblique is the dependent of a head that a preposition opens, or -1.
func (a *attributor) oblique(h int, preposition string) int {
	for _, c := range a.d.Children(h) {
		switch a.d.Tokens[c].Label {
		case Obl, Nmod, OblAgent, NmodDesc:
			if k := a.d.Child(c, Case); k >= 0 && a.d.Tokens[k].Lemma == preposition {
				return c
			}
		}
	}
	return -1
}

// group is the verb with the auxiliaries, particles and adverbs that stand next to it.
func (a *attributor) group(v int) Stretch {
	s := Stretch{v, v + 1}
	for s.First > 0 {
		t := &a.d.Tokens[s.First-1]
		if t.Head != v || t.Label != AuxLabel && t.Label != AuxPass && t.Label != Cop && (t.Label != Advmod || t.POS != ADV && t.POS != PART) {
			break
		}
		s.First--
	}
	for s.Last < len(a.d.Tokens) {
		if t := &a.d.Tokens[s.Last]; t.Head != v || t.Label != CompoundPrt {
			break
		}
		s.Last++
	}
	return s
}

// sourceStretch is the phrase of a source without its case marks, cut off where the cue begins or ends.
func (a *attributor) sourceStretch(source, cue int, group Stretch) Stretch {
	first, last := a.d.Subtree(source)
	s := Stretch{first, last + 1}
	for _, c := range a.d.Children(source) {
		if t := &a.d.Tokens[c]; t.Label == Case || t.Label == Cc || t.Label == Punct {
			if c < source && c >= s.First {
				s.First = c + 1
			} else if c > source && t.Label == Case { // "'s"
				s.Last = min(s.Last, c)
			}
		}
	}
	if h := a.d.Tokens[source].Head; h != Root && h != cue { // a borrowed subject ends before its own verb
		s = beside(s, source, Stretch{h, h + 1})
	}
	if cue >= 0 {
		s = beside(s, source, group)
	}
	for s.Last > source+1 && a.d.Tokens[s.Last-1].POS == PUNCT && !isBracket(a.d.Word(s.Last-1)) {
		s.Last--
	}
	return s
}

func isBracket(w string) bool { return w == ")" || w == "]" }

// beside cuts a stretch so that it keeps token keep and shares nothing with cut.
func beside(s Stretch, keep int, cut Stretch) Stretch {
	switch {
	case cut.Empty() || cut.Last <= s.First || cut.First >= s.Last || cut.Holds(keep):
	case keep < cut.First:
		s.Last = cut.First
	default:
		s.First = cut.Last
	}
	return s
}
