// Package actors is the register: the states, associations, offices and people of the world with
// their dated names. It finds the words of a text that stand for an actor, and says for whom.
package actors

import "chancery"

// Mention is a stretch of tokens that stands for an actor: "Vientiane", "the Laotian head of
// state", "Russian Foreign Minister Sergey Lavrov", "the two countries", "they", "our President".
// It covers the whole noun phrase that names the actor, without what only modifies it.
type Mention struct {
	First, Last int // tokens, half-open
	Start, End  int // bytes
	Head        int // the token that the phrase hangs on in the tree
	Kind        chancery.ActorKind
	// IDs are the states or associations that the mention stands or acts for: one for "Vientiane",
	// two for "the two countries" or "Belarusian and Laotian foreign ministers", none where a person
	// or a group is named that nothing places.
	IDs    []string
	Person string // full name where known, else as written
	Office string // id of an office
	Organ  string // name of an organ: "Ministry of Foreign Affairs"
	Sector string // PLOVER sector
	Plural bool
	// Place is true where the words may just as well name a place ("in Vientiane", "Georgia").
	Place bool
	// Adjective is true for "Russian" in "Russian weapons": it stands for the state only where the
	// grammar says so ("Russian-Lao talks").
	Adjective bool
	// Speaker is true for "I", "we", "our", "my country": whom they stand for depends on who speaks,
	// and the reader of attributions fills in IDs.
	Speaker bool
	// Pronoun is true for "they", "it", "his".
	Pronoun bool
	// Via says how a mention that is no name was resolved: "" for names, "coreference: the two
	// countries → Belarus, Laos" in words for people.
	Via string
}
