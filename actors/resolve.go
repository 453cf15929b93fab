package actors

import (
	"slices"
	"sort"
	"strings"

	"chancery"
)

// farBack is how many sentences back a description may reach.
const farBack = 8

// resolve gives the mentions that are no names what they stand for, in the order of the text. What
// cannot be told stays open: unresolved is an answer, wrong is not. Pronouns that stay open are left
// out.
func (rd *reading) resolve() {
	sort.SliceStable(rd.found, func(i, j int) bool {
		if rd.found[i].Start != rd.found[j].Start {
			return rd.found[i].Start < rd.found[j].Start
		}
		return rd.found[i].End > rd.found[j].End
	})
	rd.starts = make([]int, len(rd.doc.Sentences)+1)
	k := 0
	for s := range rd.doc.Sentences {
		for k < len(rd.found) && rd.found[k].First < rd.doc.Sentences[s].First {
			k++
		}
		rd.starts[s] = k
	}
	rd.starts[len(rd.doc.Sentences)] = len(rd.found)
	for i := range rd.found {
		if f := &rd.found[i]; f.wish.kind != noWish {
			rd.grant(i, f)
		}
	}
	kept := rd.found[:0]
	for _, f := range rd.found {
		if f.Pronoun && !f.Speaker && f.Via == "" {
			continue
		}
		if (f.wish.kind == wishOwner || f.wish.kind == wishNeighbour) && f.Via == "" && len(f.IDs) == 0 {
			continue
		}
		if f.wish.kind == wishOrgan && f.Via == "" && rd.word(f.Last) == "of" {
			continue // "under the leadership of"
		}
		if f.Adjective && len(f.IDs) == 0 {
			continue // "military cooperation"
		}
		kept = append(kept, f)
	}
	rd.found = kept
}

func (rd *reading) grant(i int, f *found) {
	switch f.wish.kind {
	case wishPair:
		rd.grantPair(i, f)
	case wishPost:
		rd.grantPost(i, f)
	case wishOrgan:
		rd.grantOrgan(i, f)
	case wishAssociation:
		rd.grantAssociation(i, f)
	case wishCountry:
		rd.grantCountry(i, f)
	case wishCounterpart:
		rd.grantCounterpart(i, f)
	case wishOwner:
		rd.grantOwner(i, f)
	case wishNeighbour:
		rd.grantNeighbour(i, f)
	case wishHe:
		rd.grantPerson(i, f)
	case wishThey:
		rd.grantThey(i, f)
	case wishIt:
		rd.grantIt(i, f)
	}
	if f.Via == "" && (f.wish.kind == wishIt || f.wish.kind == wishThey) {
		rd.readAntecedent(i, f)
	}
}

// via says for people how the mention was resolved.
func (rd *reading) via(f *found) {
	names := make([]string, 0, len(f.IDs)+1)
	if f.Person != "" {
		names = append(names, f.Person)
	} else {
		for _, id := range f.IDs {
			names = append(names, rd.Name(id))
		}
	}
	f.Via = "coreference: " + rd.doc.Text[f.Start:f.End] + " → " + strings.Join(names, ", ")
}

// viaPost is via for a pronoun that stands for somebody whom the text names by a post or an organ alone.
func (rd *reading) viaPost(f, from *found) {
	words := rd.doc.Text[from.Start:from.End]
	if i := strings.LastIndex(from.Via, "→ "); from.Pronoun && i >= 0 {
		words = from.Via[i+len("→ "):]
	}
	f.Via = "coreference: " + rd.doc.Text[f.Start:f.End] + " → " + words
}

func (rd *reading) sentence(f *found) int { return rd.doc.Tokens[f.First].Sentence }

// mostBefore is how many mentions of one sentence are looked at: lists without end are no prose.
const mostBefore = 40

// before lists the mentions of a sentence that stand before mention i.
func (rd *reading) before(i, sentence int) []found {
	from, to := min(rd.starts[sentence], i), min(rd.starts[sentence+1], i)
	return rd.found[max(from, to-mostBefore):to]
}

