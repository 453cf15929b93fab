package names

import (
	"math/rand/v2"
	"testing"

	"chancery/english/internal/perceptron"
)

// TestSearchGivesWholeNames asks of random scores that every name begins and ends, and that the sets of
// allowed labels hold.
func TestSearchGivesWholeNames(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	var moves [Labels][Labels]int32
	var from [][Labels]Label
	for range 300 {
		n := 1 + random.IntN(8)
		scores := make([][Labels]int32, n)
		for i := range scores {
			for l := range scores[i] {
				scores[i][l] = int32(random.IntN(2000))
			}
		}
		labels := make([]Label, n)
		Search(labels, scores, &from, &moves, nil)
		open, kind := false, 0
		for i, l := range labels {
			goesOn := l != Outside && (PlaceOf(l) == Inside || PlaceOf(l) == Last)
			if goesOn != open || open && KindOf(l) != kind {
				t.Fatalf("label %d of %v does not follow", i, labels)
			}
			if open = l != Outside && PlaceOf(l) <= Inside; open {
				kind = KindOf(l)
			}
		}
		if open {
			t.Fatalf("%v leaves a name open", labels)
		}
		allowed := make([]uint32, n)
		for i := range allowed {
			allowed[i] = 1 << labels[i]
		}
		again := make([]Label, n)
		clear(scores)
		Search(again, scores, &from, &moves, allowed)
		for i := range again {
			if again[i] != labels[i] {
				t.Fatalf("%v is allowed, %v found", labels, again)
			}
		}
	}
}

// TestTaggerIsWrittenAndRead asks that weights come back whole, and that cut ones are an error.
func TestTaggerIsWrittenAndRead(t *testing.T) {
	trainer := perceptron.NewTrainer(Labels)
	tokens := []Token{{Candidate: true}, {}}
	tokens[0].Lower = 7
	features := Features(nil, tokens, 0)
	scores := make([]float32, Labels)
	for range 3 {
		trainer.Score(features, scores)
		trainer.Update(features, int(LabelOf(2, Single)), int(Outside))
		trainer.Step()
	}
	data := New(trainer.Model(perceptron.Pruning{Clip: 1})).Append(nil)
	tagger, rest, err := Decode(data)
	if err != nil || len(rest) > 0 {
		t.Fatalf("Decode leaves %d bytes, error %v", len(rest), err)
	}
	var s Scratch
	labels := make([]Label, 2)
	tagger.Tag(tokens, []int{2}, labels, &s)
	if labels[0] != LabelOf(2, Single) || labels[1] != Outside {
		t.Errorf("labels are %v", labels)
	}
	for cut := range data {
		if _, _, err := Decode(data[:cut]); err == nil {
			t.Fatalf("cut at %d: no error", cut)
		}
	}
}
