package english

// inverted is the speaker of `"…," said the minister`, where the parser took it for an object: what
// stands behind the verb can be nothing else if speech or a comma stands right before it.
func (a *attributor) inverted(v int) int {
	first := a.group(v).First
	if first == 0 || a.passiveHelper(v) || !a.endsSpeech(first-1) {
		return -1
	}
	for _, c := range a.d.Children(v) {
		t := &a.d.Tokens[c]
		if c < v || t.POS != PROPN && t.POS != NOUN && t.POS != PRON {
			continue
		}
		switch t.Label {
		case Nsubj, Obj, Iobj, OblUnmarked, Ccomp, Xcomp, Parataxis, Dep, Vocative:
			if c > v+1 && a.hasVerb(v+1, c) {
				return -1
			}
			return c
		}
	}
	return a.rightNeighbour(v)
}

// rightNeighbour is the head of the phrase right behind a verb, of which the parser made something
// else than its dependent, or -1.
func (a *attributor) rightNeighbour(v int) int {
	d := a.d
	last := d.Sentences[d.Tokens[v].Sentence].Last
	for i := v + 1; i < last; i++ {
		switch d.Tokens[i].POS {
		case DET, ADJ, NUM:
			continue
		case NOUN, PROPN, PRON:
			for h := d.Tokens[i].Head; h > v && h < last && !a.hasPause(v, h) && d.Tokens[h].POS != VERB; h = d.Tokens[h].Head {
				i = h
			}
			return i
		}
		break
	}
	return -1
}

func (a *attributor) hasPause(first, last int) bool {
	for i := first; i < last; i++ {
		if isPause(a.d.Word(i)) {
			return true
		}
	}
	return false
}

func (a *attributor) passiveHelper(v int) bool { return a.d.Child(v, AuxPass) >= 0 }

// endsSpeech reports whether token i is a comma or a mark behind speech.
func (a *attributor) endsSpeech(i int) bool {
	w := a.d.Word(i)
	return w == "," || w == "?" || w == "!" || isDash(w) || a.quoteOf[i] > 0 && a.outer(int(a.quoteOf[i]-1)).Last == i+1
}

// inserted takes the sentence in which a verb of saying and its subject stand apart: "The talks, he
// said, will go on", "The talks will go on, said the minister". Everything else in the sentence, up to
// a semicolon, is what was said.
func (a *attributor) inserted(v, source int) bool {
	d := a.d
	t := &d.Tokens[v]
	if source < 0 || d.Tokens[source].Head != v || a.isRelative(source) || a.passiveHelper(v) || d.Child(v, Mark) >= 0 {
		return false
	}
	switch t.Tag {
	case "VBD", "VBZ", "VBP", "VBN":
	default:
		return false
	}
	s := d.Sentences[t.Sentence]
	clause := a.sayingClause(v, source)
	if clause.First <= s.First || !a.endsSpeech(clause.First-1) {
		return false
	}
	end := clause.Last >= s.Last || d.Word(clause.Last) == "," || d.Word(clause.Last) == ";" || d.Tokens[clause.Last].POS == PUNCT && clause.Last+2 >= s.Last
	if !end {
		return false
	}
	if clause.Last+1 < s.Last && a.quoteOf[clause.Last+1] > 0 && a.quoteOf[clause.First-1] == 0 && a.quoted(clause.First-2) == 0 && a.speaks(s.First, clause.First) {
		return false // `Asked about it, she said, "…"`
	}
	if clause.Last+1 >= s.Last && d.Child(v, Ccomp) > v && !a.hasVerb(s.First, clause.First) {
		return false
	}
	if behind := max(a.group(v).Last, a.sourceStretch(source, v, a.group(v)).Last); a.hasVerb(behind, clause.Last) {
		return false
	}
	around := Stretch{s.First, s.Last}
	for i := clause.First; i > s.First; i-- {
		if d.Word(i-1) == ";" && i-1 < clause.First-1 {
			around.First = i
			break
		}
	}
	for i := clause.Last; i < s.Last; i++ {
		if d.Word(i) == ";" {
			around.Last = i
			break
		}
	}
	a.room = append(a.room, around)
	a.remove(clause)
	a.tidy()
	return len(a.room) > 0
}

// sayingClause is a verb of saying with its subject and the adverbials behind it, up to a comma.
func (a *attributor) sayingClause(v, source int) Stretch {
	d := a.d
	group := a.group(v)
	s := a.sourceStretch(source, v, group)
	clause := Stretch{min(group.First, s.First), max(group.Last, s.Last)}
	for {
		grown := false
		for _, c := range d.Children(v) {
			if c < clause.Last {
				continue
			}
			switch d.Tokens[c].Label {
			case Obl, OblUnmarked, Advmod, Iobj, Obj, NmodUnmarked:
				if first, last := d.Subtree(c); first == clause.Last && !a.hasThatClause(first, last+1) {
					clause.Last, grown = last+1, true
				}
			}
		}
		if !grown {
			return clause
		}
	}
}

// hasThatClause reports whether a clause with "that" begins in a stretch.
func (a *attributor) hasThatClause(first, last int) bool {
	for i := first; i < last; i++ {
		if t := &a.d.Tokens[i]; t.Lemma == "that" && (t.Tag == "IN" || t.Tag == "WDT") {
			return true
		}
	}
	return false
}

// speaks reports whether a verb of saying stands in a stretch.
func (a *attributor) speaks(first, last int) bool {
	for i := first; i < last; i++ {
		if a.d.Tokens[i].POS == VERB && a.takes(i, takesQuote) {
			return true
		}
	}
	return false
}

func (a *attributor) hasVerb(first, last int) bool {
	for i := first; i < last; i++ {
		if t := &a.d.Tokens[i]; t.POS == VERB || t.POS == AUX {
			return true
		}
	}
	return false
}

func (a *attributor) paragraph(i int) int { return a.d.Sentences[a.d.Tokens[i].Sentence].Paragraph }
