package calendar

import "chancery/english"

// tense is where a clause puts what it tells, as far as a date in it is concerned.
type tense uint8

const (
	unknownTense tense = iota
	past
	future
	willed // future, and said so by "will" or "shall"
	limit  // the end of a stretch that lies ahead: "by March"
)

// isFuture reports whether the clause tells of what is to come.
func (t tense) isFuture() bool { return t == future || t == willed }

// clause finds the tense of clauses. It uses the tree and the tags where the document has them and
// falls back on word forms, so that it works on any tokens.
type clause struct {
	doc *english.Document
	p   *parser
	// tokens maps atoms to tokens.
	tokens []int32
}

// reach is how many atoms around an expression are searched for a verb.
const reach = 25

// tenseAt is the tense of the clause that the expression stands in.
func (c *clause) tenseAt(ph *phrase) tense {
	if t := c.besideTense(ph.first); t != unknownTense {
		return t
	}
	if t := c.treeTense(ph); t != unknownTense {
		return t
	}
	if t := c.leftTense(ph.first); t != unknownTense {
		return t
	}
	return c.rightTense(ph.last)
}

// besideTense is the tense of a verb that stands right before the expression and its preposition:
// "said Monday", "announced on Friday", "payable December 7". Nothing in the sentence is nearer to it.
func (c *clause) besideTense(i int) tense {
	k := i - 1
	switch c.p.next(k) {
	case "on", "in", "for", "at", "late", "early":
		k--
	}
	if k < 0 || c.p.apart(k+1) || !c.p.kind(k, wordAtom) || c.p.lex(k).is(undertaking) && c.afterBe(k) {
		return unknownTense
	}
	t, ok := c.formTense(k)
	if !ok && c.tag(k) == "VBN" && !c.afterBe(k) {
		return past // "the shares issued in July"
	}
	return t
}

// tag is the tag of the token that atom k lies in.
func (c *clause) tag(k int) english.Tag {
	if t := c.tokens[k]; t >= 0 {
		return c.doc.Tokens[t].Tag
	}
	return ""
}

// treeTense climbs from the expression to the verb that it hangs on, and further while a verb has no
// tense of its own. Where the expression hangs on a noun ("shareholders of record November 8"), a past
// clause around the noun says little.
func (c *clause) treeTense(ph *phrase) tense {
	d := c.doc
	at := c.head(ph.first, ph.last)
	if at < 0 {
		return unknownTense
	}
	nominal := false
	for steps := 0; at != english.Root && steps < 40; steps++ {
		t := c.verbTense(at)
		if t == past && nominal {
			return unknownTense
		}
		if t != unknownTense || d.Tokens[at].Tag == "VBZ" || d.Tokens[at].Tag == "VBP" {
			return t
		}
		if pos := d.Tokens[at].POS; steps > 0 && (pos == english.NOUN || pos == english.PROPN || pos == english.ADJ) {
			nominal = true
		}
		at = d.Tokens[at].Head
	}
	return unknownTense
}

// verbTense reads the verb group that token v heads; nouns and untagged tokens have none.
func (c *clause) verbTense(v int) tense {
	d := c.doc
	t := &d.Tokens[v]
	for _, k := range d.Children(v) {
		if l := d.Tokens[k].Label; l != english.AuxLabel && l != english.AuxPass && l != english.Cop && l != english.Mark {
			continue
		}
		w := lexicon[lowered(d.Word(k))]
		switch {
		case w.is(futureVerb):
			return w.futureTense()
		case w != nil && w.word == "to" && d.Tokens[k].Label == english.Mark:
			if t.Head != english.Root && (isPlanning(d, t.Head) || lexOf(d, t.Head).is(undertaking) || isBe(d, t.Head) || t.Label == english.Acl) {
				return future
			}
		case w != nil && (w.word == "was" || w.word == "were" || w.word == "had" || w.word == "has" || w.word == "have" || w.word == "been" || w.word == "did"):
			if !isPlanning(d, v) {
				return past
			}
		}
	}
	if isPlanning(d, v) && (t.Tag == "VBN" || t.Tag == "JJ" || t.Tag == "VBZ" || t.Tag == "VBP") {
		return future
	}
	if t.Tag == "VBD" {
		return past
	}
	if (t.Tag == "VBZ" || t.Tag == "VBP") && t.POS == english.VERB && lexOf(d, v).is(timetable) {
		return future // "leaves on Thursday"
	}
	return unknownTense
}

func lexOf(d *english.Document, t int) *lexeme { return lexicon[lowered(d.Word(t))] }

func isPlanning(d *english.Document, t int) bool { return lexOf(d, t).is(planning) }

func isBe(d *english.Document, t int) bool {
	w := lowered(d.Word(t))
	return w == "is" || w == "are" || w == "was" || w == "were"
}

// leftTense takes the nearest verb before the expression in its sentence.
func (c *clause) leftTense(i int) tense {
	for k, steps := i-1, 0; k >= 0 && steps < reach; k, steps = k-1, steps+1 {
		if c.p.apart(k+1) || c.p.sentenceEnd(k) {
			return unknownTense
		}
		if c.p.lex(k).is(undertaking) && c.towards(k, i) {
			return future
		}
		if t, ok := c.formTense(k); ok {
			if t == past && steps > nearVerb {
				return unknownTense
			}
			return t
		}
	}
	return unknownTense
}

