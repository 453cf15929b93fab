package english

// traits are what speaks for and against an option, one bit each.
type traits uint64

// The traits of an option, seen from the pronoun.
const (
	sameSentence = iota
	sentenceBefore
	twoBefore
	isSubject
	isObject
	isOblique
	isOwner
	isNested
	isApposition
	isNamed
	isNominal
	isPronoun
	samePronoun
	isDefinite
	isIndefinite
	bothSubjects
	opensSentence
	nearestOne
	repeated
	oftenRepeated
	sortFits
	sortUnknown
	genderKnown
	subjectOfOwned   // of the clause whose object or the like "his" owns
	subjectAbove     // of a clause above the pronoun's
	sameClause       // and no subject
	sidesOfQuotation // one in a quotation, one outside
	otherParagraph
	subjectHere   // the chain has a subject in the sentence
	subjectBefore // or in the one before
	enumeration
	groupActs // "they" for an association
	coordinatedVerb
	isPlural
	isOrganisation
	isState
	goesOn      // the subject of the sentence before, for a pronoun that opens its sentence as the subject
	actsLikeOne // the pronoun does or owns what only an actor does or owns
	likeMembers // an enumeration of things of one sort
	numTraits
)

// chainTraits are those that any mention of a chain adds, not only the nearest.
const chainTraits traits = 1<<subjectHere | 1<<subjectBefore | 1<<subjectAbove | 1<<subjectOfOwned | 1<<samePronoun | 1<<goesOn

// traits describes mention c as an option for pronoun i.
func (r *resolver) traits(i, c int, f pronounFacts) traits {
	m, k := &r.mentions[i], &r.marks[i]
	b, l := &r.mentions[c], &r.marks[c]
	root := r.root(c)
	var t traits
	switch k.sentence - l.sentence {
	case 0:
		t |= 1 << sameSentence
		if l.role == subjectRole {
			t |= 1 << subjectHere
		}
	case 1:
		t |= 1 << sentenceBefore
		if l.role == subjectRole {
			t |= 1 << subjectBefore
			if k.sentenceFirst && k.role == subjectRole && l.clause == int32(r.d.Sentences[l.sentence].Root) {
				t |= 1 << goesOn
			}
		}
	case 2:
		t |= 1 << twoBefore
	}
	switch l.role {
	case subjectRole:
		t |= 1 << isSubject
		if k.role == subjectRole {
			t |= 1 << bothSubjects
		}
	case objectRole:
		t |= 1 << isObject
	case obliqueRole:
		t |= 1 << isOblique
	case ownerRole:
		t |= 1 << isOwner
	case nestedRole:
		t |= 1 << isNested
	case appositionRole:
		t |= 1 << isApposition
	}
	switch b.Kind {
	case NamedMention:
		t |= 1 << isNamed
	case NominalMention:
		t |= 1 << isNominal
		if l.definite >= definite {
			t |= 1 << isDefinite
		} else if l.definite == indefinite {
			t |= 1 << isIndefinite
		}
	case PronounMention:
		t |= 1 << isPronoun
		if b.Gender == m.Gender && b.Number == m.Number {
			t |= 1 << samePronoun
		}
	}
	if l.sentenceFirst {
		t |= 1 << opensSentence
	}
	if n := r.marks[root].size; n > 3 {
		t |= 1<<oftenRepeated | 1<<repeated
	} else if n > 1 {
		t |= 1 << repeated
	}
	switch s := r.mentions[root].Sort; {
	case s == UnknownSort:
		t |= 1 << sortUnknown
	case s != OtherSort:
		t |= 1 << sortFits
		if s == OrganisationSort {
			t |= 1 << isOrganisation
		} else if r.marks[root].state != "" {
			t |= 1 << isState
		}
		if (s == OrganisationSort || r.marks[root].state != "") && r.acts(m.Head, f) {
			t |= 1 << actsLikeOne
		}
	}
	if g := r.mentions[root].Gender; m.Gender != Neuter && g != UnknownGender && g == m.Gender {
		t |= 1 << genderKnown
	}
	if f.number == Plural {
		if r.mentions[root].Number == Singular {
			t |= 1 << groupActs
		} else if b.Number == Plural {
			t |= 1 << isPlural
		}
	}
	t |= r.clauseTraits(i, c, f)
	if r.quoted[m.Head] != r.quoted[b.Head] {
		t |= 1 << sidesOfQuotation
	}
	if r.d.Sentences[k.sentence].Paragraph != r.d.Sentences[l.sentence].Paragraph {
		t |= 1 << otherParagraph
	}
	return t
}

