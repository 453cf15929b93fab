package main

import (
	"slices"
	"strings"

	"chancery/archive/sqlite"
	"chancery/query"
)

// answer asks the record and lays the answer out; empty is what to say where there is nothing.
func answer(s *session, f form, empty string, ask func(*query.Record, *register) (query.Answer, error)) error {
	return answerAs(s, f, func(a query.Answer) page { return answerPage(a, empty) }, ask)
}

func answerAs(s *session, f form, layout func(query.Answer) page, ask func(*query.Record, *register) (query.Answer, error)) error {
	record, names, err := s.record(sqlite.ReadOnly())
	if err != nil {
		return err
	}
	found, err := ask(record, names)
	if err != nil {
		return names.suggest(err)
	}
	if len(found.Lines) == 0 {
		if err := s.empty(record); err != nil {
			return err
		}
	}
	return f.write(s, found, layout(found))
}

type briefCommand struct {
	Names []string `arg:"" name:"actor" help:"A state, an association or a person, by name or code; or two of them."`
	pointOfView
	form
}

func (briefCommand) Help() string {
	return `Examples:
  chancery brief Laos                            all that the record holds about Laos
  chancery brief "Lao PDR" Belarus               what concerns both
  chancery brief LAO SCO --as-of 2025-06-30      how things stood on that day
  chancery brief Laos --known-on 2025-06-30      by what had been published by then
  chancery brief Laos --format html > laos.html  one page, to print or to send`
}

func (c *briefCommand) Run(s *session) error {
	record, names, err := s.record(sqlite.ReadOnly())
	if err != nil {
		return err
	}
	a, b, err := names.pair(c.Names)
	if err != nil {
		return err
	}
	dossier, err := record.Brief(s.ctx, a, b, c.at())
	if err != nil {
		return names.suggest(err)
	}
	if len(dossier.Sections) == 0 {
		if err := s.empty(record); err != nil {
			return err
		}
	}
	title := called(dossier.Subjects[0])
	if len(dossier.Subjects) > 1 {
		title += " and " + called(dossier.Subjects[1])
	}
	page := newPage(title, dossier.At, query.ToldOnce(dossier.Sections), dossier.Sources)
	if len(dossier.Sections) == 0 {
		page.empty = "Nothing is on record about " + title + ". What has been read: chancery reports"
	}
	return c.write(s, dossier, page)
}

// called is what people call the actor: the person, where one is meant.
func called(c query.ActorChoice) string {
	if c.Person != "" {
		return c.Person + " (" + c.Name + ")"
	}
	return c.Name
}

type timelineCommand struct {
	Names []string `arg:"" optional:"" name:"actor" help:"Of this state, association or person only; or between these two."`
	Since day      `placeholder:"DATE" help:"From that day on (2025-07-17)."`
	Until day      `placeholder:"DATE" help:"Up to that day."`
	pointOfView
	form
}

func (timelineCommand) Help() string {
	return `Examples:
  chancery timeline                                       all that the record dates
  chancery timeline Laos                                  what concerns Laos
  chancery timeline Laos Belarus --since 2024-01-01       between two, from that day on
  chancery timeline SCO --since 2024-01-01 --until 2024-12-31`
}

func (c *timelineCommand) Run(s *session) error {
	return answer(s, c.form, "Nothing with a date is on record.", func(record *query.Record, names *register) (query.Answer, error) {
		a, b, err := names.pair(c.Names)
		if err != nil {
			return query.Answer{}, err
		}
		found, err := record.Timeline(s.ctx, a, b, c.at())
		found.Lines = slices.DeleteFunc(found.Lines, func(l query.Line) bool { return !c.within(l) })
		return found, err
	})
}

// within reports whether the line's time touches the stretch that was asked for.
func (c *timelineCommand) within(l query.Line) bool {
	if c.Since.IsZero() && c.Until.IsZero() {
		return true
	}
	asked := l.Period
	asked.Start, asked.End = c.Since.Date, c.Until.Date
	return asked.Overlaps(l.Period)
}

type standingCommand struct {
	Name []string `arg:"" name:"actor" help:"An association: who stands where in it. Or another actor: where it stands."`
	pointOfView
	form
}

func (standingCommand) Help() string {
	return `Examples:
  chancery standing SCO                          members, partners, applicants
  chancery standing Laos                         where Laos stands
  chancery standing SCO --as-of 2016-06-30       how it stood on that day
  chancery standing SCO --known-on 2025-01-01    by what had been published by then`
}

func (c *standingCommand) Run(s *session) error {
	layout := func(a query.Answer) page { return standingPage(a, "No standing is on record.") }
	return answerAs(s, c.form, layout, func(record *query.Record, names *register) (query.Answer, error) {
		return record.Standings(s.ctx, strings.Join(c.Name, " "), c.at())
	})
}

type agreementsCommand struct {
	Names []string `arg:"" optional:"" name:"actor" help:"Of this actor only, or between these two."`
	pointOfView
	form
}

func (agreementsCommand) Help() string {
	return `Examples:
  chancery agreements                            all
  chancery agreements Laos Belarus               between the two
  chancery agreements Laos --as-of 2024-12-31    how far each had come by then`
}

func (c *agreementsCommand) Run(s *session) error {
	return answer(s, c.form, "No agreement is on record.", func(record *query.Record, names *register) (query.Answer, error) {
		a, b, err := names.pair(c.Names)
		if err != nil {
			return query.Answer{}, err
		}
		return record.Agreements(s.ctx, a, b, c.at())
	})
}

type commitmentsCommand struct {
	Names []string `arg:"" optional:"" name:"actor" help:"Of or towards this actor only, or between these two."`
	Open  bool     `help:"Only those that still wait to be kept."`
	pointOfView
	form
}

func (commitmentsCommand) Help() string {
	return `Examples:
  chancery commitments --open                    all that still waits to be done
  chancery commitments Laos                      what Laos undertook, and what was promised to it
  chancery commitments Laos Belarus --open --as-of 2025-12-31`
}

func (c *commitmentsCommand) Run(s *session) error {
	empty := "No commitment is on record."
	if c.Open {
		empty = "No open commitment is on record."
	}
	return answer(s, c.form, empty, func(record *query.Record, names *register) (query.Answer, error) {
		a, b, err := names.pair(c.Names)
		if err != nil {
			return query.Answer{}, err
		}
		return record.Commitments(s.ctx, a, b, c.Open, c.at())
	})
}
