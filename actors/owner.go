package actors

import (
	"slices"
	"strings"
)

// owner is whom an office, an organ or a group belongs to, as the words beside it say: "Russian",
// "Peru's", "of Armenia and Azerbaijan", "Chinese Foreign Ministry".
type owner struct {
	run
	ids    []string
	organ  string
	sector string
	// pronoun is 1 + the token of "our", "his", "their", or 0.
	pronoun int
}

func (o owner) none() bool { return len(o.ids) == 0 && o.organ == "" && o.pronoun == 0 }

// names reports whether the atom names a state or an association.
func (a *atom) names() bool {
	if a == nil {
		return false
	}
	switch a.sense.kind {
	case senseState, senseAdjective, senseMetonym, senseAssociation, senseCapital:
		return a.sense.id != ""
	}
	return false
}

// premodifiers stand between a state's adjective and an office without changing either.
var premodifiers = wordSet(`new newly elected outgoing incoming current then visiting acting interim
caretaker late top senior high ranking high-ranking longtime long-serving veteran embattled ousted
appointed re-elected reelected ranking`)

// oldOffice says that an office is held no longer; the person then no longer acts for it.
var oldOffice = wordSet("former ex late ousted then one-time onetime deposed previous")

// lesser posts are not the office they are built on.
var lesserOffice = wordSet("deputy vice assistant associate")

// owners reads whom the phrase that begins at `end` belongs to, from the words before it.
func (rd *reading) ownerBefore(end int, many bool) owner {
	o := owner{run: run{end, end}}
	if !rd.same(end-1, end) {
		return o
	}
	if rd.possessive(end - 1) {
		if countryWords[rd.word(end-2)] && rd.same(end-3, end) {
			switch rd.word(end - 3) {
			case "the", "his", "her", "its", "our", "my":
				return owner{run: run{end - 3, end}, pronoun: end - 2}
			}
		}
		if a := rd.atomEnding(end - 1); a.names() && a.sense.kind != senseAdjective {
			return rd.moreBefore(owner{run: run{a.first, end}, ids: []string{a.sense.id}}, many)
		}
		return o
	}
	switch rd.word(end - 1) {
	case "our", "my", "his", "her", "its", "their":
		return owner{run: run{end - 1, end}, pronoun: end}
	case "whose": // "Malaysia, whose prime minister"
		before := end - 1
		if rd.word(before-1) == "," {
			before--
		}
		if a := rd.atomEnding(before); a.names() && a.sense.kind != senseAdjective && rd.same(before-1, end) {
			return owner{run: run{end - 1, end}, ids: []string{a.sense.id}}
		}
		return o
	}
	a := rd.atomEnding(end)
	if a == nil || !rd.joined(end-1) {
		return o
	}
	switch {
	case a.names() && a.sense.kind != senseCapital && !rd.prefixed(a) && !rd.adjectival(a):
		return rd.moreBefore(owner{run: run{a.first, end}, ids: []string{a.sense.id}}, many)
	case a.sense.kind == senseOrgan:
		return rd.organBefore(a)
	}
	return o
}

// organBefore reads "Chinese Foreign Ministry" before "spokesperson".
func (rd *reading) organBefore(a *atom) owner {
	organ := rd.organs[a.sense.index]
	o := owner{run: run{a.first, a.last}, organ: organ.organ, sector: organ.sector}
	if organ.id != "*" {
		o.ids = []string{organ.id}
		if before := rd.ownerBefore(a.first, false); len(before.ids) == 1 && before.ids[0] == organ.id {
			o.first = before.first
		}
		return o
	}
	before := rd.ownerBefore(a.first, false)
	o.ids, o.first, o.pronoun = before.ids, before.first, before.pronoun
	return o
}

// moreBefore adds the earlier members of "Belarusian, Lao and Vietnamese". The owners of one thing
// are one, so it does so only where there are many things.
func (rd *reading) moreBefore(o owner, many bool) owner {
	if !many {
		return o
	}
	for at := o.first; ; {
		i := at - 1
		w := rd.word(i)
		if w != "and" && w != "," && w != "&" || w == "," && at == o.first && len(o.ids) == 1 || !rd.same(i, at) {
			return o // "with Chad, Lao officials said": a list ends in "and"
		}
		if rd.word(i) == "and" && rd.word(i-1) == "," {
			i--
		}
		end := i
		if rd.possessive(end - 1) {
			end--
		}
		a := rd.atomEnding(end)
		if !a.names() || !rd.same(i, end-1) || rd.prefixed(a) {
			return o
		}
		if !slices.Contains(o.ids, a.sense.id) {
			o.ids = append([]string{a.sense.id}, o.ids...)
		}
		o.first, at = a.first, a.first
	}
}

