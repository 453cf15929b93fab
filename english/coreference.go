package english

// Coreference says which stretches of a text stand for the same thing. It follows the sieves of
// Raghunathan et al. 2010 ("A Multi-Pass Sieve for Coreference Resolution"), the surest first:
// appositions and relatives, names and their short forms, descriptions, pronouns, and at last the
// first persons inside quotations. What two candidates compete for stays open: a mention without an
// antecedent is an answer, a wrong antecedent is not.

// Mention is a stretch of tokens that stands for something: a name, a description or a pronoun.
// Mentions are in the order of their heads, one for each head.
type Mention struct {
	First, Last int // tokens, half-open; relative clauses and appositions are left out
	Head        int // the token that the others depend on
	Kind        MentionKind
	Sort        Sort
	Number      Number
	Gender      Gender
	Person      int // 1, 2 or 3
	// Antecedent is the nearest earlier mention of the same thing, an index into Document.Mentions, or
	// None.
	Antecedent int
	// Antecedents are the mentions that a plural stands for together, where no earlier mention stands
	// for all of them: the two states that "the two countries" are. In order, each once.
	Antecedents []int
	// Chain is the first mention of the same thing. A mention that is first names itself.
	Chain int
	// Speaker is, for a first person inside a quotation, the mention of the one who is quoted, which may
	// stand behind it; None where that is not known, and for all other mentions. "I" is the speaker and
	// in one chain with it; "we" and "our" are a group that the speaker speaks for, and are not.
	Speaker int
}

// None is the index of no mention.
const None = -1

// MentionKind says what form a mention has.
type MentionKind uint8

// The kinds of mentions.
const (
	NamedMention   MentionKind = iota // "Foreign Minister Sergey Lavrov"
	NominalMention                    // "the minister"
	PronounMention                    // "he", "who", "itself"
)

var mentionKindNames = [...]string{"name", "nominal", "pronoun"}

func (k MentionKind) String() string { return mentionKindNames[k] }

// Sort says what sort of thing a mention stands for.
type Sort uint8

// The sorts of things.
const (
	UnknownSort Sort = iota
	PersonSort
	PlaceSort        // states too
	OrganisationSort // associations, organs of states, companies
	OtherSort
)

var sortNames = [...]string{"unknown", "person", "place", "organisation", "other"}

func (s Sort) String() string { return sortNames[s] }

// Number is the grammatical number of a mention.
type Number uint8

// The numbers.
const (
	UnknownNumber Number = iota
	Singular
	Plural
)

// Gender is what a mention lets know about "he", "she" or "it".
type Gender uint8

// The genders.
const (
	UnknownGender Gender = iota
	Masculine
	Feminine
	Neuter
)

// mentions finds the mentions of a document that has its trees and quotations, and resolves them.
func mentions(d *Document) []Mention {
	r := resolvers.Get().(*resolver)
	r.begin(d)
	r.find()
	r.coordinate()
	r.structures()
	r.names()
	r.speakers()
	r.references()
	r.firstPersons()
	out := r.finish()
	resolvers.Put(r)
	return out
}
