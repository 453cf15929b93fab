package english

// misread gives a word the class that its place in the clause makes certain, where the tagger took it for
// another.
//
//   - "Neither has ratified it": a subject is no conjunction.
//   - "Germany returned bronzes": a noun in the plural is no adverb; behind a verb without an object it is that.
//   - "invited Achieng to Lomé": whoever is invited, asked or urged is a person, and no quality.
//   - "spokesman Do Van Tam denied it": "do" helps no verb in the past, so it is part of the name.
func misread(tokens []Token, i int) {
	t := &tokens[i]
	if t.Head == Root {
		return
	}
	h := &tokens[t.Head]
	switch {
	case t.Label == AuxLabel && t.Tag == "MD" && h.POS == ADJ && t.Head > i && dependent(tokens, t.Head, Cop) < 0 && !joinedByCopula(tokens, t.Head):
		h.POS, h.Tag = VERB, "VB" // "will apologise": behind a modal stands a verb
	case t.POS == CCONJ && (t.Label == Nsubj || t.Label == NsubjPass || t.Label == Obj):
		t.POS, t.Tag = PRON, "DT"
	case t.Label == Advmod && t.Tag == "NNS" && h.POS == VERB && t.Head < i && !isTime(t) && objectless(tokens, t.Head):
		t.Label = Obj
	case t.Label == Xcomp && t.POS == ADJ && t.Head == i-1 && controlsObject[h.Lemma] && h.Tag != "VBN" && objectless(tokens, t.Head):
		t.Label, t.POS, t.Tag = Obj, PROPN, "NNP"
	case t.Label == AuxLabel && t.Lemma == "do" && h.Tag == "VBD" && i+1 < t.Head && tokens[i+1].POS == PROPN &&
		tokens[i+1].Head == t.Head && tokens[i+1].Label == Nsubj:
		nameBegins(tokens, i)
	}
}

// joinedByCopula reports whether a "be" stands before a predicate: "will be ready", however its parts were hung.
func joinedByCopula(tokens []Token, i int) bool {
	return i > 0 && tokens[i-1].Lemma == "be" || i > 1 && tokens[i-2].Lemma == "be"
}

func objectless(tokens []Token, v int) bool {
	return dependent(tokens, v, Obj) < 0 && dependent(tokens, v, NsubjPass) < 0
}

// nameBegins makes token i the first word of the name behind it, and a subject right before them, of
// which the verb has two then, its description.
func nameBegins(tokens []Token, i int) {
	verb := tokens[i].Head
	tokens[i].POS, tokens[i].Tag, tokens[i].Label = PROPN, "NNP", Nsubj
	for k := i + 1; k < verb; k++ {
		if tokens[k].Head == i+1 {
			tokens[k].Head = i
		}
	}
	tokens[i+1].Head, tokens[i+1].Label = i, Flat
	if i > 0 && tokens[i-1].Head == verb && tokens[i-1].Label == Nsubj {
		tokens[i-1].Head, tokens[i-1].Label = i, NmodDesc
	}
}
