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

// least is how sure an event must be where nobody gave the pair.
const least = 0.5

// mostRecipients bounds how many phrases are tried for one predicate.
const mostRecipients = 6

// Find lists the events of a text, in the order of their actors. Actors are names, nationalities and people, groups and
// bodies of any kind.
func (c *Coder) Find(doc *english.Document) []Found {
	base := &reading{coder: c, words: c.words, doc: doc, memo: map[int]meaning{}}
	var found []Found
	for i := range doc.Tokens {
		t := &doc.Tokens[i]
		var agents []int
		switch t.Label {
		case english.Nsubj, english.OblAgent:
			agents = base.coordinated(i)
		}
		if len(agents) == 0 || t.Head == english.Root || !base.predicate(t.Head) {
			continue
		}
		recipients := base.recipients(t.Head, i)
		for k, a := range agents {
			if !base.actorlike(a) {
				continue
			}
			others := recipients
			if len(others) == 0 && len(agents) > 1 { // "Peru and Chile signed"
				others = append(append([]int{}, agents[:k]...), agents[k+1:]...)
			}
			if f, ok := c.strongest(doc, base, a, others); ok {
				found = append(found, f...)
			}
		}
	}
	return found
}

// strongest codes an actor with each of the phrases and keeps the best, with those that are joined to it by "and".
func (c *Coder) strongest(doc *english.Document, base *reading, actor int, others []int) ([]Found, bool) {
	var best Found
	var bestHead int
	for _, o := range others {
		f := Found{Actor: base.extent(actor), Recipient: base.extent(o)}
		if f.Event = c.Pair(doc, f.Actor, f.Recipient); f.Event.Event != None && f.Event.Score > best.Event.Score+0.02 {
			best, bestHead = f, o
		}
	}
	if best.Event.Score < least {
		return nil, false
	}
	out := []Found{best}
	for _, j := range base.coordinated(bestHead)[1:] {
		if base.actorlike(j) {
			f := Found{Actor: best.Actor, Recipient: base.extent(j)}
			if f.Event = c.Pair(doc, f.Actor, f.Recipient); f.Event.Event == best.Event.Event {
				out = append(out, f)
			}
		}
	}
	return out, true
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

// recipients lists the phrases below a predicate that may be meant, those that stand nearest first; what the subject
// is in is left out.
func (r *reading) recipients(predicate, subject int) []int {
	var list []int
	level := []int{predicate}
	for depth := 0; depth < 7 && len(level) > 0 && len(list) < mostRecipients; depth++ {
		var next []int
		for _, p := range level {
			for _, c := range r.doc.Children(p) {
				if c == subject {
					continue
				}
				t := &r.doc.Tokens[c]
				if (t.Label == english.Advcl || t.Label == english.Parataxis || t.Label == english.Conj && !isNominal(t.POS)) && r.doc.Child(c, english.Nsubj, english.NsubjPass) >= 0 {
					continue
				}
				if r.actorlike(c) && t.Label != english.Conj && t.Label != english.Appos && t.Label != english.Flat {
					list = append(list, c)
				}
				next = append(next, c)
			}
		}
		level = next
	}
	return list[:min(len(list), mostRecipients)]
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

// nationality reports whether an adjective has a capital within a sentence: "Malian troops".
func (r *reading) nationality(i int) bool {
	w := r.doc.Word(i)
	return w != "" && w[0] >= 'A' && w[0] <= 'Z' && strings.ToUpper(w) != w && i != r.doc.Sentences[r.doc.Tokens[i].Sentence].First
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
			if p := r.preposition(c); p == "of" || p == "in" {
				_, l := r.doc.Subtree(c)
				last = max(last, l)
			}
		}
	}
	return Span{r.doc.Tokens[first].Start, r.doc.Tokens[last].End}
}
