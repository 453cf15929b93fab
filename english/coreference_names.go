package english

// farthestName is how many names with the same last word are looked at.
const farthestName = 40

// names joins the names of one thing: the same words, the last name of a person, acronyms, and
// several wordings of one state.
func (r *resolver) names() {
	for i := range r.mentions {
		m, k := &r.mentions[i], &r.marks[i]
		if m.Kind != NamedMention || k.lastKey == 0 {
			continue
		}
		if k.state != "" {
			k.lastKey = wordKey(k.state)
		}
		before := int32(-1)
		if at, ok := r.lasts[k.lastKey]; ok {
			before = at
		}
		r.shortForm(i, int(before))
		k.next = before
		r.lasts[k.lastKey] = int32(i)
		r.acronym(i)
	}
}

// shortForm joins a name with the earlier one that it repeats or shortens, if only one fits.
func (r *resolver) shortForm(i, before int) {
	k := &r.marks[i]
	found, rival := -1, false
	for c, n := before, 0; c >= 0 && n < farthestName; c, n = int(r.marks[c].next), n+1 {
		if !r.sameName(i, c) {
			continue
		}
		switch {
		case found < 0:
			found = c
		case r.root(c) == r.root(found):
		case r.marks[c].wholeKey == k.wholeKey && r.marks[found].wholeKey != k.wholeKey:
			found = c
		case r.marks[found].wholeKey == k.wholeKey && r.nameLength(i) > 1:
		default:
			rival = true
		}
	}
	if found >= 0 && !rival {
		r.join(found, i)
	}
}

func (r *resolver) nameLength(i int) int { return int(r.marks[i].nameLast - r.marks[i].nameFirst) }

// sameName reports whether two names with the same last word can be of one thing: all words of the
// shorter one stand in the longer one, in order. Only persons have short forms.
func (r *resolver) sameName(a, b int) bool {
	x, y := &r.marks[a], &r.marks[b]
	if !agree(&r.mentions[a], &r.mentions[r.root(b)]) {
		return false
	}
	if r.altered(a) || r.altered(b) {
		return false
	}
	if x.state != "" {
		return x.state == y.state
	}
	if x.wholeKey == y.wholeKey {
		return true
	}
	if r.mentions[r.root(a)].Sort != PersonSort && r.mentions[r.root(b)].Sort != PersonSort {
		return false
	}
	if y.state != "" || r.mentions[a].Number != r.mentions[b].Number {
		return false
	}
	if full := r.marks[r.root(b)].full; r.nameLength(int(full)) > r.nameLength(b) {
		b = int(full)
		y = &r.marks[b]
	}
	long, short := y, x
	if r.nameLength(a) > r.nameLength(b) {
		long, short = x, y
		if !x.titled && !r.givenFirst(a) { // "Lima" is not yet "Teatro Lima"
			return false
		}
	}
	if s := r.mentions[a].Sort; s == PlaceSort || s == OrganisationSort || s == OtherSort {
		return false
	}
	if s := r.mentions[b].Sort; s == PlaceSort || s == OrganisationSort || s == OtherSort {
		return false
	}
	at := long.nameFirst
	for i := short.nameFirst; i < short.nameLast; i++ {
		for at < long.nameLast && !r.sameWord(int(i), int(at)) {
			at++
		}
		if at++; at > long.nameLast {
			return false
		}
	}
	return true
}

// givenFirst reports whether a name begins with a given name of the list.
func (r *resolver) givenFirst(i int) bool {
	_, given := r.words.given[r.d.Word(int(r.marks[i].nameFirst))]
	return given
}

// altered reports whether an adjective or an article makes a name something else: "downtown Taipei",
// "a united Europe", "the 2010 Games", "all Americans". Persons stay who they are.
func (r *resolver) altered(i int) bool {
	if r.mentions[i].Sort == PersonSort && r.mentions[i].Number == Singular {
		return false
	}
	if r.marks[i].definite == indefinite || r.marks[i].definite == owned && r.mentions[i].Number == Plural {
		return true
	}
	for _, c := range r.d.Children(r.mentions[i].Head) {
		if t := &r.d.Tokens[c]; (t.Label == Amod || t.Label == Compound && t.POS == NOUN || t.POS == NUM) && c < r.mentions[i].Head && c < int(r.marks[i].nameFirst) {
			return true
		}
		if r.mentions[i].Number == Plural && (r.d.Tokens[c].Label == Nmod || r.d.Tokens[c].Label == AclRelcl) {
			return true
		}
	}
	return false
}

// sameWord compares two words of names; an initial is the word that it begins.
func (r *resolver) sameWord(a, b int) bool {
	x, y := r.d.Word(a), r.d.Word(b)
	if x == y {
		return true
	}
	if len(x) > len(y) {
		x, y = y, x
	}
	return len(x) == 2 && x[1] == '.' && x[0] == y[0]
}

// acronym joins a word in capitals with the one earlier name whose words begin so: "Shanghai
// Cooperation Organisation" and "SCO".
func (r *resolver) acronym(i int) {
	m, k := &r.mentions[i], &r.marks[i]
	if r.root(i) != i || r.nameLength(i) != 1 || k.state != "" {
		return
	}
	w := r.d.Word(int(k.nameFirst))
	if len(w) < 2 || len(w) > 7 || !isUpper(w) {
		return
	}
	found := -1
	for c := i - 1; c >= 0 && c > i-farthestAcronym; c-- {
		if r.mentions[c].Kind != NamedMention || r.nameLength(c) < 2 || !r.initials(w, c) || r.mentions[c].Sort == PersonSort {
			continue
		}
		if found >= 0 && r.root(c) != r.root(found) {
			return
		}
		found = c
	}
	if found >= 0 {
		if m.Sort == OrganisationSort && r.mentions[r.root(found)].Sort == OtherSort {
			m.Sort = OtherSort
		}
		r.join(found, i)
	}
}

// farthestAcronym is how many mentions back the words of an acronym may stand.
const farthestAcronym = 400

// initials reports whether the capitals of a name are the letters of the acronym.
func (r *resolver) initials(acronym string, c int) bool {
	k := &r.marks[c]
	at := 0
	for i := k.nameFirst; i < k.nameLast; i++ {
		w := r.d.Word(int(i))
		if w[0] < 'A' || w[0] > 'Z' {
			continue
		}
		for at < len(acronym) && acronym[at] == '.' {
			at++
		}
		if at == len(acronym) || acronym[at] != w[0] {
			return false
		}
		at++
	}
	for at < len(acronym) && acronym[at] == '.' {
		at++
	}
	return at == len(acronym) && at > 1
}
