package actors

import (
	"slices"
	"strings"

	"chancery"
	"chancery/english"
)

// introduced is a person whom the text itself says who they are.
type introduced struct {
	name    string // in full
	written string // as the text has it
	id      string // state or association served
	office  string
	sector  string
	person  int // index in the register, or -1
	at      int // token of the introduction
}

func (rd *reading) addIntroduced(p introduced) {
	if rd.listedAs[[2]string{p.name, p.id}] {
		return
	}
	rd.listedAs[[2]string{p.name, p.id}] = true
	i := len(rd.introduced)
	rd.introduced = append(rd.introduced, p)
	seen := make(map[string]bool)
	for _, w := range strings.Fields(foldName(p.name) + " " + foldName(p.written)) {
		if len(w) > 1 && !seen[w] && !slices.Contains(particles, w) {
			seen[w] = true
			rd.byWord[w] = append(rd.byWord[w], i)
		}
	}
}

// introducedAs finds whom a run of words names among the people introduced: all its words are words
// of one name, and of no other.
func (rd *reading) introducedAs(n run) (introduced, bool) {
	words := strings.Fields(foldName(rd.text(n)))
	match := -1
	for _, w := range words {
		if slices.Contains(particles, w) || len(w) == 1 {
			continue
		}
		people := rd.byWord[w]
		switch {
		case len(people) == 0:
			return introduced{}, false
		case match < 0 && len(people) == 1:
			match = people[0]
		case match >= 0 && !slices.Contains(people, match):
			return introduced{}, false
		}
	}
	if match < 0 {
		match = rd.commonPerson(words)
	}
	if match < 0 {
		return introduced{}, false
	}
	return rd.introduced[match], true
}

// crowd is how many people of one name in a text are nobody in particular.
const crowd = 64

// commonPerson is the only one introduced who bears all the words, where each word alone is borne
// by several; several introductions of one person are one.
func (rd *reading) commonPerson(words []string) int {
	match := -1
	for _, w := range words {
		if slices.Contains(particles, w) || len(w) == 1 {
			continue
		}
		if len(rd.byWord[w]) > crowd {
			return -1
		}
		for _, i := range rd.byWord[w] {
			if match >= 0 && rd.introduced[match].name != rd.introduced[i].name {
				return -1
			}
			if match < 0 {
				match = i
			}
		}
	}
	return match
}

// hasWord reports whether somebody introduced bears the word.
func (rd *reading) hasWord(word string) bool { return len(rd.byWord[foldName(word)]) > 0 }

// fullName is the fullest form that the text has of a name.
func (rd *reading) fullName(n run, ids []string) string {
	if p, ok := rd.introducedAs(n); ok && (len(ids) == 0 || slices.Contains(ids, p.id)) {
		return p.name
	}
	return rd.text(n)
}

// knownPerson finds a full name among the introductions of other reports. It is no answer where they
// disagree on whom the person serves.
func (rd *reading) knownPerson(name string) (chancery.Introduction, bool) {
	key := foldName(name)
	if !strings.Contains(key, " ") {
		return chancery.Introduction{}, false
	}
	k, ok := rd.known[key]
	return k, ok && k.State != ""
}

// composePeople makes mentions of the names that stand without a post: first of the full ones, then
// of those that are clear once the full ones are known, wherever they stand.
func (rd *reading) composePeople() {
	for _, full := range []bool{true, false} {
		for i := 0; i < len(rd.doc.Tokens); i++ {
			if rd.taken[i] != 0 || !rd.nameLike(i) {
				continue
			}
			n := rd.nameFrom(i)
			if n.empty() || full && n.last-n.first < 2 {
				continue
			}
			rd.composePerson(n)
			i = n.last - 1
		}
	}
}

