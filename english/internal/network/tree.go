package network

// treeScratch is the room that bestTree needs.
type treeScratch struct {
	complete, open [2][]int32 // best sums over stretches, by the side of the head
	split          [2][]int16 // where the best complete stretches are split
	openSplit      []int16
}

// The sides on which the head of a stretch may stand.
const (
	headLeft = iota
	headRight
)

// bestTree finds the tree without crossing arcs whose sum of scores is highest (Eisner 1996), with one
// word below the root. scores holds count+1 numbers a dependent: the root's, then each word's; a word's
// own is never looked at. Heads get -1 for the root. It takes time by the cube of count.
func bestTree(scores []int32, count int, heads []int, s *treeScratch) {
	size := count * count
	for side := range 2 {
		s.complete[side], s.open[side] = sized(s.complete[side], size), sized(s.open[side], size)
		s.split[side] = sized(s.split[side], size)
	}
	s.openSplit = sized(s.openSplit, size)
	for i := range count {
		s.complete[headLeft][i*count+i], s.complete[headRight][i*count+i] = 0, 0
	}
	for length := 1; length < count; length++ {
		for i := 0; i+length < count; i++ {
			s.stretch(scores, count, i, i+length)
		}
	}
	root, most := 0, int32(0)
	for r := range count {
		sum := s.complete[headRight][r*count] + s.complete[headLeft][r*count+count-1] + scores[r*(count+1)]
		if r == 0 || sum > most {
			root, most = r, sum
		}
	}
	heads[root] = -1
	s.unfold(count, 0, root, headRight, heads)
	s.unfold(count, root, count-1, headLeft, heads)
}

// stretch finds the best sums over words i to j. The tables hold a row for each left end; complete
// stretches with the head on the right are kept by their right end, so that both parts of every sum
// below are read in order.
func (s *treeScratch) stretch(scores []int32, count, i, j int) {
	left, right := s.complete[headLeft], s.complete[headRight]
	// An arc between i and j: a stretch with head i meets one with head j.
	a, b := left[i*count+i:i*count+j], right[j*count+i+1:j*count+j+1]
	best, at := a[0]+b[0], 0
	for k := 1; k < len(a); k++ {
		if sum := a[k] + b[k]; sum > best {
			best, at = sum, k
		}
	}
	s.openSplit[i*count+j] = int16(i + at)
	s.open[headLeft][j*count+i] = best + scores[j*(count+1)+i+1]  // i is the head of j; kept by j
	s.open[headRight][i*count+j] = best + scores[i*(count+1)+j+1] // j is the head of i; kept by i
	// Head i: an arc from i to k, and k's own stretch up to j. left[k][j] over k is a column.
	best, at = s.open[headLeft][(i+1)*count+i]+left[(i+1)*count+j], i+1
	for k := i + 2; k <= j; k++ {
		if sum := s.open[headLeft][k*count+i] + left[k*count+j]; sum > best {
			best, at = sum, k
		}
	}
	left[i*count+j], s.split[headLeft][i*count+j] = best, int16(at)
	// Head j: k's stretch back to i, and an arc from j to k.
	best, at = right[i*count+i]+s.open[headRight][i*count+j], i
	for k := i + 1; k < j; k++ {
		if sum := right[k*count+i] + s.open[headRight][k*count+j]; sum > best {
			best, at = sum, k
		}
	}
	right[j*count+i], s.split[headRight][i*count+j] = best, int16(at)
}

// unfold writes down the heads in a complete stretch whose head stands on the given side.
func (s *treeScratch) unfold(count, i, j, side int, heads []int) {
	for i < j {
		k := int(s.split[side][i*count+j])
		if side == headLeft {
			heads[k] = i
			s.unfoldOpen(count, i, k, heads)
			i = k
		} else {
			heads[k] = j
			s.unfoldOpen(count, k, j, heads)
			j = k
		}
	}
}

// unfoldOpen writes down the heads below an arc between i and j.
func (s *treeScratch) unfoldOpen(count, i, j int, heads []int) {
	k := int(s.openSplit[i*count+j])
	s.unfold(count, i, k, headLeft, heads)
	s.unfold(count, k+1, j, headRight, heads)
}
