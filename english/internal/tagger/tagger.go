// Package tagger gives every word of a sentence its part of speech: one class for the universal and
// the Penn tag together, chosen from left to right by an averaged perceptron.
package tagger

import (
	"encoding/binary"
	"errors"

	"chancery/english/internal/perceptron"
	"chancery/english/internal/words"
)

// MostClasses is how many classes there may be: a word's possible ones are a set of 64 bits.
const MostClasses = 64

// None stands for the tag before the sentence.
const None = 255

// Tagger is a learnt tagger. It is not changed once made.
type Tagger struct {
	Names []string // of the classes, as "VERB+VBD"
	Dict  *Dictionary
	Model *perceptron.Model
}

// Scratch is room that one goroutine needs to tag; the zero value is ready.
type Scratch struct {
	possible []uint64
	features []uint32
	lanes    []uint64
}

// Possible gives the classes that the dictionary knows for each word of the sentence tagged last, as
// sets of bits.
func (s *Scratch) Possible() []uint64 { return s.possible }

// Tag writes the class of each word into tags.
func (t *Tagger) Tag(sentence []words.Word, tags []uint8, s *Scratch) {
	if len(s.lanes) != t.Model.Lanes() {
		s.lanes = make([]uint64, t.Model.Lanes())
	}
	s.possible = t.Dict.Possible(sentence, s.possible)
	before, beforeThat := uint8(None), uint8(None)
	for i := range sentence {
		tag, sure := t.Dict.Sure(sentence[i].Lower)
		if !sure {
			s.features = Features(s.features[:0], sentence, s.possible, i, before, beforeThat)
			t.Model.Score(s.features, s.lanes)
			tag = uint8(t.Model.Best(s.lanes))
		}
		tags[i] = tag
		before, beforeThat = tag, before
	}
}

// Features lists what decides the class of word i, given the two classes before it and the classes
// that the dictionary knows for each word.
func Features(out []uint32, sentence []words.Word, possible []uint64, i int, before, beforeThat uint8) []uint32 {
	w := &sentence[i]
	p, q, n, m := at(sentence, i-1), at(sentence, i-2), at(sentence, i+1), at(sentence, i+2)
	t1, t2 := uint32(before), uint32(beforeThat)
	here, next, after := set(possible, i), set(possible, i+1), set(possible, i+2)
	shape := w.Shape
	if i == 0 {
		shape |= words.FirstWord
	}
	template := uint32(0)
	add := func(a, b, c uint32) {
		template++
		out = append(out, perceptron.Key(template, a, b, c))
	}
	add(w.Lower, 0, 0)
	add(w.Form, 0, 0)
	add(w.Suffix[0], 0, 0)
	add(w.Suffix[1], 0, 0)
	add(w.Suffix[2], 0, 0)
	add(w.Suffix[3], 0, 0)
	add(w.Prefix[0], 0, 0)
	add(w.Prefix[1], 0, 0)
	add(w.Prefix[2], 0, 0)
	add(shape, 0, 0)
	add(shape, w.Suffix[1], 0)
	add(shape, w.Suffix[2], 0)
	add(shape, t1, 0)
	add(shape, p.Shape, n.Shape)
	add(w.Fine, 0, 0)
	add(w.Fine, t1, 0)
	add(here, 0, 0)
	add(here, t1, 0)
	add(here, t1, next)
	add(here, t1, t2)
	add(here, next, after)
	add(t1, 0, 0)
	add(t1, t2, 0)
	add(t1, w.Lower, 0)
	add(t1, t2, w.Lower)
	add(t1, w.Suffix[2], 0)
	add(p.Lower, 0, 0)
	add(q.Lower, 0, 0)
	add(n.Lower, 0, 0)
	add(m.Lower, 0, 0)
	add(p.Lower, w.Lower, 0)
	add(w.Lower, n.Lower, 0)
	add(t1, n.Lower, 0)
	add(p.Lower, n.Lower, here)
	add(n.Suffix[1], 0, 0)
	add(n.Suffix[2], here, 0)
	add(p.Suffix[2], here, 0)
	add(n.Shape, shape, 0)
	add(p.Fine, here, 0)
	add(n.Fine, here, 0)
	add(p.Coarse, n.Coarse, here)
	add(n.Fine, m.Fine, 0)
	add(next, here, 0)
	add(t1, next, 0)
	add(t1, next, after)
	add(w.Fine, n.Fine, t1)
	return out
}

var nothing words.Word

func at(sentence []words.Word, i int) *words.Word {
	if i < 0 || i >= len(sentence) {
		return &nothing
	}
	return &sentence[i]
}

func set(possible []uint64, i int) uint32 {
	if i >= len(possible) {
		return 1
	}
	return uint32(possible[i]*0x9E3779B97F4A7C15>>32) | uint32(possible[i])
}

// Append writes the tagger behind data.
func (t *Tagger) Append(data []byte) []byte {
	data = binary.AppendUvarint(data, uint64(len(t.Names)))
	for _, name := range t.Names {
		data = binary.AppendUvarint(data, uint64(len(name)))
		data = append(data, name...)
	}
	return t.Model.Append(t.Dict.append(data))
}

var errTruncated = errors.New("the tagger's weights are truncated; make them again with the trainer")

// Decode reads what Append wrote and returns what follows it.
func Decode(data []byte) (*Tagger, []byte, error) {
	t := &Tagger{}
	count, n := binary.Uvarint(data)
	if n <= 0 || count > MostClasses {
		return nil, nil, errTruncated
	}
	data = data[n:]
	for range count {
		length, n := binary.Uvarint(data)
		if n <= 0 || length > uint64(len(data)-n) {
			return nil, nil, errTruncated
		}
		t.Names = append(t.Names, string(data[n:][:length]))
		data = data[n+int(length):]
	}
	var err error
	if t.Dict, data, err = decodeDictionary(data); err != nil {
		return nil, nil, err
	}
	if t.Model, data, err = perceptron.Decode(data); err != nil {
		return nil, nil, err
	}
	if t.Model.Classes() != len(t.Names) {
		return nil, nil, errTruncated
	}
	return t, data, nil
}
