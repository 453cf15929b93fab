package english

// sideNouns stand, in the plural, for the several that were named together.
var sideNouns = map[string]bool{"side": true, "party": true}

// stateNouns stand, in the plural, for states.
var stateNouns = map[string]bool{"country": true, "nation": true, "state": true, "side": true, "capital": true, "neighbour": true,
	"neighbor": true, "kingdom": true, "republic": true, "people": true, "party": true, "economy": true}

// both gives "the two countries" and "both sides" the two that an enumeration, or else the last sentence
// that names any, has. A sentence with one or with three leaves it open.
func (r *resolver) both(i int) bool {
	m, k := &r.mentions[i], &r.marks[i]
	sort := r.words.nouns[k.noun].sort
	states := stateNouns[k.noun]
	if m.Number != Plural || !states && sort != PersonSort {
		return false
	}
	start := len(r.members)
	for c := i - 1; c >= 0; c-- {
		l := &r.marks[c]
		if k.sentence-l.sentence > 4 {
			break
		}
		b := &r.mentions[c]
		if b.Kind == NominalMention && l.noun == k.noun && l.definite == bothOf && len(b.Antecedents) > 0 {
			r.members = r.members[:start]
			return r.join(c, i)
		}
		if len(r.members) > start && l.sentence != r.marks[r.members[len(r.members)-1]].sentence {
			break
		}
		if states && r.marks[r.root(c)].state == "" || !states && (b.Sort != PersonSort || b.Number != Singular) || b.Kind == PronounMention {
			continue
		}
		if r.within(i, c) || r.known(start, c) {
			continue
		}
		r.members = append(r.members, c)
	}
	members := r.members[start:len(r.members):len(r.members)]
	if len(members) != 2 {
		r.members = r.members[:start]
		return false
	}
	members[0], members[1] = members[1], members[0]
	m.Antecedents = members
	return true
}

// known reports whether the members from start on hold the thing that mention c stands for.
func (r *resolver) known(start, c int) bool {
	for _, x := range r.members[start:] {
		if r.root(x) == r.root(c) {
			return true
		}
	}
	return false
}
