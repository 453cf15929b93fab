package score

import (
	"strings"

	"chancery/english"
)

// Harmonise folds the differences between the releases of the UD guidelines that treebanks were made
// under, towards the later one: so one text is not taught in two ways, and a reader that learnt the
// later way is not blamed for it on an older treebank. Figures are given with and without it.
//
//   - labels fold to the set of english.Label; before that, obl:tmod and obl:npmod become
//     obl:unmarked, nmod:tmod and nmod:npmod become nmod:unmarked;
//   - "when", "where", "how" and "why" before a clause are adverbs (ADV, advmod), not SCONJ, mark;
//   - "by" with its noun below a passive participle is obl:agent;
//   - a title before a name depends on the name as nmod:desc ("President" on "Bush"), where EWT
//     makes the title the head and the name its flat;
//   - "United" in names is ADJ with the tag NNP, not VERB;
//   - "of course", "as well" and the like are left as each treebank has them.
func (s *Sentence) Harmonise() {
	titles(s)
	for i := range s.Words {
		w := &s.Words[i]
		if w.XPOS == "WRB" && w.UPOS == "SCONJ" {
			w.UPOS = "ADV"
			if w.Label == "mark" {
				w.Label = "advmod"
			}
		}
		if w.XPOS == "NNP" && w.UPOS == "VERB" {
			w.UPOS = "ADJ"
		}
		switch w.Label {
		case "obl:tmod", "obl:npmod":
			w.Label = "obl:unmarked"
		case "nmod:tmod", "nmod:npmod":
			w.Label = "nmod:unmarked"
		case "obl":
			if isAgent(s, i) {
				w.Label = "obl:agent"
			}
		}
		w.Label = english.ParseLabel(w.Label).String()
	}
}

// isAgent reports whether word i is the doer of a passive.
func isAgent(s *Sentence, i int) bool {
	h := s.Words[i].Head
	if h < 0 || h > i || s.Words[h].XPOS != "VBN" || s.Words[i].XPOS == "VBG" {
		return false
	}
	by, passive := false, strings.HasPrefix(s.Words[h].Label, "acl") || s.Words[h].Label == "amod"
	for k := range s.Words {
		w := &s.Words[k]
		if w.Head == i && w.Label == "case" {
			by = strings.EqualFold(w.Form, "by")
		}
		if w.Head == h && (w.Label == "aux:pass" || w.Label == "nsubj:pass") {
			passive = true
		}
	}
	return by && passive && !isTime(s.Words[i].Form)
}

func isTime(form string) bool {
	switch form {
	case "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "tomorrow", "noon",
		"end", "year", "month", "week", "day", "January", "February", "March", "April", "May", "June", "July",
		"August", "September", "October", "November", "December", "then", "now", "hand", "mistake":
		return true
	}
	return form[0] >= '0' && form[0] <= '9'
}

// TitleWords come before the names of those who bear them.
var TitleWords = set(`Mr. Mr Mrs. Mrs Ms. Ms Miss Dr. Dr Sir Lord Lady Dame Madam President Premier
	Chancellor Minister Secretary Ambassador Senator Sen. Congressman Congresswoman Representative Rep.
	Governor Gov. Mayor Judge Justice General Gen. Lieutenant Lt. Colonel Col. Major Maj. Captain Capt. Admiral
	Adm. Sergeant Sgt. Commander Cmdr. Brigadier Marshal King Queen Prince Princess Emperor Empress Tsar Sultan
	Emir Sheikh Shah Pope Cardinal Archbishop Bishop Father Brother Sister Rev. Reverend Rabbi Imam Ayatollah
	Professor Prof. Doctor Speaker Chairman Chairwoman Director Inspector Detective Officer Coach Saint St. St
	Chief Attorney Commissioner Envoy Spokesman Spokeswoman Uncle Aunt Comrade Justice Mullah`)

// titles turns "President ← Bush flat" round, to "President → Bush nmod:desc".
func titles(s *Sentence) {
	for t := range s.Words {
		if !TitleWords[s.Words[t].Form] {
			continue
		}
		name := t + 1
		if name >= len(s.Words) || s.Words[name].Head != t || s.Words[name].Label != "flat" || s.Words[name].UPOS != "PROPN" {
			continue
		}
		s.Words[name].Head, s.Words[name].Label = s.Words[t].Head, s.Words[t].Label
		s.Words[t].Head, s.Words[t].Label = name, "nmod:desc"
		for i := range s.Words {
			w := &s.Words[i]
			if i == name || w.Head != t {
				continue
			}
			if i > name || !stayingWithTitle(w.Label) {
				w.Head = name
			}
		}
	}
}

// stayingWithTitle says which dependents before a title belong to it and not to the whole name.
func stayingWithTitle(label string) bool {
	switch label {
	case "amod", "compound", "punct":
		return true
	}
	return false
}
