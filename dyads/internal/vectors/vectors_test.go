package vectors

import "testing"

func TestWordsThatAreUsedAlikeLieNearEachOther(t *testing.T) {
	v, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ word, near, far string }{
		{"condemn", "denounce", "ratify"},
		{"lawsuit", "sued", "airlift"},
		{"ceasefire", "armistice", "tariff"},
		{"deport", "deportation", "praise"},
		{"protesters", "demonstrators", "satellites"},
	} {
		if near, far := v.Likeness(c.word, c.near), v.Likeness(c.word, c.far); near < far+0.2 {
			t.Errorf("%s is like %s (%.2f) as it is like %s (%.2f)", c.word, c.near, near, c.far, far)
		}
	}
	if v.Of("xqzzy") != nil || v.Likeness("xqzzy", "condemn") != 0 {
		t.Error("a word that is none is known")
	}
}

func TestDamagedVectorsAreRefused(t *testing.T) {
	for cut := 0; cut < len(embedded); cut += 1 + len(embedded)/50 {
		if _, err := Load(embedded[:cut]); err == nil {
			t.Errorf("%d of %d bytes are taken for the whole", cut, len(embedded))
		}
	}
	if _, err := Load(append([]byte("VEC2"), embedded[4:]...)); err == nil {
		t.Error("another magic word is taken")
	}
}
