package actors

import (
	"chancery"
	"chancery/english"
)

// numbers are the words that count actors.
var numbers = map[string]int{"two": 2, "2": 2, "three": 3, "3": 3, "four": 4, "4": 4, "five": 5, "5": 5, "six": 6, "seven": 7}

// landWords stand for a state after "our", "my", "the two", "the".
var landWords = map[string]bool{"country": true, "countries": true, "nation": true, "nations": true,
	"state": true, "states": true, "side": true, "sides": true, "homeland": true, "land": true,
	"people": true, "peoples": true, "republic": true, "kingdom": true, "motherland": true}

// sideWords stand for a state after its adjective: "the Lao side", "our Lao friends".
var sideWords = map[string]bool{"side": true, "sides": true, "partner": true, "partners": true,
	"friend": true, "friends": true, "colleague": true, "colleagues": true, "neighbour": true,
	"neighbours": true, "neighbor": true, "neighbors": true, "hosts": true, "guests": true, "ally": true,
	"allies": true, "nation": true, "state": true, "republic": true, "representatives": true,
	"representative": true, "party": true}

var pluralWords = map[string]bool{"countries": true, "nations": true, "states": true, "sides": true,
	"peoples": true, "partners": true, "friends": true, "colleagues": true, "neighbours": true,
	"neighbors": true, "allies": true, "parties": true, "capitals": true}

// manyFrom are the words for several people of one state: "they" may go back to "our Lao friends".
var manyFrom = map[string]bool{"partners": true, "friends": true, "colleagues": true, "hosts": true,
	"guests": true, "representatives": true}

// composeFirstPerson makes mentions of "our country", "my country", and of "the Lao side" and "our
// Lao friends", which look like them and are not.
func (rd *reading) composeFirstPerson() {
	for i := range rd.doc.Tokens {
		w := rd.word(i)
		switch {
		case w == "our" || w == "my":
			rd.composeOurs(i)
		case w == "his" || w == "her" || w == "their" || w == "its":
			rd.composeTheirs(i)
			rd.composeNeighbour(i)
		case sideWords[w]:
			rd.composeSide(i)
		}
	}
}

func (rd *reading) composeOurs(i int) {
	j := i + 1
	for rd.same(i, j) && (numbers[rd.word(j)] > 0 || rd.word(j) == "own" || rd.word(j) == "great" || rd.word(j) == "both" || rd.word(j) == "respective") {
		j++
	}
	if !rd.same(i, j) || !landWords[rd.word(j)] || rd.atomAt(j) != nil && rd.atomAt(j).last > j+1 {
		return
	}
	f := found{Mention: Mention{First: i, Last: j + 1, Kind: chancery.KindState, Speaker: true, Plural: pluralWords[rd.word(j)]}}
	if rd.word(j) == "people" {
		f.Sector = "CVL"
	}
	rd.commit(f, j)
}

// composeTheirs reads "his country", "their own countries": the state of whom the pronoun stands for.
func (rd *reading) composeTheirs(i int) {
	j := i + 1
	for rd.same(i, j) && (numbers[rd.word(j)] > 0 || rd.word(j) == "own" || rd.word(j) == "respective") {
		j++
	}
	switch rd.word(j) {
	case "country", "countries", "nation", "nations", "homeland":
	default:
		return
	}
	if !rd.same(i, j) || rd.atomAt(j) != nil || rd.possessive(j+1) && rd.atomStarting(j+2) != nil {
		return
	}
	f := found{Mention: Mention{First: i, Last: j + 1, Kind: chancery.KindState, Plural: pluralWords[rd.word(j)]}}
	rd.ownedBy(&f, i)
	rd.commit(f, j)
}

// composeSide reads the noun after one or several adjectives of states. Names in capitals that begin
// so ("Lao Party") are no sides.
func (rd *reading) composeSide(i int) {
	plural := pluralWords[rd.word(i)]
	if _, ok := rd.peer(i); ok {
		return
	}
	if upperInitial(rd.doc.Word(i)) || rd.taken[i] != 0 || rd.same(i, i+1) && rd.word(i) == "party" && rd.doc.Tokens[i+1].POS == english.NOUN {
		return
	}
	o := rd.ownerBefore(i, plural)
	if len(o.ids) == 0 || o.organ != "" {
		return
	}
	if rd.word(i) == "state" && rd.doc.Tokens[i].Label == english.Compound {
		return // "Russian state media"
	}
	f := found{Mention: Mention{First: o.first, Last: i + 1, Kind: chancery.KindState, IDs: o.ids, Plural: manyFrom[rd.word(i)]}}
	switch rd.word(f.First - 1) {
	case "our", "my", "the", "his", "their", "its", "her", "a", "both":
		f.First--
	}
	rd.commit(f, i)
}

// composePronouns makes mentions of the pronouns; those of the third person wait to be resolved.
func (rd *reading) composePronouns() {
	for i := range rd.doc.Tokens {
		if rd.taken[i] != 0 {
			continue
		}
		kind, ok := pronouns[rd.doc.Word(i)]
		if !ok {
			if kind, ok = pronouns[rd.lowered(i)]; !ok {
				continue
			}
		}
		f := found{Mention: Mention{First: i, Last: i + 1, Pronoun: true, Kind: chancery.KindPerson}, wish: wish{kind: kind}}
		switch kind {
		case speakerOne:
			if rd.word(i) == "i" && !rd.isPronounI(i) {
				continue
			}
			f.Speaker, f.wish.kind = true, noWish
		case speakerMany:
			f.Kind, f.Speaker, f.Plural, f.wish.kind = chancery.KindGeneric, true, true, noWish
		}
		rd.commit(f, i)
	}
}

// lowered is the token in lower case, but "US" stays what it is.
func (rd *reading) lowered(i int) string {
	w := rd.doc.Word(i)
	if len(w) > 1 && allUpper(w) {
		return w
	}
	return rd.word(i)
}

// isPronounI tells "I" from a number: "World War I", "Article I", "Charles I".
func (rd *reading) isPronounI(i int) bool {
	if rd.doc.Word(i) != "I" {
		return false
	}
	switch rd.doc.Tokens[i].POS {
	case english.PRON:
		return true
	case english.X:
		return i == 0 || !rd.joined(i-1) || !upperInitial(rd.doc.Word(i-1))
	}
	return false
}

var pronouns = map[string]wishKind{"I": speakerOne, "i": speakerOne, "me": speakerOne, "my": speakerOne,
	"mine": speakerOne, "myself": speakerOne,
	"we": speakerMany, "us": speakerMany, "our": speakerMany, "ours": speakerMany, "ourselves": speakerMany,
	"he": wishHe, "him": wishHe, "his": wishHe, "himself": wishHe, "she": wishHe, "her": wishHe, "hers": wishHe,
	"herself": wishHe, "they": wishThey, "them": wishThey, "their": wishThey, "theirs": wishThey,
	"themselves": wishThey, "it": wishIt, "its": wishIt, "itself": wishIt}
