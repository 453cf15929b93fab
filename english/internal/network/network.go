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
	looseClass         int // the label of the root of a further piece of a long sentence
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

// longest is how many words are read as one tree; longer sentences are read in pieces.
const longest = 160

// Reading is what the network makes of one sentence, a number for each word. It is valid until the
// scratch is used again.
type Reading struct {
	Tags, Labels, Names []uint8
	Heads               []int // -1 is the root
}

// Scratch is the room that reading needs; each goroutine has its own.
type Scratch struct {
	inputs, hidden, outer []int16
	memory                memory
	products              []int32
	values                []float32
	small                 []int16
	scores                []int32
	tree                  treeScratch
	reading               Reading
}

// nameClasses finds the labels that have a part of their own.
func (n *Network) nameClasses() error {
	n.rootClass = slices.Index(n.Labels, "root")
	n.looseClass = slices.Index(n.Labels, "parataxis")
	if n.rootClass < 0 || n.looseClass < 0 {
		return errors.New("network: the labels lack that of the root, or parataxis")
	}
	return nil
}

// Read reads a sentence.
func (n *Network) Read(sentence []words.Word, s *Scratch) *Reading {
	r := &s.reading
	count := len(sentence)
	r.Tags, r.Labels, r.Names, r.Heads = sized(r.Tags, count), sized(r.Labels, count), sized(r.Names, count), sized(r.Heads, count)
	for first := 0; first < count; {
		last := min(count, first+longest)
		if count-first < 2*longest && last < count { // two halves rather than a scrap
			last = first + (count-first)/2
		}
		n.piece(sentence, first, last, s)
		first = last
	}
	return r
}

// piece reads words first to last as one tree. The root of a piece behind the first hangs on the first
// piece's.
func (n *Network) piece(sentence []words.Word, first, last int, s *Scratch) {
	count := last - first
	n.encode(sentence, first, last, s)
	s.products = sized(s.products, count*n.out.rows)
	n.out.multiply(s.outer, count, s.products)
	s.values = sized(s.values, count*n.out.rows)
	n.out.values(s.products, count, s.values)
	r := &s.reading
	n.classify(n.tag, n.offsets.tag, n.offsets.name, len(n.Tags), r.Tags[first:last], s)
	n.classify(n.name, n.offsets.name, n.offsets.end, len(n.Names), r.Names[first:last], s)
	n.arcs(count, s)
	heads := r.Heads[first:last]
	bestTree(s.scores, count, heads, &s.tree)
	n.relate(heads, r.Labels[first:last], s)
	if first == 0 {
		return
	}
	root := 0
	for r.Heads[root] >= 0 {
		root++
	}
	for i := range heads {
		if heads[i] < 0 {
			heads[i], r.Labels[first+i] = root, uint8(n.looseClass)
		} else {
			heads[i] += first
		}
	}
}

// encode gives every word its vector in its sentence, in s.outer.
func (n *Network) encode(sentence []words.Word, first, last int, s *Scratch) {
	count := last - first
	width := n.layers[0].forward.in.columns
	s.inputs = sized(s.inputs, count*width)
	clear(s.inputs)
	for i := range count {
		in := InputOf(&sentence[first+i], first+i == 0, n.Vocabulary)
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
func (n *Network) classify(m *Matrix, from, to, classes int, into []uint8, s *Scratch) {
	s.small = sized(s.small, len(into)*m.columns)
	clear(s.small)
	for i := range into {
		values := s.values[i*n.out.rows:][from:to]
		small := s.small[i*m.columns:]
		for k, v := range values {
			small[k] = grains(max(v, 0))
		}
	}
	s.products = sized(s.products, len(into)*m.rows)
	m.multiply(s.small, len(into), s.products)
	for i := range into {
		into[i] = uint8(m.best(s.products[i*m.rows:][:classes], -1))
	}
}

// best is the class with the highest value, the one to leave out excepted.
func (m *Matrix) best(products []int32, without int) int {
	best, most := -1, float32(0)
	for c, p := range products {
		if v := m.value(c, p); c != without && (best < 0 || v > most) {
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
func (n *Network) relate(heads []int, labels []uint8, s *Scratch) {
	m := n.label
	width := n.offsets.labelHead - n.offsets.labelDep
	s.small = sized(s.small, len(heads)*m.columns)
	clear(s.small)
	for i, h := range heads {
		head := n.rootLabel
		if h >= 0 {
			head = s.values[h*n.out.rows+n.offsets.labelHead:][:width]
		}
		small := s.small[i*m.columns:]
		for k, v := range s.values[i*n.out.rows+n.offsets.labelDep:][:width] {
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
		labels[i] = uint8(m.best(s.products[i*m.rows:][:len(n.Labels)], n.rootClass))
	}
}
