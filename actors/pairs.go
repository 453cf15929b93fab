package actors

import (
	"slices"
	"strings"

	"chancery"
	"chancery/english"
)

// isState reports whether the id is a state's or a territory's.
func (rd *reading) isState(id string) bool {
	a := rd.actors[id]
	return a != nil && a.Kind != chancery.KindAssociation
}

// statesOf adds the states that the mentions stand for; where they just name places, only on demand.
func (rd *reading) statesOf(into []string, mentions []found, places bool) []string {
	for i := range mentions {
		f := &mentions[i]
		if f.Place && !places {
			continue
		}
		for _, id := range f.IDs {
			if rd.isState(id) && !slices.Contains(into, id) {
				into = append(into, id)
			}
		}
	}
	return into
}

// grantPair finds the states that were named together before "the two countries", or the people
// before "the two ministers".
func (rd *reading) grantPair(i int, f *found) {
	if rd.word(f.Last) == "of" && !rd.pairFollows(f.Last+1) {
		return // "the leaders of the bloc"
	}
	if rd.peopleBefore(i, f) {
		return
	}
	if f.wish.count == 0 && (f.Organ == "Authorities" || f.Kind == chancery.KindOffice && !slices.Contains(f.wish.offices, "leader")) {
		rd.sameOffices(i, f)
		return
	}
	if rd.onlyHolders(f) {
		return
	}
	// Hosts are often named by the place alone: "arrived in Minsk". They count where nothing else does.
	if !rd.pairBefore(i, f, false) {
		rd.pairBefore(i, f, true)
	}
	if f.Via == "" && max(f.wish.count, 2) == 2 && rd.quoted[f.First] == 0 {
		if main := rd.mainBefore(i); main != nil { // the sentences around name others; the text is about these
			rd.setPair(f, main)
		}
	}
}

// pairFollows reads "the presidents of the two countries".
func (rd *reading) pairFollows(i int) bool {
	switch rd.word(i) {
	case "both", "their", "these":
		return true
	case "the":
		return numbers[rd.word(i+1)] > 0
	}
	return false
}

// peopleBefore finds the people whom "the two officials" takes up: those of the last sentence that has
// any, if they are just so many.
func (rd *reading) peopleBefore(i int, f *found) bool {
	if f.Kind != chancery.KindOffice && f.Kind != chancery.KindPerson && f.Organ != "Authorities" {
		return false
	}
	want := max(f.wish.count, 2)
	here := rd.sentence(f)
	for s := here; s >= max(0, here-3); s-- {
		var people []*found
		mentions := rd.before(i, s)
		for k := range mentions {
			m := &mentions[k]
			if !m.onePerson() || m.Pronoun && s == here || !rd.fitsPair(m, f) {
				continue
			}
			if !slices.ContainsFunc(people, func(p *found) bool { return sameActor(p, m) }) {
				people = append(people, m)
			}
		}
		if len(people) < want && rd.lastGroup(rd.before(i, s), want) != nil {
			return false // a group is named as one
		}
		if len(people) == want {
			var ids []string
			for _, p := range people {
				if len(p.IDs) != 1 || slices.Contains(ids, p.IDs[0]) {
					return false
				}
				ids = append(ids, p.IDs[0])
			}
			rd.setPair(f, ids)
			return true
		}
		if len(people) > 0 {
			return false
		}
	}
	return false
}

// onlyHolders resolves "the two ministers" to the states of the two people whom the text has introduced in such
// an office, where it has introduced no third.
func (rd *reading) onlyHolders(f *found) bool {
	if f.Kind != chancery.KindOffice || f.wish.count != 2 || len(f.wish.offices) == 0 || slices.Contains(f.wish.offices, "leader") {
		return false
	}
	var ids []string
	for k := range rd.introduced {
		p := &rd.introduced[k]
		if p.at >= f.First || p.id == "" || !rd.isState(p.id) {
			continue
		}
		holder := found{Mention: Mention{Office: p.office, IDs: []string{p.id}, Person: p.name}}
		if !rd.holds(&holder, f.wish.offices) {
			continue
		}
		if !slices.Contains(ids, p.id) {
			ids = append(ids, p.id)
		}
	}
	if len(ids) != 2 {
		return false
	}
	rd.setPair(f, ids)
	return true
}

// sameOffices resolves "the ministers" to the group of that office named last.
func (rd *reading) sameOffices(i int, f *found) {
	here := rd.sentence(f)
	for s := here; s >= max(0, here-farBack); s-- {
		mentions := rd.before(i, s)
		for k := len(mentions) - 1; k >= 0; k-- {
			m := mentions[k]
			if !m.Plural || m.Pronoun || len(m.IDs) < 2 || m.Kind != f.Kind {
				continue
			}
			m.Plural, m.IDs = false, m.IDs[:1]
			if f.Organ == "Authorities" && m.Organ == f.Organ || rd.holds(&m, f.wish.offices) {
				rd.setPair(f, mentions[k].IDs)
			}
			return
		}
	}
}

