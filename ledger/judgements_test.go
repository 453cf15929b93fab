package ledger

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"chancery"
)

// judge adds judgements to a history, in the plain form
//
//	2025-07-20 rejected 1                   about the claim made first, as they stand in the history
//	2025-07-20 corrected 2 mood=planned
//	2025-07-20 same 1 3
//	2025-07-20 rejected visit BLR           about the entry that show begins so, after its kind
//	… until 2025-08-01                      withdrawn on that day
func judge(t testing.TB, in Input, text string) Input {
	t.Helper()
	for _, line := range strings.Split(strings.TrimSpace(text), "\n") {
		line, until, withdrawn := strings.Cut(strings.TrimSpace(line), " until ")
		words := strings.Fields(line)
		made, err := time.Parse(time.DateOnly, words[0])
		if err != nil {
			t.Fatal(err)
		}
		j := chancery.Judgement{Verdict: chancery.Verdict(words[1]), By: "Ama", Made: made.Add(8 * time.Hour), Why: line}
		subjects := strings.Fields(line)[2:]
		switch {
		case j.Verdict.Paired():
			j.Subject = subject(t, in, subjects[0])
			other := subject(t, in, subjects[1])
			j.Other = &other
		case j.Verdict == chancery.VerdictCorrected:
			j.Subject = subject(t, in, subjects[0])
			field, value, _ := strings.Cut(strings.Join(subjects[1:], " "), "=")
			j.Corrections = []chancery.Correction{{Field: chancery.Field(field), Value: value}}
		default:
			j.Subject = subject(t, in, strings.Join(subjects, " "))
		}
		j.Identify()
		if err := j.Check(); err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		if withdrawn {
			day, err := time.Parse(time.DateOnly, until)
			if err != nil {
				t.Fatal(err)
			}
			j.Withdrawn = &chancery.Withdrawal{By: "Kofi", Made: day.Add(8 * time.Hour)}
		}
		in.Judgements = append(in.Judgements, j)
	}
	return in
}

func subject(t testing.TB, in Input, what string) chancery.Subject {
	t.Helper()
	var n int
	if _, err := fmt.Sscanf(what, "%d", &n); err == nil {
		c := in.Claims[n-1]
		return chancery.Subject{Kind: c.Kind, Anchors: []chancery.Anchor{chancery.AnchorOf(c, in.Claims)}}
	}
	for _, e := range Conclude(in) {
		if strings.Contains(show(e), " "+what) || strings.HasPrefix(show(e), what) {
			return entrySubject(e, in.Claims)
		}
	}
	t.Fatalf("no entry like %q among %v", what, showAll(Conclude(in)))
	return chancery.Subject{}
}

func entrySubject(e chancery.Entry, claims []chancery.Claim) chancery.Subject {
	s := chancery.Subject{Entry: e.ID, Kind: e.Kind}
	for _, c := range claims {
		if slices.Contains(e.For, c.ID) || slices.Contains(e.Against, c.ID) {
			s.Anchors = append(s.Anchors, chancery.AnchorOf(c, claims))
		}
	}
	return s
}

// twoMeetings are two talks of two states in one week, which two reports tell.
const twoMeetings = `
	report r1 X 2025-07-18
	BLR meet LAO; on=2025-07-17
	report r2 Y 2025-07-25
	BLR meet LAO; on=2025-07-22`

