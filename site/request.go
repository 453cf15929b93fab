package site

import (
	"bytes"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	"chancery"
	"chancery/query"
)

// request is one question to a page.
type request struct {
	*http.Request
	writer http.ResponseWriter
	site   *Site
	at     query.At
	about  []query.ActorChoice // whom the page is about, and who need not be linked on it
}

// wrongInput is what a visitor typed that makes no sense; its text is shown to him.
type wrongInput struct{ text string }

func (e wrongInput) Error() string { return e.text }

// page makes a handler of what answers a question, and puts its errors into words.
func (s *Site) page(answer func(*request) error) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		req := &request{Request: r.WithContext(query.Together(r.Context())), writer: w, site: s}
		err := req.pointOfView()
		if err == nil {
			err = answer(req)
		}
		if err != nil {
			req.fail(err)
		}
	})
}

// pointOfView reads as-of and known-on from the address.
func (r *request) pointOfView() error {
	var err error
	if r.at.AsOf, err = r.day("as-of"); err == nil {
		r.at.KnownOn, err = r.day("known-on")
	}
	return err
}

// value is a field of the address, without white space around it.
func (r *request) value(name string) string { return strings.TrimSpace(r.URL.Query().Get(name)) }

// day is a day in the address; an empty one is zero.
func (r *request) day(name string) (chancery.Date, error) {
	text := r.value(name)
	if text == "" {
		return chancery.Date{}, nil
	}
	day, err := chancery.ParseDate(text)
	if err != nil {
		return day, wrongInput{fmt.Sprintf("“%s” is not a day. Write year, month and day, as in 2025-07-17.", text)}
	}
	return day, nil
}

// link is the address of a page as seen from the same point of view; the rest are names and values of
// further fields, of which empty ones are left out.
func (r *request) link(path string, fields ...string) string {
	values := url.Values{}
	for _, p := range []struct {
		name string
		day  chancery.Date
	}{{"as-of", r.at.AsOf}, {"known-on", r.at.KnownOn}} {
		if !p.day.IsZero() {
			values.Set(p.name, p.day.String())
		}
	}
	for i := 0; i+1 < len(fields); i += 2 {
		if fields[i+1] != "" {
			values.Set(fields[i], fields[i+1])
		}
	}
	path, fragment, _ := strings.Cut(path, "#")
	if len(values) > 0 {
		path += "?" + values.Encode()
	}
	if fragment != "" {
		path += "#" + fragment
	}
	return path
}

// The addresses of things.

func (r *request) actorLink(c query.ActorChoice) string {
	if c.Person != "" {
		return r.link("/people/" + url.PathEscape(c.ID) + "/" + url.PathEscape(c.Person))
	}
	return r.link("/actors/" + url.PathEscape(c.ID))
}

func (r *request) pairLink(a, b string) string {
	return r.link("/pairs/" + url.PathEscape(min(a, b)) + "/" + url.PathEscape(max(a, b)))
}

func (r *request) entryLink(id string) string { return r.link("/entries/" + url.PathEscape(id)) }

// passageLink leads to a claim's passage in the text of its report.
func (r *request) passageLink(report, claim string) string {
	return r.link("/reports/" + url.PathEscape(report) + "#c-" + claim)
}

// view is what every page is made of.
type view struct {
	Title   string
	Section string // the item of the menu that the page belongs to
	Body    any
	Bare    bool // without menu
}

// frame is a view with what the page around it needs.
type frame struct {
	view
	Point   pointView
	Query   string
	Menu    []menuItem
	Version string
}

// pointView is the control of the point of view.
type pointView struct {
	AsOf, KnownOn string // ISO, or empty
	Words         string // what they mean, or empty for now
	Now           string // the address of the page as things stand now
	Keep          []field
}

// field is a hidden field of a form, which keeps what the address asks besides.
type field struct{ Name, Value string }

type menuItem struct {
	Name, Href string
	Here       bool
}

var menu = []struct{ name, path, section string }{
	{"Today", "/", "today"}, {"Actors", "/actors", "actors"}, {"Agreements", "/agreements", "agreements"},
	{"Commitments", "/commitments", "commitments"}, {"Tensions", "/tensions", "tensions"}, {"Timeline", "/timeline", "timeline"},
	{"Network", "/network", "network"}, {"Map", "/map", "map"}, {"Sources", "/reports", "sources"}, {"Read", "/read", "read"},
}

func (r *request) show(section, name, title string, body any) error {
	return r.site.show(r, http.StatusOK, name, view{Title: title, Section: section, Body: body})
}

