package english

import (
	"bytes"
	"encoding/binary"
	"errors"
	"slices"

	"chancery/english/internal/words"
)

// Lexicon knows the lemmas that no rule finds, and which words are lemmas. It is not changed once
// made; the trainer makes it from the treebanks.
type Lexicon struct {
	exceptions map[lemmaKey]string
	bases      []uint32 // hashes of lemmas, each with its class, ascending
}

// lemmaKey is a folded word and its Penn tag.
type lemmaKey struct{ word, tag uint32 }

// Example is a word with its tag and lemma, as a treebank has it.
type Example struct {
	Word  string
	Tag   Tag
	Lemma string
}

// NewLexicon learns from examples, which hold every word and tag once. What the rules get right by
// themselves is not kept.
func NewLexicon(examples []Example) *Lexicon {
	x := &Lexicon{exceptions: map[lemmaKey]string{}}
	for _, e := range examples {
		if c := classOf(e.Tag); c != 0 {
			x.bases = append(x.bases, baseKey([]byte(e.Lemma), c))
		}
	}
	slices.Sort(x.bases)
	x.bases = slices.Compact(x.bases)
	var buffer []byte
	for _, e := range examples {
		lower := words.Lower(nil, e.Word)
		if buffer = x.append(buffer[:0], lower, e.Tag); string(buffer) != e.Lemma {
			x.exceptions[lemmaKey{words.Hash(string(lower)), words.Hash(string(e.Tag))}] = e.Lemma
		}
	}
	return x
}

// classOf groups the tags whose words share lemmas: verbs, nouns, and adjectives with adverbs.
func classOf(t Tag) byte {
	if len(t) < 2 || t == "NNP" || t == "NNPS" {
		return 0
	}
	switch t[:2] {
	case "VB":
		return 'v'
	case "NN":
		return 'n'
	case "JJ", "RB":
		return 'a'
	}
	return 0
}

func baseKey(lemma []byte, class byte) uint32 {
	h := uint32(2166136261)
	for _, c := range lemma {
		h = (h ^ uint32(c)) * 16777619
	}
	return (h ^ uint32(class)) * 16777619
}

func (x *Lexicon) isBase(lemma []byte, class byte) bool {
	_, ok := slices.BinarySearch(x.bases, baseKey(lemma, class))
	return ok
}

// append writes the lemma of a folded word behind out.
func (x *Lexicon) append(out, lower []byte, tag Tag) []byte {
	var h uint32 = 2166136261
	for _, c := range lower {
		h = (h ^ uint32(c)) * 16777619
	}
	if lemma, ok := x.exceptions[lemmaKey{h, words.Hash(string(tag))}]; ok {
		return append(out, lemma...)
	}
	if tag == "VBD" || tag == "VBN" {
		if lemma, ok := irregular[string(lower)]; ok {
			return append(out, lemma...)
		}
	}
	switch tag {
	case "NNS":
		return x.plural(out, lower, 'n')
	case "VBZ":
		return x.plural(out, lower, 'v')
	case "VBD", "VBN":
		return x.strip(out, lower, "ed")
	case "VBG":
		return x.strip(out, lower, "ing")
	case "JJR", "RBR":
		return x.compare(out, lower, "er")
	case "JJS", "RBS":
		return x.compare(out, lower, "est")
	}
	return append(out, lower...)
}

// plural takes the "s" off a noun or a verb.
func (x *Lexicon) plural(out, w []byte, class byte) []byte {
	n := len(w)
	switch {
	case n < 4 || w[n-1] != 's' || w[n-2] == 's':
		if n == 3 && w[2] == 's' {
			return append(out, w[:2]...)
		}
		return append(out, w...)
	case bytes.HasSuffix(w, []byte("ies")) && n > 4:
		return append(append(out, w[:n-3]...), 'y')
	case bytes.HasSuffix(w, []byte("es")) && x.isBase(w[:n-1], class):
		return append(out, w[:n-1]...)
	case bytes.HasSuffix(w, []byte("es")) && x.isBase(w[:n-2], class):
		return append(out, w[:n-2]...)
	case endsIn(w, "sses", "xes", "shes", "ches", "zzes", "oes"):
		return append(out, w[:n-2]...)
	case class == 'n' && endsIn(w, "wives", "lives", "knives"):
		return append(append(out, w[:n-3]...), "fe"...)
	}
	return append(out, w[:n-1]...)
}

func endsIn(w []byte, ends ...string) bool {
	for _, e := range ends {
		if bytes.HasSuffix(w, []byte(e)) {
			return true
		}
	}
	return false
}

// strip takes "ed" or "ing" off a verb and finds the form before: "planned", "noted", "ratified".
func (x *Lexicon) strip(out, w []byte, ending string) []byte {
	n := len(w) - len(ending)
	if !bytes.HasSuffix(w, []byte(ending)) || n < 2 || !hasVowel(w[:n]) {
		return append(out, w...)
	}
	at := len(out)
	out = append(out, w[:n]...)
	stem := out[at:]
	if ending == "ed" && stem[n-1] == 'i' && n > 2 {
		out[len(out)-1] = 'y'
		return out
	}
	if doubled(stem) && x.isBase(stem[:n-1], 'v') {
		return out[:len(out)-1]
	}
	if x.isBase(stem, 'v') {
		return out
	}
	if out = append(out, 'e'); x.isBase(out[at:], 'v') {
		return out
	}
	out = out[:len(out)-1]
	switch {
	case doubled(stem) && !endsIn(stem, "ss", "ll", "ff", "zz"):
		return out[:len(out)-1]
	case wantsE(stem):
		return append(out, 'e')
	}
	return out
}

