// Package network is the small neural network that reads a sentence: it tags the words, finds each one's
// head and its relation to it, and says which words are names.
//
// A word comes in as rows of three learnt tables: its own vector, those of its beginning and its end, and
// one for how it is written (Input). Two layers, each of which walks over the sentence from both ends and
// remembers what it needs (lstm.go), make of these a vector for each word in its sentence. From it come,
// by one more linear map, what the word offers as a dependent and what it asks for as a head; their
// product scores every pair of words (Dozat and Manning 2017), and the best tree without crossing arcs
// is found over all pairs (tree.go). Tags, relations and names are each one small layer more.
//
// All weights are whole numbers of eight bits and all products exact (matrix.go), so that the reading is
// the same on every processor. english/training/teacher learns them.
package network

import (
	"errors"
	"math"
	"slices"

	"chancery/english/internal/words"
)

// Network is what was learnt. It is not changed once made, and may be used by several goroutines.
type Network struct {
	Vocabulary          *Vocabulary
	Tags, Labels, Names []string // the classes

	word, affix, shape table
	layers             [2]layer
	out                *Matrix // what each word offers and asks for, see the offsets
	offsets            offsets
	rootArc            []int16
	rootLabel          []float32
	distance           []int32 // scores by the distance of the head, see far; the last is the root's
	label, tag, name   *Matrix
	rootClass          int // the label of the root
	grammar            grammar
}

// table holds a vector for each row.
type table struct {
	width int
	rows  []int8
}

func (t *table) row(i int) []int8 { return t.rows[i*t.width : (i+1)*t.width] }

// offsets says where in the output of a word each part begins.
type offsets struct{ arcHead, labelDep, labelHead, tag, name, end int }

// far is the distance from which on all heads are alike.
const far = 16

// grain is what 1 counts in the whole numbers between the output and the small layers behind it.
const grain = 128

// Longest is how many words should be read as one sentence: the time for its tree grows with the cube.
const Longest = 160

// Reading is what the network makes of one sentence, a number for each word. It is valid until the
// scratch is used again.
type Reading struct {
	Tags, Names, Labels []uint8
	Heads               []int // -1 is the root
}

// Scratch is the room that reading needs; each goroutine has its own.
type Scratch struct {
	inputs, hidden, outer []int16
	memory                memory
	products, tagged      []int32
	values                []float32 // of each word, what it offers and asks for
	small                 []int16
	scores                []int32
	tree                  treeScratch
	reading               Reading
}

// nameClasses finds the labels that have a part of their own, and what grammar says of the classes.
func (n *Network) nameClasses() error {
	n.rootClass = slices.Index(n.Labels, "root")
	if n.rootClass < 0 {
		return errors.New("network: the labels lack that of the root")
	}
	n.grammar = newGrammar(n.Tags, n.Labels)
	return nil
}

// Tag reads a sentence and gives its words their tags and names. Whoever knows a tag better may change it
// before calling Parse.
func (n *Network) Tag(sentence []words.Word, s *Scratch) *Reading {
	r, count := &s.reading, len(sentence)
	r.Tags, r.Names, r.Labels, r.Heads = sized(r.Tags, count), sized(r.Names, count), sized(r.Labels, count), sized(r.Heads, count)
	n.encode(sentence, s)
	s.products = sized(s.products, count*n.out.rows)
	n.out.multiply(s.outer, count, s.products)
	s.values = sized(s.values, count*n.out.rows)
	n.out.values(s.products, count, s.values)
	n.classify(n.name, n.offsets.name, n.offsets.end, len(n.Names), r.Names, &s.products, s)
	n.classify(n.tag, n.offsets.tag, n.offsets.name, len(n.Tags), r.Tags, &s.tagged, s)
	return r
}

// Parse gives the sentence that Tag read last its tree. Root is a word that must be the root, or -1.
func (n *Network) Parse(root int, s *Scratch) {
	r, count := &s.reading, len(s.reading.Tags)
	if count == 0 {
		return
	}
	n.arcs(count, s)
	n.grammar.weigh(r.Tags, s.scores)
	if root >= 0 {
		s.scores[root*(count+1)] += certain
	}
	bestTree(s.scores, count, r.Heads, &s.tree)
	n.relate(s)
}

// encode gives every word its vector in its sentence, in s.outer.
func (n *Network) encode(sentence []words.Word, s *Scratch) {
	count := len(sentence)
	width := n.layers[0].forward.in.columns
	s.inputs = sized(s.inputs, count*width)
	clear(s.inputs)
	for i := range sentence {
		in := InputOf(&sentence[i], i == 0, n.Vocabulary)
		n.look(&in, s.inputs[i*width:(i+1)*width])
	}
	s.hidden = sized(s.hidden, count*2*n.layers[0].hidden)
	s.outer = sized(s.outer, count*2*n.layers[1].hidden)
	n.layers[0].run(s.inputs, count, s.hidden, &s.memory)
	n.layers[1].run(s.hidden, count, s.outer, &s.memory)
}

