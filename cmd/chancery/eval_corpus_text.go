package main

import (
	"cmp"
	"fmt"
	"path/filepath"
	"strings"

	"chancery/corpus"
)

// corpus writes how the reports of a folder were read, and the first mistakes.
func (s *sheet) corpus(path string, result *corpus.Score, mistakes int, reader string) {
	s.line(phrase{strong, path}, phrase{plain, ": " + number(result.Reports, "report")}, phrase{faint, ", read by " + reader})
	for _, t := range result.Tables() {
		s.blank()
		s.table(t)
	}
	s.blank()
	s.paragraph("", "", phrase{plain, fmt.Sprintf("Statements that people ruled out: %d, and made all the same: %d.", result.RuledOut.Gold, result.RuledOut.Hits)})
	shown := result.Mistakes[:min(mistakes, len(result.Mistakes))]
	for _, m := range shown {
		s.blank()
		s.mistake(m)
	}
	if left := len(result.Mistakes) - len(shown); left > 0 && mistakes > 0 {
		s.blank()
		s.paragraph("", "", phrase{faint, number(left, "more mistake") + "; show them with --errors."})
	}
}

func (s *sheet) mistake(m corpus.Mistake) {
	what := "not written down"
	switch {
	case m.Claim == nil:
		what = "not read"
	case m.Expected != nil:
		what = "differs in " + strings.Join(m.Fields, ", ")
	}
	s.line(phrase{accent, filepath.Base(m.Report)}, phrase{plain, ": " + what})
	if m.Expected != nil {
		s.paragraph("  ", "  ", phrase{faint, "written: "}, phrase{plain, cmp.Or(m.Expected.String(), "nothing")})
	}
	if m.Claim != nil {
		s.paragraph("  ", "  ", phrase{faint, "read:    "}, phrase{plain, strings.ReplaceAll(corpus.Describe(*m.Claim), "\n  ", " · ")})
	}
}