func TestJudgements(t *testing.T) {
	for _, c := range []struct {
		name, history, judgements, knownOn string
		want                               []string
	}{
		{name: "what is rejected makes nothing", history: twoMeetings, judgements: "2025-07-26 rejected 1",
			want: []string{"event meet BLR > LAO held 2025-07-22 1"}},
		{name: "what is rejected stood until then", history: twoMeetings, judgements: "2025-07-26 rejected 1", knownOn: "2025-07-25",
			want: []string{"event meet BLR > LAO held 2025-07-17 1", "event meet BLR > LAO held 2025-07-22 1"}},
		{name: "what is withdrawn counts no more", history: twoMeetings, judgements: "2025-07-26 rejected 1 until 2025-08-02",
			want: []string{"event meet BLR > LAO held 2025-07-17 1", "event meet BLR > LAO held 2025-07-22 1"}},
		{name: "what is withdrawn later counted meanwhile", history: twoMeetings, judgements: "2025-07-26 rejected 1 until 2025-08-02", knownOn: "2025-08-01",
			want: []string{"event meet BLR > LAO held 2025-07-22 1"}},
		{name: "who accepts lifts a rejection", history: twoMeetings, judgements: "2025-07-27 accepted 1\n2025-07-26 rejected 1",
			want: []string{"event meet BLR > LAO held 2025-07-17 1", "event meet BLR > LAO held 2025-07-22 1"}},
		{name: "the same", history: twoMeetings, judgements: "2025-07-26 same 1 2",
			want: []string{"event meet BLR > LAO held 2025-07-17 2"}},
		{name: "the same, and then different after all", history: twoMeetings, judgements: "2025-07-26 same 1 2\n2025-07-28 different 2 1",
			want: []string{"event meet BLR > LAO held 2025-07-17 1", "event meet BLR > LAO held 2025-07-22 1"}},
		{name: "different", history: "report r1 X 2025-07-18\nBLR meet LAO; on=2025-07-17\nreport r2 Y 2025-07-19\nBLR meet LAO; on=2025-07-17",
			judgements: "2025-07-26 different 1 2",
			want:       []string{"event meet BLR > LAO held 2025-07-17 1", "event meet BLR > LAO held 2025-07-17 1"}},
		{name: "another mood", history: twoMeetings, judgements: "2025-07-26 corrected 2 mood=planned",
			want: []string{"event meet BLR > LAO held 2025-07-17 1", "event meet BLR > LAO planned 2025-07-22 1"}},
		{name: "a corrected day joins what is on that day", history: twoMeetings, judgements: "2025-07-26 corrected 2 when=2025-07-17",
			want: []string{"event meet BLR > LAO held 2025-07-17 2"}},
		{name: "another party", history: twoMeetings, judgements: "2025-07-26 corrected 2 recipients=VNM",
			want: []string{"event meet BLR > LAO held 2025-07-17 1", "event meet BLR > VNM held 2025-07-22 1"}},
		{name: "somebody's word", history: twoMeetings, judgements: "2025-07-26 corrected 2 attribution=RUS: Sergey Lavrov",
			want: []string{"event meet BLR > LAO held 2025-07-17 1", "event meet BLR > LAO held 2025-07-22 said 1"}},
		{name: "another act", history: twoMeetings, judgements: "2025-07-26 corrected 2 act=sign",
			want: []string{"agreement sign BLR+LAO signed 2025-07-22 1", "event meet BLR > LAO held 2025-07-17 1"}},
		{name: "fields are put right one by one", history: twoMeetings,
			judgements: "2025-07-26 corrected 2 mood=planned\n2025-07-27 corrected 2 when=2025-09\n2025-07-28 corrected 2 when=2025-10-03",
			want:       []string{"event meet BLR > LAO held 2025-07-17 1", "event meet BLR > LAO planned 2025-10-03 1"}},
		{name: "a visit stays where only the promise of it is rejected", judgements: "2025-07-26 rejected commitment",
			history: "report r1 X 2025-06-01\nLAO invite BLR; obj=to visit Vientiane\nreport r2 X 2025-07-18\nBLR visit LAO; on=2025-07-17",
			want:    []string{"event visit BLR > LAO held 2025-07-17 1"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			in := judge(t, history(t, c.history), c.judgements)
			if c.knownOn != "" {
				in.KnownOn = period(t, c.knownOn).Start
			}
			got := showAll(Conclude(in))
			for i := range got {
				got[i] = strings.TrimSuffix(got[i], " !")
			}
			slices.Sort(got)
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

func TestEntriesNameTheirJudgements(t *testing.T) {
	in := judge(t, history(t, twoMeetings), "2025-07-26 accepted 1\n2025-07-26 corrected 2 object=fisheries")
	for _, e := range Conclude(in) {
		want := in.Judgements[0].ID
		if e.When.Start.Day == 22 {
			want = in.Judgements[1].ID
		}
		if !slices.Equal(e.Judgements, []string{want}) {
			t.Errorf("%s names %v, want %s", show(e), e.Judgements, want)
		}
	}
}

// TestANewerReadingInherits: the same thing read again under another id is judged already; what is no
// longer said is lost, and what stood beside the judged claim then is not meant by it.
func TestANewerReadingInherits(t *testing.T) {
	old := history(t, twoMeetings)
	twin := old.Claims[0]
	twin.Object = "fisheries" // the same passage tells it twice
	twin.Identify()
	again := old.Claims[0]
	again.Evidence.End += 7
	again.Identify()
	planned := again
	planned.Mood = chancery.MoodPlanned
	planned.Identify()
	elsewhere := again
	elsewhere.Evidence = chancery.Evidence{Start: 400, End: 430}
	elsewhere.Identify()
	for name, c := range map[string]struct {
		before, after []chancery.Claim
		judgement     string
		rejected      string
		lost          bool
	}{
		"under another id":            {old.Claims[:1], []chancery.Claim{again}, "2025-07-26 rejected 1", again.ID, false},
		"beside a new one":            {old.Claims[:1], []chancery.Claim{old.Claims[0], again}, "2025-07-26 rejected 1", old.Claims[0].ID, false},
		"no longer":                   {old.Claims[:1], nil, "2025-07-26 rejected 1", "", true},
		"in another mood":             {old.Claims[:1], []chancery.Claim{planned}, "2025-07-26 rejected 1", "", true},
		"in another place":            {old.Claims[:1], []chancery.Claim{elsewhere}, "2025-07-26 rejected 1", "", true},
		"what stood beside it stayed": {[]chancery.Claim{old.Claims[0], twin}, []chancery.Claim{twin}, "2025-07-26 rejected 1", "", true},
	} {
		t.Run(name, func(t *testing.T) {
			in := old
			in.Claims = c.before
			in = judge(t, in, c.judgement)
			r := Rule(in.Judgements, c.after, chancery.Date{})
			for _, claim := range c.after {
				if r.Rejected(claim.ID) != (claim.ID == c.rejected) {
					t.Errorf("claim %s is rejected: %v", claim.ID, r.Rejected(claim.ID))
				}
			}
			if r.Lost(in.Judgements[0].ID) != c.lost {
				t.Errorf("lost: %v, want %v", !c.lost, c.lost)
			}
		})
	}
}

// genJudged is an input with judgements about its claims and its entries.
func genJudged(t *rapid.T) Input {
	in := genInput(t)
	in.Facts = nil
	if len(in.Claims) == 0 {
		return in
	}
	entries := Conclude(in)
	subject := func(label string) chancery.Subject {
		if len(entries) > 0 && rapid.Bool().Draw(t, label+" is an entry") {
			if s := entrySubject(rapid.SampledFrom(entries).Draw(t, label), in.Claims); len(s.Anchors) > 0 {
				return s
			}
		}
		c := rapid.SampledFrom(in.Claims).Draw(t, label)
		return chancery.Subject{Kind: c.Kind, Anchors: []chancery.Anchor{chancery.AnchorOf(c, in.Claims)}}
	}
	for range rapid.IntRange(0, 5).Draw(t, "judgements") {
		j := chancery.Judgement{By: "Ama", Subject: subject("subject"), Made: genDay(t, "made").Time(),
			Verdict: rapid.SampledFrom([]chancery.Verdict{chancery.VerdictAccepted, chancery.VerdictCorrected,
				chancery.VerdictRejected, chancery.VerdictSame, chancery.VerdictDifferent}).Draw(t, "verdict")}
		switch {
		case j.Verdict.Paired():
			other := subject("other")
			j.Other = &other
		case j.Verdict == chancery.VerdictCorrected:
			j.Corrections = []chancery.Correction{rapid.SampledFrom([]chancery.Correction{
				{Field: chancery.FieldMood, Value: "planned"}, {Field: chancery.FieldMood, Value: "denied"},
				{Field: chancery.FieldWhen, Value: "2025-06"}, {Field: chancery.FieldActors, Value: "LAO, VNM"},
				{Field: chancery.FieldRecipients}, {Field: chancery.FieldAct, Value: "sign"}, {Field: chancery.FieldAct, Value: "visit"},
				{Field: chancery.FieldStanding, Value: "observer"}, {Field: chancery.FieldAttribution, Value: "RUS: Minister"},
				{Field: chancery.FieldObject, Value: "to visit Minsk"}}).Draw(t, "correction")}
		}
		j.Identify()
		if rapid.IntRange(0, 3).Draw(t, "withdrawn") == 0 {
			j.Withdrawn = &chancery.Withdrawal{By: "Kofi", Made: j.Made.AddDate(0, 0, rapid.IntRange(0, 200).Draw(t, "after"))}
		}
		in.Judgements = append(in.Judgements, j)
	}
	return in
}

// Property 3, with judgements: their order and their repetition change nothing either.
func TestOrderOfJudgementsDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := genJudged(t)
		before := bytesOf(t, Conclude(in))
		again := shuffled(t, in)
		again.Judgements = append(rapid.Permutation(in.Judgements).Draw(t, "order"), in.Judgements...)
		if after := bytesOf(t, Conclude(again)); after != before {
			t.Fatalf("another order gives another record:\n%s\n%s", before, after)
		}
	})
}

// Property 4: judgements withdrawn leave the record as if they had never been made, and every claim that
// counts is borne by an entry exactly if it would be without those of others.
func TestWithdrawnJudgementsLeaveNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := genJudged(t)
		bare := in
		bare.Judgements = nil
		in.Judgements = slices.Clone(in.Judgements)
		for i := range in.Judgements {
			in.Judgements[i].Withdrawn = &chancery.Withdrawal{By: "Kofi", Made: in.Judgements[i].Made}
		}
		if a, b := bytesOf(t, Conclude(in)), bytesOf(t, Conclude(bare)); a != b {
			t.Fatalf("withdrawn judgements change the record:\n%s\n%s", b, a)
		}
	})
}

