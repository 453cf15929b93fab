package actors

import (
	"slices"
	"strings"

	"chancery"
	"chancery/english"
)

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
	if p.plural || p.owner.none() {
		return
	}
	i = rd.overMatter(i)
	if rd.word(i) != "," || !rd.same(i, i+1) {
		return
	}
	n := rd.nameFrom(rd.skipTitles(i + 1))
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
	if !known && rd.heldBefore(p) {
		return // "Chhorn Hay, Cambodian ambassador, Morteza Moradian, Iranian ambassador"
	}
	p.named, p.last = n, n.last
}

// overMatter reaches over a short phrase that tells what a post is for or where it is: "special envoy for oil,
// Idris Tagelsir". It gives the token as it is where no comma follows.
func (rd *reading) overMatter(token int) int {
	switch rd.word(token) {
	case "for", "in", "on", "of":
	default:
		return token
	}
	for i := token + 1; i < token+6 && rd.same(token, i); i++ {
		if rd.word(i) == "," {
			return i
		}
		switch rd.doc.Tokens[i].POS {
		case english.NOUN, english.PROPN, english.ADJ, english.DET, english.CCONJ:
		default:
			return token
		}
	}
	return token
}

// heldBefore reports whether the post has a name in full before it that no other post has taken.
func (rd *reading) heldBefore(p *post) bool {
	comma := p.first - 1
	if rd.word(comma) != "," || !rd.same(comma, p.first) {
		return false
	}
	n := rd.nameTo(comma)
	return n.last-n.first > 1 && rd.taken[n.first] == 0 && rd.fitsOwner(n, p)
}

// skipTitles reaches over "Mr.", "Comrade", "Dr." before a name.
func (rd *reading) skipTitles(token int) int {
	for rd.same(token, token+1) && titles[strings.TrimSuffix(rd.word(token), ".")] {
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
	if rd.word(token+1) == "and" && rd.same(token, token+2) {
		switch rd.doc.Tokens[token+2].POS {
		case english.VERB, english.AUX, english.ADV:
			return false // "the president, Aminath Shifza, and expressed": the sentence goes on
		}
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
	if opening := rd.openingName(comma); opening.last-opening.first > n.last-n.first {
		n = opening
	}
	if n.empty() || rd.taken[n.first] != 0 || !rd.fitsOwner(n, p) {
		return
	}
	if rd.word(comma) == "," && rd.inverted(n, p) {
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

// openingName is a name of two to four words in capitals that opens a sentence and ends before the
// comma: the line above a statement, "Sione Fifita, Prime Minister of Tonga:". There a tagger has
// little to go by.
func (rd *reading) openingName(comma int) run {
	first := rd.doc.Sentences[rd.doc.Tokens[comma].Sentence].First
	if n := comma - first; n < 2 || n > 4 || rd.styles[rd.doc.Tokens[comma].Sentence] == capital {
		return run{comma, comma}
	}
	for i := first; i < comma; i++ {
		w := rd.doc.Word(i)
		a := rd.atomAt(i)
		if !upperInitial(w) || !rd.joined(i) && i+1 < comma || notNames[strings.ToLower(w)] || rd.taken[i] != 0 || a != nil && a.sense.kind != sensePerson {
			return run{comma, comma}
		}
	}
	return run{first, comma}
}

// inverted reports whether the post behind the comma is not the name's: in "half of the islands are
// without power since Talei, the Lao envoy announced" it is the subject of what follows.
func (rd *reading) inverted(n run, p *post) bool {
	if rd.same(p.last-1, p.last) && !rd.opens(n.first) {
		switch rd.doc.Tokens[p.last].Tag {
		case "VBD", "VBZ":
			return rd.doc.Sentences[rd.doc.Tokens[n.first].Sentence].First < n.first-3
		}
	}
	return false
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
