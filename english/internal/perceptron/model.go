package perceptron

import (
	"encoding/binary"
	"errors"
)

// Model is a learnt classifier. It is not changed once made, and may be used by several goroutines.
//
// A row holds one byte a class, the weight plus 128, eight classes to a word. Scores are kept in
// 16-bit lanes, four to a word: the even bytes of a row's word in one, the odd bytes in the next.
// Every row that is found adds 128 to every class, which changes no order; lanes do not overflow
// below 257 features.
type Model struct {
	classes int
	stride  int // words a row
	slots   []slot
	count   int
	rows    []uint64
	keys    []uint32 // the keys in the order in which they were added
}

type slot struct {
	key uint32
	row uint32
}

// MostFeatures is how many features one decision may have.
const MostFeatures = 256

const middle = 0x8080808080808080 // a row of zero weights

func newModel(classes, rows int) *Model {
	m := &Model{classes: classes, stride: (classes + 7) / 8}
	size := 16
	for size*2 < rows*3 { // at most two thirds full
		size *= 2
	}
	m.slots = make([]slot, size)
	m.rows = make([]uint64, 0, rows*m.stride)
	m.keys = make([]uint32, 0, rows)
	return m
}

// Classes is how many classes the model tells apart.
func (m *Model) Classes() int { return m.classes }

// Rows is how many features have weights.
func (m *Model) Rows() int { return m.count }

// Lanes is how many words Score needs.
func (m *Model) Lanes() int { return 2 * m.stride }

// add appends a row; the caller gives every key once.
func (m *Model) add(key uint32, weights []int8) {
	m.insert(key)
	for w := range m.stride {
		word := uint64(middle)
		for b := range 8 {
			if c := 8*w + b; c < len(weights) && weights[c] != 0 {
				word ^= uint64(0x80^byte(int(weights[c])+128)) << (8 * b)
			}
		}
		m.rows = append(m.rows, word)
	}
}

func (m *Model) insert(key uint32) {
	mask := uint32(len(m.slots) - 1)
	at := spread(key) & mask
	for m.slots[at].key != 0 {
		at = (at + 1) & mask
	}
	m.slots[at] = slot{key, uint32(m.count)}
	m.keys = append(m.keys, key)
	m.count++
}

// Score adds up the rows of the features. Lane reads the result.
func (m *Model) Score(features []uint32, lanes []uint64) {
	// All rows are looked up before any is added, so that the memory can fetch many at a time.
	var room [MostFeatures]uint32
	found := m.find(features, &room)
	clear(lanes)
	switch m.stride {
	case 8:
		for _, row := range found {
			add8((*[8]uint64)(m.rows[int(row)*8:]), (*[16]uint64)(lanes))
		}
	case 11:
		for _, row := range found {
			add11((*[11]uint64)(m.rows[int(row)*11:]), (*[22]uint64)(lanes))
		}
	default:
		for _, row := range found {
			for i, w := range m.rows[int(row)*m.stride:][:m.stride] {
				lanes[2*i] += w & evenBytes
				lanes[2*i+1] += w >> 8 & evenBytes
			}
		}
	}
}

const evenBytes = 0x00FF00FF00FF00FF

// find gives the rows of those features that have one.
func (m *Model) find(features []uint32, room *[MostFeatures]uint32) []uint32 {
	n := 0
	mask := uint32(len(m.slots) - 1)
	for _, key := range features[:min(len(features), MostFeatures)] {
		at := spread(key) & mask
		s := m.slots[at]
		for s.key != key && s.key != 0 {
			at = (at + 1) & mask
			s = m.slots[at]
		}
		if s.key != 0 {
			room[n] = s.row
			n++
		}
	}
	return room[:n]
}

// add8 and add11 add a row to the lanes. They are the loop of Score written out for the widths of the
// tagger and of the parser, which halves its time.
func add8(row *[8]uint64, lanes *[16]uint64) {
	for i := 0; i < 8; i += 4 {
		add4((*[4]uint64)(row[i:]), (*[8]uint64)(lanes[2*i:]))
	}
}

