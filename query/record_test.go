package query

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"chancery"
)

// Two reports, as two publishers might write them months apart.
var summer = `summer MinskTV 2025-07-17..2025-07-31
	It was announced that Laos is now a partner of the group. => LAO gain-standing; in=SCO; st=partner @ 2025-06-17..2025-07-17
	Minsk has been a member for a year. => BLR hold-standing; in=SCO; st=member @ 2024-07-01..2024-07-31
	A delegation from Minsk is in Vientiane. => BLR visit LAO; mood=under way @ 2025-07-17
	The President of Laos is awaited in Minsk. => LAO visit BLR; mood=planned
	"He has accepted the invitation of our President to visit Belarus," said Maxim Ryzhenkov. => LAO accept-invitation BLR; obj=to visit Belarus; by=Maxim Ryzhenkov && BLR quote; who=Maxim Ryzhenkov; obj=He has accepted the invitation of our President to visit Belarus; by=Maxim Ryzhenkov
	"We agreed to prepare a meeting of the leaders." => BLR+LAO agree; obj=to prepare a meeting of the leaders; by=Maxim Ryzhenkov
	On July 17 the ministers signed an agreement on visa-free travel. => BLR+LAO sign; ins=an agreement on visa-free travel @ 2025-07-17`

var autumn = `autumn Agency 2025-11-20
	Laos would like contacts with the group, Sergey Lavrov wrote. => LAO seek-standing; in=SCO; mood=wished; by=Sergey Lavrov
	Both reject unilateral measures, he wrote. => RUS+LAO oppose; obj=unilateral measures; by=Sergey Lavrov`

func ask[T any](t *testing.T, answer T, err error) T {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	return answer
}

// plainly lists what an answer says, a line each, with its sources.
func plainLines(lines []Line) string {
	var b strings.Builder
	for _, l := range lines {
		fmt.Fprintf(&b, "%s", l.Text)
		if l.When != "" {
			fmt.Fprintf(&b, " [%s]", l.When)
		}
		fmt.Fprintf(&b, " %s %v", l.State, l.Sources)
		if l.OnlySaid {
			b.WriteString(" said")
		}
		b.WriteString("\n")
	}
	return strings.TrimSpace(b.String())
}

func section(d Dossier, id string) []Line {
	for _, s := range d.Sections {
		if s.ID == id {
			return s.Lines
		}
	}
	return nil
}

func want(t *testing.T, got, want string) {
	t.Helper()
	var lines []string
	for _, line := range strings.Split(strings.TrimSpace(want), "\n") {
		lines = append(lines, strings.TrimSpace(line))
	}
	if want := strings.Join(lines, "\n"); got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
}

func TestBriefOfOne(t *testing.T) {
	d := ask(t, must(record(t, summer, autumn).Brief(context.Background(), "Lao PDR", "", At{})), nil)
	want(t, plainLines(section(d, SectionStanding)), `
		Laos became a partner of the Shanghai Cooperation Organization. [since about June 2025] held [1]
		According to Sergey Lavrov, Laos is interested in the Shanghai Cooperation Organization. wished [2] said`)
	want(t, plainLines(section(d, SectionCommitments)),
		`According to Maxim Ryzhenkov, Laos accepted an invitation from Belarus to visit Belarus. open [4 5 6] said`)
	want(t, plainLines(section(d, SectionAgreements)),
		`An agreement on visa-free travel between Belarus and Laos was signed. [17 July 2025] signed [3]`)
	want(t, plainLines(section(d, SectionMeetings)), `Belarus is visiting Laos. [17 July 2025] under way [7]`)
	want(t, plainLines(section(d, SectionPositions)),
		`According to Sergey Lavrov, Laos and Russia oppose unilateral measures. held [8] said`)
	tensions := section(d, SectionTensions)
	if len(tensions) != 1 || len(tensions[0].Sources) != 2 || !strings.Contains(tensions[0].Text, "want contacts") {
		t.Errorf("tensions: %+v, want one on the SCO with both passages", tensions)
	}
	for i, s := range d.Sources {
		if s.Number != i+1 || s.Text == "" || s.Publisher == "" {
			t.Errorf("source %d is %+v", i+1, s)
		}
	}
}

