package main

import (
	"io"
	"iter"
	"os"
	"strings"
	"unicode"

	"charm.land/lipgloss/v2"
	"golang.org/x/term"
)

// sheet is what text is written on: so wide, and with colour or without.
type sheet struct {
	out    io.Writer
	width  int
	colour bool
	err    error // the first error of out; what comes after it is not written
}

// Text is set between these widths. What is piped is always as wide as plainWidth, so that it is the
// same on every machine.
const (
	narrowest  = 60
	widest     = 100
	plainWidth = 80
)

// newSheet finds out what out can show. The convention of https://no-color.org is kept.
func newSheet(out io.Writer) *sheet {
	s := &sheet{out: out, width: plainWidth}
	f, ok := out.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return s
	}
	if columns, _, err := term.GetSize(int(f.Fd())); err == nil && columns > 0 {
		s.width = min(max(columns-1, narrowest), widest)
	}
	s.colour = os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
	return s
}

// style is how a run of words looks on a terminal. The colours are the first sixteen, which every
// terminal sets to suit its background.
type style struct {
	bold, faint bool
	colour      string
}

var (
	plain  = style{}
	strong = style{bold: true}
	faint  = style{faint: true}
	accent = style{bold: true, colour: "6"}
	warn   = style{bold: true, colour: "3"}
	good   = style{bold: true, colour: "2"}
	bad    = style{bold: true, colour: "1"}
)

func (s *sheet) render(look style, text string) string {
	if !s.colour || look == plain || text == "" {
		return text
	}
	st := lipgloss.NewStyle().Bold(look.bold).Faint(look.faint)
	if look.colour != "" {
		st = st.Foreground(lipgloss.Color(look.colour))
	}
	return st.Render(text)
}

// phrase is a stretch of words in one style.
type phrase struct {
	look style
	text string
}

func (s *sheet) write(text string) {
	if s.err == nil {
		_, s.err = io.WriteString(s.out, text)
	}
}

func (s *sheet) line(phrases ...phrase) { s.paragraph("", "", phrases...) }

func (s *sheet) blank() { s.write("\n") }

// paragraph sets the phrases between the margins: first stands before the first line, and rest before
// the others. Lines are broken where there is white space, and only there; phrases without any between
// them stay joined.
func (s *sheet) paragraph(first, rest string, phrases ...phrase) {
	var b strings.Builder
	b.WriteString(first)
	column, indent := lipgloss.Width(first), lipgloss.Width(rest)
	space := false
	for _, r := range phrases {
		for word, before := range words(harmless(r.text)) {
			space = space || before
			if word == "" {
				continue
			}
			width := lipgloss.Width(word)
			switch {
			case space && column+1+width > s.width && column > indent:
				b.WriteString("\n" + rest)
				column = indent
			case space:
				b.WriteByte(' ')
				column++
			}
			b.WriteString(s.render(r.look, word))
			column += width
			space = false
		}
	}
	b.WriteByte('\n')
	s.write(b.String())
}

// harmless drops what a text could play tricks with on a terminal: control codes, and marks that turn
// the direction of what follows. Reports come from anywhere.
func harmless(text string) string {
	return strings.Map(func(r rune) rune {
		turns := r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069'
		if turns || unicode.IsControl(r) && !unicode.IsSpace(r) {
			return -1
		}
		return r
	}, text)
}

// words goes through the words of a text and says of each whether white space stands before it. An
// empty word at the end stands for white space there.
func words(text string) iter.Seq2[string, bool] {
	return func(yield func(string, bool) bool) {
		trimmed := strings.TrimSpace(text)
		before := text != "" && !strings.HasPrefix(text, trimmed) || trimmed == "" && text != ""
		for _, word := range strings.Fields(trimmed) {
			if !yield(word, before) {
				return
			}
			before = true
		}
		if trimmed != "" && !strings.HasSuffix(text, trimmed) || trimmed == "" && text != "" {
			yield("", true)
		}
	}
}
