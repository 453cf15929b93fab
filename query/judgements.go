package query

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"chancery"
	"chancery/ledger"
)

// Decision is what somebody wants to be put down about a claim or an entry, as typed.
type Decision struct {
	ID          string // of an entry or a claim, or the beginning of one
	Verdict     chancery.Verdict
	Corrections []chancery.Correction // actors and associations may stand by name
	Other       string                // the second id, for the same and the different
	By, Why     string
	Made        time.Time
}

// Judged is a judgement in words.
type Judged struct {
	chancery.Judgement
	Text  string `json:"text"`            // what was decided: "Rejected by Ama on 26 July 2025: WHY"
	About string `json:"about"`           // what it is about, as a sentence, as it was read
	Other string `json:"other,omitempty"` // and the second
	// Lost says that it finds nothing any more: a newer reader no longer reads it so, or the report is gone.
	Lost bool `json:"lost,omitempty"`
}

// Judge keeps a judgement and concludes the record anew.
func (r *Record) Judge(ctx context.Context, d Decision) (chancery.Judgement, error) {
	j := chancery.Judgement{Verdict: d.Verdict, By: strings.TrimSpace(d.By), Why: strings.TrimSpace(d.Why), Made: d.Made.Truncate(time.Second)}
	var err error
	if j.Subject, err = r.subjectOf(ctx, d.ID); err != nil {
		return j, err
	}
	if d.Verdict.Paired() {
		other, err := r.subjectOf(ctx, d.Other)
		if err != nil {
			return j, err
		}
		if j.Subject.Entry == "" {
			j.Subject.Kind = other.Kind
		}
		if other.Entry == "" {
			other.Kind = j.Subject.Kind
		}
		if j.Subject.Kind != other.Kind {
			return j, fmt.Errorf("%s is about a %s and %s about a %s; only two of a kind can be the same or different", d.ID, j.Subject.Kind, d.Other, other.Kind)
		}
		j.Other = &other
	}
	for _, c := range d.Corrections {
		if c, err = r.meant(ctx, c); err != nil {
			return j, err
		}
		j.Corrections = append(j.Corrections, c)
	}
	j.Identify()
	if err := j.Check(); err != nil {
		return j, err
	}
	if err := r.complete(ctx, j); err != nil {
		return j, err
	}
	if err := r.archive.Judge(ctx, j); err != nil {
		return j, err
	}
	_, err = r.Rebuild(ctx)
	return j, err
}

// Withdraw takes a judgement back, which stays on record as withdrawn, and concludes the record anew.
func (r *Record) Withdraw(ctx context.Context, id string, w chancery.Withdrawal) (chancery.Judgement, error) {
	w.Made = w.Made.Truncate(time.Second)
	j, err := r.archive.Withdraw(ctx, strings.ToLower(strings.TrimSpace(id)), w)
	if err != nil {
		return j, err
	}
	_, err = r.Rebuild(ctx)
	return j, err
}

// subjectOf finds the entry, or else the claim, that an id begins.
func (r *Record) subjectOf(ctx context.Context, id string) (chancery.Subject, error) {
	id = strings.ToLower(strings.TrimSpace(id))
	if id == "" {
		return chancery.Subject{}, fmt.Errorf("no sign given of what is judged; the signs stand at the end of the lines")
	}
	entries, err := r.archive.Entries(ctx, chancery.EntryFilter{IDs: []string{id}})
	switch {
	case err == nil && len(entries) == 1:
		e := entries[0]
		s := chancery.Subject{Entry: e.ID, Kind: e.Kind}
		s.Anchors, err = r.anchors(ctx, slices.Concat(e.For, e.Against))
		if err == nil && len(s.Anchors) == 0 {
			err = fmt.Errorf("entry %s rests on the register of actors alone; a row of your own in --actors puts it right", e.ID)
		}
		return s, err
	case err != nil && !errors.Is(err, chancery.ErrNotFound):
		return chancery.Subject{}, err
	}
	for claim, err := range r.archive.Claims(ctx, chancery.ClaimFilter{IDs: []string{id}}) {
		if errors.Is(err, chancery.ErrNotFound) {
			break
		}
		if err != nil {
			return chancery.Subject{}, err
		}
		s := chancery.Subject{Kind: claim.Kind}
		s.Anchors, err = r.anchors(ctx, []string{claim.ID})
		return s, err
	}
	return chancery.Subject{}, fmt.Errorf("no entry and no claim begins with %q: %w", id, chancery.ErrNotFound)
}

func (r *Record) anchors(ctx context.Context, ids []string) ([]chancery.Anchor, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	reports := map[string][]chancery.Claim{}
	var meant []chancery.Claim
	for claim, err := range r.archive.Claims(ctx, chancery.ClaimFilter{IDs: ids}) {
		if err != nil {
			return nil, err
		}
		meant = append(meant, claim)
		reports[claim.Report] = nil
	}
	for report := range reports {
		claims, err := r.claimsOf(ctx, report)
		if err != nil {
			return nil, err
		}
		reports[report] = claims
	}
	anchors := make([]chancery.Anchor, len(meant))
	for i, c := range meant {
		anchors[i] = chancery.AnchorOf(c, reports[c.Report])
	}
	return anchors, nil
}

// claimsOf lists a report's claims; none where the report is not there.
func (r *Record) claimsOf(ctx context.Context, report string) ([]chancery.Claim, error) {
	var claims []chancery.Claim
	for claim, err := range r.archive.Claims(ctx, chancery.ClaimFilter{Report: report}) {
		if errors.Is(err, chancery.ErrNotFound) {
			return nil, nil
		}
		if err != nil {
			return nil, err
		}
		claims = append(claims, claim)
	}
	return claims, nil
}

