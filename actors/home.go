package actors

import (
	"slices"
	"strings"

	"chancery"
	"chancery/english"
)

// Setting is what is known of a text beside its words.
type Setting struct {
	When  chancery.Period         // the time of the text; zero means today
	Known []chancery.Introduction // people introduced by other reports
	// Home is the state in which the text was written or whose government published it, or "". It
	// decides whose "the president" is where the words do not say and no other state comes nearer.
	Home string
	// HomeWhy says for people where Home comes from: "dateline HANOI".
	HomeWhy string
}

// Home is the state where the report was written, by its dateline, or whose government published it,
// and the reason in words. Where the two disagree, and in towns that are the seat of an association as
// well, there is none.
func (r *Register) Home(report chancery.Report) (state, why string) {
	place := r.placeState(report.DatelinePlace, report.Published)
	publisher := r.publisherState(report.Publisher)
	switch {
	case place != "" && (publisher == "" || publisher == place):
		return place, "dateline " + report.DatelinePlace
	case report.DatelinePlace == "" && publisher != "":
		return publisher, "publisher " + report.Publisher
	}
	return "", ""
}

// placeState is the state that a place of a dateline lies in at the time ("HANOI", "Nairobi, Kenya"),
// or "". Where the parts of the place disagree ("Atlanta, Georgia") there is none.
func (r *Register) placeState(place string, when chancery.Period) string {
	state := ""
	for part := range strings.SplitSeq(place, ",") {
		id, ok := r.partState(strings.TrimSpace(part), when)
		if !ok || id != "" && state != "" && id != state {
			return ""
		}
		state = firstOf(state, id)
	}
	return state
}

// partState is the state that a name alone points at. It is not ok where the name is an association's
// as well, or one that states share with other places.
func (r *Register) partState(name string, when chancery.Period) (state string, ok bool) {
	for _, w := range r.lexicon.exact(name) {
		switch s := w.sense; s.kind {
		case senseMetonym, senseAssociation:
			if a := r.actors[s.id]; a.Kind == chancery.KindAssociation {
				return "", false
			}
		case senseLookalike:
			if m := r.lookalikes[s.index].meaning; m == "context" || m == "several" {
				return "", false
			}
		case senseState, senseCapital, senseCity:
			if !s.span.on(when) || s.kind == senseCity && state != "" {
				continue // a capital goes before towns of its name
			}
			if state != "" && state != s.id {
				return "", false
			}
			state = s.id
		}
	}
	return state, true
}

// papers are words that make a paper or a broadcaster of the name of a town: "Astana Business Daily", "Bangkok Post".
var papers = wordSet(`times post daily news herald star courier gazette tribune journal observer mail chronicle monitor
weekly bulletin standard telegraph echo mirror sun dispatch`)

// publisherState is the state whose organ a publisher is by its name: "KCNA", "Foreign Ministry of
// the Sultanate of Oman", or in whose capital its paper comes out.
func (r *Register) publisherState(publisher string) string {
	words := strings.Fields(publisher)
	organ, state := false, ""
	for i := 0; i < len(words); i++ {
		for n := min(len(words)-i, 8); n > 0; n-- {
			for _, w := range r.lexicon.exact(strings.Trim(strings.Join(words[i:i+n], " "), ",.;:()")) {
				switch s := w.sense; s.kind {
				case senseOrgan:
					organ = true
					if id := r.organs[s.index].id; id != "*" {
						return id
					}
				case senseMetonym:
					organ = organ || i == 0
					state = firstOf(state, s.id)
				case senseState, senseAdjective, senseCapital:
					if state != "" && state != s.id {
						continue
					}
					state = s.id
					organ = organ || i == 0 && s.kind == senseCapital && papers[strings.ToLower(words[len(words)-1])]
				}
			}
		}
	}
	if a := r.actors[state]; !organ || a == nil || a.Kind == chancery.KindAssociation {
		return ""
	}
	return state
}

// single reports whether a state has one holder of the office at a time.
func (rd *reading) single(id string) bool {
	o := rd.offices[id]
	if o == nil || o.of == "association" || strings.HasPrefix(id, "deputy-") {
		return false
	}
	switch o.level {
	case "head-of-state", "head-of-government", "foreign-minister":
		return id != "leader"
	case "minister":
		return strings.HasSuffix(id, "-minister")
	}
	return id == "speaker" || id == "vice-president" || id == "opposition-leader" || id == "attorney-general"
}

