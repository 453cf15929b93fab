package query

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"chancery"
)

var autumnDay = time.Date(2025, time.November, 25, 9, 0, 0, 0, time.UTC)

// signOf is the id of the first entry whose line holds the words.
func signOf(t *testing.T, r *Record, words string) string {
	t.Helper()
	for _, s := range must(r.Brief(context.Background(), "Laos", "", At{})).Sections {
		for _, l := range s.Lines {
			if strings.Contains(l.Text, words) {
				return l.Entry
			}
		}
	}
	t.Fatalf("no line holds %q", words)
	return ""
}

func decide(t *testing.T, r *Record, id string, v chancery.Verdict, corrections ...chancery.Correction) chancery.Judgement {
	t.Helper()
	j, err := r.Judge(context.Background(), Decision{ID: id, Verdict: v, Corrections: corrections, By: "Ama", Why: "it is so.", Made: autumnDay})
	if err != nil {
		t.Fatal(err)
	}
	return j
}

func TestLinesTellTheirJudgements(t *testing.T) {
	r := record(t, summer, autumn)
	decide(t, r, signOf(t, r, "visa-free"), chancery.VerdictCorrected,
		chancery.Correction{Field: chancery.FieldWhen, Value: "2025-07-18"}, chancery.Correction{Field: chancery.FieldActors, Value: "Lao PDR, Russia"})
	found := must(r.Agreements(context.Background(), "Laos", "", At{}))
	want(t, plainLines(found.Lines), `An agreement on visa-free travel between Laos and Russia was signed. [18 July 2025] signed [1]`)
	want(t, strings.Join(found.Lines[0].Judgements, "\n"), `Corrected by Ama on 25 November 2025, when is 18 July 2025 and actors is Laos and Russia: it is so.`)
	x := must(r.Why(context.Background(), found.Lines[0].Entry, At{}))
	if len(x.Judgements) != 1 || !strings.Contains(x.Passages[0].AsRead, "Belarus") || !strings.Contains(x.Passages[0].Text, "Russia") {
		t.Errorf("why tells %v, read as %q, put right as %q", x.Judgements, x.Passages[0].AsRead, x.Passages[0].Text)
	}
	before := must(r.Agreements(context.Background(), "Laos", "", At{KnownOn: chancery.NewDate(2025, 11, 24)}))
	if !strings.Contains(before.Lines[0].Text, "Belarus") || before.Lines[0].Judgements != nil {
		t.Errorf("on the day before it was decided the record says %+v", before.Lines[0])
	}
}

func TestRejectedAndWithdrawn(t *testing.T) {
	ctx := context.Background()
	r := record(t, summer, autumn)
	claim := must(r.Why(ctx, signOf(t, r, "visa-free"), At{})).Passages[0].Claim.ID
	j := decide(t, r, claim, chancery.VerdictRejected)
	if found := must(r.Agreements(ctx, "Laos", "", At{})); len(found.Lines) > 0 {
		t.Errorf("a rejected claim makes %s", found.Lines[0].Text)
	}
	if x := must(r.Why(ctx, claim, At{})); !x.Passages[0].Rejected || len(x.Judgements) != 1 {
		t.Errorf("why does not tell that the claim is rejected: %+v", x)
	}
	if _, err := r.Withdraw(ctx, j.ID[:8], chancery.Withdrawal{By: "Kofi", Made: autumnDay.AddDate(0, 0, 1)}); err != nil {
		t.Fatal(err)
	}
	if found := must(r.Agreements(ctx, "Laos", "", At{})); len(found.Lines) != 1 {
		t.Error("what is no longer rejected is not on record again")
	}
	all := must(r.Judgements(ctx, At{}))
	if len(all) != 1 || !strings.HasSuffix(all[0].Text, "; withdrawn by Kofi on 26 November 2025.") || !strings.Contains(all[0].About, "visa-free") {
		t.Errorf("the judgements are %+v", all)
	}
	if then := must(r.Judgements(ctx, At{KnownOn: chancery.NewDate(2025, 11, 25)})); len(then) != 1 || then[0].Withdrawn != nil {
		t.Errorf("on the day on which it was made it is %+v", then)
	}
}