// acts reports whether a pronoun is the subject of a verb of deciding or saying, or owns persons or
// organs: "it pledged", "its ambassador".
func (r *resolver) acts(pronoun int, f pronounFacts) bool {
	t := &r.d.Tokens[pronoun]
	if t.Head == Root {
		return false
	}
	h := &r.d.Tokens[t.Head]
	if f.possessive {
		s := r.words.nouns[h.Lemma].sort
		return s == PersonSort || s == OrganisationSort
	}
	return t.Label == Nsubj && h.POS == VERB && (saying(h.Lemma) || deciding[h.Lemma])
}

// deciding are verbs whose subject decides, beside those of saying.
var deciding = map[string]bool{"accept": true, "accuse": true, "agree": true, "appoint": true, "ask": true, "back": true, "ban": true,
	"condemn": true, "consider": true, "decide": true, "decline": true, "demand": true, "deny": true, "dispatch": true, "elect": true,
	"establish": true, "expel": true, "give": true, "hope": true, "host": true, "impose": true, "intend": true, "invite": true,
	"join": true, "launch": true, "lift": true, "offer": true, "oppose": true, "plan": true, "pledge": true, "prepare": true,
	"promise": true, "propose": true, "provide": true, "ratify": true, "recall": true, "recognise": true, "recognize": true,
	"refuse": true, "reject": true, "seek": true, "send": true, "sign": true, "summon": true, "support": true, "suspend": true,
	"threaten": true, "urge": true, "vote": true, "vow": true, "want": true, "welcome": true, "withdraw": true}

// clauseTraits are those that the tree between the two gives.
func (r *resolver) clauseTraits(i, c int, f pronounFacts) traits {
	k, l := &r.marks[i], &r.marks[c]
	if k.sentence != l.sentence || k.clause < 0 || l.clause < 0 {
		return 0
	}
	switch {
	case k.clause == l.clause && l.role == subjectRole:
		if f.possessive {
			return 1 << subjectOfOwned
		}
	case k.clause == l.clause:
		return 1 << sameClause
	case l.role == subjectRole && r.d.Dominates(int(l.clause), int(k.clause)):
		t := traits(1 << subjectAbove)
		if r.d.Tokens[k.clause].Label == Conj {
			t |= 1 << coordinatedVerb
		}
		if f.possessive && r.subjectOf(int(k.clause)) == c {
			t |= 1 << subjectOfOwned
		}
		return t
	}
	return 0
}

// pronounClass is a group of pronouns that share weights.
type pronounClass uint8

const (
	heClass pronounClass = iota
	itClass
	theyClass
	numClasses
)

func classOfPronoun(f pronounFacts) pronounClass {
	switch {
	case f.number == Plural:
		return theyClass
	case f.gender == Neuter:
		return itClass
	}
	return heClass
}

// weighing are the weights of the traits for one class of pronouns.
type weighing struct {
	weights        [numTraits]float32
	none           float32 // the score of standing for none of the options
	nonePossessive float32 // added to it for "his", "its", "their"
	sure           float64 // the probability that an option must have
}

func (w *weighing) score(t traits) float32 {
	sum := float32(0)
	for k := 0; t != 0; k, t = k+1, t>>1 {
		if t&1 != 0 {
			sum += w.weights[k]
		}
	}
	return sum
}