// ofCabinet reports whether an office is one of a state's government, even if the government has several.
func (rd *reading) ofCabinet(id string) bool {
	o := rd.offices[id]
	return o != nil && o.of != "association" && (o.level == "minister" || o.level == "deputy")
}

// placeStrangers finds whom people serve whose office is named without a state and whom nobody knows:
// "Prime Minister Le Thi Mai". It runs when all offices of the text are composed, so that an
// introduction counts wherever it stands.
func (rd *reading) placeStrangers() {
	for i := range rd.found {
		f := &rd.found[i]
		if f.Kind != chancery.KindPerson || f.Person == "" || len(f.IDs) > 0 || f.Speaker || f.wish.kind != noWish {
			continue
		}
		if p, ok := rd.fullyIntroduced(f.Person); ok {
			f.IDs = []string{p.id}
			continue
		}
		if p, ok := rd.surnameIntroduced(f); ok {
			f.IDs, f.Person = []string{p.id}, p.name
			continue
		}
		if index := rd.fullerName(f.Person); index >= 0 {
			rd.asPerson(index, &f.Mention)
			continue
		}
		id, why := "", ""
		if f.Office != "" && strings.Contains(f.Person, " ") {
			id, why = rd.speaksFrom(f)
		}
		if id == "" && f.Office != "" && (rd.single(strings.TrimPrefix(f.Office, "deputy-")) || rd.ofCabinet(f.Office) || ofStates[f.Organ]) && strings.Contains(f.Person, " ") {
			if id, why = rd.hostState(f), "host"; id == "" {
				id, why = rd.strangerState(f)
			}
			if first := rd.spokenOfFirst(f); rd.home.Home == "" && id == "" && first != "" && !rd.heldBy(f, first) {
				id, why = first, "the first to speak of "+rd.Name(first)
				rd.home.Home, rd.home.HomeWhy = id, why
			} else if first != "" && first != id && id == rd.home.Home && f.Office != "foreign-minister" {
				id, why = "", "" // one of its own, or one who speaks of a neighbour?
			}
		}
		if id != "" {
			f.IDs = []string{id}
			f.Via = "context: " + why
		}
		if strings.Contains(f.Person, " ") {
			rd.addIntroduced(introduced{name: f.Person, written: f.Person, id: id, office: f.Office, sector: f.Sector, person: -1, at: f.First})
		}
	}
}

// fullyIntroduced is the person of just that name whom the text places.
func (rd *reading) fullyIntroduced(name string) (introduced, bool) {
	for _, p := range rd.introduced {
		if p.id != "" && (p.name == name || p.written == name) {
			return p, true
		}
	}
	return introduced{}, false
}

// surnameIntroduced is the only person whom the text places and whose name ends in the one at hand, which has
// no more than a title: "Minister Kalnina", of Foreign Minister Ilze Kalnina.
func (rd *reading) surnameIntroduced(f *found) (introduced, bool) {
	if strings.Contains(f.Person, " ") {
		return introduced{}, false
	}
	match := -1
	for i, p := range rd.introduced {
		if p.id == "" || !strings.HasSuffix(foldName(p.name), " "+foldName(f.Person)) {
			continue
		}
		if match >= 0 && rd.introduced[match].name != p.name {
			return introduced{}, false
		}
		match = i
	}
	if match < 0 {
		return introduced{}, false
	}
	return rd.introduced[match], true
}

// fullerName is the only person of the register whose name ends in the words: "Obiang Nguema Mbasogo"
// for Teodoro Obiang Nguema Mbasogo. It is -1 where there is none, or more than one.
func (rd *reading) fullerName(name string) int {
	end, match := " "+foldName(name), -1
	if strings.Count(end, " ") < 2 {
		return -1
	}
	for i, p := range rd.people {
		if strings.HasSuffix(p.folded, end) {
			if match >= 0 {
				return -1
			}
			match = i
		}
	}
	return match
}

// holdsElsewhere reports whether somebody of the same last name holds the office in another state.
func (rd *reading) holdsElsewhere(f *found, home string) bool {
	words := strings.Fields(f.Person)
	for _, w := range rd.lexicon.exact(words[len(words)-1]) {
		if w.sense.kind != sensePerson {
			continue
		}
		p := rd.people[w.sense.index]
		if len(words) > 1 && p.folded[0] != foldName(f.Person)[0] {
			continue // somebody else of that name
		}
		for _, t := range p.terms {
			if t.state != home && t.office == f.Office && t.span.on(rd.when) {
				return true
			}
		}
	}
	return false
}

