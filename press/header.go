package press

import (
	"regexp"
	"strings"
	"sync"
)

// header is what stands above the body of a report in plain text.
type header struct {
	title     string
	published string
	publisher string
	url       string
	dateline  string
	leadDate  string // "date 2025-11-20" on the body's own first line
}

// headerLines is how many lines at the top may be headers.
const headerLines = 15

var (
	leadDate   = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^\s*(?i:date):? +(\d{4}-\d{2}-\d{2})\s+`) })
	headerLine = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`^(?i:(title|headline|published(?: on| at)?|publication date|date|updated|source|publisher|agency|author|byline|url|link|language|dateline|place)) ?: *(\S.*)$`)
	})
	byline = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`^(?:By|BY) (?:\p{Lu}[\p{L}.'’-]*|and|de|van|von|al|bin)(?:,? (?:\p{Lu}[\p{L}.'’-]*|and|de|van|von|al|bin|in|for)){0,10}$`)
	})
)

// splitHeader reads the lines above the body and gives the rest. Without withTitle the first line is
// never taken for a title.
func splitHeader(text string, withTitle bool) (header, string) {
	var h header
	if m := leadDate().FindStringSubmatch(text); m != nil {
		h.leadDate = m[1]
		return h, text[len(m[0]):]
	}
	rest := text
	if withTitle {
		rest, _ = h.letterhead(strings.TrimLeft(text, "\ufeff \t\n"))
	}
	for n := 0; n < headerLines; n++ {
		line, after, more := strings.Cut(rest, "\n")
		trimmed := strings.Trim(strings.TrimSpace(line), "\ufeff")
		plain := strings.Trim(trimmed, "*_ ")
		switch {
		case !more:
			return h, rest
		case plain == "" || strings.Trim(plain, "-") == "":
		case h.datedLine(plain, after):
		case h.field(plain) || byline().MatchString(plain) || h.dateLine(plain):
		case withTitle && h.title == "" && titleLine(trimmed, after):
			h.title = trimmed
		default:
			return h, rest
		}
		if strings.TrimSpace(after) == "" {
			return h, rest
		}
		rest = after
	}
	return h, rest
}

// field takes a line such as "Source: TASS".
func (h *header) field(line string) bool {
	m := headerLine().FindStringSubmatch(line)
	if m == nil || len(line) > 300 {
		return false
	}
	value := strings.Trim(strings.TrimSpace(m[2]), `"'`)
	var into *string
	switch key := strings.ToLower(m[1]); key {
	case "title", "headline":
		into = &h.title
	case "source", "publisher", "agency":
		if len(strings.Fields(value)) > 8 {
			return false // a sentence: "Source: an official who asked not to be named said …"
		}
		into = &h.publisher
	case "url", "link":
		into = &h.url
	case "dateline":
		into = &h.dateline
	case "updated", "author", "byline", "language", "place":
		return len(strings.Fields(value)) <= 12
	default:
		if _, why := readStamp(value); why != "" && len(strings.Fields(value)) > 6 {
			return false
		}
		into = &h.published
	}
	if *into == "" {
		*into = value
	}
	return true
}

// dateLine takes a line that is nothing but a date.
func (h *header) dateLine(line string) bool {
	if _, n := readDay(line); n == 0 || len(line)-n > 20 || strings.HasSuffix(line, ".") && len(line) > n+1 {
		return false
	}
	d, why := readStamp(line)
	if why != "" || d.year == 0 {
		return false
	}
	if h.published == "" {
		h.published = line
	}
	return true
}

// dayBehind is the comma or dash behind which a line is nothing but a day, or -1.
func dayBehind(line string) int {
	for at := range line {
		if strings.ContainsRune(",|–—", rune(line[at])) || strings.HasPrefix(line[at:], "–") || strings.HasPrefix(line[at:], "—") {
			day := strings.TrimSpace(strings.TrimLeft(line[at:], ",|–— "))
			if _, n := readDay(day); n > 0 && n == len(day) {
				return at
			}
		}
	}
	return -1
}

// datedLine takes a line set apart that ends with its date: "Press release, 14 October 2025",
// "Readout of a telephone conversation, 3 December 2025". It is the title where there is none yet.
func (h *header) datedLine(line, after string) bool {
	if open := strings.LastIndex(line, " ("); open > 0 && strings.HasSuffix(line, ")") { // "… (excerpts)"
		line = line[:open]
	}
	at := dayBehind(line)
	if at <= 0 || len(line) > 160 || h.published != "" || strings.HasSuffix(line, ".") {
		return false
	}
	next, _, _ := strings.Cut(after, "\n")
	day := strings.TrimSpace(strings.TrimLeft(line[at:], ",|–— "))
	if strings.TrimSpace(next) != "" || len(strings.Fields(line[:at])) > 12 {
		return false
	}
	d, why := readStamp(day)
	if why != "" || d.year == 0 {
		return false
	}
	h.published = day
	if title := strings.TrimSpace(line[:at]); h.title == "" && len(strings.Fields(title)) > 2 {
		h.title = title
	}
	return true
}

// titleLine reports whether the line is a title: short, without a full stop, and set apart from what
// follows.
func titleLine(line, after string) bool {
	const longest, mostWords = 200, 30
	words := strings.Fields(line)
	if len(line) > longest || len(words) > mostWords || len(words) < 2 || endsSentence(line) && !strings.HasSuffix(line, "?") ||
		strings.HasSuffix(line, ":") || strings.HasSuffix(line, ",") || strings.HasSuffix(line, ";") {
		return false
	}
	if _, ok := ReadDateline(line + "\n"); ok {
		return false
	}
	next, _, _ := strings.Cut(after, "\n")
	next = strings.TrimSpace(next)
	return next == "" || headerLine().MatchString(next) || byline().MatchString(next)
}
