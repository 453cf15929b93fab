package corpus_test

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"chancery/corpus"
	"chancery/press"
)

// Every claim that people found in the example reports must be read, nothing that they ruled out may
// be, and every claim that is read must be one that people wrote down.
func TestExamplesSayWhatPeopleRead(t *testing.T) {
	reports := 0
	for report, err := range press.Open(context.Background(), []string{"../examples/reports"}, nil, press.Options{}) {
		if err != nil {
			t.Fatal(err)
		}
		reports++
		name := claimsFile(report.Name)
		t.Run(filepath.Base(name), func(t *testing.T) {
			d, err := theDesk()
			if err != nil {
				t.Fatal(err)
			}
			result := compare(t, name, d.Read(report))
			for _, m := range result.Missing {
				t.Errorf("%s:%d: not read: %s", name, m.Line, m)
			}
			for _, r := range result.Read {
				t.Errorf("%s:%d: is read now: take “missed” off: %s", name, r.Line, r)
			}
			for _, f := range result.Forbidden {
				t.Errorf("%s:%d: read though ruled out: %s", name, f.Line, f)
			}
			for _, c := range result.Extra {
				t.Errorf("read, and not written in %s:\n%s", name, corpus.Describe(c))
			}
		})
	}
	if reports < 12 {
		t.Errorf("only %d example reports", reports)
	}
}

// claimsFile is where people wrote down what the report says: NAME.claims for a file, and
// NAME-LINE.claims for a record of a JSON Lines file.
func claimsFile(report string) string {
	base := filepath.Base(report)
	name, line, _ := strings.Cut(base, ":")
	name = strings.TrimSuffix(name, filepath.Ext(name))
	if line != "" {
		name += "-" + line
	}
	return filepath.Join("../examples/claims", name+".claims")
}
