// Package words turns a word into the numbers that the tagger and the parser look at: hashes of its
// form, its beginning and its end, its shape, and its clusters.
package words

import (
	"unicode"
	"unicode/utf8"
)

// Word is a word as the classifiers see it. Digits count as 0, and typographic quotation marks and
// apostrophes as their plain forms, so that rare writings share what was learnt of common ones.
type Word struct {
	Lower  uint32    // the word in lower case
	Form   uint32    // the word as written
	Prefix [3]uint32 // its first 1 to 3 letters
	Suffix [4]uint32 // its last 1 to 4 letters
	Shape  uint32
	Fine   uint32 // cluster among many, or 0
	Coarse uint32 // cluster among few, or 0
}

// The bits of a shape.
const (
	Capital   = 1 << iota // begins with a capital letter
	AllCaps               // more than one letter, all capitals
	Inner                 // a capital after a small letter
	Digit                 // has a digit
	NoLetter              // has no letter
	Hyphen                // has a hyphen inside
	Period                // has a full stop
	Single                // one letter
	Shouted               // the sentence is in capitals, so case says nothing
	FirstWord             // begins the sentence
)

const (
	fnvStart = 2166136261
	fnvPrime = 16777619
)

// Hash is the hash of a text as it stands.
func Hash(text string) uint32 {
	h := uint32(fnvStart)
	for i := range len(text) {
		h = (h ^ uint32(text[i])) * fnvPrime
	}
	return h
}

// Lower writes the folded form of a word behind buffer: lower case, digits as 0, plain marks.
func Lower(buffer []byte, word string) []byte {
	for i := 0; i < len(word); {
		c := word[i]
		if c < utf8.RuneSelf {
			switch {
			case 'A' <= c && c <= 'Z':
				c += 'a' - 'A'
			case '0' <= c && c <= '9':
				c = '0'
			}
			buffer = append(buffer, c)
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(word[i:])
		i += n
		switch r {
		case '“', '”', '„', '«', '»':
			buffer = append(buffer, '"')
		case '‘', '’', '‛', '´':
			buffer = append(buffer, '\'')
		case '‐', '‑':
			buffer = append(buffer, '-')
		default:
			buffer = utf8.AppendRune(buffer, unicode.ToLower(r))
		}
	}
	return buffer
}

// Of describes a word. The buffer is for use in between; the clusters may be nil. Shouted says that
// the word's sentence is written in capitals.
func Of(word string, shouted bool, clusters *Clusters, buffer *[]byte) Word {
	*buffer = Lower((*buffer)[:0], word)
	lower := *buffer
	var w Word
	h := uint32(fnvStart)
	for i, c := range lower {
		h = (h ^ uint32(c)) * fnvPrime
		if i < 3 {
			w.Prefix[i] = h + uint32(i)
		}
	}
	w.Lower = h
	h = fnvStart
	for i := range min(4, len(lower)) {
		h = (h ^ uint32(lower[len(lower)-1-i])) * fnvPrime
		w.Suffix[i] = h + uint32(i)
	}
	w.Shape = shape(word)
	if shouted && w.Shape&(Capital|AllCaps) != 0 {
		w.Shape = w.Shape&^(Capital|AllCaps|Inner) | Shouted
	}
	w.Form = w.Lower*31 + w.Shape&(Capital|AllCaps|Inner)
	if clusters != nil {
		w.Fine, w.Coarse = clusters.Of(w.Lower)
	}
	return w
}

func shape(word string) uint32 {
	var s uint32
	letters, capitals := 0, 0
	small := false
	for i, r := range word {
		switch {
		case unicode.IsUpper(r):
			if letters == 0 && i == 0 {
				s |= Capital
			}
			if small {
				s |= Inner
			}
			letters++
			capitals++
		case unicode.IsLetter(r):
			letters++
			small = true
		case unicode.IsDigit(r):
			s |= Digit
		case r == '-' && i > 0 && i < len(word)-1:
			s |= Hyphen
		case r == '.':
			s |= Period
		}
	}
	switch {
	case letters == 0:
		s |= NoLetter
	case letters == 1:
		s |= Single
	case capitals == letters:
		s |= AllCaps
	}
	return s
}

// IsShouted reports whether words that hold the given numbers of capitals and of letters are written
// in capitals throughout, as old wire copy and headlines are.
func IsShouted(capitals, letters int) bool { return letters >= 12 && 10*capitals >= 8*letters }

// CountCase counts a word's capitals and its letters.
func CountCase(word string) (capitals, letters int) {
	for _, r := range word {
		if unicode.IsLetter(r) {
			letters++
			if unicode.IsUpper(r) {
				capitals++
			}
		}
	}
	return capitals, letters
}
