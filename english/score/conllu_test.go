package score

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// conllu writes words of a CoNLL-U file: "number form head label", and more fields behind them as they are.
func conllu(words ...string) string {
	var b strings.Builder
	for _, w := range words {
		f := strings.Fields(w)
		if len(f) == 4 {
			w = strings.Join([]string{f[0], f[1], "_", "X", "_", "_", f[2], f[3], "_", "_"}, "\t")
		}
		b.WriteString(w + "\n")
	}
	return b.String()
}

func TestTreebankIsReadAsWritten(t *testing.T) {
	all, err := ReadTreebank(filepath.Join("testdata", "trees.conllu"))
	if err != nil {
		t.Fatal(err)
	}
	if len(all) != 3 {
		t.Fatalf("%d sentences", len(all))
	}
	s := all[0]
	if !s.OpensDocument || !s.OpensParagraph || all[1].OpensParagraph || !all[2].OpensDocument {
		t.Error("documents and paragraphs begin elsewhere")
	}
	if s.Line != 4 || all[1].Line != 19 {
		t.Errorf("the sentences stand in lines %d and %d", s.Line, all[1].Line)
	}
	if w := s.Words[4]; w.Form != "did" || w.Lemma != "do" || w.UPOS != "AUX" || w.XPOS != "VBD" || w.Head != 6 || w.Label != "aux" || !w.Glued {
		t.Errorf("%+v", w)
	}
	for _, s := range all {
		if got := WriteOut([]Sentence{s}).Text; got != s.Text {
			t.Errorf("%q is written out as %q", s.Text, got)
		}
	}
	if got := WriteOut(all[:2]); got.Text != all[0].Text+" "+all[1].Text || len(got.Words) != 21 || len(got.Sentences) != 2 {
		t.Errorf("%+v", got)
	}
}

func TestErrorsNameTheLine(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"a short line", "1\tdo\n", "line 1: 2 fields, want 10"},
		{"a head that is no number", conllu("1 Talks 2 nsubj", "2 resume zero root"), `line 2: "zero" is no head of word 2`},
		{"a head below nothing", conllu("1 Talks -2 nsubj"), `line 1: "-2" is no head`},
		{"a head behind the end", conllu("1 Talks 3 nsubj", "2 resume 0 root") + "\n", "line 3: word 1 of the sentence above has the head 3; there are 2 words"},
		{"a head behind the end of the file", conllu("1 Talks 3 nsubj"), "line 1: word 1"},
		{"a circle", conllu("1 Talks 2 nsubj", "2 resume 1 root") + "\n", "line 3: the heads of the sentence above go in a circle"},
		{"a word that heads itself", conllu("1 Talks 1 nsubj") + "\n", "in a circle through word 1"},
		{"no blank line between sentences", conllu("1 Talks 0 root", "1 Talks 0 root"), `line 2: the word has the number "1", want 2`},
		{"a range that ends before it begins", "2-1" + strings.Repeat("\t_", 9) + "\n", `line 1: "2-1" is no range`},
		{"a word without letters", strings.Join([]string{"1", " ", "_", "X", "_", "_", "0", "root", "_", "_"}, "\t"), "line 1: word 1 is empty"},
		{"a line of megabytes", strings.Repeat("x", longestLine+1), "line 1: has more than"},
	} {
		_, err := ReadCoNLLU(strings.NewReader(c.text))
		var line *LineError
		if !errors.As(err, &line) || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want %q", c.name, err, c.want)
		}
	}
}

func TestWhatIsNoWordIsPassedOver(t *testing.T) {
	text := "\ufeff# a comment\r\n\r\n\n" + strings.ReplaceAll(conllu("1 Talks 2 nsubj", "2 resume 0 root"), "\n", "\r\n") +
		"2.1" + strings.Repeat("\t_", 9) + "\n"
	all, err := ReadCoNLLU(strings.NewReader(text))
	if err != nil || len(all) != 1 || strings.Join(all[0].Forms(), " ") != "Talks resume" || all[0].Words[1].Misc != "_" {
		t.Errorf("%+v, %v", all, err)
	}
}

// FuzzReadCoNLLU feeds anything. What is read is a tree, and is written out to the byte.
func FuzzReadCoNLLU(f *testing.F) {
	for _, name := range []string{"trees.conllu", "broken.conllu", "coreference.conllu"} {
		data, err := os.ReadFile(filepath.Join("testdata", name))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(data))
	}
	f.Add(conllu("1 Talks 2 nsubj", "2 resume 1 root"))
	f.Fuzz(func(t *testing.T, text string) {
		all, err := ReadCoNLLU(strings.NewReader(text))
		if err != nil {
			if line := (*LineError)(nil); !errors.As(err, &line) || line.Line < 1 {
				t.Fatalf("the error %q names no line", err)
			}
			return
		}
		for i := range all {
			s := &all[i]
			s.Harmonise()
			for k := range s.Words {
				steps := 0
				for h := k; h >= 0; h = s.Words[h].Head {
					if steps++; steps > len(s.Words) {
						t.Fatalf("word %d is in a circle", k+1)
					}
				}
			}
		}
		out := WriteOut(all)
		for i, w := range flat(all) {
			if got := out.Text[out.Words[i].Start:out.Words[i].End]; got != w.Form {
				t.Fatalf("word %q stands at %q", w.Form, got)
			}
		}
	})
}
