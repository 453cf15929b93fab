package query

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"chancery"
)

// Parties lists those whom an entry names, in the order of its sides, the association last. Whom nobody has placed
// has no page of his own, and is left out.
func (r *Record) Parties(e chancery.Entry) []ActorChoice {
	var list []ActorChoice
	add := func(c ActorChoice) {
		if c.ID != "" && !slices.Contains(list, c) {
			list = append(list, c)
		}
	}
	for _, p := range slices.Concat(e.Actors, e.Recipients) {
		usual := ActorChoice{ID: p.ID, Name: cmp.Or(r.names.Name(p.ID), p.Name)}
		add(usual)
		for _, person := range p.Persons {
			add(ActorChoice{ID: usual.ID, Name: usual.Name, Kind: chancery.KindPerson, Person: person})
		}
	}
	if e.Association != nil {
		add(ActorChoice{ID: e.Association.ID, Name: cmp.Or(r.names.Name(e.Association.ID), e.Association.Name)})
	}
	return list
}

// Presence is an actor of the record, and in how many entries it takes part.
type Presence struct {
	ActorChoice
	Entries int             `json:"entries"`
	Last    chancery.Date   `json:"last,omitzero"` // when a report last told of it
	People  []PersonInBrief `json:"people,omitempty"`
}

// PersonInBrief is somebody who acts for an actor in the record.
type PersonInBrief struct {
	Name    string   `json:"name"`
	Offices []string `json:"offices,omitempty"` // as reports name them
	Entries int      `json:"entries"`
}

// Actors lists everybody on record, by name, with the people who act for them. What only the register knows is not
// among them.
func (r *Record) Actors(ctx context.Context, at At) ([]Presence, error) {
	entries, err := r.entries(ctx, chancery.EntryFilter{}, at)
	if err != nil {
		return nil, err
	}
	found := map[string]*Presence{}
	for _, e := range entries {
		seen := map[string]bool{}
		count := func(id, name string) *Presence {
			p := found[id]
			if p == nil {
				p = &Presence{ActorChoice: ActorChoice{ID: id, Name: firstOf(r.names.Name(id), name, id), Kind: r.kind(id)}}
				found[id] = p
			}
			if !seen[id] {
				seen[id] = true
				p.Entries++
			}
			if e.LastKnown.After(p.Last) {
				p.Last = e.LastKnown
			}
			return p
		}
		for _, party := range slices.Concat(e.Actors, e.Recipients) {
			if party.ID != "" {
				count(party.ID, party.Name).meet(party)
			}
		}
		if e.Association != nil && e.Association.ID != "" {
			count(e.Association.ID, e.Association.Name)
		}
	}
	list := make([]Presence, 0, len(found))
	for _, p := range found {
		slices.SortFunc(p.People, func(a, b PersonInBrief) int {
			return cmp.Or(cmp.Compare(b.Entries, a.Entries), strings.Compare(a.Name, b.Name))
		})
		list = append(list, *p)
	}
	slices.SortFunc(list, func(a, b Presence) int {
		return cmp.Or(strings.Compare(a.Name, b.Name), strings.Compare(a.ID, b.ID))
	})
	return list, nil
}

// meet counts the people who act for a party in one entry.
func (p *Presence) meet(party chancery.Party) {
	for _, name := range party.Persons {
		i := slices.IndexFunc(p.People, func(x PersonInBrief) bool { return x.Name == name })
		if i < 0 {
			i = len(p.People)
			p.People = append(p.People, PersonInBrief{Name: name})
		}
		p.People[i].Entries++
		if len(party.Persons) > 1 { // whose office it is, is not told
			continue
		}
		for _, office := range party.Offices {
			if !slices.Contains(p.People[i].Offices, office) {
				p.People[i].Offices = append(p.People[i].Offices, office)
			}
		}
	}
}

// kind is the kind of the actor with the id, or "" where the register does not know it.
func (r *Record) kind(id string) chancery.ActorKind {
	for _, c := range r.names.Find(id) {
		if c.ID == id && c.Person == "" {
			return c.Kind
		}
	}
	return ""
}