func add11(row *[11]uint64, lanes *[22]uint64) {
	add4((*[4]uint64)(row[0:]), (*[8]uint64)(lanes[0:]))
	add4((*[4]uint64)(row[4:]), (*[8]uint64)(lanes[8:]))
	lanes[16] += row[8] & evenBytes
	lanes[17] += row[8] >> 8 & evenBytes
	lanes[18] += row[9] & evenBytes
	lanes[19] += row[9] >> 8 & evenBytes
	lanes[20] += row[10] & evenBytes
	lanes[21] += row[10] >> 8 & evenBytes
}

func add4(row *[4]uint64, lanes *[8]uint64) {
	lanes[0] += row[0] & evenBytes
	lanes[1] += row[0] >> 8 & evenBytes
	lanes[2] += row[1] & evenBytes
	lanes[3] += row[1] >> 8 & evenBytes
	lanes[4] += row[2] & evenBytes
	lanes[5] += row[2] >> 8 & evenBytes
	lanes[6] += row[3] & evenBytes
	lanes[7] += row[3] >> 8 & evenBytes
}

// Lane is a class's score in what Score made. Scores compare only among the classes of one call.
func Lane(lanes []uint64, class int) int {
	return int(lanes[class>>3<<1|class&1] >> (class >> 1 & 3 << 4) & 0xFFFF)
}

// Best is the class with the highest score; the first of several.
func (m *Model) Best(lanes []uint64) int {
	best, score := 0, -1
	for c := range m.classes {
		if s := Lane(lanes, c); s > score {
			best, score = c, s
		}
	}
	return best
}

// Append writes the model behind data: the numbers of classes and rows; then, by ascending key, the
// distance to the key before, the number of weights that are not zero, and each as class and weight.
func (m *Model) Append(data []byte) []byte {
	data = binary.AppendUvarint(data, uint64(m.classes))
	data = binary.AppendUvarint(data, uint64(m.count))
	var last uint32
	for r, key := range m.keys {
		data = binary.AppendUvarint(data, uint64(key-last))
		last = key
		at := len(data)
		data = append(data, 0)
		row := m.rows[r*m.stride:][:m.stride]
		for c := range m.classes {
			if w := byte(row[c/8] >> (c % 8 * 8)); w != 0x80 {
				data = append(data, byte(c), w)
				data[at]++
			}
		}
	}
	return data
}

var errTruncated = errors.New("weights are truncated; make them again with the trainer")

// Decode reads what Append wrote and returns what follows it.
func Decode(data []byte) (*Model, []byte, error) {
	classes, n := binary.Uvarint(data)
	count, k := binary.Uvarint(data[max(n, 0):])
	if n <= 0 || k <= 0 || classes == 0 || classes > 256 || count > uint64(len(data)) {
		return nil, nil, errTruncated
	}
	data = data[n+k:]
	m := newModel(int(classes), int(count))
	m.rows = m.rows[:int(count)*m.stride]
	for i := range m.rows {
		m.rows[i] = middle
	}
	var key uint32
	for r := range int(count) {
		distance, n := binary.Uvarint(data)
		if n <= 0 || len(data) < n+1 || len(data) < n+1+2*int(data[n]) {
			return nil, nil, errTruncated
		}
		key += uint32(distance)
		m.insert(key)
		pairs := data[n+1:][:2*int(data[n])]
		row := m.rows[r*m.stride:][:m.stride]
		for ; len(pairs) > 1; pairs = pairs[2:] {
			if int(pairs[0]) >= m.classes {
				return nil, nil, errTruncated
			}
			shift := pairs[0] % 8 * 8
			row[pairs[0]/8] ^= uint64(0x80^pairs[1]) << shift
		}
		data = data[n+1+2*int(data[n]):]
	}
	return m, data, nil
}
