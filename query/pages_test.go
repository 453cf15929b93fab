package query

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"chancery"
)

// What pages ask beside a dossier.

var winter = `winter Agency 2025-11-28
	On Monday Laos accused Belarus of delay. => LAO accuse BLR; obj=delay @ 2025-11-24
	Laos promised Belarus a reply by December 20. => LAO promise BLR; obj=a reply; due=2025-12-20
	The ministers met in Minsk. => BLR+LAO meet @ 2025-11-25`

func TestMorning(t *testing.T) {
	m := ask(t, must(record(t, summer, autumn, winter).Morning(context.Background(), chancery.Date{}, At{})), nil)
	if m.Since != chancery.NewDate(2025, 11, 21) {
		t.Errorf("it looks back to %s, want a week before the newest report", m.Since)
	}
	got := ""
	for _, s := range m.Sections {
		got += s.ID + "\n" + plainLines(s.Lines) + "\n"
	}
	want(t, strings.TrimSpace(got), `new
		Laos promised Belarus a reply. open [1]
		Belarus and Laos met. [25 November 2025] held [2]
		Laos accused Belarus of delay. [24 November 2025] held [3]
		tensions
		Laos is told to have become a partner of the SCO by 17 July 2025, and on 20 November 2025 is said to want contacts with it or a place in it. wished [5 4] said
		ahead
		Laos promised Belarus a reply. open [1]`)
	m = ask(t, must(record(t, summer, winter).Morning(context.Background(), chancery.NewDate(2025, 11, 29), At{AsOf: chancery.NewDate(2025, 12, 24)})), nil)
	if len(m.Sections) != 1 || m.Sections[0].ID != SectionOverdue || m.Today != chancery.NewDate(2025, 12, 24) {
		t.Errorf("as of a day after the term: %+v, want one section, of what is overdue", m.Sections)
	}
}

func TestQuestionsAskedTogetherShareTheirDay(t *testing.T) {
	r := record(t, summer, autumn, winter)
	ctx, at := Together(context.Background()), At{KnownOn: chancery.NewDate(2025, 11, 21)}
	alone := ask(t, must(r.Brief(context.Background(), "LAO", "", at)), nil)
	for range 2 {
		if together := ask(t, must(r.Brief(ctx, "LAO", "", at)), nil); fmt.Sprint(together) != fmt.Sprint(alone) {
			t.Errorf("together:\n%v\nalone:\n%v", together, alone)
		}
	}
	if now := ask(t, must(r.Brief(ctx, "LAO", "", At{KnownOn: chancery.NewDate(2025, 12, 1)})), nil); fmt.Sprint(now) == fmt.Sprint(alone) {
		t.Error("another day gives the same answer")
	}
	first, second := ask(t, must(r.view(ctx, at)), nil), ask(t, must(r.view(ctx, at)), nil)
	if len(first.then) == 0 || &first.then[0] != &second.then[0] {
		t.Error("the day is concluded twice")
	}
}

func TestActorsOnRecord(t *testing.T) {
	var got []string
	for _, p := range ask(t, must(record(t, summer, autumn).Actors(context.Background(), At{})), nil) {
		got = append(got, fmt.Sprintf("%s %d %v", p.Name, p.Entries, p.People))
	}
	want(t, strings.Join(got, "\n"), `
		Belarus 6 [{Maxim Ryzhenkov [] 1}]
		Laos 7 []
		Russia 1 []
		Shanghai Cooperation Organization 3 []`)
}