// fitsPair reports whether the person may be one of "the two ministers": the office is one that the
// words may name, where they name one.
func (rd *reading) fitsPair(m, f *found) bool {
	return f.Kind != chancery.KindOffice || len(f.wish.offices) == 0 || slices.Contains(f.wish.offices, "official") || rd.holds(m, f.wish.offices)
}

// pairBefore is grantPair with or without the states that are named as places. It reports whether the
// search is over: a pair was found, or too many states.
func (rd *reading) pairBefore(i int, f *found, places bool) bool {
	want := max(f.wish.count, 2)
	var together []string
	here := rd.sentence(f)
	if want > 2 && rd.manyBefore(i, f, want) {
		return true
	}
	for s := here; s >= max(0, here-farBack); s-- {
		mentions := rd.before(i, s)
		if s == here {
			mentions = rd.withoutSubject(mentions, f)
		}
		if ids := rd.lastGroup(mentions, want); ids != nil {
			rd.setPair(f, ids)
			return true
		}
		merged := rd.statesOf(nil, mentions, places)
		for _, id := range together {
			if !slices.Contains(merged, id) {
				merged = append(merged, id)
			}
		}
		switch {
		case len(merged) == want:
			if ids := rd.settledPair(i, s, merged, want); ids != nil {
				rd.setPair(f, ids)
			}
			return true
		case len(merged) > want:
			if ids := rd.parties(mentions); len(together) == 0 && len(ids) == want {
				rd.setPair(f, ids)
			} else if main := rd.mainGroup(want); main != nil && rd.allIn(main, merged) {
				rd.setPair(f, main)
			}
			return true
		}
		together = merged
	}
	return false
}

// withoutSubject leaves out who does what is done to f: whoever congratulates both countries is neither.
func (rd *reading) withoutSubject(mentions []found, f *found) []found {
	object := rd.doc.Tokens[f.Head]
	if object.Label != english.Obj && object.Label != english.Iobj {
		return mentions
	}
	return slices.DeleteFunc(slices.Clone(mentions), func(m found) bool {
		t := rd.doc.Tokens[m.Head]
		for t.Label == english.Conj {
			t = rd.doc.Tokens[t.Head]
		}
		if v := rd.doc.Tokens[object.Head]; v.Label == english.AclRelcl && v.Head == m.Head {
			return true // "Peru, which telephoned both governments"
		}
		return t.Head == object.Head && t.Label == english.Nsubj
	})
}

// manyBefore finds the three or more that were named in one breath, or else those that the text is
// about.
func (rd *reading) manyBefore(i int, f *found, want int) bool {
	here := rd.sentence(f)
	for s := here; s >= max(0, here-farBack); s-- {
		if ids := rd.lastGroup(rd.before(i, s), want); ids != nil {
			rd.setPair(f, ids)
			return true
		}
	}
	if main := rd.mainGroup(want); main != nil {
		rd.setPair(f, main)
		return true
	}
	return false
}

func (rd *reading) allIn(ids, among []string) bool {
	for _, id := range ids {
		if !slices.Contains(among, id) {
			return false
		}
	}
	return true
}

// settledPair prefers the pair that the text named as one before to the two states named last: where
// one of the pair thanks a third, "the two countries" is still the pair. The third must be named less
// often than either. Where it is not, and the sentence right before does not name the two together, the
// text leaves open which pair it means, and the result is nil.
func (rd *reading) settledPair(i, sentence int, merged []string, want int) []string {
	for s := sentence - 1; want == 2 && s >= max(0, sentence-farBack); s-- {
		pair := rd.lastGroup(rd.before(i, s), want)
		if pair == nil {
			continue
		}
		inside, outside := 0, ""
		for _, id := range merged {
			if slices.Contains(pair, id) {
				inside++
			} else {
				outside = id
			}
		}
		if inside == 1 && rd.evidence[outside] < rd.evidence[pair[0]] && rd.evidence[outside] < rd.evidence[pair[1]] {
			return pair
		}
		if inside == 1 && sentence < rd.sentence(&rd.found[i])-1 {
			return nil
		}
		break
	}
	// Where one of the two is a third whom the text has hardly spoken of, the two that it has been about
	// so far come first.
	if main := rd.mainBefore(i); want == 2 && main != nil {
		first, second := slices.Contains(main, merged[0]), slices.Contains(main, merged[1])
		strangers := !first && !second && rd.evidence[merged[0]] < 2 && rd.evidence[merged[1]] < 2
		if first != second || strangers {
			return main
		}
	}
	return merged
}

