package ledger

import (
	"slices"
	"strings"
)

// index finds the clusters that a happening may belong to without looking at all of them: by family,
// by two of the parties, and by month. Sets of which one contains the other share every pair of the
// smaller, so looking under all pairs of the happening misses none.
type index struct {
	clusters []*cluster
	byMonth  map[slot][]*cluster
	undated  map[string][]*cluster
}

type slot struct {
	pair  string
	month int
}

// Months in the index are 32 days; what is wider than maxMonths is kept and looked for under
// everything at once.
const (
	monthDays = 32
	maxMonths = 30
	always    = -1 << 40
)

func newIndex() *index {
	return &index{byMonth: map[slot][]*cluster{}, undated: map[string][]*cluster{}}
}

// pairs gives the keys under which a happening is kept.
func (h *happening) pairs() []string {
	const many = 7 // parties beyond which only the first few pairs are worth keeping
	list := h.parties[:min(len(h.parties), many)]
	if len(list) < 2 {
		return []string{h.family + "|" + strings.Join(list, ",")}
	}
	keys := make([]string, 0, len(list)*(len(list)-1)/2)
	for i, a := range list {
		for _, b := range list[i+1:] {
			keys = append(keys, h.family+"|"+a+","+b)
		}
	}
	return keys
}

// months gives the months that the stretch touches; wide is true where it touches too many.
func months(s span) (from, to int, wide bool) {
	if s.first == farPast || s.last == farFuture || s.last-s.first > monthDays*maxMonths {
		return 0, 0, true
	}
	return floorDiv(s.first, monthDays), floorDiv(s.last, monthDays), false
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

func (ix *index) add(h *happening) {
	c := &cluster{happening: h, all: []*happening{h}, number: len(ix.clusters)}
	ix.clusters = append(ix.clusters, c)
	for _, pair := range h.pairs() {
		if !h.span.known {
			ix.undated[pair] = append(ix.undated[pair], c)
			continue
		}
		at := slot{pair, always}
		if from, to, wide := months(h.window()); wide {
			ix.byMonth[at] = append(ix.byMonth[at], c)
		} else {
			for m := from; m <= to; m++ {
				at.month = m
				ix.byMonth[at] = append(ix.byMonth[at], c)
			}
		}
	}
}

// near lists the clusters with a party pair of the happening that may touch the stretch, by number.
func (ix *index) near(h *happening, s span) []*cluster {
	var found []*cluster
	from, to, wide := months(s)
	for _, pair := range h.pairs() {
		found = append(found, ix.byMonth[slot{pair, always}]...)
		if wide {
			for _, c := range ix.clusters { // rare: a time open at one end
				if c.span.known && slices.Contains(c.pairs(), pair) {
					found = append(found, c)
				}
			}
			continue
		}
		for m := from; m <= to; m++ {
			found = append(found, ix.byMonth[slot{pair, m}]...)
		}
	}
	if len(found) > 1 {
		slices.SortFunc(found, func(a, b *cluster) int { return a.number - b.number })
		found = slices.Compact(found)
	}
	return found
}

// settle puts a dated happening where it belongs. Where several events fit, one with just the same
// parties on an overlapping day may decide; otherwise the claim is too vague to be counted for any.
func (ix *index) settle(h *happening) {
	give := slack(h.family)
	var fitting []*cluster
	for _, c := range ix.near(h, h.window().widen(give, give)) {
		if c.sameTime(h) && c.fits(h) {
			fitting = append(fitting, c)
		}
	}
	if len(fitting) > 1 {
		fitting = slices.DeleteFunc(fitting, func(c *cluster) bool {
			return !slices.Equal(c.parties, h.parties) || !c.window().overlaps(h.window())
		})
	}
	if len(fitting) == 1 {
		fitting[0].join(h)
		return
	}
	ix.add(h)
}

const year = 366

// settleUndated places what is said without a time, by when it became known: what happened lies a
// month back at most, what is planned comes within a year, and a denial may be of either. Where that
// leaves more than one event, none is chosen.
func (ix *index) settleUndated(h *happening) {
	if h.known != farFuture {
		reach := span{first: h.known - 1, last: h.known + year, known: true, told: true}
		switch {
		case slices.ContainsFunc(h.pieces, func(p piece) bool { return Real(p.state) }):
			reach.first, reach.last = h.known-monthDays, h.known
		case !slices.ContainsFunc(h.pieces, func(p piece) bool { return p.state != "denied" }):
			reach.first = h.known - year
		}
		if c := only(ix.near(h, reach), func(c *cluster) bool { return c.window().overlaps(reach) && c.fits(h) }); c != nil {
			c.join(h)
			return
		}
	}
	var same []*cluster
	for _, pair := range h.pairs() {
		for _, c := range ix.undated[pair] {
			if !slices.Contains(same, c) {
				same = append(same, c)
			}
		}
	}
	if c := only(same, func(c *cluster) bool {
		return c.fits(h) && c.known != farFuture && h.known != farFuture && h.known-c.known <= year && c.known-h.known <= year
	}); c != nil {
		c.join(h)
		return
	}
	ix.add(h)
}

// only is the single cluster that passes, or nil where none or several do.
func only(clusters []*cluster, test func(*cluster) bool) *cluster {
	var found *cluster
	for _, c := range clusters {
		if !test(c) {
			continue
		}
		if found != nil {
			return nil
		}
		found = c
	}
	return found
}
