package english

import (
	"strings"

	"chancery/english/internal/words"
)

// name finds what a name names: the words without titles, the sort of thing, gender and number.
func (r *resolver) name(m *Mention, k *marks) {
	first, last := r.nameStretch(m)
	if last > first && (r.d.Word(last-1) == "'s" || r.d.Word(last-1) == "’s") {
		last--
	}
	core := first
	if !r.endsInNoun(first, last) {
		core = r.titles(m, k, first, last)
	}
	k.nameFirst, k.nameLast = int32(core), int32(last)
	k.lastKey, k.wholeKey = r.nameKeys(core, last)
	r.nameSort(m, k, first, core, last)
	if m.Sort == PersonSort || m.Sort == UnknownSort {
		if g, ok := r.words.given[r.d.Word(core)]; ok && m.Gender == UnknownGender && last > core {
			m.Gender = g
			k.genderSure = g != UnknownGender && (last-core > 1 || k.titled)
			if m.Sort == UnknownSort {
				m.Sort = PersonSort
			}
		}
	}
	if m.Sort == PlaceSort || m.Sort == OrganisationSort {
		m.Gender, k.genderSure = Neuter, true
		if m.Number == Plural && k.state != "" || m.Sort == OrganisationSort {
			m.Number = Singular // "the Philippines", "the United Nations"
		}
	}
}

// nameStretch is the run of capital words around the head, with "of", "the" and "for" between them.
func (r *resolver) nameStretch(m *Mention) (first, last int) {
	first, last = m.Head, m.Head+1
	joined := false
	for first > m.First && r.namePart(first-1) {
		first--
	}
	for last < m.Last {
		switch {
		case r.namePart(last):
			last++
		case last+1 < m.Last && r.nameJoint(first, last, joined) && r.namePart(last+1):
			last, joined = last+2, true
		case last+2 < m.Last && r.nameJoint(first, last, joined) && r.d.Word(last+1) == "the" && r.namePart(last+2):
			last, joined = last+3, true
		default:
			return first, last
		}
	}
	return first, last
}

func (r *resolver) namePart(i int) bool {
	t := &r.d.Tokens[i]
	if t.POS == PROPN {
		return true
	}
	w := r.d.Word(i)
	switch t.POS {
	case ADJ, NOUN, VERB, NUM:
		return w[0] >= 'A' && w[0] <= 'Z'
	case PUNCT:
		return w == "-" && i > 0 && i+1 < len(r.d.Tokens) && r.d.Tokens[i-1].POS == PROPN && r.d.Tokens[i+1].POS == PROPN
	}
	return false
}

// nameJoint reports whether a small word joins the parts of one name: "Ministry of Trade and Industry",
// "Carlos de Souza". "Carlos of Lima" is a name and where he is from.
func (r *resolver) nameJoint(first, i int, joined bool) bool {
	switch r.d.Word(i) {
	case "de", "da", "di", "del", "van", "von", "bin", "al", "&":
		return true
	case "of", "for", "on":
		_, given := r.words.given[r.d.Word(first)]
		return !given && r.d.Child(first, Flat) < 0
	case "and":
		return joined
	}
	return false
}

// honorifics stand before the names of persons; the value says what they let know.
var honorifics = map[string]Gender{"Mr": Masculine, "Mr.": Masculine, "Mrs": Feminine, "Mrs.": Feminine, "Ms": Feminine,
	"Ms.": Feminine, "Miss": Feminine, "Sir": Masculine, "Lord": Masculine, "Lady": Feminine, "Dame": Feminine, "Madam": Feminine,
	"Madame": Feminine, "Dr": UnknownGender, "Dr.": UnknownGender, "Prof.": UnknownGender, "Prof": UnknownGender,
	"Gen.": UnknownGender, "Col.": UnknownGender, "Lt.": UnknownGender, "Maj.": UnknownGender, "Capt.": UnknownGender,
	"Sen.": UnknownGender, "Rep.": UnknownGender, "Gov.": UnknownGender, "Amb.": UnknownGender, "St.": UnknownGender,
	"Sheikh": Masculine, "Sheikha": Feminine, "Hon.": UnknownGender, "Saint": UnknownGender, "Herr": Masculine, "Frau": Feminine}

// titles reads the titles at the head of a name and gives the token behind them. Common nouns for
// persons before the name are titles too: "foreign minister Wang Yi".
func (r *resolver) titles(m *Mention, k *marks, first, last int) int {
	core := first
	for i := m.First; i < last-1; i++ {
		w := r.d.Word(i)
		if w == "of" && !k.titled { // "Diary of General Gordon" is no general
			break
		}
		if g, ok := honorifics[w]; ok && i >= first {
			core, k.titled = i+1, true
			r.sex(m, k, g)
			continue
		}
		t := &r.d.Tokens[i]
		if t.POS != PROPN && t.POS != NOUN {
			continue
		}
		r.fold = appendLower(r.fold[:0], w)
		if f, ok := r.words.nouns[string(r.fold)]; ok && f.sort == PersonSort && !r.joinedBehind(i, last) {
			if _, given := r.words.given[w]; given {
				continue
			}
			core, k.titled, k.noun = max(core, i+1), true, r.lowerLemma(i)
			r.sex(m, k, f.gender)
		}
	}
	if core > last-1 {
		core = first
	}
	return core
}

