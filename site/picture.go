package site

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"chancery"
	"chancery/query"
)

// picture is a drawing made on the server, in a coordinate system of its own that the browser scales. What
// it shows stands in words on the same page too.
type picture struct {
	Label string // what it shows, for those who do not see it
	Class string
	W, H  float64
	Items []item
}

// item is a shape of a picture. How it looks is for the style sheet, by its class.
type item struct {
	Tag          string // line, rect, circle, path, text
	X, Y, X2, Y2 float64
	W, H, R      float64
	D            string // of a path
	Class        string
	Anchor       string // of a text: start, middle or end
	Text         string
	Title        string // what the pointer is told
	Href         string
	Key          string // for the script: whom it stands for
}

// N writes a coordinate, to a tenth.
func (item) N(x float64) string { return strconv.FormatFloat(math.Round(x*10)/10, 'f', -1, 64) }

func (p *picture) add(items ...item) { p.Items = append(p.Items, items...) }

// scale maps days to a stretch of a picture.
type scale struct {
	first, last chancery.Date
	left, right float64
}

func (s scale) at(d chancery.Date) float64 {
	days := float64(max(s.last.DaysSince(s.first), 1))
	return s.left + (s.right-s.left)*min(1, max(0, float64(d.DaysSince(s.first))/days))
}

// ticks are the days that are marked, with their names: years where there are several, months otherwise.
func (s scale) ticks() (days []chancery.Date, names []string) {
	span := s.last.DaysSince(s.first)
	step := 1
	format := func(d chancery.Date) string { return fmt.Sprintf("%.3s %d", d.Month, d.Year) }
	switch {
	case span > 366*60:
		step = 120
	case span > 366*25:
		step = 60
	case span > 366*3:
		step = 12
	case span > 366:
		step = 3
	}
	if step >= 12 {
		format = func(d chancery.Date) string { return strconv.Itoa(d.Year) }
	}
	d := chancery.NewDate(s.first.Year, 1, 1)
	if step > 12 {
		d = chancery.NewDate(s.first.Year/(step/12)*(step/12), 1, 1)
	}
	for ; !d.After(s.last); d = d.AddMonths(step) {
		if !d.Before(s.first) {
			days, names = append(days, d), append(names, format(d))
		}
	}
	return days, names
}

// axis draws the ticks from top to bottom, with their names beneath.
func (p *picture) axis(s scale, top, bottom float64) {
	days, names := s.ticks()
	every := max(1, (len(days)+11)/12)
	for i, d := range days {
		if i%every != 0 {
			continue
		}
		x := s.at(d)
		p.add(item{Tag: "line", X: x, Y: top, X2: x, Y2: bottom, Class: "tick"},
			item{Tag: "text", X: x, Y: bottom + 16, Text: names[i], Anchor: "middle", Class: "label"})
	}
}

// The lanes of a timeline, by the kind of entry.
var lanes = []struct {
	name  string
	kinds []chancery.Kind
}{
	{"Agreements", []chancery.Kind{chancery.KindAgreement}},
	{"Commitments", []chancery.Kind{chancery.KindCommitment}},
	{"Events", []chancery.Kind{chancery.KindEvent}},
	{"Positions", []chancery.Kind{chancery.KindPosition}},
	{"Standings, ties", []chancery.Kind{chancery.KindStanding, chancery.KindTie}},
}

const (
	pictureWidth = 960.0
	laneLabels   = 116.0 // width of the names at the left
	markSize     = 9.0
	rowHeight    = 14.0
	mostRows     = 14 // of a lane; beyond them marks lie on each other
)

// timeScale is the scale of a timeline. Where a few lines are much older than the rest, they stand at its left end, and
// earlier is how many.
func timeScale(lines []query.Line) (s scale, earlier int) {
	var starts []chancery.Date
	for _, l := range lines {
		starts = append(starts, cmp.Or(l.Period.Start, l.Period.End))
		if end := cmp.Or(l.Period.End, l.Period.Start); end.After(s.last) {
			s.last = end
		}
	}
	slices.SortFunc(starts, chancery.Date.Compare)
	for at := len(starts) / 8; at >= 0; at-- {
		s.first = starts[at]
		if at == 0 || 2*s.last.DaysSince(s.first) > s.last.DaysSince(starts[0]) {
			s.first, earlier = starts[0], 0
			break
		}
		if s.first != starts[at-1] { // the others fill less than half of the picture
			earlier = at
			break
		}
	}
	margin := max(3, s.last.DaysSince(s.first)/40)
	s.first, s.last = s.first.AddDays(-margin), s.last.AddDays(margin)
	s.left, s.right = laneLabels, pictureWidth-12
	return s, earlier
}

