package score

import (
	"os"
	"path/filepath"
	"testing"

	"chancery/english"
	"chancery/internal/shareddata"
)

// TestNameFilesAreRead puts the words of both forms together to text with the names in it.
func TestNameFilesAreRead(t *testing.T) {
	tests := []struct{ file, text, names string }{
		{"# text = x\n1\tAnn\tB-PER\t-\n2\tLee\tI-PER\t-\n3\tleft\tO\t-\n4\t.\tO\t-\n\n", "Ann Lee left.\n\n", "PER:Ann Lee "},
		{"http://a\tO\n\tO\nThe\tO\nBank\tB-Organization\nof\tI-Organization\nOslo\tI-Organization\tB-Location\n’\tO\ns\tO\nhead\tO\n",
			"http://a\n\nThe Bank of Oslo’s head\n\n", "ORG:Bank of Oslo "},
		{"Acme\tB-Organization\nCorp\tI-Organization\n.\tI-Organization\n(\tO\nX\tB-Facility\n)\tO\n", "Acme Corp. (X)\n\n", "ORG:Acme Corp LOC:X "},
	}
	for _, test := range tests {
		path := filepath.Join(t.TempDir(), "names.tsv")
		if err := os.WriteFile(path, []byte(test.file), 0o600); err != nil {
			t.Fatal(err)
		}
		got, err := readNamedText(path)
		if err != nil {
			t.Fatal(err)
		}
		names := ""
		for _, n := range got.names {
			names += n.kind + ":" + got.text[n.start:n.end] + " "
		}
		if got.text != test.text || names != test.names {
			t.Errorf("%q\n got  %q %s\n want %q %s", test.file, got.text, names, test.text, test.names)
		}
	}
}

// TestPartsAreApart asks that a file is in one part, and that about a third may be tuned on.
func TestPartsAreApart(t *testing.T) {
	tuned := 0
	for i := range 300 {
		name := string(rune('a'+i%26)) + string(rune('a'+i/26)) + ".tsv"
		if Tuned.holds(name) == Untouched.holds(name) {
			t.Fatalf("%s is in both parts or none", name)
		}
		if Tuned.holds(name) {
			tuned++
		}
	}
	if tuned < 70 || tuned > 130 {
		t.Errorf("%d of 300 files may be tuned on", tuned)
	}
}

// TestNamesScore holds the reader to what was measured, less a little.
func TestNamesScore(t *testing.T) {
	reader, err := english.New()
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		path  string
		part  Part
		floor float64
		long  bool
	}{
		{"uner_ewt/en_ewt-ud-dev.iob2", Whole, 72.5, false},
		{"worldwide_newswire/annotated", Tuned, 82.5, true},
		{"worldwide_newswire/annotated", Untouched, 80, true},
	}
	for _, test := range tests {
		path := shareddata.Need(t, "data", "ner", test.path)
		if test.long && testing.Short() {
			continue
		}
		table, err := Names(reader, path, test.part)
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range table.Rows {
			t.Logf("%s part %d: %s F1 %.2f (precision %.1f, recall %.1f)", test.path, test.part, row.Name, row.F1(), row.Precision(), row.Recall())
		}
		if all := table.Rows[3]; all.F1() < test.floor {
			t.Errorf("%s: F1 of all names is %.2f, less than %.2f", test.path, all.F1(), test.floor)
		}
	}
}
