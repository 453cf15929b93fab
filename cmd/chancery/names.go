package main

import (
	"errors"
	"slices"
	"strings"

	"chancery"
	"chancery/actors"
	"chancery/query"
)

// register answers query's questions about names from the register of actors.
type register struct {
	*actors.Register
	introductions func() []chancery.Introduction // by the reports; nil where nobody asks for people
}

// Find lists the actors that bear the name. A person who bears only the name of a state or an
// association ("Jordan", "Georgia") is not meant by it.
func (r *register) Find(text string) []query.ActorChoice {
	found := slices.DeleteFunc(r.Register.Find(text), func(a actors.Actor) bool { return a.Near })
	if len(found) > 0 && found[0].Kind != chancery.KindPerson {
		found = slices.DeleteFunc(found, func(a actors.Actor) bool { return a.Kind == chancery.KindPerson })
	}
	if len(found) == 0 {
		return r.introduced(text)
	}
	return r.choices(found)
}

// introduced lists the people whom reports have introduced under the name, or under a family name
// that ends it.
func (r *register) introduced(text string) []query.ActorChoice {
	text = strings.ToLower(strings.TrimSpace(text))
	if r.introductions == nil || text == "" {
		return nil
	}
	var list []query.ActorChoice
	for _, i := range r.introductions() {
		name := strings.ToLower(i.Person)
		if i.State == "" || name != text && !strings.HasSuffix(name, " "+text) {
			continue
		}
		c := query.ActorChoice{ID: i.State, Name: r.Register.Name(i.State), Kind: chancery.KindPerson, Person: i.Person}
		if !slices.Contains(list, c) {
			list = append(list, c)
		}
	}
	return list
}

// near lists what is spelt much like the text.
func (r *register) near(text string) []query.ActorChoice {
	return r.choices(slices.DeleteFunc(r.Register.Find(text), func(a actors.Actor) bool { return !a.Near }))
}

func (r *register) choices(found []actors.Actor) []query.ActorChoice {
	var list []query.ActorChoice
	for _, a := range found {
		c := query.ActorChoice{ID: a.ID, Name: a.Name, Kind: a.Kind}
		if a.Kind == chancery.KindPerson {
			c.Name, c.Person = r.Register.Name(a.ID), a.Name
		}
		list = append(list, c)
	}
	return list
}

// Name is the usual name of an actor, or empty where the register does not know it.
func (r *register) Name(id string) string {
	a, ok := r.Actor(id)
	if !ok {
		return ""
	}
	return a.Name
}

// Facts lists the standings that the register states.
func (r *register) Facts(actor, association string) []chancery.StandingFact {
	return r.Standings(actor, association)
}

// pair makes one name, or two, of the words typed: people do not think of quotation marks in
// "brief South Korea Viet Nam" or "brief Laos and Belarus". Where the words can be parted in
// more than one way, or in none, they stay apart as typed.
func (r *register) pair(words []string) (a, b string, err error) {
	known := func(words []string) bool { return len(words) > 0 && len(r.Find(strings.Join(words, " "))) > 0 }
	if len(words) < 2 || known(words) {
		return strings.Join(words, " "), "", nil
	}
	type parted struct{ a, b string }
	var ways []parted
	for i := 1; i < len(words); i++ {
		left, right := words[:i], words[i:]
		if len(right) > 1 && (right[0] == "and" || right[0] == "&") {
			right = right[1:]
		}
		if known(left) && known(right) {
			ways = append(ways, parted{strings.Join(left, " "), strings.Join(right, " ")})
		}
	}
	switch {
	case len(ways) == 1:
		return ways[0].a, ways[0].b, nil
	case len(words) == 2: // whichever is not known is named
		return words[0], words[1], nil
	}
	return "", "", errors.New("cannot tell where one name ends and the next begins in " + strings.Join(words, " ") +
		`; put names of several words in quotation marks: chancery brief "South Korea" Laos`)
}

// suggest adds names of the register to an error that has no suggestion from the record.
func (r *register) suggest(err error) error {
	var unknown *query.UnknownNameError
	if errors.As(err, &unknown) && len(unknown.Suggestions) == 0 {
		near := r.near(unknown.Text)
		unknown.Suggestions = near[:min(len(near), 3)]
	}
	return err
}
