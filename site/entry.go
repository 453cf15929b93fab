package site

import (
	"cmp"
	"strings"

	"chancery"
	"chancery/query"
)

// entryBody is one entry: its life, who says so, and the passages for and against.
type entryBody struct {
	Kind     string
	Words    []piece
	State    string
	Tone     query.Tone
	Facts    []fact
	Parties  []choice
	Life     []moment
	Sides    []side
	Tensions []piece // each with the way to the other entry, where there is one
	Register string
	ID       string
	OnlySaid bool
}

// fact is a row of what an entry holds.
type fact struct{ Name, Value string }

// moment is a step of an entry's life, as one passage tells it.
type moment struct {
	State string
	Tone  query.Tone
	When  string
	Known string
	Words string
	Href  string
}

// side gathers the passages that bear on an entry in one way.
type side struct {
	ID, Title string
	Passages  []passageView
}

// passageView is a passage in its context, with how it was read.
type passageView struct {
	From, Title, Href     string
	Before, Words, After  string
	Read                  string
	Speakers              string
	Dated                 []string
	Act, Mood, Rule, Sign string
	Confidence            float64
}

var sideTitles = []side{{ID: "for", Title: "Passages for it"}, {ID: "against", Title: "Passages against it"}, {ID: "beside", Title: "Beside it"}}

func (s *Site) entry(r *request) error {
	x, err := s.Record.Why(r.Context(), r.PathValue("id"), r.at)
	if err != nil {
		return ofID(r.PathValue("id"), err)
	}
	body := entryBody{State: string(x.State), Tone: query.ToneOf(x.State), Register: x.Register}
	told := map[string]string{}
	for _, p := range x.Passages {
		told[p.Claim.ID] = p.Text
	}
	body.Sides = r.sides(x.Passages)
	title := "Claim"
	section := ""
	if x.Entry == nil {
		body.Words = []piece{{Text: x.Text}}
		body.Kind = "Claim"
		return r.show(section, "entry", title, body)
	}
	e := *x.Entry
	body.ID, body.OnlySaid = e.ID, e.OnlySaid() && e.Register == ""
	body.Kind = upper(string(e.Kind))
	parties := s.Record.Parties(e)
	body.Words = r.linked(query.Line{Text: x.Text, State: x.State, Kind: e.Kind, Due: query.Period(e.Due)}.Sentence(), parties)
	body.Parties = r.choices(parties)
	body.Facts = factsOf(e)
	for i, text := range x.Tensions { // in the order of the entry's
		tension := piece{Text: text}
		if i < len(e.Tensions) && e.Tensions[i].With != "" {
			tension.Href = r.entryLink(e.Tensions[i].With)
		}
		body.Tensions = append(body.Tensions, tension)
	}
	for _, step := range e.Steps {
		body.Life = append(body.Life, moment{State: string(step.State), Tone: query.ToneOf(step.State), When: query.Period(step.When),
			Known: query.Date(step.Known), Words: told[step.Claim], Href: r.passageLink(step.Report, step.Claim)})
	}
	switch e.Kind {
	case chancery.KindAgreement:
		section = "agreements"
	case chancery.KindCommitment:
		section = "commitments"
	}
	return r.show(section, "entry", strings.TrimSuffix(x.Text, "."), body)
}

func factsOf(e chancery.Entry) []fact {
	var facts []fact
	add := func(name, value string) {
		if value != "" {
			facts = append(facts, fact{name, value})
		}
	}
	add("When", query.Period(e.When))
	add("Due", query.Period(e.Due))
	add("Instrument", e.Instrument)
	add("Standing", string(e.Standing))
	if e.Place != nil {
		add("Place", e.Place.Text)
	}
	add("First known", query.Date(e.FirstKnown))
	if e.LastKnown != e.FirstKnown {
		add("Last told", query.Date(e.LastKnown))
	}
	add("Act", e.Act)
	add("PLOVER", e.Plover)
	return facts
}

func (r *request) sides(passages []query.Passage) []side {
	var sides []side
	for _, title := range sideTitles {
		for _, p := range passages {
			if p.Side == title.ID {
				title.Passages = append(title.Passages, r.passage(p))
			}
		}
		if len(title.Passages) > 0 {
			sides = append(sides, title)
		}
	}
	return sides
}

func (r *request) passage(p query.Passage) passageView {
	c := p.Claim
	v := passageView{From: cmp.Or(clip(p.Publisher), "publisher not known") + ", " + cmp.Or(p.Published, "date not known"), Title: clip(p.Title),
		Href: r.passageLink(c.Report, c.ID), Before: p.Before, Words: c.Evidence.Text, After: p.After, Read: p.Text,
		Dated: p.PublishedWhy, Act: c.Act, Mood: string(c.Mood), Rule: c.Rule, Sign: c.ID[:min(len(c.ID), 8)], Confidence: c.Confidence}
	if len(p.Speakers) > 0 && !(len(p.Speakers) == 1 && p.Speakers[0] == p.Publisher) {
		v.Speakers = strings.Join(p.Speakers, ", in ")
	}
	return v
}
