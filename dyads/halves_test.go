package dyads

import (
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"chancery/dyads/internal/marks"
	"chancery/dyads/internal/model"
	"chancery/english"
	"chancery/internal/shareddata"
)

// marked is a sentence of PLV_train, read.
type marked struct {
	doc              *english.Document
	actor, recipient Span
	event            string
	odd              int // 1 where its number is odd: nobody looked at those while rules were written
}

func halves(t *testing.T) []marked {
	t.Helper()
	content, err := os.ReadFile(shareddata.Need(t, "data", "events", "PLV_train.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	reader, err := english.New()
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimRight(string(content), "\n"), "\n")
	header := strings.Split(lines[0], "\t")
	id, sentence, root := slices.Index(header, "sentence_id"), slices.Index(header, "marked_sentence"), slices.Index(header, "gold_root")
	var all []marked
	for _, line := range lines[1:] {
		cells := strings.Split(line, "\t")
		number, err := strconv.Atoi(cells[id])
		if err != nil {
			t.Fatal(err)
		}
		text, s := marks.Take(cells[sentence], "s", "t")
		all = append(all, marked{reader.Read(text), Span{s[0][0], s[0][1]}, Span{s[1][0], s[1][1]}, cells[root], number % 2})
	}
	return all
}

// means are the mean F1 over the classes of the even and of the odd half, in per cent.
func means(c *Coder, all []marked) (out [2]float64) {
	type counts struct{ hits, found, gold float64 }
	classes := [2]map[string]*counts{{}, {}}
	at := func(half int, event string) *counts {
		if event == "CONCEDE" || event == "RETREAT" {
			event = "YIELD"
		}
		if classes[half][event] == nil {
			classes[half][event] = &counts{}
		}
		return classes[half][event]
	}
	for _, m := range all {
		found, gold := at(m.odd, c.Pair(m.doc, m.actor, m.recipient).Event), at(m.odd, m.event)
		found.found++
		gold.gold++
		if found == gold {
			gold.hits++
		}
	}
	for half := range classes {
		n := 0.0
		for _, c := range classes[half] {
			if c.gold > 0 {
				out[half] += 200 * c.hits / (c.found + c.gold)
				n++
			}
		}
		out[half] /= n
	}
	return out
}

// A part that brings much to the sentences that were looked at and nothing to the others is about those sentences, and
// not about the language. The log says what each part brings.
func TestNoPartServesOneHalfAlone(t *testing.T) {
	const most = 3.0 // points of difference between the halves
	all := halves(t)
	shipped, err := New()
	if err != nil {
		t.Fatal(err)
	}
	words := *shipped.words
	c := &Coder{words: &words, book: shipped.book, vectors: shipped.vectors, learnt: shipped.learnt}
	whole := means(c, all)
	t.Logf("%-32s %5.1f %5.1f", "all (even, odd)", whole[0], whole[1])
	without := func(part string) {
		m := means(c, all)
		even, odd := whole[0]-m[0], whole[1]-m[1]
		if even > 0.25 || odd > 0.25 || even < -0.25 || odd < -0.25 {
			t.Logf("without %-24s %+5.1f %+5.1f", part, -even, -odd)
		}
		if even-odd > most && odd < most {
			t.Errorf("%s bring %.1f points to the even half and %.1f to the odd one", part, even, odd)
		}
	}
	nothing := make([]float32, len(shipped.learnt.Classes))
	c.learnt = &model.Model{Classes: shipped.learnt.Classes, Buckets: 1, Named: [][]float32{nothing}, Bias: nothing,
		Dense: slices.Repeat([][]float32{nothing}, len(shipped.learnt.Dense))}
	without("what was learnt")
	c.learnt = shipped.learnt
	for _, name := range slices.Sorted(maps.Keys(shipped.words.lists)) {
		words.lists = maps.Clone(shipped.words.lists)
		words.lists[name] = map[string]bool{}
		without("@" + name)
	}
	words.lists = shipped.words.lists
	for _, operator := range slices.Sorted(maps.Keys(shipped.words.results)) {
		words.results, words.parents = maps.Clone(shipped.words.results), maps.Clone(shipped.words.parents)
		delete(words.results, operator)
		delete(words.parents, operator)
		without("operator " + operator)
	}
	words.results, words.parents = shipped.words.results, shipped.words.parents
	for _, code := range slices.Sorted(maps.Keys(shipped.words.conventions)) {
		words.conventions = maps.Clone(shipped.words.conventions)
		delete(words.conventions, code)
		without("convention " + code)
	}
	words.conventions = shipped.words.conventions
	words.verbs = map[string][]*sense{}
	for verb, senses := range shipped.words.verbs {
		words.verbs[verb] = slices.DeleteFunc(slices.Clone(senses), func(s *sense) bool { return len(s.ways) > 0 })
	}
	without("patterns of verbs")
}
