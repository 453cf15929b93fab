package site

import (
	"net/http"
	"net/url"
	"slices"

	"chancery"
	"chancery/query"
)

// morningBody is the page to begin the day with.
type morningBody struct {
	Since    string // ISO, for the control
	Words    string // the same in words
	Today    string
	Counts   []countView
	Sections []sectionView
	Calendar string
	Empty    bool // nothing has been read yet
}

type countView struct {
	Number int
	Words  string
	Href   string
	Tone   query.Tone
}

func (s *Site) morning(r *request) error {
	since, err := r.day("since")
	if err != nil {
		return err
	}
	m, err := s.Record.Morning(r.Context(), since, r.at)
	if err != nil {
		return err
	}
	body := morningBody{Since: m.Since.String(), Words: query.Date(m.Since), Today: query.Date(m.Today),
		Sections: r.sections(m.Sections, m.Sources), Calendar: r.link("/calendar.ics")}
	reports, err := s.Record.Reports(r.Context(), query.At{})
	if err != nil {
		return err
	}
	body.Empty = len(reports) == 0
	for _, c := range []struct {
		id, words string
		tone      query.Tone
	}{{query.SectionNew, "new", query.ToneHeld}, {query.SectionMoved, "moved on", query.ToneDone}, {query.SectionOverdue, "overdue", query.ToneOver},
		{query.SectionTensions, "contradicted", query.ToneOver}, {query.SectionAhead, "ahead", query.ToneWaits}} {
		view := countView{Words: c.words, Href: "#" + c.id, Tone: c.tone}
		for _, section := range m.Sections {
			if section.ID == c.id {
				view.Number = len(section.Lines)
			}
		}
		if view.Number == 0 {
			view.Href, view.Tone = "", ""
		}
		body.Counts = append(body.Counts, view)
	}
	return r.show("today", "morning", "Today", body)
}

// dossierBody is what the record holds about an actor, a person or a pair.
type dossierBody struct {
	Kind     string
	About    string // how much is behind it
	Subjects []choice
	Sections []sectionView
	Timeline *picture
	Course   *courseView
	Rungs    *picture
	Tables   []standingTable
	Ways     []choice // other pages about the same
	With     []choice // whom else it deals with
	People   []choice
	Empty    string
}

var kinds = map[chancery.ActorKind]string{chancery.KindState: "State", chancery.KindTerritory: "Territory", chancery.KindAssociation: "Association",
	chancery.KindOrgan: "Organ", chancery.KindOffice: "Office", chancery.KindPerson: "Person"}

func (s *Site) actor(r *request) error {
	actor, err := s.Record.Actor(r.Context(), r.PathValue("id"))
	if err != nil {
		return err
	}
	if actor.ID != r.PathValue("id") || actor.Person != "" { // typed by name
		http.Redirect(r.writer, r.Request, r.actorLink(actor), http.StatusSeeOther)
		return nil
	}
	body, err := r.dossier(actor)
	if err != nil {
		return err
	}
	body.Kind = kinds[actor.Kind]
	if actor.Kind == chancery.KindAssociation {
		if err := r.rungs(&body, actor); err != nil {
			return err
		}
	}
	if err := r.company(&body, actor); err != nil {
		return err
	}
	body.Ways = []choice{
		{Name: "Timeline", Href: r.link("/timeline", "actor", actor.ID)}, {Name: "Network", Href: r.link("/network", "with", actor.ID)},
		{Name: "Map", Href: r.link("/map", "with", actor.ID)}, {Name: "Single claims", Href: r.link("/search", "actor", actor.ID)},
		{Name: "Feed", Href: r.link("/actors/" + url.PathEscape(actor.ID) + "/feed")}, {Name: "Calendar", Href: r.link("/calendar.ics", "actor", actor.ID)},
	}
	return r.show("actors", "dossier", actor.Name, body)
}

func (s *Site) person(r *request) error {
	actor, err := s.Record.Actor(r.Context(), r.PathValue("id"))
	if err != nil {
		return err
	}
	person := query.ActorChoice{ID: actor.ID, Name: actor.Name, Kind: chancery.KindPerson, Person: r.PathValue("name")}
	body, err := r.dossier(person)
	if err != nil {
		return err
	}
	if body.Empty != "" && r.at == (query.At{}) { // not even a name on record
		return &query.UnknownNameError{Text: person.Person}
	}
	body.Kind = "Person"
	body.Subjects = r.choices([]query.ActorChoice{actor})
	return r.show("actors", "dossier", person.Person, body)
}

