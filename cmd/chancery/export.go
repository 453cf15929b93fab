package main

import (
	"bufio"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"

	"chancery/archive/sqlite"
	"chancery/export"
	"chancery/query"
)

type exportCommand struct {
	Names  []string `arg:"" optional:"" name:"actor" help:"What concerns this state, association or person only; or both of these two."`
	Format string   `short:"f" required:"" enum:"jsonl,csv,plover,cameo,graphml,gexf,jsonld" help:"jsonl, csv, plover, cameo, graphml, gexf or jsonld."`
	Of     string   `enum:"claims,entries" default:"claims" help:"claims, what single reports say, or entries, what follows from them. For jsonl and csv."`
	All    bool     `help:"In event data (plover, cameo) also what is planned, wished, denied and the like, with its mood."`
	Since  day      `placeholder:"DATE" help:"What took place from that day on (2025-07-17); where a report gives no time, the report's day counts."`
	Until  day      `placeholder:"DATE" help:"What took place up to that day."`
	Out    string   `short:"o" placeholder:"FILE" help:"Write to this file, which is replaced once all is written."`
	pointOfView
}

func (exportCommand) Help() string {
	return `Examples:
  chancery export --format jsonl > claims.jsonl            every claim, a JSON object a line
  chancery export --format csv -o claims.csv               the same as a table
  chancery export --format csv --of entries SCO            what follows from them, with the passages
  chancery export --format cameo --since 2025-01-01 -o events.tsv
  chancery export --format plover Laos Belarus             events between two, as PLOVER records
  chancery export --format cameo --all                     also what did not happen, told by the column mood
  chancery export --format gexf -o network.gexf            who met, signed with, helped or clashed with whom, for Gephi
  chancery export --format jsonld Kenya                    entries as linked data (schema.org, PROV)
  chancery export --format jsonl --known-on 2025-06-30     by what had been published by then

Every row has the claim, the report, the publisher, who says so, the passage and its bytes in the report's text. What
people rejected is left out, and what they put right is written so. Event data holds only what occurred or is under
way, unless --all is given; what somebody says has only_said set.
In CSV a cell that a spreadsheet would take for a formula, beginning with = + - @, a tab or a carriage return, has an
apostrophe in front. In CAMEO rows \t, \n, \r and \\ stand for a tab, line breaks and a backslash; load
them into a database and not into a spreadsheet.
The network counts what took place by a report's own word, as the site's does; what is only said is not in it.
With --as-of, claims are those whose time had begun on that day, and entries stand as they stood then.`
}

// eventFormats hold what happened; tableFormats hold claims or entries.
var (
	eventFormats = []string{"plover", "cameo"}
	tableFormats = []string{"jsonl", "csv"}
)

// Validate is called by kong.
func (c *exportCommand) Validate() error {
	switch {
	case c.All && !slices.Contains(eventFormats, c.Format):
		return errors.New("--all is for plover and cameo; jsonl, csv and jsonld hold every mood anyway, and networks only what took place")
	case c.Of == "entries" && !slices.Contains(tableFormats, c.Format):
		return errors.New("--of entries is for jsonl and csv")
	case !c.Since.IsZero() && !c.Until.IsZero() && c.Until.Before(c.Since.Date):
		return errors.New("--until is before --since")
	}
	return nil
}

func (c *exportCommand) Run(s *session) error {
	record, names, err := s.record(sqlite.ReadOnly())
	if err != nil {
		return err
	}
	if err := s.empty(record); err != nil {
		return err
	}
	question := query.HoldingsQuestion{Since: c.Since.Date, Until: c.Until.Date}
	if question.A, question.B, err = names.pair(c.Names); err != nil {
		return err
	}
	write, err := c.content(s, record, question)
	if err != nil {
		return names.suggest(err)
	}
	if c.Out == "" {
		out := bufio.NewWriter(s.out)
		return errors.Join(write(out), out.Flush())
	}
	return writeFile(c.Out, write)
}

// content asks the record, and gives what writes the answer in the format.
func (c *exportCommand) content(s *session, record *query.Record, q query.HoldingsQuestion) (func(io.Writer) error, error) {
	if c.Of == "entries" {
		conclusions, err := record.Conclusions(s.ctx, q, c.at())
		write := export.EntryLines
		if c.Format == "csv" {
			write = export.EntryCSV
		}
		return func(w io.Writer) error { return write(w, conclusions) }, err
	}
	switch c.Format {
	case "jsonld":
		conclusions, err := record.Conclusions(s.ctx, q, c.at())
		return func(w io.Writer) error { return export.JSONLD(w, conclusions) }, err
	case "graphml", "gexf":
		web, err := c.web(s, record, q)
		write := export.GraphML
		if c.Format == "gexf" {
			write = export.GEXF
		}
		return func(w io.Writer) error { return write(w, web) }, err
	}
	holdings, err := record.Holdings(s.ctx, q, c.at())
	return func(w io.Writer) error {
		switch c.Format {
		case "csv":
			return export.CSV(w, holdings)
		case "plover":
			return export.Plover(w, export.Events(holdings, c.All))
		case "cameo":
			return export.Cameo(w, export.Events(holdings, c.All))
		}
		return export.JSONLines(w, holdings)
	}, err
}

// web is the network of everybody, of one actor with the others, or of two with each other.
func (c *exportCommand) web(s *session, record *query.Record, q query.HoldingsQuestion) (query.Web, error) {
	question := query.WebQuestion{Since: q.Since, Until: q.Until}
	var ids []string
	for _, name := range []string{q.A, q.B} {
		if name == "" {
			continue
		}
		actor, err := record.Actor(s.ctx, name)
		if err != nil {
			return query.Web{}, err
		}
		ids = append(ids, actor.ID)
	}
	if len(ids) > 0 {
		question.With = ids[0]
	}
	web, err := record.Web(s.ctx, question, c.at())
	if len(ids) > 1 {
		web.Relations = slices.DeleteFunc(web.Relations, func(r query.Relation) bool { return r.A != ids[1] && r.B != ids[1] })
		web.Actors = slices.DeleteFunc(web.Actors, func(a query.Presence) bool { return len(web.Relations) == 0 || !slices.Contains(ids, a.ID) })
		for i := range web.Actors {
			web.Actors[i].Entries = web.Relations[0].Total() // what passed with others is not meant
		}
	}
	return web, err
}

// writeFile puts a file in place only once all of it is written.
func writeFile(path string, write func(io.Writer) error) error {
	f, err := os.CreateTemp(filepath.Dir(path), ".chancery-*")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name()) // there no more where all went well
	out := bufio.NewWriter(f)
	if err := errors.Join(write(out), out.Flush(), f.Chmod(0o644), f.Close()); err != nil {
		return err
	}
	return os.Rename(f.Name(), path)
}
