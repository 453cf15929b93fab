package site

import (
	"fmt"
	"math"
	"strconv"

	"chancery"
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
	// earlier and later say that something stands at the left or the right end that lies beyond it.
	earlier, later bool
}

const (
	pictureWidth = 960.0
	laneLabels   = 116.0 // width of the names at the left
)

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

// axis draws the ticks from top to bottom, with their names beneath. Where the picture leaves out what is
// earlier or later, its ends say so.
func (p *picture) axis(s scale, top, bottom float64) {
	days, names := s.ticks()
	every := max(1, (len(days)+11)/12)
	if s.earlier {
		p.add(item{Tag: "text", X: s.left, Y: bottom + 16, Text: "earlier", Anchor: "middle", Class: "label"})
	}
	if s.later {
		p.add(item{Tag: "text", X: s.right, Y: bottom + 16, Text: "later", Anchor: "middle", Class: "label"})
	}
	for i, d := range days {
		x := s.at(d)
		if i%every != 0 || s.earlier && x < s.left+60 || s.later && x > s.right-60 {
			continue
		}
		p.add(item{Tag: "line", X: x, Y: top, X2: x, Y2: bottom, Class: "tick"},
			item{Tag: "text", X: x, Y: bottom + 16, Text: names[i], Anchor: "middle", Class: "label"})
	}
}
