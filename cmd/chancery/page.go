package main

import (
	"cmp"
	"slices"
	"strings"

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
	sections, sources = renumber(sections, sources)
	return page{title: title, about: about(at, sources), sections: sections, sources: sources, empty: "Nothing is on record."}
}

// renumber numbers lines as they stand, and sources by report and place in it, the reports in the
// order in which lines cite them. Sources that no line cites are left out.
func renumber(sections []query.Section, sources []query.Source) ([]query.Section, []query.Source) {
	byNumber := map[int]query.Source{}
	for _, s := range sources {
		byNumber[s.Number] = s
	}
	rank := map[string]int{}
	var cited []query.Source
	cite := func(list []int) {
		for _, n := range list {
			s, ok := byNumber[n]
			if !ok || slices.ContainsFunc(cited, func(c query.Source) bool { return c.Number == n }) {
				continue
			}
			if rank[s.Report] == 0 {
				rank[s.Report] = len(rank) + 1
			}
			cited = append(cited, s)
		}
	}
	eachLine(sections, func(l *query.Line) { cite(l.Sources); cite(l.Against) })
	slices.SortStableFunc(cited, func(a, b query.Source) int {
		return cmp.Or(cmp.Compare(rank[a.Report], rank[b.Report]), cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
	})
	number := map[int]int{}
	for i := range cited {
		number[cited[i].Number] = i + 1
		cited[i].Number = i + 1
	}
	again := func(list []int) []int {
		var out []int
		for _, n := range list {
			if number[n] > 0 {
				out = append(out, number[n])
			}
		}
		slices.Sort(out)
		return out
	}
	out := make([]query.Section, len(sections))
	for i, s := range sections {
		out[i] = query.Section{ID: s.ID, Title: s.Title, Lines: slices.Clone(s.Lines)}
	}
	count := 0
	eachLine(out, func(l *query.Line) {
		count++
		l.Number, l.Sources, l.Against = count, again(l.Sources), again(l.Against)
	})
	return out, cited
}

func eachLine(sections []query.Section, do func(*query.Line)) {
	for i := range sections {
		for j := range sections[i].Lines {
			do(&sections[i].Lines[j])
		}
	}
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

// standingPage lays out standings under their headings.
func standingPage(a query.Answer, empty string) page {
	p := answerPage(a, empty)
	if len(p.sections) > 0 {
		p.sections, p.sources = renumber(query.StandingSections(p.sections[0].Lines), p.sources)
	}
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

// sign is by what an entry can be asked about; a fact of the register alone has no passages to show.
func sign(l query.Line) string {
	if l.Registered() != "" {
		return ""
	}
	return short(l.Entry)
}

// cites are the passages of one report among the sources.
type cites struct {
	Source   query.Source // for what is said of the report
	Passages []query.Source
}

// byReport puts together the sources, which renumber has sorted, that lie in one report.
func byReport(sources []query.Source) []cites {
	var groups []cites
	for _, s := range sources {
		if n := len(groups); n > 0 && groups[n-1].Source.Report == s.Report {
			groups[n-1].Passages = append(groups[n-1].Passages, s)
		} else {
			groups = append(groups, cites{s, []query.Source{s}})
		}
	}
	return groups
}

// oneLine folds the line breaks of a passage.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
