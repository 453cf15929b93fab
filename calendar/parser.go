package calendar

// parser reads the atoms of one text.
type parser struct {
	text  string
	atoms []atom
	// namesMay is true where the text speaks of somebody called May, so that the bare word needs an
	// "in" to be the month.
	namesMay bool
	// depth counts how deep times lie within times: "the first half of the first half of …".
	depth int
}

// parse finds the phrases of the text, from left to right; none overlaps another.
func (p *parser) parse() []phrase {
	var phrases []phrase
	for i := 0; i < len(p.atoms); {
		if !p.starts(i) {
			i++
			continue
		}
		if ph, ok := p.phraseAt(i); ok {
			phrases = append(phrases, ph)
			i = ph.last
			continue
		}
		i++
	}
	return phrases
}

func (p *parser) starts(i int) bool {
	a := &p.atoms[i]
	if a.kind != wordAtom {
		return a.kind != markAtom || (a.mark == '\'' && i+1 < len(p.atoms) && p.atoms[i+1].kind == decadeAtom)
	}
	if a.glued && i > 0 && (p.atoms[i-1].kind == wordAtom || p.atoms[i-1].kind == numberAtom || p.mark(i-1, '/', '.', '_', '@', '#', '=')) {
		return false // inside a word or an address
	}
	if !a.lex.is(starter) {
		return false
	}
	switch a.lex.word {
	case "all", "full", "whole", "another":
		if !p.mark(i+1, '-') && (p.lex(i+1) == nil || p.lex(i+1).unit == noUnit) {
			return false
		}
	}
	if a.lex.word == "the" && i+1 < len(p.atoms) {
		n := &p.atoms[i+1]
		return n.kind != wordAtom || n.lex != nil
	}
	return true
}

// phraseAt reads the longest expression that begins at i and passes the checks of its surroundings.
func (p *parser) phraseAt(i int) (phrase, bool) {
	m, end := p.longest(i)
	if end == i {
		return phrase{}, false
	}
	m, end = p.extendRange(m, i, end)
	ph := phrase{first: i, last: end, meaning: m}
	ph.lead = p.leadBefore(i)
	ph.attached = p.modifiesNext(end)
	return ph, p.acceptable(&ph)
}

// A rule reads a meaning at i and says where it ends; it ends at i where the rule does not apply.
type rule func(p *parser, i int) (meaning, int)

var rules = []rule{(*parser).date, (*parser).relative, (*parser).season, (*parser).quarter,
	(*parser).part, (*parser).length, (*parser).fixed, (*parser).anniversary, (*parser).recurring,
	(*parser).same, (*parser).dayRange}

func (p *parser) longest(i int) (meaning, int) {
	var best meaning
	end := i
	for _, r := range rules {
		if m, e := r(p, i); e > end {
			best, end = m, e
		}
	}
	return best, end
}

// --- looking at atoms; every method answers sensibly outside the text ---

// word is the atom's word of the lexicon in lower case, or "".
func (p *parser) word(i int) string {
	if i < 0 || i >= len(p.atoms) || p.atoms[i].lex == nil {
		return ""
	}
	return p.atoms[i].lex.word
}

// next is word(i), but only where no blank line parts atom i from the one before it.
func (p *parser) next(i int) string {
	if i > 0 && i < len(p.atoms) && p.atoms[i].apart {
		return ""
	}
	return p.word(i)
}

func (p *parser) lex(i int) *lexeme {
	if i < 0 || i >= len(p.atoms) {
		return nil
	}
	return p.atoms[i].lex
}

func (p *parser) mark(i int, marks ...byte) bool {
	if i < 0 || i >= len(p.atoms) || p.atoms[i].kind != markAtom {
		return false
	}
	for _, m := range marks {
		if p.atoms[i].mark == m {
			return true
		}
	}
	return false
}

func (p *parser) kind(i int, k atomKind) bool {
	return i >= 0 && i < len(p.atoms) && p.atoms[i].kind == k
}

func (p *parser) glued(i int) bool { return i > 0 && i < len(p.atoms) && p.atoms[i].glued }

func (p *parser) capital(i int) bool {
	return i >= 0 && i < len(p.atoms) && p.atoms[i].kind == wordAtom && p.atoms[i].capital
}

// named reports whether atom i is a capitalised word that is no function word opening a sentence.
func (p *parser) named(i int) bool { return p.capital(i) && !p.lex(i).is(functionWord) }

func (p *parser) apart(i int) bool { return i >= len(p.atoms) || p.atoms[i].apart }

// sentenceStart reports whether atom i opens a sentence or a quotation, as far as marks tell.
func (p *parser) sentenceStart(i int) bool {
	if i == 0 || p.apart(i) {
		return true
	}
	return p.kind(i-1, markAtom) && !p.mark(i-1, ',', '-', '\'', '&', '/') && !p.abbreviation(i-1)
}

// abbreviation reports whether the mark at i is the full stop of a short word: "U.S." "No."
func (p *parser) abbreviation(i int) bool {
	if !p.mark(i, '.') || i == 0 {
		return false
	}
	a := &p.atoms[i-1]
	return a.kind == wordAtom && (a.end-a.start == 1 || a.lex.is(shortName))
}

// skipThe is the atom after "the" where i is "the", and i otherwise.
func (p *parser) skipThe(i int) int {
	if p.word(i) == "the" && !p.apart(i+1) {
		return i + 1
	}
	return i
}

// possessive is the atom after an apostrophe and "s" at i, or i.
func (p *parser) possessive(i int) int {
	if p.mark(i, '\'') && p.glued(i) {
		if p.word(i+1) == "s" && p.glued(i+1) {
			return i + 2
		}
		return i + 1
	}
	return i
}

// content reports whether atom i is a word that is no function word: part of a name or a count.
func (p *parser) content(i int) bool {
	return p.kind(i, wordAtom) && !p.apart(i) && !p.lex(i).is(functionWord)
}

// verbish reports whether the word at i may open a predicate, so that what stands before it is whole.
func (p *parser) verbish(i int) bool {
	return p.lex(i).is(pastVerb | presentVerb | futureVerb | celebration)
}

// modifiesNext reports whether an expression that ends at i belongs to the noun phrase after it:
// "2024 summit", "last year's visit", "July 17 meeting".
func (p *parser) modifiesNext(i int) bool {
	if p.apart(i) {
		return false
	}
	if p.mark(i, '\'') && p.glued(i) {
		return true
	}
	return p.eventNear(i)
}

// eventNear reports whether an event noun follows at i, with at most three describing words before
// it: "2024 BRICS summit", "2019 general elections".
func (p *parser) eventNear(i int) bool {
	for k := i; k < i+4 && k < len(p.atoms); k++ {
		if p.atoms[k].apart || (p.atoms[k].kind != wordAtom && !p.mark(k, '-')) {
			return false
		}
		if p.lex(k).is(eventNoun) {
			return true
		}
		if p.lex(k).is(functionWord) || p.verbish(k) {
			return false
		}
	}
	return false
}
