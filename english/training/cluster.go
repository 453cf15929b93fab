package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"slices"
	"unicode"
	"unicode/utf8"

	"chancery/english/internal/words"
	"chancery/english/score"
)

// What of the raw text is used, and how fine the clusters are.
const (
	fineClusters   = 320
	coarseClusters = 40
	clusteredWords = 24_000
	rawWords       = 9_000_000 // of each source at most
	clusterRounds  = 8
)

// rawSources are the open raw texts.
var rawSources = []string{"whitehouse_2021-2026.jsonl.gz", "muc3_fbis_1988-1991.jsonl.gz"}

// vocabulary numbers words; number 0 is every word that has none.
type vocabulary struct {
	index map[string]int32
	words []string
	count []int
}

func (v *vocabulary) add(w []byte) int32 {
	if i, ok := v.index[string(w)]; ok {
		v.count[i]++
		return i
	}
	i := int32(len(v.words))
	v.index[string(w)] = i
	v.words = append(v.words, string(w))
	v.count = append(v.count, 1)
	return i
}

// rawText streams the records of a file of raw text, all of them or those about diplomacy.
func rawText(path string, all bool, each func(text string) bool) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	lines := bufio.NewReaderSize(z, 1<<20)
	for {
		line, err := lines.ReadBytes('\n')
		if len(bytes.TrimSpace(line)) > 0 {
			var record struct {
				Text       string `json:"text"`
				Diplomatic *bool  `json:"diplomatic"`
			}
			if err := json.Unmarshal(line, &record); err != nil {
				return fmt.Errorf("%s: %w", path, err)
			}
			if !all && record.Diplomatic != nil && !*record.Diplomatic {
				continue
			}
			if !each(record.Text) {
				return nil
			}
		}
		if err != nil {
			return nil
		}
	}
}

// cut splits raw text into folded words and marks, roughly as the reader does; nil ends a sentence.
func cut(text string, each func(w []byte)) {
	var word, folded []byte
	flush := func() {
		if len(word) > 0 {
			folded = words.Lower(folded[:0], string(word))
			each(folded)
			word = word[:0]
		}
	}
	for _, r := range text {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			word = utf8.AppendRune(word, r)
		case r == '\'' || r == '’':
			flush()
			word = append(word, '\'')
		default:
			flush()
			if r == '.' || r == '?' || r == '!' || r == '\n' {
				each(nil)
			} else if !unicode.IsSpace(r) {
				word = utf8.AppendRune(word, r)
				flush()
			}
		}
	}
	flush()
	each(nil)
}

// learnClusters groups the words of the raw text and of the treebanks by the words beside them.
func learnClusters(paths []string, train []score.Sentence) (*words.Clusters, error) {
	v := &vocabulary{index: map[string]int32{}}
	v.add([]byte("\x00")) // ends sentences
	var stream []int32
	add := func(w []byte) {
		if w == nil {
			stream = append(stream, 0)
			return
		}
		stream = append(stream, v.add(w))
	}
	for i := range train {
		for _, w := range train[i].Words {
			add(words.Lower(nil, w.Form))
		}
		add(nil)
	}
	for _, path := range paths {
		start := len(stream)
		err := rawText(path, false, func(text string) bool {
			cut(text, add)
			return len(stream)-start < rawWords
		})
		if err != nil {
			return nil, fmt.Errorf("reading raw text: %w", err)
		}
	}
	progress("  %d words of raw text, %d different", len(stream), len(v.words))
	kept := frequent(v)
	g := newGraph(len(kept)+1, stream, kept, len(v.words))
	fine := g.exchange(fineClusters, clusterRounds)
	coarse := g.merged(fine, fineClusters).exchange(coarseClusters, 2*clusterRounds)
	return packClusters(v, kept, fine, coarse), nil
}

// frequent lists the most frequent words; the mark of a sentence's end comes first.
func frequent(v *vocabulary) []int32 {
	var all []int32
	for i := 1; i < len(v.words); i++ {
		if v.count[i] >= 5 {
			all = append(all, int32(i))
		}
	}
	slices.SortStableFunc(all, func(a, b int32) int { return v.count[b] - v.count[a] })
	return append([]int32{0}, all[:min(len(all), clusteredWords)]...)
}

func packClusters(v *vocabulary, kept []int32, fine, coarse []int32) *words.Clusters {
	of := map[uint32]uint16{}
	for i, w := range kept {
		if i > 0 {
			of[words.Hash(v.words[w])] = uint16(fine[i+1]) + 1
		}
	}
	groups := make([]uint8, fineClusters+1)
	for f, c := range coarse {
		groups[f+1] = uint8(c) + 1
	}
	return words.NewClusters(of, groups)
}

// graph holds how often nodes follow each other.
type graph struct {
	count      []int
	next, prev [][]edge
}

type edge struct {
	to int32
	n  int32
}

