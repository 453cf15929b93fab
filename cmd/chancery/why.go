package main

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"chancery"
	"chancery/archive/sqlite"
	"chancery/query"
)

type whyCommand struct {
	ID string `arg:"" name:"sign" help:"The sign of an entry or a claim, as answers show it: its id, or the beginning of it."`
	pointOfView
	JSON bool `name:"json" help:"Print the explanation as JSON."`
}

func (whyCommand) Help() string {
	return `Shows every passage that an entry rests on, in its context, with the words that carry it marked, who says so,
and which rule read it.

Examples:
  chancery why 7c1f02aa           a sign from the end of a line
  chancery why 7c1f02aa --json`
}

func (c *whyCommand) Run(s *session) error {
	record, _, err := s.record(sqlite.ReadOnly())
	if err != nil {
		return err
	}
	x, err := record.Why(s.ctx, c.ID, c.at())
	if errors.Is(err, chancery.ErrNotFound) {
		if err := s.empty(record); err != nil {
			return err
		}
		return fmt.Errorf("no entry and no claim begins with %q; the signs stand at the end of the lines of brief, timeline and the others", c.ID)
	}
	if err != nil {
		return err
	}
	if c.JSON {
		return writeJSON(s.out, x)
	}
	out := newSheet(s.out)
	out.explanation(x)
	return out.err
}

func (s *sheet) explanation(x query.Explanation) {
	s.paragraph("", "", phrase{strong, x.Text})
	if e := x.Entry; e != nil {
		about := []string{string(e.Kind) + " " + e.ID, string(x.State)}
		if when := query.Period(e.When); when != "" {
			about = append(about, when)
		}
		if due := query.Period(e.Due); due != "" {
			about = append(about, "due "+due)
		}
		s.paragraph("", "", phrase{faint, strings.Join(about, ", ")})
	}
	for _, tension := range x.Tensions {
		s.paragraph("", "", phrase{warn, "But: "}, phrase{plain, tension})
	}
	for _, judgement := range x.Judgements {
		s.paragraph("", "", phrase{good, judgement})
	}
	if x.Register != "" {
		s.paragraph("", "", phrase{plain, "The register of actors says so too: " + x.Register})
	}
	for i, p := range x.Passages {
		s.blank()
		s.passage(i+1, p)
	}
}

// sides says how a passage bears on the entry.
var sides = map[string]string{"against": "Against it: ", "beside": "Beside it: "}

func (s *sheet) passage(number int, p query.Passage) {
	const indent = "     "
	origin := []string{cmp.Or(p.Publisher, "publisher not known"), cmp.Or(p.Published, "date not known")}
	if p.Title != "" {
		origin = append(origin, "“"+p.Title+"”")
	}
	s.paragraph(fmt.Sprintf("%3d. ", number), indent, phrase{warn, sides[p.Side]}, phrase{strong, strings.Join(origin, ", ")})
	if p.SameText != "" {
		s.paragraph(indent, indent, phrase{warn, "The same text as report " + short(p.SameText) + ": no second witness."})
	}
	for _, reason := range p.PublishedWhy {
		s.paragraph(indent, indent, phrase{faint, "dated: " + reason})
	}
	s.paragraph(indent+"| ", indent+"| ", phrase{plain, p.Before}, s.mark(p.Claim.Evidence.Text), phrase{plain, p.After})
	if p.AsRead != "" {
		s.paragraph(indent, indent, phrase{plain, "Read as: "}, phrase{faint, p.AsRead})
		s.paragraph(indent, indent, phrase{plain, "Corrected: "}, phrase{plain, p.Text})
	} else {
		s.paragraph(indent, indent, phrase{plain, "Read as: "}, phrase{plain, p.Text})
	}
	if p.Rejected {
		s.paragraph(indent, indent, phrase{warn, "Rejected: "}, phrase{plain, "nothing is concluded from it."})
	}
	if len(p.Speakers) > 0 && !slices.Equal(p.Speakers, []string{p.Publisher}) {
		s.paragraph(indent, indent, phrase{faint, "said by: " + strings.Join(p.Speakers, ", in ")})
	}
	c := p.Claim
	s.paragraph(indent, indent, phrase{faint, fmt.Sprintf("act %s, %s; rule %s; confidence %.2f", c.Act, c.Mood, c.Rule, c.Confidence)})
	s.paragraph(indent, indent, phrase{faint, fmt.Sprintf("claim %s, bytes %d to %d of report %s (%s)",
		short(c.ID), c.Evidence.Start, c.Evidence.End, short(c.Report), p.Name)})
}
