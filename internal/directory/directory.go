// Package directory joins the register of actors to the questions that query asks about names.
package directory

import (
	"slices"
	"strings"

	"chancery"
	"chancery/actors"
	"chancery/query"
)

// Names answers query's questions about names from the register of actors.
type Names struct {
	*actors.Register
	Introductions func() []chancery.Introduction // by the reports; nil where nobody asks for people
}

// Find lists the actors that bear the name. A person who bears only the name of a state or an
// association ("Jordan", "Georgia") is not meant by it.
func (n *Names) Find(text string) []query.ActorChoice {
	found := slices.DeleteFunc(n.Register.Find(text), func(a actors.Actor) bool { return a.Near })
	if len(found) > 0 && found[0].Kind != chancery.KindPerson {
		found = slices.DeleteFunc(found, func(a actors.Actor) bool { return a.Kind == chancery.KindPerson })
	}
	if len(found) == 0 {
		return n.introduced(text)
	}
	return n.choices(found)
}

// introduced lists the people whom reports have introduced under the name, or under a family name
// that ends it.
func (n *Names) introduced(text string) []query.ActorChoice {
	text = strings.ToLower(strings.TrimSpace(text))
	if n.Introductions == nil || text == "" {
		return nil
	}
	var list []query.ActorChoice
	for _, i := range n.Introductions() {
		name := strings.ToLower(i.Person)
		if i.State == "" || name != text && !strings.HasSuffix(name, " "+text) {
			continue
		}
		c := query.ActorChoice{ID: i.State, Name: n.Register.Name(i.State), Kind: chancery.KindPerson, Person: i.Person}
		if !slices.Contains(list, c) {
			list = append(list, c)
		}
	}
	return list
}

// Near lists what is spelt much like the text.
func (n *Names) Near(text string) []query.ActorChoice {
	return n.choices(slices.DeleteFunc(n.Register.Find(text), func(a actors.Actor) bool { return !a.Near }))
}

func (n *Names) choices(found []actors.Actor) []query.ActorChoice {
	var list []query.ActorChoice
	for _, a := range found {
		c := query.ActorChoice{ID: a.ID, Name: a.Name, Kind: a.Kind}
		if a.Kind == chancery.KindPerson {
			c.Name, c.Person = n.Register.Name(a.ID), a.Name
		}
		list = append(list, c)
	}
	return list
}

// Name is the usual name of an actor, or empty where the register does not know it.
func (n *Names) Name(id string) string {
	a, ok := n.Actor(id)
	if !ok {
		return ""
	}
	return a.Name
}

// Facts lists the standings that the register states.
func (n *Names) Facts(actor, association string) []chancery.StandingFact {
	return n.Standings(actor, association)
}
