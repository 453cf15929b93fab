package actors

import (
	"strings"

	"chancery/english"
)

// This file finds where a text without a dateline of the usual form was written: from the line that names its paper,
// its town and its day, and from who speaks of what in its first sentences.

// headLines is how many paragraphs at the top of a text may be such a line.
const headLines = 4

// homeFromText gives a text whose dateline nobody could read the state in whose town its head says it was written:
// "(Atoll Times, Tarawa, 27 August 2026)", "Dushanbe, 16 October 2024: Kazakhstan is ready", "By our reporter in Accra".
func (rd *reading) homeFromText() {
	if rd.home.Home != "" {
		return
	}
	state, town := "", ""
	for p := 0; p < min(headLines, len(rd.doc.Paragraphs)); p++ {
		first, last := rd.paragraphTokens(p)
		dated := rd.datedLine(first, last)
		for i := range rd.atoms {
			a := &rd.atoms[i]
			if a.off || a.first < first || a.last > last || a.sense.kind != senseCapital && a.sense.kind != senseCity {
				continue
			}
			if !(dated && rd.standsAlone(a, first, last)) && !(a.first == first && rd.dayAfter(a.last)) && !rd.reporterIn(a, first, last) {
				continue
			}
			if state != "" && state != a.sense.id {
				return
			}
			state, town = a.sense.id, rd.doc.Slice(a.first, a.last-1)
		}
		if state != "" {
			rd.home.Home, rd.home.HomeWhy = state, "written in "+town
			return
		}
	}
}

// dayAfter reports whether a town is followed by a comma and a day: "Havana, Nov 18".
func (rd *reading) dayAfter(t int) bool {
	if rd.word(t) != "," || !rd.same(t-1, t+2) {
		return false
	}
	digits := func(w string) bool { return w != "" && len(w) < 3 && strings.Trim(w, "0123456789") == "" }
	return digits(rd.word(t+1)) || digits(rd.word(t+2))
}

// reporterIn reports whether a line says that somebody writes from the town: "By our correspondent in Accra".
func (rd *reading) reporterIn(a *atom, first, last int) bool {
	if rd.word(first) != "by" && rd.word(first) != "from" || a.last < last-1 || rd.word(a.first-1) != "in" {
		return false
	}
	switch rd.word(a.first - 2) {
	case "reporter", "correspondent", "writer", "staff":
		return true
	}
	return false
}

func (rd *reading) paragraphTokens(p int) (first, last int) {
	first, last = len(rd.doc.Tokens), 0
	for _, s := range rd.doc.Sentences {
		if s.Paragraph == p {
			first, last = min(first, s.First), max(last, s.Last)
		}
	}
	return first, last
}

// longestHead is how many words a line at the head of a text may have.
const longestHead = 24

// datedLine reports whether the tokens are a line with a year in it that tells nothing: no verb says anything.
func (rd *reading) datedLine(first, last int) bool {
	if last-first > longestHead {
		return false
	}
	year := false
	for t := first; t < last; t++ {
		w := rd.doc.Word(t)
		year = year || len(w) == 4 && strings.Trim(w, "0123456789") == "" && (w[0] == '1' || w[0] == '2')
		if p := rd.doc.Tokens[t].POS; (p == english.VERB || p == english.AUX) && rd.doc.VerbGroup(t).Form == english.Finite {
			return false
		}
	}
	return year
}

// standsAlone reports whether a town stands between marks in its line: no "Moscow Declaration of 1943".
func (rd *reading) standsAlone(a *atom, first, last int) bool {
	mark := func(t int) bool { return rd.doc.Tokens[t].POS == english.PUNCT }
	return (a.first == first || mark(a.first-1)) && (a.last == last || mark(a.last))
}

// spokenOfFirst is the state that a speaker is the first in the text to tell something of: "Tuvalu will close its high
// commission, Prime Minister X said". Office holders without a state are those of the one that the text begins with,
// where they themselves speak of it.
func (rd *reading) spokenOfFirst(f *found) string {
	v := rd.doc.Tokens[rd.head(f.First, f.Last, f.Last-1)]
	if v.Label != english.Nsubj || v.Head < 0 || !speech[rd.doc.Tokens[v.Head].Lemma] {
		return ""
	}
	told := rd.doc.Child(v.Head, english.Ccomp)
	if told < 0 && rd.doc.Tokens[v.Head].Label == english.Parataxis {
		told = rd.doc.Tokens[v.Head].Head
	}
	if told < 0 {
		return ""
	}
	s := rd.doc.Child(told, english.Nsubj)
	if s < 0 {
		return ""
	}
	a := rd.atomAt(s)
	if !a.names() || a.sense.kind == senseAdjective || !rd.isState(a.sense.id) {
		return ""
	}
	for i := range rd.atoms {
		if b := &rd.atoms[i]; b.first < a.first && b.names() && b.sense.id != a.sense.id && rd.doc.Tokens[b.first].Sentence == rd.doc.Tokens[a.first].Sentence {
			return ""
		}
	}
	for id, n := range rd.evidence {
		if id != a.sense.id && rd.isState(id) && n > rd.evidence[a.sense.id] {
			return ""
		}
	}
	return a.sense.id
}
