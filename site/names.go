package site

import (
	"cmp"
	"slices"
	"unicode/utf8"
)

// dot is an actor in the network.
type dot struct {
	x, y, r float64
	name    string
}

// nameSpot is where a name is written.
type nameSpot struct {
	x, y   float64
	anchor string
}

// box is what a name or a dot covers.
type box struct{ left, top, right, bottom float64 }

func (b box) overlap(c box) float64 {
	w := min(b.right, c.right) - max(b.left, c.left)
	h := min(b.bottom, c.bottom) - max(b.top, c.top)
	return max(0, w) * max(0, h)
}

// The measures of a letter of a name, on average.
const (
	letterWidth = 6.6
	nameHeight  = 14.0
)

// placeNames writes each name above, below or beside its dot, where it covers least of what is there
// already; the largest dots choose first.
func placeNames(dots []dot) []nameSpot {
	var taken []box
	order := make([]int, len(dots))
	for i, d := range dots {
		order[i] = i
		taken = append(taken, box{d.x - d.r, d.y - d.r, d.x + d.r, d.y + d.r})
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(dots[b].r, dots[a].r) })
	names := make([]nameSpot, len(dots))
	for _, i := range order {
		d := dots[i]
		width := letterWidth * float64(utf8.RuneCountInString(d.name))
		var best box
		worst := -1.0
		for _, s := range []nameSpot{{d.x, d.y - d.r - 5, "middle"}, {d.x, d.y + d.r + 14, "middle"}, {d.x + d.r + 5, d.y + 4, "start"}, {d.x - d.r - 5, d.y + 4, "end"}} {
			b := box{left: s.x, top: s.y - nameHeight + 3, bottom: s.y + 3}
			switch s.anchor {
			case "middle":
				b.left -= width / 2
			case "end":
				b.left -= width
			}
			b.right = b.left + width
			covered := 0.0
			for _, t := range taken {
				covered += b.overlap(t)
			}
			covered += 4 * (max(0, -b.left) + max(0, b.right-pictureWidth)) * nameHeight // what sticks out cannot be read
			if worst < 0 || covered < worst {
				worst, best, names[i] = covered, b, s
			}
		}
		taken = append(taken, best)
	}
	return names
}