// look puts a word's rows of the tables side by side.
func (n *Network) look(in *Input, x []int16) {
	for k, v := range n.word.row(int(in.Word)) {
		x[k] = int16(v)
	}
	x = x[n.word.width:]
	for _, a := range in.Affix {
		for k, v := range n.affix.row(int(a)) {
			x[k] += int16(v)
		}
	}
	x = x[n.affix.width:]
	for k, v := range n.shape.row(int(in.Shape)) {
		x[k] = int16(v)
	}
}

// classify gives each word the best of the classes that a small layer tells apart.
func (n *Network) classify(m *Matrix, from, to, classes int, into []uint8, products *[]int32, s *Scratch) {
	s.small = sized(s.small, len(into)*m.columns)
	clear(s.small)
	for i := range into {
		values := s.values[i*n.out.rows:][from:to]
		small := s.small[i*m.columns:]
		for k, v := range values {
			small[k] = grains(max(v, 0))
		}
	}
	*products = sized(*products, len(into)*m.rows)
	m.multiply(s.small, len(into), *products)
	for i := range into {
		into[i] = uint8(m.best((*products)[i*m.rows:][:classes], 0))
	}
}

// TagScore is the score of a tag for a word of the sentence that Tag read last. Differences of scores are
// differences of log-probabilities.
func (n *Network) TagScore(word int, tag uint8, s *Scratch) float32 {
	return n.tag.value(int(tag), s.tagged[word*n.tag.rows+int(tag)])
}

// best is the class with the highest value, among those whose bit is not set in not.
func (m *Matrix) best(products []int32, not uint64) int {
	best, most := 0, float32(math.Inf(-1))
	for c, p := range products {
		if v := m.value(c, p); v > most && not>>c&1 == 0 {
			best, most = c, v
		}
	}
	return best
}

func grains(v float32) int16 {
	return int16(min(max(float32(v*grain), -Largest), Largest))
}

// arcs scores each word as the head of each other, and the root as the head of each: s.scores holds
// count+1 numbers a dependent, the root's first, in units of grain times grain.
func (n *Network) arcs(count int, s *Scratch) {
	width := padded(n.offsets.arcHead, lanes)
	rows := padded(count+1, group)
	s.small = sized(s.small, (rows+count)*width)
	clear(s.small)
	heads, dependents := s.small[:rows*width], s.small[rows*width:]
	copy(heads, n.rootArc)
	for i := range count {
		values := s.values[i*n.out.rows:]
		head, dependent := heads[(i+1)*width:], dependents[i*width:]
		for k := range n.offsets.arcHead {
			dependent[k] = grains(values[k])
			v := values[n.offsets.arcHead+k]
			if v < 0 {
				v *= 0.125
			}
			head[k] = grains(v)
		}
	}
	s.products = sized(s.products, count*rows)
	dots(heads, dependents, s.products, width, rows, count)
	s.scores = sized(s.scores, count*(count+1))
	for i := range count {
		scores, products := s.scores[i*(count+1):(i+1)*(count+1)], s.products[i*rows:]
		scores[0] = products[0] + n.distance[2*far+1]
		for j := range count {
			scores[j+1] = products[j+1] + n.distance[min(max(j-i, -far), far)+far]
		}
	}
}

// relate names the relation of each word to its head.
func (n *Network) relate(s *Scratch) {
	m, values := n.label, s.values
	heads, labels, tags := s.reading.Heads, s.reading.Labels, s.reading.Tags
	width := n.offsets.labelHead - n.offsets.labelDep
	s.small = sized(s.small, len(heads)*m.columns)
	clear(s.small)
	for i, h := range heads {
		head := n.rootLabel
		if h >= 0 {
			head = values[h*n.out.rows+n.offsets.labelHead:][:width]
		}
		small := s.small[i*m.columns:]
		for k, v := range values[i*n.out.rows+n.offsets.labelDep:][:width] {
			small[k] = grains(max(v+head[k], 0))
		}
	}
	s.products = sized(s.products, len(heads)*m.rows)
	m.multiply(s.small, len(heads), s.products)
	for i, h := range heads {
		if h < 0 {
			labels[i] = uint8(n.rootClass)
			continue
		}
		not := n.grammar.excluded(tags[i], tags[h]) | 1<<n.rootClass
		labels[i] = uint8(m.best(s.products[i*m.rows:][:len(n.Labels)], not))
	}
}
