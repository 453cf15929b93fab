// Package sqlite keeps the archive in one SQLite file.
//
// The file is in write-ahead-log mode, so people can read while reports come in, from this process
// and from others. One connection writes; readers have a pool of their own and each call sees one
// state of the archive, never the middle of a batch.
//
// Commits are flushed to the disk (synchronous FULL). Killing the process would be survived without
// that, because what SQLite has written is then in the operating system's hands; but Keep promises
// that what it acknowledged is durable, and without the flush a power cut could still take it. The
// price is one flush a batch, which a batch of a few dozen reports hides.
package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"path/filepath"
	"strings"

	_ "modernc.org/sqlite" // registers the driver "sqlite"

	"chancery"
)

// Archive is a chancery.Archive in one SQLite file.
type Archive struct {
	path    string
	writer  *sql.DB // nil where the archive is open for reading only
	readers *sql.DB
}

var _ chancery.Archive = (*Archive)(nil)

// idleReaders is how many reading connections stay open between calls. There is no upper bound on
// those in use: a loop over Claims that asks the archive for something else holds two, and a bound
// would let enough such loops wait for each other for ever.
const idleReaders = 8

// Close releases the archive. Loops over Claims that are still running may fail.
func (a *Archive) Close() error {
	// The writer goes last: the last connection to go folds the log into the file.
	err := a.readers.Close()
	if a.writer != nil {
		err = errors.Join(err, a.writer.Close())
	}
	return err
}

// access is how a pool of connections may use the file.
type access string

const (
	accessCreate    access = "mode=rwc&" + writing
	accessRead      access = "mode=rw&" + reading // may take part in recovering the log
	accessReadOnly  access = "mode=ro&" + reading
	accessImmutable access = "immutable=1&" + reading // a medium nobody can write to
)

const (
	writing = "_pragma=busy_timeout(5000)&_pragma=journal_mode(WAL)&_pragma=synchronous(FULL)" +
		"&_pragma=foreign_keys(1)&_txlock=immediate"
	reading = "_pragma=busy_timeout(5000)&_pragma=query_only(1)"
)

// pool opens no connection yet; the first use does.
func pool(path string, how access) (*sql.DB, error) {
	// A path may hold "?", "#" and "%"; a URL escapes them. On Windows it begins with a drive.
	slashed := filepath.ToSlash(path)
	if !strings.HasPrefix(slashed, "/") {
		slashed = "/" + slashed
	}
	location := url.URL{Scheme: "file", OmitHost: true, Path: slashed, RawQuery: string(how)}
	return sql.Open("sqlite", location.String())
}

func openWriter(path string) (*sql.DB, error) {
	writer, err := pool(path, accessCreate)
	if err != nil {
		return nil, err
	}
	writer.SetMaxOpenConns(1)
	return writer, nil
}

func openReaders(path string, how access) (*sql.DB, error) {
	readers, err := pool(path, how)
	if err != nil {
		return nil, err
	}
	readers.SetMaxIdleConns(idleReaders)
	return readers, nil
}

// write runs work in one transaction, which is on disk when write returns nil and has left nothing
// when it returns an error.
func (a *Archive) write(ctx context.Context, work func(*sql.Tx) error) error {
	if a.writer == nil {
		return fmt.Errorf("archive %s is open for reading only", a.path)
	}
	tx, err := a.writer.BeginTx(ctx, nil)
	if err != nil {
		return a.failure(ctx, err)
	}
	if err := work(tx); err != nil {
		_ = tx.Rollback() // the error of the work is the one that matters
		return a.failure(ctx, err)
	}
	err = tx.Commit()
	if errors.Is(err, sql.ErrTxDone) {
		return a.failure(ctx, err) // the context ended just before, which took the transaction back
	}
	return explain(a.path, err)
}

// read runs work on one state of the archive.
func (a *Archive) read(ctx context.Context, work func(*sql.Tx) error) error {
	tx, err := a.readers.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return a.failure(ctx, err)
	}
	defer func() { _ = tx.Rollback() }() // nothing was written
	if err := work(tx); err != nil {
		return a.failure(ctx, err)
	}
	return nil
}

// failure is the error to show. Where the context has ended, that is the cause: SQLite speaks of an
// interruption then, and database/sql of a transaction that is over.
func (a *Archive) failure(ctx context.Context, err error) error {
	if ctx.Err() != nil && !errors.Is(err, errStopped) {
		return ctx.Err()
	}
	return explain(a.path, err)
}
