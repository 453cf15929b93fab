package main

import (
	"strings"

	"chancery/english"
)

// The treebanks were made under different releases of the UD guidelines. harmonise folds their
// differences, towards the later release, so that one text is not taught in two ways:
//
//   - labels fold to the set of english.Label; before that, obl:tmod and obl:npmod become
//     obl:unmarked, nmod:tmod and nmod:npmod become nmod:unmarked;
//   - "when", "where", "how" and "why" before a clause are adverbs (ADV, advmod), not SCONJ, mark;
//   - "by" with its noun below a passive participle is obl:agent;
//   - a title before a name depends on the name as nmod:desc ("President" on "Bush"), where EWT
//     makes the title the head and the name its flat;
//   - "United" in names is ADJ with the tag NNP, not VERB;
//   - "of course", "as well" and the like are left as each treebank has them.
func harmonise(s *sentence) {
	titles(s)
	for i := range s.words {
		w := &s.words[i]
		if w.tag == "WRB" && w.pos == "SCONJ" {
			w.pos = "ADV"
			if w.label == "mark" {
				w.label = "advmod"
			}
		}
		if w.tag == "NNP" && w.pos == "VERB" {
			w.pos = "ADJ"
		}
		switch w.label {
		case "obl:tmod", "obl:npmod":
			w.label = "obl:unmarked"
		case "nmod:tmod", "nmod:npmod":
			w.label = "nmod:unmarked"
		case "obl":
			if isAgent(s, i) {
				w.label = "obl:agent"
			}
		}
		w.label = english.ParseLabel(w.label).String()
	}
}

// isAgent reports whether word i is the doer of a passive.
func isAgent(s *sentence, i int) bool {
	h := s.words[i].head
	if h < 0 || h > i || s.words[h].tag != "VBN" || s.words[i].tag == "VBG" {
		return false
	}
	by, passive := false, strings.HasPrefix(s.words[h].label, "acl") || s.words[h].label == "amod"
	for k := range s.words {
		w := &s.words[k]
		if w.head == i && w.label == "case" {
			by = strings.EqualFold(w.form, "by")
		}
		if w.head == h && (w.label == "aux:pass" || w.label == "nsubj:pass") {
			passive = true
		}
	}
	return by && passive && !isTime(s.words[i].form)
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

// titleWords come before the names of those who bear them.
var titleWords = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(`Mr. Mr Mrs. Mrs Ms. Ms Miss Dr. Dr Sir Lord Lady Dame Madam President Premier
		Chancellor Minister Secretary Ambassador Senator Sen. Congressman Congresswoman Representative Rep.
		Governor Gov. Mayor Judge Justice General Gen. Lieutenant Lt. Colonel Col. Major Maj. Captain Capt. Admiral
		Adm. Sergeant Sgt. Commander Cmdr. Brigadier Marshal King Queen Prince Princess Emperor Empress Tsar Sultan
		Emir Sheikh Shah Pope Cardinal Archbishop Bishop Father Brother Sister Rev. Reverend Rabbi Imam Ayatollah
		Professor Prof. Doctor Speaker Chairman Chairwoman Director Inspector Detective Officer Coach Saint St. St
		Chief Attorney Commissioner Envoy Spokesman Spokeswoman Uncle Aunt Comrade Justice Mullah`) {
		m[w] = true
	}
	return m
}()

// titles turns "President ← Bush flat" round, to "President → Bush nmod:desc".
func titles(s *sentence) {
	for t := range s.words {
		if !titleWords[s.words[t].form] {
			continue
		}
		name := t + 1
		if name >= len(s.words) || s.words[name].head != t || s.words[name].label != "flat" || s.words[name].pos != "PROPN" {
			continue
		}
		s.words[name].head, s.words[name].label = s.words[t].head, s.words[t].label
		s.words[t].head, s.words[t].label = name, "nmod:desc"
		for i := range s.words {
			w := &s.words[i]
			if i == name || w.head != t {
				continue
			}
			if i > name || !stayingWithTitle(w.label) {
				w.head = name
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
