package desk

import (
	"context"
	"fmt"
	"iter"
	"runtime"
	"time"

	"golang.org/x/sync/errgroup"

	"chancery"
)

// Batch is how readings are handed on to be kept: together, since one transaction for a hundred
// reports costs little more than for one, but never later than the wait, so that somebody who feeds
// reports one by one sees each kept.
type Batch struct {
	Size int           // readings in a batch at most
	Wait time.Duration // how long a reading waits for company at most
}

// DefaultBatch suits an archive on a local disk.
var DefaultBatch = Batch{Size: 64, Wait: 500 * time.Millisecond}

// ReadAll reads the reports on all cores and hands the readings on in batches, in no order. Memory
// is bounded by the batch and the number of cores, not by the number of reports. Errors among the
// reports go to failed, which may be called from several goroutines, and the others go on; an error of keep, or the end of ctx, ends it all.
func (d *Desk) ReadAll(ctx context.Context, reports iter.Seq2[chancery.Report, error], b Batch,
	keep func(context.Context, []chancery.Reading) error, failed func(error)) error {

	workers := runtime.GOMAXPROCS(0)
	group, ctx := errgroup.WithContext(ctx)
	in := make(chan chancery.Report, workers)
	out := make(chan chancery.Reading, workers)

	group.Go(func() error {
		defer close(in)
		for report, err := range reports {
			if err != nil {
				if ctx.Err() != nil {
					return ctx.Err()
				}
				failed(err)
				continue
			}
			select {
			case in <- report:
			case <-ctx.Done():
				return ctx.Err()
			}
		}
		return ctx.Err()
	})

	readers, readersCtx := errgroup.WithContext(ctx)
	for range workers {
		readers.Go(func() error {
			for report := range in {
				reading, err := d.ReadSafely(report)
				if err != nil {
					failed(err)
					continue
				}
				select {
				case out <- reading:
				case <-readersCtx.Done():
					return readersCtx.Err()
				}
			}
			return nil
		})
	}
	group.Go(func() error {
		defer close(out)
		return readers.Wait()
	})
	group.Go(func() error { return gather(ctx, out, b, keep) })
	return group.Wait()
}

// ReadSafely turns a panic of the rooms into an error that names the report, so that one text that
// breaks the reader costs none of the others.
func (d *Desk) ReadSafely(report chancery.Report) (reading chancery.Reading, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("%s: could not be read because of a fault in this program: %v; please report it with the text", report.Name, p)
		}
	}()
	return d.Read(report), nil
}

// gather hands readings on when a batch is full or its first reading has waited long enough.
func gather(ctx context.Context, out <-chan chancery.Reading, b Batch, keep func(context.Context, []chancery.Reading) error) error {
	var batch []chancery.Reading
	flush := func() error {
		if len(batch) == 0 {
			return nil
		}
		full := batch
		batch = nil
		return keep(ctx, full)
	}
	timer := time.NewTimer(b.Wait)
	defer timer.Stop()
	for {
		select {
		case reading, ok := <-out:
			if !ok {
				return flush()
			}
			batch = append(batch, reading)
			if len(batch) == 1 {
				timer.Reset(b.Wait)
			}
			if len(batch) >= b.Size {
				if err := flush(); err != nil {
					return err
				}
			}
		case <-timer.C:
			if err := flush(); err != nil {
				return err
			}
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}
