package query

import (
	"cmp"
	"context"
	"fmt"
	"iter"
	"slices"
	"strings"
	"sync"
	"testing"

	"chancery"
)

// shelf is an archive in memory, as plain as the contract allows.
type shelf struct {
	mu            sync.Mutex
	reports       map[string]chancery.Report
	claims        []chancery.Claim
	introductions []chancery.Introduction
	entries       []chancery.Entry
	judgements    []chancery.Judgement
}

var _ chancery.Archive = (*shelf)(nil)

func (s *shelf) Keep(_ context.Context, batch []chancery.Reading) ([]chancery.Kept, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	var kept []chancery.Kept
	for _, r := range batch {
		_, had := s.reports[r.Report.ID]
		kept = append(kept, chancery.Kept{Report: r.Report.ID, New: !had, Unchanged: had})
		if !had {
			s.reports[r.Report.ID] = r.Report
			s.claims = append(s.claims, r.Claims...)
			s.introductions = append(s.introductions, r.Introductions...)
		}
	}
	return kept, nil
}

func (s *shelf) Has(_ context.Context, _ string, ids []string) (map[string]bool, error) {
	has := map[string]bool{}
	for _, id := range ids {
		if _, ok := s.reports[id]; ok {
			has[id] = true
		}
	}
	return has, nil
}

func (s *shelf) Report(_ context.Context, id string) (chancery.Report, error) {
	for full, r := range s.reports {
		if strings.HasPrefix(full, id) {
			return r, nil
		}
	}
	return chancery.Report{}, fmt.Errorf("report %s: %w", id, chancery.ErrNotFound)
}

func (s *shelf) Reports(context.Context) ([]chancery.Report, error) {
	var list []chancery.Report
	for _, r := range s.reports {
		r.Text = ""
		list = append(list, r)
	}
	slices.SortFunc(list, func(a, b chancery.Report) int {
		return cmp.Or(b.KnownOn().Compare(a.KnownOn()), strings.Compare(a.ID, b.ID))
	})
	return list, nil
}

func (s *shelf) Claims(_ context.Context, f chancery.ClaimFilter) iter.Seq2[chancery.Claim, error] {
	return func(yield func(chancery.Claim, error) bool) {
		for _, id := range f.IDs {
			if !slices.ContainsFunc(s.claims, func(c chancery.Claim) bool { return strings.HasPrefix(c.ID, id) }) {
				yield(chancery.Claim{}, fmt.Errorf("claim %s: %w", id, chancery.ErrNotFound))
				return
			}
		}
		for _, c := range s.claims {
			if len(f.IDs) > 0 && !slices.ContainsFunc(f.IDs, func(id string) bool { return strings.HasPrefix(c.ID, id) }) {
				continue
			}
			with := func(p chancery.Participant) bool { return p.ID == f.Actor }
			if f.Report != "" && c.Report != f.Report || f.Act != "" && c.Act != f.Act ||
				f.Actor != "" && !slices.ContainsFunc(slices.Concat(c.Actor, c.Recipient), with) && (c.Association == nil || c.Association.ID != f.Actor) {
				continue
			}
			if !yield(c, nil) {
				return
			}
		}
	}
}

func (s *shelf) Introductions(context.Context) ([]chancery.Introduction, error) {
	return s.introductions, nil
}

func (s *shelf) Forget(_ context.Context, id string) error {
	delete(s.reports, id)
	s.claims = slices.DeleteFunc(s.claims, func(c chancery.Claim) bool { return c.Report == id })
	s.introductions = slices.DeleteFunc(s.introductions, func(i chancery.Introduction) bool { return i.Report == id })
	return nil
}

func (s *shelf) SetEntries(_ context.Context, entries []chancery.Entry) error {
	s.entries = entries
	return nil
}

func (s *shelf) Entries(_ context.Context, f chancery.EntryFilter) ([]chancery.Entry, error) {
	for _, id := range f.IDs {
		if !slices.ContainsFunc(s.entries, func(e chancery.Entry) bool { return strings.HasPrefix(e.ID, id) }) {
			return nil, fmt.Errorf("entry %s: %w", id, chancery.ErrNotFound)
		}
	}
	var list []chancery.Entry
	for _, e := range s.entries {
		if passes(e, f) {
			list = append(list, e)
		}
	}
	return list, nil
}

func (s *shelf) Search(_ context.Context, words string, limit int) ([]chancery.Hit, error) {
	var hits []chancery.Hit
	reports, _ := s.Reports(context.Background())
	for _, r := range reports {
		if strings.Contains(strings.ToLower(s.reports[r.ID].Text), strings.ToLower(words)) && (limit < 1 || len(hits) < limit) {
			hits = append(hits, chancery.Hit{Report: r})
		}
	}
	return hits, nil
}

func (s *shelf) Judge(_ context.Context, j chancery.Judgement) error {
	s.judgements = append(s.judgements, j)
	return j.Check()
}

func (s *shelf) Withdraw(_ context.Context, id string, w chancery.Withdrawal) (chancery.Judgement, error) {
	for i := range s.judgements {
		if strings.HasPrefix(s.judgements[i].ID, id) {
			s.judgements[i].Withdrawn = &w
			return s.judgements[i], nil
		}
	}
	return chancery.Judgement{}, chancery.ErrNotFound
}

