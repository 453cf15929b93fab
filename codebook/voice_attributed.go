package codebook

import "chancery/english"

// attributed lists, from the innermost outwards, whose words the document's attributions hold token t to be.
// Only what is said or quoted counts: a wish, a judgement or a thing that is announced is no testimony.
func (r *reading) attributed(t int) []int {
	inner := -1
	for i := range r.doc.Attributions {
		if a := &r.doc.Attributions[i]; r.testifies(a) && a.Holds(t) && !r.parted(t, a.CueHead) && (inner < 0 || r.doc.Attributions[inner].ContentHead != a.ContentHead && within(r.doc, i, inner)) {
			inner = i
		}
	}
	var sources []int
	for n := 0; inner >= 0 && n < maxClimb; n++ {
		if a := &r.doc.Attributions[inner]; r.testifies(a) {
			sources = append(sources, a.SourceHead)
		}
		inner = r.doc.Attributions[inner].Within
	}
	return sources
}

// parted reports whether a semicolon stands between token t and a word of saying, where there is one: a heading that
// names the speaker has none.
func (r *reading) parted(t, cue int) bool {
	return cue >= 0 && r.semicolon(min(t, cue), max(t, cue))
}

// testifies reports whether an attribution gives somebody's statement: a clause or a quotation that a named
// source says.
func (r *reading) testifies(a *english.Attribution) bool {
	if a.Class != english.Saying || a.SourceHead < 0 || a.ContentHead < 0 {
		return false
	}
	switch r.doc.Tokens[a.SourceHead].POS {
	case english.NOUN, english.PROPN, english.PRON:
		return a.Manner == english.Direct || r.isVerbal(a.ContentHead)
	}
	return false // the heading of a section
}

// within reports whether attribution i stands inside the content of attribution j.
func within(doc *english.Document, i, j int) bool {
	for n := 0; i >= 0 && n < maxClimb; n++ {
		if i == j {
			return true
		}
		i = doc.Attributions[i].Within
	}
	return false
}
