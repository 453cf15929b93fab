package score

import (
	"compress/gzip"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"chancery/english"
)

func TestKindsAreTold(t *testing.T) {
	for name, want := range map[string]Kind{
		"trees.conllu": KindTrees, "broken.conllu": KindTrees, "coreference.conllu": KindTrees, "names.tsv": KindNames,
		"quotations/attributions/harbour.ann": KindQuotations, "quotations/text/harbour.txt": "",
	} {
		path := filepath.Join("testdata", filepath.FromSlash(name))
		head, err := peek(path)
		if err != nil {
			t.Fatal(err)
		}
		got := Kind("")
		if f := recognise(path, head); f != nil {
			got = f.kind
		}
		if got != want {
			t.Errorf("%s is taken for %q, want %q", name, got, want)
		}
	}
	for name, text := range map[string]string{
		"a text":               "Ada Okoro\nleft O B\n",
		"a table":              "Ada\t1\nLima\t2\n",
		"labels and no words":  "O\nB-PER\n",
		"a column that breaks": "Ada B-PER\nLima LOC\n",
	} {
		if f := recognise("x", text); f != nil {
			t.Errorf("%s is taken for %s", name, f.kind)
		}
	}
	for name, text := range map[string]string{
		"labels in the middle": "1\tAda\tB-PER\t-\n2\tleft\tO\tme\n",
		"labels behind spaces": "# a comment\nAda S-Person\n\nleft O\n",
	} {
		if f := recognise("x", text); f == nil || f.kind != KindNames {
			t.Errorf("%s are no names", name)
		}
	}
}

func TestFoldersHoldOneKind(t *testing.T) {
	folder := t.TempDir()
	write := func(name, text string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("README", "Some sentences.\n")
	if _, _, _, err := surveyFolder(folder, ""); err == nil || !strings.Contains(err.Error(), "holds none of what can be scored: trees in CoNLL-U") {
		t.Errorf("a folder with nothing: %v", err)
	}
	write("b.conllu", conllu("1 Talks 0 root"))
	write("a.conllu", conllu("1 Talks 0 root"))
	write(".hidden.ann", "")
	input, f, _, err := surveyFolder(folder, "")
	if err != nil || f.kind != KindTrees || len(input.Files) != 2 || filepath.Base(input.Files[0]) != "a.conllu" {
		t.Errorf("%+v, %v", input, err)
	}
	write("c.ann", "T1\tSource 0 3\tAda\n")
	if _, _, _, err := surveyFolder(folder, ""); err == nil || !strings.Contains(err.Error(), "--as trees or --as quotations") {
		t.Errorf("two kinds: %v", err)
	}
	if input, f, _, err = surveyFolder(folder, KindQuotations); err != nil || f.kind != KindQuotations || len(input.Files) != 1 {
		t.Errorf("one of two kinds: %+v, %v", input, err)
	}
}

func TestPathsGiveTheirResultOrWhy(t *testing.T) {
	gold := smallTreebank(t)
	reader := copyist{gold: gold}
	result, err := Path(reader, filepath.Join("testdata", "trees.conllu"), Options{})
	if err != nil || result.Kind != KindTrees || result.Tables[0].Title != AsReleased || result.Tables[0].Row(LAS).F1() != 100 {
		t.Errorf("%+v, %v", result, err)
	}
	empty := filepath.Join(t.TempDir(), "empty.conllu")
	if err := os.WriteFile(empty, []byte(" \n"), 0o644); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{
		filepath.Join("testdata", "broken.conllu"):                     `broken.conllu, line 3: "zero" is no head of word 2`,
		filepath.Join("testdata", "nothing"):                           "nothing: there is no such file or folder",
		filepath.Join("testdata", "quotations", "text", "harbour.txt"): "is none of what can be scored",
		empty: "empty.conllu: is empty",
	} {
		if _, err := Path(reader, path, Options{}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: error %v, want %q", path, err, want)
		}
	}
}

func TestWhatAFileHoldsBesidesIsSaid(t *testing.T) {
	path := filepath.Join("testdata", "coreference.conllu")
	gold, err := ReadTreebank(path)
	if err != nil {
		t.Fatal(err)
	}
	f, err := formatOf(KindCoreference)
	if err != nil {
		t.Fatal(err)
	}
	defer func(score scorer) { f.score = score }(f.score)
	f.score = func(_ english.Reader, input Input) ([]Table, error) {
		return []Table{{Title: input.Files[0], Confusions: make([]Confusion, 5)}}, nil
	}
	reader := copyist{gold: gold}
	if result, err := Path(reader, path, Options{}); err != nil || result.Kind != KindTrees || !slices.Equal(result.Also, []Kind{KindCoreference}) {
		t.Errorf("%+v, %v", result, err)
	}
	result, err := Path(reader, path, Options{As: KindCoreference, Confusions: 3})
	if err != nil || result.Kind != KindCoreference || len(result.Also) > 0 {
		t.Errorf("%+v, %v", result, err)
	}
	if got := result.Tables[0]; got.Title != path || len(got.Confusions) != 3 {
		t.Errorf("%+v", got)
	}
}

func TestPackedFilesAreReadWhateverTheirName(t *testing.T) {
	plain, err := os.ReadFile(filepath.Join("testdata", "trees.conllu"))
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "packed")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	z := gzip.NewWriter(f)
	z.Write(plain) //nolint:errcheck // reading it shows
	z.Close()
	f.Close()
	if all, err := ReadTreebank(path); err != nil || len(all) != 3 {
		t.Errorf("%d sentences, %v", len(all), err)
	}
	data, _ := os.ReadFile(path)
	if err := os.WriteFile(path, data[:len(data)/2], 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := ReadTreebank(path); err == nil || !strings.Contains(err.Error(), "packed") {
		t.Errorf("half a file: %v", err)
	}
}

func TestKindsHaveNames(t *testing.T) {
	var k Kind
	if err := k.UnmarshalText([]byte("tree")); err == nil || !strings.Contains(err.Error(), "trees, names, quotations, coreference") {
		t.Errorf("%v", err)
	}
	if err := k.UnmarshalText([]byte("names")); err != nil || k != KindNames {
		t.Errorf("%q, %v", k, err)
	}
}
