package main

import (
	"encoding/json"
	"fmt"
	"io"

	"chancery"
	"chancery/query"
)

// day is a date on the command line.
type day struct{ chancery.Date }

// UnmarshalText reads the ISO form, and says it in words that people who do not program know.
func (d *day) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*d = day{}
		return nil
	}
	date, err := chancery.ParseDate(string(text))
	if err != nil {
		return fmt.Errorf("%q is not a day; write year, month and day as in 2025-07-17", text)
	}
	d.Date = date
	return nil
}

// pointOfView is when a question is asked from.
type pointOfView struct {
	AsOf    day `placeholder:"DATE" help:"How things stood on that day (2025-07-17)."`
	KnownOn day `placeholder:"DATE" help:"By what had been published until that day."`
}

func (p pointOfView) at() query.At { return query.At{AsOf: p.AsOf.Date, KnownOn: p.KnownOn.Date} }

// form is how an answer is written.
type form struct {
	Format string `enum:"text,markdown,html" default:"text" help:"text, markdown or html (one page that needs no other file)."`
	JSON   bool   `name:"json" help:"Print the answer as JSON."`
}

// write lays the page out, or gives the answer behind it as JSON.
func (f form) write(s *session, answer any, p page) error {
	switch {
	case f.JSON:
		return writeJSON(s.out, answer)
	case f.Format == "markdown":
		return writeMarkdown(s.out, p)
	case f.Format == "html":
		return writeHTML(s.out, p)
	}
	return writeText(newSheet(s.out), p)
}

// writeJSON prints one value, indented for people to read.
func writeJSON(w io.Writer, value any) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(value)
}

// short is an id as it is shown to people. Any beginning that fits one thing only may be typed.
func short(id string) string { return id[:min(len(id), 8)] }
