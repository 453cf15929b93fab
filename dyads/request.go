package dyads

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"unicode/utf8"

	"chancery"
)

// Request is a sentence to be coded, as a line of JSON holds it.
type Request struct {
	ID   string
	Text string
	Date chancery.Date // zero where the line has none
	// Pair says that actor and recipient are given.
	Pair             bool
	Actor, Recipient Span
}

// ParseRequest reads a line of JSON: id, text, and where they are known date, actor and recipient, each of them
// [start, end] in bytes of the text. Errors say what is wrong with the line.
func ParseRequest(line []byte) (Request, error) {
	var raw struct {
		ID        json.RawMessage `json:"id"`
		Text      *string         `json:"text"`
		Date      string          `json:"date"`
		Actor     []int           `json:"actor"`
		Recipient []int           `json:"recipient"`
	}
	if err := json.Unmarshal(line, &raw); err != nil {
		var wrong *json.UnmarshalTypeError
		if errors.As(err, &wrong) && wrong.Field != "" {
			return Request{}, fmt.Errorf("%q is a %s; it must be %s", wrong.Field, wrong.Value, kinds[wrong.Field])
		}
		return Request{}, fmt.Errorf("it is no JSON object: %w", err)
	}
	if raw.Text == nil {
		return Request{}, errors.New(`it has no "text"`)
	}
	q := Request{Text: *raw.Text, ID: string(bytes.Trim(raw.ID, `"`))}
	if len(raw.ID) > 0 && raw.ID[0] == '"' {
		if err := json.Unmarshal(raw.ID, &q.ID); err != nil {
			return Request{}, err
		}
	}
	if raw.Date != "" {
		date, err := chancery.ParseDate(raw.Date)
		if err != nil {
			return Request{}, fmt.Errorf(`"date" is %q; it must be a day such as 2025-07-17`, raw.Date)
		}
		q.Date = date
	}
	switch {
	case raw.Actor == nil && raw.Recipient == nil:
		return q, nil
	case raw.Actor == nil:
		return Request{}, errors.New(`it has a "recipient" and no "actor"; give both or neither`)
	case raw.Recipient == nil:
		return Request{}, errors.New(`it has an "actor" and no "recipient"; give both or neither`)
	}
	q.Pair = true
	var err error
	if q.Actor, err = span("actor", raw.Actor, q.Text); err != nil {
		return Request{}, err
	}
	q.Recipient, err = span("recipient", raw.Recipient, q.Text)
	return q, err
}

// kinds say what the fields of a line must be.
var kinds = map[string]string{"text": "a string", "date": "a string such as \"2025-07-17\"",
	"actor": "[start, end] in bytes of the text", "recipient": "[start, end] in bytes of the text"}

func span(name string, ends []int, text string) (Span, error) {
	if len(ends) != 2 {
		return Span{}, fmt.Errorf("%q has %d numbers; it must be [start, end] in bytes of the text", name, len(ends))
	}
	s := Span{ends[0], ends[1]}
	switch {
	case s.Start < 0 || s.End > len(text) || s.Start >= s.End:
		return Span{}, fmt.Errorf("%q is [%d, %d]; it must lie within the %d bytes of the text, the start before the end", name, s.Start, s.End, len(text))
	case !boundary(text, s.Start) || !boundary(text, s.End):
		return Span{}, fmt.Errorf("%q is [%d, %d], which cuts a letter in two; count bytes, not letters", name, s.Start, s.End)
	}
	return s, nil
}

func boundary(text string, at int) bool { return at == len(text) || utf8.RuneStart(text[at]) }
