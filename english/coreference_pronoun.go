package english

import "math"

// option is a chain that a pronoun may be joined with, by its nearest mention.
type option struct {
	root, mention int
	traits        traits
	group         bool // the enumeration that begins with the mention
	score         float64
}

// How far back a pronoun looks.
const (
	farthestSentence = 3
	farthestMention  = 70
	mostOptions      = 24
)

// thirdPerson joins "he", "it" or "their" with the chain that stands out most, if it stands out
// enough from the next one.
func (r *resolver) thirdPerson(i int, f pronounFacts) {
	c := classOfPronoun(f)
	if c == itClass && r.expletive(r.mentions[i].Head) {
		return
	}
	r.collect(i, f)
	if r.watch != nil {
		r.watch(i, f)
	}
	if best := r.choose(c, f); best >= 0 {
		r.take(i, &r.options[best])
	}
}

// take joins a pronoun with an option.
func (r *resolver) take(i int, o *option) {
	if !o.group {
		r.join(o.mention, i)
		return
	}
	start := len(r.members)
	r.members = r.group(r.members, o.mention)
	r.mentions[i].Antecedents = r.members[start:len(r.members):len(r.members)]
}

// choose gives the option that is likely enough, or -1. The scores are those of a multinomial logistic
// regression, in which "none of them" is one more option.
func (r *resolver) choose(c pronounClass, f pronounFacts) int {
	w := &salience[c]
	none := w.none
	if f.possessive {
		none += w.nonePossessive
	}
	best, total := -1, math.Exp(float64(none))
	for k := range r.options {
		o := &r.options[k]
		o.score = math.Exp(float64(w.score(o.traits)))
		total += o.score
		if best < 0 || o.score > r.options[best].score {
			best = k
		}
	}
	if best < 0 || r.options[best].score < w.sure*total {
		return -1
	}
	return best
}

// collect lists the chains that agree with a pronoun and that grammar lets it stand for.
func (r *resolver) collect(i int, f pronounFacts) {
	r.options = r.options[:0]
	m, k := &r.mentions[i], &r.marks[i]
	barred, speaker := r.barred(i, f), None
	if q := r.quoted[m.Head]; q > 0 && r.speaker[q-1] != None { // who speaks says "I"
		speaker = r.root(r.speaker[q-1])
	}
	nearest := true
	for c := i - 1; c >= 0 && i-c < farthestMention && len(r.options) < mostOptions; c-- {
		l := &r.marks[c]
		if k.sentence-l.sentence > farthestSentence {
			break
		}
		b := &r.mentions[c]
		if b.Person != 3 || r.within(i, c) || l.role == predicateRole {
			continue
		}
		root := r.root(c)
		if l.group && f.number == Plural {
			r.options = append(r.options, option{root: root, mention: c, group: true, traits: r.traits(i, c, f)&^(1<<groupActs) | r.enumerated(c)})
		}
		if root == barred || root == speaker || !r.agrees(m, root, c) || r.owns(m.Head, root) {
			continue
		}
		if r.mentions[c].Kind == PronounMention && root == c && len(b.Antecedents) == 0 {
			continue // stands for nothing known
		}
		t := r.traits(i, c, f)
		if nearest {
			t |= 1 << nearestOne
			nearest = false
		}
		if at := r.optionOf(root); at >= 0 {
			r.options[at].traits |= t & chainTraits
			continue
		}
		r.options = append(r.options, option{root: root, mention: c, traits: t})
	}
}

// owns reports whether a chain has a mention that holds the pronoun: "his brother" is not he (the
// condition called i-within-i).
func (r *resolver) owns(pronoun, root int) bool {
	for v, n := r.d.Tokens[pronoun].Head, 0; v != Root && n < 4; v, n = r.d.Tokens[v].Head, n+1 {
		if r.at[v] < 0 {
			return false
		}
		if r.root(int(r.at[v])) == root {
			return true
		}
	}
	return false
}

func (r *resolver) optionOf(root int) int {
	for k := range r.options {
		if r.options[k].root == root && !r.options[k].group {
			return k
		}
	}
	return -1
}

