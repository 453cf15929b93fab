package actors

import (
	"slices"
	"strings"

	"chancery"
	"chancery/english"
)

// composeOffices makes mentions of the posts that the text names with whoever holds them: "Russian
// Foreign Minister Sergey Lavrov", "Thongloun Sisoulith, President of Laos". A post alone ("the
// minister") is left to be resolved.
func (rd *reading) composeOffices() {
	for i := range rd.atoms {
		a := &rd.atoms[i]
		if a.off || a.sense.kind != senseOffice || rd.taken[a.first] != 0 {
			continue
		}
		rd.composeOffice(a)
	}
}

// post is an office under composition.
type post struct {
	run
	atom   *atom
	owner  owner
	plural bool
	former bool
	lesser bool
	other  bool // the post is of something that is no actor of ours: "League-Quaid President"
	named  run  // the person's name, or empty
}

func (rd *reading) composeOffice(a *atom) {
	p := post{run: run{a.first, a.last}, atom: a, plural: a.sense.plural}
	p.former = a.sense.id == "former-officeholder"
	rd.modifiersBefore(&p)
	p.owner = rd.ownerBefore(p.first, p.plural)
	if !p.owner.none() {
		p.first = p.owner.first
		rd.modifiersBefore(&p)
	}
	rd.article(&p)
	rd.elect(&p)
	if p.owner.none() {
		if id := rd.impliedOwner(a); id != "" {
			p.owner.ids = []string{id}
		}
	}
	p.other = p.owner.none() && p.first == a.first && rd.joined(p.first-1) && rd.nameLike(p.first-1) && rd.doc.Tokens[p.first-1].POS == english.PROPN
	if p.owner.none() && !p.other {
		if after := rd.officeOwnerAfter(&p); !after.none() {
			p.owner, p.last = after, after.last
		}
	}
	rd.holderAfter(&p)
	if p.named.empty() && !p.plural && !p.owner.none() {
		rd.posted(&p)
	}
	if p.named.empty() && !p.plural {
		rd.holderBefore(&p)
	}
	rd.commitPost(&p)
}

// impliedOwner is whose post the wording itself names: "OSCE chair". A wording that only means a
// state's post there ("chancellor") needs a text that is about that state.
func (rd *reading) impliedOwner(a *atom) string {
	if a.sense.proper {
		return a.sense.owner
	}
	main := rd.mainState()
	for _, s := range append([]sense{a.sense}, a.others...) {
		if s.kind == senseOffice && s.owner != "" && s.owner == main {
			return main
		}
	}
	return ""
}

// modifiersBefore takes "new", "former", "deputy" before the post into it.
func (rd *reading) modifiersBefore(p *post) {
	for rd.same(p.first-1, p.first) && rd.joined(p.first-1) {
		w := rd.word(p.first - 1)
		switch {
		case oldOffice[w]:
			p.former = true
		case lesserOffice[w]:
			p.lesser = true
		case premodifiers[w], p.plural && numbers[w] > 0, w == "-" && rd.touches(p.first-1) && rd.touches(p.first-2):
		default:
			return
		}
		p.first--
	}
}

// article takes "the", "a", "both" into the phrase.
func (rd *reading) article(p *post) {
	if w := rd.word(p.first - 1); (w == "the" || w == "a" || w == "an" || w == "both" && p.plural) && rd.joined(p.first-1) {
		p.first--
	}
}

// elect reads "President-elect": somebody who does not hold the post yet.
func (rd *reading) elect(p *post) {
	i := p.last
	if rd.word(i) == "-" {
		i++
	}
	if rd.word(i) == "elect" || rd.word(i) == "-elect" || rd.word(i) == "designate" {
		p.last, p.lesser = i+1, true
	}
}

