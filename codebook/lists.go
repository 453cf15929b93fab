package codebook

import (
	"strings"

	"chancery/english"
)

// listItems are the items of the list that the sentence of token t introduces: "The two sides agreed
// to:" and then a line for each thing. An item is given by its first word. Communiqués are written so.
func (r *reading) listItems(t int) []int {
	n := r.doc.Tokens[t].Sentence
	lead := r.doc.Sentences[n]
	if lead.Last-lead.First < 3 || r.doc.Word(lead.Last-1) != ":" {
		return nil
	}
	var items []int
	open := true // the item before does not end the list
	for n++; n < len(r.doc.Sentences) && len(items) < maxItems && open; n++ {
		s := r.doc.Sentences[n]
		last := strings.TrimSpace(r.doc.Text[s.Start:s.End])
		goesOn := strings.HasSuffix(last, ";") || strings.HasSuffix(last, "; and")
		marked := s.Last-s.First > 1 && bullet(r.doc.Word(s.First))
		if !strings.Contains(r.doc.Text[r.doc.Sentences[n-1].End-1:s.Start], "\n") || (!marked && !goesOn && len(items) == 0) {
			break
		}
		items = append(items, r.itemStart(s))
		open = marked || goesOn
	}
	return items
}

// itemStart is the first word of an item, behind its mark if it has one.
func (r *reading) itemStart(s english.Sentence) int {
	if s.Last-s.First > 1 && bullet(r.doc.Word(s.First)) {
		return s.First + 1
	}
	return s.First
}

// maxItems bounds a list, so that a broken text does not make claims without end.
const maxItems = 60

func bullet(word string) bool {
	switch word {
	case "-", "–", "—", "•", "*", "·":
		return true
	}
	return false
}

// itemText is the text of the list item that begins at token t.
func (r *reading) itemText(t int) string {
	s := r.doc.Sentences[r.doc.Tokens[t].Sentence]
	text := strings.TrimRight(r.doc.Slice(t, s.Last-1), " ;.,")
	return strings.TrimRight(strings.TrimSuffix(text, "; and"), " ;.,")
}

// leadsList reports whether what verb v is about stands in a list below: its sentence ends in "to:" or
// "on:" or the like, right behind it.
func (r *reading) leadsList(v int) bool {
	s := r.doc.Sentences[r.doc.Tokens[v].Sentence]
	for i := v + 1; i < s.Last-1; i++ {
		switch r.doc.Tokens[i].POS {
		case english.PART, english.ADP, english.ADV, english.DET:
		default:
			if l := r.lemma(i); l != "follow" && l != "following" {
				return false
			}
		}
	}
	return true
}
