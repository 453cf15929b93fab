package query

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"chancery"
)

// Explanation says why the record says something: the passages, in context, with the rule that read
// each and the chain of those who say it.
type Explanation struct {
	Entry    *chancery.Entry `json:"entry,omitempty"` // nil where a claim was asked about
	Text     string          `json:"text"`
	State    chancery.State  `json:"state,omitempty"`
	Passages []Passage       `json:"passages"`
	Tensions []string        `json:"tensions,omitempty"`
	// Judgements are what people decided about it, in words, as far as it counts.
	Judgements []string `json:"judgements,omitempty"`
	Register   string   `json:"register,omitempty"`
}

// Passage is one claim's evidence in its report.
type Passage struct {
	Claim chancery.Claim `json:"claim"`
	Text  string         `json:"text"` // the claim as a sentence
	// AsRead is the sentence as the reader had it, where somebody put it right.
	AsRead string `json:"as_read,omitempty"`
	// Rejected marks a claim that somebody rejected: nothing is concluded from it.
	Rejected  bool   `json:"rejected,omitempty"`
	Side      string `json:"side"` // "for", "against", or "beside" for a claim of a neighbouring entry
	Publisher string `json:"publisher,omitempty"`
	Title     string `json:"title,omitempty"`
	Name      string `json:"name,omitempty"` // where the report came from
	Published string `json:"published,omitempty"`
	// PublishedWhy gives the reasons for a date that had to be worked out.
	PublishedWhy []string `json:"published_why,omitempty"`
	// SameText is the report that carries the same text and was known first: the passage is no second
	// witness beside it.
	SameText string `json:"same_text,omitempty"`
	// Before and After are the report's own words around the evidence, up to a sentence each way and
	// the rest of its own. Between them stands Claim.Evidence.Text.
	Before   string   `json:"before,omitempty"`
	After    string   `json:"after,omitempty"`
	Speakers []string `json:"speakers,omitempty"` // from the innermost outwards
}

// ErrNothingSaid says that an entry is on record, but that nothing is said of the day asked for.
var ErrNothingSaid = errors.New("nothing is said of that day")

// Why explains an entry or a claim, by its id or an unambiguous beginning of it.
func (r *Record) Why(ctx context.Context, id string, at At) (Explanation, error) {
	id = strings.ToLower(strings.TrimSpace(id))
	if id == "" {
		return Explanation{}, fmt.Errorf("why: no id given; take one from a line of a brief")
	}
	entries, err := r.entries(ctx, chancery.EntryFilter{IDs: []string{id}}, at)
	switch {
	case err != nil && !errors.Is(err, chancery.ErrNotFound):
		return Explanation{}, err
	case err == nil && len(entries) > 1:
		return Explanation{}, fmt.Errorf("why: %d entries begin with %q; give more of the id", len(entries), id)
	case err == nil && len(entries) == 1:
		return r.whyEntry(ctx, entries[0], at)
	}
	var claims []chancery.Claim
	for claim, err := range r.archive.Claims(ctx, chancery.ClaimFilter{IDs: []string{id}}) {
		if errors.Is(err, chancery.ErrNotFound) {
			break
		}
		if err != nil {
			return Explanation{}, err
		}
		claims = append(claims, claim)
	}
	switch len(claims) {
	case 0:
		return Explanation{}, fmt.Errorf("why: no entry or claim begins with %q: %w", id, chancery.ErrNotFound)
	case 1:
		return r.whyClaim(ctx, claims[0], at)
	}
	return Explanation{}, fmt.Errorf("why: %d claims begin with %q; give more of the id", len(claims), id)
}

func (r *Record) whyEntry(ctx context.Context, e chancery.Entry, at At) (Explanation, error) {
	t, err := r.teller(ctx, []chancery.Entry{e}, at)
	if err != nil {
		return Explanation{}, err
	}
	state, ok := t.stateOf(e)
	if !ok {
		return Explanation{}, fmt.Errorf("why: %w: entry %s as of %s", ErrNothingSaid, e.ID, Date(at.AsOf))
	}
	x := Explanation{Entry: &e, State: state, Text: t.tell(e, state, t.besides(e)), Register: e.Register,
		Passages: []Passage{}, Judgements: t.judgements(e.Judgements)}
	for _, tension := range e.Tensions {
		x.Tensions = append(x.Tensions, t.plainly(tension.Why, e))
	}
	sides := map[string]string{}
	for _, s := range e.Steps {
		sides[s.Claim] = "beside"
	}
	for _, id := range e.For {
		sides[id] = "for"
	}
	for _, id := range e.Against {
		sides[id] = "against"
	}
	for id, side := range sides {
		claim, ok := t.claims[id]
		if !ok {
			continue
		}
		p, err := t.passage(ctx, claim, side)
		if err != nil {
			return Explanation{}, err
		}
		x.Passages = append(x.Passages, p)
	}
	if err := t.markCopies(ctx, x.Passages); err != nil {
		return Explanation{}, err
	}
	slices.SortFunc(x.Passages, func(a, b Passage) int {
		return cmp.Or(t.reports[a.Claim.Report].KnownOn().Compare(t.reports[b.Claim.Report].KnownOn()),
			strings.Compare(a.Claim.Report, b.Claim.Report), cmp.Compare(a.Claim.Evidence.Start, b.Claim.Evidence.Start),
			strings.Compare(a.Claim.ID, b.Claim.ID))
	})
	return x, nil
}

func (r *Record) whyClaim(ctx context.Context, c chancery.Claim, at At) (Explanation, error) {
	t, err := r.teller(ctx, nil, at)
	if err != nil {
		return Explanation{}, err
	}
	if err := t.load(ctx, []string{c.ID}); err != nil {
		return Explanation{}, err
	}
	p, err := t.passage(ctx, t.claims[c.ID], "for")
	return Explanation{Text: p.Text, Passages: []Passage{p}, Judgements: t.judgements(t.rulings.Of(c.ID))}, err
}

func (t *teller) passage(ctx context.Context, c chancery.Claim, side string) (Passage, error) {
	rep, err := t.archive.Report(ctx, c.Report)
	if err != nil {
		return Passage{}, fmt.Errorf("reading the report %s of claim %s: %w", c.Report, c.ID, err)
	}
	p := Passage{Claim: c, Text: t.words.Claim(c, rep.Publisher), Side: side, Publisher: rep.Publisher, Title: rep.Title,
		Name: rep.Name, Published: Period(rep.Published), PublishedWhy: rep.PublishedWhy,
		Rejected: t.rulings.Rejected(c.ID)}
	if read, ok := t.asRead[c.ID]; ok {
		if p.AsRead = t.words.Claim(read, rep.Publisher); p.AsRead == p.Text {
			p.AsRead = ""
		}
	}
	p.Before, p.After = around(rep.Text, c.Evidence.Start, c.Evidence.End)
	for _, s := range c.SaidBy {
		p.Speakers = append(p.Speakers, cmp.Or(s.Name, s.Text))
	}
	return p, nil
}
