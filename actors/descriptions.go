package actors

import (
	"strings"

	"chancery"
	"chancery/english"
)

// wishKind says what a mention that is no name waits for.
type wishKind uint8

const (
	noWish          wishKind = iota
	speakerOne               // "I": whoever speaks
	speakerMany              // "we"
	wishPair                 // "the two countries", "both sides", "the leaders"
	wishPost                 // "the minister"
	wishOrgan                // "the ministry", "the delegation", "the guests"
	wishAssociation          // "the bloc"
	wishCountry              // "the country", "the kingdom"
	wishCounterpart          // "his Uzbek counterpart"
	wishOwner                // "his spokesman", "their presidents"
	wishNeighbour            // "its northern neighbour"
	wishHe
	wishThey
	wishIt
)

// wish is what a mention waits for.
type wish struct {
	kind    wishKind
	offices []string // that the words may name
	atom    *atom    // that names them
	word    string   // the noun that they turn on
	count   int      // how many actors they speak of; 0 where they do not say
	pronoun wishKind // of wishOwner: which pronoun owns
}

// ownedBy notes that a post or an organ belongs to whom a pronoun stands for.
func (rd *reading) ownedBy(f *found, pronoun int) {
	switch rd.word(pronoun) {
	case "our", "my":
		f.Speaker = true
	case "his", "her":
		f.wish = wish{kind: wishOwner, pronoun: wishHe}
	case "the":
		f.wish = wish{kind: wishOwner, pronoun: wishCountry, word: rd.word(pronoun + 1)}
	case "their":
		f.wish = wish{kind: wishOwner, pronoun: wishThey}
	case "its":
		f.wish = wish{kind: wishOwner, pronoun: wishIt}
	}
}

// composeCounterparts reads "his Uzbek counterpart", "Chinese counterpart Wang Yi", "his counterpart
// from Chad": a post of the kind that somebody named before holds.
func (rd *reading) composeCounterparts() {
	for i := range rd.doc.Tokens {
		first, ok := rd.peer(i)
		if !ok || rd.taken[i] != 0 {
			continue
		}
		plural := strings.HasSuffix(rd.word(i), "s")
		p := post{run: run{first, i + 1}, plural: plural}
		rd.modifiersBefore(&p)
		o := rd.ownerBefore(p.first, plural)
		if !o.none() {
			p.first = o.first
		}
		if len(o.ids) == 0 {
			if after := rd.ownerAfter(i+1, plural); len(after.ids) > 0 {
				o.ids, p.last = after.ids, after.last
			} else if a := rd.atomStarting(i + 2); rd.word(i+1) == "from" && a.names() && a.sense.kind == senseCapital {
				o.ids, p.last = []string{a.sense.id}, a.last // "his colleague from Lomé"
			}
		}
		switch rd.word(p.first - 1) {
		case "his", "her", "their", "its", "the", "a", "our", "my":
			p.first--
		}
		p.owner = o
		rd.counterpart(&p, i)
	}
}

// overOffice reaches over a post that stands before a name: ", Deputy Prime Minister Tomasz Wilk".
func (rd *reading) overOffice(token int) int {
	for i := token; i < token+3 && rd.same(token, i); i++ {
		if a := rd.atomStarting(i); a != nil && a.sense.kind == senseOffice && !a.sense.plural {
			return a.last
		}
		if !lesserOffice[rd.word(i)] && !premodifiers[rd.word(i)] {
			break
		}
	}
	return token
}

// peer reports whether the noun at the token stands for somebody who holds the same post elsewhere, and where
// its words begin: "counterpart", "opposite number", "his Uzbek colleague".
func (rd *reading) peer(i int) (first int, ok bool) {
	switch rd.word(i) {
	case "counterpart", "counterparts":
		return i, true
	case "number", "numbers":
		return i - 1, rd.word(i-1) == "opposite" && rd.same(i-1, i)
	case "colleague", "colleagues":
		for k := i - 1; k > i-4 && rd.same(k, i); k-- {
			switch rd.word(k) {
			case "his", "her", "their":
				return i, true
			}
		}
	}
	return i, false
}

func (rd *reading) counterpart(p *post, core int) {
	n := rd.nameFrom(p.last)
	if n.empty() && rd.word(p.last) == "," && len(p.owner.ids) == 1 {
		n = rd.nameFrom(rd.overOffice(p.last + 1))
		if _, known := rd.identify(n); !n.empty() && (!rd.fitsOwner(n, p) || !known && (n.last-n.first < 2 || rd.word(n.last) != ",")) {
			n = run{}
		}
	}
	f := found{Mention: Mention{First: p.first, Last: p.last, Kind: chancery.KindOffice, IDs: p.owner.ids, Sector: "GOV", Plural: p.plural},
		wish: wish{kind: wishCounterpart}}
	if !n.empty() && !p.plural {
		f.Last, f.Kind, f.Person, core = n.last, chancery.KindPerson, rd.text(n), n.last-1
		if index, ok := rd.identify(n); ok {
			f.Person = rd.people[index].name
			t, _, _ := rd.people[index].service(rd.when)
			if len(f.IDs) == 0 {
				f.IDs = []string{t.state}
			}
		}
		if len(f.IDs) == 1 {
			rd.addIntroduced(introduced{name: f.Person, written: rd.text(n), id: f.IDs[0], sector: "GOV", person: -1, at: n.first})
		}
	}
	if len(f.IDs) == 0 {
		return
	}
	rd.commit(f, core)
}

