package main

import (
	"context"
	"encoding/json"
	"errors"
	"iter"
	"os"
	"slices"
	"sync"

	"golang.org/x/term"

	"chancery"
	"chancery/actors"
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
  chancery read --codebook mine.toml r.txt  with acts and wordings of your own

The same report twice is one report. Reading again changes nothing, unless this version reads better.
An input that cannot be read is named, and the others go on; the exit status is then 1.`
}

// Run reads what the paths lead to. Whatever was kept before it was stopped stays, and is concluded from.
func (c *readCommand) Run(s *session) error {
	names, err := s.register()
	if err != nil {
		return err
	}
	reader, err := desk.Default(names, s.own...)
	if err != nil {
		return err
	}
	var archive chancery.Archive // nil in a dry run
	if !c.DryRun {
		if archive, err = s.writing(); err != nil {
			return err
		}
	}
	plan := press.Survey(c.Paths)
	r := &reading{command: c, session: s, archive: archive, reader: reader.Version(),
		progress: newProgress(s.err, plan.Bytes, !c.Quiet && isTerminal(s.err)), out: json.NewEncoder(s.out),
		told: map[string]bool{}}
	r.out.SetEscapeHTML(false)
	err = r.readAll(reader, plan)
	if archive != nil {
		err = errors.Join(err, r.conclude(names))
	}
	if !c.Quiet {
		r.summary(s.err)
	}
	if err == nil && r.failures > 0 {
		err = errSomeFailed
	}
	return err
}

// reading is one run of the command.
type reading struct {
	command  *readCommand
	session  *session
	archive  chancery.Archive
	reader   string
	progress *progress
	out      *json.Encoder
	told     map[string]bool // reports by id that keep has gone through

	sync.Mutex // guards what follows: failures are told from several goroutines
	counts
}

// counts is what a run did.
type counts struct {
	reports, claims     int // read, and in them
	fresh, again, known int // reports that were new, read anew by a newer version, or kept already
	added, retired      int // claims
	entries             int
	news                []chancery.Entry // entries that were not there before
	notes, failures     int
}

func (r *reading) readAll(reader *desk.Desk, plan *press.Plan) error {
	defer r.progress.done()
	reports := plan.Reports(r.session.ctx, r.session.in, press.Options{Progress: r.progress.update, Note: r.note})
	reports = r.unread(r.session.ctx, reports)
	return reader.ReadAll(r.session.ctx, reports, desk.DefaultBatch, r.keep, r.failed)
}

func (r *reading) failed(err error) {
	r.Lock()
	defer r.Unlock()
	r.failures++
	r.progress.line("chancery: %v", err)
}

// notesShown is how many files that were left out are named. A folder may hold thousands of them.
const notesShown = 3

// note tells what was left out on purpose.
func (r *reading) note(n press.Note) {
	r.Lock()
	defer r.Unlock()
	r.notes++
	if r.command.Quiet || r.notes > notesShown {
		return
	}
	r.progress.line("%s: %s", n.Input, n.Text)
}

// unread passes on the reports that the archive does not have as this version reads them. It asks for
// as many at once as have come in, and waits for none.
func (r *reading) unread(ctx context.Context, reports iter.Seq2[chancery.Report, error]) iter.Seq2[chancery.Report, error] {
	return func(yield func(chancery.Report, error) bool) {
		for group := range groups(ctx, reports) {
			known, err := r.knownAmong(ctx, group)
			if err != nil {
				yield(chancery.Report{}, err)
				return
			}
			for _, a := range group {
				if a.err == nil && known[a.report.ID] && !r.command.JSON {
					r.Lock()
					r.known++
					r.Unlock()
				} else if !yield(a.report, a.err) {
					return
				}
			}
		}
	}
}

func (r *reading) knownAmong(ctx context.Context, group []arrival) (map[string]bool, error) {
	var ids []string
	for _, a := range group {
		if a.err == nil {
			ids = append(ids, a.report.ID)
		}
	}
	if len(ids) == 0 || r.archive == nil {
		return nil, nil
	}
	return r.archive.Has(ctx, r.reader, ids)
}

// arrival is a report as press gives it, or why there is none.
type arrival struct {
	report chancery.Report
	err    error
}

// groups hands on what has come in since the last group, up to a few reports. It ends with the context
// also where the next report is long in coming, as from somebody who types.
func groups(ctx context.Context, reports iter.Seq2[chancery.Report, error]) iter.Seq[[]arrival] {
	const most = 32
	return func(yield func([]arrival) bool) {
		arrivals, stop := make(chan arrival, most), make(chan struct{})
		defer close(stop)
		go func() {
			defer close(arrivals)
			for report, err := range reports {
				select {
				case arrivals <- arrival{report, err}:
				case <-stop:
					return
				}
			}
		}()
		for {
			var group []arrival
			select {
			case first, more := <-arrivals:
				if !more {
					return
				}
				group = append(group, first)
			case <-ctx.Done():
				yield([]arrival{{err: ctx.Err()}})
				return
			}
			for len(group) < most && len(arrivals) > 0 {
				group = append(group, <-arrivals)
			}
			if !yield(group) {
				return
			}
		}
	}
}

// keep stores a batch and, once it is stored, prints its claims.
func (r *reading) keep(ctx context.Context, batch []chancery.Reading) error {
	if r.archive != nil {
		kept, err := r.archive.Keep(ctx, batch)
		if err != nil {
			return err
		}
		r.count(kept)
	}
	for _, reading := range batch {
		if r.told[reading.Report.ID] { // the same report twice is one report
			continue
		}
		r.told[reading.Report.ID] = true
		r.reports++
		r.claims += len(reading.Claims)
		if !r.command.JSON {
			continue
		}
		for _, claim := range reading.Claims {
			if err := r.out.Encode(claim); err != nil {
				return err
			}
		}
	}
	return nil
}

func (r *reading) count(kept []chancery.Kept) {
	r.Lock()
	defer r.Unlock()
	for _, k := range kept {
		switch {
		case k.New:
			r.fresh++
		case k.Unchanged:
			r.known++
		default:
			r.again++
		}
		r.added += len(k.Added)
		r.retired += len(k.Retired)
	}
}

// conclude works out the entries again, also where no report was new: a run that was killed may have
// kept reports and not come to this. It is done even where the reading was stopped, so that what is
// kept is also found.
func (r *reading) conclude(names *actors.Register) error {
	ctx := context.WithoutCancel(r.session.ctx)
	before, err := r.archive.Entries(ctx, chancery.EntryFilter{})
	if err != nil {
		return err
	}
	book, err := r.session.book()
	if err != nil {
		return err
	}
	if r.entries, err = conclude(ctx, r.archive, names, book); err != nil {
		return err
	}
	after, err := r.archive.Entries(ctx, chancery.EntryFilter{})
	if err != nil {
		return err
	}
	had := map[string]bool{}
	for _, e := range before {
		had[e.ID] = true
	}
	r.news = slices.DeleteFunc(after, func(e chancery.Entry) bool { return had[e.ID] })
	return nil
}

func isTerminal(stream any) bool {
	f, ok := stream.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}
