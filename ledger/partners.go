package ledger

import (
	"slices"
	"strings"

	"chancery"
)

// addPartners makes a party of the actor with whom an agreement is said to be in its own words, where
// the claim names nobody else: "Ghana ratified the agreement on fisheries with Peru" is about Ghana and
// Peru. The names are those by which the claims know their actors.
func (g *gathered) addPartners() {
	var ids map[string]string
	var names map[string][]string
	for _, it := range g.byKind[chancery.KindAgreement] {
		if len(it.parties) != 1 || !strings.Contains(it.claim.Instrument, "with") && !strings.Contains(it.claim.Instrument, "between") {
			continue
		}
		if ids == nil {
			ids, names = g.names()
		}
		for _, id := range partnersIn(it.claim.Instrument, ids) {
			if slices.Contains(it.parties, id) {
				continue
			}
			partner := chancery.Participant{ID: id, Name: commonest(names[id])}
			it.claim.Recipient = append(slices.Clone(it.claim.Recipient), partner) // the claim is our copy, its lists are not
			it.recipients = union(it.recipients, []string{id})
			it.parties = union(it.parties, []string{id})
		}
	}
}

// names maps the names of the claims' actors, in lower case, to their ids, and the ids to the names. A
// name of two actors is nobody's.
func (g *gathered) names() (ids map[string]string, names map[string][]string) {
	ids, names = map[string]string{}, map[string][]string{}
	for _, it := range g.items {
		for _, side := range [][]chancery.Participant{it.claim.Actor, it.claim.Recipient} {
			for _, p := range side {
				if p.ID == "" || p.Name == "" {
					continue
				}
				names[p.ID] = append(names[p.ID], p.Name)
				name := strings.ToLower(strings.TrimPrefix(p.Name, "the "))
				if old, seen := ids[name]; seen && old != p.ID {
					ids[name] = ""
					continue
				}
				ids[name] = p.ID
			}
		}
	}
	return ids, names
}

// partnersIn finds the actors named after "with" or "between": "with Peru and the Netherlands".
func partnersIn(instrument string, ids map[string]string) []string {
	const longest = 6 // words in a name
	words := strings.FieldsFunc(strings.ToLower(instrument), func(r rune) bool { return r == ' ' || r == ',' })
	var found []string
	for i := range words {
		if words[i] != "with" && words[i] != "between" {
			continue
		}
		for at := i + 1; at < len(words); {
			if words[at] == "the" || words[at] == "and" {
				at++
				continue
			}
			end := min(at+longest, len(words))
			for end > at && ids[strings.Join(words[at:end], " ")] == "" {
				end--
			}
			if end == at {
				break
			}
			found = append(found, ids[strings.Join(words[at:end], " ")])
			at = end
		}
	}
	return found
}
