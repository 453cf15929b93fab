package codebook

import (
	"chancery"
	"chancery/calendar"
	"chancery/english"
)

// This file knows who is somewhere: "is in Termez for talks", "has been in Vanuatu since Wednesday", "is due in Cairo",
// "is on a visit to Cuba". No verb tells it; the place is the predicate.

// readStay reads the frames of "be" where copula c makes a predicate of a place.
func (r *reading) readStay(c int) {
	place := r.doc.Tokens[c].Head
	if place == english.Root || !r.labelled(c, english.Cop) || r.doc.Tokens[place].POS != english.PROPN {
		return
	}
	switch r.caseOf(place) {
	case "in", "due":
		r.readBest(place, r.book.verbs["be"], false)
	}
}

// stay reports whether token t is such a place, or such a journey.
func (r *reading) stay(t int) bool {
	if r.doc.Child(t, english.Cop) < 0 || r.doc.Child(t, english.Nsubj) < 0 {
		return false
	}
	switch r.caseOf(t) {
	case "in", "due":
		return r.doc.Tokens[t].POS == english.PROPN
	case "on":
		return r.book.list("journey", r.lemma(t))
	}
	return false
}

// stayMood is the mood of a stay: who is there, or has been since a day, is there still; who is due will come.
func (r *reading) stayMood(t int) (chancery.Mood, bool) {
	mood, ok := r.verbMood(t)
	group := r.doc.VerbGroup(t)
	switch {
	case mood != chancery.MoodOccurred:
	case r.caseOf(t) == "due":
		mood = chancery.MoodPlanned
	case group.Tense == english.Present && (!group.Perfect || r.expression(t, calendar.Since) != nil):
		mood = chancery.MoodUnderWay
	}
	return mood, ok
}