func must[T any](answer T, err error) T {
	if err != nil {
		panic(err)
	}
	return answer
}

func TestBriefNumbersItsLines(t *testing.T) {
	d := must(record(t, summer, autumn).Brief(context.Background(), "Laos", "Belarus", At{}))
	n := 0
	for _, s := range d.Sections {
		for _, l := range s.Lines {
			n++
			if l.Number != n || len(l.Sources) == 0 && l.Register == "" || l.Entry == "" || l.Voice == "" && l.Register == "" {
				t.Errorf("line %d: %+v", n, l)
			}
			for _, source := range l.Sources {
				if source < 1 || source > len(d.Sources) {
					t.Errorf("line %d has source %d of %d", n, source, len(d.Sources))
				}
			}
		}
	}
	if n == 0 {
		t.Fatal("an empty dossier")
	}
	// What the two have in common: their standings in one association.
	if got := section(d, SectionStanding); len(got) != 3 {
		t.Errorf("standings of the pair: %s", plainLines(got))
	}
	if _, err := json.Marshal(d); err != nil {
		t.Error(err)
	}
}

func TestBriefOfAPerson(t *testing.T) {
	d := must(record(t, summer, autumn).Brief(context.Background(), "Ryzhenkov", "", At{}))
	got := section(d, SectionQuotes)
	if len(got) != 1 || got[0].Text != "Belarus (Maxim Ryzhenkov): “He has accepted the invitation of our President to visit Belarus”" {
		t.Errorf("quotes: %+v", got)
	}
	if len(section(d, SectionAgreements)) != 0 {
		t.Error("the agreement names nobody, and stands in his dossier")
	}
}

func TestVoices(t *testing.T) {
	d := must(record(t, summer, autumn).Brief(context.Background(), "Russia", "Laos", At{}))
	if got := section(d, SectionPositions)[0].Voice; got != "according to Sergey Lavrov, in Agency" {
		t.Errorf("got %q", got)
	}
}

func TestAsOfAndAsKnownOn(t *testing.T) {
	r := record(t, summer, autumn)
	july := chancery.NewDate(2025, 7, 1)
	tests := []struct {
		name string
		at   At
		want string
	}{
		{"now", At{}, `
			Laos became a partner of the Shanghai Cooperation Organization. [since about June 2025] held [1]
			According to Sergey Lavrov, Laos is interested in the Shanghai Cooperation Organization. wished [2] said`},
		{"as of 1 July: perhaps already", At{AsOf: july}, `
			Laos may have become a partner of the Shanghai Cooperation Organization. [between 17 June 2025 and 17 July 2025] possible [1]`},
		{"as known on 1 July: nothing", At{KnownOn: july}, ``},
		{"as known in August", At{KnownOn: chancery.NewDate(2025, 8, 1)},
			`Laos became a partner of the Shanghai Cooperation Organization. [since about June 2025] held [1]`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			want(t, plainLines(must(r.Standings(context.Background(), "LAO", tt.at)).Lines), tt.want)
		})
	}
}

func TestStandingsOfAnAssociationListTheRegister(t *testing.T) {
	a := must(record(t, summer).Standings(context.Background(), "SCO", At{}))
	want(t, plainLines(a.Lines), `
		Belarus is a member of the Shanghai Cooperation Organization. [since 4 July 2024] held [1]
		China is a member of the Shanghai Cooperation Organization. [since 15 June 2001] held []
		Laos became a partner of the Shanghai Cooperation Organization. [since about June 2025] held [2]`)
	if got := a.Lines[1]; got.Voice != "the register (handbook)" || got.Register != "handbook" {
		t.Errorf("a fact of the register has the voice %q", got.Voice)
	}
}

