package actors

import (
	"slices"
	"strings"

	"chancery"
	"chancery/english"
)

// composeOrgans makes mentions of ministries, governments, delegations and of groups: "the
// Belarusian delegation", "Peru's government", "Laos' media", "rebels".
func (rd *reading) composeOrgans() {
	for i := range rd.atoms {
		a := &rd.atoms[i]
		if a.off || rd.taken[a.first] != 0 {
			continue
		}
		switch a.sense.kind {
		case senseOrgan:
			rd.composeOrgan(a)
		case senseAgent:
			rd.composeAgent(a)
		}
	}
}

func (rd *reading) composeOrgan(a *atom) {
	organ := rd.organs[a.sense.index]
	f := found{Mention: Mention{Kind: chancery.KindOrgan, Organ: organ.organ, Sector: organ.sector, Plural: a.sense.plural}}
	o := rd.belongings(a)
	if next := rd.atomStarting(a.last); next != nil && next.sense.kind == senseAgent && organ.id != "*" && rd.joined(a.last-1) {
		return // "Hamas fighters"
	}
	if o.none() && rd.person(a.first) {
		return // "the Biden administration": the person says whose
	}
	f.First, f.Last, f.IDs = o.first, o.last, o.ids
	own := organ.id != "*"
	if other := rd.ownerAfter(a.last, false); own && len(other.ids) == 1 && other.ids[0] != organ.id {
		own, o = false, other // a name that somebody else's organ has as well
		f.First, f.Last, f.IDs = a.first, other.last, other.ids
	}
	if own {
		f.IDs = []string{organ.id}
		if len(o.ids) != 1 || o.ids[0] != organ.id {
			f.First, f.Last = a.first, a.last
		}
	}
	if !own && o.none() && f.Plural {
		for rd.same(f.First-1, f.First) && numbers[rd.word(f.First-1)] > 0 {
			f.wish.count = numbers[rd.word(f.First-1)]
			f.First--
		}
	}
	before := rd.word(f.First - 1)
	if !own && o.none() && !f.Plural && (before == "neither" || before == "either" || before == "each") {
		f.First, f.Plural, f.wish.kind, f.wish.count = f.First-1, true, wishPair, 2
		rd.commit(f, a.last-1)
		return
	}
	if (before == "the" || before == "a" || before == "an" || before == "both") && rd.joined(f.First-1) && !rd.singleName(a) {
		f.First--
	}
	core := rd.headOf(&f, a.last-1)
	switch {
	case own:
	case o.pronoun > 0:
		rd.ownedBy(&f, o.pronoun-1)
	case !o.none():
	case rd.organSeat(a, organ.organ, &f):
	case before == "the" || before == "both":
		f.wish.kind = wishOrgan
		if f.Plural && (a.sense.plural || before == "both") {
			f.wish.kind = wishPair
		}
	case a.sense.plural || !upperInitial(rd.doc.Word(a.first)) || rd.styles[rd.doc.Tokens[a.first].Sentence] == capital || rd.modifies(a):
		if organ.sector != "MIL" && organ.sector != "COP" && organ.sector != "OPP" || !a.sense.plural || rd.modifies(a) || rd.word(a.last-1) == "forces" {
			return
		}
		f.Kind = chancery.KindGeneric
	default:
		f.wish.kind = wishOrgan
	}
	f.Adjective = rd.modifies(a) && core == a.last-1
	if f.Kind == chancery.KindOffice && !f.Plural && len(f.IDs) == 1 {
		rd.memberNamed(&f, &core)
	}
	rd.commit(f, core)
}

// person reports whether a name of a person ends before the token, with or without a genitive.
func (rd *reading) person(token int) bool {
	if rd.possessive(token - 1) {
		token--
	}
	return rd.same(token-1, token) && rd.nameLike(token-1)
}

// headOf takes "the head of", "members of" before an organ into the mention: they act for it.
func (rd *reading) headOf(f *found, core int) int {
	i := f.First - 1
	if rd.word(i) != "of" || !rd.same(i-1, f.First) || len(f.IDs) == 0 {
		return core
	}
	switch rd.word(i - 1) {
	case "head", "chief", "leader", "chairman", "director", "representative", "member":
	case "heads", "members", "representatives", "leaders", "officials", "delegates":
		f.Plural = true
	default:
		return core
	}
	f.First, f.Kind = i-1, chancery.KindOffice
	if rd.word(f.First-1) == "the" || rd.word(f.First-1) == "a" {
		f.First--
	}
	return i - 1
}

// memberNamed takes the name before "member of the Politburo" into the mention and learns it.
func (rd *reading) memberNamed(f *found, core *int) {
	comma := f.First - 1
	if rd.word(comma) != "," || !rd.same(comma, f.First) {
		return
	}
	n := rd.nameTo(comma)
	if opening := rd.openingName(comma); opening.last-opening.first > n.last-n.first {
		n = opening
	}
	if n.last-n.first < 2 || rd.taken[n.first] != 0 {
		return
	}
	f.Person, f.Kind = rd.text(n), chancery.KindPerson
	if index, ok := rd.identify(n); ok {
		f.Person = rd.people[index].name
	}
	f.First, *core = n.first, n.last-1
	rd.addIntroduced(introduced{name: f.Person, written: rd.text(n), id: f.IDs[0], sector: f.Sector, person: -1, at: n.first})
}

