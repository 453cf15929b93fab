package english

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// tokenize appends the tokens between two bytes of the text, as the English treebanks of Universal
// Dependencies cut them: "do" "n't", "Laos" "'s", "65" "-" "year", but "non-aligned".
func tokenize(tokens []Token, text string, start, end int) []Token {
	t := tokenizer{text: text[:end], tokens: tokens}
	for i := start; i < end; {
		r, n := utf8.DecodeRuneInString(t.text[i:])
		if isSpace(r) {
			i += n
			continue
		}
		i = t.next(i, r, n)
	}
	return t.tokens
}

type tokenizer struct {
	text   string // up to the end of the stretch
	tokens []Token
}

func (t *tokenizer) emit(start, end int) int {
	t.tokens = append(t.tokens, Token{Start: start, End: end})
	return end
}

// next takes the token or tokens at i, where the rune r of n bytes stands, and returns where they end.
func (t *tokenizer) next(i int, r rune, n int) int {
	switch {
	case isLetter(r):
		if end := t.address(i); end > i {
			return t.emit(i, end)
		}
		return t.word(i)
	case unicode.IsDigit(r):
		return t.number(i)
	case r == '\'' || r == '’':
		if end := t.clitic(i, n); end > i {
			return t.emit(i, end)
		}
		end := t.letters(i + n)
		if end == i+n+len("80s") && t.digitAt(i+n) && t.text[end-1] == 's' {
			return t.emit(i, end) // the '80s
		}
		if end == i+n+len("em") && strings.EqualFold(t.text[i+n:end], "em") && (i == 0 || t.text[i-1] <= ' ') {
			return t.emit(i, end) // tell 'em
		}
	case r == '.' && t.digitAt(i+1) && !t.digitBefore(i):
		return t.number(i)
	case r == '#' && t.letterAt(i+n):
		return t.emit(i, t.letters(i+n))
	case r == ':' || r == ';' || r == '=':
		if end := t.face(i); end > i {
			return t.emit(i, end)
		}
	}
	return t.emit(i, t.marks(i, r, n))
}

// marks is the end of a mark: full stops, dashes and the like that stand in a row are one.
func (t *tokenizer) marks(i int, r rune, n int) int {
	end := i + n
	if !strings.ContainsRune(".-–—=*_~#!?`'<>+$", r) {
		return end
	}
	for end < len(t.text) {
		next, m := utf8.DecodeRuneInString(t.text[end:])
		both := (r == '!' || r == '?') && (next == '!' || next == '?')
		if next != r && !both {
			break
		}
		end += m
	}
	return end
}

// isLetter takes in the marks that are written over letters.
func isLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r|0x20 && r|0x20 <= 'z'
	}
	return unicode.IsLetter(r) || unicode.IsMark(r)
}

func (t *tokenizer) digitAt(i int) bool {
	return i < len(t.text) && '0' <= t.text[i] && t.text[i] <= '9'
}

func (t *tokenizer) digitBefore(i int) bool {
	return i > 0 && '0' <= t.text[i-1] && t.text[i-1] <= '9'
}

func (t *tokenizer) letterAt(i int) bool {
	if i >= len(t.text) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(t.text[i:])
	return isLetter(r)
}

// letters is the end of the letters and digits from i on.
func (t *tokenizer) letters(i int) int {
	for i < len(t.text) {
		r, n := utf8.DecodeRuneInString(t.text[i:])
		if !isLetter(r) && !unicode.IsDigit(r) && r != '_' {
			break
		}
		i += n
	}
	return i
}

// word takes what begins with a letter, up to the next hyphen, and returns where it ends.
func (t *tokenizer) word(i int) int {
	end := t.letters(i)
	for end < len(t.text) {
		r, n := utf8.DecodeRuneInString(t.text[end:])
		switch {
		case (r == '\'' || r == '’') && t.letterAt(end+n):
			if t.clitic(end, n) > end {
				return t.split(i, end)
			}
			if end-i > 2 && t.negation(end, n) {
				return t.split(i, t.letters(end+n))
			}
			end = t.letters(end + n) // O'Brien, Côte d'Ivoire
		case r == '&' && t.letterAt(end+n) && end-i <= 3: // AT&T
			end = t.letters(end + n)
		case r == '.':
			next := t.period(i, end)
			if next == end {
				return t.split(i, end)
			}
			end = next
		case (r == '-' || r == '‑' || r == '‐') && t.letterAt(end+n) && isPrefix(t.text[i:end]):
			end = t.letters(end + n)
		case r == '-' && end-i <= 2 && t.breaksOff(i, end+n): // "I w- want"
			return t.emit(i, end+n)
		case r == '/' && end-i == 1 && t.slashed(i, end):
			return t.emit(i, t.letters(end+n))
		case r == '$' && end-i <= 3 && strings.ToUpper(t.text[i:end]) == t.text[i:end]: // US$
			return t.emit(i, end+n)
		default:
			return t.split(i, end)
		}
	}
	return t.split(i, end)
}

