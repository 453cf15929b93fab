package english

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Text that was broken into lines of equal length, as wire copy is, has most of its lines this long.
const (
	wrappedShortest = 50
	wrappedLongest  = 100
)

// line is a stretch of text between line breaks, without the spaces at its ends.
type line struct {
	start, end int
	indented   bool
}

func (l line) blank() bool { return l.start == l.end }

// paragraphs finds the stretches between blank lines. A single line break ends a paragraph too,
// unless the text is wrapped or the next line goes on in small letters.
func paragraphs(text string) []Paragraph {
	lines := splitLines(text)
	wrapped := isWrapped(lines)
	var out []Paragraph
	open := false // the last paragraph may go on
	for i, l := range lines {
		if l.blank() {
			open = false
			continue
		}
		if open && continues(text, lines[i-1], l, wrapped) {
			out[len(out)-1].End = l.end
		} else {
			out = append(out, Paragraph{l.start, l.end})
		}
		open = true
	}
	return out
}

// isWrapped reports whether most lines that another one follows directly have the length of wrapped
// lines.
func isWrapped(lines []line) bool {
	like, all := 0, 0
	for i := 0; i+1 < len(lines); i++ {
		if lines[i].blank() || lines[i+1].blank() {
			continue
		}
		all++
		if n := lines[i].end - lines[i].start; n >= wrappedShortest && n <= wrappedLongest {
			like++
		}
	}
	return all >= 3 && 3*like >= 2*all
}

// continues reports whether a line goes on with the sentence of the line before it.
func continues(text string, before, l line, wrapped bool) bool {
	last, _ := utf8.DecodeLastRuneInString(text[before.start:before.end])
	first, _ := utf8.DecodeRuneInString(text[l.start:l.end])
	if last == ';' || last == ':' || strings.ContainsRune("-–—•*·", first) {
		return false // an item of a list
	}
	if wrapped {
		return !l.indented && before.end-before.start >= wrappedShortest
	}
	return unicode.IsLower(first) && (unicode.IsLetter(last) || last == ',')
}

func splitLines(text string) []line {
	lines := make([]line, 0, strings.Count(text, "\n")+1)
	for start := 0; start < len(text); {
		end, next := len(text), len(text)
		if cut := strings.IndexAny(text[start:], "\n\r\u2028\u2029"); cut >= 0 {
			_, n := utf8.DecodeRuneInString(text[start+cut:])
			end, next = start+cut, start+cut+n
			if text[end] == '\r' && next < len(text) && text[next] == '\n' {
				next++
			}
		}
		lines = append(lines, trimLine(text, start, end))
		start = next
	}
	return lines
}

func trimLine(text string, start, end int) line {
	from := start
	for start < end {
		r, n := utf8.DecodeRuneInString(text[start:end])
		if !isSpace(r) {
			break
		}
		start += n
	}
	for end > start {
		r, n := utf8.DecodeLastRuneInString(text[start:end])
		if !isSpace(r) {
			break
		}
		end -= n
	}
	return line{start, end, start-from >= 2}
}
