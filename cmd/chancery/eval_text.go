package main

import (
	"cmp"
	"fmt"
	"strings"

	"chancery/english/score"
)

// result writes what came of scoring one input.
func (s *sheet) result(r score.Result, reader string) {
	phrases := []phrase{{strong, r.Path}, {plain, ": " + string(r.Kind)}}
	if r.Files > 1 {
		phrases = append(phrases, phrase{plain, " in " + number(r.Files, "file")})
	}
	s.line(append(phrases, phrase{faint, ", read by " + reader})...)
	for _, t := range r.Tables {
		s.blank()
		s.table(t)
	}
	for _, kind := range r.Also {
		s.blank()
		s.paragraph("", "", phrase{faint, "It holds " + string(kind) + " as well, to be scored with --as " + string(kind) + "."})
	}
}

// table writes the rows of a table under each other, and the confusions below them.
func (s *sheet) table(t score.Table) {
	width := 24
	for _, row := range t.Rows {
		width = max(width, len(row.Name))
	}
	s.cells(accent, fmt.Sprintf("%-*s", width+2, strings.ToUpper(t.Title)))
	s.cells(faint, fmt.Sprintf(" %8s %10s %8s %8s %8s\n", "F1", "precision", "recall", "found", "gold"))
	for _, row := range t.Rows {
		s.cells(plain, fmt.Sprintf("  %-*s %8.2f %10.2f %8.2f %8d %8d\n", width, row.Name, row.F1(), row.Precision(), row.Recall(), row.Found, row.Gold))
	}
	if len(t.Confusions) == 0 {
		return
	}
	s.cells(faint, "  Most often confused (gold → found):\n")
	for _, c := range t.Confusions {
		s.cells(plain, fmt.Sprintf("  %6d  %s → %s\n", c.Count, cmp.Or(c.Gold, "nothing"), cmp.Or(c.Found, "nothing")))
	}
}

// cells writes text that is laid out already.
func (s *sheet) cells(look style, text string) {
	line, end := strings.CutSuffix(harmless(text), "\n")
	s.write(s.render(look, line))
	if end {
		s.blank()
	}
}
