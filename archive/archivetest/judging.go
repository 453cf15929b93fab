package archivetest

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"chancery"
)

var noon = time.Date(2025, time.March, 3, 12, 0, 0, 0, time.FixedZone("", 3*3600))

func judgement(verdict chancery.Verdict, made time.Time, claims ...chancery.Claim) chancery.Judgement {
	j := chancery.Judgement{Verdict: verdict, By: "Ama", Made: made, Why: "the passage speaks of <another> day"}
	for _, c := range claims {
		j.Subject.Anchors = append(j.Subject.Anchors, chancery.AnchorOf(c, claims))
	}
	if verdict.Paired() {
		j.Other = &chancery.Subject{Entry: "e1", Anchors: j.Subject.Anchors}
	}
	if verdict == chancery.VerdictCorrected {
		j.Corrections = []chancery.Correction{{Field: chancery.FieldMood, Value: "planned"}, {Field: chancery.FieldObject}}
	}
	j.Identify()
	return j
}

func mustJudge(t tester, archive chancery.Archive, judgements ...chancery.Judgement) {
	t.Helper()
	for _, j := range judgements {
		if err := archive.Judge(background, j); err != nil {
			t.Fatalf("judging: %v", err)
		}
	}
}

func judgementsOf(t tester, archive chancery.Archive) []chancery.Judgement {
	t.Helper()
	judgements, err := archive.Judgements(background)
	if err != nil {
		t.Fatalf("judgements: %v", err)
	}
	return judgements
}

func testJudgements(t *testing.T, open func(*testing.T) chancery.Archive) {
	archive := begin(t, open)
	read := visit("v1", 1)
	mustKeep(t, archive, read)
	var made []chancery.Judgement
	for i, verdict := range []chancery.Verdict{chancery.VerdictAccepted, chancery.VerdictCorrected, chancery.VerdictRejected,
		chancery.VerdictSame, chancery.VerdictDifferent} {
		made = append(made, judgement(verdict, noon.Add(time.Duration(i)*time.Minute), read.Claims...))
	}
	mustJudge(t, archive, made[3], made[0], made[4], made[1], made[2], made[0])
	same(t, "judgements in the order in which they were made", judgementsOf(t, archive), made)

	withdrawal := chancery.Withdrawal{By: "Kofi", Made: noon.Add(time.Hour), Why: "the ministry says otherwise"}
	got, err := archive.Withdraw(background, made[2].ID[:10], withdrawal)
	if err != nil {
		t.Fatal(err)
	}
	made[2].Withdrawn = &withdrawal
	same(t, "the judgement withdrawn", got, made[2])
	same(t, "judgements with one withdrawn", judgementsOf(t, archive), made)
	mustKeep(t, archive, visit("v2", 1))
	if err := archive.Forget(background, read.Report.ID); err != nil {
		t.Fatal(err)
	}
	same(t, "judgements after their report was forgotten", judgementsOf(t, archive), made)
}

