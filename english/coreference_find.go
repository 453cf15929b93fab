package english

import "sync"

// resolver is the room in which the mentions of one document are found and resolved.
type resolver struct {
	d        *Document
	words    *wordFacts
	mentions []Mention
	marks    []marks
	at       []int32 // the mention whose head a token is, or -1
	quoted   []int32 // the quotation that a token stands in, counted from 1, or 0
	chains   []int32 // union-find over mentions; the root is the first of its chain
	speaker  []int   // mention, of each quotation
	lasts    map[uint32]int32
	members  []int // room for Antecedents
	options  []option
	fold     []byte
	watch    func(pronoun int, f pronounFacts) // sees the options of each pronoun; for learning
}

// marks are what the sieves know of a mention beside what it gives out.
type marks struct {
	sentence           int32
	clause             int32 // the token of the predicate that it depends on, or -1
	role               role
	definite           definiteness
	nameFirst          int32 // the tokens of a name without titles, half-open
	nameLast           int32
	next               int32 // the mention before with the same last word of a name, or -1
	lastKey, wholeKey  uint32
	noun               string // lemma of a nominal's head or of a name's title, in lower case
	state              string // that a name names, ISO 3166-1 alpha-3
	size               int32  // of the chain, at its root
	full               int32  // the mention with the longest name of the chain, at its root
	group              bool   // a coordination begins with it
	sentenceFirst      bool   // no mention stands before it in its sentence
	modified           bool   // it has modifiers that could tell it from others of its noun
	restricted         bool   // a relative clause or the like says which one is meant
	titled, genderSure bool
}

// role is the place of a mention in its clause.
type role uint8

const (
	otherRole role = iota
	subjectRole
	objectRole
	obliqueRole
	ownerRole
	nestedRole // inside another mention
	predicateRole
	appositionRole
)

// definiteness is what the determiner says.
type definiteness uint8

const (
	bare definiteness = iota
	indefinite
	definite      // the
	demonstrative // this, these
	owned         // its, Norway's
	bothOf        // both, the two
)

var resolvers = sync.Pool{New: func() any { return &resolver{lasts: map[uint32]int32{}, words: facts()} }}

// begin makes the room ready for a document.
func (r *resolver) begin(d *Document) {
	r.d = d
	r.mentions, r.marks, r.chains = r.mentions[:0], r.marks[:0], r.chains[:0]
	r.speaker, r.members = r.speaker[:0], nil
	clear(r.lasts)
	r.at, r.quoted = sized(r.at, len(d.Tokens)), sized(r.quoted, len(d.Tokens))
	for i := range r.at {
		r.at[i], r.quoted[i] = -1, 0
	}
	for q, quotation := range d.Quotations {
		for i := quotation.First; i < quotation.Last; i++ {
			r.quoted[i] = int32(q + 1)
		}
	}
}

func sized(s []int32, n int) []int32 {
	if cap(s) < n {
		return make([]int32, n, n+n/4)
	}
	return s[:n]
}

// find makes the mentions in the order of their heads.
func (r *resolver) find() {
	first := true
	for i := range r.d.Tokens {
		t := &r.d.Tokens[i]
		if i == r.d.Sentences[t.Sentence].First {
			first = true
		}
		switch {
		case t.POS == PRON || t.Tag == "PRP$" || t.Tag == "WDT" || t.Tag == "PRP":
			if !r.pronoun(i, t) {
				continue
			}
		case t.POS == NOUN || t.POS == PROPN:
			if r.insideName(i, t) || t.Label == Goeswith || t.Label == Fixed || t.Label == Reparandum {
				continue
			}
			r.noun(i, t)
		default:
			continue
		}
		k := len(r.mentions) - 1
		m := &r.marks[k]
		m.sentence, m.sentenceFirst, m.next, m.size, m.full = int32(t.Sentence), first, -1, 1, int32(k)
		first = false
		r.place(i, m)
		r.at[i] = int32(k)
		r.chains = append(r.chains, int32(k))
	}
}

func (r *resolver) pronoun(i int, t *Token) bool {
	f, ok := r.pronounFacts(i)
	if !ok {
		return false
	}
	if f.relative && r.relativeClause(i) < 0 {
		return false
	}
	r.mentions = append(r.mentions, Mention{First: i, Last: i + 1, Head: i, Kind: PronounMention, Sort: f.sort, Number: f.number,
		Gender: f.gender, Person: f.person, Antecedent: None, Speaker: None})
	r.marks = append(r.marks, marks{genderSure: f.gender != UnknownGender})
	return true
}

