package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"runtime/debug"

	"chancery"
	"chancery/actors"
	"chancery/archive/sqlite"
	"chancery/codebook"
	"chancery/internal/directory"
	"chancery/query"
)

// session is what every command works with. What takes time to load is loaded when it is asked for.
type session struct {
	ctx     context.Context
	in      io.Reader
	out     io.Writer
	err     io.Writer
	archive string   // path
	actors  string   // folder with the user's own rows, or ""
	own     []string // files with acts and frames of the user's own

	open chancery.Archive // to be closed, or nil
}

func newSession(ctx context.Context, c *commands, in io.Reader, out, errs io.Writer) *session {
	return &session{ctx: ctx, in: in, out: out, err: errs, archive: c.Archive, actors: c.Actors, own: c.Own}
}

func (s *session) close() error {
	if s.open == nil {
		return nil
	}
	return s.open.Close()
}

// register is the register of actors, with the rows of the user's own.
func (s *session) register() (*actors.Register, error) {
	register, err := actors.Default()
	if err != nil || s.actors == "" {
		return register, err
	}
	return register.With(s.actors)
}

// book is the codebook, with the acts and frames of the user's own.
func (s *session) book() (*codebook.Codebook, error) {
	book, err := codebook.Default()
	if err != nil {
		return nil, err
	}
	return book.With(s.own...)
}

// writing opens the archive for writing, and makes it where there is none.
func (s *session) writing() (chancery.Archive, error) {
	archive, err := sqlite.Open(s.ctx, s.archive)
	if err != nil {
		return nil, err
	}
	s.open = archive
	return archive, nil
}

// existing opens an archive that must be there already.
func (s *session) existing(options ...sqlite.Option) (chancery.Archive, error) {
	if _, err := os.Stat(s.archive); errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("there is no archive at %s yet; read some reports first: chancery read PATH", s.archive)
	}
	archive, err := sqlite.Open(s.ctx, s.archive, options...)
	if err != nil {
		return nil, err
	}
	s.open = archive
	return archive, nil
}

// record opens the archive for questions. The register takes most of the start, so it is loaded
// while the archive is opened.
func (s *session) record(options ...sqlite.Option) (*query.Record, *register, error) {
	type loaded struct {
		register *actors.Register
		err      error
	}
	loading := make(chan loaded, 1)
	// What the register allocates stays, so collecting garbage meanwhile would only cost a third of
	// the start.
	defer debug.SetGCPercent(debug.SetGCPercent(-1))
	go func() {
		register, err := s.register()
		loading <- loaded{register, err}
	}()
	archive, err := s.existing(options...)
	if err != nil {
		return nil, nil, err
	}
	names := <-loading
	if names.err != nil {
		return nil, nil, names.err
	}
	return s.ask(archive, names.register)
}

// ask makes a record of an open archive and a register.
func (s *session) ask(archive chancery.Archive, names *actors.Register) (*query.Record, *register, error) {
	book, err := s.book()
	if err != nil {
		return nil, nil, err
	}
	known := &register{&directory.Names{Register: names, Introductions: func() []chancery.Introduction {
		list, _ := archive.Introductions(s.ctx) // without them a person is unknown, which is said
		return list
	}}}
	return query.New(archive, known, book.Act), known, nil
}

// library opens the archive for questions about reports alone, which need no names and start sooner.
func (s *session) library() (*query.Record, error) {
	archive, err := s.existing(sqlite.ReadOnly())
	if err != nil {
		return nil, err
	}
	return query.New(archive, &directory.Names{Register: new(actors.Register)}, nil), nil
}

// empty is an error where the archive holds no report at all, which is another matter than a question
// of which no report tells.
func (s *session) empty(record *query.Record) error {
	reports, err := record.Reports(s.ctx, query.At{})
	if err == nil && len(reports) == 0 {
		err = fmt.Errorf("the archive %s holds no reports; read some first: chancery read PATH", s.archive)
	}
	return err
}

// conclude works out the entries from all claims that are kept, and stores them.
func conclude(ctx context.Context, archive chancery.Archive, names *actors.Register, book *codebook.Codebook) (int, error) {
	return query.New(archive, &directory.Names{Register: names}, book.Act).Rebuild(ctx)
}
