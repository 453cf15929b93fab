package score

import (
	"strings"
	"testing"
)

// parse reads a tree from lines of "number form pos tag head label".
func parse(t *testing.T, text string) Sentence {
	t.Helper()
	var b strings.Builder
	for l := range strings.SplitSeq(strings.TrimSpace(text), "\n") {
		f := strings.Fields(l)
		b.WriteString(strings.Join([]string{f[0], f[1], f[1], f[2], f[3], "_", f[4], f[5], "_", "_"}, "\t"))
		b.WriteByte('\n')
	}
	all, err := ReadCoNLLU(strings.NewReader(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	return all[0]
}

func TestTitlesDependOnNames(t *testing.T) {
	s := parse(t, `
1 Foreign ADJ NNP 2 amod
2 Minister PROPN NNP 5 nsubj
3 Ada PROPN NNP 2 flat
4 Okoro PROPN NNP 2 flat
5 left VERB VBD 0 root`)
	s.Harmonise()
	want := []struct {
		head  int
		label string
	}{{1, "amod"}, {2, "nmod:desc"}, {4, "nsubj"}, {2, "flat"}, {-1, "root"}}
	for i, w := range s.Words {
		if w.Head != want[i].head || w.Label != want[i].label {
			t.Errorf("%s is %s of word %d, want %s of %d", w.Form, w.Label, w.Head, want[i].label, want[i].head)
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
6 Friday PROPN NNP 1 obl`)
	s.Harmonise()
	if s.Words[3].Label != "obl:agent" || s.Words[5].Label != "obl" {
		t.Errorf("by Chile is %s, by Friday is %s", s.Words[3].Label, s.Words[5].Label)
	}
}
