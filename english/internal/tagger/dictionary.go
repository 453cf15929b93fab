package tagger

import (
	"encoding/binary"
	"math/bits"
	"slices"

	"chancery/english/internal/words"
)

// Dictionary knows the classes of common words, by the hash of the folded word.
type Dictionary struct {
	slots   []dictionarySlot
	entries []dictionarySlot // by word
}

type dictionarySlot struct {
	word uint32
	sure bool // the word has one class, so often seen that nothing else need be asked
	set  uint64
}

// Count is how often each class was seen with a word.
type Count map[uint8]int

// The frequencies from which a word is known, and from which its only class is sure.
const (
	known = 4
	sure  = 40
)

// NewDictionary makes a dictionary from what was seen of each word's hash.
func NewDictionary(seen map[uint32]Count) *Dictionary {
	d := &Dictionary{}
	for word, classes := range seen {
		total, set := 0, uint64(0)
		for _, n := range classes {
			total += n
		}
		for class, n := range classes {
			if 200*n >= total { // less is most often a slip of the annotators
				set |= 1 << class
			}
		}
		if total >= known {
			only := len(classes) == 1 && total >= sure
			d.entries = append(d.entries, dictionarySlot{word, only, set})
		}
	}
	slices.SortFunc(d.entries, func(a, b dictionarySlot) int { return int(int64(a.word) - int64(b.word)) })
	d.index()
	return d
}

func (d *Dictionary) index() {
	size := 16
	for size < 2*len(d.entries) {
		size *= 2
	}
	d.slots = make([]dictionarySlot, size)
	for _, e := range d.entries {
		at := place(e.word, size)
		for d.slots[at].set != 0 {
			at = (at + 1) & (size - 1)
		}
		d.slots[at] = e
	}
}

func place(word uint32, size int) int { return int(word*0x9E3779B1>>5) & (size - 1) }

func (d *Dictionary) find(word uint32) dictionarySlot {
	size := len(d.slots)
	for at := place(word, size); d.slots[at].set != 0; at = (at + 1) & (size - 1) {
		if d.slots[at].word == word {
			return d.slots[at]
		}
	}
	return dictionarySlot{}
}

// Sure is the class of a word that never has another.
func (d *Dictionary) Sure(word uint32) (class uint8, ok bool) {
	e := d.find(word)
	return uint8(bits.TrailingZeros64(e.set) & 63), e.sure
}

// Possible writes each word's known classes into buffer, as a set of bits; 0 for an unknown word.
func (d *Dictionary) Possible(sentence []words.Word, buffer []uint64) []uint64 {
	buffer = buffer[:0]
	for i := range sentence {
		buffer = append(buffer, d.find(sentence[i].Lower).set)
	}
	return buffer
}

func (d *Dictionary) append(data []byte) []byte {
	data = binary.AppendUvarint(data, uint64(len(d.entries)))
	var last uint32
	for _, e := range d.entries {
		data = binary.AppendUvarint(data, uint64(e.word-last))
		last = e.word
		first := byte(bits.OnesCount64(e.set) << 1)
		if e.sure {
			first |= 1
		}
		data = append(data, first)
		for set := e.set; set != 0; set &= set - 1 {
			data = append(data, byte(bits.TrailingZeros64(set)))
		}
	}
	return data
}

func decodeDictionary(data []byte) (*Dictionary, []byte, error) {
	d := &Dictionary{}
	count, n := binary.Uvarint(data)
	if n <= 0 || count > uint64(len(data)) {
		return nil, nil, errTruncated
	}
	data = data[n:]
	d.entries = make([]dictionarySlot, 0, count)
	var word uint32
	for range count {
		distance, n := binary.Uvarint(data)
		if n <= 0 || len(data) < n+1 || len(data) < n+1+int(data[n]>>1) || data[n] < 2 {
			return nil, nil, errTruncated
		}
		word += uint32(distance)
		e := dictionarySlot{word: word, sure: data[n]&1 == 1}
		classes := data[n+1:][:data[n]>>1]
		for _, class := range classes {
			e.set |= 1 << (class & 63)
		}
		d.entries = append(d.entries, e)
		data = data[n+1+len(classes):]
	}
	d.index()
	return d, data, nil
}
