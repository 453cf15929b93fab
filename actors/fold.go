package actors

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// fold writes text in lower case and without diacritics, so that "Türkiye", "Turkiye" and "TÜRKIYE"
// are one word. It appends to buf and returns it.
func fold(buf []byte, text string) []byte {
	for i := 0; i < len(text); i++ {
		c := text[i]
		switch {
		case 'A' <= c && c <= 'Z':
			buf = append(buf, c+'a'-'A')
		case c == '.':
			// "U.S." is "US", "St." is "St".
		case c < utf8.RuneSelf:
			buf = append(buf, c)
		default:
			return foldRunes(buf, text[i:])
		}
	}
	return buf
}

// latin holds the letters that Unicode does not decompose and that names use.
var latin = map[rune]string{
	'ø': "o", 'đ': "d", 'ð': "d", 'ł': "l", 'ı': "i", 'ə': "e", 'æ': "ae", 'œ': "oe", 'ß': "ss",
	'þ': "th", 'ħ': "h", 'ŋ': "n", 'ơ': "o", 'ư': "u",
}

func foldRunes(buf []byte, text string) []byte {
	for _, r := range norm.NFKD.String(text) {
		r = unicode.ToLower(r)
		switch {
		case unicode.Is(unicode.Mn, r) || r == '.':
		case latin[r] != "":
			buf = append(buf, latin[r]...)
		default:
			buf = utf8.AppendRune(buf, r)
		}
	}
	return buf
}

// piece is a run of letters and digits, or a mark that keeps its neighbours apart. Names and texts
// are compared piece by piece, so that it does not matter whether a tokenizer leaves
// "Guinea-Bissau" whole or makes three tokens of it.
type piece struct{ start, end int }

// split cuts text into pieces and appends them. Hyphens, apostrophes and full stops inside names
// part pieces without being any.
func split(pieces []piece, text string) []piece {
	for i := 0; i < len(text); {
		r, n := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(text[i:])
		}
		switch {
		case isWordRune(r):
			start := i
			i = wordEnd(text, i)
			pieces = append(pieces, piece{start, i})
		case unicode.IsSpace(r) || strings.ContainsRune("-–'’‘ʻʼ`´.·", r):
			i += n
		default:
			pieces = append(pieces, piece{i, i + n})
			i += n
		}
	}
	return pieces
}

func isWordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
}

// wordEnd is where the run of letters and digits that begins at i ends. Full stops between single
// letters belong to it: "U.S.", "D.C.".
func wordEnd(text string, i int) int {
	letters := 0
	for i < len(text) {
		if c := text[i]; c != '.' && c < utf8.RuneSelf {
			if !isWordRune(rune(c)) {
				return i
			}
			letters++
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		switch {
		case isWordRune(r):
			letters++
		case r == '.' && letters == 1 && dotted(text, i):
			letters = 0
		default:
			return i
		}
		i += n
	}
	return i
}

// dotted reports whether the full stop at i stands after one letter of several: it is followed by
// another letter with its full stop, or follows one.
func dotted(text string, i int) bool {
	if i >= 3 && text[i-2] == '.' && isWordRune(rune(text[i-3])) {
		return true
	}
	return i+2 < len(text) && isWordRune(rune(text[i+1])) && text[i+2] == '.'
}

// foldName is the text as the register compares it: pieces, folded, one space between.
func foldName(text string) string {
	var buf []byte
	for _, p := range split(nil, text) {
		if len(buf) > 0 {
			buf = append(buf, ' ')
		}
		buf = fold(buf, text[p.start:p.end])
	}
	return string(buf)
}

// casing says how the letters of a piece of a name must be written in a text.
type casing uint8

const (
	anyCase    casing = iota // "of", "ministry": as you like
	capitalize               // "Laos": at least the first letter is a capital
	exactly                  // "US", "WHO", "AfCFTA": letter by letter, or all capitals
)

// casingOf reads the rule off the name as the register writes it.
func casingOf(s string) casing {
	letters, upper, first := 0, 0, false
	digits := false
	for i, r := range s {
		switch {
		case unicode.IsUpper(r):
			first = first || i == 0
			upper++
			letters++
		case unicode.IsLetter(r):
			letters++
		case unicode.IsDigit(r):
			digits = true
		}
	}
	switch {
	case upper == 0:
		return anyCase
	case first && upper == 1 && (letters > 1 || !digits):
		return capitalize
	}
	return exactly
}

// fits reports whether the piece of a text is written as the piece of a name wants it.
func (c casing) fits(text, name string) bool {
	switch c {
	case capitalize:
		r, _ := utf8.DecodeRuneInString(text)
		return unicode.IsUpper(r) || unicode.IsTitle(r)
	case exactly:
		return sameLetters(text, name) || !hasLower(text)
	}
	return true
}

// sameLetters compares without full stops.
func sameLetters(a, b string) bool {
	if a == b {
		return true
	}
	return strings.ReplaceAll(a, ".", "") == strings.ReplaceAll(b, ".", "")
}

func hasLower(s string) bool {
	for _, r := range s {
		if unicode.IsLower(r) {
			return true
		}
	}
	return false
}

// upperInitial reports whether the text begins with a capital letter.
func upperInitial(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r) || unicode.IsTitle(r)
}

// allUpper reports whether the text has letters and all are capitals.
func allUpper(s string) bool {
	letters := false
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		letters = letters || unicode.IsUpper(r)
	}
	return letters
}
