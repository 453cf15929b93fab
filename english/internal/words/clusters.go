package words

import (
	"encoding/binary"
	"errors"
	"slices"
)

// Clusters says which words are used alike, as learnt from raw text: each word is in one of many fine
// clusters, and each fine cluster in one of few coarse ones. It is not changed once made.
type Clusters struct {
	slots  []clusterSlot
	coarse []uint8 // by fine cluster; fine cluster 0 means unknown
	words  []uint32
	fine   []uint16
}

type clusterSlot struct {
	word uint32
	fine uint16
}

// NewClusters makes clusters from the hashes of folded words, each with its fine cluster from 1 on,
// and the coarse cluster of each fine one, the element 0 being for words that are not known.
func NewClusters(fine map[uint32]uint16, coarse []uint8) *Clusters {
	c := &Clusters{coarse: coarse}
	for word := range fine {
		c.words = append(c.words, word)
	}
	slices.Sort(c.words)
	for _, word := range c.words {
		c.fine = append(c.fine, fine[word])
	}
	c.index()
	return c
}

func (c *Clusters) index() {
	size := 16
	for size < 2*len(c.words) {
		size *= 2
	}
	c.slots = make([]clusterSlot, size)
	for i, word := range c.words {
		at := slotOf(word, size)
		for c.slots[at].fine != 0 {
			at = (at + 1) & (size - 1)
		}
		c.slots[at] = clusterSlot{word, c.fine[i]}
	}
}

func slotOf(word uint32, size int) int { return int(word*0x9E3779B1>>7) & (size - 1) }

// Of gives the fine and the coarse cluster of a folded word's hash, from 1 on; 0 means unknown.
func (c *Clusters) Of(word uint32) (fine, coarse uint32) {
	size := len(c.slots)
	for at := slotOf(word, size); c.slots[at].fine != 0; at = (at + 1) & (size - 1) {
		if c.slots[at].word == word {
			f := c.slots[at].fine
			return uint32(f), uint32(c.coarse[f])
		}
	}
	return 0, 0
}

// Append writes the clusters behind data.
func (c *Clusters) Append(data []byte) []byte {
	data = binary.AppendUvarint(data, uint64(len(c.coarse)))
	data = append(data, c.coarse...)
	data = binary.AppendUvarint(data, uint64(len(c.words)))
	var last uint32
	for i, word := range c.words {
		data = binary.AppendUvarint(data, uint64(word-last))
		data = binary.AppendUvarint(data, uint64(c.fine[i]))
		last = word
	}
	return data
}

var errTruncated = errors.New("the word clusters are truncated; make the weights again with the trainer")

// DecodeClusters reads what Append wrote and returns what follows it.
func DecodeClusters(data []byte) (*Clusters, []byte, error) {
	number := func() (uint64, bool) {
		v, n := binary.Uvarint(data)
		if n <= 0 {
			return 0, false
		}
		data = data[n:]
		return v, true
	}
	c := &Clusters{}
	n, ok := number()
	if !ok || n > uint64(len(data)) {
		return nil, nil, errTruncated
	}
	c.coarse, data = data[:n:n], data[n:]
	count, ok := number()
	if !ok || count > uint64(len(data)) {
		return nil, nil, errTruncated
	}
	c.words, c.fine = make([]uint32, 0, count), make([]uint16, 0, count)
	var word uint32
	for range count {
		distance, ok := number()
		fine, ok2 := number()
		if !ok || !ok2 || fine == 0 || fine >= uint64(len(c.coarse)) {
			return nil, nil, errTruncated
		}
		word += uint32(distance)
		c.words, c.fine = append(c.words, word), append(c.fine, uint16(fine))
	}
	c.index()
	return c, data, nil
}
