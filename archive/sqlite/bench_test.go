package sqlite_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"chancery"
	"chancery/archive/sqlite"
)

// BenchmarkKeep keeps reports of six claims each, in batches of several sizes. What runs beside it
// writes the same readings as JSON to a plain file and flushes that once a batch.
func BenchmarkKeep(b *testing.B) {
	for _, size := range []int{1, 16, 64, 256} {
		b.Run(fmt.Sprintf("archive/batch=%d", size), func(b *testing.B) {
			archive := open(b, filepath.Join(b.TempDir(), "archive.db"))
			defer closed(b, archive)
			keepBatches(b, size, func(batch []chancery.Reading) error {
				_, err := archive.Keep(b.Context(), batch)
				return err
			})
		})
		b.Run(fmt.Sprintf("plain-file/batch=%d", size), func(b *testing.B) {
			file, err := os.Create(filepath.Join(b.TempDir(), "plain.jsonl"))
			if err != nil {
				b.Fatal(err)
			}
			defer file.Close()
			encoder := json.NewEncoder(file)
			keepBatches(b, size, func(batch []chancery.Reading) error {
				for _, reading := range batch {
					if err := encoder.Encode(reading); err != nil {
						return err
					}
				}
				return file.Sync()
			})
		})
	}
}

func keepBatches(b *testing.B, size int, keep func([]chancery.Reading) error) {
	number, claims := 0, 0
	for b.Loop() {
		b.StopTimer()
		var batch []chancery.Reading
		for range size {
			reading := numbered("v1", 12*number+6) // six claims
			claims += len(reading.Claims)
			batch = append(batch, reading)
			number++
		}
		b.StartTimer()
		if err := keep(batch); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(number)/b.Elapsed().Seconds(), "reports/s")
	b.ReportMetric(float64(claims)/b.Elapsed().Seconds(), "claims/s")
}

// filled is an archive of 18,200 reports with about 100,000 claims and an entry for every claim.
func filled(b *testing.B) string {
	b.Helper()
	path := filepath.Join(b.TempDir(), "archive.db")
	archive := open(b, path)
	defer closed(b, archive)
	var batch []chancery.Reading
	var entries []chancery.Entry
	for number := range 18_200 {
		reading := numbered("v1", number)
		batch = append(batch, reading)
		for _, claim := range reading.Claims {
			entries = append(entries, concluded(claim))
		}
		if len(batch) == 200 {
			if _, err := archive.Keep(b.Context(), batch); err != nil {
				b.Fatal(err)
			}
			batch = batch[:0]
		}
	}
	if err := archive.SetEntries(b.Context(), entries); err != nil {
		b.Fatal(err)
	}
	return path
}

func concluded(claim chancery.Claim) chancery.Entry {
	return chancery.Entry{
		ID: chancery.Fingerprint("entry", claim.ID), Kind: claim.Kind, Act: claim.Act, Plover: claim.Plover.Event,
		Actors:      []chancery.Party{{ID: claim.Actor[0].ID, Name: claim.Actor[0].Name}},
		Recipients:  []chancery.Party{{ID: claim.Recipient[0].ID, Name: claim.Recipient[0].Name}},
		Association: claim.Association, When: claim.When, State: chancery.StateHeld, For: []string{claim.ID},
		Steps:  []chancery.Step{{State: chancery.StateHeld, Act: claim.Act, When: claim.When, Claim: claim.ID, Report: claim.Report}},
		Voices: []chancery.Voice{{Chain: claim.SaidBy, Report: claim.Report, Own: true}},
	}
}

// BenchmarkAsk asks a large archive. Each question that is about an archive already open has an
// "all" beside it: the same by reading everything.
func BenchmarkAsk(b *testing.B) {
	path := filled(b)
	b.Run("open to first answer", func(b *testing.B) {
		for b.Loop() {
			archive := open(b, path)
			if _, err := archive.Report(b.Context(), chancery.Fingerprint("77")); err != nil {
				b.Fatal(err)
			}
			closed(b, archive)
		}
	})
	b.Run("open to first answer, read only", func(b *testing.B) {
		for b.Loop() {
			archive := open(b, path, sqlite.ReadOnly())
			if _, err := archive.Report(b.Context(), chancery.Fingerprint("77")); err != nil {
				b.Fatal(err)
			}
			closed(b, archive)
		}
	})
	archive := open(b, path)
	defer closed(b, archive)
	for _, c := range []struct {
		name   string
		filter chancery.EntryFilter
	}{
		{"pair of entries", chancery.EntryFilter{Actor: "GHA", With: "PER"}},
		{"frequent actor with a rare one", chancery.EntryFilter{Actor: "FERRY", With: "PER"}},
		{"all entries", chancery.EntryFilter{}},
	} {
		b.Run(c.name, func(b *testing.B) {
			found := 0
			for b.Loop() {
				entries, err := archive.Entries(b.Context(), c.filter)
				if err != nil {
					b.Fatal(err)
				}
				found = len(entries)
			}
			b.ReportMetric(float64(found), "found")
		})
	}
	for name, filter := range map[string]chancery.ClaimFilter{
		"claims of an actor": {Actor: "GHA"}, "all claims": {}, "claims of a report": {Report: chancery.Fingerprint("77")},
	} {
		b.Run(name, func(b *testing.B) {
			found := 0
			for b.Loop() {
				found = 0
				for _, err := range archive.Claims(b.Context(), filter) {
					if err != nil {
						b.Fatal(err)
					}
					found++
				}
			}
			b.ReportMetric(float64(found), "found")
		})
	}
	for _, words := range []string{"n77", "envoys", "envoys ferry", `"envoys of the coast" n7*`} {
		b.Run("search "+strconv.Quote(words), func(b *testing.B) {
			for b.Loop() {
				if _, err := archive.Search(b.Context(), words, 20); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkSetEntries sets 100,000 entries that are there already but for one in a thousand.
func BenchmarkSetEntries(b *testing.B) {
	path := filled(b)
	archive := open(b, path)
	defer closed(b, archive)
	entries, err := archive.Entries(b.Context(), chancery.EntryFilter{})
	if err != nil {
		b.Fatal(err)
	}
	round := 0
	for b.Loop() {
		round++
		for i := 0; i < len(entries); i += 1000 {
			entries[i].Object = strconv.Itoa(round)
		}
		if err := archive.SetEntries(b.Context(), entries); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkMake makes an archive, which is when goose runs.
func BenchmarkMake(b *testing.B) {
	folder := b.TempDir()
	for i := 0; b.Loop(); i++ {
		closed(b, open(b, filepath.Join(folder, strconv.Itoa(i))))
	}
}
