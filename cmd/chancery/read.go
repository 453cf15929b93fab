package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"sync"

	"golang.org/x/term"

	"chancery"
	"chancery/archive/sqlite"
	"chancery/desk"
	"chancery/press"
)

// errSomeFailed says that some inputs were not read; what was wrong has been printed already.
var errSomeFailed = errors.New("some inputs were not read")

type readCommand struct {
	Paths  []string `arg:"" name:"path" help:"Files (text, HTML, JSON Lines), folders, globs, or - for standard input."`
	JSON   bool     `name:"json" help:"Print every claim as a line of JSON."`
	DryRun bool     `help:"Read, and keep nothing."`
	Quiet  bool     `short:"q" help:"Print no progress and no summary."`
}

func (readCommand) Help() string {
	return `Examples:
  chancery read reports/                    every report in the folder
  chancery read 'feed/**/*.jsonl.gz'        JSON Lines: id, title, text, published, publisher, url
  chancery read --dry-run --json story.txt  what a report says, without keeping it
  curl -s URL | chancery read -             a page from standard input

The same report twice is one report. Reading again changes nothing, unless this version reads better.
An input that cannot be read is named, and the others go on; the exit status is then 1.`
}

// tally counts what a run of reading did.
type tally struct {
	sync.Mutex
	read, fresh, again, known, claims, retired, failed int
}

func (c *readCommand) Run(s *session) error {
	register, err := s.register()
	if err != nil {
		return err
	}
	reader, err := desk.Default(register)
	if err != nil {
		return err
	}
	plan := press.Survey(c.Paths)
	show := newProgress(s.err, plan.Bytes, !c.Quiet && isTerminal(s.err))
	var count tally
	failed := func(err error) {
		count.Lock()
		count.failed++
		count.Unlock()
		show.line("chancery: %v", err)
	}
	for _, err := range plan.Errors {
		failed(err)
	}
	reports := plan.Reports(s.ctx, s.in, press.Options{
		Progress: show.update,
		Note: func(n press.Note) {
			if !c.Quiet {
				show.line("%s: %s", n.Input, n.Text)
			}
		},
	})
	var archive chancery.Archive
	if !c.DryRun {
		if archive, err = sqlite.Open(s.ctx, s.archive); err != nil {
			return err
		}
		defer archive.Close()
		reports = c.unread(s.ctx, archive, reader.Version(), reports, &count, failed)
	}
	out := json.NewEncoder(s.out)
	out.SetEscapeHTML(false)
	keep := func(ctx context.Context, batch []chancery.Reading) error {
		return c.keep(ctx, archive, batch, out, &count)
	}
	err = reader.ReadAll(s.ctx, reports, desk.DefaultBatch, keep, failed)
	show.done()
	if err == nil && archive != nil && (count.fresh+count.again > 0) {
		err = conclude(s.ctx, archive, register)
	}
	if !c.Quiet {
		c.summary(s.err, &count, s.archive)
	}
	if err == nil && count.failed > 0 {
		err = errSomeFailed
	}
	return err
}

// unread passes on the reports that the archive does not have as this version reads them. It asks
// in small groups: a report waits for at most a few others.
func (c *readCommand) unread(ctx context.Context, archive chancery.Archive, version string,
	reports iter.Seq2[chancery.Report, error], count *tally, failed func(error)) iter.Seq2[chancery.Report, error] {

	return func(yield func(chancery.Report, error) bool) {
		for report, err := range reports {
			if err != nil {
				if !yield(report, err) {
					return
				}
				continue
			}
			known, err := archive.Has(ctx, version, []string{report.ID})
			if err != nil {
				yield(report, err)
				return
			}
			if known[report.ID] {
				count.Lock()
				count.known++
				count.Unlock()
				if !c.JSON {
					continue
				}
			}
			if !yield(report, nil) {
				return
			}
		}
	}
}

// keep stores a batch and, once it is stored, prints its claims.
func (c *readCommand) keep(ctx context.Context, archive chancery.Archive, batch []chancery.Reading, out *json.Encoder, count *tally) error {
	if archive != nil {
		kept, err := archive.Keep(ctx, batch)
		if err != nil {
			return err
		}
		for _, k := range kept {
			switch {
			case k.New:
				count.fresh++
			case !k.Unchanged:
				count.again++
			}
			count.retired += len(k.Retired)
		}
	}
	for _, reading := range batch {
		count.read++
		count.claims += len(reading.Claims)
		if !c.JSON {
			continue
		}
		for _, claim := range reading.Claims {
			if err := out.Encode(claim); err != nil {
				return err
			}
		}
	}
	return nil
}

func (c *readCommand) summary(w io.Writer, count *tally, archive string) {
	if c.DryRun {
		fmt.Fprintf(w, "%s read, %s; nothing kept.\n", number(count.read, "report"), number(count.claims, "claim"))
	} else {
		fmt.Fprintf(w, "%s kept with %s", number(count.fresh, "new report"), number(count.claims, "claim"))
		if count.again > 0 {
			fmt.Fprintf(w, "; %s read anew, %s retired", number(count.again, "report"), number(count.retired, "claim"))
		}
		if count.known > 0 {
			fmt.Fprintf(w, "; %s known already", number(count.known, "report"))
		}
		fmt.Fprintf(w, ".\nThe archive is %s.\n", archive)
	}
	if count.failed > 0 {
		fmt.Fprintf(w, "%s not read, as said above.\n", number(count.failed, "input"))
	}
}

// number is "1 report", "3 reports".
func number(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}
