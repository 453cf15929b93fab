package perceptron

import (
	"math"
	"slices"
)

// Trainer is an averaged perceptron that is still learning. It is not safe for concurrent use.
type Trainer struct {
	classes int
	slots   []slot // open addressing; the key 0 is an empty slot

	weights []float32 // a row of classes a feature
	sums    []float32 // the same, each change multiplied by the step at which it came
	changes []int32   // how often a row was changed
	owner   []uint32  // the key of a row
	zeros   []float32 // a row
	step    float32

	found []int32 // rows of the features scored last
}

// NewTrainer makes a perceptron that tells the given number of classes apart.
func NewTrainer(classes int) *Trainer {
	const first = 1 << 16
	return &Trainer{classes: classes, slots: make([]slot, first), zeros: make([]float32, classes), step: 1}
}

// Score adds up the weights of the features for every class. The scores are valid until Update.
func (t *Trainer) Score(features []uint32, scores []float32) {
	clear(scores)
	t.found = t.found[:0]
	for _, key := range features {
		row := t.find(key)
		t.found = append(t.found, row)
		if row < 0 {
			continue
		}
		w := t.weights[int(row)*t.classes:][:len(scores)]
		for i := range scores {
			scores[i] += w[i]
		}
	}
}

// Update moves the features scored last towards one class and away from another.
func (t *Trainer) Update(features []uint32, towards, away int) {
	for i, key := range features {
		row := t.found[i]
		if row < 0 {
			row = t.add(key)
		}
		base := int(row) * t.classes
		t.weights[base+towards]++
		t.sums[base+towards] += t.step
		t.weights[base+away]--
		t.sums[base+away] -= t.step
		t.changes[row]++
	}
}

// Step marks that one more decision was made; the average is taken over decisions.
func (t *Trainer) Step() { t.step++ }

// Rows is how many features have weights.
func (t *Trainer) Rows() int { return len(t.owner) }

func (t *Trainer) find(key uint32) int32 {
	mask := uint32(len(t.slots) - 1)
	for at := spread(key) >> 4 & mask; ; at = (at + 1) & mask {
		switch t.slots[at].key {
		case key:
			return int32(t.slots[at].row)
		case 0:
			return -1
		}
	}
}

func (t *Trainer) add(key uint32) int32 {
	if row := t.find(key); row >= 0 { // the same feature twice in one list
		return row
	}
	if 2*(len(t.owner)+1) > len(t.slots) {
		t.grow()
	}
	row := int32(len(t.owner))
	t.insert(key, row)
	t.owner = append(t.owner, key)
	t.changes = append(t.changes, 0)
	t.weights = append(t.weights, t.zeros...)
	t.sums = append(t.sums, t.zeros...)
	return row
}

func (t *Trainer) insert(key uint32, row int32) {
	mask := uint32(len(t.slots) - 1)
	at := spread(key) >> 4 & mask
	for t.slots[at].key != 0 {
		at = (at + 1) & mask
	}
	t.slots[at] = slot{key, uint32(row)}
}

func (t *Trainer) grow() {
	t.slots = make([]slot, 2*len(t.slots))
	for row, key := range t.owner {
		t.insert(key, int32(row))
	}
}

// Pruning says what of a Trainer is kept in a Model.
type Pruning struct {
	Changes int     // a row changed less often than this is dropped
	Rows    int     // at most this many rows, those with the largest weights; 0 is no limit
	Clip    float64 // the share of weights whose size a byte can hold; the rest is cut to the largest byte
	Least   int     // a weight below this many quanta becomes zero
}

// Model averages and quantises what was learnt.
func (t *Trainer) Model(p Pruning) *Model {
	average := make([]float32, len(t.weights))
	for i := range average {
		average[i] = t.weights[i] - t.sums[i]/t.step
	}
	row := func(r int32) []float32 { return average[int(r)*t.classes:][:t.classes] }
	var kept []int32
	for r := range t.owner {
		if int(t.changes[r]) >= p.Changes {
			kept = append(kept, int32(r))
		}
	}
	if p.Rows > 0 && len(kept) > p.Rows {
		size := make([]float32, len(t.owner))
		for _, r := range kept {
			size[r] = largest(row(r))
		}
		slices.SortStableFunc(kept, func(a, b int32) int {
			switch {
			case size[a] > size[b]:
				return -1
			case size[a] < size[b]:
				return 1
			}
			return 0
		})
		kept = kept[:p.Rows]
	}
	sizes := make([]float32, 0, len(kept))
	for _, r := range kept {
		sizes = append(sizes, largest(row(r)))
	}
	slices.Sort(sizes)
	if len(sizes) == 0 {
		return newModel(t.classes, 0)
	}
	quantum := sizes[min(len(sizes)-1, int(p.Clip*float64(len(sizes))))] / 127
	m := newModel(t.classes, len(kept))
	slices.SortFunc(kept, func(a, b int32) int { return int(int64(t.owner[a]) - int64(t.owner[b])) })
	bytes := make([]int8, t.classes)
	for _, r := range kept {
		empty := true
		for c, w := range row(r) {
			q := int(math.Round(float64(w / quantum)))
			if q < p.Least && q > -p.Least {
				q = 0
			}
			bytes[c] = int8(max(-127, min(127, q)))
			empty = empty && q == 0
		}
		if !empty {
			m.add(t.owner[r], bytes)
		}
	}
	return m
}

func largest(row []float32) float32 {
	var size float32
	for _, w := range row {
		size = max(size, w, -w)
	}
	return size
}