// endsInNoun reports whether a name ends in a word for something else than a person: "President Tower".
func (r *resolver) endsInNoun(first, last int) bool {
	r.fold = appendLower(r.fold[:0], r.d.Word(last-1))
	f, ok := r.words.nouns[string(r.fold)]
	return ok && f.sort != PersonSort && last-first > 1
}

// joinedBehind reports whether "of" or a common noun follows token i, so that it is no title of a
// name: "the President of Peru", "Ministers Council".
func (r *resolver) joinedBehind(i, last int) bool {
	return i+1 < last && r.nameJoint(i, i+1, false) || r.d.Tokens[i].Tag == "NNPS" || r.d.Tokens[i].Tag == "NNS"
}

func (r *resolver) sex(m *Mention, k *marks, g Gender) {
	m.Sort = PersonSort
	if g != UnknownGender {
		m.Gender, k.genderSure = g, true
	}
}

// lowerLemma is the lemma of a capital noun as the lists have it.
func (r *resolver) lowerLemma(i int) string {
	return strings.ToLower(r.d.Word(i))
}

// nameKeys are hashes of the last word of a name and of all its words.
func (r *resolver) nameKeys(first, last int) (end, whole uint32) {
	whole = 2166136261
	joined := false
	for i := first; i < last; i++ {
		w := r.d.Word(i)
		joined = joined || w == "of" || w == "for"
		if w == "'s" || w == "’s" || w == "the" || w == "The" || w == "." {
			continue
		}
		h := wordKey(w)
		whole = (whole ^ h) * 16777619
		if !isRomanNumeral(w) {
			end = h
		}
	}
	if joined { // no short form is its last word
		end = whole
	}
	return end, whole
}

// wordKey is a hash of a word without its full stops, so that "U.S." is "US". Digits count, which folding
// hides: the sixth summit is not the ninth.
func wordKey(w string) uint32 {
	if strings.ContainsAny(w, ".0123456789") {
		h := uint32(2166136261)
		for k := range len(w) {
			if w[k] != '.' {
				h = (h ^ uint32(w[k])) * 16777619
			}
		}
		return h
	}
	return words.Hash(w)
}

func isRomanNumeral(w string) bool {
	for k := range len(w) {
		if w[k] != 'I' && w[k] != 'V' && w[k] != 'X' {
			return false
		}
	}
	return len(w) > 0
}

// nameSort says what a name names, by form: titles, the lists, the words that associations end in.
// Another finder of names may take its place.
func (r *resolver) nameSort(m *Mention, k *marks, first, core, last int) {
	if m.Sort == PersonSort {
		return
	}
	if s, ok := r.stateOf(first, last); ok {
		switch s.form {
		case stateName, capitalCity:
			m.Sort = PlaceSort
			if s.form == stateName {
				k.state = s.id
			}
		case statePeople:
			m.Sort = PersonSort
		}
		if m.Sort != UnknownSort {
			return
		}
	}
	head := r.d.Word(m.Head)
	r.fold = appendLower(r.fold[:0], head)
	if f, ok := r.words.nouns[string(r.fold)]; ok && f.sort != OtherSort && !(f.sort == PersonSort && last-core > 1) {
		m.Sort, m.Gender = f.sort, f.gender
		if f.sort == PersonSort {
			k.noun = r.lowerLemma(m.Head)
		}
		return
	} else if ok && f.sort == OtherSort {
		m.Sort = OtherSort
		return
	}
	if f, ok := r.words.nouns[string(appendLower(r.fold[:0], r.d.Word(last-1)))]; ok && last-core > 1 && f.sort != PersonSort {
		m.Sort = f.sort
		return
	}
	switch {
	case last-core == 1 && isUpper(head) && len(head) > 1 && len(head) < 10:
		m.Sort = OrganisationSort
	case isTime(&r.d.Tokens[m.Head]):
		m.Sort = OtherSort
	case last-core > 1 && r.d.Child(m.Head, Flat) >= 0 && r.d.Child(m.Head, DetLabel) < 0:
		m.Sort = PersonSort
	}
}

// stateOf looks up a name in the list of states.
func (r *resolver) stateOf(first, last int) (stateFacts, bool) {
	if last-first == 1 {
		f, ok := r.words.states[r.d.Word(first)]
		return f, ok
	}
	if !r.words.starts[r.d.Word(first)] || last-first > 8 {
		return stateFacts{}, false
	}
	f, ok := r.words.states[r.d.Slice(first, last-1)]
	return f, ok
}
