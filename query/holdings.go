package query

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"chancery"
)

// HoldingsQuestion narrows what the record holds; a zero field does not.
type HoldingsQuestion struct {
	A, B string // actors as people type them; B only beside A
	// Since and Until bound the time of the act, or where a report does not tell it the day the report was known.
	Since, Until chancery.Date
}

// Holding is a claim as it stands on record: as people put it right, and only where nobody rejected it.
type Holding struct {
	Claim  chancery.Claim
	Text   string          // as a sentence
	Report chancery.Report // without its text
	Mutual bool            // the act has no direction
	// Judgements are the ids of those that count for the claim.
	Judgements []string
}

// Conclusion is an entry where it stands on the day asked for, with the claims it rests on and those against it.
type Conclusion struct {
	Entry        chancery.Entry
	State        chancery.State // on the day asked for, which may differ from the entry's own
	Text         string
	For, Against []Holding
}

// Holdings lists the claims of the record by report, then position. As of a day they are those that tell of that day
// or an earlier one.
func (r *Record) Holdings(ctx context.Context, q HoldingsQuestion, at At) ([]Holding, error) {
	subjects, err := r.asked(ctx, q)
	if err != nil {
		return nil, err
	}
	t, err := r.teller(ctx, nil, at)
	if err != nil {
		return nil, err
	}
	known, err := r.Reports(ctx, at)
	if err != nil {
		return nil, err
	}
	counted := make(map[string]bool, len(known))
	for _, rep := range known {
		counted[rep.ID] = true
	}
	var found []Holding
	// Who takes part may have been put right, so that the archive cannot be asked for one actor's claims alone.
	for claim, err := range r.archive.Claims(ctx, chancery.ClaimFilter{}) {
		if err != nil {
			return nil, err
		}
		if !counted[claim.Report] || t.rulings.Rejected(claim.ID) {
			continue
		}
		h := t.holding(t.rulings.Correct(claim, t.publisher(claim.Report), t.acts))
		day := h.Report.KnownOn()
		if q.touches(h.Claim.When, day, at) && !slices.ContainsFunc(subjects, func(s ActorChoice) bool { return !takesPart(h.Claim, s) }) {
			found = append(found, h)
		}
	}
	return found, nil
}

// Conclusions lists the entries of the record, by id.
func (r *Record) Conclusions(ctx context.Context, q HoldingsQuestion, at At) ([]Conclusion, error) {
	subjects, err := r.asked(ctx, q)
	if err != nil {
		return nil, err
	}
	var entries []chancery.Entry
	if len(subjects) == 0 {
		entries, err = r.entries(ctx, chancery.EntryFilter{}, at)
	} else {
		entries, err = r.about(ctx, subjects, at)
	}
	if err != nil {
		return nil, err
	}
	entries = slices.DeleteFunc(entries, func(e chancery.Entry) bool { return !q.touches(e.When, e.FirstKnown, At{}) })
	slices.SortFunc(entries, func(a, b chancery.Entry) int { return strings.Compare(a.ID, b.ID) })
	t, err := r.teller(ctx, entries, at)
	if err != nil {
		return nil, err
	}
	var found []Conclusion
	for _, e := range entries {
		line, ok := t.line(e)
		if !ok {
			continue
		}
		found = append(found, Conclusion{Entry: e, State: line.State, Text: line.Text, For: t.holdings(e.For), Against: t.holdings(e.Against)})
	}
	return found, nil
}

func (r *Record) asked(ctx context.Context, q HoldingsQuestion) ([]ActorChoice, error) {
	if q.A == "" {
		return nil, nil
	}
	return r.subjects(ctx, q.A, q.B)
}

// touches reports whether a time, or where it is not known the day beside it, lies in what is asked for.
func (q HoldingsQuestion) touches(when chancery.Period, known chancery.Date, at At) bool {
	if when.IsZero() && !known.IsZero() {
		when = chancery.Day(known)
	}
	if begins := cmp.Or(when.Start, when.End); !at.AsOf.IsZero() && (begins.IsZero() || begins.After(at.AsOf)) {
		return false
	}
	asked := chancery.Period{Start: q.Since, End: q.Until}
	return asked.IsZero() || asked.Overlaps(when)
}

func takesPart(c chancery.Claim, s ActorChoice) bool {
	is := func(p chancery.Participant) bool {
		return p.ID == s.ID && (s.Person == "" || p.Person == s.Person)
	}
	return slices.ContainsFunc(c.Actor, is) || slices.ContainsFunc(c.Recipient, is) ||
		s.Person == "" && c.Association != nil && c.Association.ID == s.ID
}

func (t *teller) holding(c chancery.Claim) Holding {
	act, _ := t.acts(c.Act)
	rep := t.reports[c.Report]
	return Holding{Claim: c, Text: t.words.Claim(c, rep.Publisher), Report: rep, Mutual: act.Mutual, Judgements: t.rulings.Of(c.ID)}
}

func (t *teller) holdings(ids []string) []Holding {
	var list []Holding
	for _, id := range ids {
		if c, ok := t.claims[id]; ok {
			list = append(list, t.holding(c))
		}
	}
	return list
}
