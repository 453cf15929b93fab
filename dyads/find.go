package dyads

import (
	"strings"

	"chancery/english"
)

// Found is an event that the text tells, with the two whom it relates.
type Found struct {
	Actor, Recipient Span
	Event            Event
}

// How sure an event must be where nobody gave the pair: where the recipient is plainly whom it is done to, where he rather
// is, and where that is doubtful. Found on the even halves of PLV_train and PLOVER_GSR_CAMEO.
const (
	leastPlain    = 0.45
	least         = 0.55
	leastDoubtful = 0.8
)

// What a phrase scores that may act and is an object or the like, and one that hangs right on the words that tell the event.
const (
	direct = 3.4
	plain  = 2.4
)

// Find lists the events of a text, in the order of their actors. Actors are names, nationalities and people, groups and
// bodies of any kind. Only what the sentence is about is told: its main clauses, what is said in them, and what else
// their subjects do; what stands in relative clauses, or in clauses of time with a subject of their own, is background.
func (c *Coder) Find(doc *english.Document) []Found {
	base := &reading{coder: c, words: c.words, doc: doc, memo: map[int]meaning{}}
	base.actor, base.recipient = phrase{-1, -1, -1}, phrase{-1, -1, -1}
	var found []Found
	for i := range doc.Tokens {
		t := &doc.Tokens[i]
		if t.Label != english.Nsubj && t.Label != english.OblAgent || t.Head == english.Root || !base.foreground(t.Head) {
			continue
		}
		m := base.meaning(t.Head)
		if m.code == "" || m.speaks && !base.speaksOfItself(t.Head, m) {
			continue
		}
		agents := base.coordinated(i)
		recipient, fit := base.recipientOf(m, t.Head, agents)
		bar := leastPlain
		switch {
		case recipient < 0:
			bar = least
		case fit < plain:
			bar = leastDoubtful
		case fit < direct:
			bar = least
		}
		if a, b, ok := base.parties(i); ok && len(agents) == 1 && (recipient < 0 || base.together(m.code, t.Head, recipient)) {
			agents, recipient = []int{a}, b // "Greek and Turkish negotiators met"
		}
		for k, a := range agents {
			if !base.holdsActor(a) {
				continue
			}
			if recipient < 0 && len(agents) == 1 {
				continue
			}
			others := agents[k+1:] // "Peru and Chile signed"
			if recipient >= 0 && (len(agents) == 1 || !base.together(m.code, t.Head, recipient)) {
				others = base.coordinated(recipient)
			}
			for n, o := range others {
				if n > 0 && !base.actorlike(o) {
					continue
				}
				f := Found{Actor: base.extent(a), Recipient: base.extent(o)}
				if f.Actor.Start < f.Recipient.End && f.Recipient.Start < f.Actor.End {
					continue
				}
				f.Event = c.Pair(doc, f.Actor, f.Recipient)
				switch {
				case f.Event.Event == None:
				case f.Event.Score >= bar, n > 0 && recipient >= 0 && len(found) > 0 && found[len(found)-1].Event.Event == f.Event.Event:
					found = append(found, f)
				}
			}
		}
	}
	return found
}

// parties are the two whom the head of a phrase is of: "Greek" and "Turkish" of "Greek and Turkish negotiators".
func (r *reading) parties(i int) (a, b int, ok bool) {
	for _, c := range r.doc.Children(i) {
		if t := &r.doc.Tokens[c]; t.Label != english.Amod && t.Label != english.Compound && t.Label != english.NmodPoss || !r.partylike(c) {
			continue
		}
		for _, d := range r.doc.Children(c) {
			if r.doc.Tokens[d].Label == english.Conj && r.partylike(d) {
				return c, d, true
			}
		}
	}
	return 0, 0, false
}

// partylike reports whether a modifier is of somebody: a nationality or a name.
func (r *reading) partylike(i int) bool {
	return r.doc.Tokens[i].POS == english.PROPN || r.doc.Tokens[i].POS == english.ADJ && r.nationality(i)
}

// together reports whether several who do what the code says do it with each other, and not with whoever is named deeper in
// the sentence.
func (r *reading) together(code string, predicate, recipient int) bool {
	if !r.actorlike(recipient) {
		return true
	}
	switch code[:2] {
	case "03", "04", "05", "06", "12":
		return r.doc.Tokens[recipient].Head != predicate
	}
	return false
}