func TestATermThatEndsLaterIsHeld(t *testing.T) {
	r := record(t, summer)
	want(t, plainLines(must(r.Standings(context.Background(), "EAEU", At{})).Lines), `
		Belarus chairs the EAEU. [2025] held []
		China is a member of the EAEU. [since 1 January 2015] held []
		Russia is a member of the EAEU. [since 1 January 2015] held []`)
	r.Today = func() chancery.Date { return chancery.NewDate(2026, 1, 1) }
	if got := must(r.Standings(context.Background(), "EAEU", At{})).Lines[0].Text; got != "Belarus chaired the EAEU." {
		t.Errorf("after the term: %s", got)
	}
}

func TestWhatChangedLatelyPassesOverTheRegister(t *testing.T) {
	// The claim brings in the register's facts about the pair, of which one ends in December.
	r := record(t, `one KPL 2025-02-02
		Minsk is a member. => BLR hold-standing; in=EAEU; st=member
		They met. => BLR meet LAO @ 2025-02-01`, `two KPL 2025-08-01
		They met again. => BLR meet LAO @ 2025-07-30`)
	want(t, plainLines(section(must(r.Brief(context.Background(), "Laos", "", At{})), SectionLately)),
		`Belarus met Laos. [30 July 2025] held [1]`)
	want(t, plainLines(section(must(r.Brief(context.Background(), "Belarus", "", At{})), SectionLately)),
		`Belarus met Laos. [30 July 2025] held [2]`)
}

func TestDenialsSaySoFar(t *testing.T) {
	r := record(t, `one KPL 2024-04-16
		Laos ratified the treaty on trade routes with Belarus. => LAO ratify BLR; ins=the treaty on trade routes @ 2024-04-15
		Belarus has not ratified it. => BLR ratify LAO; ins=the treaty on trade routes; mood=denied
		Russia has not ratified the treaty on rivers. => RUS ratify; ins=the treaty on rivers; mood=denied
		China has not promised Laos money. => CHN promise LAO; obj=money; mood=denied
		China did not accuse Laos. => CHN accuse LAO; obj=anything; mood=denied`)
	ctx := context.Background()
	want(t, plainLines(must(r.Agreements(ctx, "", "", At{})).Lines), `
		Russia has not ratified the treaty on rivers (as of 16 April 2024). denied [1]
		The treaty on trade routes between Belarus and Laos was ratified by Laos; Belarus has not ratified it. [15 April 2024] ratified [2 3]`)
	want(t, plainLines(section(must(r.Brief(ctx, "China", "", At{})), SectionCommitments)),
		`China has not promised Laos money (as of 16 April 2024). denied [1]`)
	want(t, plainLines(section(must(r.Brief(ctx, "China", "", At{})), SectionEvents)),
		`China did not accuse Laos of anything. denied [2]`)
}

func TestADenialIsAsOldAsItsReport(t *testing.T) {
	r := record(t, `one KPL 2024-04-16
		Russia has not ratified the treaty on rivers. => RUS ratify; ins=the treaty on rivers; mood=denied`,
		`two KPL 2024-06-16
		Russia has still not ratified the treaty on rivers yet. => RUS ratify; ins=the treaty on rivers; mood=denied`)
	for day, as := range map[chancery.Date]string{{}: "16 June 2024", chancery.NewDate(2024, 5, 1): "16 April 2024"} {
		got := must(r.Agreements(context.Background(), "", "", At{AsOf: day})).Lines
		if len(got) != 1 || got[0].Text != "Russia has not ratified the treaty on rivers (as of "+as+")." {
			t.Errorf("on %s: %+v", day, got)
		}
	}
}

func TestAPromiseKeptInPartBySomebodysWord(t *testing.T) {
	r := record(t, `one KPL 2024-04-16
		China promised Laos 400 generators in January. => CHN promise LAO; obj=400 generators @ 2024-01-10
		China has sent 150, the minister said. => CHN aid LAO; obj=150 generators; by=Kham Souk @ 2024-04-15`)
	want(t, plainLines(must(r.Commitments(context.Background(), "", "", true, At{})).Lines),
		`China promised Laos 400 generators; under way according to Kham Souk. [15 April 2024] under way [1 2] said`)
	want(t, plainLines(must(r.Commitments(context.Background(), "", "", true, At{AsOf: chancery.NewDate(2024, 2, 1)})).Lines),
		`China promised Laos 400 generators. [10 January 2024] open [1 2]`)
}

