package actors

import (
	"strings"

	"chancery"
	"chancery/english"
)

// composeNames makes mentions of the names of states and associations that are part of nothing
// larger, and notes places.
func (rd *reading) composeNames() {
	for i := range rd.atoms {
		a := &rd.atoms[i]
		if a.off || rd.taken[a.first] != 0 && !rd.shares(a) {
			continue
		}
		f := found{Mention: Mention{First: a.first, Last: a.last, IDs: []string{a.sense.id}, Kind: chancery.KindState}}
		switch a.sense.kind {
		case senseState:
			f.Place = rd.located(a.first)
			f.Kind = rd.actors[a.sense.id].Kind
			f.Adjective = rd.compound(a)
		case senseMetonym:
			f.Place = rd.located(a.first)
			f.Kind = rd.actors[a.sense.id].Kind
		case senseCapital:
			f.Place = rd.located(a.first) || rd.movement(a.first) || rd.inDateline(a)
			f.Adjective = rd.compound(a)
		case senseAdjective:
			rd.asNation(a, &f.Mention)
		case senseCitizens:
			if w := rd.word(a.last - 1); !strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "men") {
				rd.asNation(a, &f.Mention) // "English", "Chinese": adjectives as well
				break
			}
			f.Kind, f.Plural, f.Sector = chancery.KindGeneric, true, "CVL"
		case senseAssociation:
			f.Kind = chancery.KindAssociation
			f.Adjective = rd.compound(a)
		default:
			continue
		}
		rd.commitAtom(f, a)
	}
}

// shares reports whether the atom is one of several within a token ("Russian-Lao").
func (rd *reading) shares(a *atom) bool {
	t := rd.doc.Tokens[a.first]
	return a.last == a.first+1 && (a.start > t.Start || a.end < t.End)
}

// asNation tells "the Chinese said", where the adjective stands for the people or the government,
// from "the Chinese plan".
func (rd *reading) asNation(a *atom, m *Mention) {
	m.Adjective = true
	if rd.word(a.first-1) != "the" || !rd.same(a.first-1, a.first) {
		return
	}
	switch rd.word(a.last) {
	case "and", "-", "'s", "’s", "'", "":
		return
	}
	if !rd.same(a.first, a.last) {
		m.Adjective, m.Plural = false, true
		return
	}
	switch rd.doc.Tokens[a.last].POS {
	case english.VERB, english.AUX, english.ADP, english.ADV, english.PUNCT:
		m.Adjective, m.Plural = false, true
	}
}

// located reports whether a preposition before the token makes a place of it: "in Georgia".
func (rd *reading) located(token int) bool {
	i := token - 1
	for w := rd.word(i); w == "the" || premodifiers[w] || w == "northern" || w == "southern" || w == "eastern" || w == "western" || w == "central"; w = rd.word(i) {
		i--
	}
	if !rd.same(i, token) {
		return false
	}
	switch rd.word(i) {
	case "in", "at", "near", "inside", "outside", "throughout", "across", "around", "through", "within", "into":
		return true
	}
	return false
}

// movement reports whether the token says where somebody goes or comes from.
func (rd *reading) movement(token int) bool {
	switch rd.word(token - 1) {
	case "to", "from", "via", "for", "of":
		return rd.same(token-1, token)
	}
	return false
}

// inDateline reports whether the atom opens the text as its dateline: "MOSCOW, November 20".
func (rd *reading) inDateline(a *atom) bool {
	t := rd.doc.Tokens[a.first]
	if t.Sentence > 2 || !allUpper(rd.doc.Slice(a.first, a.last-1)) {
		return false
	}
	return a.first < 12 && rd.styles[t.Sentence] != capital
}

// compound reports whether the name only qualifies the noun after it: "SCO summit", "ASEAN-centred",
// "Iran talks".
func (rd *reading) compound(a *atom) bool {
	if rd.adjectival(a) {
		return true
	}
	if !rd.same(a.first, a.last) || !rd.joined(a.last-1) || rd.possessive(a.last) {
		return false
	}
	switch rd.word(a.last) {
	case ",":
		return false
	case "and", "or":
		// "Chad and Togo talks": the first is to the noun what the second is.
		b := rd.atomStarting(rd.skipArticle(a.last + 1))
		return b.names() && b.first < len(rd.doc.Tokens) && rd.same(a.first, b.first) && rd.compound(b)
	}
	t := &rd.doc.Tokens[a.last-1]
	if t.Label == english.Compound && t.Head >= a.last {
		return true
	}
	return t.Label == english.Dep && rd.doc.Tokens[a.last].POS == english.NOUN
}
