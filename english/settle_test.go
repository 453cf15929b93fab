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
		{"a plan of somebody", []Token{ // Mali is to sign
			tok("Mali", PROPN, "NNP", 1, Nsubj), tok("be", AUX, "VBZ", Root, RootLabel), tok("to", PART, "TO", 3, Mark), tok("sign", VERB, "VB", 1, Ccomp)},
			0, 3, Nsubj},
		{"what an aim is", []Token{ // aim is to sign
			tok("aim", NOUN, "NN", 1, Nsubj), tok("be", AUX, "VBZ", Root, RootLabel), tok("to", PART, "TO", 3, Mark), tok("sign", VERB, "VB", 1, Ccomp)},
			3, 1, Ccomp},
		{"the subject of a verb in the past", []Token{ // Mali applied
			tok("Mali", PROPN, "NNP", 1, NsubjPass), tok("apply", VERB, "VBD", Root, RootLabel)},
			0, 1, Nsubj},
		{"what one applies to do", []Token{ // applied to join
			tok("apply", VERB, "VBD", Root, RootLabel), tok("to", PART, "TO", 2, Mark), tok("join", VERB, "VB", 0, Advcl)},
			2, 0, Xcomp},
		{"what one travels for", []Token{ // travelled to join
			tok("travel", VERB, "VBD", Root, RootLabel), tok("to", PART, "TO", 2, Mark), tok("join", VERB, "VB", 0, Advcl)},
			2, 0, Advcl},
		{"the second of three infinitives", []Token{ // plans to open , to train and to send
			tok("plan", VERB, "VBZ", Root, RootLabel), tok("to", PART, "TO", 2, Mark), tok("open", VERB, "VB", 0, Xcomp), tok(",", PUNCT, ",", 5, Punct),
			tok("to", PART, "TO", 5, Mark), tok("train", VERB, "VB", 2, Advcl), tok("and", CCONJ, "CC", 8, Cc), tok("to", PART, "TO", 8, Mark), tok("send", VERB, "VB", 5, Conj)},
			5, 2, Conj},
		{"the third of three infinitives", []Token{
			tok("plan", VERB, "VBZ", Root, RootLabel), tok("to", PART, "TO", 2, Mark), tok("open", VERB, "VB", 0, Xcomp), tok(",", PUNCT, ",", 5, Punct),
			tok("to", PART, "TO", 5, Mark), tok("train", VERB, "VB", 2, Advcl), tok("and", CCONJ, "CC", 8, Cc), tok("to", PART, "TO", 8, Mark), tok("send", VERB, "VB", 5, Conj)},
			8, 2, Conj},
		{"a finite verb joined to a gerund", []Token{ // praised her for acting and accused him
			tok("praise", VERB, "VBD", Root, RootLabel), tok("she", PRON, "PRP", 0, Obj), tok("for", SCONJ, "IN", 3, Mark), tok("act", VERB, "VBG", 0, Advcl),
			tok("and", CCONJ, "CC", 5, Cc), tok("accuse", VERB, "VBD", 3, Conj), tok("he", PRON, "PRP", 5, Obj)},
			5, 0, Conj},
		{"from whom an invitation comes", []Token{ // invitation from king to visit
			tok("invitation", NOUN, "NN", Root, RootLabel), tok("from", ADP, "IN", 2, Case), tok("king", NOUN, "NN", 4, Nsubj), tok("to", PART, "TO", 4, Mark), tok("visit", VERB, "VB", 0, Acl)},
			2, 0, Nmod},
		{"who is to do it", []Token{ // call for king to visit
			tok("call", NOUN, "NN", Root, RootLabel), tok("for", SCONJ, "IN", 2, Case), tok("king", NOUN, "NN", 4, Nsubj), tok("to", PART, "TO", 4, Mark), tok("visit", VERB, "VB", 0, Acl)},
			2, 4, Nsubj},
		{"of whom one speaks highly", []Token{ // spoke highly of king
			tok("speak", VERB, "VBD", Root, RootLabel), tok("highly", ADV, "RB", 0, Advmod), tok("of", ADP, "IN", 3, Case), tok("king", NOUN, "NN", 1, Obl)},
			3, 0, Obl},
		{"about what nothing was said", []Token{ // nothing about Compact , which left
			tok("nothing", PRON, "NN", Root, RootLabel), tok("about", ADP, "IN", 2, Case), tok("Compact", PROPN, "NNP", 0, Nmod), tok(",", PUNCT, ",", 5, Punct),
			tok("which", PRON, "WDT", 5, Nsubj), tok("leave", VERB, "VBD", 0, AclRelcl)},
			5, 2, AclRelcl},
		{"who says it, behind it", []Token{ // it left , he said
			tok("it", PRON, "PRP", 1, Nsubj), tok("leave", VERB, "VBD", Root, RootLabel), tok(",", PUNCT, ",", 4, Punct), tok("he", PRON, "PRP", 4, Nsubj), tok("say", VERB, "VBD", 1, Parataxis)},
			1, 4, Ccomp},
		{"who says it, amid it", []Token{ // it left , he said , early
			tok("it", PRON, "PRP", 1, Nsubj), tok("leave", VERB, "VBD", Root, RootLabel), tok(",", PUNCT, ",", 4, Punct), tok("he", PRON, "PRP", 4, Nsubj), tok("say", VERB, "VBD", 1, Parataxis),
			tok(",", PUNCT, ",", 4, Punct), tok("early", ADV, "RB", 1, Advmod)},
			4, 1, Parataxis},
		{"of two subjects the first", []Token{ // Mali left , he said
			tok("Mali", PROPN, "NNP", 4, Nsubj), tok("leave", VERB, "VBN", 0, Acl), tok(",", PUNCT, ",", 0, Punct), tok("he", PRON, "PRP", 4, Nsubj), tok("say", VERB, "VBD", Root, RootLabel)},
			0, 1, Nsubj},
		{"what the first of two does", []Token{
			tok("Mali", PROPN, "NNP", 4, Nsubj), tok("leave", VERB, "VBN", 0, Acl), tok(",", PUNCT, ",", 0, Punct), tok("he", PRON, "PRP", 4, Nsubj), tok("say", VERB, "VBD", Root, RootLabel)},
			1, 4, Ccomp},
		{"several things given back", []Token{ // Mali returned bronzes
			tok("Mali", PROPN, "NNP", 1, Nsubj), tok("return", VERB, "VBD", Root, RootLabel), tok("bronze", NOUN, "NNS", 1, Advmod)},
			2, 1, Obj},
		{"a name with an odd first word", []Token{ // envoy Do Van denied
			tok("envoy", NOUN, "NN", 3, Nsubj), tok("do", AUX, "VBP", 3, AuxLabel), tok("Van", PROPN, "NNP", 3, Nsubj), tok("deny", VERB, "VBD", Root, RootLabel)},
			1, 3, Nsubj},
		{"who has it", []Token{
			tok("envoy", NOUN, "NN", 3, Nsubj), tok("do", AUX, "VBP", 3, AuxLabel), tok("Van", PROPN, "NNP", 3, Nsubj), tok("deny", VERB, "VBD", Root, RootLabel)},
			0, 1, NmodDesc},
	} {
		settle(c.tokens)
		if got := c.tokens[c.word]; got.Head != c.head || got.Label != c.label {
			t.Errorf("%s: %s of %d, want %s of %d", c.name, got.Label, got.Head, c.label, c.head)
		}
	}
}