func TestJudgementsOfForgottenReports(t *testing.T) {
	ctx := context.Background()
	r := record(t, summer, autumn)
	decide(t, r, signOf(t, r, "oppose"), chancery.VerdictAccepted)
	report := must(r.Reports(ctx, At{}))[0].ID
	if _, err := r.Forget(ctx, report); err != nil {
		t.Fatal(err)
	}
	if all := must(r.Judgements(ctx, At{})); len(all) != 1 || !all[0].Lost || !strings.Contains(all[0].About, "no longer in the archive") {
		t.Errorf("the judgement is %+v", all)
	}
}

func TestDecisionsThatMakeNoSense(t *testing.T) {
	ctx := context.Background()
	r := record(t, summer, autumn)
	visit, signing := signOf(t, r, "is visiting"), signOf(t, r, "visa-free")
	correct := func(field chancery.Field, value string) Decision {
		return Decision{ID: signing, Verdict: chancery.VerdictCorrected, Corrections: []chancery.Correction{{Field: field, Value: value}}}
	}
	for words, d := range map[string]Decision{
		"begins with":          {ID: "zz", Verdict: chancery.VerdictAccepted},
		"no sign given":        {Verdict: chancery.VerdictAccepted},
		"two of a kind":        {ID: visit, Verdict: chancery.VerdictSame, Other: signing},
		"no act":               correct(chancery.FieldAct, "dance"),
		"want one of":          correct(chancery.FieldMood, "merry"),
		"want a day":           correct(chancery.FieldWhen, "soon"),
		"no actor is called":   correct(chancery.FieldActors, "Atlantis"),
		"association=NAME":     correct(chancery.FieldAct, "gain-standing"),
		"reject it instead":    correct(chancery.FieldActors, " "),
		"none of the ladder's": correct(chancery.FieldStanding, "friend"),
	} {
		d.By, d.Made = "Ama", autumnDay
		if _, err := r.Judge(ctx, d); err == nil || !strings.Contains(err.Error(), words) {
			t.Errorf("%+v: %v; want an error with %q", d, err, words)
		}
	}
	if all := must(r.Judgements(ctx, At{})); len(all) > 0 {
		t.Errorf("kept: %+v", all)
	}
	if _, err := r.Withdraw(ctx, "zz", chancery.Withdrawal{By: "Ama", Made: autumnDay}); !errors.Is(err, chancery.ErrNotFound) {
		t.Errorf("withdrawing nothing: %v", err)
	}
}

func TestQueue(t *testing.T) {
	ctx := context.Background()
	r := record(t, summer, autumn)
	queue := must(r.Queue(ctx, nil, At{}, 0))
	if len(queue.Lines) < 5 || len(queue.Lines[0].Tensions) == 0 || !strings.Contains(queue.Lines[0].Note, "go together") {
		t.Fatalf("the queue does not begin with a tension: %+v", queue.Lines)
	}
	first := queue.Lines[0].Entry
	decide(t, r, first, chancery.VerdictAccepted)
	for _, l := range must(r.Queue(ctx, nil, At{}, 0)).Lines {
		if l.Entry == first {
			t.Error("what was accepted is still in the queue")
		}
	}
	if all := must(r.Queue(ctx, nil, At{}, 2)); len(all.Lines) != 2 {
		t.Errorf("%d lines, want 2", len(all.Lines))
	}
	for _, l := range must(r.Queue(ctx, []ActorChoice{{ID: "RUS"}}, At{}, 0)).Lines {
		if !strings.Contains(l.Text, "Russia") {
			t.Errorf("in the queue of Russia stands %s", l.Text)
		}
	}
}