// placeLeaders reads "the Lao delegation led by Deputy Minister X": the leader is of its state. It
// runs when delegations are composed.
func (rd *reading) placeLeaders() {
	for i := range rd.found {
		f := &rd.found[i]
		if f.Kind != chancery.KindPerson || f.Person == "" || len(f.IDs) > 0 || f.Speaker || f.wish.kind != noWish {
			continue
		}
		id := rd.delegationState(f)
		if id == "" {
			continue
		}
		f.IDs = []string{id}
		for k := range rd.introduced {
			if p := &rd.introduced[k]; p.name == f.Person && p.id == "" {
				p.id = id
			}
		}
	}
}

// delegationState is the state of the last delegation before "led by" and the person, or "".
func (rd *reading) delegationState(f *found) string {
	i := f.First - 1
	for rd.same(i, f.First) && (rd.word(i) == "the" || rd.word(i) == "its" || rd.word(i) == "first") {
		i--
	}
	if rd.word(i) != "by" || rd.word(i-1) != "led" && rd.word(i-1) != "headed" || !rd.same(i-1, f.First) {
		return ""
	}
	id, at := "", -1
	for k := range rd.found {
		m := &rd.found[k]
		if m.Organ == "Delegation" && len(m.IDs) == 1 && m.Last < i && m.First > at && rd.same(m.First, f.First) {
			id, at = m.IDs[0], m.First
		}
	}
	return id
}

var hostVerbs = wordSet("receive welcome host greet")

// hostState reads "President X received him" after a visit to a state was told of: hosts are at home.
func (rd *reading) hostState(f *found) string {
	t := &rd.doc.Tokens[rd.head(f.First, f.Last, f.Last-1)]
	named := rd.word(f.First-1) == "," && rd.word(f.First-2) == "host" && rd.same(f.First-2, f.First) // "his host, President X"
	if !named && (t.Label != english.Nsubj || t.Head < 0 || !hostVerbs[rd.doc.Tokens[t.Head].Lemma]) {
		return ""
	}
	here := rd.sentence(f)
	for i := len(rd.atoms) - 1; i >= 0; i-- {
		a := &rd.atoms[i]
		if a.first >= f.First || rd.doc.Tokens[a.first].Sentence < here-3 {
			continue
		}
		if a.names() && a.sense.kind != senseAdjective && rd.isState(a.sense.id) && rd.visited(a.first) {
			return a.sense.id
		}
	}
	return ""
}

// visited reports whether the words before the token say that somebody goes there.
func (rd *reading) visited(token int) bool {
	i := token - 1
	if rd.word(i) == "the" {
		i--
	}
	if !rd.same(i, token) {
		return false
	}
	if visiting[rd.doc.Tokens[i].Lemma] {
		return true
	}
	switch rd.word(i) {
	case "to", "in", "into", "of", "for", "from":
	default:
		return false
	}
	for j := i - 1; j > i-4 && rd.same(j, token); j-- {
		if visiting[rd.doc.Tokens[j].Lemma] || rd.word(j) == "been" || rd.word(j) == "due" {
			return true
		}
	}
	return false
}

var visiting = wordSet("visit arrive trip tour travel fly journey return depart leave enter")

// strangerState weighs the state of the dateline against those whose office of that kind the text
// names without a holder. More than one is no answer.
func (rd *reading) strangerState(f *found) (id, why string) {
	var fitting []string
	add := func(id string) {
		if id != "" && !slices.Contains(fitting, id) && !rd.goesTo(f, id) && !rd.facesHome(f, id) && !rd.heldBy(f, id) {
			fitting = append(fitting, id)
		}
	}
	if home := rd.home.Home; home != "" && !rd.holdsElsewhere(f, home) {
		add(home)
	}
	for i := range rd.found {
		m := &rd.found[i]
		if m.Kind == chancery.KindOffice && (m.First < f.First || rd.home.Home == "") && m.Office == f.Office && !m.Plural && len(m.IDs) == 1 && rd.isState(m.IDs[0]) {
			add(m.IDs[0])
		}
	}
	if len(fitting) != 1 {
		return "", ""
	}
	if fitting[0] == rd.home.Home {
		return fitting[0], rd.home.HomeWhy
	}
	return fitting[0], "the text names that office of " + rd.Name(fitting[0])
}