// period decides whether the full stop at end belongs to the word from i on, and returns the end of
// the word with it, or end.
func (t *tokenizer) period(i, end int) int {
	word := t.text[i:end]
	dotted := strings.IndexByte(word, '.') >= 0
	piece := len(word) - strings.LastIndexByte(word, '.') - 1 // letters since the last full stop
	if t.letterAt(end + 1) {
		// "U.S" goes on; "concluded.Belarus" is two sentences that lack a space.
		if next := t.letters(end+1) - end - 1; next <= 2 && piece <= 2 {
			return end + 1 + next
		}
		return end
	}
	if dotted && piece > 0 && piece <= 2 || isAbbreviation(word) {
		if stops := t.marks(end, '.', 1) - end; stops > 2 { // "etc..." ends in an ellipsis, "Inc.." in its own stop and the sentence's
			return end
		}
		return end + 1
	}
	if end+1 < len(t.text) && t.text[end+1] == ',' && len(word) <= longestShortened {
		return end + 1 // a comma follows a full stop only where a word was shortened: "Stockton, Cal., in May"
	}
	if r, n := utf8.DecodeRuneInString(word); n == len(word) && unicode.IsUpper(r) && word != "I" && !t.lastOfText(end) {
		return end + 1 // an initial
	}
	return end
}

func (t *tokenizer) lastOfText(end int) bool { return end+1 >= len(t.text) }

// clitic is the end of "'s", "'ll" and their like at the apostrophe at i, or i.
func (t *tokenizer) clitic(i, n int) int {
	end := t.letters(i + n)
	switch strings.ToLower(t.text[i+n : end]) {
	case "s", "ll", "re", "ve", "d", "m":
		return end
	}
	return i
}

// negation reports whether the apostrophe at end is that of "n't".
func (t *tokenizer) negation(end, n int) bool {
	return t.text[end-1]|0x20 == 'n' && strings.EqualFold(t.text[end+n:t.letters(end+n)], "t")
}

// longestShortened is how many bytes a word may have that is taken for an abbreviation because of the
// comma behind its full stop.
const longestShortened = 6

// breaksOff reports whether a word of a letter or two from i on, with the hyphen that ends before
// next, is one that a speaker did not finish.
func (t *tokenizer) breaksOff(i, next int) bool {
	if i > 0 && t.text[i-1] > ' ' {
		return false
	}
	return next == len(t.text) || t.text[next] <= ' ' || strings.IndexByte(",.?", t.text[next]) >= 0
}

// slashed reports whether the small letter at i and the slash at the byte slash begin a word such as
// "w/o", "b/c" or "n/a", or are "w/" alone.
func (t *tokenizer) slashed(i, slash int) bool {
	if t.text[i] < 'a' || i > 0 && t.text[i-1] > ' ' {
		return false
	}
	end := t.letters(slash + 1)
	return end == slash+2 || t.text[i] == 'w' && end == slash+1
}

// face is the end of an emoticon at i, where its eyes are, or i.
func (t *tokenizer) face(i int) int {
	end := i + 1
	if end < len(t.text) && t.text[end] == '-' {
		end++
	}
	if end == len(t.text) {
		return i
	}
	mouth := t.text[end]
	end++
	if end < len(t.text) && (t.letterAt(end) || t.digitAt(end) || t.text[end] == mouth) {
		return i
	}
	switch mouth {
	case ')', '(':
		if t.text[i] != '=' && (end-i > 2 || mouth == ')' && !t.opened(i) || mouth == '(' && i > 0 && t.text[i-1] <= ' ') {
			return end
		}
	case 'D', 'P', 'p', '/':
		if t.text[i] == ':' && i > 0 && t.text[i-1] <= ' ' {
			return end
		}
	}
	return i
}

// opened reports whether a bracket is open at i that was opened not far before.
func (t *tokenizer) opened(i int) bool {
	const near = 200
	for k := i - 1; k >= max(0, i-near); k-- {
		switch t.text[k] {
		case '(':
			return true
		case ')', '\n':
			return false
		}
	}
	return false
}
