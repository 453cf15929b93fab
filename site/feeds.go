package site

import (
	"cmp"
	"encoding/xml"
	"fmt"
	"slices"
	"strings"

	"chancery"
	"chancery/query"
)

// An Atom feed (RFC 4287) of what became known of an actor or a pair, for readers that people have already.

type atomFeed struct {
	XMLName xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	ID      string      `xml:"id"`
	Title   string      `xml:"title"`
	Updated string      `xml:"updated"`
	Link    []atomLink  `xml:"link"`
	Author  string      `xml:"author>name"`
	Entries []atomEntry `xml:"entry"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr"`
	Href string `xml:"href,attr"`
}

type atomEntry struct {
	ID      string     `xml:"id"`
	Title   string     `xml:"title"`
	Updated string     `xml:"updated"`
	Link    []atomLink `xml:"link"`
	Content string     `xml:"content"`
}

// mostNews is how many entries a feed has.
const mostNews = 50

// feed answers with the feed of those whom the address names.
func (s *Site) feed(r *request) error {
	names := []string{r.PathValue("id")}
	if names[0] == "" {
		names = []string{r.PathValue("a"), r.PathValue("b")}
	}
	var subjects []query.ActorChoice
	for _, name := range names {
		found, err := s.Record.Actor(r.Context(), name)
		if err != nil {
			return err
		}
		subjects = append(subjects, found)
	}
	d, err := s.Record.BriefOf(r.Context(), subjects, r.at)
	if err != nil {
		return err
	}
	feed := atomFeed{Title: "Chancery: " + subjects[0].Name, ID: "urn:chancery:" + strings.Join(names, ":"), Author: "Chancery",
		Link: []atomLink{{"self", r.here(r.URL.Path)}}}
	if len(subjects) > 1 {
		feed.Title += " and " + subjects[1].Name
	}
	sources := map[int]query.Source{}
	for _, source := range d.Sources {
		sources[source.Number] = source
	}
	for _, l := range news(d) {
		updated := l.LastKnown.String() + "T00:00:00Z"
		feed.Updated = cmp.Or(feed.Updated, updated)
		feed.Entries = append(feed.Entries, atomEntry{
			// A further step is another piece of news of the same entry.
			ID:    "urn:chancery:entry:" + l.Entry + ":" + strings.ReplaceAll(string(l.State), " ", "-") + ":" + l.LastKnown.String(),
			Title: l.Sentence(), Updated: updated, Link: []atomLink{{"alternate", r.here("/entries/" + l.Entry)}}, Content: told(l, sources)})
	}
	feed.Updated = cmp.Or(feed.Updated, "1970-01-01T00:00:00Z")
	data, err := xml.MarshalIndent(feed, "", " ")
	if err != nil {
		return fmt.Errorf("writing the feed: %w", err)
	}
	return r.write("application/atom+xml; charset=utf-8", append([]byte(xml.Header), data...))
}

// news are the lines of a dossier that reports tell, each entry once, the last told first.
func news(d query.Dossier) []query.Line {
	var lines []query.Line
	told := map[string]bool{}
	for _, section := range d.Sections {
		for _, l := range section.Lines {
			if section.ID != query.SectionTensions && !told[l.Entry] && !l.LastKnown.IsZero() {
				told[l.Entry] = true
				lines = append(lines, l)
			}
		}
	}
	slices.SortStableFunc(lines, func(a, b query.Line) int {
		return cmp.Or(b.LastKnown.Compare(a.LastKnown), strings.Compare(a.Entry, b.Entry))
	})
	return lines[:min(len(lines), mostNews)]
}

// told is a line with the passages that it rests on, as plain text.
func told(l query.Line, sources map[int]query.Source) string {
	parts := []string{l.Heading() + ": " + l.Sentence()}
	for _, n := range l.Sources {
		parts = append(parts, "“"+shown(sources[n].Text)+"” ("+sources[n].Citation()+")")
	}
	for _, n := range l.Against {
		parts = append(parts, "Against it: “"+shown(sources[n].Text)+"” ("+sources[n].Citation()+")")
	}
	return strings.Join(parts, "\n\n")
}

// here is the full address of a page, under the name by which the visitor called.
func (r *request) here(path string) string {
	scheme := "http"
	if r.TLS != nil {
		scheme = "https"
	}
	return scheme + "://" + r.Host + r.link(path)
}

// calendar answers with what lies ahead, as iCalendar (RFC 5545): planned events, and commitments on the day by
// which they are due; of one actor where the address names it.
func (s *Site) calendar(r *request) error {
	subjects := []query.ActorChoice(nil)
	if name := r.value("actor"); name != "" {
		found, err := s.Record.Actor(r.Context(), name)
		if err != nil {
			return err
		}
		subjects = append(subjects, found)
	}
	ahead, err := s.Record.Ahead(r.Context(), subjects, r.at)
	if err != nil {
		return err
	}
	sources := map[int]query.Source{}
	for _, source := range ahead.Sources {
		sources[source.Number] = source
	}
	var b strings.Builder
	line := func(text string) { fold(&b, text) }
	line("BEGIN:VCALENDAR")
	line("VERSION:2.0")
	line("PRODID:-//Chancery//Record//EN")
	line("X-WR-CALNAME:" + escaped(ahead.Title))
	for _, l := range ahead.Lines {
		from, to := l.Period.Start, l.Period.End
		if l.Kind == chancery.KindCommitment { // on the day by which it is due
			from, to = chancery.Date{}, cmp.Or(l.DuePeriod.End, l.DuePeriod.Start)
		}
		from, to = cmp.Or(from, to), cmp.Or(to, from)
		line("BEGIN:VEVENT")
		line("UID:" + l.Entry + "@chancery")
		line("DTSTAMP:" + compact(cmp.Or(l.LastKnown, from)) + "T000000Z")
		line("DTSTART;VALUE=DATE:" + compact(from))
		line("DTEND;VALUE=DATE:" + compact(to.AddDays(1)))
		line("SUMMARY:" + escaped(strings.TrimSuffix(l.Sentence(), ".")+" ("+string(l.State)+")"))
		line("DESCRIPTION:" + escaped(told(l, sources)))
		line("URL:" + r.here("/entries/"+l.Entry))
		line("STATUS:TENTATIVE")
		line("TRANSP:TRANSPARENT")
		line("END:VEVENT")
	}
	line("END:VCALENDAR")
	r.writer.Header().Set("Content-Disposition", `inline; filename="chancery.ics"`)
	return r.write("text/calendar; charset=utf-8", []byte(b.String()))
}

func compact(d chancery.Date) string { return strings.ReplaceAll(d.String(), "-", "") }

// escaped writes a text as a value (RFC 5545, 3.3.11).
func escaped(text string) string {
	return strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\r\n", `\n`, "\n", `\n`, "\r", `\n`).Replace(shown(text))
}

// fold breaks a line after 75 bytes, and never within a letter (RFC 5545, 3.1).
func fold(b *strings.Builder, text string) {
	width := 0
	for _, letter := range text {
		size := len(string(letter))
		if width+size > 75 {
			b.WriteString("\r\n ")
			width = 1
		}
		b.WriteRune(letter)
		width += size
	}
	b.WriteString("\r\n")
}