// pronounFacts looks up the form of a pronoun without making a string.
func (r *resolver) pronounFacts(i int) (pronounFacts, bool) {
	w := r.d.Word(i)
	if len(w) > len("yourselves") || w == "US" || w == "IT" {
		return pronounFacts{}, false
	}
	r.fold = appendLower(r.fold[:0], w)
	f, ok := pronounForms[string(r.fold)]
	return f, ok
}

func appendLower(out []byte, w string) []byte {
	for k := range len(w) {
		c := w[k]
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		out = append(out, c)
	}
	return out
}

// relativeClause is the verb of the relative clause that a pronoun opens, or -1.
func (r *resolver) relativeClause(i int) int {
	for v, n := i, 0; v != Root && n < 6; v, n = r.d.Tokens[v].Head, n+1 {
		t := &r.d.Tokens[v]
		if t.Label == AclRelcl {
			if t.Head < i {
				return v
			}
			return -1
		}
		if v != i && t.Label != NmodPoss && t.Label != Obl && t.Label != Nmod && t.Label != Nsubj && t.Label != Obj && t.Label != NsubjPass {
			return -1
		}
	}
	return -1
}

// insideName reports whether a noun is a part of the name or the noun that it depends on, and so no
// mention of its own. A name before a common noun ("EU leaders") is one.
func (r *resolver) insideName(i int, t *Token) bool {
	if t.Head == Root {
		return false
	}
	h := &r.d.Tokens[t.Head]
	switch t.Label {
	case Flat:
		return true
	case NmodDesc:
		return i < t.Head
	case Compound:
		if f, ok := r.words.states[r.d.Word(i)]; ok && f.form == stateName && (i == 0 || r.d.Tokens[i-1].POS != PROPN) {
			return false // "the UK Government"
		}
		if t.POS == NOUN || h.POS == PROPN && r.contiguous(i, t.Head) {
			return true
		}
		// A name of several words is one mention, under its last word.
		return h.Label == Compound && h.POS == PROPN
	}
	return false
}

// contiguous reports whether nothing but nouns stands from token a to b.
func (r *resolver) contiguous(a, b int) bool {
	for i := min(a, b); i <= max(a, b); i++ {
		if p := r.d.Tokens[i].POS; p != PROPN && p != NOUN && p != ADJ && p != NUM && p != PUNCT {
			return false
		}
	}
	return true
}

func (r *resolver) noun(i int, t *Token) {
	first, last := r.stretch(i)
	m := Mention{First: first, Last: last, Head: i, Kind: NominalMention, Number: Singular, Person: 3, Antecedent: None, Speaker: None}
	if t.Tag == "NNS" || t.Tag == "NNPS" {
		m.Number = Plural
	}
	var k marks
	r.determiner(i, &m, &k)
	if t.POS == PROPN && !r.officeNoun(&m, &k) {
		m.Kind = NamedMention
		r.name(&m, &k)
	} else {
		r.describe(&m, &k)
	}
	r.mentions, r.marks = append(r.mentions, m), append(r.marks, k)
}

// officeNoun reports whether a word in capitals is no name but a noun for an office, an organ or a
// state: "the President", "the Ministry", "the Mayor of Lima". It is definite without an article.
func (r *resolver) officeNoun(m *Mention, k *marks) bool {
	if m.Head > m.First && r.namePart(m.Head-1) || m.Head+1 < m.Last && r.namePart(m.Head+1) {
		return false
	}
	w := r.d.Word(m.Head)
	r.fold = appendLower(r.fold[:0], w)
	f, ok := r.words.nouns[string(r.fold)]
	if !ok || m.Number == Plural || f.sort != PersonSort && (f.sort == OtherSort || k.definite < definite || m.Head+1 < m.Last) {
		return false
	}
	if k.definite == bare {
		k.definite = definite
	}
	return true
}

// stretch is what belongs to a noun: what stands before it, and names, "of" and the like behind it.
func (r *resolver) stretch(i int) (first, last int) {
	first, last = i, i+1
	for _, c := range r.d.Children(i) {
		t := &r.d.Tokens[c]
		switch t.Label {
		case DetLabel, Amod, Nummod, Compound, NmodPoss, NmodDesc, NmodUnmarked, Flat, Nmod, Goeswith:
		default:
			continue
		}
		f, l := r.d.Subtree(c)
		if c < i {
			first = min(first, f)
		} else {
			last = max(last, l+1)
		}
	}
	return first, last
}
