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
		if end := t.letters(i + n); end == i+n+len("80s") && t.digitAt(i+n) && t.text[end-1] == 's' {
			return t.emit(i, end) // the '80s
		}
	case r == '.' && t.digitAt(i+1) && !t.digitBefore(i):
		return t.number(i)
	}
	return t.emit(i, t.marks(i, r, n))
}

// marks is the end of a mark: full stops, dashes and the like that stand in a row are one.
func (t *tokenizer) marks(i int, r rune, n int) int {
	end := i + n
	if !strings.ContainsRune(".-–—=*_~#!?`'", r) {
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

// longestAddress is how many bytes a web address may have.
const longestAddress = 500

// address is the end of a web or mail address or a file name at i, or i.
func (t *tokenizer) address(i int) int {
	// A text may be megabytes without a space; addresses are not so long.
	end, limit := i, min(len(t.text), i+longestAddress)
	for end < limit && t.text[end] > ' ' && t.text[end] < utf8.RuneSelf && !strings.ContainsRune(`"<>()[]{}`, rune(t.text[end])) {
		end++
	}
	chunk := strings.TrimRight(t.text[i:end], ".,;:!?'*")
	lower := chunk
	if strings.HasPrefix(chunk, "W") || strings.HasPrefix(chunk, "H") {
		lower = strings.ToLower(chunk)
	}
	at := strings.IndexByte(chunk, '@')
	switch {
	case strings.HasPrefix(lower, "http://"), strings.HasPrefix(lower, "https://"), strings.HasPrefix(lower, "www."):
		return i + len(chunk)
	case at > 0 && strings.IndexByte(chunk[at:], '.') > 1:
		return i + len(chunk)
	}
	if dot := strings.LastIndexByte(chunk, '.'); dot > 1 && domains[chunk[dot+1:]] && isHost(chunk[:dot]) {
		return i + len(chunk)
	}
	return i
}

func isHost(s string) bool {
	for i := range len(s) {
		if c := s[i] | 0x20; (c < 'a' || c > 'z') && (s[i] < '0' || s[i] > '9') && s[i] != '-' && s[i] != '.' {
			return false
		}
	}
	return true
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
		if strings.HasPrefix(t.text[end:], "..") {
			return end
		}
		return end + 1
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

// split emits the word between two bytes, in two parts where it is a contraction.
func (t *tokenizer) split(start, end int) int {
	word := t.text[start:end]
	if len(word) > 16 { // no contraction is so long
		return t.emit(start, end)
	}
	at := 0
	switch n := len(word); {
	case strings.HasSuffix(word, "n't") || strings.HasSuffix(word, "N'T"):
		at = n - len("n't")
	case strings.HasSuffix(word, "n’t") || strings.HasSuffix(word, "N’T"):
		at = n - len("n’t")
	case n == 6 && strings.EqualFold(word, "cannot"):
		at = 3
	case n == 5 && (strings.EqualFold(word, "gonna") || strings.EqualFold(word, "gotta") || strings.EqualFold(word, "wanna")):
		at = 3
	}
	if at > 0 {
		t.emit(start, start+at)
	}
	return t.emit(start+at, end)
}

// number takes what begins with a digit and returns where it ends.
func (t *tokenizer) number(i int) int {
	end := i
	for end < len(t.text) {
		c := t.text[end]
		if '0' <= c && c <= '9' {
			end++
			continue
		}
		if (c == ',' || c == '.' || c == ':' || c == '/') && t.digitAt(end+1) {
			end++
			continue
		}
		if c == '-' && end-i == 4 && isISODate(t.text[i:]) {
			return t.emit(i, i+len("2006-01-02"))
		}
		break
	}
	if end == i { // a digit of another script
		return t.emit(i, max(t.letters(i), i+1))
	}
	if next := t.letters(end); next > end {
		switch strings.ToLower(t.text[end:next]) {
		case "am", "pm", "km", "m", "bn", "mn", "kg", "tn", "mw", "gw", "mph", "usd", "percent", "k":
			return t.emit(i, end)
		}
		return t.emit(i, next)
	}
	if n := t.clitic80s(end); n > end {
		return t.emit(i, n)
	}
	return t.emit(i, end)
}

// clitic80s is the end of "'s" after a decade, "80's", which is one word, or i.
func (t *tokenizer) clitic80s(i int) int {
	if i >= 2 && t.text[i-1] == '0' && strings.HasPrefix(t.text[i:], "'s") && !t.letterAt(i+2) && t.digitBefore(i-1) {
		return i + 2
	}
	return i
}

func isISODate(s string) bool {
	const form = "0000-00-00"
	if len(s) < len(form) || len(s) > len(form) && '0' <= s[len(form)] && s[len(form)] <= '9' {
		return false
	}
	for i := range len(form) {
		if digit := '0' <= s[i] && s[i] <= '9'; digit != (form[i] == '0') || !digit && s[i] != '-' {
			return false
		}
	}
	return true
}