// compare takes "er" or "est" off an adjective or adverb.
func (x *Lexicon) compare(out, w []byte, ending string) []byte {
	n := len(w) - len(ending)
	if !bytes.HasSuffix(w, []byte(ending)) || n < 3 {
		return append(out, w...)
	}
	at := len(out)
	out = append(out, w[:n]...)
	stem := out[at:]
	switch {
	case stem[n-1] == 'i':
		out[len(out)-1] = 'y'
	case x.isBase(stem, 'a'):
	case doubled(stem) && stem[n-1] != 'l' && stem[n-1] != 's':
		return out[:len(out)-1]
	case endsIn(stem, "g", "c", "s", "v", "u") || x.isBase(append(out, 'e')[at:], 'a'):
		return append(out, 'e')
	}
	return out
}

func vowel(c byte) bool { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' }

func hasVowel(w []byte) bool {
	for _, c := range w {
		if vowel(c) || c == 'y' {
			return true
		}
	}
	return false
}

func doubled(w []byte) bool {
	n := len(w)
	return n > 2 && w[n-1] == w[n-2] && !vowel(w[n-1])
}

// wantsE guesses whether an unknown verb's stem has lost an "e": "announc", "not", "charg".
func wantsE(w []byte) bool {
	n := len(w)
	last, before := w[n-1], w[n-2]
	switch last {
	case 'c', 'v', 'u', 'z':
		return true
	case 's':
		return before != 's'
	case 'g':
		return before != 'n' || endsIn(w, "ang", "eng") && n > 4
	case 'l':
		return !vowel(before) && before != 'l' && before != 'r' && before != 'w'
	case 't':
		return endsIn(w, "at", "ut", "ot") && n > 3 && !vowel(w[n-3])
	case 'r':
		return endsIn(w, "ir", "ur", "or", "ar") && n > 2 && n <= 5 && !vowel(w[n-3]) || endsIn(w, "quir", "par", "clar", "stor", "lor", "nor")
	case 'n':
		return endsIn(w, "in") && n > 3 && !vowel(w[n-3]) && endsIn(w, "min", "bin", "fin", "lin")
	case 'd':
		return endsIn(w, "ud", "id", "ad", "od") && n > 3 && !vowel(w[n-3])
	case 'k', 'm', 'p':
		return vowel(before) && n > 2 && !vowel(w[n-3]) && n <= 5 || endsIn(w, "um") && n > 3
	}
	return false
}

// appendTo writes the lexicon behind data.
func (x *Lexicon) appendTo(data []byte) []byte {
	data = binary.AppendUvarint(data, uint64(len(x.bases)))
	var last uint32
	for _, b := range x.bases {
		data = binary.AppendUvarint(data, uint64(b-last))
		last = b
	}
	keys := make([]lemmaKey, 0, len(x.exceptions))
	for k := range x.exceptions {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b lemmaKey) int {
		if a.word != b.word {
			return int(int64(a.word) - int64(b.word))
		}
		return int(int64(a.tag) - int64(b.tag))
	})
	data = binary.AppendUvarint(data, uint64(len(keys)))
	for _, k := range keys {
		data = binary.LittleEndian.AppendUint32(data, k.word)
		data = binary.LittleEndian.AppendUint32(data, k.tag)
		data = append(data, byte(len(x.exceptions[k])))
		data = append(data, x.exceptions[k]...)
	}
	return data
}

var errLexicon = errors.New("the lexicon is truncated; make the weights again with the trainer")

// decodeLexicon reads what appendTo wrote and returns what follows it.
func decodeLexicon(data []byte) (*Lexicon, []byte, error) {
	count, n := binary.Uvarint(data)
	if n <= 0 || count > uint64(len(data)) {
		return nil, nil, errLexicon
	}
	data = data[n:]
	x := &Lexicon{bases: make([]uint32, 0, count)}
	var base uint32
	for range count {
		distance, n := binary.Uvarint(data)
		if n <= 0 {
			return nil, nil, errLexicon
		}
		base += uint32(distance)
		x.bases, data = append(x.bases, base), data[n:]
	}
	if count, n = binary.Uvarint(data); n <= 0 || count > uint64(len(data)) {
		return nil, nil, errLexicon
	}
	data = data[n:]
	x.exceptions = make(map[lemmaKey]string, count)
	for range count {
		if len(data) < 9 || len(data) < 9+int(data[8]) {
			return nil, nil, errLexicon
		}
		key := lemmaKey{binary.LittleEndian.Uint32(data), binary.LittleEndian.Uint32(data[4:])}
		x.exceptions[key] = string(data[9:][:data[8]])
		data = data[9+int(data[8]):]
	}
	return x, data, nil
}
