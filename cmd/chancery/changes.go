package main

import (
	"fmt"

	"chancery/archive/sqlite"
	"chancery/query"
)

type changesCommand struct {
	Names []string `arg:"" optional:"" name:"actor" help:"Only what concerns this state, association or person; or one of several. Names of several words stand in quotation marks."`
	Since day      `placeholder:"DATE" help:"The first day (2025-07-17). Without it: a week before the newest report."`
	Until day      `placeholder:"DATE" aliases:"known-on" help:"The last day. Without it: today."`
	form
}

func (changesCommand) Help() string {
	return `Compares the record as it was known before the first day with that of the last: what is contradicted or overdue now,
what moved on (planned, then postponed; signed, then ratified), what is new, and what was judged.

Examples:
  chancery changes                                    the last week
  chancery changes --since 2025-07-17
  chancery changes --since 2025-07-01 --until 2025-07-31 Laos "South Korea" SCO
  chancery changes --since 2025-07-17 --format html > morning.html`
}

// Validate is called by kong.
func (c *changesCommand) Validate() error {
	if !c.Until.IsZero() && c.Until.Before(c.Since.Date) {
		return fmt.Errorf("--until %s is before --since %s; nothing can have changed between", c.Until.Date, c.Since.Date)
	}
	return nil
}

func (c *changesCommand) Run(s *session) error {
	record, names, err := s.record(sqlite.ReadOnly())
	if err != nil {
		return err
	}
	subjects, err := s.subjects(record, names, c.Names)
	if err != nil {
		return err
	}
	found, err := record.Changes(s.ctx, subjects, c.Since.Date, c.Until.Date)
	if err != nil {
		return err
	}
	if len(found.Sections) == 0 {
		if err := s.empty(record); err != nil {
			return err
		}
	}
	days := "from " + query.Date(found.Since) + " to " + query.Date(found.Until)
	p := newPage("What became known "+days, query.At{}, found.Sections, found.Sources)
	p.empty = "Nothing became known " + days + "."
	return c.write(s, found, p)
}

type tensionsCommand struct {
	Names []string `arg:"" optional:"" name:"actor" help:"Only what concerns this state, association or person; or one of several. Names of several words stand in quotation marks."`
	pointOfView
	form
}

func (tensionsCommand) Help() string {
	return `Lists what cannot all be so as it stands. First comes what both sides have good voices for, and of that what was said
last. The passages of the other side stand behind "against it". Nothing is decided by it: see chancery review.

Examples:
  chancery tensions
  chancery tensions Laos SCO
  chancery tensions --known-on 2025-06-30`
}

func (c *tensionsCommand) Run(s *session) error {
	return answer(s, c.form, "Nothing on record contradicts anything else.", func(record *query.Record, names *register) (query.Answer, error) {
		subjects, err := s.subjects(record, names, c.Names)
		if err != nil {
			return query.Answer{}, err
		}
		return record.Tensions(s.ctx, subjects, c.at())
	})
}

// subjects finds the actors that the words stand for, each by itself.
func (s *session) subjects(record *query.Record, names *register, words []string) ([]query.ActorChoice, error) {
	var subjects []query.ActorChoice
	for _, name := range words {
		actor, err := record.Actor(s.ctx, name)
		if err != nil {
			return nil, names.suggest(err)
		}
		subjects = append(subjects, actor)
	}
	return subjects, nil
}
