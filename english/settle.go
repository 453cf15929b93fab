package english

// settle puts right what grammar makes certain and the parser, which labels an arc before it has seen
// the whole clause, may have missed. Heads are places in tokens.
func settle(tokens []Token) {
	for i := range tokens {
		passiveHelper(tokens, i)
	}
	for i := range tokens {
		passiveSubject(tokens, i)
		agent(tokens, i)
		objectControl(tokens, i)
	}
}

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
	participle := tokens[t.Head].Tag == "VBN" || tokens[t.Head].Tag == "VBD"
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
