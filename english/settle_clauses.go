package english

import "strings"

// finiteMember hangs the second of two coordinated verbs on a finite one, where it is finite itself and
// has no subject: "praised her for acting and accused him". What is coordinated is of one form.
func finiteMember(tokens []Token, i int) {
	t := &tokens[i]
	if t.Label != Conj || t.POS != VERB || t.Head > i || !isFiniteTag(t.Tag) || dependent(tokens, i, Nsubj) >= 0 || dependent(tokens, i, Cc) < 0 {
		return
	}
	if h := t.Head; tokens[h].Tag != "VBG" && tokens[h].Tag != "VB" || isHelped(tokens, h) {
		return
	}
	for a := tokens[t.Head].Head; a != Root && a < i; a = tokens[a].Head {
		if tokens[a].POS == VERB && isFiniteTag(tokens[a].Tag) {
			t.Head = a
			return
		}
	}
}

func isFiniteTag(tag Tag) bool { return tag == "VBD" || tag == "VBZ" || tag == "VBP" }

func isHelped(tokens []Token, v int) bool {
	return dependent(tokens, v, AuxLabel) >= 0 || dependent(tokens, v, AuxPass) >= 0 || dependent(tokens, v, Cop) >= 0
}

// infinitiveMembers makes the second of three infinitives a member of their list: "to open an office, to
// train officers, and to send grain". Where "and to" follows, the one behind the comma tells no purpose.
func infinitiveMembers(tokens []Token, i int) {
	t := &tokens[i]
	if t.Tag != "VB" || t.Label != Advcl || t.Head > i || !isToInfinitive(tokens, i) || !isToInfinitive(tokens, t.Head) {
		return
	}
	to, last := dependent(tokens, i, Mark), dependent(tokens, i, Conj)
	if tokens[to-1].Tag != "," || last < i || !isToInfinitive(tokens, last) || dependent(tokens, last, Cc) < 0 {
		return
	}
	t.Label = Conj
	tokens[last].Head = t.Head
}

// isToInfinitive reports whether a verb is an infinitive with its own "to", which no sentence begins with.
func isToInfinitive(tokens []Token, i int) bool {
	to := dependent(tokens, i, Mark)
	return tokens[i].Tag == "VB" && to > 0 && tokens[to].Tag == "TO"
}

// subjectControl makes an infinitive right behind a verb that asks for one its complement, where it was
// taken to tell the purpose: "applied to join".
func subjectControl(tokens []Token, i int) {
	t := &tokens[i]
	if t.Tag != "VB" || t.Label != Advcl || t.Head > i || !asksInfinitive[tokens[t.Head].Lemma] || !isToInfinitive(tokens, i) {
		return
	}
	if dependent(tokens, i, Mark) == t.Head+1 && dependent(tokens, t.Head, Xcomp) < 0 {
		t.Label = Xcomp
	}
}

// asksInfinitive holds the verbs that are not complete without what their infinitive says.
var asksInfinitive = map[string]bool{
	"agree": true, "apply": true, "promise": true, "pledge": true, "vow": true, "decide": true, "plan": true, "refuse": true,
	"decline": true, "offer": true, "threaten": true, "seek": true, "hope": true, "want": true, "intend": true, "attempt": true,
	"try": true, "manage": true, "fail": true, "wish": true, "undertake": true, "propose": true, "aim": true,
}

// underPreposition gives what stands under a preposition to the noun before it, where it was taken for the
// subject of an infinitive: "the invitation from the king to visit". Only "for" brings an infinitive its
// subject.
func underPreposition(tokens []Token, i int) {
	t := &tokens[i]
	if t.Label != Nsubj || t.Head < i || !isToInfinitive(tokens, t.Head) || dependent(tokens, t.Head, Mark) < i {
		return
	}
	c := dependent(tokens, i, Case)
	if c < 1 || c > i || tokens[c].Lemma == "for" || tokens[c].Tag == "POS" || !isNoun(&tokens[c-1]) || dominates(tokens, i, c-1) {
		return
	}
	t.Head, t.Label = c-1, Nmod
}

// besideAdverb hangs an of-phrase on the verb, where it was hung on the adverb between them: "spoke highly
// of her". Few adverbs of manner take one.
func besideAdverb(tokens []Token, i int) {
	t := &tokens[i]
	if t.Label != Obl || t.Head == Root || t.Head > i {
		return
	}
	adverb := &tokens[t.Head]
	if adverb.POS != ADV || adverb.Label != Advmod || adverb.Head == Root || adverb.Head > t.Head || tokens[adverb.Head].POS != VERB ||
		!strings.HasSuffix(adverb.Lemma, "ly") || adverb.Lemma == "independently" || adverb.Lemma == "exclusively" {
		return
	}
	if c := dependent(tokens, i, Case); c > t.Head && tokens[c].Lemma == "of" {
		t.Head = adverb.Head
	}
}

// aboutNothing gives a relative clause behind a comma to the noun right before that, where it was hung on
// "nothing" or the like: of nothing there is no more to tell.
func aboutNothing(tokens []Token, i int) {
	t := &tokens[i]
	if t.Label != AclRelcl || t.Head == Root || t.Head > i || tokens[t.Head].POS != PRON {
		return
	}
	switch tokens[t.Head].Lemma {
	case "nothing", "nobody", "none", "anything", "anybody", "anyone":
	default:
		return
	}
	for k := t.Head + 2; k+1 < i; k++ {
		if next := tokens[k+1]; tokens[k].Tag == "," && (next.Tag == "WDT" || next.Tag == "WP" || next.Tag == "IN") &&
			dominates(tokens, i, k+1) && isNoun(&tokens[k-1]) && dominates(tokens, t.Head, k-1) && !dominates(tokens, i, k-1) {
			t.Head = k - 1
			return
		}
	}
}

// dominates reports whether token a is b or stands above it.
func dominates(tokens []Token, a, b int) bool {
	for ; b != Root; b = tokens[b].Head {
		if a == b {
			return true
		}
	}
	return false
}
