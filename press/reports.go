package press

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"

	"golang.org/x/sync/semaphore"

	"chancery"
)

// inFlight bounds the bytes of reports that have been read from disk and not yet handed over.
const inFlight = 96 << 20

// outcome is a report, or the error that came in its place.
type outcome struct {
	report chancery.Report
	err    error
}

// Reports reads what the plan lists. One goroutine reads the inputs in order, others turn bytes into
// reports, and the sequence gives them back in the inputs' order.
func (p *Plan) Reports(ctx context.Context, stdin io.Reader, options Options) iter.Seq2[chancery.Report, error] {
	return func(yield func(chancery.Report, error) bool) {
		if options.Note != nil {
			for _, n := range p.Notes {
				options.Note(n)
			}
		}
		for _, err := range p.Errors {
			if !yield(chancery.Report{}, err) {
				return
			}
		}
		inner, cancel := context.WithCancel(ctx)
		defer cancel()
		for slot := range p.produce(inner, stdin, options) {
			o := <-slot
			if !yield(o.report, o.err) {
				return
			}
		}
		if err := ctx.Err(); err != nil {
			yield(chancery.Report{}, fmt.Errorf("reading was stopped: %w", err))
		}
	}
}

// produce starts the reading. Each slot of the channel will hold one outcome. Both goroutines end
// with the context, even where nobody takes the slots any more.
func (p *Plan) produce(ctx context.Context, stdin io.Reader, options Options) <-chan chan outcome {
	slots := make(chan chan outcome, 2*options.workers())
	memory := semaphore.NewWeighted(inFlight)
	workers := semaphore.NewWeighted(int64(options.workers()))
	r := reader{ctx: ctx, stdin: stdin, report: options.Progress}
	r.emit = func(piece piece) bool {
		weight := min(int64(len(piece.original)), inFlight)
		if memory.Acquire(ctx, weight) != nil || workers.Acquire(ctx, 1) != nil {
			return false
		}
		slot := make(chan outcome, 1)
		go func() {
			slot <- piece.outcome()
			memory.Release(weight)
			workers.Release(1)
		}()
		select {
		case slots <- slot:
			return true
		case <-ctx.Done():
			return false
		}
	}
	go func() {
		defer close(slots)
		r.readAll(p.Inputs)
	}()
	return slots
}

// outcome turns the bytes of one report into a report.
func (p piece) outcome() outcome {
	if p.err != nil {
		return outcome{err: p.err}
	}
	r, failure := p.read()
	if failure != nil {
		failure.Input = p.input
		failure.Place.Line = p.place.Line
		return outcome{err: failure}
	}
	r.Name = p.input
	if p.format == formatRecord {
		r.Name = fmt.Sprintf("%s:%d", p.input, p.place.Line)
	}
	r.Original = p.original
	return outcome{report: r}
}

func (p piece) read() (r chancery.Report, failure *Error) {
	defer recovered(&failure)
	var a article
	switch p.format {
	case formatRecord:
		a, failure = readRecord(p.original)
	case formatPage:
		a, failure = readPage(p.original)
	default:
		text, at, next, err := decodeText(p.original)
		if err != nil {
			return r, &Error{Place: Place{Byte: at}, Err: err, Next: next}
		}
		a = article{text: text, plain: true}
	}
	if failure != nil {
		return r, failure
	}
	name := p.input
	if p.format == formatRecord {
		name = "" // a file of many reports is not named after the day of one
	}
	return a.report(name)
}

// Read reads one report from bytes that are at hand, with the name that errors and Report.Name are
// to give. It takes what one file may hold: a text, a page, or one JSON object.
func Read(name string, data []byte) (chancery.Report, error) {
	kind := formatText
	switch sniffedKind, next := sniff(data[:min(len(data), 4096)], name); sniffedKind {
	case sniffedPage:
		kind = formatPage
	case sniffedLines, sniffedValues:
		kind = formatRecord
	case sniffedFeed:
		return chancery.Report{}, &Error{Input: name, Err: reason(ErrFormat, "it is a feed"), Next: next}
	}
	if len(data) > maxFile {
		return chancery.Report{}, &Error{Input: name, Err: reason(ErrTooLarge, "a report may have %d MiB", maxFile>>20), Next: "split it"}
	}
	o := piece{input: name, format: kind, original: data}.outcome()
	if o.err == nil {
		o.report.Name = name
		return o.report, nil
	}
	var failure *Error
	if errors.As(o.err, &failure) {
		return chancery.Report{}, failure
	}
	return chancery.Report{}, o.err
}