func testBadJudgements(t *testing.T, open func(*testing.T) chancery.Archive) {
	archive := begin(t, open)
	read := visit("v1", 1)
	good := judgement(chancery.VerdictAccepted, noon, read.Claims...)
	mustJudge(t, archive, good)
	for name, spoil := range map[string]func(*chancery.Judgement){
		"without an id":          func(j *chancery.Judgement) { j.ID = "" },
		"by nobody":              func(j *chancery.Judgement) { j.By = " " },
		"at no time":             func(j *chancery.Judgement) { j.Made = time.Time{} },
		"about nothing":          func(j *chancery.Judgement) { j.Subject.Anchors = nil },
		"of an unknown verdict":  func(j *chancery.Judgement) { j.Verdict = "maybe" },
		"the same as nothing":    func(j *chancery.Judgement) { j.Verdict = chancery.VerdictSame },
		"corrected in nothing":   func(j *chancery.Judgement) { j.Verdict = chancery.VerdictCorrected },
		"withdrawn beforehand":   func(j *chancery.Judgement) { j.Withdrawn = &chancery.Withdrawal{By: "Ama", Made: noon} },
		"corrected to no mood":   func(j *chancery.Judgement) { *j = corrected(*j, chancery.FieldMood, "perhaps") },
		"corrected to no day":    func(j *chancery.Judgement) { *j = corrected(*j, chancery.FieldWhen, "2025-13-01") },
		"corrected in no field":  func(j *chancery.Judgement) { *j = corrected(*j, "weather", "fine") },
		"corrected to no actors": func(j *chancery.Judgement) { *j = corrected(*j, chancery.FieldActors, "") },
	} {
		bad := judgement(chancery.VerdictAccepted, noon.Add(time.Hour), read.Claims...)
		spoil(&bad)
		if err := archive.Judge(background, bad); err == nil {
			t.Errorf("a judgement %s is kept", name)
		}
	}
	_, err := archive.Withdraw(background, "zz", chancery.Withdrawal{By: "Ama", Made: noon})
	if !errors.Is(err, chancery.ErrNotFound) || !strings.Contains(err.Error(), `judgement "zz"`) {
		t.Errorf("an unknown id: %v; want ErrNotFound with the id", err)
	}
	if _, err := archive.Withdraw(background, good.ID, chancery.Withdrawal{By: "Ama", Made: noon.Add(-time.Hour)}); err == nil {
		t.Error("a judgement is withdrawn before it is made")
	}
	if _, err := archive.Withdraw(background, good.ID, chancery.Withdrawal{Made: noon}); err == nil {
		t.Error("a judgement is withdrawn by nobody")
	}
	same(t, "judgements", judgementsOf(t, archive), []chancery.Judgement{good})
	if _, err := archive.Withdraw(background, good.ID, chancery.Withdrawal{By: "Ama", Made: noon}); err != nil {
		t.Fatal(err)
	}
	if _, err := archive.Withdraw(background, good.ID, chancery.Withdrawal{By: "Kofi", Made: noon}); err == nil || !strings.Contains(err.Error(), "Ama") {
		t.Errorf("withdrawn twice: %v; want an error that names who did", err)
	}
}

func corrected(j chancery.Judgement, field chancery.Field, value string) chancery.Judgement {
	j.Verdict, j.Corrections = chancery.VerdictCorrected, []chancery.Correction{{Field: field, Value: value}}
	return j
}

// testJudgementHistory: whatever is judged, withdrawn, read and forgotten in whatever order, every
// judgement that was kept stays, as it was made.
func testJudgementHistory(t *testing.T, open func(*testing.T) chancery.Archive) {
	check(t, func(r *rapid.T) {
		archive := open(t)
		defer archive.Close() //nolint:errcheck // a test of the contract closes it with care
		read := visit("v1", 1)
		kept := map[string]chancery.Judgement{}
		for i := range rapid.IntRange(1, 12).Draw(r, "steps") {
			switch rapid.IntRange(0, 4).Draw(r, "step") {
			case 0:
				mustKeep(r, archive, visit(fmt.Sprintf("v%d", i), 1))
			case 1:
				_ = archive.Forget(background, read.Report.ID) // it need not be there
			case 2:
				for id, j := range kept {
					if j.Withdrawn != nil {
						continue
					}
					var err error
					if kept[id], err = archive.Withdraw(background, id, chancery.Withdrawal{By: "Kofi", Made: j.Made.Add(time.Hour)}); err != nil {
						r.Fatalf("withdrawing: %v", err)
					}
					break
				}
			default:
				j := judgement(chancery.VerdictAccepted, noon.Add(time.Duration(rapid.IntRange(0, 5).Draw(r, "minute"))*time.Minute), read.Claims...)
				mustJudge(r, archive, j)
				if _, there := kept[j.ID]; !there {
					kept[j.ID] = j
				}
			}
		}
		listed := judgementsOf(r, archive)
		if len(listed) != len(kept) {
			r.Fatalf("%d judgements are listed, %d were made", len(listed), len(kept))
		}
		for i, j := range listed {
			same(r, "judgement "+j.ID, j, kept[j.ID])
			if i > 0 && j.Made.Before(listed[i-1].Made) {
				r.Fatalf("judgements are not in the order in which they were made")
			}
		}
	})
}
