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
	var names map[string]string
	for _, it := range g.byKind[chancery.KindAgreement] {
		if len(it.parties) != 1 || !strings.Contains(it.claim.Instrument, "with") && !strings.Contains(it.claim.Instrument, "between") {
			continue
		}
		if names == nil {
			names = g.names()
		}
		for _, id := range partnersIn(it.claim.Instrument, names) {
			if slices.Contains(it.parties, id) {
				continue
			}
			partner := chancery.Participant{ID: id, Name: g.nameOfActor(id)}
			it.claim.Recipient = append(slices.Clone(it.claim.Recipient), partner) // the claim is our copy, its lists are not
			it.recipients = union(it.recipients, []string{id})
			it.parties = union(it.parties, []string{id})
		}
	}
}

// names maps the names of the claims' actors, in lower case, to their ids; a name of two is left out.
func (g *gathered) names() map[string]string {
	ids := map[string]string{}
	g.eachActor(func(p chancery.Participant) {
		name := strings.ToLower(strings.TrimPrefix(p.Name, "the "))
		if old, seen := ids[name]; seen && old != p.ID {
			ids[name] = ""
			return
		}
		ids[name] = p.ID
	})
	return ids
}

// nameOfActor is the name that most claims give the actor.
func (g *gathered) nameOfActor(id string) string {
	var names []string
	g.eachActor(func(p chancery.Participant) {
		if p.ID == id {
			names = append(names, p.Name)
		}
	})
	return commonest(names)
}

func (g *gathered) eachActor(visit func(chancery.Participant)) {
	for _, it := range g.items {
		for _, side := range [][]chancery.Participant{it.claim.Actor, it.claim.Recipient} {
			for _, p := range side {
				if p.ID != "" && p.Name != "" {
					visit(p)
				}
			}
		}
	}
}

// partnersIn finds the actors named after "with" or "between": "with Peru and the Netherlands".
func partnersIn(instrument string, names map[string]string) []string {
	const longest = 6 // words in a name
	words := strings.FieldsFunc(strings.ToLower(instrument), func(r rune) bool { return r == ' ' || r == ',' })
	var ids []string
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
			for end > at && names[strings.Join(words[at:end], " ")] == "" {
				end--
			}
			if end == at {
				break
			}
			ids = append(ids, names[strings.Join(words[at:end], " ")])
			at = end
		}
	}
	return ids
}
