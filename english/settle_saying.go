package english

// What is said hangs on the verb of saying, in one of the forms that treebanks have for it.

// reported makes a finite clause before a verb of saying its complement: "It had left, he said". A
// clause without a subordinator can be nothing else there. Where the verb of saying depends on the
// clause instead, it is an aside and not joined to it.
func reported(tokens []Token, i int) {
	t := &tokens[i]
	if t.Head == Root || t.POS != VERB {
		return
	}
	h := &tokens[t.Head]
	switch {
	case t.Label == Advcl && t.Head > i && saying(h.Lemma) && h.POS == VERB && isFinite(tokens, i) &&
		dependent(tokens, i, Mark) < 0 && !hasAdverbialMark(tokens, i) && dependent(tokens, t.Head, Ccomp) < 0:
		t.Label = Ccomp
	case t.Label == Conj && t.Head < i && saying(t.Lemma) && dependent(tokens, i, Cc) < 0 &&
		isFinite(tokens, i) && dependent(tokens, i, Nsubj) > t.Head:
		t.Label = Parataxis
	}
}

// hasAdverbialMark reports whether a clause begins with "when", "where" or the like.
func hasAdverbialMark(tokens []Token, i int) bool {
	for k := range i {
		if tokens[k].Head == i && tokens[k].Tag == "WRB" {
			return true
		}
	}
	return false
}

// isFinite reports whether a verb has a subject and is, or has, a finite form.
func isFinite(tokens []Token, i int) bool {
	if dependent(tokens, i, Nsubj) < 0 && dependent(tokens, i, NsubjPass) < 0 && dependent(tokens, i, Expl) < 0 {
		return false
	}
	switch tokens[i].Tag {
	case "VBD", "VBZ", "VBP":
		return true
	}
	for k := range i {
		if tokens[k].Head == i && (tokens[k].Label == AuxLabel || tokens[k].Label == AuxPass) {
			switch tokens[k].Tag {
			case "VBD", "VBZ", "VBP", "MD":
				return true
			}
		}
	}
	return false
}

// saying reports whether a verb reports what is said or thought, in a clause or a quotation.
func saying(lemma string) bool {
	return Quotes(lemma) || lemma == "believe" || lemma == "think" || lemma == "suggest"
}

// reportedBefore makes a sentence that ends with who says it his complement, where the saying was hung on
// what is said: "It had left, he announced". Treebanks have both; who reads trees need know one.
func reportedBefore(tokens []Token, i int) {
	t := &tokens[i]
	if t.Label != Parataxis || t.Head == Root || t.Head > i || !saying(t.Lemma) || !isFinite(tokens, i) {
		return
	}
	said := t.Head
	if tokens[said].Head != Root || tokens[said].POS != VERB || !isFinite(tokens, said) {
		return
	}
	for k := range tokens {
		switch {
		case tokens[k].Head == i && (tokens[k].Label == Ccomp || tokens[k].Label == Obj || tokens[k].Label == Mark || tokens[k].Label == Cc):
			return
		case tokens[k].Head == said && k > i && tokens[k].Label != Punct:
			return
		}
	}
	for k := i + 1; k < len(tokens); k++ {
		if tokens[k].Head == said {
			tokens[k].Head = i
		}
	}
	t.Head, t.Label = Root, RootLabel
	tokens[said].Head, tokens[said].Label = i, Ccomp
}

// saidOfTwo gives the first of two subjects of a verb of saying to what is said: "the vote, he said" has
// two verbs, and of each the subject stands before it. What is said may have been taken for a part of that
// subject's phrase: "Its talks with Chile ended or are close to their end, he noted".
func saidOfTwo(tokens []Token, s int) {
	if tokens[s].POS != VERB || !saying(tokens[s].Lemma) {
		return
	}
	first, second := -1, -1
	for k := range s {
		switch {
		case tokens[k].Head != s || tokens[k].Label != Nsubj:
		case first < 0:
			first = k
		case second < 0:
			second = k
		default:
			return
		}
	}
	if second < 0 {
		return
	}
	v := predicateBetween(tokens, first, second)
	if v < 0 {
		return
	}
	for k := v + 1; k < second; k++ {
		if tokens[k].Head == first && tokens[k].Label != Punct {
			return
		}
	}
	for k := v + 1; k < second; k++ {
		if tokens[k].Head == first {
			tokens[k].Head = s
		}
	}
	if tokens[v].POS == NOUN {
		tokens[v].POS, tokens[v].Tag = VERB, "VBP"
	} else if tokens[v].Tag == "VBN" {
		tokens[v].Tag = "VBD"
	}
	tokens[v].Head, tokens[v].Label = s, Ccomp
	tokens[first].Head = v
}

// sayerOfTwo gives a verb of saying without a subject the second subject of what it says, which stands behind
// that verb: "It had left, sources close to him said".
func sayerOfTwo(tokens []Token, i int) {
	t := &tokens[i]
	if t.Label != Nsubj || t.Head == Root || t.Head > i {
		return
	}
	said := &tokens[t.Head]
	if said.Label != Ccomp || said.Head < i || !saying(tokens[said.Head].Lemma) || dependent(tokens, said.Head, Nsubj) >= 0 {
		return
	}
	if first := dependent(tokens, t.Head, Nsubj); first >= 0 && first < t.Head {
		t.Head = said.Head
	}
}

// predicateBetween is the verb between two subjects of a verb of saying that has none: its complement, a
// participle that hangs on the first, or what hangs on that and is joined to a predicate. It is -1 where
// there is none.
func predicateBetween(tokens []Token, first, second int) int {
	for v := first + 1; v < second; v++ {
		t := &tokens[v]
		switch {
		case t.Head == tokens[first].Head && t.Label == Ccomp && dependent(tokens, v, Nsubj) < 0:
			return v
		case t.Head != first:
		case t.POS == VERB && t.Label == Acl && (t.Tag == "VBN" || t.Tag == "VBD"):
			return v
		case t.POS == VERB || t.POS == NOUN:
			if joined := dependent(tokens, v, Conj); joined > v && joined < second && finiteCopula(tokens, joined) {
				return v
			}
		}
	}
	return -1
}

func finiteCopula(tokens []Token, i int) bool {
	cop := dependent(tokens, i, Cop)
	return cop >= 0 && isFiniteTag(tokens[cop].Tag) && dependent(tokens, i, Nsubj) < 0
}
