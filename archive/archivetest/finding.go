package archivetest

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"chancery"
)

// withID gives a reading's report another id, to have ids that begin alike.
func withID(r chancery.Reading, id string) chancery.Reading {
	r.Report.ID = id
	r.Claims = slices.Clone(r.Claims)
	for i := range r.Claims {
		r.Claims[i].Report = id
		r.Claims[i].Identify()
	}
	r.Introductions = slices.Clone(r.Introductions)
	for i := range r.Introductions {
		r.Introductions[i].Report = id
	}
	return r
}

func testReportByID(t *testing.T, open func(*testing.T) chancery.Archive) {
	archive := begin(t, open)
	mustKeep(t, archive, withID(visit("v1", 1), "aa11"), withID(visit("v1", 2), "aa12"),
		withID(visit("v1", 3), "ab"), withID(visit("v1", 4), "abc"), withID(visit("v1", 5), "a%_"))
	for typed, want := range map[string]string{
		"aa11": "aa11", "aa12": "aa12",
		"ab":  "ab", // whole, though another begins with it
		"abc": "abc",
		"a%":  "a%_", // no wildcard
	} {
		got, err := archive.Report(t.Context(), typed)
		if err != nil || got.ID != want {
			t.Errorf("report %q: got %q, %v; want %q", typed, got.ID, err, want)
		}
	}
	for _, unknown := range []string{"ac", "aa113", "", "A", "%", "a_"} {
		_, err := archive.Report(t.Context(), unknown)
		if !errors.Is(err, chancery.ErrNotFound) || !strings.Contains(err.Error(), `"`+unknown+`"`) {
			t.Errorf("report %q: %v; want ErrNotFound with the id", unknown, err)
		}
	}
	_, err := archive.Report(t.Context(), "aa")
	if err == nil || errors.Is(err, chancery.ErrNotFound) ||
		!strings.Contains(err.Error(), "aa11") || !strings.Contains(err.Error(), "aa12") {
		t.Errorf("report \"aa\": %v; want an error that lists both candidates", err)
	}
}

func testReportsOrder(t *testing.T, open func(*testing.T) chancery.Archive) {
	archive := begin(t, open)
	day := func(d int) chancery.Date { return chancery.NewDate(2023, time.June, d) }
	dated := func(id string, published chancery.Period) chancery.Reading {
		r := withID(visit("v1", len(id)), id)
		r.Report.Published = published
		return r
	}
	mustKeep(t, archive,
		dated("undated", chancery.Period{}),
		dated("old", chancery.Day(day(2))),
		dated("some time until the ninth", chancery.Period{Start: day(1), End: day(9)}),
		dated("b of the fifth", chancery.Day(day(5))),
		dated("a of the fifth", chancery.Day(day(5))),
		dated("since the seventh", chancery.Period{Start: day(7)}))
	reports, err := archive.Reports(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"some time until the ninth", "since the seventh", "a of the fifth", "b of the fifth", "old", "undated"}
	same(t, "reports", reportIDs(reports), want)
	same(t, "hits", search(t, archive, "Peruvian", 0), want)
	same(t, "the first two hits", search(t, archive, "Peruvian", 2), want[:2])
}

