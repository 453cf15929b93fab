package site

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"chancery"
	"chancery/query"
)

// mostRungs is how many holders a chart of standings shows; the list beneath it shows all.
const mostRungs = 60

// rungs draws who held which standing in an association over time.
func (r *request) rungs(body *dossierBody, association query.ActorChoice) error {
	a, err := r.site.Record.Standings(r.Context(), association.ID, r.at)
	if err != nil {
		return err
	}
	// What the dossier tells of standings is part of this list, which has what the register knows too.
	body.Sections = slices.DeleteFunc(body.Sections, func(s sectionView) bool { return s.ID == query.SectionStanding })
	for _, s := range query.StandingSections(a.Lines) {
		if s.ID == "told" {
			s.ID, s.Title = query.SectionStanding, "Standing"
			body.Sections = slices.Insert(body.Sections, 0, r.sections([]query.Section{s}, a.Sources)...)
		} else {
			body.Tables = append(body.Tables, r.standingTable(s, association))
		}
	}
	body.Rungs = r.drawRungs(a.Lines, association, cmp.Or(r.at.AsOf, r.at.KnownOn, r.site.Record.Today()))
	return nil
}

// standingTable lists standings a row each: what is known without a report needs no passages.
type standingTable struct {
	ID, Title string
	Rows      []standingRow
}

type standingRow struct {
	Who      choice
	Standing string
	When     string
	Source   string
	Href     string // of the entry, where reports tell of it
}

func (r *request) standingTable(s query.Section, association query.ActorChoice) standingTable {
	table := standingTable{ID: s.ID, Title: s.Title}
	for _, l := range s.Lines {
		row := standingRow{Standing: string(l.Standing), When: l.When, Source: strings.TrimPrefix(l.Registered(), "register: ")}
		if row.Source == "" {
			row.Href = r.entryLink(l.Entry)
		}
		for _, p := range l.Parties {
			if p.Person == "" && p.ID != association.ID {
				row.Who = choice{p.Name, p.ID, r.actorLink(p)}
				break
			}
		}
		if row.Who.Name == "" { // the association itself stands in another one
			last := l.Parties[len(l.Parties)-1]
			row.Who, row.Standing = choice{last.Name, last.ID, r.actorLink(last)}, row.Standing+" of"
		}
		table.Rows = append(table.Rows, row)
	}
	return table
}

func (r *request) drawRungs(lines []query.Line, association query.ActorChoice, today chancery.Date) *picture {
	type holder struct {
		id, name string
		lines    []query.Line
	}
	var holders []holder
	s := scale{last: today, left: 170, right: pictureWidth - 12}
	for _, l := range lines {
		if len(l.Parties) == 0 || l.Parties[0].ID == association.ID || l.State == chancery.StateDenied || l.Standing == "" {
			continue
		}
		for _, d := range []chancery.Date{l.Period.Start, l.Period.End} {
			if !d.IsZero() && (s.first.IsZero() || d.Before(s.first)) {
				s.first = d
			}
		}
		who := l.Parties[0]
		i := slices.IndexFunc(holders, func(h holder) bool { return h.id == who.ID })
		if i < 0 {
			i = len(holders)
			holders = append(holders, holder{who.ID, who.Name, nil})
		}
		holders[i].lines = append(holders[i].lines, l)
	}
	if len(holders) == 0 {
		return nil
	}
	if s.first.IsZero() || today.DaysSince(s.first) < 366 {
		s.first = today.AddMonths(-24)
	}
	s.first = chancery.NewDate(s.first.Year, 1, 1)
	told := func(h holder) int {
		if slices.ContainsFunc(h.lines, func(l query.Line) bool { return l.Registered() == "" }) {
			return 0
		}
		return 1
	}
	slices.SortStableFunc(holders, func(a, b holder) int {
		return cmp.Or(told(a)-told(b), b.lines[0].Standing.Rank()-a.lines[0].Standing.Rank())
	})
	holders = holders[:min(len(holders), mostRungs)]
	p := &picture{Label: "Standings in " + association.Name + " over time", Class: "rungs", W: pictureWidth}
	bottom := 8 + 18*float64(len(holders))
	p.axis(s, 4, bottom)
	for i, h := range holders {
		y := 8 + 18*float64(i)
		p.add(item{Tag: "text", X: s.left - 8, Y: y + 12, Text: h.name, Anchor: "end", Class: "holder", Href: r.actorLink(query.ActorChoice{ID: h.id})})
		slices.SortStableFunc(h.lines, func(a, b query.Line) int { return cmp.Compare(a.Standing.Rank(), b.Standing.Rank()) })
		for _, l := range h.lines { // a chair over the membership that it goes with
			from, to := s.left, s.at(today)
			if !l.Period.Start.IsZero() {
				from = s.at(l.Period.Start)
			}
			if !l.Period.End.IsZero() {
				to = s.at(l.Period.End)
			}
			class := "rung rank-" + strconv.Itoa(l.Standing.Rank())
			if query.ToneOf(l.State) == query.ToneWaits {
				class += " waits"
			}
			bar := item{Tag: "rect", X: from, Y: y + 2, W: max(3, to-from), H: 12, R: 2, Class: class,
				Title: h.name + ": " + string(l.Standing) + ", " + l.Heading()}
			if l.Registered() == "" {
				bar.Href = r.entryLink(l.Entry)
			}
			p.add(bar)
		}
	}
	p.H = bottom + 22
	return p
}
