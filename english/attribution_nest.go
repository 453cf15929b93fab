package english

import "slices"

// nest sets Within and puts the attributions in order. Contents are painted from the longest to the
// shortest, so that what a cue finds under itself is the innermost content around it.
func (a *attributor) nest() []Attribution {
	n := len(a.out)
	if n == 0 {
		return nil
	}
	slices.SortStableFunc(a.out, func(x, y Attribution) int { return y.length() - x.length() })
	owner := make([]int32, len(a.d.Tokens))
	for k := range a.out {
		at := &a.out[k]
		place := at.CueHead
		if place < 0 {
			place = at.ContentHead
		}
		at.Within = int(owner[place]) - 1
		for _, s := range at.Content {
			for i := s.First; i < s.Last; i++ {
				owner[i] = int32(k + 1)
			}
		}
	}
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(x, y int) int { return a.out[x].first() - a.out[y].first() })
	place := make([]int, n)
	for to, from := range order {
		place[from] = to
	}
	out := make([]Attribution, n)
	for from, to := range place {
		out[to] = a.out[from]
		if w := out[to].Within; w >= 0 {
			out[to].Within = place[w]
		}
	}
	return out
}

// first is the first token of an attribution.
func (at *Attribution) first() int {
	first := at.Content[0].First
	if !at.Source.Empty() {
		first = min(first, at.Source.First)
	}
	if !at.Cue.Empty() {
		first = min(first, at.Cue.First)
	}
	return first
}

// length is how many tokens the content of an attribution has.
func (at *Attribution) length() (sum int) {
	for _, s := range at.Content {
		sum += s.Last - s.First
	}
	return sum
}
