package english

import "testing"

// tok is a token of a hand-made tree.
func tok(lemma string, pos POS, tag Tag, head int, label Label) Token {
	return Token{Lemma: lemma, POS: pos, Tag: tag, Head: head, Label: label}
}

func TestSettledTrees(t *testing.T) {
	for _, c := range []struct {
		name   string
		tokens []Token
		word   int
		head   int
		label  Label
	}{
		{"the subject of a passive", []Token{ // treaty was signed
			tok("treaty", NOUN, "NN", 2, Nsubj), tok("be", AUX, "VBD", 2, AuxLabel), tok("sign", VERB, "VBN", Root, RootLabel)},
			0, 2, NsubjPass},
		{"the mark of a passive", []Token{
			tok("treaty", NOUN, "NN", 2, Nsubj), tok("be", AUX, "VBD", 2, AuxLabel), tok("sign", VERB, "VBN", Root, RootLabel)},
			1, 2, AuxPass},
		{"the subject of an active verb", []Token{ // Chile signs
			tok("Chile", PROPN, "NNP", 1, NsubjPass), tok("sign", VERB, "VBZ", Root, RootLabel)},
			0, 1, Nsubj},
		{"by whom", []Token{ // signed was by Chile
			tok("be", AUX, "VBD", 1, AuxPass), tok("sign", VERB, "VBN", Root, RootLabel), tok("by", ADP, "IN", 3, Case), tok("Chile", PROPN, "NNP", 1, Obl)},
			3, 1, OblAgent},
		{"by when", []Token{
			tok("be", AUX, "VBD", 1, AuxPass), tok("sign", VERB, "VBN", Root, RootLabel), tok("by", ADP, "IN", 3, Case), tok("Friday", PROPN, "NNP", 1, Obl)},
			3, 1, Obl},
		{"whom one invites to visit", []Token{ // invited king to visit
			tok("invite", VERB, "VBD", Root, RootLabel), tok("king", NOUN, "NN", 0, Obj), tok("to", PART, "TO", 3, Mark), tok("visit", VERB, "VB", 1, Acl)},
			3, 0, Xcomp},
		{"a plan to visit stays with the plan", []Token{ // announced plan to visit
			tok("announce", VERB, "VBD", Root, RootLabel), tok("plan", NOUN, "NN", 0, Obj), tok("to", PART, "TO", 3, Mark), tok("visit", VERB, "VB", 1, Acl)},
			3, 1, Acl},
		{"what is reported", []Token{ // it left , he said
			tok("it", PRON, "PRP", 1, Nsubj), tok("leave", VERB, "VBD", 4, Advcl), tok(",", PUNCT, ",", 4, Punct), tok("he", PRON, "PRP", 4, Nsubj), tok("say", VERB, "VBD", Root, RootLabel)},
			1, 4, Ccomp},
		{"a condition is not what is reported", []Token{ // if it left , he said
			tok("if", SCONJ, "IN", 2, Mark), tok("it", PRON, "PRP", 2, Nsubj), tok("leave", VERB, "VBD", 5, Advcl), tok(",", PUNCT, ",", 5, Punct), tok("he", PRON, "PRP", 5, Nsubj), tok("say", VERB, "VBD", Root, RootLabel)},
			2, 5, Advcl},
		{"an apposition", []Token{ // Okoro , envoy , left
			tok("Okoro", PROPN, "NNP", 4, Nsubj), tok(",", PUNCT, ",", 2, Punct), tok("envoy", NOUN, "NN", 0, Conj), tok(",", PUNCT, ",", 4, Punct), tok("leave", VERB, "VBD", Root, RootLabel)},
			2, 0, Appos},
		{"a list with a conjunction", []Token{ // Chile , Peru and Mali left
			tok("Chile", PROPN, "NNP", 5, Nsubj), tok(",", PUNCT, ",", 2, Punct), tok("Peru", PROPN, "NNP", 0, Conj), tok("and", CCONJ, "CC", 4, Cc), tok("Mali", PROPN, "NNP", 0, Conj), tok("leave", VERB, "VBD", Root, RootLabel)},
			2, 0, Conj},
	} {
		settle(c.tokens)
		if got := c.tokens[c.word]; got.Head != c.head || got.Label != c.label {
			t.Errorf("%s: %s of %d, want %s of %d", c.name, got.Label, got.Head, c.label, c.head)
		}
	}
}
