package english

// settle puts right what grammar makes certain and the parser, which labels an arc before it has seen
// the whole clause, may have missed. Heads are places in tokens.
func settle(tokens []Token) {
	for i := range tokens {
		passiveHelper(tokens, i)
		misread(tokens, i)
		helpersSubject(tokens, i)
	}
	for i := range tokens {
		planned(tokens, i)
		bareSubject(tokens, i)
		members(tokens, i)
		underPreposition(tokens, i)
		finiteMember(tokens, i)
		infinitiveMembers(tokens, i)
		besideAdverb(tokens, i)
		aboutNothing(tokens, i)
		saidOfTwo(tokens, i)
		sayerOfTwo(tokens, i)
	}
	for i := range tokens {
		passiveSubject(tokens, i)
		agent(tokens, i)
		objectControl(tokens, i)
		subjectControl(tokens, i)
		reported(tokens, i)
		reportedBefore(tokens, i)
		apposition(tokens, i)
	}
}

// apposition makes a noun behind a comma an apposition where it was taken for a second member of a
// list: a list of two has a conjunction.
func apposition(tokens []Token, i int) {
	t := &tokens[i]
	if t.Label != Conj && t.Label != List || t.Head == Root || t.Head > i || !isNoun(t) || !isNoun(&tokens[t.Head]) {
		return
	}
	comma := false
	for k := range tokens {
		switch {
		case k == i:
		case tokens[k].Head == t.Head && (tokens[k].Label == Conj || tokens[k].Label == List || tokens[k].Label == Cc && k > t.Head):
			return
		case tokens[k].Head == i && tokens[k].Label == Cc && k < i && tokens[k].Lemma != "both": // "Peru and Chile, both members of"
			return
		case tokens[k].Head == i && tokens[k].Label == Case && k < i:
			return
		case tokens[k].Label == Punct && tokens[k].Tag == "," && k > t.Head && k < i:
			comma = true
		case tokens[k].Label == Punct && tokens[k].Tag == ":" && k > t.Head && k < i:
			return
		}
	}
	verbal := false // lists without a verb, as in headings and addresses, are left alone
	for k := range tokens {
		verbal = verbal || tokens[k].Label == Nsubj || tokens[k].Label == NsubjPass
	}
	if comma && verbal {
		t.Label = Appos
	}
}

func isNoun(t *Token) bool { return t.POS == NOUN || t.POS == PROPN }

// objectControl makes an infinitive the complement of a verb that takes an object and an infinitive,
// as in "invited the king to visit", where it was taken to describe the object or to tell the purpose.
func objectControl(tokens []Token, i int) {
	t := &tokens[i]
	if t.Tag != "VB" || t.Label != Acl && t.Label != Advcl || t.Head > i || t.Head == Root {
		return
	}
	verb := t.Head
	if object := &tokens[verb]; t.Label == Acl {
		if object.Label != Obj && object.Label != NsubjPass || object.Head > verb || object.Head == Root {
			return
		}
		verb = object.Head
	} else if dependent(tokens, verb, Obj) < 0 && dependent(tokens, verb, NsubjPass) < 0 {
		return
	}
	mark := dependent(tokens, i, Mark)
	if controlsObject[tokens[verb].Lemma] && mark >= 0 && tokens[mark].Tag == "TO" && dependent(tokens, verb, Xcomp) < 0 {
		t.Head, t.Label = verb, Xcomp
	}
}

// controlsObject holds the verbs whose object does what the infinitive behind it says.
var controlsObject = map[string]bool{
	"invite": true, "ask": true, "urge": true, "order": true, "persuade": true, "encourage": true, "request": true,
	"tell": true, "allow": true, "enable": true, "force": true, "authorize": true, "authorise": true, "permit": true,
	"instruct": true, "warn": true, "compel": true, "oblige": true, "advise": true, "convince": true, "press": true,
	"require": true, "command": true, "direct": true, "implore": true, "beg": true, "appoint": true, "elect": true,
}

// helpersSubject gives a subject that was hung on a helping verb to the predicate that the verb helps.
func helpersSubject(tokens []Token, i int) {
	t := &tokens[i]
	if t.Label != Nsubj && t.Label != NsubjPass || t.Head == Root {
		return
	}
	h := &tokens[t.Head]
	if (h.Label == AuxLabel || h.Label == AuxPass || h.Label == Cop) && h.Head != Root && h.Head != i {
		t.Head = h.Head
	}
}

// passiveHelper makes the "be" directly before a past participle the mark of the passive: English has
// no other use for it but with a few verbs of motion ("is gone").
func passiveHelper(tokens []Token, i int) {
	t := &tokens[i]
	if t.Label != AuxLabel || t.Lemma != "be" || t.Head < i || tokens[t.Head].Tag != "VBN" {
		return
	}
	switch tokens[t.Head].Lemma {
	case "go", "come", "become":
		return
	}
	for k := i + 1; k < t.Head; k++ {
		if tokens[k].Head == t.Head && (tokens[k].Label == AuxLabel || tokens[k].Label == AuxPass) {
			return // "is being signed": the second one is the mark
		}
	}
	t.Label = AuxPass
}

