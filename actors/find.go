package actors

import (
	"slices"
	"strings"

	"chancery"
)

// mostNear is how many suggestions Find makes at most.
const mostNear = 5

// Find lists the states, associations and people that a text names, as people type it: "Laos",
// "LAO", "lao pdr", "Shanghai Cooperation Organisation", "kremlin", "Lavrov". The most usual reading
// comes first. Where nothing bears the name it lists what comes near, marked Near; nothing at all
// comes near a text without letters.
func (r *Register) Find(text string) []Actor {
	text = strings.TrimSpace(text)
	if len(text) > 4 && strings.EqualFold(text[:4], "the ") {
		text = strings.TrimSpace(text[4:])
	}
	if text == "" || len(text) > 200 {
		return nil
	}
	if out := r.named(text); len(out) > 0 {
		return out
	}
	return r.near(text)
}

// named lists the actors that bear the name.
func (r *Register) named(text string) []Actor {
	var out []Actor
	add := func(a Actor) {
		for _, b := range out {
			if b.ID == a.ID && b.Kind == a.Kind && b.Name == a.Name {
				return
			}
		}
		out = append(out, a)
	}
	if a, ok := r.actors[strings.ToUpper(text)]; ok {
		add(*a)
	} else if a, ok := r.actors[text]; ok {
		add(*a)
	}
	words := r.lexicon.exact(text)
	slices.SortStableFunc(words, func(a, b *wording) int { return r.typed(a) - r.typed(b) })
	for _, w := range words {
		switch w.sense.kind {
		case senseState, senseAdjective, senseCitizens, senseCapital, senseMetonym, senseAssociation:
			if a, ok := r.actors[w.sense.id]; ok {
				add(*a)
			}
		case senseOrgan:
			if a, ok := r.actors[r.organs[w.sense.index].id]; ok {
				add(*a)
			}
		case sensePerson:
			add(r.personActor(w.sense.index))
		}
	}
	return out
}

// Called lists the actors that bear exactly the name, without looking for names like it.
func (r *Register) Called(name string) []Actor { return r.named(name) }

// Describes reports whether the register knows the wording of an office, of an organ that any state has, or of a
// group: "prime minister", "rebels".
func (r *Register) Describes(text string) bool {
	return slices.ContainsFunc(r.lexicon.exact(text), func(w *wording) bool {
		k := w.sense.kind
		return k == senseOffice || k == senseAgent || k == senseOrgan && r.organs[w.sense.index].id == "*"
	})
}

// typed ranks the readings of a name that somebody types: what is in use goes before what was, a
// name in full before one word of it.
func (r *Register) typed(w *wording) int {
	rank := w.sense.rank * 2
	if w.sense.span.until != 0 {
		rank += 20
	}
	if w.sense.partial {
		rank += 10
	}
	if w.sense.kind == sensePerson {
		if _, current, _ := r.people[w.sense.index].service(chancery.Period{}); !current {
			rank++
		}
	}
	return rank
}

// personActor is the person with the state or association served now or last.
func (r *Register) personActor(index int) Actor {
	p := r.people[index]
	t, _, _ := p.service(chancery.Period{})
	a := Actor{ID: t.state, Kind: chancery.KindPerson, Name: p.name, Of: t.state, Since: t.span.since, Until: t.span.until}
	if o := r.offices[t.office]; o != nil {
		a.Status = o.name
	}
	return a
}

// near lists what is spelt much like the text, or has all its words.
func (r *Register) near(text string) []Actor {
	want := foldName(text)
	if want == "" {
		return nil
	}
	type candidate struct {
		wording *wording
		score   int
	}
	var found []candidate
	for i := range r.lexicon.wordings {
		w := &r.lexicon.wordings[i]
		switch w.sense.kind {
		case senseState, senseAssociation, senseMetonym, sensePerson, senseCapital, senseAdjective:
		default:
			continue
		}
		if s := nearness(want, foldName(w.name)); s > 0 {
			found = append(found, candidate{w, s*100 + r.typed(w)})
		}
	}
	slices.SortStableFunc(found, func(a, b candidate) int { return a.score - b.score })
	var out []Actor
	for _, c := range found {
		a := Actor{}
		if c.wording.sense.kind == sensePerson {
			a = r.personActor(c.wording.sense.index)
		} else if known, ok := r.actors[c.wording.sense.id]; ok {
			a = *known
		}
		a.Near = true
		if !slices.ContainsFunc(out, func(b Actor) bool { return b.ID == a.ID && b.Name == a.Name }) {
			out = append(out, a)
		}
		if len(out) == mostNear {
			break
		}
	}
	return out
}

// nearness is small for names that come near, 0 for those that do not.
func nearness(want, name string) int {
	if len(want) >= 4 && strings.HasPrefix(name, want) {
		return 2
	}
	gap := len(want) - len(name)
	if allowed := len(want)/4 + 1; len(want) >= 3 && gap <= allowed && -gap <= allowed {
		if d := distance(want, name); d <= allowed && d*2 < len(want) {
			return 1 + d
		}
	}
	if strings.Contains(want, " ") || len(want) >= 5 {
		have := strings.Fields(name)
		for _, w := range strings.Fields(want) {
			if !slices.Contains(have, w) {
				return 0
			}
		}
		return 3 + len(have)
	}
	return 0
}