// prefixed reports whether a state's name is turned into something else by "pro-", "anti-", "non-".
func (rd *reading) prefixed(a *atom) bool {
	before, ok := strings.CutSuffix(rd.doc.Text[:a.start], "-")
	if !ok {
		return false
	}
	i := strings.LastIndexFunc(before, func(r rune) bool { return !isWordRune(r) })
	switch strings.ToLower(before[i+1:]) {
	case "pro", "anti", "non", "post", "pre", "trans", "inter":
		return true
	}
	return false
}

// ownerAfter reads "of Armenia and Azerbaijan", "of the Chinese Foreign Ministry" at the token.
func (rd *reading) ownerAfter(token int, many bool) owner {
	o := owner{run: run{token, token}}
	switch rd.word(token) {
	case "of", "for", "from":
	default:
		return o
	}
	if !rd.same(token, token+1) {
		return o
	}
	i := rd.skipArticle(token + 1)
	switch rd.word(i) {
	case "our", "my", "his", "her", "its", "their":
		if rd.word(token) == "of" && (rd.word(i+1) == "country" || rd.word(i+1) == "countries" || rd.word(i+1) == "state" || rd.word(i+1) == "states") {
			return owner{run: run{token, i + 2}, pronoun: i + 1}
		}
		return o
	}
	a := rd.atomStarting(i)
	if a == nil || !rd.same(token, i) {
		return o
	}
	if organ := rd.organAfter(i); organ.last > i {
		organ.first = token
		return organ
	}
	if !a.names() || a.sense.kind == senseAdjective || a.sense.kind == senseCapital || rd.adjectival(a) {
		return o
	}
	o = owner{run: run{token, a.last}, ids: []string{a.sense.id}}
	if !many {
		return o
	}
	return rd.moreAfter(o)
}

// adjectival reports whether a name at hand only qualifies the noun after it: "of Russia policy".
// A hyphen does the same: "of US-backed".
func (rd *reading) adjectival(a *atom) bool {
	return a.end < rd.doc.Tokens[a.last-1].End || rd.word(a.last) == "-" && rd.touches(a.last-1)
}

func (rd *reading) skipArticle(token int) int {
	if w := rd.word(token); w == "the" || w == "a" || w == "an" {
		return token + 1
	}
	return token
}

// moreAfter adds the later members of "Armenia, Azerbaijan and the United States".
func (rd *reading) moreAfter(o owner) owner {
	for {
		i := o.last
		comma := false
		switch w := rd.word(i); {
		case w == "," && (rd.word(i+1) == "and" || rd.word(i+1) == "&"):
			i += 2
		case w == ",":
			i, comma = i+1, true
		case w == "and" || w == "&" || w == "plus":
			i++
		default:
			return o
		}
		i = rd.skipArticle(i)
		a := rd.atomStarting(i)
		if !a.names() || a.sense.kind == senseAdjective || a.sense.kind == senseCapital || !rd.same(o.first, i) || rd.possessive(a.last) {
			return o
		}
		if comma && !rd.goesOn(a.last) {
			return o // ", Armenia said" begins something new
		}
		if !slices.Contains(o.ids, a.sense.id) {
			o.ids = append(o.ids, a.sense.id)
		}
		o.last = a.last
	}
}

// goesOn reports whether an enumeration goes on after the token before.
func (rd *reading) goesOn(token int) bool {
	for i := token; i < token+24; i++ {
		switch w := rd.word(i); w {
		case "and", "&":
			return true
		case ",", "the":
			continue
		default:
			if !rd.atomAt(i).names() {
				return false
			}
		}
	}
	return false
}

// organAfter reads an organ with what belongs to it from the token on: "Chinese Foreign Ministry",
// "Ministry of Foreign Affairs of Peru", "Laotian delegation". It is empty where there is none.
func (rd *reading) organAfter(token int) owner {
	none := owner{run: run{token, token}}
	i := token
	var ids []string
	if a := rd.atomStarting(i); a.names() {
		ids = []string{a.sense.id}
		i = a.last
		if rd.possessive(i) {
			i++
		}
	}
	a := rd.atomStarting(i)
	if a == nil || a.sense.kind != senseOrgan || a.sense.plural || !rd.same(token, i) {
		return none
	}
	organ := rd.organs[a.sense.index]
	o := owner{run: run{token, a.last}, ids: ids, organ: organ.organ, sector: organ.sector}
	if organ.id != "*" {
		o.ids = []string{organ.id}
	}
	if organ.id != "*" || len(ids) == 0 {
		if after := rd.ownerAfter(a.last, false); len(after.ids) > 0 {
			o.ids, o.last = after.ids, after.last
		}
	}
	return o
}
