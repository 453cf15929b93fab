package archivetest

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"chancery"
)

func testEmpty(t *testing.T, open func(*testing.T) chancery.Archive) {
	archive := begin(t, open)
	same(t, "an empty archive", contentOf(t, archive), content{})
	if _, err := archive.Report(t.Context(), "0123456789abcdef"); !errors.Is(err, chancery.ErrNotFound) {
		t.Errorf("asking for a report of an empty archive: %v, want ErrNotFound", err)
	}
	same(t, "keeping nothing", mustKeep(t, archive), []chancery.Kept{})
	hits, err := archive.Search(t.Context(), "visit", 10)
	if err != nil || len(hits) > 0 {
		t.Errorf("searching an empty archive: %v, %v", hits, err)
	}
}

func testKeepReport(t *testing.T, open func(*testing.T) chancery.Archive) {
	archive := begin(t, open)
	for _, form := range []struct {
		name     string
		original []byte
	}{
		{"no original", nil},
		{"an original that is the text", []byte(visit("v1", 1).Report.Text)},
		{"an original in another encoding", []byte{0xff, 0xfe, 'a', 0, 0, 0xd8}},
		{"a long original", []byte(strings.Repeat("<p>round and round</p>\n", 5000))},
	} {
		read := visit("v1", len(form.name)) // another report for each
		read.Report.Original = form.original
		kept := mustKeep(t, archive, read)
		same(t, form.name+": outcome", kept, []chancery.Kept{{
			Report: read.Report.ID, New: true, Added: claimIDs(read.Claims),
		}})
		got, err := archive.Report(t.Context(), read.Report.ID)
		if err != nil {
			t.Fatalf("%s: %v", form.name, err)
		}
		same(t, form.name+": report", got, read.Report)
		same(t, form.name+": claims", claimsOf(t, archive, chancery.ClaimFilter{Report: read.Report.ID}), read.Claims)
	}
}

func testUnchanged(t *testing.T, open func(*testing.T) chancery.Archive) {
	archive := begin(t, open)
	first, silent := visit("v1", 1), visit("v1", 2)
	silent.Claims, silent.Introductions = nil, nil // nothing of note
	mustKeep(t, archive, first, silent)
	before := contentOf(t, archive)

	again := first
	again.Report.Name = "elsewhere.txt"
	same(t, "outcome", mustKeep(t, archive, again, silent), []chancery.Kept{
		{Report: first.Report.ID, Unchanged: true}, {Report: silent.Report.ID, Unchanged: true},
	})
	same(t, "content", contentOf(t, archive), before)

	ids := []string{first.Report.ID, silent.Report.ID, "feedfeedfeedfeed"}
	for reader, want := range map[string]map[string]bool{
		"v1": {first.Report.ID: true, silent.Report.ID: true},
		"v2": {},
	} {
		has, err := archive.Has(t.Context(), reader, ids)
		if err != nil {
			t.Fatal(err)
		}
		same(t, "what is kept of reader "+reader, has, want)
	}

	implied := visit("v9", 3)
	implied.Reader = "" // that of the first claim counts
	mustKeep(t, archive, implied)
	has, err := archive.Has(t.Context(), "v9", []string{implied.Report.ID})
	if err != nil || !has[implied.Report.ID] {
		t.Errorf("a reading that names its reader in its claims alone: has = %v, %v", has, err)
	}
}

