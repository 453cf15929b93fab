package actors

import (
	"slices"
	"strings"

	"chancery"
	"chancery/english"
)

// settle decides what the atoms name where the words alone do not say: first what is beyond doubt,
// then the rest in the light of it.
func (rd *reading) settle() {
	rd.evidence, rd.towns, rd.signals = make(map[string]int), make(map[string]int), make(map[*lookalikeRow]bool)
	for i := range rd.atoms {
		rd.rejectNamesakes(&rd.atoms[i])
	}
	for i := range rd.atoms {
		a := &rd.atoms[i]
		if id := rd.certain(a); id != "" {
			rd.evidence[id]++
		}
		if a.sense.kind == senseCity && !a.off {
			rd.towns[a.sense.id]++
		}
	}
	for i := range rd.atoms {
		a := &rd.atoms[i]
		if a.off {
			continue
		}
		if !rd.decide(a) {
			a.off = true
		}
	}
}

// certain is the id of the actor that the atom names beyond doubt, or "".
func (rd *reading) certain(a *atom) string {
	if a.off || len(a.lookalikes) > 0 || a.sense.ambiguous {
		return ""
	}
	switch a.sense.kind {
	case senseState, senseAdjective, senseCitizens, senseMetonym, senseAssociation, senseCapital:
		for _, o := range a.others {
			if o.kind <= senseCapital && o.id != a.sense.id && o.rank == a.sense.rank {
				return ""
			}
		}
		return a.sense.id
	}
	return ""
}

// rejectNamesakes turns off atoms that are a word of another name: "Washington" in "Denzel
// Washington", "Victoria" in "Victoria Nuland", "Jordan" in "Michael Jordan".
func (rd *reading) rejectNamesakes(a *atom) {
	given := rd.looksLike(a, "given name") != nil
	switch {
	case a.sense.kind == senseCapital, a.sense.kind == senseCity, given:
	case a.sense.kind == senseState && a.last == a.first+1 && rd.styles[rd.doc.Tokens[a.first].Sentence] == prose && rd.nameBefore(a.first) && !rd.properAdjective(a.first-1):
		a.off = true // "Air France", "Radio Kuwait"
		return
	default:
		return
	}
	if rd.nameBefore(a.first) || rd.nameAfter(a) || a.sense.kind == senseCapital && rd.titleAfter(a) {
		a.off = true
		return
	}
	// "President Washington", "Mr. Jordan"
	if title := rd.word(a.first - 1); rd.same(a.first-1, a.first) && titles[strings.TrimSuffix(title, ".")] {
		a.off = true
	}
}

// looksLike is the lookalike of the meaning that bears the atom's name, or nil.
func (rd *reading) looksLike(a *atom, meaning string) *lookalikeRow {
	for _, i := range a.lookalikes {
		if rd.lookalikes[i].meaning == meaning {
			return &rd.lookalikes[i]
		}
	}
	return nil
}

// properAdjective lets "Communist China", "Soviet Russia" and "West Germany" be states.
func (rd *reading) properAdjective(token int) bool {
	switch rd.word(token) {
	case "communist", "nazi", "soviet", "imperial", "mainland", "socialist", "ancient", "revolutionary",
		"islamist", "taliban", "maoist", "fascist", "post", "greater":
		return true
	}
	return false
}

var titles = wordSet(`mr mrs ms miss dr prof professor sir lady lord madam madame senor comrade excellency hon rev
gen lt col maj adm capt brig sgt cmdr general colonel major admiral marshal lieutenant captain brigadier
commodore`)

func (rd *reading) nameBefore(token int) bool {
	return token > 0 && rd.joined(token-1) && rd.nameLike(token-1) &&
		(!rd.opens(token-1) || rd.doc.Tokens[token-1].POS == english.PROPN)
}

func (rd *reading) nameAfter(a *atom) bool {
	return a.last < len(rd.doc.Tokens) && rd.joined(a.last-1) && rd.nameLike(a.last) &&
		rd.styles[rd.doc.Tokens[a.first].Sentence] == prose
}

// titleAfter reports whether a capital begins the name of something else: "Moscow Declaration",
// "Kampala Convention".
func (rd *reading) titleAfter(a *atom) bool {
	return a.last < len(rd.doc.Tokens) && rd.joined(a.last-1) && upperInitial(rd.doc.Word(a.last)) &&
		rd.atomAt(a.last) == nil && rd.styles[rd.doc.Tokens[a.first].Sentence] == prose
}