// speaksFrom is the state in whose capital somebody says what the sentence tells: "In Phnom Penh, Foreign Minister
// X said", "X said in Paris". Ministers speak at home, unless the words take them there.
func (rd *reading) speaksFrom(f *found) (id, why string) {
	t := &rd.doc.Tokens[rd.head(f.First, f.Last, f.Last-1)]
	if t.Label != english.Nsubj || t.Head < 0 || !speech[rd.doc.Tokens[t.Head].Lemma] {
		return "", ""
	}
	for _, c := range rd.doc.Children(t.Head) {
		l := rd.doc.Tokens[c].Label
		in := rd.doc.Child(c, english.Case)
		if l != english.Obl || in < 0 || rd.word(in) != "in" {
			continue
		}
		if a := rd.atomAt(c); a.names() && a.sense.kind == senseCapital || a != nil && a.sense.kind == senseMetonym && rd.isState(a.sense.id) {
			if id != "" || rd.heldBy(f, a.sense.id) {
				return "", ""
			}
			id, why = a.sense.id, "speaks in "+rd.doc.Word(c)
		}
	}
	return id, why
}

// facesHome reports whether the person is the subject of a verb whose object the state is: nobody thanks, blames
// or asks their own.
func (rd *reading) facesHome(f *found, id string) bool {
	t := &rd.doc.Tokens[rd.head(f.First, f.Last, f.Last-1)]
	if t.Label != english.Nsubj || t.Head < 0 {
		return false
	}
	for _, c := range rd.doc.Children(t.Head) {
		if l := rd.doc.Tokens[c].Label; l != english.Obj && l != english.Iobj {
			continue
		}
		if a := rd.atomAt(c); a.names() && a.sense.id == id {
			return true
		}
	}
	return false
}

// goesTo reports whether the sentence takes the person to the state: nobody visits their own.
func (rd *reading) goesTo(f *found, id string) bool {
	s := rd.doc.Sentences[rd.sentence(f)]
	for i := f.Last; i < s.Last; i++ {
		if a := rd.atomStarting(i); a.names() && a.sense.id == id && rd.visited(i) {
			return true
		}
	}
	return false
}

// heldBy reports whether the text names another holder of the office in the state.
func (rd *reading) heldBy(f *found, id string) bool {
	for _, p := range rd.introduced {
		if p.id == id && p.office == f.Office && p.name != f.Person {
			return true
		}
	}
	return false
}

// atHome gives a post or an organ that every state has one of, named without a state, to the state
// where the text was written, unless the sentence turns on another one or somebody is quoted.
func (rd *reading) atHome(i int, f *found) {
	home := rd.home.Home
	if home == "" || f.Plural || f.Adjective || rd.listOfOrgans(f) || rd.quoted[f.First] != 0 || rd.word(f.Last) == "of" || f.Last < len(rd.doc.Tokens) && rd.visited(f.First) {
		return
	}
	mentions := rd.before(i, rd.sentence(f))
	if subject := rd.subjectState(mentions); subject != "" && subject != home {
		return
	} else if subject == "" {
		for _, id := range rd.statesOf(nil, mentions, true) {
			if id != home {
				return
			}
		}
	}
	f.IDs = []string{home}
	f.Office = rd.bestOffice(f)
	f.Via = "context: " + rd.home.HomeWhy
}

// listOfOrgans reports whether an enumeration of organs goes on: whose they are, its end may say.
func (rd *reading) listOfOrgans(f *found) bool {
	if w := rd.word(f.Last); w != "," && w != "and" {
		return false
	}
	a := rd.atomStarting(rd.skipArticle(f.Last + 1))
	return a != nil && a.sense.kind == senseOrgan && rd.same(f.First, a.first)
}

// bestOffice is the office that a post is once its owner is known: "the secretary of state" is one
// thing in Washington and another in the Vatican.
func (rd *reading) bestOffice(f *found) string {
	if own := f.wish.atom.officeOf(f.IDs); own != "" {
		return own
	}
	best, score := f.Office, 0
	for _, id := range f.wish.offices {
		if s := rd.officeFit(rd.offices[id], f.IDs); s > score {
			best, score = id, s
		}
	}
	return best
}
