package site

import (
	"fmt"
	"slices"
	"strconv"

	"chancery"
	"chancery/query"
)

// listBody is a list of lines of one kind.
type listBody struct {
	Lead     string // what the list holds
	Sections []sectionView
	Timeline *picture
	Empty    string
	Form     *spanForm
}

// spanForm is the control for an actor and a stretch of time.
type spanForm struct {
	Actor, With  string // as typed
	Since, Until string // ISO
	Action       string
	Point        []field
}

func (r *request) spanForm(action string) (*spanForm, chancery.Period, error) {
	f := &spanForm{Actor: r.value("actor"), With: r.value("with"), Action: action, Point: r.pointFields()}
	since, err := r.day("since")
	if err != nil {
		return nil, chancery.Period{}, err
	}
	until, err := r.day("until")
	f.Since, f.Until = since.String(), until.String()
	return f, chancery.Period{Start: since, End: until}, err
}

// pointFields keep the point of view where another form asks.
func (r *request) pointFields() []field {
	var fields []field
	if !r.at.AsOf.IsZero() {
		fields = append(fields, field{"as-of", r.at.AsOf.String()})
	}
	if !r.at.KnownOn.IsZero() {
		fields = append(fields, field{"known-on", r.at.KnownOn.String()})
	}
	return fields
}

func (s *Site) agreements(r *request) error {
	a, err := s.Record.Agreements(r.Context(), r.value("actor"), "", r.at)
	if err != nil {
		return err
	}
	body := listBody{Lead: "Every instrument that reports speak of, and how far each has come.", Empty: "No agreement is on record."}
	body.Sections = r.byState(a, []stage{
		{"force", "In force", []chancery.State{chancery.StateInForce}},
		{"ratified", "Ratified", []chancery.State{chancery.StateRatified}},
		{"signed", "Signed", []chancery.State{chancery.StateSigned, chancery.StateHeld}},
		{"initialled", "Negotiated or initialled", []chancery.State{chancery.StateInitialled, chancery.StateNegotiated, chancery.StateUnderWay}},
		{"planned", "Planned, wished or offered", []chancery.State{chancery.StatePlanned, chancery.StateWished, chancery.StatePossible,
			chancery.StateDemanded, chancery.StatePostponed}},
		{"over", "Denied, suspended or ended", nil},
	})
	return r.show("agreements", "list", "Agreements", body)
}

func (s *Site) commitments(r *request) error {
	a, err := s.Record.Commitments(r.Context(), r.value("actor"), "", false, r.at)
	if err != nil {
		return err
	}
	body := listBody{Lead: "Who undertook what towards whom, and whether it was done.", Empty: "No commitment is on record."}
	body.Sections = r.byState(a, []stage{
		{"overdue", "Overdue", []chancery.State{chancery.StateOverdue}},
		{"contradicted", "Contradicted", []chancery.State{chancery.StateContradicted}},
		{"open", "Open", []chancery.State{chancery.StateOpen, chancery.StateUnderWay}},
		{"kept", "Kept", []chancery.State{chancery.StateKept}},
		{"wished", "Wished, planned or possible", []chancery.State{chancery.StatePlanned, chancery.StateWished, chancery.StatePossible, chancery.StateDemanded}},
		{"over", "Dropped or denied", nil},
	})
	return r.show("commitments", "list", "Commitments", body)
}

// stage is a heading and the states under it; the last stage takes all others.
type stage struct {
	id, title string
	states    []chancery.State
}

func (r *request) byState(a query.Answer, stages []stage) []sectionView {
	sections := make([]query.Section, len(stages))
	for i, s := range stages {
		sections[i] = query.Section{ID: s.id, Title: s.title}
	}
	for _, l := range a.Lines {
		i := slices.IndexFunc(stages, func(s stage) bool { return s.states == nil || slices.Contains(s.states, l.State) })
		sections[i].Lines = append(sections[i].Lines, l)
	}
	sections = slices.DeleteFunc(sections, func(s query.Section) bool { return len(s.Lines) == 0 })
	return r.sections(sections, a.Sources)
}

func (s *Site) tensions(r *request) error {
	m, err := s.Record.Morning(r.Context(), chancery.Date{}, r.at)
	if err != nil {
		return err
	}
	body := listBody{Lead: "What cannot all be so as it stands. The record shows both sides and decides nothing.", Empty: "Nothing on record contradicts anything else."}
	for _, section := range m.Sections {
		if section.ID == query.SectionTensions {
			section.Title = ""
			body.Sections = r.sections([]query.Section{section}, m.Sources)
		}
	}
	return r.show("tensions", "list", "Tensions", body)
}

func (s *Site) timeline(r *request) error {
	form, span, err := r.spanForm("/timeline")
	if err != nil {
		return err
	}
	if form.Actor == "" {
		form.Actor, form.With = form.With, ""
	}
	if form.Actor == "" && span.IsZero() { // the whole record is long: a year of it, until more is asked for
		reports, err := s.Record.Reports(r.Context(), r.at)
		if err != nil {
			return err
		}
		if len(reports) > 0 {
			span.Start = reports[0].KnownOn().AddMonths(-12)
			form.Since = span.Start.String()
		}
	}
	a, err := s.Record.Timeline(r.Context(), form.Actor, form.With, r.at)
	if err != nil {
		return err
	}
	if !span.IsZero() {
		a.Lines = slices.DeleteFunc(a.Lines, func(l query.Line) bool { return !span.Overlaps(l.Period) })
	}
	body := listBody{Lead: "What happened, in order, each step on its own day.", Empty: "Nothing with a date is on record here.",
		Form: form, Timeline: r.drawTimeline(a.Lines), Sections: r.byYear(a)}
	return r.show("timeline", "list", a.Title, body)
}

// mostOfAYear is how many lines of a year stand under one heading; a fuller year has one for each month.
const mostOfAYear = 60

// byYear puts lines under the years, or the months, in which they begin.
func (r *request) byYear(a query.Answer) []sectionView {
	perYear := map[int]int{}
	for _, l := range a.Lines {
		perYear[begins(l).Year]++
	}
	var sections []query.Section
	starts := map[string]chancery.Date{}
	for _, l := range a.Lines {
		day := begins(l)
		title, id := strconv.Itoa(day.Year), fmt.Sprintf("y%d", day.Year)
		switch {
		case day.IsZero():
			title, id = "Without a date", "undated"
		case perYear[day.Year] > mostOfAYear:
			title, id = monthName(day), fmt.Sprintf("m%d-%d", day.Year, day.Month)
		}
		i := slices.IndexFunc(sections, func(s query.Section) bool { return s.Title == title })
		if i < 0 {
			i = len(sections)
			sections = append(sections, query.Section{ID: id, Title: title})
			starts[id] = day
		}
		sections[i].Lines = append(sections[i].Lines, l)
	}
	// A plan stands on the day on which it was told, so months need not come in order. What has no date ends the list.
	slices.SortStableFunc(sections, func(a, b query.Section) int {
		x, y := starts[a.ID], starts[b.ID]
		if x.IsZero() != y.IsZero() {
			return y.Compare(x)
		}
		return x.Compare(y)
	})
	return r.sections(sections, a.Sources)
}
