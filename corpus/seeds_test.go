package corpus_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"chancery/corpus"
	"chancery/internal/shareddata"
)

// The two real reports must give what expected.md says of them, and nothing that contradicts it.
func TestSeedsSayWhatIsExpected(t *testing.T) {
	names, err := filepath.Glob("testdata/seeds/*.claims")
	if err != nil || len(names) != 2 {
		t.Fatalf("expected claims of two seeds, found %v, %v", names, err)
	}
	for _, name := range names {
		seed := strings.TrimSuffix(filepath.Base(name), ".claims") + ".txt"
		t.Run(seed, func(t *testing.T) {
			path := shareddata.Need(t, "seeds", seed)
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			reading := read(t, seed, text)
			result := compare(t, name, reading)
			for _, m := range result.Missing {
				t.Errorf("%s:%d: the record lacks this %s", name, m.Line, m.Act)
			}
			for _, r := range result.Read {
				t.Errorf("%s:%d: is read now: take “missed” off: %s", name, r.Line, r)
			}
			for _, f := range result.Forbidden {
				t.Errorf("%s:%d: the record has a %s that the report does not state", name, f.Line, f.Act)
			}
			if t.Failed() {
				for _, c := range result.Extra {
					t.Log(corpus.Describe(c))
				}
			}
		})
	}
}