func TestMisreadWords(t *testing.T) {
	for _, c := range []struct {
		name   string
		tokens []Token
		word   int
		pos    POS
		label  Label
	}{
		{"a subject is no conjunction", []Token{ // neither signed
			tok("neither", CCONJ, "CC", 1, Nsubj), tok("sign", VERB, "VBD", Root, RootLabel)}, 0, PRON, Nsubj},
		{"whoever is invited is somebody", []Token{ // invited Achieng
			tok("invite", VERB, "VBD", Root, RootLabel), tok("achieng", ADJ, "JJ", 0, Xcomp)}, 1, PROPN, Obj},
		{"a quality that something is said to have", []Token{ // remained calm
			tok("remain", VERB, "VBD", Root, RootLabel), tok("calm", ADJ, "JJ", 0, Xcomp)}, 1, ADJ, Xcomp},
		{"days are no objects", []Token{ // lasted days
			tok("last", VERB, "VBD", Root, RootLabel), tok("day", NOUN, "NNS", 0, Advmod)}, 1, NOUN, Advmod},
	} {
		settle(c.tokens)
		if got := c.tokens[c.word]; got.POS != c.pos || got.Label != c.label {
			t.Errorf("%s: %s, %s, want %s, %s", c.name, got.POS, got.Label, c.pos, c.label)
		}
	}
}