func TestWhoSaysThatItWasPutOffDoesNotSayThatItWasAccepted(t *testing.T) {
	r := record(t, `one KPL 2024-04-16
		Laos accepted an invitation from Belarus. => LAO accept-invitation BLR; by=Kham Souk
		The visit was put off, the ministry said. => LAO visit BLR; mood=postponed; by=the ministry`)
	want(t, plainLines(must(r.Commitments(context.Background(), "", "", false, At{})).Lines),
		`According to Kham Souk, Laos accepted an invitation from Belarus. open [1 2] said`)
}

func TestATermThatBeginsWithItsReport(t *testing.T) {
	r := record(t, `one KPL 2024-03-05
		China promised Laos to send rice by the end of June. => CHN promise LAO; obj=to send rice; due=2024-03-05..2024-06-30 @ 2024-03-05
		China promised Laos to send tea in June. => CHN promise LAO; obj=to send tea; due=2024-06-01..2024-06-30 @ 2024-03-05`)
	var due []string
	for _, l := range must(r.Commitments(context.Background(), "", "", false, At{})).Lines {
		due = append(due, l.Due)
	}
	slices.Sort(due)
	if got := strings.Join(due, "; "); got != "June 2024; by 30 June 2024" {
		t.Errorf("due %s", got)
	}
}

func TestTimelineOfTheWholeRecord(t *testing.T) {
	r := record(t, `one KPL 2024-02-02
		They signed. => BLR+LAO sign; ins=a treaty on trade routes @ 2024-02-01`, `two KPL 2024-03-02
		They met. => RUS meet CHN @ 2024-03-01`)
	a := must(r.Timeline(context.Background(), "", "", At{}))
	want(t, plainLines(a.Lines), `
		Belarus and Laos signed a treaty on trade routes. [1 February 2024] signed [1]
		Russia met China. [1 March 2024] held [2]`)
	if a.Title != "Timeline" || len(a.Subjects) != 0 {
		t.Errorf("title %q, subjects %v", a.Title, a.Subjects)
	}
}

func TestOpenCommitments(t *testing.T) {
	promise := `early KPL 2024-02-01
		China will send rice. => CHN promise LAO; obj=to send rice @ 2024-02-01
		China kept its word. => CHN keep-promise LAO @ 2024-03-01`
	r := record(t, summer, promise)
	ctx := context.Background()
	if got := must(r.Commitments(ctx, "", "", true, At{})); len(got.Lines) != 1 {
		t.Errorf("open: %s", plainLines(got.Lines))
	}
	if got := must(r.Commitments(ctx, "", "", false, At{})); len(got.Lines) != 2 {
		t.Errorf("all: %s", plainLines(got.Lines))
	}
	got := must(r.Commitments(ctx, "China", "", true, At{AsOf: chancery.NewDate(2024, 2, 10)}))
	want(t, plainLines(got.Lines), `China promised Laos to send rice. [1 February 2024] open [1 2]`)
}

func TestTimelineTellsSteps(t *testing.T) {
	r := record(t, `one KPL 2024-02-02
		They signed. => BLR+LAO sign; ins=a treaty on trade routes @ 2024-02-01
		Laos ratified. => LAO ratify; ins=the treaty on trade routes @ 2024-03-01
		It is to enter into force. => BLR+LAO enter-into-force; ins=the treaty on trade routes; mood=planned @ 2024-09-01`)
	a := must(r.Timeline(context.Background(), "Laos", "", At{}))
	want(t, plainLines(a.Lines), `
		Belarus and Laos signed a treaty on trade routes. [1 February 2024] signed [1]
		The treaty on trade routes is to enter into force for Belarus and Laos. [1 September 2024] planned [2]
		Laos ratified the treaty on trade routes. [1 March 2024] ratified [3]`)
}

