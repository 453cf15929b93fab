package parser

// Oracle tells which actions still lead to the best tree that can be reached, from any state that the
// parser may have got itself into. Heads are places with 1 added; the root's is beyond the sentence.
// Heads must form a projective tree.
type Oracle struct {
	heads []int32
}

// NewOracle makes an oracle from the gold heads, None for the root.
func NewOracle(heads []int) *Oracle {
	o := &Oracle{heads: make([]int32, len(heads)+1)}
	for i, h := range heads {
		if h == None {
			h = len(heads)
		}
		o.heads[i+1] = int32(h) + 1
	}
	return o
}

// Head is the gold head of a word, both with 1 added.
func (o *Oracle) Head(word int32) int32 { return o.heads[word] }

// Arc gives the head and the dependent, with 1 added, of the arc that an action of the kind makes.
func (s *State) Arc(k Kind) (head, dependent int32) {
	switch k {
	case Left:
		return s.front, s.top()
	case Right:
		return s.top(), s.front
	}
	return 0, 0
}

// Costs counts the gold arcs that each kind of action puts out of reach, of those that are still
// within it.
func (o *Oracle) Costs(s *State, costs *[4]int) {
	*costs = [4]int{}
	front, top := s.front, s.top()
	for _, k := range s.stack {
		if s.nodes[k].head == 0 && o.heads[k] == front { // only Left could still make it
			costs[Shift]++
			costs[Right]++
		}
		if o.heads[front] == k {
			costs[Shift]++
			if k != top {
				costs[Right]++
			}
		}
	}
	if o.heads[front] > front {
		costs[Right]++
	}
	if top == 0 {
		return
	}
	if o.heads[top] > front {
		costs[Left]++
	}
	if o.heads[front] == top {
		costs[Left]++
		costs[Reduce]++
	}
	for k := front + 1; k <= s.length; k++ {
		if o.heads[k] == top {
			costs[Left]++
			costs[Reduce]++
		}
	}
}

// Projective lifts dependents whose arcs cross others up to their head's head, the shortest arcs
// first, until none does.
func Projective(heads []int) []int {
	out := append([]int(nil), heads...)
	for {
		found, length := -1, 0
		for d, h := range out {
			if h == None || !crossed(out, d) {
				continue
			}
			if l := max(d-h, h-d); found < 0 || l < length {
				found, length = d, l
			}
		}
		if found < 0 {
			return out
		}
		out[found] = out[out[found]] // not the root's: no arc from the root crosses another
	}
}

// crossed reports whether a word between a dependent and its head is not below the head.
func crossed(heads []int, d int) bool {
	h := heads[d]
	for k := min(d, h) + 1; k < max(d, h); k++ {
		above := k
		for above != None && above != h {
			above = heads[above]
		}
		if above != h {
			return true
		}
	}
	return false
}
