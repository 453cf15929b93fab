package dyads

import (
	"strings"
	"testing"
	"testing/fstest"

	"chancery/codebook"
)

// Every code of the tables is one of the codebook's, and has an event.
func TestTablesUseCodesOfTheCodebook(t *testing.T) {
	l, err := standard()
	if err != nil {
		t.Fatal(err)
	}
	book, err := codebook.Default()
	if err != nil {
		t.Fatal(err)
	}
	check := func(where, code string) {
		t.Helper()
		known, ok := book.Cameo(code)
		switch {
		case !ok && code != "10": // the chapter
			t.Errorf("%s: %q is no CAMEO code", where, code)
		case ok && codebook.Quad(known.Plover.Event) == 0:
			t.Errorf("%s: %s has no event", where, code)
		}
	}
	senses := 0
	for _, table := range []map[string][]*sense{l.verbs, l.nouns, l.adjectives} {
		for word, list := range table {
			senses += len(list)
			for _, s := range list {
				if s.code != "" {
					check(word, s.code)
				}
				for _, w := range s.ways {
					for _, c := range w {
						if code, ok := strings.CutPrefix(c.value, "#"); ok && (code < "01" || code > "2099") {
							t.Errorf("%s asks for %q", word, c.value)
						}
					}
				}
			}
		}
	}
	if senses < 2200 {
		t.Errorf("%d senses, want the wide lexicon", senses)
	}
	for operator, rows := range l.results {
		for inner, result := range rows {
			if result != "=" && result != "-" {
				check(operator+" "+inner, result)
			}
		}
	}
	for code, event := range l.conventions {
		check("conventions.tsv", code)
		if codebook.Quad(event) == 0 {
			t.Errorf("conventions.tsv: %s is no event", event)
		}
	}
	for event, code := range l.chapters {
		known, ok := book.Cameo(code)
		if !ok || known.Plover.Event != event {
			t.Errorf("events.tsv: %s is of %s, not of %s", code, known.Plover.Event, event)
		}
	}
}

func TestCompose(t *testing.T) {
	l, err := standard()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ operator, inner, want string }{
		{"intend", "0874", "0356"}, {"will", "051", "051"}, {"will", "190", "138"}, {"threaten", "162", "1311"}, {"end", "163", "085"},
		{"end", "072", "1622"}, {"end", "", ""}, {"refuse", "", "120"}, {"not", "190", ""}, {"willnot", "195", "0356"}, {"do", "045", "045"},
		{"rally", "163", "113"}, {"demand", "0841", "1053"}, {"accuse", "195", "1123"},
	} {
		if got := l.compose(c.operator, c.inner); got != c.want {
			t.Errorf("%s of %q is %q, want %q", c.operator, c.inner, got, c.want)
		}
	}
}

// A slip of the pen is an error with its place.
func TestSlipsAreNamed(t *testing.T) {
	for _, c := range []struct{ file, row, want string }{
		{"verbs.tsv", "070\tobj:@medicine\tgive", `verbs.tsv:2: there is no list "medicine"`},
		{"verbs.tsv", "help\t\tgive", `verbs.tsv:2: "help" is neither a CAMEO code nor an operator`},
		{"verbs.tsv", "070\tgive", "verbs.tsv:2: 2 columns, want 3"},
		{"nouns.tsv", "070\tobject\tgift", `nouns.tsv:2: condition "object" has no colon`},
		{"compose.tsv", "end\t07\t162\nend\t07\t160", "compose.tsv:3: operator end has two rows"},
	} {
		files := fstest.MapFS{}
		for _, name := range []string{"verbs.tsv", "nouns.tsv", "adjectives.tsv", "compose.tsv", "lists.tsv", "sectors.tsv", "conventions.tsv", "events.tsv"} {
			files[name] = &fstest.MapFile{Data: []byte("header\n")}
		}
		files[c.file].Data = []byte("header\n" + c.row + "\n")
		if _, err := loadLexicon(files); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %q gives %v, want %q", c.file, c.row, err, c.want)
		}
	}
}