func (rd *reading) composePerson(n run) {
	m := Mention{First: n.first, Last: n.last, Kind: chancery.KindPerson}
	switch {
	case rd.asHolder(n, &m), rd.asIntroduced(n, &m), rd.asKnown(n, &m), rd.asSurname(&n, &m), rd.asHead(n, &m), rd.asSpeaker(n, &m):
	default:
		// "Yesterday Lavrov": the first word's capital is the sentence's.
		if n.last-n.first > 1 && rd.opens(n.first) {
			rd.composePerson(run{n.first + 1, n.last})
		}
		return
	}
	m.First, m.Last = n.first, n.last
	if len(m.IDs) > 0 && rd.administration(&m) {
		rd.commit(found{Mention: m}, m.Last-1)
		return
	}
	rd.ownedPerson(&m)
	if rd.same(m.First-1, m.First) && titles[strings.TrimSuffix(rd.word(m.First-1), ".")] {
		m.First--
	}
	rd.commit(found{Mention: m}, n.last-1)
}

// administration reads "the Trump administration", "Netanyahu's government" as the government.
func (rd *reading) administration(m *Mention) bool {
	i := m.Last
	if rd.possessive(i) {
		i++
	}
	switch rd.word(i) {
	case "administration", "government", "regime", "cabinet", "presidency":
	default:
		return false
	}
	m.Kind, m.Organ, m.Sector, m.Person, m.Office = chancery.KindOrgan, rd.word(i), "GOV", "", ""
	m.Last = i + 1
	if rd.word(m.First-1) == "the" {
		m.First--
	}
	return true
}

// ownedPerson takes "Germany's" before "Merz" into the mention.
func (rd *reading) ownedPerson(m *Mention) {
	if len(m.IDs) != 1 || !rd.same(m.First-1, m.First) || !rd.possessive(m.First-1) {
		return
	}
	if a := rd.atomEnding(m.First - 1); a.names() && a.sense.id == m.IDs[0] && rd.taken[a.first] == 0 {
		m.First = a.first
	}
}

func (rd *reading) asHolder(n run, m *Mention) bool {
	index, ok := rd.identify(n)
	if ok {
		rd.asPerson(index, m)
		rd.addIntroduced(introduced{name: m.Person, written: rd.text(n), id: m.IDs[0], office: m.Office, sector: m.Sector, person: index, at: n.first})
	}
	return ok
}

// asPerson fills in a person of the register. Somebody who is out of office at the time of the text
// keeps the state and loses the office.
func (rd *reading) asPerson(index int, m *Mention) {
	p := rd.people[index]
	t, current, _ := p.service(rd.when)
	m.Person, m.IDs, m.Sector = p.name, []string{t.state}, "ELI"
	if current {
		m.Office, m.Sector = t.office, rd.sectorOf(t.office)
	}
}

func (rd *reading) asIntroduced(n run, m *Mention) bool {
	if pos := rd.doc.Tokens[n.first].POS; n.last-n.first == 1 && rd.opens(n.first) && pos != english.PROPN && pos != english.NOUN && pos != english.X {
		return false
	}
	p, ok := rd.introducedAs(n)
	if ok {
		m.Person, m.Office, m.Sector = p.name, p.office, p.sector
		if p.id != "" {
			m.IDs = []string{p.id}
		}
	}
	return ok
}

func (rd *reading) asKnown(n run, m *Mention) bool {
	k, ok := rd.knownPerson(rd.text(n))
	if ok {
		m.Person, m.IDs, m.Office = k.Person, []string{k.State}, k.Office
		m.Sector = rd.sectorOf(k.Office)
		rd.addIntroduced(introduced{name: k.Person, written: rd.text(n), id: k.State, office: k.Office, sector: m.Sector, person: -1, at: n.first})
	}
	return ok
}

// asSurname resolves a surname that nothing introduces: to the one who holds office at the time and
// whose state the text speaks of, or who holds one of the highest offices. Two of a name are no answer.
func (rd *reading) asSurname(n *run, m *Mention) bool {
	a := rd.atomStarting(n.first)
	if a == nil || a.last != n.last || a.sense.kind != sensePerson || !a.sense.partial {
		return false
	}
	if rd.opens(n.first) && rd.doc.Tokens[n.first].POS != english.PROPN && rd.doc.Tokens[n.first].POS != english.X {
		return false
	}
	best, score, tie := -1, 0, false
	for _, s := range append([]sense{a.sense}, a.others...) {
		if s.kind != sensePerson || s.ambiguous {
			continue
		}
		switch points := rd.surnameScore(rd.people[s.index], len(a.others) == 0); {
		case points > score:
			best, score, tie = s.index, points, false
		case points == score:
			tie = true
		}
	}
	if best < 0 || tie || score < 5 || notNames[rd.word(n.first)] || !rd.titleAgrees(n.first, rd.people[best].name) {
		return false
	}
	rd.asPerson(best, m)
	return true
}