func testClaimFilters(t *testing.T, open func(*testing.T) chancery.Archive) {
	archive := begin(t, open)
	r := report("Delta Post", "", "Chad joined. Togo hosted Chad. Fiji spoke. Togo left.", chancery.NewDate(2022, time.May, 4))
	all := reading("v1", r,
		act{act: "join", actor: "TCD", association: "XYZ", words: "Chad joined"},
		act{act: "host", actor: "TGO", recipient: "TCD", words: "Togo hosted Chad"},
		act{act: "say", actor: "FJI", recipient: "FJI", words: "Fiji spoke"},
		act{act: "say", words: "spoke"},
		act{act: "leave", actor: "TGO", association: "XYZ", words: "Togo left"})
	other := visit("v1", 1)
	mustKeep(t, archive, all, other)
	ids := claimIDs(all.Claims)
	for _, c := range []struct {
		name   string
		filter chancery.ClaimFilter
		want   []string
	}{
		{"a report", chancery.ClaimFilter{Report: r.ID}, ids},
		{"the beginning of a report's id", chancery.ClaimFilter{Report: r.ID[:12]}, ids},
		{"an actor on either side", chancery.ClaimFilter{Actor: "TCD"}, ids[:2]},
		{"an actor on both sides comes once", chancery.ClaimFilter{Actor: "FJI"}, ids[2:3]},
		{"an association", chancery.ClaimFilter{Actor: "XYZ"}, []string{ids[0], ids[4]}},
		{"an act", chancery.ClaimFilter{Act: "say"}, ids[2:4]},
		{"an actor and an act", chancery.ClaimFilter{Actor: "TGO", Act: "leave"}, ids[4:]},
		{"an actor of another report", chancery.ClaimFilter{Report: r.ID, Actor: "GHA"}, nil},
		{"nobody", chancery.ClaimFilter{Actor: "tcd"}, nil},
		{"ids", chancery.ClaimFilter{IDs: []string{ids[3], ids[1], ids[3][:12]}}, []string{ids[1], ids[3]}},
		{"ids and an actor", chancery.ClaimFilter{IDs: ids[:2], Actor: "TGO"}, ids[1:2]},
	} {
		same(t, c.name, claimIDs(claimsOf(t, archive, c.filter)), c.want)
	}
	for name, filter := range map[string]chancery.ClaimFilter{
		"report": {Report: "nowhere"}, "claim": {IDs: []string{ids[0], "nowhere"}},
	} {
		rounds := 0
		for c, err := range archive.Claims(t.Context(), filter) {
			rounds++
			if !errors.Is(err, chancery.ErrNotFound) || !strings.Contains(err.Error(), name+` "nowhere"`) || c.ID != "" {
				t.Errorf("%+v: %v, %v; want ErrNotFound alone, with the id", filter, c.ID, err)
			}
		}
		if rounds != 1 {
			t.Errorf("%+v: %d rounds, want the error alone", filter, rounds)
		}
	}
}

func testClaimOrder(t *testing.T, open func(*testing.T) chancery.Archive) {
	archive := begin(t, open)
	second, first := withID(visit("v1", 1), "b"), withID(visit("v1", 2), "a")
	slices.Reverse(second.Claims)
	kept := mustKeep(t, archive, second, first)
	want := []string{first.Claims[0].ID, first.Claims[1].ID, second.Claims[1].ID, second.Claims[0].ID}
	same(t, "claims", claimIDs(claimsOf(t, archive, chancery.ClaimFilter{})), want)
	same(t, "claims of an actor", claimIDs(claimsOf(t, archive, chancery.ClaimFilter{Actor: "PER"})), want)
	same(t, "what was added", kept[0].Added, want[2:])
}

func testClaimsBreak(t *testing.T, open func(*testing.T) chancery.Archive) {
	archive := begin(t, open)
	mustKeep(t, archive, visit("v1", 1), visit("v1", 2))
	for range 100 { // a loop that kept its connection would run out of them, or hold up the writer
		for _, err := range archive.Claims(t.Context(), chancery.ClaimFilter{}) {
			if err != nil {
				t.Fatal(err)
			}
			break
		}
	}
	mustKeep(t, archive, visit("v1", 3))
}

func testNestedAsking(t *testing.T, open func(*testing.T) chancery.Archive) {
	archive := begin(t, open)
	mustKeep(t, archive, visit("v1", 1), visit("v1", 2))
	number := 2
	for c, err := range archive.Claims(t.Context(), chancery.ClaimFilter{}) {
		if err != nil {
			t.Fatal(err)
		}
		if _, err := archive.Report(t.Context(), c.Report); err != nil {
			t.Fatalf("asking for the report of a claim: %v", err)
		}
		number++
		mustKeep(t, archive, visit("v1", number)) // the loop does not see it
	}
	if number != 6 {
		t.Errorf("the loop went round %d times, want once for each of 4 claims", number-2)
	}
	same(t, "claims in the end", len(claimsOf(t, archive, chancery.ClaimFilter{})), 12)
}

