package network

import (
	"encoding/binary"
	"errors"
)

// Vocabulary numbers words from 1 on, by the hash of their folded form. It is not changed once made.
type Vocabulary struct {
	slots  []vocabularySlot
	hashes []uint32 // by number, less one
}

type vocabularySlot struct {
	hash   uint32
	number int32 // 0: empty
}

// NewVocabulary numbers words in the given order. Of two with one hash the first is known.
func NewVocabulary(hashes []uint32) *Vocabulary {
	v := &Vocabulary{hashes: hashes}
	size := 16
	for size < 2*len(hashes) {
		size *= 2
	}
	v.slots = make([]vocabularySlot, size)
	for i, h := range hashes {
		at := v.find(h)
		if v.slots[at].number == 0 {
			v.slots[at] = vocabularySlot{h, int32(i + 1)}
		}
	}
	return v
}

// Number gives the number of a word, or 0.
func (v *Vocabulary) Number(hash uint32) int32 { return v.slots[v.find(hash)].number }

// find gives the slot of a hash, or the empty slot where it would stand.
func (v *Vocabulary) find(hash uint32) int {
	mask := len(v.slots) - 1
	at := int(hash*0x9E3779B1>>8) & mask
	for v.slots[at].number != 0 && v.slots[at].hash != hash {
		at = (at + 1) & mask
	}
	return at
}

func (v *Vocabulary) appendTo(b []byte) []byte {
	b = binary.LittleEndian.AppendUint32(b, uint32(len(v.hashes)))
	for _, h := range v.hashes {
		b = binary.LittleEndian.AppendUint32(b, h)
	}
	return b
}

var errShort = errors.New("network: the weights end too early")

func decodeVocabulary(b []byte) (*Vocabulary, []byte, error) {
	if len(b) < 4 {
		return nil, nil, errShort
	}
	n := int(binary.LittleEndian.Uint32(b))
	b = b[4:]
	if n < 0 || len(b)/4 < n {
		return nil, nil, errShort
	}
	hashes := make([]uint32, n)
	for i := range hashes {
		hashes[i] = binary.LittleEndian.Uint32(b[4*i:])
	}
	return NewVocabulary(hashes), b[4*n:], nil
}