func TestNamesAsTyped(t *testing.T) {
	r := record(t, summer)
	tests := []struct{ typed, id, failure string }{
		{"LAO", "LAO", ""},
		{" laos ", "LAO", ""},
		{"Ryzhenkov", "BLR", ""},
		{"Loas", "", `no actor is called "Loas"; did you mean Laos (LAO)?`},
		{"Lavs", "", `no actor is called "Lavs"; did you mean Laos (LAO)?`},
		{"Belar", "", `no actor is called "Belar"; did you mean Belarus (BLR)?`},
		{"Atlantis", "", `no actor is called "Atlantis"; try an ISO code (LAO), a name (Laos) or an association (SCO)`},
		{"Guinea", "", `"Guinea" may be Guinea (GIN) or Guinea-Bissau (GNB); say which by its code`},
		{"", "", "no actor given; name a state, an association or a person"},
	}
	for _, tt := range tests {
		got, err := r.Actor(context.Background(), tt.typed)
		if got.ID != tt.id || (err == nil) != (tt.failure == "") || err != nil && err.Error() != tt.failure {
			t.Errorf("%q: got %v, %v; want %s%s", tt.typed, got, err, tt.id, tt.failure)
		}
	}
	if _, err := r.Brief(context.Background(), "Laos", "LAO", At{}); err == nil || !strings.Contains(err.Error(), "same actor") {
		t.Errorf("a pair of one actor: %v", err)
	}
}

func TestWhy(t *testing.T) {
	r := record(t, summer, autumn)
	ctx := context.Background()
	line := section(must(r.Brief(ctx, "Laos", "", At{})), SectionCommitments)[0]
	x := must(r.Why(ctx, line.Entry[:8], At{}))
	if x.Entry == nil || x.Entry.ID != line.Entry || len(x.Passages) != 3 {
		t.Fatalf("got %+v", x)
	}
	p := x.Passages[1]
	if p.Claim.Evidence.Text != `"He has accepted the invitation of our President to visit Belarus," said Maxim Ryzhenkov.` ||
		p.Before != "The President of Laos is awaited in Minsk. " ||
		p.After != ` "We agreed to prepare a meeting of the leaders."` ||
		strings.Join(p.Speakers, " < ") != "Maxim Ryzhenkov < MinskTV" || p.Side != "for" || p.Title == "" {
		t.Errorf("got %+v", p)
	}
	claim := must(r.Why(ctx, p.Claim.ID, At{}))
	if claim.Entry != nil || len(claim.Passages) != 1 || claim.Text != p.Text {
		t.Errorf("of a claim: %+v", claim)
	}
	if _, err := r.Why(ctx, "ffffffffffffffff", At{}); !errors.Is(err, chancery.ErrNotFound) {
		t.Errorf("of nothing: %v", err)
	}
	if _, err := r.Why(ctx, "", At{}); err == nil {
		t.Error("no id, and no error")
	}
}

func TestForgetTakesOutWhatRestedOnTheReport(t *testing.T) {
	r := record(t, summer, autumn)
	ctx := context.Background()
	if _, err := r.Forget(ctx, "autumn"); err != nil {
		t.Fatal(err)
	}
	with, without := must(r.Brief(ctx, "Laos", "", At{})), must(record(t, summer).Brief(ctx, "Laos", "", At{}))
	if a, b := must(json.Marshal(with)), must(json.Marshal(without)); string(a) != string(b) {
		t.Errorf("got:\n%s\nwant:\n%s", a, b)
	}
}

func TestARetiredClaimDoesNotHideTheRest(t *testing.T) {
	r := record(t, summer)
	s := r.archive.(*shelf)
	line := section(must(r.Brief(context.Background(), "Laos", "", At{})), SectionCommitments)[0]
	gone := must(r.Why(context.Background(), line.Entry, At{})).Passages[0].Claim.ID
	for i, c := range s.claims {
		if c.ID == gone {
			s.claims = append(s.claims[:i:i], s.claims[i+1:]...)
			break
		}
	}
	if x := must(r.Why(context.Background(), line.Entry, At{})); len(x.Passages) != 2 {
		t.Errorf("%d passages left, want 2", len(x.Passages))
	}
}

