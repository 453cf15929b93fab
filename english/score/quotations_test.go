package score

import (
	"os"
	"path/filepath"
	"testing"

	"chancery/english"
	"chancery/internal/shareddata"
)

// TestPolnear holds the reader to a floor under what it reaches on the part of PolNeAR that its rules
// were not tuned on.
func TestPolnear(t *testing.T) {
	folder := shareddata.Need(t, "data", "attribution", "polnear", "dev")
	reader, err := english.New()
	if err != nil {
		t.Fatal(err)
	}
	table, err := Polnear(reader, folder)
	if err != nil {
		t.Fatal(err)
	}
	floors := map[string]struct{ precision, recall float64 }{
		"all": {79, 62}, "direct": {91, 80}, "class saying": {85, 80.5},
	}
	for _, row := range table.Rows {
		t.Logf("%-26s precision %5.1f, recall %5.1f, F1 %5.1f (%d right, %d found, %d there)",
			row.Name, row.Precision(), row.Recall(), row.F1(), row.Hits, row.Found, row.Gold)
		if floor, ok := floors[row.Name]; ok {
			delete(floors, row.Name)
			if row.Precision() < floor.precision || row.Recall() < floor.recall {
				t.Errorf("%s: under the floor of %.1f and %.1f", row.Name, floor.precision, floor.recall)
			}
		}
	}
	for name := range floors {
		t.Errorf("no row %q", name)
	}
}

// fixed is a reader that gives the same document for its text.
type fixed struct{ d *english.Document }

func (f fixed) Read(string) *english.Document { return f.d }
func (f fixed) Version() string               { return "fixed" }

// TestPolnearCriterion scores an invented corpus of one text, with attributions put in by hand.
func TestPolnearCriterion(t *testing.T) {
	const text = "Ånna said Chile won, Rojas thinks."
	folder := t.TempDir()
	write := func(dir, name, content string) {
		if err := os.MkdirAll(filepath.Join(folder, dir), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(folder, dir, name), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("text", "a.txt", text)
	write("attributions", "a_1234.ann", "T1\tSource 0 4\tÅnna\nT2\tCue 5 9\tsaid\nT3\tContent 10 19\tChile won\n"+
		"T4\tAttribution 5 9\tsaid\nE1\tAttribution:T4 Source:T1 Cue:T2 Content:T3\n\nnote\n")
	document := func(found ...english.Attribution) *english.Document {
		d := &english.Document{Text: text, Attributions: found, Sentences: []english.Sentence{{Last: 8, End: len(text)}}}
		heads := []int{1, -1, 3, 1, 1, 6, 1, 1}
		for i, w := range [][2]int{{0, 5}, {6, 10}, {11, 16}, {17, 20}, {20, 21}, {22, 27}, {28, 34}, {34, 35}} {
			d.Tokens = append(d.Tokens, english.Token{Start: w[0], End: w[1], Head: heads[i], POS: english.VERB})
		}
		d.Link()
		return d
	}
	content := []english.Stretch{{First: 2, Last: 4}}
	right := english.Attribution{SourceHead: 0, CueHead: 1, Content: content, ContentHead: 3}
	nobody, other, nested, wrong := right, right, right, right
	nobody.SourceHead = -1
	other.SourceHead = 5
	nested.SourceHead, nested.CueHead, nested.ContentHead = 5, 2, 3
	wrong.Content, wrong.ContentHead = []english.Stretch{{First: 5, Last: 6}}, 5
	for _, c := range []struct {
		name  string
		found []english.Attribution
		want  Tally
		aside int
	}{
		{"right", []english.Attribution{right}, Tally{1, 1, 1}, 0},
		{"nothing found", nil, Tally{0, 0, 1}, 0},
		{"a source where none is found", []english.Attribution{nobody}, Tally{0, 1, 1}, 0},
		{"another source", []english.Attribution{other}, Tally{0, 1, 1}, 0},
		{"other content", []english.Attribution{wrong}, Tally{0, 1, 1}, 0},
		{"one that is marked counts once", []english.Attribution{right, right}, Tally{1, 2, 1}, 0},
		{"inside marked content", []english.Attribution{right, nested}, Tally{1, 1, 1}, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			table, err := Polnear(fixed{document(c.found...)}, folder)
			if err != nil {
				t.Fatal(err)
			}
			aside := 0
			for _, row := range table.Rows {
				switch row.Name {
				case "all":
					if row.Tally != c.want {
						t.Errorf("got %+v, want %+v", row.Tally, c.want)
					}
				case "nested, set aside":
					aside = row.Found
				}
			}
			if aside != c.aside {
				t.Errorf("%d set aside, want %d", aside, c.aside)
			}
		})
	}
	if _, err := Polnear(fixed{document()}, t.TempDir()); err == nil {
		t.Error("an empty folder gives no error")
	}
	write("attributions", "a_5678.ann", "T1\tSource 0 400\tÅnna\n")
	if _, err := Polnear(fixed{document()}, folder); err == nil {
		t.Error("a range outside the text gives no error")
	}
}
