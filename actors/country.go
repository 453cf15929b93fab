package actors

import (
	"slices"
	"strings"

	"chancery"
	"chancery/english"
)

// grantCountry finds which state "the country" is: the one that the sentence is about, or the only
// one that was spoken of in this paragraph and the one before.
func (rd *reading) grantCountry(i int, f *found) {
	if f.wish.word != "country" && f.wish.word != "nation" {
		rd.grantRealm(i, f)
		return
	}
	here := rd.sentence(f)
	mentions := rd.before(i, here)
	subject := rd.subjectState(mentions)
	abroad := rd.visited(f.First)
	if named := rd.plainStates(mentions); len(named) == 1 && (!abroad || named[0] != subject) {
		f.IDs = named
		rd.via(f)
		return
	}
	ids := rd.statesOf(nil, mentions, false)
	if len(ids) == 1 && subject != "" && !abroad {
		f.IDs = ids
		rd.via(f)
		return
	}
	paragraph := rd.doc.Sentences[here].Paragraph
	for s := here - 1; s >= 0 && rd.doc.Sentences[s].Paragraph >= paragraph-1; s-- {
		ids = rd.statesOf(ids, rd.before(i, s), true)
	}
	if len(ids) == 1 && (!abroad || ids[0] != subject) {
		f.IDs = ids
		rd.via(f)
		return
	}
	if home := rd.home.Home; home != "" && rd.quoted[f.First] == 0 && (len(ids) == 0 || abroad && len(ids) == 1 && ids[0] == subject && home != subject) {
		f.IDs = []string{home}
		f.Via = "context: " + rd.home.HomeWhy
		return
	}
	if here > 0 && subject == "" && len(mentions) == 0 && rd.doc.Sentences[here-1].Paragraph >= paragraph-1 {
		if named := rd.plainStates(rd.before(i, here-1)); len(named) == 1 && named[0] == rd.subjectState(rd.before(i, here-1)) {
			f.IDs = named
			rd.via(f)
		}
	}
}

// plainStates are the states that are named themselves, and not by who acts for them: after "the
// Turkish ambassador to Mongolia", "the country" is Mongolia.
func (rd *reading) plainStates(mentions []found) []string {
	var ids []string
	for k := range mentions {
		m := &mentions[k]
		if m.Kind == chancery.KindState && len(m.IDs) == 1 && !m.Adjective && !m.Pronoun && m.Via == "" && rd.isState(m.IDs[0]) && !slices.Contains(ids, m.IDs[0]) {
			ids = append(ids, m.IDs[0])
		}
	}
	return ids
}

// grantRealm resolves "the kingdom" to the latest state that is one by its official name.
func (rd *reading) grantRealm(i int, f *found) {
	here := rd.sentence(f)
	for s := here; s >= max(0, here-4); s-- {
		var fitting []string
		for _, id := range rd.statesOf(nil, rd.before(i, s), false) {
			if slices.Contains(strings.Fields(foldName(rd.actors[id].Official)), f.wish.word) {
				fitting = append(fitting, id)
			}
		}
		if len(fitting) == 1 {
			f.IDs = fitting
			rd.via(f)
		}
		if len(fitting) > 0 {
			return
		}
	}
}

// isSubject reports whether the mention is the subject of its clause. Without a tree to tell, the
// first mention of a sentence with no preposition before it is taken for one.
func (rd *reading) isSubject(m *found) bool {
	switch t := &rd.doc.Tokens[m.Head]; t.Label {
	case english.Nsubj, english.NsubjPass:
		return true
	case english.Dep:
		s := rd.sentence(m)
		return rd.starts[s] < len(rd.found) && rd.found[rd.starts[s]].First == m.First && rd.doc.Tokens[max(m.First-1, 0)].POS != english.ADP
	case english.Conj:
		return t.Head >= 0 && (rd.doc.Tokens[t.Head].Label == english.Nsubj || rd.doc.Tokens[t.Head].Label == english.NsubjPass)
	}
	return false
}

// subjectState is the state that is the subject among the mentions, or "".
func (rd *reading) subjectState(mentions []found) string {
	for i := range mentions {
		f := &mentions[i]
		if len(f.IDs) == 1 && rd.isState(f.IDs[0]) && !f.Place && !f.Adjective && rd.isSubject(f) {
			return f.IDs[0]
		}
	}
	return ""
}
