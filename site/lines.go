package site

import (
	"cmp"
	"slices"
	"strings"

	"chancery/query"
)

// lineView is a line of an answer as a page shows it.
type lineView struct {
	Href     string // its own page; empty for what only the register knows
	State    string
	When     string
	Tone     query.Tone
	Words    []piece
	For      []sourceView
	Against  []sourceView
	Clashes  []string
	Register string
	Voice    string
}

// piece is a stretch of a sentence, which may lead to the page of whom it names.
type piece struct{ Text, Href string }

// sourceView is a passage, and the way to its place in the report.
type sourceView struct {
	Words  string
	From   string // publisher and day
	Title  string
	Href   string
	Report string // id
}

type sectionView struct {
	ID, Title string
	Lines     []lineView
	Total     int
	More      string // where the rest is found, for a section of which not all is shown
}

// mostLines is how many lines a section shows. A page of thousands is of no use to anybody.
const mostLines = 100

// Reports counts the reports behind the passages for and against.
func (l lineView) Reports() int {
	seen := map[string]bool{}
	for _, s := range slices.Concat(l.For, l.Against) {
		seen[s.Report] = true
	}
	return len(seen)
}

// From names the first source, for the line that opens to all of them.
func (l lineView) From() string {
	for _, s := range slices.Concat(l.For, l.Against) {
		return s.From
	}
	return ""
}

func (r *request) sections(sections []query.Section, sources []query.Source) []sectionView {
	views := make([]sectionView, len(sections))
	for i, s := range sections {
		views[i] = sectionView{ID: s.ID, Title: s.Title, Total: len(s.Lines), Lines: r.lines(s.Lines[:min(len(s.Lines), mostLines)], sources)}
		if len(s.Lines) > mostLines {
			views[i].More = r.moreLink()
		}
	}
	return views
}

// moreLink leads to the search about whom the page is about.
func (r *request) moreLink() string {
	if len(r.about) == 0 {
		return r.link("/search")
	}
	return r.link("/search", "actor", r.about[0].ID)
}

func (r *request) lines(lines []query.Line, sources []query.Source) []lineView {
	byNumber := map[int]query.Source{}
	for _, s := range sources {
		byNumber[s.Number] = s
	}
	views := make([]lineView, len(lines))
	for i, l := range lines {
		views[i] = r.line(l, byNumber)
	}
	return views
}

func (r *request) line(l query.Line, sources map[int]query.Source) lineView {
	v := lineView{Tone: query.ToneOf(l.State), Words: r.linked(l.Sentence(), l.Parties), Clashes: l.Clashes(), Register: l.Registered(), Voice: l.Voice}
	v.State, v.When = l.Lead()
	if v.Register == "" {
		v.Href = r.entryLink(l.Entry)
	}
	for _, n := range l.Sources {
		v.For = append(v.For, r.source(sources[n]))
	}
	for _, n := range l.Against {
		v.Against = append(v.Against, r.source(sources[n]))
	}
	return v
}

func (r *request) source(s query.Source) sourceView {
	return sourceView{Words: s.Text, Title: clip(s.Title), Report: s.Report, Href: r.passageLink(s.Report, s.Claim),
		From: cmp.Or(clip(s.Publisher), "publisher not known") + ", " + cmp.Or(s.Published, "date not known")}
}

// linked parts a sentence where it names a party, the longest name first, so that "South Korea" is not
// taken for "Korea"; each is linked where it first stands. Whom the page is about is not.
func (r *request) linked(text string, parties []query.ActorChoice) []piece {
	type name struct {
		text string
		href string
	}
	var names []name
	for _, p := range parties {
		if !slices.ContainsFunc(r.about, func(a query.ActorChoice) bool { return a.ID == p.ID && a.Person == p.Person }) {
			names = append(names, name{cmp.Or(p.Person, p.Name), r.actorLink(p)})
		}
	}
	slices.SortStableFunc(names, func(a, b name) int { return len(b.text) - len(a.text) })
	pieces := []piece{{Text: text}}
	for _, n := range names {
		for i, p := range pieces {
			at := wordIndex(p.Text, n.text)
			if p.Href != "" || at < 0 {
				continue
			}
			parted := []piece{{Text: p.Text[:at]}, {n.text, n.href}, {Text: p.Text[at+len(n.text):]}}
			parted = slices.DeleteFunc(parted, func(p piece) bool { return p.Text == "" })
			pieces = slices.Replace(pieces, i, i+1, parted...)
			break
		}
	}
	return pieces
}

// wordIndex is where the name stands in the text as whole words, or -1.
func wordIndex(text, name string) int {
	if name == "" {
		return -1
	}
	letter := func(b byte) bool {
		return b >= 0x80 || b|0x20 >= 'a' && b|0x20 <= 'z' || b >= '0' && b <= '9' || b == '-'
	}
	for from := 0; ; {
		at := strings.Index(text[from:], name)
		if at < 0 {
			return -1
		}
		at += from
		end := at + len(name)
		if (at == 0 || !letter(text[at-1])) && (end == len(text) || !letter(text[end])) {
			return at
		}
		from = end
	}
}
