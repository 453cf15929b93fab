package english

// references resolves descriptions and pronouns from left to right, so that each sees what those
// before it were joined with.
func (r *resolver) references() {
	for i := range r.mentions {
		m, k := &r.mentions[i], &r.marks[i]
		if r.root(i) != i {
			continue
		}
		switch {
		case m.Kind == PronounMention && m.Person == 3:
			f, _ := r.pronounFacts(m.Head)
			switch {
			case f.relative:
			case f.reflexive:
				r.reflexive(i)
			default:
				r.thirdPerson(i, f)
			}
		case m.Kind == NominalMention && k.definite >= definite:
			r.description(i)
		}
	}
}

// How many mentions back a description looks, and how many mentions before the one it fits another may
// still leave it open. Set on the training part of GUM.
const (
	farthestNoun  = 300
	farthestRival = 30
)

// description joins "the minister" with the one earlier mention that its noun fits.
func (r *resolver) description(i int) {
	m, k := &r.mentions[i], &r.marks[i]
	if k.restricted || k.role == predicateRole {
		return
	}
	if k.definite == bothOf || m.Number == Plural && sideNouns[k.noun] {
		if r.both(i) {
			return
		}
	}
	if m.Sort == OtherSort || m.Sort == UnknownSort || generic[k.noun] {
		return
	}
	if k.definite == owned {
		r.belonging(i)
		return
	}
	found := -1
	for c := i - 1; c >= 0 && c > i-farthestNoun; c-- {
		if r.mentions[c].Kind == PronounMention || r.within(i, c) || !r.fitsNoun(i, c) {
			continue
		}
		if found < 0 {
			found = c
			continue
		}
		if r.root(c) != r.root(found) {
			if found-c > farthestRival && r.marks[i].sentence-r.marks[found].sentence <= 2 {
				break
			}
			return
		}
	}
	if found >= 0 {
		r.join(found, i)
		return
	}
	r.kind(i)
}

// belonging joins "its parliament" with "Norway's parliament": the same noun of the same owner.
func (r *resolver) belonging(i int) {
	m, k := &r.mentions[i], &r.marks[i]
	owner := r.owner(i)
	if owner == None || m.Number != Singular {
		return
	}
	for c := i - 1; c >= 0 && c > i-farthestNoun; c-- {
		if l := &r.marks[c]; l.noun == k.noun && l.definite == owned && r.mentions[c].Number == Singular && r.owner(c) == owner &&
			r.modifiers(i) == r.modifiers(c) {
			r.join(c, i)
			return
		}
	}
}

// owner is the chain of a mention's possessor, or None.
func (r *resolver) owner(i int) int {
	if c := r.d.Child(r.mentions[i].Head, NmodPoss); c >= 0 && r.at[c] >= 0 {
		return r.root(int(r.at[c]))
	}
	return None
}

// modifiers counts the words that stand before and behind a noun and its possessor.
func (r *resolver) modifiers(i int) int {
	n := 0
	for _, c := range r.d.Children(r.mentions[i].Head) {
		switch r.d.Tokens[c].Label {
		case Amod, Compound, Nmod, AclRelcl, Acl, Nummod:
			n++
		}
	}
	return n
}

// generic are the nouns that mostly stand for all of a kind or for something that needs no naming.
var generic = map[string]bool{"people": true, "public": true, "population": true, "world": true, "earth": true, "side": true,
	"user": true, "reader": true, "audience": true, "bottom": true, "interior": true, "inside": true, "area": true, "place": true,
	"left": true, "west": true, "east": true, "building": true}

// within reports whether one of two mentions stands inside the other.
func (r *resolver) within(a, b int) bool {
	x, y := &r.mentions[a], &r.mentions[b]
	return x.First <= y.Head && y.Head < x.Last || y.First <= x.Head && x.Head < y.Last
}

// fitsNoun reports whether the description i may take up mention c: the same noun, or an office or a
// name that ends so, and no modifier that c lacks.
func (r *resolver) fitsNoun(i, c int) bool {
	m, k := &r.mentions[i], &r.marks[i]
	b, l := &r.mentions[c], &r.marks[c]
	if m.Number != b.Number || l.group || m.Number == Plural && (k.sentence-l.sentence > 2 || l.definite == bare && !l.modified) {
		return false
	}
	switch {
	case l.noun == k.noun:
	case b.Kind == NamedMention && r.nameHas(c, k.noun):
	default:
		return false
	}
	return !k.modified || r.modifiersStand(i, c)
}

