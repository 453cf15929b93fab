package main

import (
	"cmp"
	"strings"

	"chancery"
	"chancery/query"
)

// page is an answer laid out for reading: what text, Markdown and HTML have in common.
type page struct {
	title    string
	about    string // the point of view, and what the answer rests on
	sections []query.Section
	sources  []query.Source
	empty    string // what to say where there are no lines
}

func newPage(title string, at query.At, sections []query.Section, sources []query.Source) page {
	return page{title: title, about: about(at, sources), sections: sections, sources: sources, empty: "Nothing is on record."}
}

// answerPage lays out an answer that has no sections of its own.
func answerPage(a query.Answer, empty string) page {
	var sections []query.Section
	if len(a.Lines) > 0 {
		sections = []query.Section{{Lines: a.Lines}}
	}
	p := newPage(a.Title, a.At, sections, a.Sources)
	p.empty = cmp.Or(empty, p.empty)
	return p
}

// about says from when the record is looked at and how much is behind the answer.
func about(at query.At, sources []query.Source) string {
	var parts []string
	if !at.AsOf.IsZero() {
		parts = append(parts, "as of "+query.Date(at.AsOf))
	}
	if !at.KnownOn.IsZero() {
		parts = append(parts, "by what had been published until "+query.Date(at.KnownOn))
	}
	if n := len(sources); n > 0 {
		reports := map[string]bool{}
		for _, s := range sources {
			reports[s.Report] = true
		}
		parts = append(parts, number(n, "passage")+" from "+number(len(reports), "report"))
	}
	text := strings.Join(parts, "; ")
	if text == "" {
		return ""
	}
	return strings.ToUpper(text[:1]) + text[1:] + "."
}

// lead is what a line begins with: where the thing stands, and when. That something took place or
// holds is said by its date alone.
func lead(l query.Line) (state, when string) {
	when = l.When
	if l.Kind == chancery.KindCommitment && l.Due != "" {
		when = "due " + l.Due
	}
	if l.State != chancery.StateHeld {
		state = string(l.State)
	}
	return state, when
}

// heading joins state and time: "planned, 22 April 2026".
func heading(l query.Line) string {
	state, when := lead(l)
	if state != "" && when != "" {
		return state + ", " + when
	}
	return cmp.Or(state, when, "no date")
}

// remarks are what stands after a line's sentence: what speaks against it, and what the register
// says.
func remarks(l query.Line) []string {
	var list []string
	for _, t := range l.Tensions {
		if t != l.Text {
			list = append(list, "But: "+t)
		}
	}
	if l.Register != "" && len(l.Sources) == 0 {
		list = append(list, "From the register: "+l.Register)
	}
	return list
}

// citation is a source in one line, without its words.
func citation(s query.Source) string {
	parts := []string{cmp.Or(s.Publisher, "publisher not known"), cmp.Or(s.Published, "date not known")}
	if s.Title != "" {
		parts = append(parts, "“"+s.Title+"”")
	}
	return strings.Join(parts, ", ")
}

// oneLine folds the line breaks of a passage.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
