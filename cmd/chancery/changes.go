package main

import (
	"fmt"
	"slices"
	"strings"

	"chancery/archive/sqlite"
	"chancery/query"
)

type changesCommand struct {
	Names []string `arg:"" optional:"" name:"actor" help:"Of this state, association or person only; or between these two."`
	Since day      `required:"" placeholder:"DATE" help:"What became known from that day on (2025-07-17)."`
	pointOfView
	form
}

func (changesCommand) Help() string {
	return `Examples:
  chancery changes --since 2025-07-01               all that became known since then
  chancery changes Laos --since 2025-07-01          what concerns Laos
  chancery changes Laos Belarus --since 2025-07-01 --known-on 2025-07-31
  chancery changes --since 2025-07-01 --format html > morning.html

New is what no report had told before that day. What has moved on stands with the state that it had before: planned,
postponed, held, signed, ratified. Overdue is what fell due since and was not heard of. Contradicted is what no
longer goes together through what is new.`
}

// Validate is called by kong.
func (c *changesCommand) Validate() error {
	if !c.KnownOn.IsZero() && c.KnownOn.Before(c.Since.Date) {
		return fmt.Errorf("--known-on %s is before --since %s; nothing can have changed between", c.KnownOn.Date, c.Since.Date)
	}
	return nil
}

func (c *changesCommand) Run(s *session) error {
	record, names, err := s.record(sqlite.ReadOnly())
	if err != nil {
		return err
	}
	a, b, err := names.pair(c.Names)
	if err != nil {
		return err
	}
	found, err := record.Changes(s.ctx, a, b, c.Since.Date, c.at())
	if err != nil {
		return names.suggest(err)
	}
	if len(found.Sections) == 0 {
		if err := s.empty(record); err != nil {
			return err
		}
	}
	title := "Since " + query.Date(c.Since.Date)
	if len(c.Names) > 0 {
		title = strings.Join(slices.DeleteFunc([]string{a, b}, func(n string) bool { return n == "" }), " and ") + " since " + query.Date(c.Since.Date)
	}
	p := newPage(title, found.At, found.Sections, found.Sources)
	p.empty = "Nothing has changed on the record since " + query.Date(c.Since.Date) + "."
	return c.write(s, found, p)
}

type tensionsCommand struct {
	Names []string `arg:"" optional:"" name:"actor" help:"Of this state, association or person only; or between these two."`
	pointOfView
	form
}

func (tensionsCommand) Help() string {
	return `Examples:
  chancery tensions                          all, first what most publishers bear witness to
  chancery tensions Laos SCO                 what does not go together about the two
  chancery tensions --known-on 2025-12-31    by what had been published by then

Two dates for one signing, a member that wants to join, a visit that took place and was put off: both sides stay on
the record, and each stands here with its passages. Nothing is decided.`
}

func (c *tensionsCommand) Run(s *session) error {
	return answer(s, c.form, "Nothing on record contradicts anything else.", func(record *query.Record, names *register) (query.Answer, error) {
		a, b, err := names.pair(c.Names)
		if err != nil {
			return query.Answer{}, err
		}
		return record.Tensions(s.ctx, a, b, c.at())
	})
}