func (s *Site) pair(r *request) error {
	a, b := r.PathValue("a"), r.PathValue("b")
	if a > b {
		http.Redirect(r.writer, r.Request, r.pairLink(a, b), http.StatusSeeOther)
		return nil
	}
	if a == b {
		http.Redirect(r.writer, r.Request, r.link("/actors/"+url.PathEscape(a)), http.StatusSeeOther)
		return nil
	}
	var subjects []query.ActorChoice
	for _, id := range []string{a, b} {
		found, err := s.Record.Actor(r.Context(), id)
		if err != nil {
			return err
		}
		subjects = append(subjects, found)
	}
	if subjects[0].ID != a || subjects[1].ID != b { // typed by name
		http.Redirect(r.writer, r.Request, r.pairLink(subjects[0].ID, subjects[1].ID), http.StatusSeeOther)
		return nil
	}
	body, err := r.dossier(subjects...)
	if err != nil {
		return err
	}
	body.Kind = "Pair"
	months, err := s.Record.Course(r.Context(), a, b, r.at)
	if err != nil {
		return err
	}
	body.Course = course(months)
	body.Ways = []choice{{Name: "Timeline", Href: r.link("/timeline", "actor", a, "with", b)},
		{Name: "Feed", Href: r.link("/pairs/" + url.PathEscape(a) + "/" + url.PathEscape(b) + "/feed")}}
	return r.show("actors", "dossier", body.Subjects[0].Name+" and "+body.Subjects[1].Name, body)
}

// dossier asks for a dossier and draws its timeline.
func (r *request) dossier(subjects ...query.ActorChoice) (dossierBody, error) {
	record := r.site.Record
	d, err := record.BriefOf(r.Context(), subjects, r.at)
	if err != nil {
		return dossierBody{}, err
	}
	r.about = d.Subjects
	sections := query.ToldOnce(d.Sections)
	body := dossierBody{About: basis(d.Sources), Sections: r.sections(sections, d.Sources)}
	if len(d.Subjects) > 1 {
		body.Subjects = r.choices(d.Subjects)
	}
	if len(sections) == 0 {
		body.Empty = "Nothing is on record"
	}
	t, err := record.TimelineOf(r.Context(), subjects, r.at)
	if err != nil {
		return dossierBody{}, err
	}
	body.Timeline = r.drawTimeline(t.Lines)
	return body, nil
}

// basis says how much an answer rests on.
func basis(sources []query.Source) string {
	reports := map[string]bool{}
	for _, s := range sources {
		reports[s.Report] = true
	}
	if len(sources) == 0 {
		return ""
	}
	return count(len(sources), "passage") + " from " + count(len(reports), "report")
}

// mostCompany is how many of those whom an actor deals with are named on its page.
const mostCompany = 24

// company names those with whom the actor deals, and those who act for it.
func (r *request) company(body *dossierBody, actor query.ActorChoice) error {
	web, err := r.site.Record.Web(r.Context(), query.WebQuestion{With: actor.ID, Said: true}, r.at)
	if err != nil {
		return err
	}
	others := slices.DeleteFunc(web.Actors, func(p query.Presence) bool { return p.ID == actor.ID })
	slices.SortStableFunc(others, func(a, b query.Presence) int { return b.Entries - a.Entries })
	for _, p := range others[:min(len(others), mostCompany)] {
		body.With = append(body.With, choice{Name: p.Name, Note: count(p.Entries, "dealing"), Href: r.pairLink(actor.ID, p.ID)})
	}
	all, err := r.site.Record.Actors(r.Context(), r.at)
	if err != nil {
		return err
	}
	for _, p := range all {
		if p.ID == actor.ID {
			body.People = r.people(p)
		}
	}
	return nil
}

func (r *request) people(p query.Presence) []choice {
	var list []choice
	for _, person := range p.People {
		c := choice{Name: person.Name, Href: r.actorLink(query.ActorChoice{ID: p.ID, Person: person.Name})}
		if len(person.Offices) > 0 {
			c.Note = person.Offices[0]
		}
		list = append(list, c)
	}
	return list
}

// actorRow is a line of the index.
type actorRow struct {
	choice
	Entries int
	Last    string
	People  int
}

// actorsBody is the index, by kind.
type actorsBody struct {
	Groups []actorGroup
}

type actorGroup struct {
	ID, Title string
	Rows      []actorRow
}

func (s *Site) actors(r *request) error {
	all, err := s.Record.Actors(r.Context(), r.at)
	if err != nil {
		return err
	}
	groups := []actorGroup{{ID: "states", Title: "States"}, {ID: "associations", Title: "Associations"}, {ID: "others", Title: "Others"}}
	for _, p := range all {
		row := actorRow{choice: choice{p.Name, p.ID, r.actorLink(p.ActorChoice)}, Entries: p.Entries, Last: query.Date(p.Last), People: len(p.People)}
		i := 2
		switch p.Kind {
		case chancery.KindState, chancery.KindTerritory:
			i = 0
		case chancery.KindAssociation:
			i = 1
		}
		groups[i].Rows = append(groups[i].Rows, row)
	}
	groups = slices.DeleteFunc(groups, func(g actorGroup) bool { return len(g.Rows) == 0 })
	return r.show("actors", "actors", "Actors", actorsBody{groups})
}

// find leads from typed words to the page that they mean: of an actor, or of two named together.
func (s *Site) find(r *request) error {
	q := r.value("q")
	if q == "" {
		http.Redirect(r.writer, r.Request, r.link("/actors"), http.StatusSeeOther)
		return nil
	}
	found, err := s.Record.Actor(r.Context(), q)
	if err != nil {
		return err
	}
	http.Redirect(r.writer, r.Request, r.actorLink(found), http.StatusSeeOther)
	return nil
}
