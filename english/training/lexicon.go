package main

import (
	"strings"

	"chancery/english"
	"chancery/english/internal/words"
	"chancery/english/score"
)

// examples counts the lemmas of all words and gives the most frequent one for each word and tag.
func examples(all []score.Sentence) []english.Example {
	type key struct{ form, tag string }
	counts := map[key]map[string]int{}
	var order []key
	for i := range all {
		for _, w := range all[i].Words {
			if w.Lemma == "_" && w.Form != "_" || w.UPOS == "PROPN" || w.UPOS == "X" || w.UPOS == "NUM" || w.Label == "goeswith" {
				continue
			}
			k := key{string(words.Lower(nil, w.Form)), w.XPOS}
			if strings.ContainsAny(k.form, "0123456789") {
				continue
			}
			if counts[k] == nil {
				counts[k] = map[string]int{}
				order = append(order, k)
			}
			counts[k][strings.ToLower(w.Lemma)]++
		}
	}
	var out []english.Example
	for _, k := range order {
		best, most := "", 0
		for lemma, n := range counts[k] {
			if n > most || n == most && lemma < best {
				best, most = lemma, n
			}
		}
		out = append(out, english.Example{Word: k.form, Tag: english.Tag(k.tag), Lemma: best})
	}
	return out
}