// nameHas reports whether a name of several words has the noun as its first or last word: "the
// Ministry of Health", "the European Union".
func (r *resolver) nameHas(c int, noun string) bool {
	k := &r.marks[c]
	return r.nameLength(c) > 1 && (r.isWord(r.mentions[c].Head, noun) || r.isWord(int(k.nameLast-1), noun))
}

// isWord compares a word with a lemma in lower case.
func (r *resolver) isWord(i int, lemma string) bool {
	w := r.d.Word(i)
	if len(w) != len(lemma) {
		return false
	}
	for k := range len(w) {
		c := w[k]
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		if c != lemma[k] {
			return false
		}
	}
	return true
}

// modifiersStand reports whether each modifier of a description stands in the other mention too.
func (r *resolver) modifiersStand(i, c int) bool {
	m, b := &r.mentions[i], &r.mentions[c]
	for t := m.First; t < m.Last; t++ {
		switch tok := &r.d.Tokens[t]; tok.POS {
		case NOUN, PROPN, ADJ, NUM:
			if t == m.Head {
				continue
			}
			if !r.hasWord(b.First, b.Last, t) {
				return false
			}
		case VERB, PRON:
			return false
		}
	}
	return true
}

func (r *resolver) hasWord(first, last, word int) bool {
	w := &r.d.Tokens[word]
	for t := first; t < last; t++ {
		if r.d.Tokens[t].Lemma == w.Lemma || r.isWord(t, w.Lemma) {
			return true
		}
		if a, ok := r.words.states[r.d.Word(word)]; ok {
			if b, ok := r.words.states[r.d.Word(t)]; ok && a.id == b.id {
				return true
			}
		}
	}
	return false
}

// landNouns stand for a state, clubNouns for an association, whose name need not hold them.
var landNouns = map[string]bool{"country": true, "nation": true, "kingdom": true, "republic": true, "emirate": true, "sultanate": true}
var clubNouns = map[string]bool{"bloc": true, "alliance": true, "organisation": true, "organization": true, "grouping": true,
	"association": true, "union": true}

// kind joins "the country" with the only state, and "the bloc" with the only association, that was
// named in the last sentences.
func (r *resolver) kind(i int) {
	m, k := &r.mentions[i], &r.marks[i]
	land, club := landNouns[k.noun], clubNouns[k.noun]
	if !land && !club || k.modified || m.Number != Singular {
		return
	}
	found := -1
	for c := i - 1; c >= 0 && r.marks[i].sentence-r.marks[c].sentence <= 3; c-- {
		b := &r.mentions[c]
		if b.Kind != NamedMention || r.within(i, c) {
			continue
		}
		if land && (r.marks[c].state == "" || r.marks[r.root(c)].size < r.mostStates(i)) || club && (b.Sort != OrganisationSort || !r.isClub(c)) {
			continue
		}
		if found >= 0 && r.root(found) != r.root(c) {
			return
		}
		found = c
	}
	if found >= 0 {
		r.join(found, i)
	}
}

// mostStates is how often the text has named the state that it named most before mention i.
func (r *resolver) mostStates(i int) int32 {
	most := int32(0)
	for c := max(0, i-farthestNoun); c < i; c++ {
		if k := &r.marks[r.root(c)]; k.state != "" {
			most = max(most, k.size)
		}
	}
	return most
}

// isClub reports whether a name may be of an association of states: one without a common noun, as an
// acronym is, or with a noun of theirs.
func (r *resolver) isClub(c int) bool {
	for _, i := range [...]int{r.mentions[c].Head, int(r.marks[c].nameLast) - 1} {
		r.fold = appendLower(r.fold[:0], r.d.Word(i))
		if f, ok := r.words.nouns[string(r.fold)]; ok && f.sort == OrganisationSort {
			noun := string(r.fold)
			return clubNouns[noun] || noun == "council" || noun == "community" || noun == "league" || noun == "forum" ||
				noun == "commonwealth" || noun == "group" || noun == "federation"
		}
	}
	return true
}
