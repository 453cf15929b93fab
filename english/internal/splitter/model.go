// Package splitter says where sentences end in text that rules alone cannot cut: letters, reviews and
// talk, where full stops and capitals are often left out. It is a logistic regression over the words
// around a place and over what the rules say of it.
package splitter

import (
	"encoding/binary"
	"errors"
	"math"
	"slices"
)

// quantum is the log-odds that one unit of a stored weight adds.
const quantum = 1.0 / 32

// Model holds the learnt weights. It is not changed once made, and may be used by several goroutines.
type Model struct {
	slots []slot // open addressing; the key 0 is an empty slot
	count int
	bias  int
}

type slot struct {
	key    uint32
	weight int8
}

// NewModel rounds weights, given in log-odds by the key of their feature. Those that round to nothing
// are left out.
func NewModel(weights map[uint32]float64, bias float64) *Model {
	kept := map[uint32]int8{}
	for key, w := range weights {
		if q := math.Round(w / quantum); q != 0 {
			kept[key] = int8(max(-127, min(127, q)))
		}
	}
	m := newModel(len(kept), int(math.Round(bias/quantum)))
	for key, w := range kept {
		m.insert(key, w)
	}
	return m
}

func newModel(count, bias int) *Model {
	size := 16
	for size < 2*count {
		size *= 2
	}
	return &Model{slots: make([]slot, size), bias: bias}
}

func (m *Model) insert(key uint32, weight int8) {
	mask := uint32(len(m.slots) - 1)
	at := key & mask
	for m.slots[at].key != 0 {
		at = (at + 1) & mask
	}
	m.slots[at] = slot{key, weight}
	m.count++
}

// Rows is how many features have weights.
func (m *Model) Rows() int { return m.count }

// Odds is how likely a sentence ends at a place with these features, in units of quantum: 0 is as
// likely as not.
func (m *Model) Odds(features []uint32) int {
	sum := m.bias
	mask := uint32(len(m.slots) - 1)
	for _, key := range features {
		at := key & mask
		s := m.slots[at]
		for s.key != key && s.key != 0 {
			at = (at + 1) & mask
			s = m.slots[at]
		}
		if s.key != 0 {
			sum += int(s.weight)
		}
	}
	return sum
}

// Odds turns the probability that a place ends a sentence into what Model.Odds gives at that place.
func Odds(probability float64) int {
	return int(math.Round(math.Log(probability/(1-probability)) / quantum))
}

// Append writes the model behind data: the bias, the number of features, and by ascending key the
// distance to the key before and the weight.
func (m *Model) Append(data []byte) []byte {
	data = binary.AppendVarint(data, int64(m.bias))
	data = binary.AppendUvarint(data, uint64(m.count))
	filled := make([]slot, 0, m.count)
	for _, s := range m.slots {
		if s.key != 0 {
			filled = append(filled, s)
		}
	}
	slices.SortFunc(filled, func(a, b slot) int { return int(int64(a.key) - int64(b.key)) })
	var last uint32
	for _, s := range filled {
		data = binary.AppendUvarint(data, uint64(s.key-last))
		data = append(data, byte(s.weight))
		last = s.key
	}
	return data
}

var errTruncated = errors.New("the weights for ends of sentences are truncated; make them again with go run ./english/training -sentences")

// Decode reads what Append wrote and returns what follows it.
func Decode(data []byte) (*Model, []byte, error) {
	bias, n := binary.Varint(data)
	if n <= 0 {
		return nil, nil, errTruncated
	}
	data = data[n:]
	count, n := binary.Uvarint(data)
	if n <= 0 || count > uint64(len(data)) {
		return nil, nil, errTruncated
	}
	data = data[n:]
	m := newModel(int(count), int(bias))
	var key uint32
	for range int(count) {
		distance, n := binary.Uvarint(data)
		if n <= 0 || n >= len(data) || distance == 0 || distance > math.MaxUint32 {
			return nil, nil, errTruncated
		}
		key += uint32(distance)
		m.insert(key, int8(data[n]))
		data = data[n+1:]
	}
	return m, data, nil
}
