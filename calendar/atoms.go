package calendar

import (
	"unicode"
	"unicode/utf8"
)

// atomKind sorts atoms.
type atomKind uint8

const (
	wordAtom    atomKind = iota
	numberAtom           // "17", "1,500"
	ordinalAtom          // "17th"
	decadeAtom           // "1990s"
	markAtom
)

// atom is the smallest piece that the grammar of dates works on: a run of letters, a number, a mark.
// Tokens are too coarse for it, and whether "2024-2027" or "three-day" is one token depends on who
// cut the text; atoms depend on the text alone.
type atom struct {
	start, end int32 // bytes of the text
	kind       atomKind
	mark       byte // marks: the ASCII mark, '-' for every dash, '\'' for every apostrophe, 0 for others
	capital    bool // begins with an upper-case letter
	upper      bool // has at least two letters, all upper case
	glued      bool // nothing stands between it and the atom before
	apart      bool // a blank line stands before it
	grouped    bool // a number written with separators or decimals: "1,500", "3.5"
	digits     int8
	value      int32
	lex        *lexeme
}

// cutAtoms cuts the text. Whatever is no letter, digit or space is a mark of its own.
func cutAtoms(text string) []atom {
	atoms := make([]atom, 0, len(text)/5+4)
	lines, spaced := 0, true
	for i := 0; i < len(text); {
		r, size := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[i:])
		}
		if isSpace(r) {
			if r == '\n' {
				lines++
			}
			spaced = true
			i += size
			continue
		}
		a := atom{start: int32(i), glued: !spaced && i > 0, apart: lines > 1}
		lines, spaced = 0, false
		switch {
		case r >= '0' && r <= '9':
			i = cutNumber(text, i, &a)
		case isLetter(r):
			i = cutWord(text, i, &a)
		default:
			a.kind, a.mark = markAtom, markOf(r)
			i += size
		}
		a.end = int32(i)
		atoms = append(atoms, a)
	}
	return atoms
}

func isSpace(r rune) bool {
	return r == ' ' || r == '\n' || r == '\t' || r == '\r' || (r >= utf8.RuneSelf && unicode.IsSpace(r))
}

func isLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return r|0x20 >= 'a' && r|0x20 <= 'z'
	}
	return unicode.IsLetter(r) || unicode.Is(unicode.Mn, r)
}

func markOf(r rune) byte {
	switch r {
	case '‐', '‑', '–', '—', '−':
		return '-'
	case '‘', '’', 'ʼ', '`':
		return '\''
	}
	if r < utf8.RuneSelf {
		return byte(r)
	}
	return 0
}

func cutWord(text string, i int, a *atom) int {
	var lower [16]byte
	n, allUpper, letters := 0, true, 0
	start := i
	for i < len(text) {
		r, size := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[i:])
		}
		if !isLetter(r) {
			break
		}
		up := r >= 'A' && r <= 'Z' || r >= utf8.RuneSelf && unicode.IsUpper(r)
		if i == start {
			a.capital = up
		}
		allUpper = allUpper && up
		if n < len(lower) {
			lower[n] = byte(r) | 0x20 // only ASCII words are looked up
			if r >= utf8.RuneSelf {
				lower[n] = 0
			}
		}
		n++
		letters++
		i += size
	}
	a.upper = allUpper && letters > 1
	if n <= len(lower) {
		a.lex = lexicon[string(lower[:n])]
	}
	return i
}

// cutNumber takes digits, with separators of thousands and decimals, and the ending that makes them
// an ordinal or a decade. A number too long to be anything of ours has the value -1.
func cutNumber(text string, i int, a *atom) int {
	a.kind = numberAtom
	start, value := i, 0
	for i < len(text) && isDigit(text[i]) {
		if value >= 0 {
			value = value*10 + int(text[i]-'0')
		}
		if value > 1e7 {
			value = -1
		}
		i++
	}
	a.digits = int8(min(i-start, 100))
	for i+3 < len(text)+0 && text[i] == ',' && i-start <= 3+8 && threeDigits(text, i+1) {
		if value >= 0 && value < 1e4 {
			value = value*1000 + int(text[i+1]-'0')*100 + int(text[i+2]-'0')*10 + int(text[i+3]-'0')
		} else {
			value = -1
		}
		a.grouped = true
		i += 4
	}
	a.value = int32(value)
	switch {
	case ending(text, i, "st"), ending(text, i, "nd"), ending(text, i, "rd"), ending(text, i, "th"):
		a.kind = ordinalAtom
		return i + 2
	case ending(text, i, "s") && a.digits >= 2:
		a.kind = decadeAtom
		return i + 1
	}
	return i
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

func threeDigits(text string, i int) bool {
	return i+3 <= len(text) && isDigit(text[i]) && isDigit(text[i+1]) && isDigit(text[i+2]) &&
		(i+3 == len(text) || !isDigit(text[i+3]))
}

// ending reports whether the letters stand at i, in either case, and no letter or digit after them.
func ending(text string, i int, letters string) bool {
	if i+len(letters) > len(text) {
		return false
	}
	for k := range len(letters) {
		if text[i+k]|0x20 != letters[k] {
			return false
		}
	}
	i += len(letters)
	if i == len(text) {
		return true
	}
	r, _ := utf8.DecodeRuneInString(text[i:])
	return !isLetter(r) && !isDigit(text[i])
}
