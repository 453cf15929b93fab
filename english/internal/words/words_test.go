package words

import "testing"

func TestFoldedWords(t *testing.T) {
	for _, c := range []struct{ word, want string }{
		{"Vienna", "vienna"}, {"2024", "0000"}, {"“", `"`}, {"’s", "'s"}, {"Élysée", "élysée"}, {"\xff", "\ufffd"},
	} {
		if got := string(Lower(nil, c.word)); got != c.want {
			t.Errorf("Lower(%q) = %q, want %q", c.word, got, c.want)
		}
	}
}

func TestShapes(t *testing.T) {
	for _, c := range []struct {
		word string
		want uint32
	}{
		{"treaty", 0}, {"Treaty", Capital}, {"SCO", Capital | AllCaps}, {"U.S.", Capital | AllCaps | Period},
		{"McCain", Capital | Inner}, {"2024", Digit | NoLetter}, {"-", NoLetter}, {"A", Capital | Single},
		{"re-elect", Hyphen}, {"G20", Capital | Single | Digit},
	} {
		if got := shape(c.word); got != c.want {
			t.Errorf("shape(%q) = %b, want %b", c.word, got, c.want)
		}
	}
}

func TestShoutedWordsShareWithSmallOnes(t *testing.T) {
	var buffer []byte
	a, b := Of("TREATY", true, nil, &buffer), Of("treaty", false, nil, &buffer)
	if a.Lower != b.Lower || a.Form != b.Form || a.Suffix != b.Suffix || a.Shape != Shouted {
		t.Errorf("TREATY in capitals is %+v, treaty is %+v", a, b)
	}
}

func TestClustersAreWrittenAndRead(t *testing.T) {
	c := NewClusters(map[uint32]uint16{Hash("minister"): 1, Hash("president"): 1, Hash("treaty"): 2}, []uint8{0, 1, 2})
	again, rest, err := DecodeClusters(append(c.Append(nil), 'x'))
	if err != nil || string(rest) != "x" {
		t.Fatalf("rest %q, error %v", rest, err)
	}
	for word, want := range map[string]uint32{"minister": 1, "president": 1, "treaty": 2, "unknown": 0} {
		if fine, coarse := again.Of(Hash(word)); fine != want || coarse != want {
			t.Errorf("%s is in %d and %d, want %d", word, fine, coarse, want)
		}
	}
	if _, _, err := DecodeClusters(c.Append(nil)[:9]); err == nil {
		t.Error("truncated clusters: no error")
	}
}