// officeOwnerAfter reads "of Laos", and reaches over what a ministry has besides: "Minister of
// Foreign Affairs and International Cooperation of Cambodia".
func (rd *reading) officeOwnerAfter(p *post) owner {
	if o := rd.ownerAfter(p.last, p.plural); !o.none() {
		return o
	}
	i := p.last
	switch rd.word(i) {
	case "and", ",", "&":
	default:
		return owner{}
	}
	for ; i < p.last+9 && rd.same(p.last-1, i); i++ {
		w := rd.doc.Word(i)
		if rd.word(i) == "of" || rd.word(i) == "for" {
			if o := rd.ownerAfter(i, false); len(o.ids) > 0 && i > p.last+1 {
				return o
			}
			continue
		}
		switch rd.word(i) {
		case "and", ",", "&":
			continue
		}
		if !upperInitial(w) || rd.atomAt(i) != nil {
			return owner{}
		}
	}
	return owner{}
}

// holderAfter reads the name that follows the post: "President Alexander Lukashenko of Belarus",
// "the Prime Minister of Fiji, Sitiveni Rabuka,".
func (rd *reading) holderAfter(p *post) {
	i := p.last
	if rd.same(p.last-1, i) && rd.joined(i-1) {
		if n := rd.nameFrom(rd.skipTitles(i)); !n.empty() {
			p.named, p.last = n, n.last
			if p.owner.none() {
				if after := rd.ownerAfter(n.last, false); len(after.ids) > 0 && rd.word(n.last) != "from" {
					p.owner, p.last = after, after.last
				}
			}
			return
		}
	}
	if p.plural || p.owner.none() || rd.word(i) != "," || !rd.same(i, i+1) {
		return
	}
	n := rd.nameFrom(i + 1)
	if n.empty() || !rd.fitsOwner(n, p) {
		return
	}
	known := rd.isHolder(n)
	if n.last-n.first < 2 && !known {
		return
	}
	switch w := rd.word(n.last); {
	case w == "," || w == "." || w == ":" || w == ";" || w == ")" || w == "":
	case known && w != "and":
	default:
		return
	}
	if rd.word(n.last) == "," && !known && rd.listed(n.last) {
		return
	}
	p.named, p.last = n, n.last
}

// skipTitles reaches over "Mr.", "Comrade", "Dr." before a name.
func (rd *reading) skipTitles(token int) int {
	for titles[strings.TrimSuffix(rd.word(token), ".")] && rd.same(token, token+1) {
		token++
		if rd.word(token) == "." {
			token++
		}
	}
	return token
}

// posted reaches over where an envoy is sent to: "Peru's ambassador to Chile Rosa Quispe".
func (rd *reading) posted(p *post) {
	if w := rd.word(p.last); w != "to" && w != "in" {
		return
	}
	a := rd.atomStarting(rd.skipArticle(p.last + 1))
	if !a.names() || !rd.same(p.first, a.first) {
		return
	}
	q := *p
	q.last = a.last
	if rd.holderAfter(&q); !q.named.empty() {
		*p = q
	}
}

// listed reports whether the comma at the token parts the members of a list of people.
func (rd *reading) listed(token int) bool {
	if rd.word(token+1) == "and" {
		return true
	}
	n := rd.nameFrom(token + 1)
	return !n.empty() && (rd.word(n.last) == "," || rd.word(n.last) == "and")
}

func (rd *reading) isHolder(n run) bool {
	_, ok := rd.identify(n)
	return ok
}

// fitsOwner rejects a name that the register knows to serve somebody else.
func (rd *reading) fitsOwner(n run, p *post) bool {
	i, ok := rd.identify(n)
	if !ok || len(p.owner.ids) == 0 {
		return true
	}
	for _, id := range rd.people[i].states() {
		for _, owner := range p.owner.ids {
			if id == owner || rd.partOf(id, owner) || rd.partOf(owner, id) {
				return true
			}
		}
	}
	return false
}

// partOf reports whether the actor is an organ or a territory of the other: the AU Commission of the AU.
func (rd *reading) partOf(id, of string) bool {
	a := rd.actors[id]
	return a != nil && a.Of != "" && a.Of == of
}

