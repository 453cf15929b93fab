package score

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"chancery/english"
)

// copyist is a reader that knows a treebank by heart, harmonised, but for the slips that it is told to
// make.
type copyist struct {
	gold []Sentence
	slip func(t *english.Token, word string)
}

func (copyist) Version() string { return "copyist" }

func (c copyist) ReadWords(words []string) *english.Document {
	for _, s := range c.gold {
		if strings.Join(s.Forms(), " ") == strings.Join(words, " ") {
			s.Words = slices.Clone(s.Words)
			for i := range s.Words {
				s.Words[i].Glued = false // as ReadWords writes them
			}
			return c.document(WriteOut([]Sentence{s}), []Sentence{s})
		}
	}
	panic("a sentence that is not in the treebank")
}

func (c copyist) Read(text string) *english.Document {
	for document := range Documents(c.gold) {
		if out := WriteOut(document); out.Text == text {
			return c.document(out, document)
		}
	}
	panic("a text that is not in the treebank")
}

func (c copyist) document(out RawText, gold []Sentence) *english.Document {
	d := &english.Document{Text: out.Text, Paragraphs: []english.Paragraph{{Start: 0, End: len(out.Text)}}}
	for i := range gold {
		first := len(d.Tokens)
		for k, w := range gold[i].Words {
			t := english.Token{Start: out.Words[first+k].Start, End: out.Words[first+k].End, Sentence: i, POS: english.ParsePOS(w.UPOS),
				Tag: english.Tag(w.XPOS), Lemma: w.Lemma, Head: w.Head, Label: english.ParseLabel(w.Label)}
			if t.Head >= 0 {
				t.Head += first
			}
			if c.slip != nil {
				c.slip(&t, w.Form)
			}
			d.Tokens = append(d.Tokens, t)
		}
		d.Sentences = append(d.Sentences, english.Sentence{First: first, Last: len(d.Tokens), Start: out.Sentences[i].Start, End: out.Sentences[i].End})
	}
	d.Link()
	return d
}

func smallTreebank(t *testing.T) []Sentence {
	t.Helper()
	gold, err := ReadTreebank(filepath.Join("testdata", "trees.conllu"))
	if err != nil {
		t.Fatal(err)
	}
	return gold
}

// scored gives the tables by title.
func scored(t *testing.T, reader english.Reader, gold []Sentence) map[string]Table {
	t.Helper()
	tables, err := Trees(reader, gold)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]Table{}
	for _, table := range tables {
		out[table.Title] = table
	}
	return out
}

func TestAReaderWithoutSlipsHasAllOfIt(t *testing.T) {
	gold := smallTreebank(t)
	tables := scored(t, copyist{gold: harmonised(gold)}, gold)
	for _, title := range []string{Harmonised, Relations, Morphology} {
		if len(tables[title].Rows) == 0 {
			t.Errorf("no table %q", title)
		}
		for _, row := range tables[title].Rows {
			if row.F1() != 100 || row.Gold == 0 {
				t.Errorf("%s, %s: %+v", title, row.Name, row.Tally)
			}
		}
		if len(tables[title].Confusions) > 0 {
			t.Errorf("%s: %v", title, tables[title].Confusions)
		}
	}
	// Harmonising moves the heads of "Minister", "Ada" and "Okoro", and makes "by Peru" the agent.
	released := tables[AsReleased]
	if uas, las := released.Row(UAS), released.Row(LAS); uas.Gold-uas.Hits != 3 || las.Gold-las.Hits != 4 {
		t.Errorf("as released: UAS %+v, LAS %+v", uas.Tally, las.Tally)
	}
	if types := released.Row(LASTypes); types.Gold-types.Hits != 3 {
		t.Errorf("as released, without subtypes: %+v", types.Tally)
	}
}

