package press

import (
	"net/url"
	"strings"

	"chancery"
)

// article is a report on its way in: what a file, a page or a record says, before any of it is
// cleaned or believed.
type article struct {
	text      string
	title     string
	publisher string
	url       string
	given     string // date given beside the text
	pageDate  string // date that a page gives
	dateline  string // dateline given apart from the text
	plain     bool   // a text file, whose first lines may be title and headers
}

// Identify gives the id of a report: the same text under the same publisher has the same id, however
// its spaces and lines are set.
func Identify(text, publisher string) string {
	return chancery.Fingerprint(strings.Join(strings.Fields(text), " "), strings.ToLower(publisher))
}

// report turns an article into a report. name is the path that it came from.
func (a article) report(name string) (chancery.Report, *Error) {
	h, body := splitHeader(a.text, a.plain && a.title == "")
	if len(body) > shrinkage*maxText {
		return chancery.Report{}, tooLong(len(body))
	}
	text := Clean(body)
	title := CleanLine(firstOf(a.title, h.title))
	text = withoutTitle(text, title)
	text = withDateline(text, CleanLine(firstOf(a.dateline, h.dateline)))
	switch {
	case len(text) > maxText:
		return chancery.Report{}, tooLong(len(text))
	case !hasWord(text):
		return chancery.Report{}, &Error{Err: ErrEmpty, Next: "leave it out"}
	}
	line, found := ReadDateline(text)
	if err := checkLanguage(text[line.End:]); err != nil {
		return chancery.Report{}, &Error{Err: err, Next: "give the report in English"}
	}
	r := chancery.Report{Title: title, Text: text, Language: "en", URL: firstOf(a.url, h.url)}
	if found {
		r.DatelinePlace, r.BodyStart = line.Place, line.End
	}
	r.Publisher = publisher(firstOf(a.publisher, h.publisher), r.URL, line.Agency)
	r.Published, r.PublishedWhy = publishedDay(a, h, name, line)
	r.ID = Identify(r.Text, r.Publisher)
	return r, nil
}

// shrinkage is how many times shorter cleaning may make a text at most, for deciding early.
const shrinkage = 4

func tooLong(size int) *Error {
	return &Error{Err: reason(ErrTooLarge, "its text has %d bytes, and a report may have %d MiB", size, maxText>>20),
		Next: "split it: one file is one report, JSON Lines hold many"}
}

func firstOf(values ...string) string {
	for _, v := range values {
		if strings.TrimSpace(v) != "" {
			return v
		}
	}
	return ""
}

// publisher names who carries the report: as given, else by the address of the page, else the agency
// of the dateline.
func publisher(given, address, agency string) string {
	if strings.TrimSpace(given) != "" {
		return namePublisher(given)
	}
	if a, ok := AgencyAt(address); ok {
		return a.Name
	}
	if u, err := url.Parse(address); err == nil && u.Host != "" {
		return strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
	}
	return agency
}

// withoutTitle drops a first line that says the title again.
func withoutTitle(text, title string) string {
	first, rest, more := strings.Cut(text, "\n")
	if title == "" || !more || len(first) > 4*len(title) || fold(first) != fold(title) || strings.TrimSpace(rest) == "" {
		return text
	}
	return strings.TrimLeft(rest, "\n")
}

// withDateline puts a dateline that was given apart where a reader expects it.
func withDateline(text, dateline string) string {
	if dateline == "" || strings.HasPrefix(text, dateline) {
		return text
	}
	if _, found := ReadDateline(text); found {
		return text
	}
	if line, found := ReadDateline(dateline + " " + text); found && line.End > len(dateline) {
		return dateline + " " + text
	}
	return dateline + "\n" + text
}

func hasWord(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r > 0xbf })
}