// passiveSubject makes the subjects of passives, and only those, passive subjects.
func passiveSubject(tokens []Token, i int) {
	t := &tokens[i]
	if t.Head == Root {
		return
	}
	passive := dependent(tokens, t.Head, AuxPass) >= 0
	participle := tokens[t.Head].Tag == "VBN" || tokens[t.Head].Tag == "VBD" && dependent(tokens, t.Head, OblAgent) >= 0
	switch {
	case t.Label == Nsubj && passive:
		t.Label = NsubjPass
	case t.Label == Csubj && passive:
		t.Label = CsubjPass
	case t.Label == NsubjPass && !passive && !participle:
		t.Label = Nsubj
	case t.Label == CsubjPass && !passive && !participle:
		t.Label = Csubj
	}
}

// planned makes the infinitive of "are to sign" the head of its clause, where "be" was taken for it; the
// reading of verb groups rests on one form of the two that treebanks have.
func planned(tokens []Token, i int) {
	be := tokens[i].Head
	if tokens[i].Label != Xcomp && tokens[i].Label != Ccomp || tokens[i].Tag != "VB" || be == Root || be > i || tokens[be].Lemma != "be" {
		return
	}
	to := dependent(tokens, i, Mark)
	subject := dependent(tokens, be, Nsubj)
	if to < 0 || tokens[to].Tag != "TO" || subject < 0 {
		return
	}
	acting := tokens[subject].POS == PROPN || tokens[subject].Tag == "PRP" && tokens[subject].Lemma != "it"
	if tokens[i].Label == Ccomp && !acting { // "The aim is to sign" says what the aim is
		return
	}
	tokens[i].Head, tokens[i].Label = tokens[be].Head, tokens[be].Label
	for k := range tokens {
		if tokens[k].Head == be && k != i {
			tokens[k].Head = i
		}
	}
	tokens[be].Head, tokens[be].Label, tokens[be].POS = i, Cop, AUX
}

// bareSubject makes a noun that stands right before a finite verb without a subject its subject:
// "Venezuela massed troops". A time is none: "On Tuesday called".
func bareSubject(tokens []Token, i int) {
	t := &tokens[i]
	switch t.Label {
	case OblUnmarked, Vocative, Dep, Dislocated:
	default:
		return
	}
	if v := t.Head; v != i+1 || !isNoun(t) || isTime(t) || tokens[v].POS != VERB || dependent(tokens, i, Case) >= 0 {
		return
	}
	switch tokens[t.Head].Tag {
	case "VBD", "VBZ", "VBP":
		if dependent(tokens, t.Head, Nsubj) < 0 && dependent(tokens, t.Head, NsubjPass) < 0 && dependent(tokens, t.Head, Expl) < 0 {
			t.Label = Nsubj
		}
	}
}

// members makes the second of three bare names a member of their list, where it was taken for an
// apposition or the last hangs on the second: "Saudi Arabia, Jordan and Egypt". Behind an apposition comes
// a comma.
func members(tokens []Token, i int) {
	t := &tokens[i]
	if t.Label != Appos && t.Label != Conj || t.POS != PROPN || t.Head > i || tokens[t.Head].POS != PROPN {
		return
	}
	last := dependent(tokens, i, Conj)
	if last < 0 || dependent(tokens, last, Cc) < 0 || tokens[last].POS != PROPN || last+1 < len(tokens) && tokens[last+1].Tag == "," {
		return
	}
	for k := range tokens {
		if h := tokens[k].Head; (h == i || h == last || h == t.Head && k > h) && k != i && k != last {
			switch tokens[k].Label {
			case Compound, Flat, Amod, Punct, Cc, DetLabel:
			default:
				return // a description of somebody, not a bare name
			}
		}
	}
	first := t.Head
	t.Label = Conj
	tokens[last].Head = first
}

// agent makes "by" with a doer below a passive its agent.
func agent(tokens []Token, i int) {
	t := &tokens[i]
	if t.Label != Obl || t.Head > i || t.POS != PROPN && t.POS != NOUN && t.POS != PRON || isTime(t) {
		return
	}
	c := dependent(tokens, i, Case)
	if c >= 0 && tokens[c].Lemma == "by" && tokens[t.Head].Tag == "VBN" && dependent(tokens, t.Head, AuxPass) >= 0 {
		t.Label = OblAgent
	}
}

// isTime reports whether a word is a time, before which "by" sets a limit.
func isTime(t *Token) bool {
	switch t.Lemma {
	case "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "January", "February", "March",
		"April", "May", "June", "July", "August", "September", "October", "November", "December",
		"end", "year", "month", "week", "day", "summer", "autumn", "winter", "spring", "tomorrow", "noon", "date",
		"deadline", "time", "quarter", "half", "midnight", "percent", "%", "way", "mistake", "means":
		return true
	}
	return false
}

// dependent is the first dependent of a head with the label, or -1.
func dependent(tokens []Token, head int, label Label) int {
	for i := range tokens {
		if tokens[i].Head == head && tokens[i].Label == label {
			return i
		}
	}
	return -1
}
