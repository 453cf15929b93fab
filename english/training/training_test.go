package main

import (
	"strings"
	"testing"

	"chancery/english"
	"chancery/internal/shareddata"
)

// parse reads trees from lines of "number form pos tag head label".
func parse(t *testing.T, text string) []sentence {
	t.Helper()
	var b strings.Builder
	for l := range strings.SplitSeq(strings.TrimSpace(text), "\n") {
		f := strings.Fields(l)
		if len(f) == 6 {
			b.WriteString(strings.Join([]string{f[0], f[1], f[1], f[2], f[3], "_", f[4], f[5], "_", "_"}, "\t"))
			b.WriteByte('\n')
		}
	}
	all, err := readCoNLLU(strings.NewReader(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestTitlesDependOnNames(t *testing.T) {
	s := parse(t, `
1 Foreign ADJ NNP 2 amod
2 Minister PROPN NNP 5 nsubj
3 Ada PROPN NNP 2 flat
4 Okoro PROPN NNP 2 flat
5 left VERB VBD 0 root`)[0]
	harmonise(&s)
	want := []struct {
		head  int
		label string
	}{{1, "amod"}, {2, "nmod:desc"}, {4, "nsubj"}, {2, "flat"}, {-1, "root"}}
	for i, w := range s.words {
		if w.head != want[i].head || w.label != want[i].label {
			t.Errorf("%s is %s of word %d, want %s of %d", w.form, w.label, w.head, want[i].label, want[i].head)
		}
	}
}

func TestByWithADoerIsTheAgent(t *testing.T) {
	s := parse(t, `
1 Signed VERB VBN 0 root
2 was AUX VBD 1 aux:pass
3 by ADP IN 4 case
4 Chile PROPN NNP 1 obl
5 by ADP IN 6 case
6 Friday PROPN NNP 1 obl`)[0]
	harmonise(&s)
	if s.words[3].label != "obl:agent" || s.words[5].label != "obl" {
		t.Errorf("by Chile is %s, by Friday is %s", s.words[3].label, s.words[5].label)
	}
}

func TestMultiwordTokensAreGlued(t *testing.T) {
	all, err := readCoNLLU(strings.NewReader("1-2\tdon't\t_\t_\t_\t_\t_\t_\t_\t_\n" +
		"1\tdo\tdo\tAUX\tVBP\t_\t3\taux\t_\t_\n2\tn't\tnot\tPART\tRB\t_\t3\tadvmod\t_\t_\n3\tgo\tgo\tVERB\tVB\t_\t0\troot\t_\t_\n"))
	if err != nil {
		t.Fatal(err)
	}
	if text, _, _ := rawDocument(all); text != "don't go" {
		t.Errorf("%q", text)
	}
	if _, err := readCoNLLU(strings.NewReader("1\tdo\n")); err == nil || !strings.Contains(err.Error(), "line 1") {
		t.Errorf("a short line gives the error %v", err)
	}
}

// floors are a little below what the trainer printed when the weights were made.
var floors = map[string]score{
	"ewt28/en_ewt-ud-dev.conllu.gz":  {pos: 94.4, las: 79.2, appos: 35, lemma: 98.2, token: 98, sentence: 80},
	"gum216/en_gum-ud-dev.conllu.gz": {pos: 95.8, las: 80.3, appos: 39, lemma: 97.2, token: 99.4, sentence: 95},
}

// TestScores measures the weights that ship on the development parts of the treebanks.
func TestScores(t *testing.T) {
	reader, err := english.New()
	if err != nil {
		t.Fatal(err)
	}
	for path, floor := range floors {
		gold, err := readTreebank(shareddata.Need(t, "data", "treebanks", path))
		if err != nil {
			t.Fatal(err)
		}
		for i := range gold {
			harmonise(&gold[i])
		}
		s := evaluate(reader.(*english.Network), gold)
		t.Logf("%s: %+v", path, s)
		for _, c := range []struct {
			name       string
			got, floor float64
		}{{"UPOS", s.pos, floor.pos}, {"LAS", s.las, floor.las}, {"appositions", s.appos, floor.appos}, {"lemmas", s.lemma, floor.lemma},
			{"tokens", s.token, floor.token}, {"sentences", s.sentence, floor.sentence}} {
			if c.got < c.floor {
				t.Errorf("%s: %s %.2f, want at least %.2f", path, c.name, c.got, c.floor)
			}
		}
	}
}
