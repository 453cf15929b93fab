package site

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"chancery"
	"chancery/query"
)

// searchBody is what words and filters find: whom they name, what reports claim, and the reports.
type searchBody struct {
	Query, Actor, Act, Mood, Publisher, Since, Until string

	Acts, Moods, Publishers []string
	Point                   []field
	Names                   []choice
	Claims                  []claimRow
	ClaimsTotal             int
	Reports                 []reportRow
	ReportsMore             bool
	Asked                   bool
}

// claimRow is a claim that was found.
type claimRow struct {
	Words []piece
	Mood  string
	Tone  query.Tone
	When  string
	From  string
	Href  string
}

const (
	claimsShown  = 50
	reportsShown = 20
)

func (s *Site) search(r *request) error {
	body := searchBody{Query: r.value("q"), Actor: r.value("actor"), Act: r.value("act"), Mood: r.value("mood"),
		Publisher: r.value("publisher"), Point: r.pointFields()}
	since, err := r.day("since")
	if err != nil {
		return err
	}
	until, err := r.day("until")
	if err != nil {
		return err
	}
	body.Since, body.Until = since.String(), until.String()
	vocabulary, err := s.Record.Vocabulary(r.Context())
	if err != nil {
		return err
	}
	body.Acts, body.Publishers = vocabulary.Acts, vocabulary.Publishers
	for _, m := range vocabulary.Moods {
		body.Moods = append(body.Moods, string(m))
	}
	q := query.ClaimQuestion{Words: body.Query, Act: body.Act, Mood: chancery.Mood(body.Mood), Publisher: body.Publisher, Since: since, Until: until}
	if body.Actor != "" {
		found, err := s.Record.Actor(r.Context(), body.Actor)
		if err != nil {
			return err
		}
		q.Actor = found.ID
	}
	if body.Asked = !q.Empty(); body.Asked {
		if err := r.find(&body, q); err != nil {
			return err
		}
	}
	return r.show("", "search", "Search", body)
}

// find fills in what there is.
func (r *request) find(body *searchBody, q query.ClaimQuestion) error {
	record := r.site.Record
	found, total, err := record.Claims(r.Context(), q, r.at, claimsShown)
	if err != nil {
		return err
	}
	body.ClaimsTotal = total
	for _, t := range found {
		body.Claims = append(body.Claims, claimRow{Words: r.linked(t.Text, t.Parties), Mood: moodOf(t.Claim), Tone: moodTone(t.Claim.Mood),
			When: t.When, Href: r.passageLink(t.Report.ID, t.Claim.ID), From: r.reportRow(t.Report).From + ", " + r.reportRow(t.Report).Day})
	}
	if body.Query == "" {
		return nil
	}
	body.Names, err = r.named(body.Query)
	if err != nil {
		return err
	}
	hits, err := record.Search(r.Context(), body.Query, r.at, reportsShown+1)
	if err != nil {
		return err
	}
	if body.ReportsMore = len(hits) > reportsShown; body.ReportsMore {
		hits = hits[:reportsShown]
	}
	for _, h := range hits {
		row := r.reportRow(h.Report)
		row.Snippet = hitPieces(h.Snippet)
		body.Reports = append(body.Reports, row)
	}
	return nil
}

// named lists the actors that the words name, of which there may be several or none.
func (r *request) named(words string) ([]choice, error) {
	found, err := r.site.Record.Actor(r.Context(), words)
	var ambiguous *query.AmbiguousNameError
	var unknown *query.UnknownNameError
	switch {
	case err == nil:
		return r.choices([]query.ActorChoice{found}), nil
	case errors.As(err, &ambiguous):
		return r.choices(ambiguous.Choices), nil
	case errors.As(err, &unknown):
		return nil, nil
	}
	return nil, err
}

// hitPieces parts a snippet where the words found stand between « and ».
func hitPieces(snippet string) []piece {
	var pieces []piece
	for snippet != "" {
		before, rest, found := strings.Cut(snippet, "«")
		pieces = append(pieces, piece{Text: before})
		if !found {
			break
		}
		hit, after, _ := strings.Cut(rest, "»")
		pieces = append(pieces, piece{hit, "hit"})
		snippet = after
	}
	return pieces
}

// offset is where a page of a long list begins.
func (r *request) offset() (int, error) {
	text := r.value("from")
	if text == "" {
		return 0, nil
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < 0 {
		return 0, wrongInput{fmt.Sprintf("“%s” is not a place in the list.", text)}
	}
	return n, nil
}