// meant puts ids in the place of the names of actors, and refuses acts that the codebook does not have.
func (r *Record) meant(ctx context.Context, c chancery.Correction) (chancery.Correction, error) {
	c.Value = strings.TrimSpace(c.Value)
	if err := c.Check(); err != nil {
		return c, err
	}
	apart := map[chancery.Field]string{chancery.FieldActors: ",", chancery.FieldRecipients: ",", chancery.FieldAssociation: ",", chancery.FieldAttribution: ";"}[c.Field]
	if c.Field == chancery.FieldAct && r.acts != nil {
		if _, ok := r.acts(c.Value); !ok {
			return c, fmt.Errorf("the codebook has no act %q; chancery codebook lists them", c.Value)
		}
	}
	if apart == "" || c.Value == "" {
		return c, nil
	}
	var parts []string
	for part := range strings.SplitSeq(c.Value, apart) {
		name, person, acts := strings.Cut(part, ":")
		actor, err := r.Actor(ctx, name)
		if err != nil {
			return c, fmt.Errorf("%s: %w", c.Field, err)
		}
		switch person = strings.TrimSpace(person); {
		case acts && person != "":
			parts = append(parts, actor.ID+": "+person)
		case actor.Person != "":
			parts = append(parts, actor.ID+": "+actor.Person)
		default:
			parts = append(parts, actor.ID)
		}
	}
	c.Value = strings.Join(parts, apart+" ")
	return c, nil
}

// complete refuses a correction that would leave a claim without what its kind needs, and so make
// nothing of it without anybody's having said so.
func (r *Record) complete(ctx context.Context, j chancery.Judgement) error {
	if len(j.Corrections) == 0 {
		return nil
	}
	for _, a := range j.Subject.Anchors {
		claims, err := r.claimsOf(ctx, a.Report)
		if err != nil {
			return err
		}
		rulings := ledger.Rule([]chancery.Judgement{j}, claims, chancery.Date{})
		for _, c := range claims {
			c = rulings.Correct(c, "", r.acts)
			if c.ID == a.Claim && c.Kind == chancery.KindStanding && c.Association == nil {
				return fmt.Errorf("%s is a standing in an association; name it too: association=NAME", c.Act)
			}
		}
	}
	return nil
}

// rulings brings the judgements that count by the day to the claims that are kept.
func (r *Record) rulings(ctx context.Context, on chancery.Date) (*ledger.Rulings, map[string]chancery.Judgement, error) {
	judgements, err := r.archive.Judgements(ctx)
	if err != nil {
		return nil, nil, err
	}
	byID := make(map[string]chancery.Judgement, len(judgements))
	var claims []chancery.Claim
	seen := map[string]bool{}
	for _, j := range judgements {
		byID[j.ID] = j
		subjects := []*chancery.Subject{&j.Subject, j.Other}
		for _, s := range subjects {
			if s == nil {
				continue
			}
			for _, a := range s.Anchors {
				if seen[a.Report] {
					continue
				}
				seen[a.Report] = true
				of, err := r.claimsOf(ctx, a.Report)
				if err != nil {
					return nil, nil, err
				}
				claims = append(claims, of...)
			}
		}
	}
	return ledger.Rule(judgements, claims, on), byID, nil
}

// Judgements lists what was judged by the day asked for, the latest first; those withdrawn too.
func (r *Record) Judgements(ctx context.Context, at At) ([]Judged, error) {
	t, err := r.teller(ctx, nil, at)
	if err != nil {
		return nil, err
	}
	all := []Judged{}
	judgements, err := r.archive.Judgements(ctx)
	if err != nil {
		return nil, err
	}
	for _, j := range slices.Backward(judgements) {
		if !at.KnownOn.IsZero() && (chancery.DateOf(j.Made).After(at.KnownOn) || t.unpublished(j, at.KnownOn)) {
			continue
		}
		if j.Withdrawn != nil && !at.KnownOn.IsZero() && chancery.DateOf(j.Withdrawn.Made).After(at.KnownOn) {
			j.Withdrawn = nil
		}
		judged := Judged{Judgement: j, Text: t.judgement(j), Lost: j.Withdrawn == nil && t.rulings.Lost(j.ID)}
		if judged.About, err = t.subject(ctx, j.Subject); err != nil {
			return nil, err
		}
		if j.Other != nil {
			if judged.Other, err = t.subject(ctx, *j.Other); err != nil {
				return nil, err
			}
		}
		all = append(all, judged)
	}
	return all, nil
}

// unpublished reports whether all that a judgement is about became known only after the day: somebody
// decided about a report of which only the last day it can be from is known.
func (t *teller) unpublished(j chancery.Judgement, day chancery.Date) bool {
	return !slices.ContainsFunc(j.Subject.Anchors, func(a chancery.Anchor) bool { return !t.reports[a.Report].KnownOn().After(day) })
}

// subject says what a judgement is about: its first claim that is still read, as it was read.
func (t *teller) subject(ctx context.Context, s chancery.Subject) (string, error) {
	for _, a := range s.Anchors {
		claims, err := t.claimsOf(ctx, a.Report)
		if err != nil {
			return "", err
		}
		for _, c := range claims {
			if c.ID == a.Claim || a.Like(c) && !slices.Contains(a.Beside, c.ID) {
				return t.words.Claim(c, t.publisher(c.Report)), nil
			}
		}
	}
	if len(s.Anchors) > 0 && t.reports[s.Anchors[0].Report].ID == "" {
		return "Its report is no longer in the archive.", nil
	}
	return "No passage is read so any more.", nil
}