func testReread(t *testing.T, open func(*testing.T) chancery.Archive) {
	archive := begin(t, open)
	old, other := visit("v1", 1), visit("v1", 2)
	mustKeep(t, archive, old, other)

	changed := old.Report
	changed.Name, changed.Original = "renamed.txt", []byte("came otherwise")
	changed.Title = "Delegation at the quay"
	changed.Published = chancery.Day(chancery.NewDate(2024, time.April, 30))
	newer := reading("v2", changed,
		act{act: "visit", actor: "GHA", recipient: "PER", words: "arrived"},
		act{act: "praise", actor: "GHA", recipient: "PER", words: "praised"})
	newer.Claims[0] = old.Claims[0] // the same claim of the newer reader, who is surer of it
	newer.Claims[0].Reader, newer.Claims[0].Confidence = "v2", 0.95

	same(t, "outcome", mustKeep(t, archive, newer), []chancery.Kept{{
		Report:    old.Report.ID,
		Confirmed: []string{old.Claims[0].ID},
		Added:     []string{newer.Claims[1].ID},
		Retired:   []string{old.Claims[1].ID},
	}})
	got, err := archive.Report(t.Context(), old.Report.ID)
	if err != nil {
		t.Fatal(err)
	}
	want := changed
	want.Name, want.Original = old.Report.Name, old.Report.Original // the first are kept
	same(t, "report", got, want)
	same(t, "claims", claimsOf(t, archive, chancery.ClaimFilter{Report: got.ID}), newer.Claims)
	same(t, "claims of the other report", claimsOf(t, archive, chancery.ClaimFilter{Report: other.Report.ID}), other.Claims)
	introductions, err := archive.Introductions(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	same(t, "introductions", introductions, other.Introductions)

	if found := search(t, archive, "quay", 0); len(found) != 1 {
		t.Errorf("the new title is found %d times, want once", len(found))
	}
	if found := search(t, archive, `"number 1"`, 0); len(found) != 0 {
		t.Errorf("the old title is still found: %v", found)
	}

	empty := chancery.Reading{Reader: "v3", Report: changed}
	same(t, "outcome of a reading without claims", mustKeep(t, archive, empty), []chancery.Kept{{
		Report: old.Report.ID, Retired: []string{newer.Claims[0].ID, newer.Claims[1].ID},
	}})
}

func testTwiceInBatch(t *testing.T, open func(*testing.T) chancery.Archive) {
	archive := begin(t, open)
	first, second, newer := visit("v1", 1), visit("v1", 1), visit("v2", 1)
	second.Report.Name = "copy.txt"
	same(t, "outcome", mustKeep(t, archive, first, second, newer), []chancery.Kept{
		{Report: first.Report.ID, New: true, Added: claimIDs(first.Claims)},
		{Report: first.Report.ID, Unchanged: true},
		{Report: first.Report.ID, Confirmed: claimIDs(first.Claims)},
	})
	same(t, "claims", claimsOf(t, archive, chancery.ClaimFilter{}), newer.Claims)
}

func testBadReadings(t *testing.T, open func(*testing.T) chancery.Archive) {
	archive := begin(t, open)
	there := visit("v1", 0)
	mustKeep(t, archive, there)
	before := contentOf(t, archive)
	for _, bad := range []struct {
		name  string
		spoil func(*chancery.Reading)
		names string // the error does
	}{
		{"a claim twice", func(r *chancery.Reading) { r.Claims = append(r.Claims, r.Claims[0]) }, visit("v1", 2).Claims[0].ID},
		{"a claim of another report", func(r *chancery.Reading) { r.Claims[1].Report = there.Report.ID }, there.Report.ID},
		{"a claim that another report has", func(r *chancery.Reading) { r.Claims[1].ID = there.Claims[0].ID }, there.Claims[0].ID},
		{"a claim of another reader", func(r *chancery.Reading) { r.Claims[1].Reader = "v0" }, "v0"},
		{"a claim without id", func(r *chancery.Reading) { r.Claims[1].ID = "" }, "claim 2"},
		{"an introduction from another report", func(r *chancery.Reading) { r.Introductions[0].Report = "elsewhere" }, "elsewhere"},
		{"a report without id", func(r *chancery.Reading) { r.Report.ID = "" }, "harbour courier.txt"},
		{"a text that is not UTF-8", func(r *chancery.Reading) { r.Report.Text = "caf\xe9" }, visit("v1", 2).Report.ID},
	} {
		t.Run(bad.name, func(t *testing.T) {
			spoilt := visit("v1", 2)
			bad.spoil(&spoilt)
			kept, err := archive.Keep(t.Context(), []chancery.Reading{visit("v1", 1), visit("v2", 0), spoilt})
			if err == nil || kept != nil {
				t.Fatalf("kept %v, error %v; want an error alone", kept, err)
			}
			if !strings.Contains(err.Error(), bad.names) {
				t.Errorf("the error does not name %q: %v", bad.names, err)
			}
			same(t, "content after "+bad.name, contentOf(t, archive), before)
		})
	}
}

func testCancelled(t *testing.T, open func(*testing.T) chancery.Archive) {
	archive := begin(t, open)
	mustKeep(t, archive, visit("v1", 0))
	before := contentOf(t, archive)
	gone, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := archive.Keep(gone, []chancery.Reading{visit("v1", 1)}); !errors.Is(err, context.Canceled) {
		t.Errorf("keeping: %v, want context.Canceled", err)
	}
	if err := archive.Forget(gone, before.Reports[0].ID); !errors.Is(err, context.Canceled) {
		t.Errorf("forgetting: %v, want context.Canceled", err)
	}
	if err := archive.SetEntries(gone, []chancery.Entry{{ID: "e1"}}); !errors.Is(err, context.Canceled) {
		t.Errorf("setting entries: %v, want context.Canceled", err)
	}
	for _, err := range archive.Claims(gone, chancery.ClaimFilter{}) {
		if !errors.Is(err, context.Canceled) {
			t.Errorf("claims: %v, want context.Canceled", err)
		}
	}
	same(t, "content", contentOf(t, archive), before)
}

// testCancelAnyMoment cancels while a batch is being kept: it is there whole where Keep said so,
// and not at all where it did not.
func testCancelAnyMoment(t *testing.T, open func(*testing.T) chancery.Archive) {
	archive := begin(t, open)
	kept, number := 0, 0
	for round := range 40 {
		var batch []chancery.Reading
		for range 10 {
			number++
			batch = append(batch, visit("v1", number))
		}
		ctx, cancel := context.WithTimeout(context.Background(), time.Duration(round)*200*time.Microsecond)
		outcome, err := archive.Keep(ctx, batch)
		cancel()
		switch {
		case err == nil:
			kept += len(batch)
		case !errors.Is(err, context.DeadlineExceeded):
			t.Fatalf("round %d: %v, want context.DeadlineExceeded", round, err)
		case outcome != nil:
			t.Fatalf("round %d: an outcome beside the error %v", round, err)
		}
		reports, err := archive.Reports(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if len(reports) != kept {
			t.Fatalf("round %d: the archive has %d reports, %d were acknowledged", round, len(reports), kept)
		}
	}
	same(t, "number of claims", len(claimsOf(t, archive, chancery.ClaimFilter{})), 2*kept)
}