// grantPost finds who "the minister" is: the latest before of that office. Where the same sentence or
// the two around it name two, it stays open.
func (rd *reading) grantPost(i int, f *found) {
	match := rd.latest(i, f, func(m *found) bool { return rd.holds(m, f.wish.offices) })
	if match >= 0 {
		rd.take(f, &rd.found[match])
	} else if match == noMatch && rd.word(f.Last) == ":" && rd.opens(f.First) && rd.home.Home != "" {
		f.IDs = []string{rd.home.Home} // who answers in the minutes of a briefing
		f.Office = rd.bestOffice(f)
		f.Via = "context: " + rd.home.HomeWhy
	} else if match == noMatch && slices.ContainsFunc(f.wish.offices, rd.single) {
		if rd.ofOnlyState(f); len(f.IDs) == 0 {
			rd.atHome(i, f)
		}
		rd.nameBehind(f)
	}
}

// nameBehind takes a full name between commas behind a post for its holder's: "the president, Asel Nurgali,".
func (rd *reading) nameBehind(f *found) {
	i := f.Last + 1
	if len(f.IDs) != 1 || f.Person != "" || f.Plural || rd.word(f.Last) != "," || !rd.same(f.First, i) || rd.taken[i] != 0 || !rd.nameLike(i) {
		return
	}
	if n := rd.nameFrom(i); n.last-n.first > 1 && (rd.word(n.last) == "," || rd.word(n.last) == ".") {
		f.Person, f.Kind = rd.text(n), chancery.KindPerson
	}
}

// ofOnlyState gives a post or an organ to the only state of which the text speaks at all.
func (rd *reading) ofOnlyState(f *found) {
	id := ""
	for _, known := range rd.byEvidence() {
		if id != "" {
			return
		}
		id = known
	}
	if id == "" || rd.evidence[id] < 2 || rd.word(f.Last) == "of" {
		return
	}
	f.IDs = []string{id}
	f.Office = rd.bestOffice(f)
	f.Via = "context: " + rd.doc.Text[f.Start:f.End] + " → " + rd.Name(id) + ", the only state in the text"
}

// latest is the index of the last mention that fits, if the sentence it stands in and the two before
// this one hold none of another actor that fits too.
func (rd *reading) latest(i int, f *found, fits func(*found) bool) int {
	here := rd.sentence(f)
	match := noMatch
	for s := here; s >= max(0, here-farBack); s-- {
		m := rd.onlyOne(i, s, fits)
		switch {
		case m == ambiguousMatch, m >= 0 && match >= 0 && !sameActor(&rd.found[m], &rd.found[match]):
			return ambiguousMatch
		case m >= 0 && match < 0:
			match = m
		}
		if match >= 0 && s <= here-2 {
			break
		}
	}
	return match
}

const (
	noMatch        = -1
	ambiguousMatch = -2
)

// onlyOne is the index of the mention in the sentence, before mention i, that fits, if all that fit
// are one actor.
func (rd *reading) onlyOne(i, sentence int, fits func(*found) bool) int {
	match := noMatch
	for k := min(rd.starts[sentence], i); k < min(rd.starts[sentence+1], i); k++ {
		if !fits(&rd.found[k]) {
			continue
		}
		if match >= 0 && !sameActor(&rd.found[match], &rd.found[k]) {
			return ambiguousMatch
		}
		match = k
	}
	return match
}

func sameActor(a, b *found) bool {
	if a.Person != "" && b.Person != "" {
		return a.Person == b.Person
	}
	return slices.Equal(a.IDs, b.IDs)
}

// take gives a description the actor of its antecedent.
func (rd *reading) take(f, from *found) {
	f.IDs, f.Person, f.Sector = slices.Clone(from.IDs), from.Person, from.Sector
	if from.Office != "" {
		f.Office = from.Office
	}
	if f.Pronoun {
		f.Kind, f.Organ, f.Plural = from.Kind, from.Organ, from.Plural
	} else if from.Person != "" {
		f.Kind = chancery.KindPerson
	}
	if f.Pronoun && f.Person == "" && (from.Office != "" || from.Organ != "") && from.End > from.Start {
		rd.viaPost(f, from)
		return
	}
	rd.via(f)
}