// holderBefore reads the name before the post: "Maxim Ryzhenkov, Belarusian Minister of Foreign
// Affairs".
func (rd *reading) holderBefore(p *post) {
	comma := p.first - 1
	if w := rd.word(comma); w != "," && w != "(" || !rd.same(comma, p.first) {
		return
	}
	n := rd.nameTo(comma)
	if n.empty() || rd.taken[n.first] != 0 || !rd.fitsOwner(n, p) {
		return
	}
	if p.owner.none() && !rd.isHolder(n) {
		return
	}
	if n.last-n.first < 2 && !rd.isHolder(n) && !rd.hasWord(rd.text(n)) {
		return
	}
	if rd.word(comma) == "," && rd.same(p.last-1, p.last) && rd.word(p.last) == "and" && len(p.owner.ids) == 0 {
		return
	}
	p.named, p.first = n, n.first
	if rd.word(comma) == "(" && rd.word(p.last) == ")" {
		p.last++
	}
	if rd.same(p.first-1, p.first) && titles[strings.TrimSuffix(rd.word(p.first-1), ".")] {
		p.first--
	}
}

// officeID is the office that the words name for the owner at hand: "president" is one office in a
// state and another in an association.
func (rd *reading) officeID(p *post, ids []string) string {
	candidates := rd.candidates(p.atom)
	if p.lesser {
		for _, id := range candidates {
			if _, ok := rd.offices["deputy-"+id]; ok {
				return "deputy-" + id
			}
		}
		return ""
	}
	best, score := candidates[0], 0
	for _, id := range candidates {
		if s := rd.officeFit(rd.offices[id], ids); s > score {
			best, score = id, s
		}
	}
	return best
}

func (rd *reading) officeFit(o *office, ids []string) int {
	if o == nil {
		return 0
	}
	if len(ids) == 0 {
		return 1
	}
	a := rd.actors[ids[0]]
	switch {
	case o.of == ids[0]:
		return 4
	case a == nil:
		return 1
	case o.of == "association" && a.Kind == chancery.KindAssociation, o.of == "state" && a.Kind != chancery.KindAssociation:
		return 3
	case o.of == "both":
		return 2
	}
	return 0
}

// commitPost turns a post into a mention. Where the words do not say whose it is, the mention waits
// to be resolved.
func (rd *reading) commitPost(p *post) {
	f := found{Mention: Mention{First: p.first, Last: p.last, Kind: chancery.KindOffice, IDs: p.owner.ids,
		Organ: p.owner.organ, Plural: p.plural && p.named.empty()}}
	if i := p.atom.sense.index; f.Organ == "" && i > 0 {
		f.Organ = rd.organs[i-1].organ
	}
	core, index := p.atom.last-1, -1
	if !p.named.empty() {
		f.Kind = chancery.KindPerson
		core = p.named.last - 1
		index = rd.holder(p, &f.Mention)
	}
	if f.Office == "" {
		f.Office = rd.officeID(p, f.IDs)
	}
	f.Sector = rd.sectorOf(f.Office)
	if p.former {
		f.Office, f.Sector = "", "ELI"
	} else if p.other {
		f.Office, f.Sector = "", ""
	}
	if f.Person != "" {
		rd.introduce(p, &f.Mention, index)
	}
	switch {
	case p.owner.pronoun > 0:
		rd.ownedBy(&f, p.owner.pronoun-1)
	case len(f.IDs) > 0 || f.Person != "":
	case rd.definite(p.first):
		f.wish = wish{kind: wishPost, offices: rd.candidates(p.atom)}
		if p.plural {
			f.wish.kind = wishPair
		}
	default:
		return
	}
	rd.commit(f, core)
}

// definite reports whether the phrase that begins at the token points at somebody known: "the
// minister", "both presidents".
func (rd *reading) definite(token int) bool {
	switch rd.word(token) {
	case "the", "both", "that":
		return true
	}
	return false
}