// Properties 4, 5 and 7, with judgements: a rejected claim bears nothing, what was taken out leaves
// nothing, and what counts on a day is what had been decided by then.
func TestJudgedRecord(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := genJudged(t)
		restsOnly(t, Conclude(in), slices.DeleteFunc(slices.Clone(in.Claims), func(c chancery.Claim) bool {
			return Rule(in.Judgements, in.Claims, chancery.Date{}).Rejected(c.ID)
		}))
		gone := rapid.SampledFrom(in.Reports).Draw(t, "taken out").ID
		without := in
		without.Claims = slices.DeleteFunc(slices.Clone(in.Claims), func(c chancery.Claim) bool { return c.Report == gone })
		without.Introductions = slices.DeleteFunc(slices.Clone(in.Introductions), func(i chancery.Introduction) bool { return i.Report == gone })
		restsOnly(t, Conclude(without), without.Claims)

		then := in
		then.KnownOn = genDay(t, "known on")
		decided := then
		decided.Judgements = nil
		for _, j := range in.Judgements {
			if j.Counts(then.KnownOn) {
				j.Withdrawn = nil
				decided.Judgements = append(decided.Judgements, j)
			}
		}
		if a, b := bytesOf(t, Conclude(then)), bytesOf(t, Conclude(decided)); a != b {
			t.Fatalf("as known on %s:\n%s\nwith what had been decided by then:\n%s", then.KnownOn, a, b)
		}
	})
}
