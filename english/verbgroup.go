package english

// Tense is the time that a finite verb group marks.
type Tense uint8

// The tenses. A group without a finite verb has none.
const (
	NoTense Tense = iota
	Past
	Present
	Future // "will", "shall", "is going to"
)

// VerbForm says what sort of group heads the clause.
type VerbForm uint8

// The forms of a verb group.
const (
	NoVerb VerbForm = iota
	Finite
	Infinitive // "to sign", "sign" after a modal-like verb
	Gerund     // VBG without a finite auxiliary
	Participle // VBN without a finite auxiliary
	Imperative
)

// VerbGroup is a predicate with its auxiliaries, read together: "has not been signed" is perfect,
// passive and negated. For a copular clause the head is the predicate ("ready" in "are ready").
type VerbGroup struct {
	Head        int
	Form        VerbForm
	Tense       Tense
	Perfect     bool
	Progressive bool
	Passive     bool
	Negated     bool   // "not", "n't", "never", "no longer", or "no" on the subject
	Modal       string // lemma of the modal: "may", "could", "should", "must", "would"; "" with "will"
}