// titleAgrees rejects "Mrs. Trump" for a man, and for everybody of whom the text has not said "she".
func (rd *reading) titleAgrees(token int, person string) bool {
	switch strings.TrimSuffix(rd.word(token-1), ".") {
	case "mrs", "ms", "miss", "lady", "madam":
		return rd.female[person]
	}
	return true
}

// surnameScore weighs whether a surname alone means the person. Only is set where nobody else of the
// register bears it.
func (rd *reading) surnameScore(p *person, only bool) int {
	t, current, ok := p.service(rd.when)
	if !ok {
		return 0
	}
	score := 0
	if current {
		score += 3
		o := rd.offices[t.office]
		if o != nil && (o.level == "head-of-state" || o.level == "head-of-government") {
			score++
		}
		if o != nil && only && (o.level == "head-of-state" || o.level == "head-of-government" || o.level == "foreign-minister") && rd.weighty(t.state) {
			score += 2 // "Trump", in a text on nothing American
		}
	}
	if rd.evidence[t.state] > 0 || rd.namesOffice(t.office) {
		score += 2
	}
	return score
}

// namesOffice reports whether the text names the office beside which the person is known.
func (rd *reading) namesOffice(id string) bool {
	o := rd.offices[id]
	if o == nil || o.of == "state" || o.of == "both" {
		return false // every state has one
	}
	for i := range rd.atoms {
		if a := &rd.atoms[i]; !a.off && a.sense.kind == senseOffice && a.sense.id == id {
			return true
		}
	}
	return false
}

// weighty reports whether a state's leaders are news everywhere, so that a surname alone is enough: it
// sits in the G20 by itself.
func (rd *reading) weighty(id string) bool {
	for _, s := range rd.Standings(id, "G20") {
		if s.Standing == chancery.StandingMember && (rd.when.IsZero() || s.Since.IsZero() || !rd.when.End.Before(s.Since)) {
			return true
		}
	}
	return false
}

// speech are verbs whose subject, if it looks like a name, is a person.
var speech = wordSet(`say tell add note stress state write announce declare warn explain argue reply answer
claim insist comment emphasize emphasise underline remark recall believe think`)

// headWords name who leads or speaks for what stands behind "of".
var headWords = wordSet("head chief leader director chair chairman chairwoman chairperson coordinator commander representative")

// asHead takes a name in full between commas behind "the head of the Mission" for the one who heads it.
func (rd *reading) asHead(n run, m *Mention) bool {
	if n.last-n.first < 2 || rd.word(n.first-1) != "," || rd.word(n.last) != "," || !rd.same(n.first-1, n.last) {
		return false
	}
	a := rd.atomEnding(n.first - 1)
	if !a.names() || a.sense.kind != senseAssociation {
		return false
	}
	i := a.first - 1
	if rd.word(i) == "the" {
		i--
	}
	if rd.word(i) != "of" || !headWords[rd.word(i-1)] || !rd.same(i-1, n.first) {
		return false
	}
	m.Person, m.IDs = rd.text(n), []string{a.sense.id}
	rd.addIntroduced(introduced{name: m.Person, written: m.Person, id: a.sense.id, person: -1, at: n.first})
	return true
}

// asSpeaker takes a name that nothing places as a person's where the person speaks.
func (rd *reading) asSpeaker(n run, m *Mention) bool {
	if n.last-n.first < 2 || n.last-n.first > 4 || !rd.isGiven(n.first) {
		return false
	}
	for i := n.first; i < n.last; i++ {
		t := &rd.doc.Tokens[i]
		if t.Label == english.Nsubj && t.Head >= 0 && speech[rd.doc.Tokens[t.Head].Lemma] {
			m.Person = rd.text(n)
			rd.addIntroduced(introduced{name: m.Person, written: m.Person, person: -1, at: n.first})
			return true
		}
	}
	return false
}