// candidates lists the offices that the words of the atom may name.
func (rd *reading) candidates(a *atom) []string {
	ids := []string{a.sense.id}
	for _, o := range a.others {
		if o.kind == senseOffice && !slices.Contains(ids, o.id) {
			ids = append(ids, o.id)
		}
	}
	return ids
}

func (rd *reading) sectorOf(office string) string {
	return firstOf(rd.OfficeSector(office), "GOV")
}

// holder finds who is named beside a post, and for whom if the words do not say. It gives the
// person's index in the register, or -1.
func (rd *reading) holder(p *post, m *Mention) int {
	m.Person = rd.fullName(p.named, m.IDs)
	index, known := rd.identify(p.named)
	if !known {
		index = rd.surnameHolder(p, m.IDs)
	}
	if index >= 0 {
		m.Person = rd.people[index].name
		if len(m.IDs) == 0 {
			t := rd.people[index].termAs(rd.when, rd.candidates(p.atom))
			m.IDs = []string{t.state}
			if slices.Contains(rd.candidates(p.atom), t.office) && !p.lesser {
				m.Office = t.office
				p.former = p.former || !rd.when.IsZero() && !t.span.on(rd.when)
			}
		}
		return index
	}
	if len(m.IDs) > 0 {
		return index
	}
	if q, ok := rd.introducedAs(p.named); ok && q.id != "" {
		m.IDs = []string{q.id}
	} else if k, ok := rd.knownPerson(m.Person); ok {
		m.IDs = []string{k.State}
	}
	return index
}

// introduce notes a passage that says who somebody is: a post, whose it is, and a name.
func (rd *reading) introduce(p *post, m *Mention, index int) {
	if len(p.owner.ids) != 1 || p.plural {
		return
	}
	full := p.named.last-p.named.first > 1
	if full || index >= 0 {
		rd.addIntroduced(introduced{name: m.Person, written: rd.text(p.named), id: p.owner.ids[0], office: m.Office,
			sector: m.Sector, person: index, at: p.named.first})
	}
	if full && !p.former {
		rd.passages = append(rd.passages, chancery.Introduction{Person: m.Person, State: p.owner.ids[0], Office: m.Office,
			Start: rd.doc.Tokens[p.first].Start, End: rd.doc.Tokens[p.last-1].End})
	}
}

// termAs is the person's term in one of the offices, best one held at the time, or the term to be
// named at the time.
func (p *person) termAs(when chancery.Period, offices []string) term {
	best, current, ok := term{}, false, false
	for _, t := range p.terms {
		if now := t.span.on(when); slices.Contains(offices, t.office) && (!ok || now && !current) {
			best, current, ok = t, now, true
		}
	}
	if !ok {
		best, _, _ = p.service(when)
	}
	return best
}

// surnameHolder finds whom "Russian President Putin" names: the one of that name who holds an
// office in that state, best the office said.
func (rd *reading) surnameHolder(p *post, ids []string) int {
	if p.named.last-p.named.first != 1 {
		return -1
	}
	office := rd.officeID(p, ids)
	best, score, tie := -1, 0, false
	for _, w := range rd.lexicon.exact(rd.text(p.named)) {
		if w.sense.kind != sensePerson {
			continue
		}
		s := 0
		for _, t := range rd.people[w.sense.index].terms {
			points := 1
			if len(ids) > 0 && !slices.Contains(ids, t.state) {
				continue
			}
			if t.office == office {
				points += 4
			}
			if t.span.on(rd.when) {
				points += 2
			}
			s = max(s, points)
		}
		switch {
		case s > score:
			best, score, tie = w.sense.index, s, false
		case s == score && w.sense.index != best:
			tie = true
		}
	}
	if tie || len(ids) == 0 && score < 5 || score < 3 {
		return -1
	}
	return best
}
