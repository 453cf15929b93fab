package english

// shortestSpeech is how many tokens make a quotation speech and not a title or a word at arm's length.
const shortestSpeech = 5

// announced reads a quotation that nobody claims yet behind a colon: the last verb with a subject in
// the sentence before the colon announces it, or the last name there ("Here is Rojas in May: …").
func (a *attributor) announced(q int) {
	d := a.d
	outer := a.outer(q)
	colon := outer.First - 1
	if colon < 0 || d.Word(colon) != ":" || outer.Last-outer.First < shortestSpeech {
		return
	}
	s := d.Sentences[d.Tokens[colon].Sentence]
	cue, source := -1, -1
	for v := colon - 1; v >= s.First && cue < 0; v-- {
		if d.Tokens[v].POS == VERB && a.quoteOf[v] == 0 {
			if x := a.speaker(v); x >= 0 && !a.isRelative(x) && d.Tokens[x].Lemma != "it" {
				cue, source = v, x
			}
		}
	}
	for i := colon - 1; i >= s.First && source < 0; i-- {
		if d.Tokens[i].POS == PROPN && d.Tokens[i].Label != Obl && !isTime(&d.Tokens[i]) {
			source = i
		}
	}
	if source < 0 {
		return
	}
	a.room, a.head = append(a.room[:0], outer), -1
	a.add(source, cue, -1, Saying)
}

// loose gives the quotations that nobody claims yet to the speaker of the one before in the same
// paragraph: "…," he said. "…"
func (a *attributor) loose() {
	for q := range a.claimed {
		if a.claimed[q] == 0 {
			a.announced(q)
		}
		if a.claimed[q] != 0 || q == 0 || a.claimed[q-1] == 0 {
			continue
		}
		outer, before := a.outer(q), a.outer(q-1)
		if a.paragraph(outer.First) != a.paragraph(before.Last-1) || !a.ownSentence(outer) {
			continue
		}
		at := &a.out[a.claimed[q-1]-1]
		if !at.Class.Spoken() || outer.First < at.Content[len(at.Content)-1].Last || at.Source.meets(outer) || at.Cue.meets(outer) {
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
	pause, start := false, i
	for ; i < len(a.d.Tokens); i++ {
		if q := a.quoteOf[i]; q > 0 {
			outer := a.outer(int(q - 1))
			if a.claimed[q-1] == 0 && outer.First == i && (pause || i == start) {
				return int(q - 1)
			}
			return -1
		}
		w := a.d.Word(i)
		pause = w == "," || w == ":" || isDash(w)
		if a.d.Tokens[i].Sentence != a.d.Tokens[v].Sentence || i > v && a.d.Tokens[i].POS == VERB && a.takes(i, takesQuote) || !pause && !a.d.Dominates(v, i) {
			return -1
		}
	}
	return -1
}

// speech takes the quotation beside verb v: before its clause (`"…," he said`), behind it (`He said:
// "…"`), or on both sides.
func (a *attributor) speech(v, source int) bool {
	if a.quoteOf[v] > 0 {
		return false
	}
	clause := a.group(v)
	if source >= 0 && a.d.Tokens[source].Head == v {
		clause = a.sayingClause(v, source)
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
