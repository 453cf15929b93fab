package english

// oneRoot makes the forest that the parser leaves into one tree. Heads are places in tokens. The
// root is the first word without a head that can be a predicate; the others depend on it.
func oneRoot(tokens []Token) {
	root, rank := -1, 0
	for i := range tokens {
		if tokens[i].Head == Root {
			if r := rootRank(tokens, i); root < 0 || r > rank {
				root, rank = i, r
			}
		}
	}
	for i := range tokens {
		t := &tokens[i]
		if t.Head == Root && i != root {
			t.Head, t.Label = root, looseLabel(tokens, i, root)
		} else if t.Label == RootLabel && i != root {
			t.Label = Dep
		}
	}
	if root >= 0 {
		tokens[root].Label = RootLabel
	}
}

// rootRank says how well a word does as the root.
func rootRank(tokens []Token, i int) int {
	switch t := &tokens[i]; t.POS {
	case PUNCT:
		return 0
	case ADP, CCONJ, SCONJ, PART, DET, SYM:
		return 1
	case INTJ, ADV, X:
		return 2
	case VERB:
		switch t.Tag {
		case "VBD", "VBZ", "VBP":
			return 6
		}
		if hasDependent(tokens, i, AuxLabel, AuxPass, Cop, Nsubj, NsubjPass) {
			return 6
		}
		return 4
	case AUX:
		return 5
	}
	if hasDependent(tokens, i, Cop) {
		return 6
	}
	return 3
}

func hasDependent(tokens []Token, head int, labels ...Label) bool {
	for i := range tokens {
		if tokens[i].Head != head || i == head {
			continue
		}
		for _, l := range labels {
			if tokens[i].Label == l {
				return true
			}
		}
	}
	return false
}

// looseLabel is the relation of a word without a head to the root.
func looseLabel(tokens []Token, i, root int) Label {
	t := &tokens[i]
	verbal := tokens[root].POS == VERB || tokens[root].POS == AUX
	switch t.POS {
	case PUNCT:
		return Punct
	case CCONJ:
		return Cc
	case INTJ:
		return Discourse
	case ADV:
		return Advmod
	case AUX:
		if i < root {
			return AuxLabel
		}
	case SCONJ:
		return Mark
	case NOUN, PROPN, PRON, NUM:
		if hasDependent(tokens, i, Case) {
			if verbal {
				return Obl
			}
			return Nmod
		}
	}
	return Parataxis
}