// agrees reports whether a pronoun may stand for the chain by number, gender and sort.
func (r *resolver) agrees(m *Mention, root, c int) bool {
	b := &r.mentions[root]
	if m.Gender == Masculine || m.Gender == Feminine {
		return b.Number != Plural && (b.Sort == PersonSort || b.Sort == UnknownSort) && (b.Gender == UnknownGender || b.Gender == m.Gender)
	}
	if m.Gender == Neuter {
		return b.Number != Plural && b.Sort != PersonSort && (b.Gender == UnknownGender || b.Gender == Neuter)
	}
	return b.Number != Singular || b.Sort == OrganisationSort || r.marks[root].state != "" || r.mentions[c].Number == Plural
}

// enumerated are the traits of an enumeration.
func (r *resolver) enumerated(c int) traits {
	sort := r.mentions[r.root(c)].Sort
	if sort == UnknownSort || sort == OtherSort {
		return 1 << enumeration
	}
	for _, k := range r.d.Children(r.mentions[c].Head) {
		if r.d.Tokens[k].Label == Conj && r.at[k] >= 0 && r.mentions[r.root(int(r.at[k]))].Sort != sort {
			return 1 << enumeration
		}
	}
	return 1<<enumeration | 1<<likeMembers
}

// barred is the chain that a pronoun cannot stand for because it is the subject of the clause whose
// object the pronoun is (principle B of Chomsky's binding theory), or None.
func (r *resolver) barred(i int, f pronounFacts) int {
	k := &r.marks[i]
	if f.possessive || k.role == subjectRole || k.clause < 0 {
		return None
	}
	if s := r.subjectOf(int(k.clause)); s >= 0 && s != i {
		return r.root(s)
	}
	return None
}

// subjectOf is the mention that is the subject of a predicate, also over "and" and an infinitive.
func (r *resolver) subjectOf(v int) int {
	for n := 0; n < 4 && v != Root; n++ {
		if c := r.d.Child(v, Nsubj, NsubjPass); c >= 0 {
			return int(r.at[c])
		}
		t := &r.d.Tokens[v]
		switch t.Label {
		case Conj, Xcomp, AuxLabel:
			v = t.Head
		case Advcl, Acl:
			if r.d.Child(v, Mark) >= 0 && t.Tag != "VB" || t.Head == Root {
				return -1
			}
			if t.Label == Acl {
				return int(r.at[t.Head])
			}
			v = t.Head
		default:
			return -1
		}
	}
	return -1
}

// reflexive joins "himself" with the subject of its clause, or with the name that it stands behind.
func (r *resolver) reflexive(i int) {
	m, k := &r.mentions[i], &r.marks[i]
	if m.Head > 0 && r.at[m.Head-1] >= 0 { // "the king himself"
		if c := int(r.at[m.Head-1]); r.agrees(m, r.root(c), c) {
			r.join(c, i)
			return
		}
	}
	if k.clause < 0 {
		return
	}
	if s := r.subjectOf(int(k.clause)); s >= 0 && s < i && r.agrees(m, r.root(s), s) && !r.marks[s].group {
		r.join(s, i)
	}
}

// expletive tells "It is important to" and "It was announced that" from an "it" that stands for
// something.
func (r *resolver) expletive(i int) bool {
	t := &r.d.Tokens[i]
	if t.Label == Expl {
		return true
	}
	if t.Head == Root || t.Label != Nsubj && t.Label != NsubjPass {
		return false
	}
	for _, c := range r.d.Children(t.Head) {
		if c <= t.Head {
			continue
		}
		switch l := r.d.Tokens[c].Label; l {
		case Csubj, CsubjPass:
			return true
		case Ccomp, Xcomp, Advcl:
			h := &r.d.Tokens[t.Head]
			if h.POS == ADJ || h.POS == NOUN || t.Label == NsubjPass {
				return true
			}
		}
	}
	switch r.d.Tokens[t.Head].Lemma {
	case "seem", "appear", "rain", "snow", "time":
		return true
	}
	return false
}