func (s *shelf) Judgements(context.Context) ([]chancery.Judgement, error) { return s.judgements, nil }

func (s *shelf) Close() error { return nil }

// directory is a register of a handful of actors.
type directory struct{}

func (directory) Find(text string) []ActorChoice {
	var found []ActorChoice
	for id, name := range someNames {
		if strings.EqualFold(id, text) || strings.EqualFold(name, text) || strings.EqualFold("Lao PDR", text) && id == "LAO" {
			found = append(found, ActorChoice{ID: id, Name: name, Kind: chancery.KindState})
		}
	}
	switch text {
	case "Maxim Ryzhenkov", "Ryzhenkov":
		found = append(found, ActorChoice{ID: "BLR", Name: "Belarus", Kind: chancery.KindPerson, Person: "Maxim Ryzhenkov"})
	case "Lavs":
		found = append(found, ActorChoice{ID: "LAO", Name: "Laos", Near: true})
	case "Guinea":
		found = append(found, ActorChoice{ID: "GIN", Name: "Guinea"}, ActorChoice{ID: "GNB", Name: "Guinea-Bissau"})
	}
	return found
}

func (directory) Name(id string) string { return someNames[id] }

func (directory) Facts(actor, association string) []chancery.StandingFact {
	facts := []chancery.StandingFact{
		{Actor: "BLR", Association: "SCO", Standing: chancery.StandingMember, Since: chancery.NewDate(2024, 7, 4),
			Precision: chancery.PrecisionDay, Source: "handbook"},
		{Actor: "CHN", Association: "SCO", Standing: chancery.StandingMember, Since: chancery.NewDate(2001, 6, 15),
			Precision: chancery.PrecisionDay, Source: "handbook"},
		{Actor: "BLR", Association: "EAEU", Standing: chancery.StandingChair, Since: chancery.NewDate(2025, 1, 1),
			Until: chancery.NewDate(2025, 12, 31), Precision: chancery.PrecisionDay, Source: "handbook"},
		{Actor: "RUS", Association: "EAEU", Standing: chancery.StandingMember, Since: chancery.NewDate(2015, 1, 1),
			Precision: chancery.PrecisionDay, Source: "handbook"},
		{Actor: "CHN", Association: "EAEU", Standing: chancery.StandingMember, Since: chancery.NewDate(2015, 1, 1),
			Precision: chancery.PrecisionDay, Source: "handbook"},
	}
	return slices.DeleteFunc(facts, func(f chancery.StandingFact) bool {
		return actor != "" && f.Actor != actor || association != "" && f.Association != association
	})
}

// record reads small reports and rebuilds. Each is "ID PUBLISHER DATE", then lines of
// "the sentence => the claim" in the form of told.
func record(t *testing.T, reports ...string) *Record {
	t.Helper()
	acts := bookActs(t)
	s := &shelf{reports: map[string]chancery.Report{}}
	for _, text := range reports {
		s.claims = append(s.claims, report(t, s, acts, text)...)
	}
	r := New(s, directory{}, func(id string) (chancery.Act, bool) { a, ok := acts[id]; return a, ok })
	r.Today = func() chancery.Date { return chancery.NewDate(2025, 12, 1) }
	if _, err := r.Rebuild(context.Background()); err != nil {
		t.Fatal(err)
	}
	return r
}

func report(t *testing.T, s *shelf, acts map[string]chancery.Act, text string) []chancery.Claim {
	lines := strings.Split(strings.TrimSpace(text), "\n")
	head := strings.Fields(lines[0])
	r := chancery.Report{ID: head[0], Publisher: head[1], Title: "Title of " + head[0]}
	if len(head) > 2 {
		r.Published = when(t, head[2])
	}
	var claims []chancery.Claim
	for _, line := range lines[1:] {
		sentence, claim, _ := strings.Cut(strings.TrimSpace(line), " => ")
		start := len(r.Text)
		r.Text += sentence + " "
		for _, told1 := range strings.Split(claim, " && ") {
			if told1 == "" {
				continue
			}
			told1, at, _ := strings.Cut(told1, " @ ")
			c := told(t, acts, told1)
			c.Report, c.Evidence = r.ID, chancery.Evidence{Start: start, End: start + len(sentence), Text: sentence}
			if at != "" {
				c.When = when(t, at)
			}
			for i := range c.SaidBy {
				if c.SaidBy[i].Name == "KPL" {
					c.SaidBy[i].Name = r.Publisher
				}
			}
			c.Identify()
			claims = append(claims, c)
		}
	}
	s.reports[r.ID] = r
	return claims
}

func when(t testing.TB, s string) chancery.Period {
	t.Helper()
	from, to, isRange := strings.Cut(s, "..")
	var p chancery.Period
	var err error
	if p.Start, err = chancery.ParseDate(from); err != nil {
		t.Fatal(err)
	}
	p.End, p.Precision, p.Basis = p.Start, chancery.PrecisionDay, chancery.BasisText
	if isRange {
		p.Precision = chancery.PrecisionVague
		if p.End, err = chancery.ParseDate(to); err != nil {
			t.Fatal(err)
		}
	}
	return p
}
