package codebook

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// The slots of the grammar, beside the prepositions of wordlists.toml. They are described in data/README.md.
var slotNames = []string{
	"subject", "object", "experiencer", "indirect", "infinitive", "gerund", "clause", "clause-subject", "complement", "adverb",
	"list", "possessor", "modifier", "self", "title", "below",
}

// What a condition or a variant may ask of, beside slots.
var conditionNames = []string{"evidence", "governor", "carrier", "present", "negated", "subjunctive", "future", "verb", "modifier", "case"}

// path makes a slot of its name, "object.of", and refuses what the grammar does not have: a slot
// misspelt would never hold anybody.
func (b *Codebook) path(name string) (slot, error) {
	parts := strings.Split(name, ".")
	for i, part := range parts {
		part = normalCase(part) // as the grammar gives prepositions: "on" for "upon"
		parts[i] = part
		if !slices.Contains(slotNames, part) && !b.words["prepositions"][part] {
			return nil, fmt.Errorf("slot %q: %q is no slot; it may be %s, or a preposition", name, part, strings.Join(slotNames, ", "))
		}
	}
	return parts, nil
}

func (b *Codebook) paths(names []string) ([]slot, error) {
	var all []slot
	for _, name := range names {
		s, err := b.path(name)
		if err != nil {
			return nil, err
		}
		all = append(all, s)
	}
	return all, nil
}

// conditions makes conditions of "slot = words", in the order of the slots.
func (b *Codebook) conditions(records map[string][]string) ([]condition, error) {
	var all []condition
	for _, name := range slices.Sorted(maps.Keys(records)) {
		words := records[name]
		if err := b.knownLists(words); err != nil {
			return nil, err
		}
		c := condition{slot: name, words: words}
		switch {
		case len(words) == 0:
			return nil, fmt.Errorf("slot %q is asked for no words", name)
		case name == "present" || name == "negated" || name == "subjunctive" || name == "future":
			if _, err := b.paths(words); err != nil {
				return nil, err
			}
		case !slices.Contains(conditionNames, name):
			var err error
			if c.path, err = b.path(name); err != nil {
				return nil, fmt.Errorf("%w; or one of %s", err, strings.Join(conditionNames, ", "))
			}
		}
		if c.path == nil {
			c.path = slot{name}
		}
		all = append(all, c)
	}
	return all, nil
}