// newGraph counts pairs in the stream. Node 0 stands for the words that are not kept.
func newGraph(nodes int, stream []int32, kept []int32, all int) *graph {
	node := make([]int32, all)
	for i, w := range kept {
		node[w] = int32(i + 1)
	}
	pairs := make([]uint64, 0, len(stream))
	for i := 0; i+1 < len(stream); i++ {
		pairs = append(pairs, uint64(node[stream[i]])<<32|uint64(node[stream[i+1]]))
	}
	slices.Sort(pairs)
	g := &graph{count: make([]int, nodes), next: make([][]edge, nodes), prev: make([][]edge, nodes)}
	for i := 0; i < len(pairs); {
		k := i
		for k < len(pairs) && pairs[k] == pairs[i] {
			k++
		}
		g.add(int32(pairs[i]>>32), int32(pairs[i]&0xFFFFFFFF), int32(k-i))
		i = k
	}
	return g
}

func (g *graph) add(a, b, n int32) {
	g.next[a] = append(g.next[a], edge{b, n})
	g.prev[b] = append(g.prev[b], edge{a, n})
	g.count[a] += int(n)
}

// merged is the graph of clusters.
func (g *graph) merged(cluster []int32, clusters int) *graph {
	counts := make([]int32, clusters*clusters)
	for a := range g.next {
		for _, e := range g.next[a] {
			counts[int(cluster[a])*clusters+int(cluster[e.to])] += e.n
		}
	}
	m := &graph{count: make([]int, clusters), next: make([][]edge, clusters), prev: make([][]edge, clusters)}
	for i, n := range counts {
		if n > 0 {
			m.add(int32(i/clusters), int32(i%clusters), n)
		}
	}
	return m
}

// xlogx is what a count adds to the likelihood.
func xlogx(n int) float64 {
	if n < len(xlogxTable) {
		return xlogxTable[n]
	}
	return float64(n) * math.Log(float64(n))
}

var xlogxTable = func() []float64 {
	t := make([]float64, 1<<16)
	for i := 2; i < len(t); i++ {
		t[i] = float64(i) * math.Log(float64(i))
	}
	return t
}()

// exchanger moves nodes between clusters, each to where the pairs of clusters become most likely
// (Martin, Liermann and Ney 1998, "Algorithms for bigram and trigram word clustering").
type exchanger struct {
	g          *graph
	k          int
	of         []int32
	pairs      []int // k by k
	size       []int
	next, prev []edge // of the node that is being moved, by cluster
	room       []int32
}

func (g *graph) exchange(k, rounds int) []int32 {
	x := &exchanger{g: g, k: k, of: make([]int32, len(g.count)), pairs: make([]int, k*k), size: make([]int, k), room: make([]int32, k)}
	order := make([]int, len(g.count))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return g.count[b] - g.count[a] })
	for rank, w := range order {
		x.of[w] = int32(min(rank, rank%k))
	}
	for a := range g.next {
		x.size[x.of[a]] += g.count[a]
		for _, e := range g.next[a] {
			x.pairs[int(x.of[a])*k+int(x.of[e.to])] += int(e.n)
		}
	}
	for range rounds {
		moved := 0
		for _, w := range order {
			if x.move(w) {
				moved++
			}
		}
		if moved == 0 {
			break
		}
	}
	return x.of
}

func (x *exchanger) move(w int) bool {
	x.next = x.gather(x.next[:0], x.g.next[w], w)
	x.prev = x.gather(x.prev[:0], x.g.prev[w], w)
	from := int(x.of[w])
	x.change(w, from, -1)
	best, gain := from, math.Inf(-1)
	for c := range x.k {
		if g := x.gain(w, c); g > gain {
			best, gain = c, g
		}
	}
	x.change(w, best, 1)
	x.of[w] = int32(best)
	return best != from
}

// gather sums a node's neighbours by cluster. Pairs of the node with itself are left out.
func (x *exchanger) gather(out []edge, edges []edge, w int) []edge {
	for _, e := range edges {
		if int(e.to) != w {
			c := x.of[e.to]
			if x.room[c] == 0 {
				out = append(out, edge{to: c})
			}
			x.room[c] += e.n
		}
	}
	for i := range out {
		out[i].n = x.room[out[i].to]
		x.room[out[i].to] = 0
	}
	return out
}

func (x *exchanger) change(w, c, sign int) {
	for _, e := range x.next {
		x.pairs[c*x.k+int(e.to)] += sign * int(e.n)
	}
	for _, e := range x.prev {
		x.pairs[int(e.to)*x.k+c] += sign * int(e.n)
	}
	x.size[c] += sign * x.g.count[w]
}

func (x *exchanger) gain(w, c int) float64 {
	var g float64
	for _, e := range x.next {
		n := x.pairs[c*x.k+int(e.to)]
		g += xlogx(n+int(e.n)) - xlogx(n)
	}
	for _, e := range x.prev {
		n := x.pairs[int(e.to)*x.k+c]
		g += xlogx(n+int(e.n)) - xlogx(n)
	}
	return g - 2*(xlogx(x.size[c]+x.g.count[w])-xlogx(x.size[c]))
}