// holdsActor reports whether a phrase is of somebody who may act, or of what somebody does: "U.S. airstrikes".
func (r *reading) holdsActor(i int) bool {
	if r.actorlike(i) {
		return true
	}
	counts := r.words.lists["group"][r.lemma(i)] || r.doc.Tokens[i].POS == english.NUM
	if r.doc.Tokens[i].POS != english.NOUN && !counts {
		return false
	}
	for _, c := range r.doc.Children(i) {
		switch t := &r.doc.Tokens[c]; t.Label {
		case english.Compound, english.Amod, english.NmodPoss:
			if r.actorlike(c) {
				return true
			}
		case english.Nmod:
			if p := r.preposition(c); (p == "by" || p == "of") && (r.actorlike(c) || counts && r.holdsActor(c)) {
				return true
			}
		}
	}
	return false
}

// speaksOfItself reports whether what somebody says is of himself: "Peru said it would leave".
func (r *reading) speaksOfItself(predicate int, m meaning) bool {
	for _, t := range m.tokens {
		if t == predicate {
			continue
		}
		if s := r.doc.Child(t, english.Nsubj, english.NsubjPass); s >= 0 {
			return r.doc.Tokens[s].POS == english.PRON
		}
	}
	return true
}

// foreground reports whether a predicate tells what its sentence is about.
func (r *reading) foreground(i int) bool {
	for steps := 0; steps < 12; steps++ {
		t := &r.doc.Tokens[i]
		switch t.Label {
		case english.RootLabel:
			return true
		case english.Ccomp, english.Xcomp:
			if m := r.meaning(t.Head); m.code != "" && !m.speaks {
				return false // what is demanded or threatened is told by that
			}
			i = t.Head
		case english.Conj, english.Parataxis:
			i = t.Head
		default:
			return t.Head == english.Root
		}
		if i == english.Root {
			return true
		}
	}
	return false
}

// coordinated is a phrase's head with those that are joined to it.
func (r *reading) coordinated(i int) []int {
	heads := []int{i}
	for _, c := range r.doc.Children(i) {
		if t := &r.doc.Tokens[c]; t.Label == english.Conj && isNominal(t.POS) {
			heads = append(heads, c)
		}
	}
	return heads
}

// actorlike reports whether a token heads a phrase that may act: a name, a nationality, people and bodies.
func (r *reading) actorlike(i int) bool {
	t := &r.doc.Tokens[i]
	switch t.POS {
	case english.PROPN:
		return t.Label != english.Flat && !calendarWord(r.doc.Word(i))
	case english.NOUN:
		lemma := strings.ToLower(t.Lemma)
		return r.words.sectors[lemma] != "" || r.words.lists["captive"][lemma]
	case english.ADJ:
		return t.Label == english.Amod && r.nationality(i)
	}
	return false
}

// nationality reports whether an adjective is one: by its capital within a sentence ("the Malian troops"), by its ending
// at the beginning of one.
func (r *reading) nationality(i int) bool {
	w := r.doc.Word(i)
	if w == "" || w[0] < 'A' || w[0] > 'Z' || strings.ToUpper(w) == w {
		return false
	}
	if i != r.doc.Sentences[r.doc.Tokens[i].Sentence].First {
		return true
	}
	for _, ending := range [...]string{"ian", "ean", "ese", "ish", "iot", "eli", "aqi", "ani", "ench", "erman", "utch", "eek"} {
		if strings.HasSuffix(w, ending) {
			return true
		}
	}
	return false
}

// calendarWord reports whether a name is a day's or a month's.
func calendarWord(word string) bool {
	switch strings.TrimSuffix(word, ".") {
	case "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "January", "February", "March", "April",
		"May", "June", "July", "August", "September", "October", "November", "December", "Jan", "Feb", "Aug", "Sept", "Oct", "Nov", "Dec":
		return true
	}
	return false
}

// extent is the stretch of a noun phrase without its relative clauses, appositions and what is joined to it.
func (r *reading) extent(i int) Span {
	first, last := i, i
	for _, c := range r.doc.Children(i) {
		switch t := &r.doc.Tokens[c]; t.Label {
		case english.DetLabel, english.Amod, english.Compound, english.Nummod, english.Flat, english.NmodPoss, english.NmodDesc:
			f, l := r.doc.Subtree(c)
			first, last = min(first, f), max(last, l)
		case english.Nmod:
			if p := r.preposition(c); p == "of" || p == "in" || p == "for" {
				_, l := r.doc.Subtree(c)
				last = max(last, l)
			}
		}
	}
	return Span{r.doc.Tokens[first].Start, r.doc.Tokens[last].End}
}
