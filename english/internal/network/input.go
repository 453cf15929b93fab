package network

import "chancery/english/internal/words"

// Input is a word as the network sees it: rows of its tables.
type Input struct {
	Word  int32     // of the vocabulary; 0 is every word that it lacks
	Affix [6]uint16 // of its last one to four and its first two and three letters
	Shape uint16    // how it is written, see words.Word
}

// How many rows the tables of affixes and of shapes have.
const (
	Affixes = 1 << 14
	Shapes  = 1 << 10
)

// InputOf describes a word. First says that it begins its sentence.
func InputOf(w *words.Word, first bool, v *Vocabulary) Input {
	in := Input{Word: v.Number(w.Lower), Shape: uint16(w.Shape & (Shapes - 1))}
	if first {
		in.Shape |= words.FirstWord
	}
	for i, h := range w.Suffix {
		in.Affix[i] = affix(h, i)
	}
	in.Affix[4] = affix(w.Prefix[1], 4)
	in.Affix[5] = affix(w.Prefix[2], 5)
	return in
}

// affix spreads hashes over the rows; each kind of affix has its own salt.
func affix(hash uint32, kind int) uint16 {
	h := (hash + uint32(kind)*0x51ED270B) * 0x9E3779B1
	return uint16(h >> 18 & (Affixes - 1))
}
