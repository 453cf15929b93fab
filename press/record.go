package press

import (
	"encoding/json"
	"errors"
	"strconv"
	"strings"
)

// record is a report as other people's JSON has it. Each of ours has several names out there; the
// first that is filled counts. Fields that are not named here are passed over.
type record struct {
	Text     loose `json:"text"`
	Body     loose `json:"body"`
	Content  loose `json:"content"`
	FullText loose `json:"full_text"`
	Article  loose `json:"article"`

	Title    loose `json:"title"`
	Headline loose `json:"headline"`

	Published     loose `json:"published"`
	PublishedAt   loose `json:"published_at"`
	PublishedAtJS loose `json:"publishedAt"`
	DatePublished loose `json:"date_published"`
	DateJS        loose `json:"datePublished"`
	PublishDate   loose `json:"publish_date"`
	PubDate       loose `json:"pubDate"`
	Date          loose `json:"date"`
	Timestamp     loose `json:"timestamp"`

	Publisher loose `json:"publisher"`
	Source    loose `json:"source"`
	Outlet    loose `json:"outlet"`
	Agency    loose `json:"agency"`

	URL  loose `json:"url"`
	Link loose `json:"link"`

	Dateline loose `json:"dateline"`
}

// loose is a text that may come as a number, or as an object with a name.
type loose string

// UnmarshalJSON takes whatever comes; what cannot be a text is empty.
func (l *loose) UnmarshalJSON(data []byte) error {
	switch data[0] {
	case '"':
		var s string
		if err := json.Unmarshal(data, &s); err != nil {
			return err
		}
		*l = loose(s)
	case '{':
		var named struct {
			Name loose `json:"name"`
		}
		if err := json.Unmarshal(data, &named); err != nil {
			return err
		}
		*l = named.Name
	case '[':
		var parts []loose
		if err := json.Unmarshal(data, &parts); err != nil {
			return err
		}
		texts := make([]string, len(parts))
		for i, p := range parts {
			texts[i] = string(p)
		}
		*l = loose(strings.Join(texts, "\n\n"))
	case 'n', 't', 'f':
	default:
		*l = loose(data)
	}
	return nil
}

func firstFilled(values ...loose) string {
	for _, v := range values {
		if s := strings.TrimSpace(string(v)); s != "" {
			return string(v)
		}
	}
	return ""
}

// readRecord adapts one JSON object to an article.
func readRecord(data []byte) (article, *Error) {
	text, at, next, err := decodeText(data)
	if err != nil {
		return article{}, &Error{Place: Place{Byte: at}, Err: err, Next: next}
	}
	var r record
	if err := json.Unmarshal([]byte(text), &r); err != nil {
		var syntax *json.SyntaxError
		place := Place{}
		if errors.As(err, &syntax) {
			place.Byte = syntax.Offset
		}
		return article{}, &Error{Place: place, Err: reason(ErrRecord, "%v", err), Next: "mend it or take it out; the other records are read"}
	}
	a := article{
		text:      firstFilled(r.Text, r.Body, r.Content, r.FullText, r.Article),
		title:     firstFilled(r.Title, r.Headline),
		given:     firstFilled(r.Published, r.PublishedAt, r.PublishedAtJS, r.DatePublished, r.DateJS, r.PublishDate, r.PubDate, r.Date, r.Timestamp),
		publisher: firstFilled(r.Publisher, r.Source, r.Outlet, r.Agency),
		url:       strings.TrimSpace(firstFilled(r.URL, r.Link)),
		dateline:  strings.TrimSpace(firstFilled(r.Dateline)),
	}
	if strings.TrimSpace(a.text) == "" {
		return article{}, &Error{Err: ErrEmpty, Next: `give its text in a field "text"`}
	}
	a.given = unixDay(a.given)
	return a, nil
}

// unixDay turns a count of seconds or milliseconds since 1970 into a date; other texts stay.
func unixDay(given string) string {
	n, err := strconv.ParseFloat(given, 64)
	if err != nil || n < 3e8 {
		return given
	}
	if n > 3e11 {
		n /= 1000
	}
	return unixDate(int64(n))
}
