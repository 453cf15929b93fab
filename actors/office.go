package actors

import (
	"slices"

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
	if p.owner.none() {
		p.owner = rd.portfolioOwner(&p)
	}
	rd.envoyOwner(&p)
	if !p.owner.none() {
		p.first = p.owner.first
		rd.modifiersBefore(&p)
	}
	rd.article(&p)
	rd.elect(&p)
	if p.owner.none() && (a.sense.proper || rd.officeOwnerAfter(&p).none()) {
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
	rd.wholeOwner(&p)
	rd.holderAfter(&p)
	if p.named.empty() && !p.plural && !p.owner.none() {
		rd.posted(&p)
	}
	if p.named.empty() && !p.plural {
		rd.holderBefore(&p)
	}
	rd.commitPost(&p)
}

// portfolioOwner reads "the British corporate affairs minister", over the words for what the post is
// about. A head of state or government has none: "the Lao bank president" heads a bank.
func (rd *reading) portfolioOwner(p *post) owner {
	switch o := rd.offices[p.atom.sense.id]; {
	case o == nil:
		return owner{}
	case o.level == "minister" || o.level == "envoy" || o.level == "spokesperson" || o.level == "deputy" || o.level == "official":
		return rd.farOwner(p.first)
	}
	return owner{}
}

// envoyOwner reads "the Israeli UN ambassador": an envoy at an association serves the state.
func (rd *reading) envoyOwner(p *post) {
	if len(p.owner.ids) != 1 || p.owner.organ != "" || rd.isState(p.owner.ids[0]) {
		return
	}
	if before := rd.ownerBefore(p.owner.first, false); len(before.ids) == 1 && before.organ == "" && rd.isState(before.ids[0]) {
		p.owner = before
	}
}

// wholeOwner takes "of the Italian Republic" into a post whose wording has its owner implied.
func (rd *reading) wholeOwner(p *post) {
	if p.plural || len(p.owner.ids) != 1 || rd.word(p.last) != "of" {
		return
	}
	if after := rd.ownerAfter(p.last, false); len(after.ids) == 1 && after.ids[0] == p.owner.ids[0] {
		p.last = after.last
	}
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
	if own := p.atom.officeOf(ids); own != "" {
		return own
	}
	best, score := candidates[0], 0
	for _, id := range candidates {
		if s := rd.officeFit(rd.offices[id], ids); s > score {
			best, score = id, s
		}
	}
	return best
}

// officeOf is the office that the words name in this one state alone: "secretary of state" in the
// United States. It is "" for words that mean the same everywhere.
func (a *atom) officeOf(ids []string) string {
	if a == nil || len(ids) == 0 {
		return ""
	}
	for _, s := range append([]sense{a.sense}, a.others...) {
		if s.kind == senseOffice && s.owner == ids[0] {
			return s.id
		}
	}
	return ""
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
	case p.plural && p.atom.sense.id == "speaker":
		return // those who spoke
	case rd.definite(p.first), rd.label(p):
		f.wish = wish{kind: wishPost, offices: rd.candidates(p.atom), atom: p.atom}
		if p.plural {
			f.wish.kind = wishPair
			for t := p.first; t < p.atom.first; t++ {
				f.wish.count = max(f.wish.count, numbers[rd.word(t)])
				if rd.word(t) == "both" {
					f.wish.count = 2
				}
			}
		}
	default:
		return
	}
	rd.commit(f, core)
}

// label reports whether a post opens its line before a colon, as in the minutes of a briefing:
// "SPOKESMAN: …"
func (rd *reading) label(p *post) bool {
	return !p.plural && rd.word(p.last) == ":" && rd.opens(p.first)
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