// decide settles one atom and reports whether it names anything.
func (rd *reading) decide(a *atom) bool {
	if l := rd.looksLike(a, "context"); l != nil && rd.elsewhere(a, l) {
		return false
	}
	if l := rd.looksLike(a, "several"); l != nil {
		return rd.choose(a, l.ids)
	}
	if a.sense.kind > senseCapital && a.sense.kind != senseAssociation {
		return true
	}
	if a.sense.ambiguous && !rd.vouched(a) {
		for _, o := range a.others {
			if !o.ambiguous && !o.partial && rd.valid(o) {
				a.sense = o
				return true
			}
		}
		return false
	}
	if rd.actsFromSeat(a) {
		return true
	}
	var rivals []string
	for _, o := range append([]sense{a.sense}, a.others...) {
		if o.rank == a.sense.rank && o.kind <= senseCapital && rd.valid(o) == rd.valid(a.sense) && !slices.Contains(rivals, o.id) {
			rivals = append(rivals, o.id)
		}
	}
	if len(rivals) > 1 {
		return rd.choose(a, rivals)
	}
	return true
}

// actsFromSeat takes a capital that is a byword for an association ("Brussels") for the association
// where it is no place.
func (rd *reading) actsFromSeat(a *atom) bool {
	if a.sense.kind != senseCapital || rd.located(a.first) || rd.movement(a.first) || rd.inDateline(a) {
		return false
	}
	for _, o := range a.others {
		if o.kind == senseMetonym && rd.actors[o.id].Kind == chancery.KindAssociation && !rd.isRival(a, o.id) {
			a.sense = o
			return true
		}
	}
	return false
}

// isRival reports whether another association goes by the same byword and the text names it rather
// than this one.
func (rd *reading) isRival(a *atom, id string) bool {
	for _, o := range a.others {
		if o.kind == senseMetonym && o.id != id && rd.evidence[o.id] > rd.evidence[id] {
			return true
		}
	}
	return false
}

// choose keeps the one of several actors that the text names elsewhere, or whose towns it names, and
// none if it names none or more.
func (rd *reading) choose(a *atom, ids []string) bool {
	found, several := only(ids, rd.evidence)
	if found == "" && !several {
		found, _ = only(ids, rd.towns)
	}
	if found == "" {
		return false
	}
	if a.sense.id == found {
		return true
	}
	for _, o := range a.others {
		if o.id == found {
			a.sense = o
			return true
		}
	}
	if a.sense.kind > senseCitizens {
		a.sense.kind = senseState
	}
	a.sense.id = found
	return true
}

// only is the one of the ids that was seen; several tells that more than one was.
func only(ids []string, seen map[string]int) (found string, several bool) {
	for _, id := range ids {
		if seen[id] == 0 {
			continue
		}
		if found != "" {
			return "", true
		}
		found = id
	}
	return found, false
}

// elsewhere reports whether the name means what the lookalike says rather than the state: other
// words of the text are signals for it, or the name ends a place's address ("Atlanta, Georgia").
func (rd *reading) elsewhere(a *atom, l *lookalikeRow) bool {
	for _, id := range l.ids {
		if rd.evidence[id] > 0 {
			return false
		}
	}
	if rd.word(a.first-1) == "," && rd.same(a.first-2, a.first) && upperInitial(rd.doc.Word(a.first-2)) && rd.atomAt(a.first-2) == nil {
		return true
	}
	seen, known := rd.signals[l]
	if !known {
		seen = slices.ContainsFunc(l.signals, func(s string) bool { return strings.Contains(rd.doc.Text, s) })
		rd.signals[l] = seen
	}
	return seen
}

// companions are words beside an abbreviation that show it to be an association's.
var companions = wordSet(`member members summit secretariat states countries country chair chairman
chairmanship chairperson presidency leaders leader ministers charter commission council secretary-general
secretary general partner partners partnership membership bloc heads observer delegation mission
spokesman spokesperson spokeswoman nations meeting`)

// bodyWords are words that name a body only in a text that names it, or the one it serves, otherwise.
var bodyWords = wordSet(`commission council secretariat court fund bank community assembly alliance union
league forum conference agency group`)

// vouched reports whether an abbreviation that may stand for other things stands for the
// association: the text names it in full, or treats it as one.
func (rd *reading) vouched(a *atom) bool {
	if rd.evidence[a.sense.id] > 0 {
		return true
	}
	if a.last == a.first+1 && bodyWords[rd.word(a.first)] {
		parent := rd.actors[a.sense.id]
		return parent != nil && rd.valid(a.sense) && rd.evidence[parent.Of] > 0
	}
	if a.sense.kind != senseAssociation && a.sense.kind != senseState {
		return false
	}
	next := a.last
	if rd.possessive(next) || rd.word(next) == "-" {
		next++
	}
	if rd.same(a.first, next) && companions[rd.word(next)] {
		return true
	}
	if rd.word(a.first-1) != "the" || !rd.same(a.first-1, a.first) {
		return false
	}
	switch rd.word(a.first - 2) {
	case "in", "near", "at", "on", "inside":
		return false // "in the CBD" is a place as well
	}
	if !rd.same(a.first, next) {
		return true
	}
	if rd.word(next) == "of" {
		return false // "the Security Council of Russia"
	}
	switch rd.doc.Tokens[next].POS {
	case english.VERB, english.AUX, english.PUNCT, english.ADP, english.CCONJ:
		return true // it stands by itself, as associations do
	}
	return false
}
