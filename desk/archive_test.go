package desk_test

import (
	"context"
	"encoding/json"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"chancery"
	"chancery/archive/sqlite"
	"chancery/desk"
)

// blank makes an empty archive, of which each case takes a copy.
func blank(t *testing.T) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), "blank.db")
	archive, err := sqlite.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	if err := archive.Close(); err != nil {
		t.Fatal(err)
	}
	made, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return made
}

func each(reports []chancery.Report) iter.Seq2[chancery.Report, error] {
	return func(yield func(chancery.Report, error) bool) {
		for _, r := range reports {
			if !yield(r, nil) {
				return
			}
		}
	}
}

// readInto reads the reports into the archive and returns what became of each.
func readInto(t *rapid.T, archive *sqlite.Archive, reports []chancery.Report, size int) []chancery.Kept {
	var all []chancery.Kept
	err := theDesk().ReadAll(context.Background(), each(reports), desk.Batch{Size: size, Wait: time.Hour},
		func(ctx context.Context, batch []chancery.Reading) error {
			kept, err := archive.Keep(ctx, batch)
			all = append(all, kept...)
			return err
		}, func(err error) { t.Errorf("a report failed: %v", err) })
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// record writes out all claims and introductions of the archive.
func record(t *rapid.T, archive *sqlite.Archive) string {
	var b strings.Builder
	for claim, err := range archive.Claims(context.Background(), chancery.ClaimFilter{}) {
		if err != nil {
			t.Fatal(err)
		}
		text, err := json.Marshal(claim)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&b, "%s\n", text)
	}
	introductions, err := archive.Introductions(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	for _, i := range introductions {
		fmt.Fprintf(&b, "%+v\n", i)
	}
	return b.String()
}

// From the desk into an archive: order, batches, repeats and a report taken out and read again leave
// the same record.
func TestTheRecordDoesNotDependOnHowReportsArrive(t *testing.T) {
	empty, folder, number := blank(t), t.TempDir(), 0
	claims := 0
	open := func(t *rapid.T) (archive *sqlite.Archive, done func()) {
		number++
		path := filepath.Join(folder, fmt.Sprintf("%d.db", number))
		if err := os.WriteFile(path, empty, 0o600); err != nil {
			t.Fatal(err)
		}
		archive, err := sqlite.Open(context.Background(), path)
		if err != nil {
			t.Fatal(err)
		}
		return archive, func() {
			archive.Close()
			os.Remove(path)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		reports := rapid.SliceOfNDistinct(rapid.Custom(drawReport), 1, 3, func(r chancery.Report) string { return r.ID }).Draw(t, "reports")
		first, closeFirst := open(t)
		defer closeFirst()
		second, closeSecond := open(t)
		defer closeSecond()

		readInto(t, first, reports, len(reports))
		want := record(t, first)
		claims += strings.Count(want, "\n")

		arriving := rapid.Permutation(slices.Concat(reports, reports[:rapid.IntRange(0, len(reports)).Draw(t, "twice")])).Draw(t, "arriving")
		size := rapid.IntRange(1, 3).Draw(t, "size")
		readInto(t, second, arriving, size)
		if got := record(t, second); got != want {
			t.Fatalf("in another order:\n%s\nin the first:\n%s", got, want)
		}
		for _, kept := range readInto(t, second, arriving, size) {
			if !kept.Unchanged || kept.New || len(kept.Added)+len(kept.Retired) > 0 {
				t.Fatalf("read again by the same desk: %+v", kept)
			}
		}
		gone := rapid.SampledFrom(reports).Draw(t, "forgotten")
		if err := second.Forget(context.Background(), gone.ID); err != nil {
			t.Fatal(err)
		}
		for claim, err := range second.Claims(context.Background(), chancery.ClaimFilter{}) {
			if err != nil || claim.Report == gone.ID {
				t.Fatalf("after forgetting %s: claim %s of %s, %v", gone.ID, claim.ID, claim.Report, err)
			}
		}
		if kept := readInto(t, second, []chancery.Report{gone}, 1); len(kept) != 1 || !kept[0].New {
			t.Fatalf("read again after forgetting: %+v", kept)
		}
		if got := record(t, second); got != want {
			t.Fatalf("forgotten and read again:\n%s\nbefore:\n%s", got, want)
		}
	})
	if claims == 0 {
		t.Error("no claim was ever kept: nothing is tested")
	}
}
