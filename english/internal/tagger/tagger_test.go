package tagger

import (
	"testing"

	"chancery/english/internal/perceptron"
	"chancery/english/internal/words"
)

func sentence(text ...string) []words.Word {
	var out []words.Word
	var buffer []byte
	for _, w := range text {
		out = append(out, words.Of(w, false, nil, &buffer))
	}
	return out
}

func TestDictionary(t *testing.T) {
	d := NewDictionary(map[uint32]Count{
		words.Hash("the"):  {1: 500},
		words.Hash("sign"): {2: 30, 3: 20},
		words.Hash("rare"): {2: 1},
		words.Hash("slip"): {2: 999, 3: 1},
	})
	if class, ok := d.Sure(words.Hash("the")); !ok || class != 1 {
		t.Errorf("the is %d, %t", class, ok)
	}
	for _, w := range []string{"sign", "rare", "slip", "unseen"} {
		if _, ok := d.Sure(words.Hash(w)); ok {
			t.Errorf("%s is sure", w)
		}
	}
	want := []uint64{1 << 1, 1<<2 | 1<<3, 0, 1 << 2, 0}
	for i, got := range d.Possible(sentence("The", "sign", "rare", "slip", "unseen"), nil) {
		if got != want[i] {
			t.Errorf("word %d may be %b, want %b", i, got, want[i])
		}
	}
}

// TestTaggerIsLearntAndRead teaches that "sign" is a verb behind "they" and a noun behind "the".
func TestTaggerIsLearntAndRead(t *testing.T) {
	names := []string{"PRON+PRP", "DET+DT", "VERB+VBP", "NOUN+NN"}
	lessons := []struct {
		words []words.Word
		tags  []uint8
	}{
		{sentence("they", "sign"), []uint8{0, 2}},
		{sentence("the", "sign"), []uint8{1, 3}},
	}
	trainer := perceptron.NewTrainer(len(names))
	dict := NewDictionary(nil)
	scores := make([]float32, len(names))
	for range 10 {
		for _, l := range lessons {
			possible := dict.Possible(l.words, nil)
			before, beforeThat := uint8(None), uint8(None)
			for i, gold := range l.tags {
				features := Features(nil, l.words, possible, i, before, beforeThat)
				trainer.Score(features, scores)
				best := 0
				for c := range scores {
					if scores[c] > scores[best] {
						best = c
					}
				}
				if best != int(gold) {
					trainer.Update(features, int(gold), best)
				}
				trainer.Step()
				before, beforeThat = gold, before
			}
		}
	}
	data := (&Tagger{Names: names, Dict: dict, Model: trainer.Model(perceptron.Pruning{Clip: 1})}).Append(nil)
	tagger, rest, err := Decode(data)
	if err != nil || len(rest) > 0 {
		t.Fatalf("Decode leaves %d bytes, error %v", len(rest), err)
	}
	var s Scratch
	for _, l := range lessons {
		tags := make([]uint8, len(l.words))
		tagger.Tag(l.words, tags, &s)
		for i, want := range l.tags {
			if tags[i] != want {
				t.Errorf("word %d is %s, want %s", i, names[tags[i]], names[want])
			}
		}
	}
	for cut := range data {
		if _, _, err := Decode(data[:cut]); err == nil {
			t.Fatalf("cut at %d: no error", cut)
		}
	}
}
