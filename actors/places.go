package actors

import (
	"slices"

	"chancery"
)

// PlaceMention is a passage that says where: "Kazan", "the heart of Vientiane", "the Lao capital".
type PlaceMention struct {
	First, Last int // tokens, half-open
	Start, End  int // bytes
	Head        int // the token that it hangs on in the tree
	Place       chancery.Place
}

// Place is the place that the token is part of.
func (m *Mentions) Place(token int) (*chancery.Place, bool) {
	if token < 0 || token >= len(m.placed) || m.placed[token] == 0 {
		return nil, false
	}
	return &m.Places[m.placed[token]-1].Place, true
}

// partsOfTowns begin phrases that lie in a town: "the heart of Vientiane".
var partsOfTowns = wordSet(`heart centre center outskirts suburb suburbs city capital town port district
streets village north south east west`)

// findPlaces collects towns, capitals, states after a preposition of place, and "the Lao capital".
func (rd *reading) findPlaces() {
	for i := range rd.atoms {
		a := &rd.atoms[i]
		if a.off && len(a.lookalikes) == 0 {
			continue
		}
		switch a.sense.kind {
		case senseCity, senseCapital:
			n := rd.around(run{a.first, a.last})
			if !a.off && (a.sense.kind == senseCity || n.first < a.first || rd.isPlace(a)) {
				rd.addPlace(n, a.last-1, a.sense.id)
			}
		case senseState:
			if !a.off && rd.located(a.first) {
				rd.addPlace(run{a.first, a.last}, a.last-1, a.sense.id)
			}
		case senseAdjective:
			if !a.off && rd.word(a.last) == "capital" && rd.joined(a.last-1) {
				n := run{a.first, a.last + 1}
				if rd.word(a.first-1) == "the" {
					n.first--
				}
				rd.addPlace(n, a.last, a.sense.id)
			}
		case senseLookalike:
			if l := rd.lookalikes[a.sense.index]; l.meaning == "place" && len(l.ids) <= 1 {
				id := ""
				if len(l.ids) == 1 {
					id = l.ids[0]
				}
				rd.addPlace(run{a.first, a.last}, a.last-1, id)
			}
		}
	}
	slices.SortStableFunc(rd.places, func(a, b PlaceMention) int { return a.First - b.First })
}

// isPlace reports whether a capital's name means the town and not, or not only, the government.
func (rd *reading) isPlace(a *atom) bool {
	if rd.located(a.first) || rd.movement(a.first) || rd.inDateline(a) {
		return true
	}
	if !rd.same(a.first-1, a.first) {
		return false
	}
	switch rd.doc.Tokens[a.first-1].Lemma {
	case "visit", "leave", "reach", "enter", "tour", "depart":
		return true
	}
	return false
}

// around takes "the heart of" before a town into the phrase.
func (rd *reading) around(n run) run {
	i := n.first - 1
	if rd.word(i) == "of" && rd.same(i-1, n.first) && partsOfTowns[rd.word(i-1)] {
		n.first = i - 1
		if rd.word(i-2) == "the" {
			n.first--
		}
	}
	return n
}

func (rd *reading) addPlace(n run, core int, id string) {
	text := rd.text(n)
	head := rd.head(n.first, n.last, core)
	rd.places = append(rd.places, PlaceMention{First: n.first, Last: n.last, Start: rd.doc.Tokens[n.first].Start,
		End: rd.doc.Tokens[n.last-1].End, Head: head, Place: chancery.Place{Text: text, ID: id}})
}