// nearVerb is how many atoms may lie between an expression and the past verb before it that dates it.
const nearVerb = 10

// towards reports whether an infinitive follows the word at k before atom i: "agreed to meet in June",
// and not "began a visit to Kenya on Monday".
func (c *clause) towards(k, i int) bool {
	for j := k + 1; j+1 < i && j < k+8; j++ {
		if c.has(j, "to") && !c.p.atoms[j+1].capital && !determiner(c.p.word(j+1)) {
			return true
		}
	}
	return false
}

// determiner reports whether a noun phrase begins with the word.
func determiner(word string) bool {
	switch word {
	case "the", "a", "an", "its", "his", "her", "their", "our", "this", "that":
		return true
	}
	return false
}

// rightTense takes the first verb after the expression in its sentence.
func (c *clause) rightTense(i int) tense {
	for k, steps := i, 0; k < len(c.p.atoms) && steps < reach; k, steps = k+1, steps+1 {
		if c.p.apart(k) || c.p.sentenceEnd(k) {
			return unknownTense
		}
		if t, ok := c.formTense(k); ok {
			return t
		}
	}
	return unknownTense
}

// sentenceEnd reports whether the mark at k ends a sentence or a clause.
func (p *parser) sentenceEnd(k int) bool {
	if p.mark(k, ';', '?', '!') {
		return true
	}
	return p.mark(k, '.') && !p.abbreviation(k) && !p.glued(k+1)
}

// formTense reads the tense off the form of one word; ok is false where the word is no verb.
func (c *clause) formTense(k int) (tense, bool) {
	a := &c.p.atoms[k]
	if a.kind != wordAtom {
		return unknownTense, false
	}
	l := a.lex
	switch {
	case l.is(futureVerb):
		return l.futureTense(), true
	case l.is(planning) && !a.capital:
		if c.noun(k) || c.has(k-1, "to") {
			break
		}
		return future, true
	case l.is(pastVerb):
		if (l.word == "had" || l.word == "has" || l.word == "have" || l.word == "was" || l.word == "were" || l.word == "been") && c.p.lex(k+1).is(planning) {
			return future, true
		}
		if (l.word == "was" || l.word == "were") && c.has(k+1, "to") {
			return future, true
		}
		if c.afterBe(k) {
			return unknownTense, false // "will be held": the verb before it decides
		}
		if c.has(k-1, "have") && c.p.lex(k-2).is(futureVerb) {
			return future, true // "will have met"
		}
		if l.word == "have" && c.p.lex(k-1).is(futureVerb) {
			return future, true // "will have a meeting"
		}
		return past, true
	case l.is(presentVerb):
		if (l.word == "is" || l.word == "are") && (c.has(k+1, "to") || c.p.lex(k+1).is(planning)) {
			return future, true
		}
		if l.word == "be" {
			return future, c.has(k-1, "to") // "a round to be held in May"
		}
		return unknownTense, true
	}
	return c.tagTense(k)
}

// noun reports whether the planning word at k is none of a plan's verbs after all: "the plan", "due to
// the war", "a record set in May".
func (c *clause) noun(k int) bool {
	switch c.p.word(k) {
	case "plan", "plans":
		return !c.has(k+1, "to")
	case "due":
		return c.has(k+1, "to") && (c.p.lex(k+2).is(functionWord) || c.p.capital(k+2))
	case "set":
		return !c.has(k+1, "for") && !c.has(k+1, "to")
	}
	return false
}

func (c *clause) has(k int, word string) bool { return c.p.next(k) == word }

// futureTense is that of a verb that makes a clause tell of the future: "would" also reports what was to come.
func (l *lexeme) futureTense() tense {
	if l.word == "would" {
		return future
	}
	return willed
}

// tagTense uses the tag where there is one and the ending -ed otherwise.
func (c *clause) tagTense(k int) (tense, bool) {
	a := &c.p.atoms[k]
	switch c.tag(k) {
	case "VBD":
		return past, true
	case "VBZ", "VBP":
		return unknownTense, true
	case "":
	default:
		return unknownTense, false
	}
	if n := int(a.end - a.start); n > 4 && !a.capital && c.p.text[a.end-2:a.end] == "ed" {
		if c.afterBe(k) {
			return unknownTense, false
		}
		return past, true
	}
	return unknownTense, false
}

// afterBe reports whether the form at k follows "be" or "is", so that it is a participle.
func (c *clause) afterBe(k int) bool {
	switch c.p.next(k - 1) {
	case "is", "are", "be", "to", "being":
		return true
	}
	return false
}

// head is the token of the atoms from first to last (half-open) whose head lies outside them; the
// first token where none is, and -1 without tokens.
func (c *clause) head(first, last int) int {
	low, high := int(c.tokens[first]), int(c.tokens[last-1])
	if low < 0 {
		return english.Root
	}
	for t := low; t <= high; t++ {
		if h := c.doc.Tokens[t].Head; h != english.Root && (h < low || h > high) {
			return t
		}
	}
	return low
}

// lowered is the word in lower case without allocating for words that are so already.
func lowered(s string) string {
	for i := range len(s) {
		if s[i] >= 'A' && s[i] <= 'Z' {
			b := []byte(s)
			for k := i; k < len(b); k++ {
				if b[k] >= 'A' && b[k] <= 'Z' {
					b[k] |= 0x20
				}
			}
			return string(b)
		}
	}
	return s
}