// groupWords name associations without saying which.
var groupWords = map[string]bool{"organization": true, "organisation": true, "bloc": true, "alliance": true,
	"association": true, "union": true, "grouping": true, "forum": true, "group": true, "body": true,
	"community": true, "league": true, "council": true, "commonwealth": true, "block": true, "agency": true}

// countryWords name one state without saying which.
var countryWords = map[string]bool{"country": true, "nation": true, "kingdom": true, "republic": true,
	"emirate": true, "sultanate": true, "federation": true}

// visitorWords name a delegation without saying whose.
var visitorWords = map[string]bool{"guests": true, "visitors": true}

// sidesOf are the nouns that make a description of several actors after "the two", "both", "the".
var sidesOf = map[string]bool{"countries": true, "sides": true, "nations": true, "states": true,
	"peoples": true, "neighbours": true, "neighbors": true, "capitals": true, "parties": true,
	"allies": true, "partners": true, "men": true, "women": true, "economies": true, "governments": true}

// composeDescriptions makes mentions of "the two countries", "the bloc", "the country", "the guests".
func (rd *reading) composeDescriptions() {
	for i := range rd.doc.Tokens {
		switch rd.word(i) {
		case "the", "both", "these", "those", "all", "each", "neither", "either":
			rd.composeDescription(i)
		}
	}
}

func (rd *reading) composeDescription(i int) {
	if rd.taken[i] != 0 || rd.composeTheTwo(i) {
		return
	}
	article := rd.word(i)
	count := 0
	switch article {
	case "both", "neither", "either":
		count = 2
	case "all":
		if numbers[rd.word(i+1)] == 0 && (rd.word(i+1) != "the" || numbers[rd.word(i+2)] == 0) {
			return
		}
	}
	j := i + 1
	for rd.same(i, j) && rd.taken[j] == 0 && rd.atomAt(j) == nil {
		w := rd.word(j)
		switch {
		case numbers[w] > 0:
			count = numbers[w]
		case w == "friendly" || w == "neighbouring" || w == "neighboring" || w == "fraternal" || w == "visiting" || w == "brotherly" || w == "the":
		default:
			rd.describe(i, j, count, article)
			return
		}
		j++
	}
}

// describe makes the mention of a description whose noun stands at the token j.
func (rd *reading) describe(i, j, count int, article string) {
	w := rd.word(j)
	f := found{Mention: Mention{First: i, Last: j + 1, Kind: chancery.KindState}, wish: wish{word: w, count: count}}
	switch {
	case article == "each" || article == "neither" || article == "either":
		if w != "country" && w != "state" && w != "nation" && w != "party" || rd.word(j+1) == "of" {
			return
		}
		f.wish.kind, f.Plural = wishPair, true
	case sidesOf[w]:
		if count == 0 && (w == "parties" || w == "neighbours" || w == "neighbors" || w == "allies" || w == "partners" || w == "capitals" || w == "peoples" || w == "men" || w == "women" || w == "economies" || w == "governments") {
			return
		}
		if w == "men" || w == "women" {
			f.Kind = chancery.KindPerson
		}
		f.wish.kind, f.Plural = wishPair, true
	case article != "the" || count > 0:
		return
	case visitorWords[w]:
		f.wish.kind, f.Kind, f.Plural, f.Organ, f.Sector = wishOrgan, chancery.KindOrgan, true, "Delegation", "GOV"
	case groupWords[w]:
		f.wish.kind, f.Kind = wishAssociation, chancery.KindAssociation
	case countryWords[w]:
		f.wish.kind = wishCountry
	default:
		return
	}
	if rd.describesMore(j) {
		return
	}
	rd.commit(f, j)
}

// composeTheTwo reads "the two" that stands for itself: "The two signed a treaty".
func (rd *reading) composeTheTwo(i int) bool {
	j := i + 1
	if rd.word(i) == "both" {
		j = i
	}
	if j > i && (rd.word(i) != "the" || rd.word(j) != "two" || !rd.same(i, j)) || rd.taken[j] != 0 {
		return false
	}
	switch t := &rd.doc.Tokens[j]; t.Label {
	case english.Nsubj, english.NsubjPass:
		if t.Head < j || rd.word(j+1) == "of" || rd.word(j+1) == "-" {
			return false
		}
	default:
		return false
	}
	rd.commit(found{Mention: Mention{First: i, Last: j + 1, Kind: chancery.KindState, Plural: true}, wish: wish{kind: wishPair, word: "two", count: 2}}, j)
	return true
}

// describesMore reports whether the noun is not the last word on what is meant: "the union leader",
// "the organization of a summit", "the countries of Central Asia", "the country that".
func (rd *reading) describesMore(j int) bool {
	if !rd.same(j, j+1) {
		return false
	}
	switch rd.word(j + 1) {
	case "of", "whose", "which", "that", "for":
		return !(rd.word(j+1) == "that" && strings.HasSuffix(rd.word(j), "s"))
	}
	t := &rd.doc.Tokens[j]
	switch t.Label {
	case english.Compound, english.Amod:
		return t.Head > j
	}
	next := &rd.doc.Tokens[j+1]
	return rd.joined(j) && (next.POS == english.NOUN || next.POS == english.PROPN) && !rd.possessive(j+1)
}
