package query

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// around gives what stands in the text before and after the bytes from start to end: the rest of
// their own sentence, and one sentence more each way within the paragraph. Both are cut at whole
// characters, so the three parts together are a passage of the text to the byte.
func around(text string, start, end int) (before, after string) {
	if start < 0 || end > len(text) || start > end {
		return "", ""
	}
	first := sentenceStart(text, start)
	if first > 0 && text[first-1] != '\n' {
		first = sentenceStart(text, first-1)
	}
	last := sentenceEnd(text, end)
	if last < len(text) && text[last] != '\n' {
		last = sentenceEnd(text, last+1)
	}
	before, after = text[first:start], text[end:last]
	return strings.TrimLeftFunc(before, unicode.IsSpace), strings.TrimRightFunc(after, unicode.IsSpace)
}

// sentenceStart is the byte after the last sentence end, or line break, that lies before at.
func sentenceStart(text string, at int) int {
	for i := at; i > 0; {
		r, size := utf8.DecodeLastRuneInString(text[:i])
		if r == '\n' || unicode.IsSpace(r) && endsSentence(text[:i-size]) {
			return i
		}
		i -= size
	}
	return 0
}

// sentenceEnd is the first byte after at that ends a sentence or a line.
func sentenceEnd(text string, at int) int {
	if at > 0 && endsSentence(text[:at]) && (at == len(text) || text[at] == ' ' || text[at] == '\n') {
		return at
	}
	for i := at; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if r == '\n' {
			return i
		}
		i += size
		if next, _ := utf8.DecodeRuneInString(text[i:]); endsSentence(text[:i]) && (i == len(text) || unicode.IsSpace(next)) {
			return i
		}
	}
	return len(text)
}

// endsSentence reports whether the text ends with a full stop, question or exclamation mark, closing
// quotation marks and brackets apart. A stop after one letter or a short title ends no sentence.
func endsSentence(text string) bool {
	text = strings.TrimRight(text, "\"'”’»)]")
	r, size := utf8.DecodeLastRuneInString(text)
	switch r {
	case '!', '?', '…':
		return true
	case '.':
		word := text[:len(text)-size]
		word = word[strings.LastIndexFunc(word, func(r rune) bool { return !unicode.IsLetter(r) })+1:]
		switch word {
		case "Mr", "Mrs", "Ms", "Dr", "St", "Gen", "Col", "Lt", "Sen", "Rep", "Prof", "No", "Nov", "Dec", "Jan", "Feb", "Aug", "Sept", "Oct":
			return false
		}
		return utf8.RuneCountInString(word) != 1 || !unicode.IsUpper([]rune(word)[0])
	}
	return false
}
