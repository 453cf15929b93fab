package site

import (
	"fmt"

	"chancery"
	"chancery/query"
)

// courseView is how two dealt with each other, month by month.
type courseView struct {
	Picture picture
	Rows    []courseRow
}

type courseRow struct {
	Month                        string
	Met, Signed, Helped, Clashed int
}

// mostMonths is how many months, the last ones, are drawn; the figures beneath have all.
const mostMonths = 60

// course draws cooperation upwards and conflict downwards; nil where there is nothing to compare.
func course(months []query.Month) *courseView {
	if len(months) < 2 {
		return nil
	}
	rows := courseRows(months)
	earlier := len(months) > mostMonths
	months = months[max(0, len(months)-mostMonths):]
	v := &courseView{Rows: rows, Picture: picture{Label: "Cooperation and conflict by month", Class: "course", W: pictureWidth}}
	up, down := 1, 1
	for _, m := range months {
		up = max(up, m.Counts[query.DealingMet]+m.Counts[query.DealingSigned]+m.Counts[query.DealingHelped])
		down = max(down, m.Counts[query.DealingClashed])
	}
	s := scale{first: months[0].Start, last: months[len(months)-1].Start.AddMonths(1), left: laneLabels, right: pictureWidth - 12, earlier: earlier}
	unit := min(16, 140/float64(up+down))
	middle := 10 + unit*float64(up)
	p := &v.Picture
	bottom := middle + unit*float64(down) + 4
	p.axis(s, 6, bottom)
	width := max(1.5, min(26, (s.right-s.left)/float64(len(months))-2))
	for _, m := range months {
		name := monthName(m.Start)
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
	}
	p.add(item{Tag: "line", X: 0, Y: middle, X2: pictureWidth, Y2: middle, Class: "rule strong"},
		item{Tag: "text", X: 0, Y: middle - 6, Text: "Cooperation", Anchor: "start", Class: "lane"},
		item{Tag: "text", X: 0, Y: middle + 15, Text: "Conflict", Anchor: "start", Class: "lane"})
	p.H = max(bottom, middle+20) + 22
	return v
}

func courseRows(months []query.Month) []courseRow {
	var rows []courseRow
	for _, m := range months {
		if len(m.Counts) > 0 {
			rows = append(rows, courseRow{monthName(m.Start), m.Counts[query.DealingMet], m.Counts[query.DealingSigned],
				m.Counts[query.DealingHelped], m.Counts[query.DealingClashed]})
		}
	}
	return rows
}

func monthName(d chancery.Date) string { return fmt.Sprintf("%s %d", d.Month, d.Year) }
