package site

import (
	"cmp"
	"fmt"
	"slices"

	"chancery"
	"chancery/query"
)

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
	markSize  = 9.0
	rowHeight = 14.0
	mostRows  = 8 // of marks in a lane; one that needs more is drawn as columns
	columns   = 72
)

// drawTimeline draws lines by their time; nil where fewer than three have one. What is planned is hollow,
// and a thin line is the time in which a thing took place or is to.
func (r *request) drawTimeline(lines []query.Line) *picture {
	lines = slices.DeleteFunc(slices.Clone(lines), func(l query.Line) bool { return l.Period.IsZero() || l.Registered() != "" })
	if len(lines) < 3 {
		return nil
	}
	s := timeScale(lines)
	p := &picture{Label: "Timeline", Class: "timeline", W: pictureWidth}
	y := 10.0
	var marks []item
	for _, lane := range lanes {
		var own []query.Line
		for _, l := range lines {
			if slices.Contains(lane.kinds, l.Kind) {
				own = append(own, l)
			}
		}
		if len(own) == 0 {
			continue
		}
		drawn, height := r.drawMarks(own, s, y)
		if drawn == nil {
			drawn, height = drawColumns(own, s, y)
		}
		marks = append(marks, drawn...)
		p.add(item{Tag: "text", X: 0, Y: y + height/2 + 4, Text: lane.name, Anchor: "start", Class: "lane"},
			item{Tag: "line", X: 0, Y: y + height, X2: pictureWidth, Y2: y + height, Class: "rule"})
		y += height
	}
	p.axis(s, 10, y)
	p.add(marks...)
	p.H = y + 22
	return p
}

// begins and ends are the days between which a line is drawn.
func begins(l query.Line) chancery.Date { return cmp.Or(l.Period.Start, l.Period.End) }
func ends(l query.Line) chancery.Date   { return cmp.Or(l.Period.End, l.Period.Start) }

// drawMarks draws a mark for each line of a lane, in as many rows as it takes for none to hide another; nil
// where that is too many.
func (r *request) drawMarks(lines []query.Line, s scale, top float64) (marks []item, height float64) {
	var free []float64 // from where each row is free
	for _, l := range lines {
		from, to := s.at(begins(l)), s.at(ends(l))
		row := slices.IndexFunc(free, func(x float64) bool { return x+2 < from-markSize/2 })
		if row < 0 {
			row = len(free)
			free = append(free, 0)
		}
		if row == mostRows {
			return nil, 0
		}
		free[row] = max(to, from) + markSize/2
		m := item{Tag: "circle", X: from, Y: top + rowHeight*(float64(row)+0.5) + 4, R: markSize / 2, Href: r.entryLink(l.Entry),
			Class: "mark " + string(query.ToneOf(l.State)), Title: l.Heading() + ": " + l.Sentence()}
		if to-from > markSize {
			m.Tag, m.W, m.H, m.R = "rect", to-from, markSize/2, markSize/4
			m.Y -= markSize / 4
		}
		marks = append(marks, m)
	}
	return marks, rowHeight*float64(len(free)) + 8
}

// drawColumns draws how many lines of a lane begin in each of many equal times.
func drawColumns(lines []query.Line, s scale, top float64) ([]item, float64) {
	const height = 84.0
	var counts [columns]int
	most := 0
	width := (s.right - s.left) / columns
	for _, l := range lines {
		i := min(columns-1, int((s.at(begins(l))-s.left)/width))
		counts[i]++
		most = max(most, counts[i])
	}
	var marks []item
	for i, n := range counts {
		if n == 0 {
			continue
		}
		h := max(2, float64(n)/float64(most)*(height-16))
		from := s.first.AddDays(s.last.DaysSince(s.first) * i / columns)
		marks = append(marks, item{Tag: "rect", X: s.left + float64(i)*width + 0.5, Y: top + height - h, W: width - 1, H: h, Class: "mark column",
			Title: fmt.Sprintf("%d, from %s", n, query.Date(from))})
	}
	return marks, height
}

// timeScale is the scale of a timeline. Where few lines are so much older than the rest that these would fill
// less than a third of the picture, or so much later that they would fill less than a quarter, they stand at its
// ends.
func timeScale(lines []query.Line) scale {
	days := make([]chancery.Date, len(lines))
	var latest chancery.Date
	for i, l := range lines {
		days[i] = begins(l)
		if end := ends(l); end.After(latest) {
			latest = end
		}
	}
	slices.SortFunc(days, chancery.Date.Compare)
	oldest, newest := days[0], days[len(days)-1]
	s := scale{first: oldest, last: newest, left: laneLabels, right: pictureWidth - 12}
	few := len(days) / 10
	from, to := days[few], days[len(days)-1-few]
	if 3*to.DaysSince(from) < to.DaysSince(oldest) {
		s.first, s.earlier = from, true
	}
	if 4*to.DaysSince(s.first) < newest.DaysSince(s.first) {
		s.last, s.later = to, true
	}
	if latest.DaysSince(s.last) <= max(31, s.last.DaysSince(s.first)/3) {
		s.last, s.later = latest, false
	}
	margin := max(3, s.last.DaysSince(s.first)/40)
	s.first, s.last = s.first.AddDays(-margin), s.last.AddDays(margin)
	return s
}