// mainBefore are the two states that the text has named at least twice each before mention i, while it
// named no third as often.
func (rd *reading) mainBefore(i int) []string {
	counts := map[string]int{}
	var ids []string
	for k := range rd.found[:i] {
		m := &rd.found[k]
		if m.Pronoun || len(m.IDs) != 1 || !rd.isState(m.IDs[0]) {
			continue
		}
		if counts[m.IDs[0]]++; counts[m.IDs[0]] == 1 {
			ids = append(ids, m.IDs[0])
		}
	}
	slices.SortStableFunc(ids, func(a, b string) int { return counts[b] - counts[a] })
	if len(ids) < 2 || counts[ids[1]] < 2 || len(ids) > 2 && counts[ids[2]] >= counts[ids[1]] {
		return nil
	}
	return ids[:2]
}

// parties are the states that the verb of a sentence joins, as its subject and its object: the others
// that it names are matters of talk.
func (rd *reading) parties(mentions []found) []string {
	var ids []string
	for k := range mentions {
		m := &mentions[k]
		if m.Adjective || m.Place || len(m.IDs) != 1 || !rd.isState(m.IDs[0]) {
			continue
		}
		t := &rd.doc.Tokens[m.Head]
		if t.Head != rd.doc.Sentences[t.Sentence].Root {
			continue
		}
		switch t.Label {
		case english.Nsubj, english.NsubjPass, english.Obj, english.Iobj:
		case english.Obl:
			if rd.word(m.First-1) != "with" {
				continue
			}
		default:
			continue
		}
		if !slices.Contains(ids, m.IDs[0]) {
			ids = append(ids, m.IDs[0])
		}
	}
	return ids
}

func (rd *reading) setPair(f *found, ids []string) {
	f.IDs = slices.Clone(ids)
	f.Plural = true
	rd.via(f)
}

// lastGroup is the last mention or the last enumeration of just so many states: "Belarusian and
// Laotian leaders", "Russia and Laos".
func (rd *reading) lastGroup(mentions []found, want int) []string {
	for i := len(mentions) - 1; i >= 0; i-- {
		if f := &mentions[i]; len(f.IDs) == want && rd.isState(f.IDs[0]) && rd.isState(f.IDs[1]) {
			return f.IDs
		}
		if len(mentions[i].IDs) != 1 {
			continue
		}
		if i+1 < len(mentions) && rd.coordinated(&mentions[i], &mentions[i+1]) {
			continue // in the midst of an enumeration
		}
		var ids []string
		first := i
		for first > 0 && rd.coordinated(&mentions[first-1], &mentions[first]) {
			first--
		}
		for _, m := range mentions[first : i+1] {
			if len(m.IDs) != 1 || !rd.isState(m.IDs[0]) || slices.Contains(ids, m.IDs[0]) {
				ids = nil
				break
			}
			ids = append(ids, m.IDs[0])
		}
		if len(ids) == want {
			return ids
		}
	}
	return nil
}

// coordinated reports whether nothing but "and" parts two mentions.
func (rd *reading) coordinated(a, b *found) bool {
	i := a.Last
	if rd.possessive(i) {
		i++
	}
	for n := 0; i < b.First && n < 4; n++ {
		switch rd.word(i) {
		case "and", "&", "the", ",", "his", "-", "–", "with":
		default:
			return false
		}
		i++
	}
	return i == b.First && b.First > a.Last
}

// byEvidence lists the states of the text, those that it names most often first.
func (rd *reading) byEvidence() []string {
	var ids []string
	for id := range rd.evidence {
		if rd.isState(id) {
			ids = append(ids, id)
		}
	}
	slices.SortFunc(ids, func(a, b string) int {
		if c := rd.evidence[b] - rd.evidence[a]; c != 0 {
			return c
		}
		return strings.Compare(a, b)
	})
	return ids
}

// mainState is the state that the text names more often than any other, or "".
func (rd *reading) mainState() string {
	ids := rd.byEvidence()
	if len(ids) == 0 || len(ids) > 1 && rd.evidence[ids[1]] == rd.evidence[ids[0]] {
		return ""
	}
	return ids[0]
}

// mainGroup are the two or three states that the whole text is about: all of them often, and any other
// one less.
func (rd *reading) mainGroup(want int) []string {
	ids := rd.byEvidence()
	if len(ids) < want || rd.evidence[ids[want-1]] < 2 || len(ids) > want && rd.evidence[ids[want]]*2 > rd.evidence[ids[want-1]] {
		return nil
	}
	return ids[:want]
}