// drawTimeline draws lines by their time; nil where fewer than three have one. What is planned is hollow.
func (r *request) drawTimeline(lines []query.Line) *picture {
	lines = slices.DeleteFunc(slices.Clone(lines), func(l query.Line) bool { return l.Period.IsZero() || l.Registered() != "" })
	if len(lines) < 3 {
		return nil
	}
	s, earlier := timeScale(lines)
	p := &picture{Label: "Timeline", Class: "timeline", W: pictureWidth}
	y := 10.0
	var marks []item
	for _, lane := range lanes {
		var ends []float64 // where each row of the lane is free again
		top := y
		for _, l := range lines {
			if !slices.Contains(lane.kinds, l.Kind) {
				continue
			}
			from := s.at(cmp.Or(l.Period.Start, l.Period.End))
			to := s.at(cmp.Or(l.Period.End, l.Period.Start))
			row := slices.IndexFunc(ends, func(end float64) bool { return end+2 < from-markSize/2 })
			if row < 0 && len(ends) == mostRows {
				row = mostRows - 1
			} else if row < 0 {
				row = len(ends)
				ends = append(ends, 0)
			}
			ends[row] = max(to, from) + markSize/2
			m := item{Tag: "circle", X: from, Y: top + rowHeight*(float64(row)+0.5) + 4, R: markSize / 2, Href: r.entryLink(l.Entry),
				Class: "mark " + string(query.ToneOf(l.State)), Title: l.Heading() + ": " + l.Sentence()}
			if to-from > markSize {
				m.Tag, m.W, m.H = "rect", to-from, markSize
				m.Y, m.R = m.Y-markSize/2, markSize/2
			}
			marks = append(marks, m)
		}
		if len(ends) == 0 {
			continue
		}
		height := rowHeight*float64(len(ends)) + 8
		p.add(item{Tag: "text", X: 0, Y: top + height/2 + 4, Text: lane.name, Anchor: "start", Class: "lane"},
			item{Tag: "line", X: 0, Y: top + height, X2: pictureWidth, Y2: top + height, Class: "rule"})
		y = top + height
	}
	p.axis(s, 10, y)
	if earlier > 0 {
		p.add(item{Tag: "text", X: s.left, Y: y + 16, Text: "earlier", Anchor: "middle", Class: "label"})
	}
	p.add(marks...)
	p.H = y + 22
	return p
}

// courseView is how two dealt with each other, month by month.
type courseView struct {
	Picture picture
	Rows    []courseRow
}

type courseRow struct {
	Month                        string
	Met, Signed, Helped, Clashed int
}

// course draws cooperation upwards and conflict downwards; nil where there is nothing to compare.
func course(months []query.Month) *courseView {
	if len(months) < 2 {
		return nil
	}
	v := &courseView{Picture: picture{Label: "Cooperation and conflict by month", Class: "course", W: pictureWidth}}
	up, down := 1, 1
	for _, m := range months {
		up = max(up, m.Counts[query.DealingMet]+m.Counts[query.DealingSigned]+m.Counts[query.DealingHelped])
		down = max(down, m.Counts[query.DealingClashed])
	}
	s := scale{first: months[0].Start, last: months[len(months)-1].Start.AddMonths(1), left: laneLabels, right: pictureWidth - 12}
	unit := min(16, 140/float64(up+down))
	middle := 10 + unit*float64(up)
	p := &v.Picture
	bottom := middle + unit*float64(down) + 4
	p.axis(s, 6, bottom)
	width := max(1.5, min(26, (s.right-s.left)/float64(len(months))-2))
	for _, m := range months {
		name := fmt.Sprintf("%s %d", m.Start.Month, m.Start.Year)
		x := (s.at(m.Start)+s.at(m.Start.AddMonths(1)))/2 - width/2
		y := middle
		for _, d := range []query.Dealing{query.DealingMet, query.DealingSigned, query.DealingHelped} {
			if n := m.Counts[d]; n > 0 {
				y -= unit * float64(n)
				p.add(item{Tag: "rect", X: x, Y: y, W: width, H: unit*float64(n) - 1, Class: "bar " + string(d), Title: fmt.Sprintf("%s: %s %d", name, d, n)})
			}
		}
		if n := m.Counts[query.DealingClashed]; n > 0 {
			p.add(item{Tag: "rect", X: x, Y: middle + 1, W: width, H: unit*float64(n) - 1, Class: "bar clashed", Title: fmt.Sprintf("%s: clashed %d", name, n)})
		}
		if len(m.Counts) > 0 {
			v.Rows = append(v.Rows, courseRow{name, m.Counts[query.DealingMet], m.Counts[query.DealingSigned], m.Counts[query.DealingHelped], m.Counts[query.DealingClashed]})
		}
	}
	p.add(item{Tag: "line", X: 0, Y: middle, X2: pictureWidth, Y2: middle, Class: "rule strong"},
		item{Tag: "text", X: 0, Y: middle - 6, Text: "Cooperation", Anchor: "start", Class: "lane"},
		item{Tag: "text", X: 0, Y: middle + 15, Text: "Conflict", Anchor: "start", Class: "lane"})
	p.H = max(bottom, middle+20) + 22
	return v
}

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
