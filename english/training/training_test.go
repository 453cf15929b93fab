package main

import (
	"strings"
	"testing"

	"chancery/english/score"
)

func TestCopiesWithoutMarks(t *testing.T) {
	s := score.Sentence{Words: []score.Word{
		{Form: "Chile", XPOS: "NNP", Head: 2, Label: "nsubj"},
		{Form: ",", XPOS: ",", Head: 2, Label: "punct"},
		{Form: "left", XPOS: "VBD", Head: -1, Label: "root"},
		{Form: "Oslo", XPOS: "NNP", Head: 2, Label: "obj"},
		{Form: ".", XPOS: ".", Head: 2, Label: "punct"},
	}}
	out, ok := unstop(&s, true)
	if got := strings.Join(out.Forms(), " "); !ok || got != "Chile left Oslo" {
		t.Fatalf("%q, %t", got, ok)
	}
	if out.Words[0].Head != 1 || out.Words[1].Head != -1 || out.Words[2].Head != 1 {
		t.Errorf("heads are %d %d %d", out.Words[0].Head, out.Words[1].Head, out.Words[2].Head)
	}
}
