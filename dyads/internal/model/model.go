// Package model is the learnt part of the coder: a linear model over named features and word vectors, learnt by
// dyads/training.
package model

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"math"
)

// Features are what one pair shows: named ones, which are there or not, and numbers.
type Features struct {
	Names []uint32 // hashes
	Dense []float32
}

// Add adds the feature of that name.
func (f *Features) Add(parts ...any) {
	h := fnv.New32a()
	for _, p := range parts {
		fmt.Fprint(h, p)
		h.Write([]byte{0})
	}
	f.Names = append(f.Names, h.Sum32())
}

// Model gives each class a score. It is not changed once made.
type Model struct {
	Classes []string
	Buckets int         // named features fall into so many
	Named   [][]float32 // by bucket, then class
	Dense   [][]float32 // by dimension, then class
	Bias    []float32
}

// Scores are the probabilities of the classes.
func (m *Model) Scores(f *Features) []float64 {
	sums := make([]float64, len(m.Classes))
	for c := range sums {
		sums[c] = float64(m.Bias[c])
	}
	for _, h := range f.Names {
		for c, w := range m.Named[int(h%uint32(m.Buckets))] {
			sums[c] += float64(w)
		}
	}
	for d, x := range f.Dense {
		if x == 0 {
			continue
		}
		for c, w := range m.Dense[d] {
			sums[c] += float64(w) * float64(x)
		}
	}
	most := math.Inf(-1)
	for _, s := range sums {
		most = max(most, s)
	}
	total := 0.0
	for c := range sums {
		sums[c] = math.Exp(sums[c] - most)
		total += sums[c]
	}
	for c := range sums {
		sums[c] /= total
	}
	return sums
}

const magic = "DYAD1"

// Encode writes the model with eight bits for each weight.
func (m *Model) Encode() []byte {
	out := []byte(magic)
	out = append(out, byte(len(m.Classes)))
	for _, c := range m.Classes {
		out = append(append(out, byte(len(c))), c...)
	}
	out = binary.LittleEndian.AppendUint32(out, uint32(m.Buckets))
	out = binary.LittleEndian.AppendUint32(out, uint32(len(m.Dense)))
	for _, rows := range [][][]float32{m.Named, m.Dense, {m.Bias}} {
		step := float32(0)
		for _, row := range rows {
			for _, w := range row {
				step = max(step, w, -w)
			}
		}
		step /= 127
		out = binary.LittleEndian.AppendUint32(out, math.Float32bits(step))
		for _, row := range rows {
			for _, w := range row {
				q := 0.0
				if step > 0 {
					q = math.Round(float64(w / step))
				}
				out = append(out, byte(int8(q)))
			}
		}
	}
	return out
}

// Decode reads what Encode wrote.
func Decode(data []byte) (*Model, error) {
	damaged := errors.New("dyads: the weights are damaged; make them again with go run ./dyads/training")
	take := func(n int) []byte {
		if n > len(data) {
			data = nil
			return make([]byte, n)
		}
		head := data[:n]
		data = data[n:]
		return head
	}
	if string(take(len(magic))) != magic {
		return nil, damaged
	}
	m := &Model{}
	for range int(take(1)[0]) {
		m.Classes = append(m.Classes, string(take(int(take(1)[0]))))
	}
	m.Buckets = int(binary.LittleEndian.Uint32(take(4)))
	dense := int(binary.LittleEndian.Uint32(take(4)))
	if want := (m.Buckets+dense+1)*len(m.Classes) + 12; m.Buckets < 1 || len(data) != want {
		return nil, damaged
	}
	read := func(n int) [][]float32 {
		step := math.Float32frombits(binary.LittleEndian.Uint32(take(4)))
		rows := make([][]float32, n)
		for i := range rows {
			rows[i] = make([]float32, len(m.Classes))
			for c, b := range take(len(m.Classes)) {
				rows[i][c] = float32(int8(b)) * step
			}
		}
		return rows
	}
	m.Named, m.Dense, m.Bias = read(m.Buckets), read(dense), read(1)[0]
	return m, nil
}
