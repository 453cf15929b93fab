package press

import (
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// Bounds for telling lines that were broken to fit a screen from lines that are meant.
const (
	narrowestWrap = 45  // characters; nobody wraps prose more narrowly, verse and lists do
	widestWrap    = 100 // a line longer than this was not wrapped for a screen or a telex
	raggedness    = 10  // how much shorter than it could be a wrapped line may end
	indentation   = 2   // spaces that begin a paragraph in wire copy
)

var bullet = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^(?:[-*+•·▪◦‣●■] +)+`) })

// line is one line of a text on its way into a paragraph.
type line struct {
	text   string // without the spaces around it, inner runs of spaces folded
	indent int
	width  int // characters, with the indent
	item   int // column of the text of a list item, 0 for other lines
}

// joinLines puts every paragraph on one line, where lines are clearly broken, and parts paragraphs
// by one blank line.
func joinLines(text string) string {
	lines := measureLines(text)
	widths := wrapWidths(lines)
	var out strings.Builder
	out.Grow(len(text))
	item, gap := 0, 0 // column of the open list item; line breaks owed before the next text
	for i, l := range lines {
		wrap := widths[i]
		if l.text == "" {
			gap = 2
			item = 0
			continue
		}
		switch {
		case out.Len() == 0:
		case gap == 2:
			out.WriteString("\n\n")
		case l.item == 0 && item > 0 && l.indent >= item-1 || l.item == 0 && continues(lines[i-1], l, wrap):
			if !strings.HasSuffix(lines[i-1].text, "-") || strings.HasSuffix(lines[i-1].text, " -") ||
				strings.HasSuffix(lines[i-1].text, "--") || !startsWithLetter(l.text) {
				out.WriteByte(' ')
			}
		case l.item == 0 && item == 0 && l.indent >= lines[i-1].indent+indentation && wrap > 0:
			out.WriteString("\n\n")
			item = 0
		default:
			out.WriteByte('\n')
			item = 0
		}
		if l.item > 0 {
			item = l.item
		}
		gap = 1
		out.WriteString(l.text)
	}
	return out.String()
}

func startsWithLetter(s string) bool {
	return s != "" && (s[0] >= 'a' && s[0] <= 'z' || s[0] >= 'A' && s[0] <= 'Z')
}

func measureLines(text string) []line {
	lines := make([]line, 0, strings.Count(text, "\n")+1)
	// A list item may begin the text, follow a blank line, an item, or the end of a sentence. One that
	// Pandoc set, with several spaces after the mark, may stand anywhere.
	listOpen := true
	for raw := range strings.SplitSeq(text, "\n") {
		body := strings.TrimLeft(raw, " ")
		l := line{indent: len(raw) - len(body)}
		if isRule(strings.TrimRight(body, " ")) {
			body = ""
		}
		if mark := bullet().FindString(body); mark != "" && (listOpen || strings.HasSuffix(mark, "  ")) {
			body = body[len(mark):]
			l.item = l.indent + utf8.RuneCountInString(mark)
		}
		l.text = foldSpaces(body)
		l.width = l.indent + utf8.RuneCountInString(l.text)
		lines = append(lines, l)
		listOpen = l.text == "" || l.item > 0 || strings.HasSuffix(l.text, ":") || strings.HasSuffix(l.text, ";") || endsSentence(l.text) ||
			listOpen && l.indent > 1
	}
	return lines
}

// foldSpaces makes one space of every run and drops those at the end.
func foldSpaces(s string) string {
	s = strings.TrimRight(s, " ")
	if !strings.Contains(s, "  ") {
		return s
	}
	out := make([]byte, 0, len(s))
	for i := range len(s) {
		if s[i] != ' ' || i > 0 && s[i-1] != ' ' {
			out = append(out, s[i])
		}
	}
	return string(out)
}

// wrapWidths gives, for every line, the width at which it and its neighbours were wrapped, or 0 where
// they were not. A text is wrapped as a whole or not; in one that is not, a block of lines may be,
// such as an item pasted from elsewhere.
func wrapWidths(lines []line) []int {
	widths := make([]int, len(lines))
	if width := wrapWidth(lines); width > 0 {
		for i := range widths {
			widths[i] = width
		}
		return widths
	}
	for start := 0; start < len(lines); {
		end := start + 1
		for end < len(lines) && lines[end].text != "" && lines[end-1].text != "" && lines[end].item == 0 && lines[end].indent == lines[start].indent {
			end++
		}
		if end-start > 2 {
			width := wrapWidth(lines[start:end])
			for i := start + 1; i < end; i++ {
				widths[i] = width
			}
		}
		start = end
	}
	return widths
}

// wrapWidth is the width at which the lines were wrapped, or 0 where they were not. Lines were
// wrapped when nearly every break is where a program that fills lines would have put it, because
// the next word would not have fitted, and when many go on in lower case.
func wrapWidth(lines []line) int {
	width, long, lower := 0, 0, false
	for _, l := range lines {
		if l.width > widestWrap {
			long++
		} else {
			width = max(width, l.width)
		}
		lower = lower || strings.ContainsFunc(l.text, unicode.IsLower)
	}
	if width < narrowestWrap || long*50 > len(lines) {
		return 0
	}
	breaks, filled, goesOn := 0, 0, 0
	for i := 1; i < len(lines); i++ {
		a, b := lines[i-1], lines[i]
		if a.text == "" || b.text == "" || b.item > 0 || b.indent >= a.indent+indentation {
			continue
		}
		breaks++
		if continues(a, b, width) {
			filled++
		}
		if first, _ := utf8.DecodeRuneInString(b.text); unicode.IsLower(first) {
			goesOn++
		}
	}
	if breaks < 2 || filled*100 < breaks*80 || lower && goesOn*3 < breaks {
		return 0
	}
	return width
}

// continues reports whether b is the rest of a paragraph that a breaks off.
func continues(a, b line, wrap int) bool {
	if wrap == 0 || a.text == "" || a.width > widestWrap || b.indent >= a.indent+indentation && a.item == 0 {
		return false
	}
	first, _, _ := strings.Cut(b.text, " ")
	return a.width+1+utf8.RuneCountInString(first) > wrap-raggedness
}
