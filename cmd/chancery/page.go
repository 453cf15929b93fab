package main

import (
	"cmp"
	"slices"
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
	sections, sources = renumber(sections, sources)
	return page{title: title, about: about(at, sources), sections: sections, sources: sources, empty: "Nothing is on record."}
}

// toldOnce puts the standings that hold first, and leaves out of what changed lately the commitments, which have a section of their own with
// the open ones first, and what no report tells; and all of it where most of the dossier is recent, since it would only say
// everything twice.
func toldOnce(sections []query.Section) []query.Section {
	var kept []query.Section
	var lately query.Section
	older := map[string]bool{}
	for _, section := range sections {
		if section.ID == query.SectionLately {
			lately = section
			continue
		}
		for _, l := range section.Lines {
			older[l.Entry] = true
		}
		if section.ID == query.SectionStanding {
			section.Lines = slices.Clone(section.Lines)
			slices.SortStableFunc(section.Lines, func(a, b query.Line) int { return remoteness(a) - remoteness(b) })
		}
		kept = append(kept, section)
	}
	if slices.ContainsFunc(kept, func(s query.Section) bool { return s.ID == query.SectionTensions }) {
		kept = tensionsBelow(kept)
	}
	recent := len(lately.Lines)
	lately.Lines = slices.DeleteFunc(slices.Clone(lately.Lines), func(l query.Line) bool {
		return l.Kind == chancery.KindCommitment || registered(l) != ""
	})
	if len(lately.Lines) == 0 || 2*recent >= len(older) {
		return kept
	}
	after := slices.IndexFunc(kept, func(s query.Section) bool { return s.ID != query.SectionStanding })
	if after < 0 {
		after = len(kept)
	}
	return slices.Insert(kept, after, lately)
}

// tensionsBelow points from the lines to the section that tells the tensions, each once for the lines
// on both its sides.
func tensionsBelow(sections []query.Section) []query.Section {
	out := slices.Clone(sections)
	for i, section := range out {
		if section.ID == query.SectionTensions {
			continue
		}
		out[i].Lines = slices.Clone(section.Lines)
		for j := range out[i].Lines {
			if l := &out[i].Lines[j]; len(tensions(*l)) > 0 {
				l.Tensions = []string{"see under Tensions."}
			}
		}
	}
	return out
}

// remoteness puts the standings that hold before those that may come, those that were, and those
// that are denied.
func remoteness(l query.Line) int {
	switch l.State {
	case chancery.StateHeld:
		return 0
	case chancery.StateEnded:
		return 2
	case chancery.StateDenied:
		return 3
	}
	return 1
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

// standingPage puts what reports tell before what only the register knows, which is often far more,
// and what holds before what did.
func standingPage(a query.Answer, empty string) page {
	p := answerPage(a, empty)
	if len(p.sections) == 0 {
		return p
	}
	sections := []query.Section{{Title: "Told by reports"}, {Title: "Known to the register"}, {Title: "No longer so"}}
	for _, l := range p.sections[0].Lines {
		i := 0
		switch {
		case l.State == chancery.StateEnded:
			i = 2
		case registered(l) != "":
			i = 1
		}
		sections[i].Lines = append(sections[i].Lines, l)
	}
	sections = slices.DeleteFunc(sections, func(s query.Section) bool { return len(s.Lines) == 0 })
	p.sections, p.sources = renumber(sections, p.sources)
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

// sentence is what a line says, without the state where the line begins with it: not "cancelled:
// Kenya was to visit Ethiopia (cancelled)."
func sentence(l query.Line) string {
	if state, _ := lead(l); state != "" {
		if text, found := strings.CutSuffix(l.Text, " ("+state+")."); found {
			return text + "."
		}
	}
	return l.Text
}

// registered names the source of a fact that no report tells.
func registered(l query.Line) string {
	if l.Register == "" || len(l.Sources) > 0 {
		return ""
	}
	return "register: " + l.Register
}

// sign is by what an entry can be asked about; a fact of the register alone has no passages to show.
func sign(l query.Line) string {
	if registered(l) != "" {
		return ""
	}
	return short(l.Entry)
}

// tensions are what does not go together, where the line does not say it already.
func tensions(l query.Line) []string {
	return slices.DeleteFunc(slices.Clone(l.Tensions), func(t string) bool { return strings.Contains(l.Text, t) })
}

// citation is a source in one line, without its words.
func citation(s query.Source) string {
	parts := []string{cmp.Or(s.Publisher, "publisher not known"), cmp.Or(s.Published, "date not known")}
	if s.Title != "" {
		parts = append(parts, "“"+s.Title+"”")
	}
	return strings.Join(parts, ", ")
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
