package model

import (
	"math"
	"testing"
)

func small() *Model {
	return &Model{Classes: []string{"AID", "NONE"}, Buckets: 3,
		Named: [][]float32{{1, -1}, {0, 0.5}, {0.25, 0}}, Dense: [][]float32{{2, -2}}, Bias: []float32{0.5, 0}}
}

func TestEncodingKeepsTheScores(t *testing.T) {
	m := small()
	again, err := Decode(m.Encode())
	if err != nil {
		t.Fatal(err)
	}
	f := &Features{Dense: []float32{0.5}}
	f.Add("rule", "AID")
	f.Add("lemma", "give")
	before, after := m.Scores(f), again.Scores(f)
	sum := 0.0
	for c := range before {
		if math.Abs(before[c]-after[c]) > 0.02 {
			t.Errorf("%s: %.3f, and encoded %.3f", m.Classes[c], before[c], after[c])
		}
		sum += after[c]
	}
	if math.Abs(sum-1) > 1e-9 {
		t.Errorf("probabilities add up to %v", sum)
	}
}

func TestDamagedWeightsAreRefused(t *testing.T) {
	data := small().Encode()
	for size := range len(data) {
		if _, err := Decode(data[:size]); err == nil {
			t.Errorf("%d bytes of %d were taken for a model", size, len(data))
		}
	}
}
