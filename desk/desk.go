// Package desk takes one report through the rooms — english, actors, calendar, codebook — in order.
// It is the only place that knows the order.
package desk

import (
	"strings"

	"chancery"
	"chancery/actors"
	"chancery/calendar"
	"chancery/codebook"
	"chancery/english"
)

// codeVersion changes whenever the code of the rooms may read the same report differently. Data and
// weights tell of their own changes.
const codeVersion = "5"

// Desk reads reports. It may be used from several goroutines at once.
type Desk struct {
	english  english.Reader
	register *actors.Register
	book     *codebook.Codebook
	version  string
}

// New makes a desk of the given rooms.
func New(reader english.Reader, register *actors.Register, book *codebook.Codebook) *Desk {
	return &Desk{
		english: reader, register: register, book: book,
		version: chancery.Fingerprint(codeVersion, reader.Version(), register.Version(), book.Version()),
	}
}

// Default makes a desk of the rooms that ship with the program, with the given register and, on top of the
// codebook, the files of somebody's own.
func Default(register *actors.Register, own ...string) (*Desk, error) {
	reader, err := english.New()
	if err != nil {
		return nil, err
	}
	book, err := codebook.Default()
	if err != nil {
		return nil, err
	}
	if book, err = book.With(own...); err != nil {
		return nil, err
	}
	return New(reader, register, book), nil
}

// Version names what reads: two readings of one report under the same version are the same.
func (d *Desk) Version() string { return d.version }

// Read says what a report says. The report comes back with the time in which it must have been
// published, where nothing gave that beside the text.
func (d *Desk) Read(report chancery.Report) chancery.Reading {
	doc := d.english.Read(body(report))
	if report.Published.IsZero() {
		report.Published, report.PublishedWhy = d.date(doc, report)
	}
	times := calendar.Find(doc, report.Published)
	home, why := d.register.Home(report)
	mentions := d.register.MentionsIn(doc, actors.Setting{When: report.Published, Home: home, HomeWhy: why})
	claims := d.book.Read(codebook.Input{
		Report: report, Doc: doc, Mentions: mentions.List, Times: times,
		Register: names{d.register}, Place: mentions.Place, Reader: d.version,
	})
	introductions := mentions.Introductions
	for i := range introductions {
		introductions[i].Report = report.ID
	}
	return chancery.Reading{Report: report, Reader: d.version, Claims: claims, Introductions: introductions}
}

// body is the report's text with the dateline blanked out, so that every offset stays as it is.
func body(report chancery.Report) string {
	if report.BodyStart <= 0 || report.BodyStart > len(report.Text) {
		return report.Text
	}
	return strings.Repeat(" ", report.BodyStart) + report.Text[report.BodyStart:]
}
