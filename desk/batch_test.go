package desk_test

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"runtime"
	"slices"
	"sync"
	"testing"
	"time"

	"pgregory.net/rapid"

	"chancery"
	"chancery/desk"
)

// source yields numbered reports, with an error in place of each that is named.
func source(n int, broken map[int]bool) iter.Seq2[chancery.Report, error] {
	return func(yield func(chancery.Report, error) bool) {
		for i := range n {
			if broken[i] {
				if !yield(chancery.Report{}, fmt.Errorf("report %d is broken", i)) {
					return
				}
				continue
			}
			r := chancery.Report{ID: fmt.Sprint(i), Text: fmt.Sprintf("Kenya signed treaty No. %d with Peru.", i)}
			if !yield(r, nil) {
				return
			}
		}
	}
}

// keeper keeps readings in memory.
type keeper struct {
	mu      sync.Mutex
	ids     []string
	largest int
	batches int
	failed  []string
}

func (k *keeper) keep(_ context.Context, batch []chancery.Reading) error {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.batches++
	k.largest = max(k.largest, len(batch))
	for _, r := range batch {
		k.ids = append(k.ids, r.Report.ID)
	}
	return nil
}

func (k *keeper) fail(err error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.failed = append(k.failed, err.Error())
}

// settled waits until no more goroutines run than before, and fails where some stay.
func settled(t interface {
	Helper()
	Errorf(string, ...any)
}, before int) {
	t.Helper()
	for range 100 {
		if runtime.NumGoroutine() <= before {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	stacks := make([]byte, 1<<16)
	t.Errorf("%d goroutines where %d were before:\n%s", runtime.NumGoroutine(), before, stacks[:runtime.Stack(stacks, true)])
}

// Property 8: what is wrong with one report never costs another.
func TestErrorsAmongReportsCostNoOther(t *testing.T) {
	theDesk()
	rapid.Check(t, func(t *rapid.T) {
		before := runtime.NumGoroutine()
		n := rapid.IntRange(0, 30).Draw(t, "reports")
		broken := map[int]bool{}
		for _, i := range rapid.SliceOf(rapid.IntRange(0, 29)).Draw(t, "broken") {
			broken[i] = true
		}
		size := rapid.IntRange(1, 8).Draw(t, "size")
		var k keeper
		err := theDesk().ReadAll(context.Background(), source(n, broken), desk.Batch{Size: size, Wait: time.Hour}, k.keep, k.fail)
		if err != nil {
			t.Fatal(err)
		}
		var ids, failed []string
		for i := range n {
			if broken[i] {
				failed = append(failed, fmt.Sprintf("report %d is broken", i))
			} else {
				ids = append(ids, fmt.Sprint(i))
			}
		}
		slices.Sort(ids)
		slices.Sort(k.ids)
		if !slices.Equal(k.ids, ids) || !slices.Equal(k.failed, failed) {
			t.Fatalf("kept %v and failed %v, want %v and %v", k.ids, k.failed, ids, failed)
		}
		if k.largest > size || k.batches != (len(ids)+size-1)/size {
			t.Fatalf("%d batches of up to %d for %d reports, want full ones of %d", k.batches, k.largest, len(ids), size)
		}
		settled(t, before)
	})
}

func TestALoneReportIsKeptAfterTheWait(t *testing.T) {
	theDesk()
	before := runtime.NumGoroutine()
	kept := make(chan []chancery.Reading, 1)
	more := make(chan struct{})
	reports := func(yield func(chancery.Report, error) bool) {
		yield(chancery.Report{ID: "lone", Text: "Kenya ratified a treaty with Peru."}, nil)
		<-more // a feed that says nothing for long
	}
	done := make(chan error, 1)
	go func() {
		done <- theDesk().ReadAll(t.Context(), reports, desk.Batch{Size: 64, Wait: 10 * time.Millisecond},
			func(_ context.Context, batch []chancery.Reading) error { kept <- batch; return nil }, func(error) {})
	}()
	// Where the report is not kept while the feed says nothing, this waits until the test command gives up.
	if batch := <-kept; len(batch) != 1 || batch[0].Report.ID != "lone" || len(batch[0].Claims) != 1 {
		t.Errorf("kept %+v", batch)
	}
	close(more)
	if err := <-done; err != nil {
		t.Error(err)
	}
	settled(t, before)
}

// endless yields reports as long as it is asked.
func endless(yield func(chancery.Report, error) bool) {
	for i := 0; yield(chancery.Report{ID: fmt.Sprint(i), Text: "Kenya ratified a treaty with Peru."}, nil); i++ {
	}
}

func TestTheEndOfTheContextEndsTheReading(t *testing.T) {
	theDesk()
	before := runtime.NumGoroutine()
	ctx, cancel := context.WithCancel(t.Context())
	kept := 0
	err := theDesk().ReadAll(ctx, endless, desk.Batch{Size: 4, Wait: time.Second}, func(context.Context, []chancery.Reading) error {
		if kept++; kept == 3 {
			cancel()
		}
		return nil
	}, func(err error) { t.Errorf("a report failed: %v", err) })
	if !errors.Is(err, context.Canceled) {
		t.Errorf("ended with %v, want %v", err, context.Canceled)
	}
	settled(t, before)
}

// A source that ends with its context, and says so, has not met a broken report.
func TestTheEndOfTheContextIsNoBrokenReport(t *testing.T) {
	theDesk()
	ctx, cancel := context.WithCancel(t.Context())
	err := theDesk().ReadAll(ctx, func(yield func(chancery.Report, error) bool) {
		cancel()
		yield(chancery.Report{}, ctx.Err())
	}, desk.DefaultBatch, new(keeper).keep, func(err error) { t.Errorf("a report failed: %v", err) })
	if !errors.Is(err, context.Canceled) {
		t.Errorf("ended with %v, want %v", err, context.Canceled)
	}
}

func TestAnErrorOfKeepEndsTheReading(t *testing.T) {
	theDesk()
	before := runtime.NumGoroutine()
	full := errors.New("the disk is full")
	calls := 0
	err := theDesk().ReadAll(t.Context(), endless, desk.Batch{Size: 4, Wait: time.Second}, func(context.Context, []chancery.Reading) error {
		if calls++; calls == 2 {
			return full
		}
		return nil
	}, func(error) {})
	if !errors.Is(err, full) || calls != 2 {
		t.Errorf("ended with %v after %d calls, want %v after 2", err, calls, full)
	}
	settled(t, before)
}

// A keep that waits (for a lock, for a disk) must not outlive the context that it was given.
func TestKeepIsToldOfTheEnd(t *testing.T) {
	theDesk()
	before := runtime.NumGoroutine()
	ctx, cancel := context.WithCancel(t.Context())
	err := theDesk().ReadAll(ctx, endless, desk.Batch{Size: 1, Wait: time.Second}, func(ctx context.Context, _ []chancery.Reading) error {
		cancel()
		<-ctx.Done()
		return ctx.Err()
	}, func(error) {})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("ended with %v, want %v", err, context.Canceled)
	}
	settled(t, before)
}
