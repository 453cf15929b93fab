package query

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"chancery"
)

const (
	// unsure is the confidence below which a reading wants a person's eye, where no other passage says it
	// with more.
	unsure = 0.75
	// fresh is how many days before the newest report an entry counts as new.
	fresh = 7
)

// wants is why an entry wants review.
type wants struct {
	entry      chancery.Entry
	tensions   int
	confidence float64 // of its surest claim
	fresh      bool
	reasons    []string
}

// Queue lists what nobody has judged yet, of all actors or of those named: what does not go together
// first, then what was read with little confidence, then what is new, then the rest; of each the
// latest first. An entry comes back when a passage is added that nobody has judged. A limit below 1 is
// none.
func (r *Record) Queue(ctx context.Context, subjects []ActorChoice, at At, limit int) (Answer, error) {
	entries, err := r.entries(ctx, chancery.EntryFilter{}, at)
	if err != nil {
		return Answer{}, err
	}
	t, err := r.teller(ctx, entries, at)
	if err != nil {
		return Answer{}, err
	}
	var newest chancery.Date
	for _, e := range entries {
		if e.LastKnown.After(newest) {
			newest = e.LastKnown
		}
	}
	var queue []wants
	for _, e := range entries {
		_, ok := t.stateOf(e)
		if !ok || e.Kind == chancery.KindQuote || t.settled(e) || !concerns(e, subjects) {
			continue
		}
		queue = append(queue, t.wants(e, newest))
	}
	slices.SortFunc(queue, func(a, b wants) int {
		return cmp.Or(cmp.Compare(b.tensions, a.tensions), cmp.Compare(yes(b.confidence < unsure), yes(a.confidence < unsure)),
			cmp.Compare(yes(b.fresh), yes(a.fresh)), b.entry.LastKnown.Compare(a.entry.LastKnown), strings.Compare(a.entry.ID, b.entry.ID))
	})
	a := Answer{Title: "For review", Subjects: subjects, At: at, Lines: []Line{}}
	for _, w := range queue {
		if limit > 0 && len(a.Lines) == limit {
			break
		}
		if line, ok := t.line(w.entry); ok {
			line.Note = strings.Join(w.reasons, "; ")
			a.Lines = append(a.Lines, line)
		}
	}
	a.Sources = t.sources
	return a, nil
}

// settled reports whether every claim of an entry was judged. The register's own facts are nobody's to
// judge here.
func (t *teller) settled(e chancery.Entry) bool {
	return !slices.ContainsFunc(slices.Concat(e.For, e.Against), func(id string) bool { return len(t.rulings.Of(id)) == 0 })
}

func (t *teller) wants(e chancery.Entry, newest chancery.Date) wants {
	w := wants{entry: e, tensions: len(e.Tensions), fresh: !e.FirstKnown.IsZero() && !e.FirstKnown.Before(newest.AddDays(-fresh))}
	for _, id := range slices.Concat(e.For, e.Against) {
		w.confidence = max(w.confidence, t.claims[id].Confidence)
	}
	if w.tensions > 0 {
		w.reasons = append(w.reasons, "it does not go together with what else is told")
	}
	if w.confidence < unsure {
		w.reasons = append(w.reasons, fmt.Sprintf("read with little confidence, %.2f", w.confidence))
	}
	if w.fresh {
		w.reasons = append(w.reasons, "new")
	}
	if len(e.Judgements) > 0 {
		w.reasons = append(w.reasons, "a passage was added since it was judged")
	}
	return w
}
