package perceptron

import (
	"bytes"
	"testing"
)

// learn teaches which of three classes each of a few feature lists belongs to.
func learn(t *testing.T) (*Trainer, [][]uint32) {
	t.Helper()
	trainer := NewTrainer(67)
	lists := [][]uint32{
		{Key(1, 1, 0, 0), Key(2, 7, 0, 0)},
		{Key(1, 2, 0, 0), Key(2, 7, 0, 0)},
		{Key(1, 2, 0, 0), Key(2, 8, 0, 0)},
	}
	scores := make([]float32, 67)
	for range 20 {
		for want, features := range lists {
			trainer.Score(features, scores)
			best := 0
			for c := range scores {
				if scores[c] > scores[best] {
					best = c
				}
			}
			if class := 33 * want; class != best {
				trainer.Update(features, class, best)
			}
			trainer.Step()
		}
	}
	return trainer, lists
}

func TestModelKeepsWhatWasLearnt(t *testing.T) {
	trainer, lists := learn(t)
	model := trainer.Model(Pruning{Clip: 1})
	lanes := make([]uint64, model.Lanes())
	for want, features := range lists {
		model.Score(features, lanes)
		if got := model.Best(lanes); got != 33*want {
			t.Errorf("list %d: class %d, want %d", want, got, 33*want)
		}
	}
}

func TestModelIsWrittenAndRead(t *testing.T) {
	trainer, lists := learn(t)
	model := trainer.Model(Pruning{Clip: 1})
	data := model.Append(nil)
	again, rest, err := Decode(append(bytes.Clone(data), 'x'))
	if err != nil || string(rest) != "x" {
		t.Fatalf("Decode: rest %q, error %v", rest, err)
	}
	a, b := make([]uint64, model.Lanes()), make([]uint64, model.Lanes())
	for _, features := range lists {
		model.Score(features, a)
		again.Score(features, b)
		for c := range model.Classes() {
			if Lane(a, c) != Lane(b, c) {
				t.Fatalf("class %d: %d after reading, %d before", c, Lane(b, c), Lane(a, c))
			}
		}
	}
	for cut := range data {
		if _, rest, err := Decode(data[:cut]); err == nil && len(rest) > 0 {
			t.Errorf("cut at %d: no error", cut)
		}
	}
}

func TestPruningKeepsTheLargestRows(t *testing.T) {
	trainer, _ := learn(t)
	if got := trainer.Model(Pruning{Clip: 1, Rows: 2}).Rows(); got != 2 {
		t.Errorf("%d rows, want 2", got)
	}
	if got := trainer.Model(Pruning{Clip: 1, Changes: 1 << 20}).Rows(); got != 0 {
		t.Errorf("%d rows, want none", got)
	}
}

func TestWidthsOfRowsAgree(t *testing.T) {
	// 64 and 82 classes have loops of their own; 40 takes the general one.
	for _, classes := range []int{40, 64, 82} {
		m := newModel(classes, 2)
		weights := make([]int8, classes)
		for c := range weights {
			weights[c] = int8(c - 20)
		}
		m.add(5, weights)
		m.add(9, weights)
		lanes := make([]uint64, m.Lanes())
		m.Score([]uint32{5, 7, 9}, lanes)
		for c := range classes {
			if got, want := Lane(lanes, c), 2*(c-20+128); got != want {
				t.Errorf("%d classes: class %d has %d, want %d", classes, c, got, want)
			}
		}
	}
}
