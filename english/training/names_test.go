package main

import (
	"strings"
	"testing"

	"chancery/english/score"
)

// TestPhrasesAreCutToNames cuts phrases as GUM marks them, in sentences written for the project.
func TestPhrasesAreCutToNames(t *testing.T) {
	tests := []struct{ name, rows, want string }{
		{"title and relative clause are outside", `
1 The the DET DT _ 2 det _ Entity=(1-person-new-nnnnn-cf1-2-sgl
2 mayor mayor NOUN NN _ 4 nsubj _ _
3 Ida Ida PROPN NNP _ 2 flat _ Entity=1)
4 left leave VERB VBD _ 0 root _ _`, "O O B-PER O"},
		{"what follows of belongs to an organisation", `
1 Bank bank PROPN NNP _ 4 nsubj _ Entity=(1-organization-new-nnnnn-cf1-1-sgl
2 of of ADP IN _ 3 case _ _
3 Norland Norland PROPN NNP _ 1 nmod _ Entity=(2-place-new-nnnnn-cf1-1-sgl)1)
4 closed close VERB VBD _ 0 root _ _`, "B-ORG I-ORG I-ORG O"},
		{"an adjective of a state is a nationality", `
1 Turkish Turkish ADJ JJ _ 2 amod _ _
2 coins coin NOUN NNS _ 0 root _ _`, "B-NORP O"},
		{"a role is no name", `
1 President President PROPN NNP _ 2 nsubj _ Entity=(1-person-new-nnnnn-cf1-1-sgl)
2 spoke speak VERB VBD _ 0 root _ _`, "O O"},
	}
	for _, test := range tests {
		var rows []string
		for line := range strings.Lines(strings.TrimSpace(test.rows)) {
			f := strings.Fields(line)
			f = []string{f[0], f[1], f[2], f[3], f[4], f[5], f[6], f[7], f[8], f[len(f)-1]}
			rows = append(rows, strings.Join(f, "\t"))
		}
		all, err := score.ReadCoNLLU(strings.NewReader(strings.Join(rows, "\n")))
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(gumTags(&all[0]), " "); got != test.want {
			t.Errorf("%s: got %s, want %s", test.name, got, test.want)
		}
	}
}