func testIntroductions(t *testing.T, open func(*testing.T) chancery.Archive) {
	archive := begin(t, open)
	read := withID(visit("v1", 1), "b")
	later := chancery.Introduction{Report: "b", Person: "Luis Quispe", State: "PER", Start: 90, End: 101}
	sooner := chancery.Introduction{Report: "b", Person: "Luis Quispe", State: "PER", Start: 2, End: 13}
	found := read.Introductions[0]
	read.Introductions = []chancery.Introduction{later, found, sooner, found} // one passage found twice
	other := withID(visit("v1", 2), "a")
	mustKeep(t, archive, read, other)
	got, err := archive.Introductions(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	same(t, "introductions", got, []chancery.Introduction{other.Introductions[0], sooner, found, later})
}

// search gives the ids of what is found.
func search(t tester, archive chancery.Archive, words string, limit int) []string {
	t.Helper()
	hits, err := archive.Search(context.Background(), words, limit)
	if err != nil {
		t.Fatalf("searching %q: %v", words, err)
	}
	var ids []string
	for _, hit := range hits {
		if hit.Report.Text != "" || hit.Report.Original != nil {
			t.Fatalf("searching %q: report %s comes with its text or original", words, hit.Report.ID)
		}
		if !strings.Contains(hit.Snippet, "«") || !strings.Contains(hit.Snippet, "»") {
			t.Fatalf("searching %q: the snippet of %s marks nothing: %q", words, hit.Report.ID, hit.Snippet)
		}
		ids = append(ids, hit.Report.ID)
	}
	return ids
}

func testSearch(t *testing.T, open func(*testing.T) chancery.Archive) {
	archive := begin(t, open)
	texts := map[string]string{
		"1": "The envoy of Côte d'Ivoire handed over a note.",
		"2": "A note on C++ and the OR gate, said nobody.",
		"3": "Envoys noted the over-handed tone.",
		"4": "Nothing here.",
	}
	for i, id := range []string{"1", "2", "3", "4"} {
		r := report("Gulf Mirror", "", texts[id], chancery.NewDate(2024, time.May, 20-i))
		r.ID = id
		if id == "4" {
			r.Title = "A title about the envoy"
		}
		mustKeep(t, archive, chancery.Reading{Reader: "v1", Report: r})
	}
	for _, c := range []struct {
		words string
		want  string
	}{
		{"envoy", "1 4"},
		{"ENVOY", "1 4"},
		{"envoy*", "1 3 4"},
		{"note envoy", "1"},
		{"note, envoy!", "1"},
		{"cote d’ivoire", "1"},
		{`"a note"`, "1 2"},
		{`"note a"`, ""},
		{`"a note" envoy`, "1"},
		{`"handed ov"`, ""},
		{`"handed ov"*`, "1"},
		{`"over handed"`, "3"},
		{`over-handed`, "3"},
		{`"a note`, "1 2"}, // nobody closed the quotes
		{"C++ AND (", "2"},
		{"AND", "2"},
		{"OR", "2"},
		{"NOT envoy", ""},
		{"text:envoy", ""}, // a word and another, not a column
		{"note NEAR envoy", ""},
		{"-envoy", "1 4"},
		{"^envoy", "1 4"},
		{"*", ""},
		{"( ) { } + *", ""},
		{"", ""},
		{`""`, ""},
		{"nowhere", ""},
	} {
		same(t, "search "+c.words, strings.Join(search(t, archive, c.words, 0), " "), c.want)
	}
	hits, err := archive.Search(t.Context(), "handed over note", 10)
	if err != nil || len(hits) != 1 {
		t.Fatalf("got %v, %v", hits, err)
	}
	for _, marked := range []string{"«handed", "over»", "«note»."} {
		if !strings.Contains(hits[0].Snippet, marked) {
			t.Errorf("the snippet lacks %q: %q", marked, hits[0].Snippet)
		}
	}
}

func testForget(t *testing.T, open func(*testing.T) chancery.Archive) {
	archive := begin(t, open)
	stays, goes := withID(visit("v1", 1), "aa"), withID(visit("v1", 2), "ab")
	mustKeep(t, archive, stays)
	alone := contentOf(t, archive)
	mustKeep(t, archive, goes)
	for id, want := range map[string]string{"a": "ambiguous", "abc": `"abc"`, "": `""`} {
		if err := archive.Forget(t.Context(), id); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("forgetting %q: %v; want an error with %s", id, err, want)
		}
	}
	if err := archive.Forget(t.Context(), "ab"); err != nil {
		t.Fatal(err)
	}
	same(t, "content", contentOf(t, archive), alone)
	same(t, "found", search(t, archive, "Peruvian", 0), []string{"aa"})
	if err := archive.Forget(t.Context(), "ab"); !errors.Is(err, chancery.ErrNotFound) {
		t.Errorf("forgetting it twice: %v, want ErrNotFound", err)
	}
	same(t, "outcome of reading it again", mustKeep(t, archive, goes), []chancery.Kept{
		{Report: "ab", New: true, Added: claimIDs(goes.Claims)},
	})
}
