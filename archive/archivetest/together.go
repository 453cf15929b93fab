package archivetest

import (
	"context"
	"fmt"
	"sync"
	"testing"

	"chancery"
)

// testReadWhileWriting reads all the time while batches come in and go: every reader finds each
// batch whole or not at all, and each report with all its claims.
func testReadWhileWriting(t *testing.T, open func(*testing.T) chancery.Archive) {
	archive := begin(t, open)
	const batches, size, claims = 20, 3, 2
	ids := make([][]string, batches)
	readings := make([][]chancery.Reading, batches)
	for b := range batches {
		for n := range size {
			read := visit("v1", b*size+n)
			readings[b] = append(readings[b], read)
			ids[b] = append(ids[b], read.Report.ID)
		}
	}
	done := make(chan struct{})
	var readers sync.WaitGroup
	for _, look := range []func() error{
		func() error { return batchesAreWhole(t.Context(), archive, ids) },
		func() error { return claimsAreWhole(t.Context(), archive, size, claims) },
		func() error { return hitsAreWhole(t.Context(), archive, size) },
	} {
		readers.Go(func() {
			for {
				if err := look(); err != nil {
					t.Error(err)
					return
				}
				select {
				case <-done:
					return
				default:
				}
			}
		})
	}
	for _, batch := range readings {
		mustKeep(t, archive, batch...)
		mustSet(t, archive, entry("e"+batch[0].Report.ID, chancery.KindEvent, "GHA", "PER", "", batch[0].Claims...))
	}
	close(done)
	readers.Wait()
	same(t, "reports in the end", len(search(t, archive, "Peruvian", 0)), batches*size)
}

func batchesAreWhole(ctx context.Context, archive chancery.Archive, batches [][]string) error {
	for _, ids := range batches {
		has, err := archive.Has(ctx, "v1", ids)
		if err != nil {
			return err
		}
		if len(has) != 0 && len(has) != len(ids) {
			return fmt.Errorf("%d of the %d reports of a batch are there", len(has), len(ids))
		}
	}
	return nil
}

func claimsAreWhole(ctx context.Context, archive chancery.Archive, size, claims int) error {
	seen := make(map[string]int)
	for claim, err := range archive.Claims(ctx, chancery.ClaimFilter{Actor: "GHA"}) {
		if err != nil {
			return err
		}
		seen[claim.Report]++
	}
	for id, n := range seen {
		if n != claims {
			return fmt.Errorf("report %s has %d of its %d claims", id, n, claims)
		}
	}
	if len(seen)%size != 0 {
		return fmt.Errorf("%d reports are there, which is no whole number of batches of %d", len(seen), size)
	}
	return nil
}

func hitsAreWhole(ctx context.Context, archive chancery.Archive, size int) error {
	hits, err := archive.Search(ctx, "Peruvian", 0)
	if err != nil {
		return err
	}
	if len(hits)%size != 0 {
		return fmt.Errorf("%d reports are found, which is no whole number of batches of %d", len(hits), size)
	}
	return nil
}

// testSeveralWriters keeps the same reports from several goroutines: each is new to exactly one.
func testSeveralWriters(t *testing.T, open func(*testing.T) chancery.Archive) {
	archive := begin(t, open)
	const writers, reports = 4, 12
	news := make([]int, writers)
	var all sync.WaitGroup
	for w := range writers {
		all.Go(func() {
			for n := range reports {
				kept, err := archive.Keep(t.Context(), []chancery.Reading{visit("v1", (n+3*w)%reports)})
				if err != nil {
					t.Error(err)
					return
				}
				if kept[0].New {
					news[w]++
				}
			}
		})
	}
	all.Wait()
	sum := 0
	for _, n := range news {
		sum += n
	}
	same(t, "reports that were new to somebody", sum, reports)
	same(t, "claims", len(claimsOf(t, archive, chancery.ClaimFilter{})), 2*reports)
}