// show writes a page, whole or not at all.
func (s *Site) show(r *request, status int, name string, v view) error {
	f := frame{view: v, Version: s.Version, Query: r.value("q"), Point: r.point()}
	for _, item := range menu {
		f.Menu = append(f.Menu, menuItem{item.name, r.link(item.path), item.section == v.Section})
	}
	var b bytes.Buffer
	if err := s.pages[name].Execute(&b, f); err != nil {
		return fmt.Errorf("making the page %s: %w", name, err)
	}
	h := r.writer.Header()
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Cache-Control", "private, no-cache")
	r.writer.WriteHeader(status)
	_, err := b.WriteTo(r.writer)
	return err
}

func (r *request) point() pointView {
	p := pointView{AsOf: r.at.AsOf.String(), KnownOn: r.at.KnownOn.String(), Now: r.URL.Path}
	values := r.URL.Query()
	values.Del("as-of")
	values.Del("known-on")
	values.Del("token")
	if r.Method == http.MethodGet {
		for name, list := range values {
			for _, v := range list {
				p.Keep = append(p.Keep, field{name, v})
			}
		}
		if len(values) > 0 {
			p.Now += "?" + values.Encode()
		}
	}
	var words []string
	if !r.at.AsOf.IsZero() {
		words = append(words, "as of "+query.Date(r.at.AsOf))
	}
	if !r.at.KnownOn.IsZero() {
		words = append(words, "by what had been published until "+query.Date(r.at.KnownOn))
	}
	if len(words) > 0 {
		p.Words = upper(strings.Join(words, ", "))
	}
	return p
}

// upper writes the first letter large.
func upper(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	if size == 0 || first == utf8.RuneError {
		return s
	}
	return string(unicode.ToUpper(first)) + s[size:]
}

// idLength is the length of a whole id. A beginning of it will do where it fits one thing only.
const idLength = 16

// ofID is an error about the id of a thing: that a beginning fits several is for the visitor to know.
func ofID(id string, err error) error {
	if err == nil || len(id) >= idLength || errors.Is(err, chancery.ErrNotFound) || errors.Is(err, query.ErrNothingSaid) {
		return err
	}
	return wrongInput{fmt.Sprintf("“%s” is the beginning of more than one id. Give more of it.", id)}
}

// failure is the page of something that is not there or makes no sense.
type failure struct {
	Text    string
	Choices []choice
}

type choice struct{ Name, Note, Href string }

func (r *request) fail(err error) {
	status, v := http.StatusInternalServerError, view{Title: "Something went wrong"}
	body := failure{Text: "The page could not be made. The log of the program says why."}
	var unknown *query.UnknownNameError
	var ambiguous *query.AmbiguousNameError
	var wrong wrongInput
	switch {
	case errors.As(err, &unknown):
		status, v.Title = http.StatusNotFound, "Nobody of that name"
		body.Text = fmt.Sprintf("No actor on record or in the register is called “%s”.", unknown.Text)
		body.Choices = r.choices(unknown.Suggestions)
	case errors.As(err, &ambiguous):
		status, v.Title = http.StatusMultipleChoices, "Who is meant?"
		body.Text = fmt.Sprintf("“%s” may be any of these.", ambiguous.Text)
		body.Choices = r.choices(ambiguous.Choices)
	case errors.Is(err, query.ErrNothingSaid):
		status, v.Title = http.StatusNotFound, "Not on record then"
		body.Text = "Nothing is said of this from the point of view asked for."
	case errors.Is(err, chancery.ErrNotFound):
		status, v.Title = http.StatusNotFound, "Not on record"
		body.Text = "There is nothing at this address: it was never there, or the report that it rested on was taken out or read anew."
	case errors.As(err, &wrong):
		status, v.Title, body.Text = http.StatusBadRequest, "That cannot be answered", wrong.text
	case r.Context().Err() != nil:
		return // the visitor has left
	default:
		r.site.Log.Error("a page failed", "path", r.URL.Path, "error", err)
	}
	v.Body = body
	if err := r.site.show(r, status, "failure", v); err != nil {
		r.site.Log.Error("the page of a failure failed", "error", err)
	}
}

func (r *request) choices(list []query.ActorChoice) []choice {
	var out []choice
	for _, c := range list {
		name, note := c.Name, c.ID
		if c.Person != "" {
			name, note = c.Person, c.Name
		}
		out = append(out, choice{name, note, r.actorLink(c)})
	}
	return out
}

func (s *Site) nowhere(r *request) error { return chancery.ErrNotFound }