// holds reports whether the mention is of one person in one of the offices, or in one that the
// wording covers: "the minister" may be a foreign minister, "the leader" a president.
func (rd *reading) holds(m *found, offices []string) bool {
	if m.Office == "" || m.Plural || len(m.IDs) != 1 || m.Speaker {
		return false
	}
	if slices.Contains(offices, m.Office) {
		return true
	}
	o := rd.offices[m.Office]
	for _, want := range offices {
		switch {
		case o == nil:
		case want == "minister" && (o.level == "minister" || o.level == "foreign-minister"):
			return true
		case want == "top-diplomat" && o.level == "foreign-minister":
			return true
		case (want == "leader" || want == "head-of-state") && (o.level == "head-of-state" || o.level == "head-of-government"):
			return true
		case want == "official" && m.Person != "":
			return false
		case strings.HasSuffix(m.Office, "-"+want):
			return true
		}
	}
	return false
}

// grantOrgan finds whose "the ministry", "the delegation" or "the guests" are.
func (rd *reading) grantOrgan(i int, f *found) {
	if rd.word(f.Last) == "of" {
		return // "the Ministry of Extraordinary Situations" is one of its own
	}
	match := rd.latest(i, f, func(m *found) bool { return len(m.IDs) == 1 && rd.sameOrgan(f, m) })
	if match >= 0 {
		from := &rd.found[match]
		f.IDs, f.Organ, f.Sector = slices.Clone(from.IDs), from.Organ, from.Sector
		rd.via(f)
	} else if match == noMatch && ofStates[f.Organ] {
		if rd.ofOnlyState(f); len(f.IDs) == 0 {
			rd.atHome(i, f)
		}
	}
}

// ofStates are organs that every state has one of.
var ofStates = map[string]bool{"Government": true, "Authorities": true, "Armed Forces": true, "Parliament": true,
	"Presidency": true, "Ministry of Foreign Affairs": true, "Ministry of Defence": true, "Cabinet": true}

// sameOrgan reports whether the antecedent is an organ that the description may mean.
func (rd *reading) sameOrgan(f, m *found) bool {
	if m.Organ == "" {
		return false
	}
	if strings.EqualFold(f.Organ, m.Organ) {
		return true
	}
	last := rd.word(f.Last - 1)
	words := strings.Fields(strings.ToLower(m.Organ))
	return len(last) > 4 && slices.Contains(words, last)
}

// grantAssociation finds which association "the bloc" is: the latest of fitting name, or the latest
// of all if only one was spoken of.
func (rd *reading) grantAssociation(i int, f *found) {
	here := rd.sentence(f)
	word := f.wish.word
	for s := here; s >= max(0, here-farBack); s-- {
		named := rd.onlyOne(i, s, func(m *found) bool { return m.Kind == chancery.KindAssociation && rd.bearsWord(m, word) })
		if named < 0 && generalGroup(word) {
			named = rd.onlyOne(i, s, func(m *found) bool { return m.Kind == chancery.KindAssociation && len(m.IDs) == 1 })
		}
		if named == ambiguousMatch {
			return
		}
		if named >= 0 {
			f.IDs = slices.Clone(rd.found[named].IDs)
			rd.via(f)
			return
		}
	}
}

// generalGroup reports whether the word fits associations of any name.
func generalGroup(word string) bool {
	switch word {
	case "organization", "organisation", "bloc", "grouping", "association", "body", "block":
		return true
	}
	return false
}

func (rd *reading) bearsWord(m *found, word string) bool {
	if len(m.IDs) != 1 {
		return false
	}
	a := rd.actors[m.IDs[0]]
	if a == nil {
		return false
	}
	if word == "alliance" && a.Status == "alliance" || word == "bloc" && (a.Status == "alliance" || a.Status == "organisation") {
		return true
	}
	word = strings.Replace(word, "organisation", "organization", 1)
	for _, w := range strings.Fields(foldName(a.Name + " " + a.Official)) {
		if strings.Replace(w, "organisation", "organization", 1) == word {
			return true
		}
	}
	return false
}