func TestClaimsByWhatTheySay(t *testing.T) {
	r := record(t, summer, autumn, winter)
	for _, test := range []struct {
		name     string
		question ClaimQuestion
		want     string
	}{
		{"two actors and a mood", ClaimQuestion{Actor: "LAO", With: "BLR", Mood: chancery.MoodPlanned}, "Laos is to visit Belarus."},
		{"an act", ClaimQuestion{Act: "accuse"}, "Laos accused Belarus of delay."},
		{"a publisher and words of the passage", ClaimQuestion{Publisher: "MinskTV", Words: "visa-free"}, "Belarus and Laos signed an agreement on visa-free travel."},
		{"a time", ClaimQuestion{Actor: "RUS", Since: chancery.NewDate(2025, 11, 1), Until: chancery.NewDate(2025, 11, 20)}, "According to Sergey Lavrov, Russia and Laos oppose unilateral measures."},
		{"nobody", ClaimQuestion{Actor: "CHN"}, ""},
	} {
		found, total, err := r.Claims(context.Background(), test.question, At{}, 0)
		if err != nil || total != len(found) {
			t.Fatalf("%s: %d of %d, %v", test.name, len(found), total, err)
		}
		var got []string
		for _, f := range found {
			got = append(got, f.Text)
		}
		if strings.Join(got, "\n") != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
	if found, total, _ := r.Claims(context.Background(), ClaimQuestion{}, At{KnownOn: chancery.NewDate(2025, 11, 21)}, 2); len(found) != 2 || total != 10 || found[0].Report.ID != "autumn" {
		t.Errorf("by what was known: %d of %d, the first of %s", len(found), total, found[0].Report.ID)
	}
}

func TestAReportWithWhatItBears(t *testing.T) {
	r := record(t, summer, autumn, winter)
	sheet := ask(t, must(r.Report(context.Background(), "winter", At{})), nil)
	var got []string
	for _, told := range sheet.Told {
		for _, e := range told.Entries {
			got = append(got, told.Text+" -> "+e.Side+" "+e.Text)
		}
	}
	want(t, strings.Join(got, "\n"), `
		Laos accused Belarus of delay. -> for Laos accused Belarus of delay.
		Laos promised Belarus a reply. -> for Laos promised Belarus a reply.
		Belarus and Laos met. -> for Belarus and Laos met.`)
	early := ask(t, must(r.Report(context.Background(), "winter", At{AsOf: chancery.NewDate(2025, 11, 1)})), nil)
	if len(early.Told) != 3 || len(early.Told[0].Entries) != 0 {
		t.Error("as of an earlier day the claims are gone, or entries are there that nobody spoke of")
	}
}

// quarrelsome gives accusations their quad class, which the codebook takes from its table of CAMEO.
func quarrelsome(r *Record) *Record {
	acts := r.words.Acts
	r.words.Acts = func(id string) (chancery.Act, bool) {
		act, ok := acts(id)
		if id == "accuse" {
			act.Quad = 3
		}
		return act, ok
	}
	return r
}

func TestWordsOfAPassage(t *testing.T) {
	for _, test := range []struct {
		words string
		has   bool
	}{{"visa", true}, {"VISA-free", true}, {`"visa-free travel"`, true}, {"trav*", true}, {"isa", false}, {"visa tariff", false}, {"", true}} {
		if has := hasWords("An agreement on visa-free travel was signed.", test.words); has != test.has {
			t.Errorf("%q: %v, want %v", test.words, has, test.has)
		}
	}
}

func TestWhoDealtWithWhom(t *testing.T) {
	r := quarrelsome(record(t, summer, autumn, winter))
	show := func(w Web) string {
		var lines []string
		for _, rel := range w.Relations {
			lines = append(lines, fmt.Sprintf("%s %s %v", rel.A, rel.B, rel.Counts))
		}
		return strings.Join(append(lines, fmt.Sprintf("left out %d", w.LeftOut)), "\n")
	}
	want(t, show(ask(t, must(r.Web(context.Background(), WebQuestion{}, At{})), nil)), `
		BLR LAO map[clashed:1 met:2 signed:1]
		left out 0`)
	want(t, show(ask(t, must(r.Web(context.Background(), WebQuestion{Since: chancery.NewDate(2025, 11, 25), With: "LAO"}, At{})), nil)), `
		BLR LAO map[met:1]
		left out 0`)
	want(t, show(ask(t, must(r.Web(context.Background(), WebQuestion{Only: DealingClashed}, At{AsOf: chancery.NewDate(2025, 10, 1)})), nil)), "left out 0")
	tied := record(t, `tie Agency 2025-11-28
		Laos and Belarus have had diplomatic relations since 1992. => BLR+LAO relations-since @ 1992-01-24`)
	want(t, show(ask(t, must(tied.Web(context.Background(), WebQuestion{Only: DealingTied}, At{})), nil)), `
		BLR LAO map[tied:1]
		left out 0`)
	said := quarrelsome(record(t, `word Agency 2025-11-28
		Laos attacked Belarus, Lavrov said. => LAO accuse BLR; by=Sergey Lavrov @ 2025-11-24`))
	want(t, show(ask(t, must(said.Web(context.Background(), WebQuestion{}, At{})), nil)), "left out 1")
	want(t, show(ask(t, must(said.Web(context.Background(), WebQuestion{Said: true}, At{})), nil)), `
		BLR LAO map[clashed:1]
		left out 0`)
}

func TestCourseOfAPair(t *testing.T) {
	var got []string
	for _, m := range ask(t, must(quarrelsome(record(t, summer, winter)).Course(context.Background(), "LAO", "BLR", At{})), nil) {
		got = append(got, fmt.Sprintf("%s %v", m.Start, m.Counts))
	}
	want(t, strings.Join(got, "\n"), `
		2025-07-01 map[met:1 signed:1]
		2025-08-01 map[]
		2025-09-01 map[]
		2025-10-01 map[]
		2025-11-01 map[clashed:1 met:1]`)
}
