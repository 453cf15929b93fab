package query

import (
	"context"
	"testing"

	"chancery"
)

func TestHoldingsFollowWhatPeopleDecided(t *testing.T) {
	ctx := context.Background()
	r := record(t, summer, autumn)
	all := must(r.Holdings(ctx, HoldingsQuestion{}, At{}))
	if len(all) < 3 {
		t.Fatalf("only %d claims", len(all))
	}
	rejected, corrected := all[0].Claim, all[1].Claim
	decide(t, r, rejected.ID, chancery.VerdictRejected)
	j := decide(t, r, corrected.ID, chancery.VerdictCorrected, chancery.Correction{Field: chancery.FieldMood, Value: string(chancery.MoodDenied)})
	now := must(r.Holdings(ctx, HoldingsQuestion{}, At{}))
	if len(now) != len(all)-1 {
		t.Errorf("%d claims after one of %d was rejected", len(now), len(all))
	}
	for _, h := range now {
		switch h.Claim.ID {
		case rejected.ID:
			t.Error("a rejected claim is held")
		case corrected.ID:
			if h.Claim.Mood != chancery.MoodDenied || len(h.Judgements) != 1 || h.Judgements[0] != j.ID {
				t.Errorf("put right: %+v", h)
			}
		}
	}
}

func TestHoldingsOfAnActorAndOfADay(t *testing.T) {
	ctx := context.Background()
	r := record(t, summer, autumn)
	for _, h := range must(r.Holdings(ctx, HoldingsQuestion{A: "Russia"}, At{})) {
		if !takesPart(h.Claim, ActorChoice{ID: "RUS"}) {
			t.Errorf("Russia has no part in %s", h.Text)
		}
	}
	day := chancery.NewDate(2025, 8, 1)
	early := must(r.Holdings(ctx, HoldingsQuestion{}, At{KnownOn: day}))
	if all := must(r.Holdings(ctx, HoldingsQuestion{}, At{})); len(early) == 0 || len(early) >= len(all) {
		t.Errorf("%d of %d claims were known in August", len(early), len(all))
	}
	for _, h := range early {
		if h.Report.KnownOn().After(day) {
			t.Errorf("not known then: %s", h.Text)
		}
	}
}
