package ledger

import (
	"cmp"
	"slices"
	"strings"

	"chancery"
)

// sides fills in who did it to whom. Where one claim has an actor on one side and another on the
// other ("Belarus and Laos met", "Laos met Belarus") all of them become actors.
func (g *group) sides() {
	e := g.entry
	people := map[string]*who{}
	order := func(ks []string) []chancery.Party {
		parties := make([]chancery.Party, 0, len(ks))
		for _, k := range ks {
			if w := people[k]; w != nil {
				parties = append(parties, w.party())
			}
		}
		return parties
	}
	var actors, recipients []string
	for _, p := range g.sources {
		meetEveryone(people, p.claim.Actor, p.claim.Report)
		meetEveryone(people, p.claim.Recipient, p.claim.Report)
		actors, recipients = union(actors, p.actors), union(recipients, p.recipients)
	}
	switch {
	case g.sided:
		if g.kind != chancery.KindAgreement || len(actors) == 0 {
			actors, recipients = g.actors, g.recipients
		} else {
			actors, recipients = union(actors, recipients), nil
		}
		for _, f := range g.facts {
			if people[f.Actor] == nil {
				people[f.Actor] = &who{id: f.Actor, names: []string{f.Actor}}
			}
		}
	case shares(actors, recipients):
		actors, recipients = union(actors, recipients), nil
	}
	if list := order(actors); len(list) > 0 {
		e.Actors = list
	}
	if list := order(recipients); len(list) > 0 {
		e.Recipients = list
	}
	if g.kind == chancery.KindQuote && len(e.Actors) == 0 {
		e.Actors = strangers(g.pieces)
	}
}

// who collects what the claims say about one party.
type who struct {
	id                      string
	names, persons, offices []string
}

func meetEveryone(people map[string]*who, side []chancery.Participant, report string) {
	for _, p := range side {
		k := partyKey(p, report)
		if k == "" {
			continue
		}
		w := people[k]
		if w == nil {
			w = &who{id: p.ID}
			people[k] = w
		}
		w.names = append(w.names, cmp.Or(p.Name, p.Text))
		w.persons = appendNew(w.persons, p.Person)
		w.offices = appendNew(w.offices, p.Office)
	}
}

func appendNew(list []string, s string) []string {
	if s == "" || slices.Contains(list, s) {
		return list
	}
	return append(list, s)
}

func (w *who) party() chancery.Party {
	slices.Sort(w.offices)
	name := w.names[0]
	for _, n := range w.names[1:] {
		if n != name { // rare: a register names an actor in one way
			name = commonest(w.names)
			break
		}
	}
	return chancery.Party{ID: w.id, Name: name, Persons: fullest(w.persons), Offices: w.offices}
}

// fullest drops names that are the end or the beginning of a longer one: "Ryzhenkov" beside "Maxim
// Ryzhenkov" is one person.
func fullest(persons []string) []string {
	if len(persons) < 2 {
		return persons
	}
	slices.Sort(persons)
	kept := persons[:0:0]
	for _, p := range persons {
		shorter := slices.ContainsFunc(persons, func(q string) bool {
			return len(q) > len(p) && (strings.HasSuffix(q, " "+p) || strings.HasPrefix(q, p+" "))
		})
		if !shorter {
			kept = append(kept, p)
		}
	}
	return kept
}

// strangers names the people of a quotation whom nothing places. Their words are kept all the same.
func strangers(pieces []piece) []chancery.Party {
	var parties []chancery.Party
	for _, p := range pieces {
		for _, a := range p.claim.Actor {
			name := cmp.Or(a.Person, a.Name, a.Text)
			if name == "" || slices.ContainsFunc(parties, func(q chancery.Party) bool { return q.Name == name }) {
				continue
			}
			party := chancery.Party{Name: name}
			if a.Person != "" {
				party.Persons = []string{a.Person}
			}
			parties = append(parties, party)
		}
	}
	slices.SortFunc(parties, func(a, b chancery.Party) int { return strings.Compare(a.Name, b.Name) })
	return parties
}
