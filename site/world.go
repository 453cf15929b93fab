package site

import (
	"cmp"
	"fmt"
	"slices"

	"chancery/query"
	"chancery/site/atlas"
)

// legendStep is a colour of the map and what it stands for.
type legendStep struct {
	Class, Words string
}

// shades is how many steps of colour the map has.
const shades = 5

// smallest is the size, in units of the map, below which a state gets a dot that can be seen and met.
const smallest = 4.0

// world draws how much each state dealt with others, or with the one that is named.
func (s *Site) world(r *request) error {
	body, web, err := r.web("/map")
	if err != nil {
		return err
	}
	counts := map[string]query.Presence{}
	most := 0
	for _, a := range web.Actors {
		counts[a.ID] = a
	}
	with := ""
	if body.Form.With != "" {
		choice, err := s.Record.Actor(r.Context(), body.Form.With)
		if err != nil {
			return err
		}
		with = choice.ID
	}
	for id, a := range counts {
		if id != with {
			most = max(most, a.Entries)
		}
	}
	href := func(id string) string {
		if with != "" && with != id {
			return r.pairLink(with, id)
		}
		return r.actorLink(query.ActorChoice{ID: id})
	}
	p := &picture{Label: "Map of the world", Class: "world", W: atlas.Width, H: atlas.Height}
	var dots []item
	for _, state := range atlas.States() {
		a, ok := counts[state.ID]
		shape := item{Tag: "path", D: state.Path, Class: "land", Title: state.Name}
		if state.ID != "" {
			if name := s.Record.Words().Name(state.ID); name != "" {
				shape.Title = name
			}
		}
		if ok && state.ID != "" {
			shape.Class = fmt.Sprintf("land shade-%d", shade(a.Entries, most))
			if state.ID == with {
				shape.Class = "land chosen"
			}
			shape.Href, shape.Key = href(state.ID), state.ID
			shape.Title += ": " + count(a.Entries, "dealing")
			if state.Size < smallest && state.Size > 0 {
				dot := shape
				dot.Tag, dot.X, dot.Y, dot.R, dot.Class = "circle", state.X, state.Y, 4, shape.Class+" dot"
				dots = append(dots, dot)
			}
		}
		if shape.D != "" {
			p.add(shape)
		}
	}
	p.add(dots...)
	body.Picture = p
	body.Steps = legend(most)
	for _, a := range web.Actors {
		if a.ID != with {
			body.States = append(body.States, actorRow{choice: choice{a.Name, a.ID, href(a.ID)}, Entries: a.Entries, Last: query.Date(a.Last)})
		}
	}
	slices.SortStableFunc(body.States, func(a, b actorRow) int { return cmp.Compare(b.Entries, a.Entries) })
	return r.show("map", "map", "Map", body)
}

// shade is the step of colour for a count, from 1 to shades.
func shade(n, most int) int {
	for step := 1; step < shades; step++ {
		if n <= upTo(step, most) {
			return step
		}
	}
	return shades
}

// upTo is the largest count of a step. Counts are very uneven, so the steps grow: most actors deal little.
func upTo(step, most int) int {
	return max(step, most*step*step/(shades*shades))
}

func legend(most int) []legendStep {
	var steps []legendStep
	from := 1
	for step := 1; step <= shades && from <= most; step++ {
		to := upTo(step, most)
		if step == shades {
			to = most
		}
		words := fmt.Sprintf("%d to %d", from, to)
		if from >= to {
			words = fmt.Sprint(to)
		}
		steps = append(steps, legendStep{fmt.Sprintf("shade-%d", step), words})
		from = to + 1
	}
	return steps
}
