package english

// speech takes the quotation beside verb v: before its clause (`"…," he said`), behind it (`He said:
// "…"`), or on both sides.
func (a *attributor) speech(v, source int) bool {
	if a.quoteOf[v] > 0 {
		return false
	}
	clause := a.group(v)
	if source >= 0 && a.d.Tokens[source].Head == v {
		s := a.sourceStretch(source, v, clause)
		clause.First, clause.Last = min(clause.First, s.First), max(clause.Last, s.Last)
	}
	q := a.quoteBefore(clause.First, v)
	if q < 0 {
		q = a.quoteBehind(clause.Last, v)
	}
	if q < 0 {
		return false
	}
	a.room = append(a.room, a.outer(q))
	return true
}

// quoteBefore is the unclaimed quotation that ends right before token i, or -1.
func (a *attributor) quoteBefore(i, v int) int {
	for i--; i >= 0; i-- {
		if q := a.quoteOf[i]; q > 0 {
			outer := a.outer(int(q - 1))
			if a.claimed[q-1] == 0 && outer.Last == i+1 && a.paragraph(i) == a.paragraph(v) {
				return int(q - 1)
			}
			return -1
		}
		if !isPause(a.d.Word(i)) {
			return -1
		}
	}
	return -1
}

// quoteBehind is the unclaimed quotation that opens behind token i with nothing but what belongs to
// verb v between, or -1. Behind a colon it may begin the next paragraph.
func (a *attributor) quoteBehind(i, v int) int {
	pause := false
	for ; i < len(a.d.Tokens); i++ {
		if q := a.quoteOf[i]; q > 0 {
			outer := a.outer(int(q - 1))
			if a.claimed[q-1] == 0 && outer.First == i && (pause || i == v+1) {
				return int(q - 1)
			}
			return -1
		}
		w := a.d.Word(i)
		pause = w == "," || w == ":" || isDash(w)
		if a.d.Tokens[i].Sentence != a.d.Tokens[v].Sentence || !pause && !a.d.Dominates(v, i) {
			return -1
		}
	}
	return -1
}

func (a *attributor) paragraph(i int) int { return a.d.Sentences[a.d.Tokens[i].Sentence].Paragraph }

// loose gives the quotations that nobody claims yet to the speaker of the one before in the same
// paragraph: "…," he said. "…"
func (a *attributor) loose() {
	for q := 1; q < len(a.claimed); q++ {
		if a.claimed[q] != 0 || a.claimed[q-1] == 0 {
			continue
		}
		outer, before := a.outer(q), a.outer(q-1)
		if a.paragraph(outer.First) != a.paragraph(before.Last-1) || !a.ownSentence(outer) {
			continue
		}
		at := &a.out[a.claimed[q-1]-1]
		if !at.Class.Spoken() || outer.First < at.Content[len(at.Content)-1].Last || at.Source.Holds(outer.First) || at.Cue.Holds(outer.First) {
			continue
		}
		a.room = append(append(a.room[:0], at.Content...), outer)
		a.settle()
		start := len(a.arena)
		a.arena = append(a.arena, a.room...)
		at.Content = a.arena[start:len(a.arena):len(a.arena)]
		at.Quotation = -1
		a.readManner(at)
		a.claimed[q] = a.claimed[q-1]
	}
}

// ownSentence reports whether a quotation fills its sentence, or ends it behind a comma.
func (a *attributor) ownSentence(outer Stretch) bool {
	s := a.d.Sentences[a.d.Tokens[outer.First].Sentence]
	if outer.First == s.First || outer.First == s.First+1 && a.d.Tokens[s.First].POS == PUNCT {
		return true
	}
	return isPause(a.d.Word(outer.First-1)) && outer.Last-outer.First >= 4
}
