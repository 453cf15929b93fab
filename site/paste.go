package site

import (
	"errors"
	"fmt"
	"net/http"
	"strings"

	"chancery"
)

// pasteBody is the form for a text, and what was read in it.
type pasteBody struct {
	Paste
	Day     string // ISO
	Wrong   string
	Preview *reportBody
}

// paste shows how a text would be read, and keeps it where that is asked for. Between the two nothing is
// stored here: the text travels with the form and is read again, which gives the same claims.
func (s *Site) paste(r *request) error {
	if r.Method == http.MethodGet {
		return r.show("read", "read", "Read a report", pasteBody{})
	}
	if err := r.ParseForm(); err != nil {
		var tooLarge *http.MaxBytesError
		if errors.As(err, &tooLarge) {
			return s.refuse(r, http.StatusRequestEntityTooLarge, pasteBody{Wrong: "That is more than a megabyte. Read long texts with: chancery read PATH"})
		}
		return wrongInput{"The form could not be read."}
	}
	p := Paste{Text: strings.TrimSpace(r.PostFormValue("text")), Title: strings.TrimSpace(r.PostFormValue("title")),
		Publisher: strings.TrimSpace(r.PostFormValue("publisher")), URL: strings.TrimSpace(r.PostFormValue("url"))}
	body := pasteBody{Paste: p, Day: strings.TrimSpace(r.PostFormValue("published"))}
	switch {
	case p.Text == "":
		body.Wrong = "Paste the text of a report first."
	case len(p.Text) > mostText:
		body.Wrong = "That is more than a megabyte. Read long texts with: chancery read PATH"
	case p.URL != "" && !web(p.URL):
		body.Wrong = "The address must begin with https:// or http://."
	case body.Day != "":
		var err error
		if p.Published, err = chancery.ParseDate(body.Day); err != nil {
			body.Wrong = fmt.Sprintf("“%s” is not a day. Write year, month and day, as in 2025-07-17.", body.Day)
		}
	}
	if body.Wrong != "" {
		return s.refuse(r, http.StatusBadRequest, body)
	}
	reading, err := s.read(r, p)
	if err != nil {
		if r.Context().Err() != nil {
			return err
		}
		s.Log.Warn("a pasted text was not read", "error", err)
		body.Wrong = "The text could not be read: " + err.Error()
		return s.refuse(r, http.StatusUnprocessableEntity, body)
	}
	if r.PostFormValue("keep") != "" {
		if err := s.Keep(r.Context(), reading); err != nil {
			return err
		}
		http.Redirect(r.writer, r.Request, "/reports/"+reading.Report.ID, http.StatusSeeOther)
		return nil
	}
	preview := r.reportBody(s.Record.Preview(reading))
	body.Preview = &preview
	return r.show("read", "read", "Read a report", body)
}

func (s *Site) refuse(r *request, status int, body pasteBody) error {
	return s.show(r, status, "read", view{Title: "Read a report", Section: "read", Body: body})
}

// read waits for its turn.
func (s *Site) read(r *request, p Paste) (chancery.Reading, error) {
	select {
	case s.reading <- struct{}{}:
		defer func() { <-s.reading }()
		return s.Read(r.Context(), p)
	case <-r.Context().Done():
		return chancery.Reading{}, r.Context().Err()
	}
}

func (s *Site) about(r *request) error { return r.show("", "about", "About this record", nil) }
