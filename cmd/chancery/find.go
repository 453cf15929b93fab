package main

import (
	"cmp"
	"errors"
	"fmt"
	"strings"

	"chancery"
	"chancery/query"
)

type searchCommand struct {
	Words   []string `arg:"" name:"words" help:"Words that the report has, all of them. Words in quotation marks stand together; a word that ends in * is a beginning."`
	Limit   int      `short:"n" default:"20" help:"Show so many reports at most; 0 shows all."`
	KnownOn day      `placeholder:"DATE" help:"Only reports published until that day."`
	JSON    bool     `name:"json" help:"Print the answer as JSON."`
}

func (searchCommand) Help() string {
	return `Examples:
  chancery search visa-free
  chancery search ratif* treaty               words that begin with "ratif", and "treaty"
  chancery search '"free trade"' --limit 5    the two words together`
}

func (c *searchCommand) Run(s *session) error {
	record, err := s.library()
	if err != nil {
		return err
	}
	hits, err := record.Search(s.ctx, strings.Join(c.Words, " "), query.At{KnownOn: c.KnownOn.Date}, c.Limit)
	if err != nil {
		return err
	}
	if len(hits) == 0 {
		if err := s.empty(record); err != nil {
			return err
		}
	}
	if c.JSON {
		return writeJSON(s.out, append([]chancery.Hit{}, hits...))
	}
	out := newSheet(s.out)
	if len(hits) == 0 {
		out.line(phrase{plain, "No report has all these words."})
	}
	for i, hit := range hits {
		if i > 0 {
			out.blank()
		}
		out.report(hit.Report)
		out.paragraph("          ", "          ", out.marked(hit.Snippet)...)
	}
	if c.Limit > 0 && len(hits) == c.Limit {
		out.blank()
		out.paragraph("", "", phrase{faint, "There may be more: --limit 0 shows all."})
	}
	return out.err
}

// marked sets what stands between « and » apart: in bold on a terminal, with the marks elsewhere.
func (s *sheet) marked(text string) []phrase {
	var phrases []phrase
	for text != "" {
		before, rest, found := strings.Cut(text, "«")
		phrases = append(phrases, phrase{plain, before})
		if !found {
			break
		}
		inside, after, _ := strings.Cut(rest, "»")
		phrases = append(phrases, s.mark(inside))
		text = after
	}
	return phrases
}

func (s *sheet) mark(text string) phrase {
	if s.colour {
		return phrase{warn, text}
	}
	return phrase{plain, "«" + text + "»"}
}

// report is a report in a line or two: the beginning of its id, then day, publisher and title.
func (s *sheet) report(r chancery.Report) {
	published := cmp.Or(query.Period(r.Published), "date not known")
	phrases := []phrase{{plain, published + ", " + cmp.Or(r.Publisher, "publisher not known")}}
	if r.Title != "" {
		phrases = append(phrases, phrase{plain, ", "}, phrase{strong, "“" + r.Title + "”"})
	}
	phrases = append(phrases, phrase{faint, " " + r.Name})
	s.paragraph(short(r.ID)+"  ", "          ", phrases...)
}

type reportsCommand struct {
	KnownOn day  `placeholder:"DATE" help:"Only reports published until that day."`
	JSON    bool `name:"json" help:"Print the list as JSON."`
}

func (reportsCommand) Help() string {
	return `Examples:
  chancery reports                          the newest first
  chancery reports --known-on 2025-12-31    those published by then
  chancery reports --json`
}

func (c *reportsCommand) Run(s *session) error {
	record, err := s.library()
	if err != nil {
		return err
	}
	reports, err := record.Reports(s.ctx, query.At{KnownOn: c.KnownOn.Date})
	if err != nil {
		return err
	}
	if len(reports) == 0 {
		if err := s.empty(record); err != nil {
			return err
		}
	}
	if c.JSON {
		return writeJSON(s.out, append([]chancery.Report{}, reports...))
	}
	out := newSheet(s.out)
	for _, r := range reports {
		out.report(r)
	}
	if len(reports) == 0 {
		out.line(phrase{plain, "No report had been published by then."})
	}
	return out.err
}

type forgetCommand struct {
	Report string `arg:"" help:"The report's id, or the beginning of it, as reports lists it."`
	JSON   bool   `name:"json" help:"Print the report that was taken out as JSON."`
}

func (forgetCommand) Help() string {
	return `Takes the report out of the archive, and all that rests on it alone. What other reports say too stays.
Reading the report again brings it back.

Examples:
  chancery reports           lists ids
  chancery forget 3f2a91c0`
}

func (c *forgetCommand) Run(s *session) error {
	record, _, err := s.record()
	if err != nil {
		return err
	}
	report, err := record.Forget(s.ctx, c.Report)
	if errors.Is(err, chancery.ErrNotFound) {
		return fmt.Errorf("no report begins with %q; chancery reports lists them", c.Report)
	}
	if err != nil {
		return err
	}
	if c.JSON {
		return writeJSON(s.out, report)
	}
	out := newSheet(s.out)
	out.line(phrase{plain, "Taken out, with all that rested on it alone:"})
	out.report(report)
	return out.err
}
