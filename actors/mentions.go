package actors

import (
	"slices"
	"sort"

	"chancery"
	"chancery/english"
)

// Mentions are the mentions of one document, in order and without overlap.
type Mentions struct {
	List []Mention
	// Introductions are the passages that say who a person is. Report is left empty.
	Introductions []chancery.Introduction
	// Places are the passages that say where: towns, and states where a preposition makes places of
	// them.
	Places []PlaceMention

	covering []int32 // by token: 1 + index of the mention that covers it, or 0
	placed   []int32 // by token: 1 + index of the place, or 0
}

// Mentions finds the words of the document that stand for actors. When is the time of the text:
// names and offices are read as of then, a zero period means today. Known are introductions of
// people by other reports. The result depends on the arguments alone.
func (r *Register) Mentions(doc *english.Document, when chancery.Period, known []chancery.Introduction) *Mentions {
	return r.MentionsIn(doc, Setting{When: when, Known: known})
}

// MentionsIn is Mentions for a text of which more is known than when it was written.
func (r *Register) MentionsIn(doc *english.Document, setting Setting) *Mentions {
	rd := &reading{Register: r, doc: doc, when: setting.When, home: setting, byWord: make(map[string][]int), listedAs: make(map[[2]string]bool)}
	rd.learn(setting.Known)
	rd.scan()
	rd.taken = make([]int32, len(doc.Tokens))
	rd.quoted = make([]int32, len(doc.Tokens))
	for i, q := range doc.Quotations {
		for t := q.First; t < q.Last && t < len(rd.quoted); t++ {
			rd.quoted[t] = int32(i + 1)
		}
	}
	rd.settle()
	rd.homeFromText()
	rd.composeFirstPerson()
	rd.composeCounterparts()
	rd.composeOffices()
	rd.placeStrangers()
	rd.composeOrgans()
	rd.placeLeaders()
	rd.composePeople()
	rd.composeNames()
	rd.composeDescriptions()
	rd.composePronouns()
	rd.placeByFacing()
	rd.resolve()
	rd.nameHolders()
	rd.findPlaces()
	return rd.result()
}

// learn takes in what other reports say of people. Somebody whom they place differently is known by
// the state alone if they agree on that, and not at all otherwise.
func (rd *reading) learn(known []chancery.Introduction) {
	if len(known) == 0 {
		return
	}
	rd.known = make(map[string]chancery.Introduction, len(known))
	for _, k := range known {
		key := foldName(k.Person)
		old, ok := rd.known[key]
		switch {
		case !ok:
			rd.known[key] = k
		case old.State != k.State:
			old.State = ""
			rd.known[key] = old
		case old.Office != k.Office:
			old.Office = ""
			rd.known[key] = old
		}
	}
}

// found is a mention under way.
type found struct {
	Mention
	wish wish
}

// commit enters a mention that covers whole tokens, unless another covers some of them already.
func (rd *reading) commit(f found, core int) {
	for t := f.First; t < f.Last; t++ {
		if rd.taken[t] != 0 {
			return
		}
	}
	f.Start, f.End = rd.doc.Tokens[f.First].Start, rd.doc.Tokens[f.Last-1].End
	rd.enter(f, core)
}

// commitAtom enters a mention of an atom, which may be less than a token.
func (rd *reading) commitAtom(f found, a *atom) {
	f.Start, f.End = a.start, a.end
	if rd.shares(a) {
		rd.enter(f, a.first)
		return
	}
	f.Start, f.End = rd.doc.Tokens[f.First].Start, rd.doc.Tokens[f.Last-1].End
	rd.enter(f, a.last-1)
}

func (rd *reading) enter(f found, core int) {
	f.Head = rd.head(f.First, f.Last, core)
	if len(f.IDs) > 1 {
		f.Plural = true
	}
	rd.found = append(rd.found, f)
	for t := f.First; t < f.Last; t++ {
		rd.taken[t] = int32(len(rd.found))
	}
}

// head is the token of a phrase that hangs on something outside it: the core if that does, so that
// a slip of the parser does no harm, and otherwise the first that does.
func (rd *reading) head(first, last, core int) int {
	outside := func(t int) bool {
		h := rd.doc.Tokens[t].Head
		return h < first || h >= last
	}
	if outside(core) {
		return core
	}
	// From the core upwards: the way leaves the phrase at its head.
	for t, steps := core, 0; steps < last-first+1; steps++ {
		if outside(t) {
			return t
		}
		t = rd.doc.Tokens[t].Head
	}
	return core
}

// result sorts what was found and indexes it by token.
func (rd *reading) result() *Mentions {
	m := &Mentions{Introductions: rd.passages, Places: rd.places,
		covering: make([]int32, len(rd.doc.Tokens)), placed: make([]int32, len(rd.doc.Tokens))}
	m.List = make([]Mention, 0, len(rd.found))
	for _, f := range rd.found {
		m.List = append(m.List, f.Mention)
	}
	for i := range m.List {
		for t := m.List[i].First; t < m.List[i].Last; t++ {
			if m.covering[t] == 0 {
				m.covering[t] = int32(i + 1)
			}
		}
	}
	for i := range m.Places {
		for t := m.Places[i].First; t < m.Places[i].Last; t++ {
			m.placed[t] = int32(i + 1)
		}
	}
	slices.SortStableFunc(m.Introductions, func(a, b chancery.Introduction) int { return a.Start - b.Start })
	return m
}

// At is the mention that covers the token, or nil.
func (m *Mentions) At(token int) *Mention {
	if token < 0 || token >= len(m.covering) || m.covering[token] == 0 {
		return nil
	}
	return &m.List[m.covering[token]-1]
}

// Covering is the mention that covers the bytes of the text, or nil.
func (m *Mentions) Covering(start, end int) *Mention {
	i := sort.Search(len(m.List), func(i int) bool { return m.List[i].End >= end })
	if i < len(m.List) && m.List[i].Start <= start {
		return &m.List[i]
	}
	return nil
}

// Within lists the mentions that begin and end among the tokens, half-open.
func (m *Mentions) Within(first, last int) []Mention {
	i := sort.Search(len(m.List), func(i int) bool { return m.List[i].First >= first })
	j := i
	for j < len(m.List) && m.List[j].Last <= last {
		j++
	}
	return m.List[i:j]
}