func TestSearchAndReports(t *testing.T) {
	r := record(t, summer, autumn)
	ctx := context.Background()
	if hits := must(r.Search(ctx, "visa-free", At{}, 0)); len(hits) != 1 || hits[0].Report.ID != "summer" {
		t.Errorf("got %+v", hits)
	}
	if hits := must(r.Search(ctx, "visa-free", At{KnownOn: chancery.NewDate(2025, 7, 20)}, 0)); len(hits) != 0 {
		t.Errorf("found before it was known: %+v", hits)
	}
	if _, err := r.Search(ctx, "  ", At{}, 0); err == nil {
		t.Error("no words, and no error")
	}
	if got := must(r.Reports(ctx, At{KnownOn: chancery.NewDate(2025, 8, 1)})); len(got) != 1 || got[0].ID != "summer" {
		t.Errorf("known in August: %+v", got)
	}
}

func TestAround(t *testing.T) {
	text := "First one. The second, here it is, ends. \"Third!\" he said.\nA new paragraph by Mr. Smith of St. Kitts begins."
	tests := []struct{ evidence, before, after string }{
		{"here it is", "First one. The second, ", ", ends. \"Third!\""},
		{"First one.", "", " The second, here it is, ends."},
		{"\"Third!\" he said.", "The second, here it is, ends. ", ""},
		{"paragraph", "A new ", " by Mr. Smith of St. Kitts begins."},
	}
	for _, tt := range tests {
		start := strings.Index(text, tt.evidence)
		before, after := around(text, start, start+len(tt.evidence))
		if before != tt.before || after != tt.after {
			t.Errorf("%q: got %q, %q; want %q, %q", tt.evidence, before, after, tt.before, tt.after)
		}
	}
}

func FuzzAround(f *testing.F) {
	f.Add("One. Two, here. Three.", 5, 8)
	f.Add("”…. é\n\n", 1, 3)
	f.Add("", 0, 0)
	f.Fuzz(func(t *testing.T, text string, start, end int) {
		before, after := around(text, start, end)
		if start < 0 || end > len(text) || start > end {
			if before+after != "" {
				t.Fatal("words from outside the text")
			}
			return
		}
		if !strings.Contains(text, before+text[start:end]+after) {
			t.Fatalf("%q, %q are not around it in %q", before, after, text)
		}
	})
}

func FuzzActor(f *testing.F) {
	for _, s := range []string{"Laos", "ḶÄÖ\x00", "Loas", strings.Repeat("x", 300)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		acts := map[string]chancery.Act{}
		r := New(&shelf{entries: []chancery.Entry{{ID: "1", Actors: []chancery.Party{{ID: "LAO", Name: "Laos"}}}}}, directory{},
			func(id string) (chancery.Act, bool) { a, ok := acts[id]; return a, ok })
		choice, err := r.Actor(context.Background(), typed)
		if (err == nil) != (choice.ID != "") {
			t.Fatalf("%q: %v, %v", typed, choice, err)
		}
	})
}

// TestWhatAPersonDoesAndSays: what somebody did and what he says, of his own state and of others, and nothing that
// a namesake of another state does.
func TestWhatAPersonDoesAndSays(t *testing.T) {
	r := record(t, summer, autumn, `winter Agency 2025-12-20
	A minister of that name met his guest. => VNM meet RUS; who=Sergey Lavrov @ 2025-12-18`)
	entries := must(r.about(context.Background(), []ActorChoice{{ID: "RUS", Name: "Russia", Person: "Sergey Lavrov"}}, At{}))
	var acts []string
	for _, e := range entries {
		acts = append(acts, e.Act)
	}
	slices.Sort(acts)
	want(t, strings.Join(acts, "\n"), "oppose\nseek-standing")
}