// organSeat reads whose an organ is off its seat: "the presidential palace in Vientiane", "the ruling
// party in Mozambique". An embassy in a capital is another state's.
func (rd *reading) organSeat(a *atom, organ string, f *found) bool {
	switch organ {
	case "Embassy", "Consulate", "Delegation", "Armed Forces", "Side", "State Media":
		return false
	}
	i := a.last
	if rd.word(i) != "in" || !rd.same(a.first, i) {
		return false
	}
	i = rd.skipArticle(i + 1)
	if partsOfTowns[rd.word(i)] && rd.word(i+1) == "of" {
		i += 2
	}
	at := rd.atomStarting(i)
	if at == nil || at.sense.kind != senseCapital && at.sense.kind != senseState || !rd.same(a.first, i) {
		return false
	}
	f.IDs = []string{at.sense.id}
	return true
}

// modifies reports whether the atom only qualifies a noun after it: "military cooperation".
func (rd *reading) modifies(a *atom) bool {
	if w := rd.word(a.last); w == "and" || w == "or" || w == "," {
		return false
	}
	switch rd.word(a.last) {
	case "plans", "vows", "pledges", "offers", "moves":
		if rd.word(a.last+1) == "to" {
			return false // verbs here, though taggers like nouns
		}
	}
	t := &rd.doc.Tokens[a.last-1]
	switch t.Label {
	case english.Compound, english.Amod, english.Nmod, english.NmodDesc:
		return t.Head >= a.last && rd.same(a.first, t.Head) && rd.joined(a.last-1)
	}
	return false
}

// singleName reports whether the organ is a name of one word, which needs no article: "Kremlin".
func (rd *reading) singleName(a *atom) bool {
	return a.last == a.first+1 && rd.organs[a.sense.index].id != "*"
}

// belongings reads whose the organ or group at hand is, before it or after it.
func (rd *reading) belongings(a *atom) owner {
	p := post{run: run{a.first, a.last}, atom: a, plural: a.sense.plural}
	rd.modifiersBefore(&p)
	o := rd.ownerBefore(p.first, a.sense.plural)
	if o.none() {
		o = rd.farOwner(p.first)
	}
	if !o.none() {
		o.last = a.last
		return o
	}
	if after := rd.ownerAfter(a.last, a.sense.plural); len(after.ids) > 0 || after.pronoun > 0 {
		after.first = a.first
		return after
	}
	// "the army and people of Angola"
	if rd.word(a.last) == "and" && !a.sense.plural {
		for i := a.last + 1; i < a.last+4 && rd.same(a.first, i); i++ {
			if after := rd.ownerAfter(i, false); len(after.ids) == 1 && rd.word(i) == "of" {
				return owner{run: run{a.first, a.last}, ids: after.ids}
			}
		}
	}
	return owner{run: run{a.first, a.last}}
}

// farOwner reads a state's adjective or genitive that does not stand right before an organ or a group.
// A bare name may be the subject of a clause instead: "the UN withdrew peacekeepers".
func (rd *reading) farOwner(first int) owner {
	at := rd.wordsBefore(first)
	o := rd.ownerBefore(at, false)
	if len(o.ids) == 0 || o.organ != "" || at == first {
		return owner{run: run{first, first}}
	}
	if rd.possessive(at - 1) {
		return o
	}
	if a := rd.atomEnding(at); a.sense.kind == senseAdjective || slices.ContainsFunc(a.others, func(s sense) bool { return s.kind == senseAdjective }) {
		return o
	}
	return owner{run: run{first, first}}
}

// wordsBefore reaches over one or two words that say more of an organ or a group, between it and its
// state: "Vietnamese communist authorities", "Indian coal workers". Words that part the group from the
// state it is named after stop it.
func (rd *reading) wordsBefore(first int) int {
	i := first
	for i > first-2 && rd.same(i-1, first) && rd.joined(i-1) && rd.lowerWord(i-1) && rd.atomAt(i-1) == nil {
		t := &rd.doc.Tokens[i-1]
		switch w := rd.word(i - 1); {
		case t.POS != english.ADJ && t.POS != english.NOUN, strings.Contains(w, "-"):
			return first
		case w == "rebel" || w == "opposition" || w == "exile" || w == "exiled" || w == "separatist" || w == "dissident" || w == "backed":
			return first
		}
		i--
	}
	return i
}

// composeAgent makes a mention of a group that is known by what it does: "Israeli forces", "rebels".
func (rd *reading) composeAgent(a *atom) {
	agent := rd.agents[a.sense.index]
	f := found{Mention: Mention{First: a.first, Last: a.last, Kind: chancery.KindGeneric, Sector: agent.sector, Plural: agent.plural}}
	o := rd.ownerBefore(a.first, false)
	if o.none() {
		o = rd.farOwner(a.first)
	}
	if len(o.ids) > 0 || o.pronoun > 0 {
		f.First, f.IDs, f.Organ = o.first, o.ids, o.organ
	}
	if o.none() {
		if after := rd.ownerAfter(a.last, false); len(after.ids) == 1 && after.organ == "" && rd.word(a.last) == "of" {
			f.IDs, f.Last = after.ids, after.last // "the people of India"
		}
	}
	if o.pronoun > 0 {
		rd.ownedBy(&f, o.pronoun-1)
	}
	if w := rd.word(f.First - 1); (w == "the" || w == "a" || w == "an") && rd.joined(f.First-1) {
		f.First--
	}
	if agent.kind == "generic" && len(f.IDs) == 0 && !f.Speaker && f.wish.kind == noWish {
		return // "people" are actors only as somebody's
	}
	rd.commit(f, a.last-1)
}
