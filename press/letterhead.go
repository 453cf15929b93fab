package press

import (
	_ "embed"
	"regexp"
	"strings"
	"sync"
)

//go:embed data/mastheads.txt
var mastheadList string

var mastheads = sync.OnceValue(func() map[string]bool { return foldedSet(mastheadList) })

// How long the lines of a letterhead may be, and how many there may be: it names a publisher, a kind of text, a
// place and a day, each in few words.
const (
	letterheadLines = 6
	letterheadWords = 12
)

// anyDay finds a day with its year in a line.
var anyDay = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\b` + dayPattern) })

// letterhead takes the lines above a report that say who publishes it, and when, and gives the rest:
//
//	Ministry of Foreign Affairs of Ruritania
//	Press release, 3 February 2026
//
// They stand together, an empty line follows, and none of them is a sentence. A single line may be a title, unless
// it is the full name of a ministry or the like.
func (h *header) letterhead(text string) (string, bool) {
	block, rest, more := strings.Cut(text, "\n\n")
	if !more || strings.TrimSpace(rest) == "" {
		return text, false
	}
	var lines []string
	for line := range strings.SplitSeq(strings.TrimSpace(block), "\n") {
		line = strings.Trim(strings.TrimSpace(line), "\ufeff*_ ")
		if line == "" || len(strings.Fields(line)) > letterheadWords || endsSentence(line) || strings.ContainsAny(line[len(line)-1:], ":;,\"”") {
			return text, false
		}
		lines = append(lines, line)
	}
	dated := -1
	for i, line := range lines {
		if h.published == "" && dayIn(line) != "" {
			dated = i
		}
	}
	switch {
	case len(lines) > letterheadLines, dated < 0 && !masthead(lines[0]), len(lines) == 1 && !organ().MatchString(lines[0]):
		return text, false
	}
	for i, line := range lines {
		_, isDateline := ReadDateline(line + "\n")
		switch {
		case i == dated && isDateline:
			h.dateline = line
			if i == 1 && h.publisher == "" { // what stands above a dateline carries the report
				h.publisher, h.title = lines[0], ""
			}
		case h.field(line) || byline().MatchString(line):
		case i == dated:
			h.published = dayIn(line)
		case h.publisher == "" && masthead(line):
			h.publisher = line
		case h.title == "" && len(strings.Fields(line)) > 2:
			h.title = line
		}
	}
	return rest, true
}

// organ is the full name of an organ of state: every word but the small ones has a capital.
var organ = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?:The )?(?:\p{Lu}[\p{L}.'’-]+ ){0,3}(?:Ministry|Department|Embassy|Consulate|Office|Government|Presidency|Secretariat|Commission)(?: (?:of|for|to|the|and|in)|,? \p{Lu}[\p{L}.'’-]+)+$`)
})

// dayIn is the day that a line names with its year, in its words, or "".
func dayIn(line string) string {
	for _, found := range anyDay().FindAllString(line, -1) {
		if d, why := readStamp(found); why == "" && d.year > 0 && d.month > 0 {
			return found
		}
	}
	return ""
}

// masthead reports whether a line is the name of a ministry, a paper or another publisher: in title case, with a
// word that such names have.
func masthead(line string) bool {
	known := false
	for word := range strings.FieldsSeq(fold(line)) {
		known = known || mastheads()[strings.Trim(word, ",.()")]
	}
	return known && dayIn(line) == "" && !headerLine().MatchString(line)
}
