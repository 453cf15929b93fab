// Package vectors knows which English words are used alike: "denounce" like "condemn". The numbers are
// made by dyads/training/vectors/vectors.py.
package vectors

import (
	"bytes"
	_ "embed"
	"encoding/binary"
	"errors"
	"math"
	"sort"
	"sync"
)

//go:embed vectors.bin
var embedded []byte

// Vectors holds a point on a sphere for each word. It is not changed once made.
type Vectors struct {
	words      []string // sorted
	dimensions int
	values     []int8 // by word
}

// Default is what the program ships with.
var Default = sync.OnceValues(func() (*Vectors, error) { return Load(embedded) })

const magic = "VEC1"

// Load reads vectors: the magic word, the number of words, of dimensions and of the bytes of the words
// (little endian, 32 bits each), the sorted words with a line feed between them, and the signed bytes of each word.
func Load(data []byte) (*Vectors, error) {
	damaged := errors.New("vectors: the data is damaged; make it again with dyads/training/vectors/vectors.py")
	if len(data) < 16 || string(data[:4]) != magic {
		return nil, damaged
	}
	number := func(at int) int { return int(binary.LittleEndian.Uint32(data[at:])) }
	count, dimensions, text := number(4), number(8), number(12)
	if count == 0 || dimensions == 0 || text > len(data)-16 || len(data)-16-text != count*dimensions {
		return nil, damaged
	}
	v := &Vectors{dimensions: dimensions, values: make([]int8, count*dimensions)}
	for _, w := range bytes.Split(data[16:16+text], []byte{'\n'}) {
		v.words = append(v.words, string(w))
	}
	if len(v.words) != count || !sort.StringsAreSorted(v.words) {
		return nil, damaged
	}
	for i, b := range data[16+text:] {
		v.values[i] = int8(b)
	}
	return v, nil
}

// Dimensions is how many numbers a word has.
func (v *Vectors) Dimensions() int { return v.dimensions }

// Of gives the numbers of a word in small letters, or of a word and its particle ("call off"); nil where it is
// not known. They are at most 127 either way, and their squares add up to about 127².
func (v *Vectors) Of(word string) []int8 {
	i := sort.SearchStrings(v.words, word)
	if i == len(v.words) || v.words[i] != word {
		return nil
	}
	return v.values[i*v.dimensions : (i+1)*v.dimensions]
}

// Likeness is the cosine of two words' numbers: 1 for the same word, about 0 for words that have nothing to do with
// each other; 0 too where one is not known.
func (v *Vectors) Likeness(a, b string) float64 {
	x, y := v.Of(a), v.Of(b)
	if x == nil || y == nil {
		return 0
	}
	var dot, xx, yy int
	for i := range x {
		dot += int(x[i]) * int(y[i])
		xx += int(x[i]) * int(x[i])
		yy += int(y[i]) * int(y[i])
	}
	if xx == 0 || yy == 0 {
		return 0
	}
	return float64(dot) / math.Sqrt(float64(xx)*float64(yy))
}