func TestSlipsAreCounted(t *testing.T) {
	gold := harmonised(smallTreebank(t))
	const words, marks = 25, 3
	tables := scored(t, copyist{gold, func(t *english.Token, word string) {
		switch word {
		case "treaty":
			t.Label, t.Tag = english.Obl, "NNP"
		case "neighbour":
			t.Label, t.Lemma = english.Conj, "neighbor"
		case "May":
			t.Head-- // to "in"
			t.POS = english.AUX
		}
	}}, gold)
	if _, ok := tables[AsReleased]; ok {
		t.Error("a harmonised treebank has two tables")
	}
	for _, want := range []Row{
		{UPOS, Tally{words - 1, words, words}},
		{PennTags, Tally{words - 1, words, words}},
		{Lemmas, Tally{words - 1, words, words}},
		{UAS, Tally{words - 1, words, words}},
		{LAS, Tally{words - 3, words, words}},
		{LASWords, Tally{words - marks - 3, words - marks, words - marks}},
		{Appositions, Tally{0, 0, 1}},
		{RawSentences, Tally{3, 3, 3}},
		{RawUPOS, Tally{words - 1, words, words}},
		{RawLAS, Tally{words - 3, words, words}},
	} {
		if got := tables[Harmonised].Row(want.Name); got != want {
			t.Errorf("%s: %+v, want %+v", want.Name, got.Tally, want.Tally)
		}
	}
	for _, want := range []Row{
		{"obj", Tally{0, 0, 1}}, {"obl", Tally{1, 3, 2}}, {"conj", Tally{0, 1, 0}}, {"nmod:poss", Tally{1, 1, 1}},
	} {
		if got := tables[Relations].Row(want.Name); got != want {
			t.Errorf("%s: %+v, want %+v", want.Name, got.Tally, want.Tally)
		}
	}
	if got, want := tables[Relations].Confusions, (Confusion{"appos", "conj", 1}); len(got) != 2 || got[0] != want {
		t.Errorf("confusions of relations: %v", got)
	}
	if got, want := tables[Harmonised].Confusions, (Confusion{"NN", "NNP", 1}); len(got) != 1 || got[0] != want {
		t.Errorf("confusions of tags: %v", got)
	}
}

func TestWordsCutOtherwiseAreMisses(t *testing.T) {
	gold := harmonised(smallTreebank(t))
	tables := scored(t, copyist{gold, func(t *english.Token, word string) {
		if word == "Peru" {
			t.End-- // and so it heads nothing that is there
		}
	}}, gold)
	table := tables[Harmonised]
	if got := table.Row(RawTokens).Tally; got != (Tally{24, 25, 25}) {
		t.Errorf("tokens: %+v", got)
	}
	if got := table.Row(RawLAS).Tally; got != (Tally{22, 25, 25}) { // "Peru", "by" and "neighbour"
		t.Errorf("LAS: %+v", got)
	}
	if got := table.Row(LAS).Tally; got != (Tally{25, 25, 25}) {
		t.Errorf("LAS on given words: %+v", got)
	}
}

func TestTagsOfAnotherSetAreLeftOut(t *testing.T) {
	gold := smallTreebank(t)
	reader := copyist{gold: harmonised(gold), slip: func(t *english.Token, word string) {
		if word == "May" {
			t.POS = english.AUX
		}
	}}
	foreign := change(gold, func(s *Sentence) {
		for i := range s.Words {
			s.Words[i].XPOS = "N-" + s.Words[i].XPOS
		}
	})
	table := scored(t, reader, foreign)[Harmonised]
	if row := table.Row(PennTags); row.Gold != 0 {
		t.Errorf("Penn tags: %+v", row.Tally)
	}
	if want := (Confusion{"PROPN", "AUX", 1}); len(table.Confusions) != 1 || table.Confusions[0] != want {
		t.Errorf("confusions: %v", table.Confusions)
	}
}

// textOnly hides that a reader takes words.
type textOnly struct{ english.Reader }

func TestReadersOfTextAloneAreScoredOnText(t *testing.T) {
	gold := harmonised(smallTreebank(t))
	tables := scored(t, textOnly{copyist{gold: gold}}, gold)
	if len(tables) != 1 || tables[Harmonised].Row(RawLAS).F1() != 100 || tables[Harmonised].Row(LAS).Gold != 0 {
		t.Errorf("%+v", tables)
	}
}

// whole takes the sentences of a document at once.
type whole struct{ copyist }

func (w whole) ReadSentences(sentences [][]string) *english.Document {
	for document := range Documents(w.gold) {
		if len(document) == len(sentences) && strings.Join(document[0].Forms(), " ") == strings.Join(sentences[0], " ") {
			return w.document(WriteOut(document), document)
		}
	}
	panic("a document that is not in the treebank")
}

func TestDocumentsMayBeReadAtOnce(t *testing.T) {
	gold := harmonised(smallTreebank(t))
	one, all := scored(t, copyist{gold: gold}, gold), scored(t, whole{copyist{gold: gold}}, gold)
	for title, table := range one {
		for _, row := range table.Rows {
			if got := all[title].Row(row.Name); got != row {
				t.Errorf("%s, %s: %+v, want %+v", title, row.Name, got.Tally, row.Tally)
			}
		}
	}
}
