package splitter

import (
	"bytes"
	"testing"
)

func TestModelAddsWeights(t *testing.T) {
	m := NewModel(map[uint32]float64{3: 1, 7: -0.5, 9: 0.001, 11: 1000}, 0.25)
	for _, c := range []struct {
		features []uint32
		want     int
	}{{nil, 8}, {[]uint32{3}, 40}, {[]uint32{3, 7}, 24}, {[]uint32{9, 5}, 8}, {[]uint32{11}, 135}} {
		if got := m.Odds(c.features); got != c.want {
			t.Errorf("features %v give %d, want %d", c.features, got, c.want)
		}
	}
	if m.Rows() != 3 {
		t.Errorf("%d features, want 3: a weight that rounds to nothing is left out", m.Rows())
	}
}

func TestModelIsWrittenAndRead(t *testing.T) {
	m := NewModel(map[uint32]float64{1: 2, 5: -2, 1 << 31: 0.5}, -1)
	data := m.Append(nil)
	again, rest, err := Decode(append(bytes.Clone(data), 'x'))
	if err != nil || string(rest) != "x" {
		t.Fatalf("rest %q, error %v", rest, err)
	}
	for _, f := range [][]uint32{nil, {1}, {5}, {1 << 31}, {1, 5, 1 << 31}} {
		if m.Odds(f) != again.Odds(f) {
			t.Errorf("%v: %d after reading, %d before", f, again.Odds(f), m.Odds(f))
		}
	}
	for cut := range data {
		if _, _, err := Decode(data[:cut]); err == nil {
			t.Errorf("cut at %d: no error", cut)
		}
	}
}

func TestOdds(t *testing.T) {
	if Odds(0.5) != 0 || Odds(0.9) != -Odds(0.1) || Odds(0.99) <= Odds(0.9) {
		t.Errorf("odds of 0.5, 0.9, 0.1 and 0.99 are %d, %d, %d and %d", Odds(0.5), Odds(0.9), Odds(0.1), Odds(0.99))
	}
}

func TestShapes(t *testing.T) {
	for token, want := range map[string]Shape{"peace": Lower, "Oslo": Capital, "UN": AllCaps, "A": OneLetter, "19th": Number,
		".": Stop, "?!": Stop, "...": Dots, "…": Dots, "U.S.": Dotted, "Mr.": Dotted, "a.b@example.org": Address,
		"notes.doc": Address, "www.example.org": Address, ":-)": Face, "(": Opening, "“": Opening, "]": Closing,
		`"`: Quote, "—": Dash, ":": Pause, "*": Mark, "Élysée": Capital} {
		if got := shapeOf(token); got != want {
			t.Errorf("%q has shape %d, want %d", token, got, want)
		}
	}
}
