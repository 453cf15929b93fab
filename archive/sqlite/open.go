package sqlite

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/pressly/goose/v3"
	driver "modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

//go:embed migrations/*.sql
var migrations embed.FS

const (
	applicationID = 0x43686379 // "Chcy"
	// schemaVersion is the number of the newest migration, which leaves it in user_version.
	schemaVersion = 2
)

// Option changes how Open opens.
type Option func(*settings)

type settings struct{ readOnly bool }

// ReadOnly opens an archive that must be there already and refuses to write to it. It also works
// where the file may not be written.
func ReadOnly() Option { return func(s *settings) { s.readOnly = true } }

// Open opens the archive in the file at path. Without ReadOnly it makes the file, and the folders
// above it, where there is none. An archive made by an older version is brought up to date; one
// made by a newer version, and a file that is something else, is refused and left as it was.
func Open(ctx context.Context, path string, options ...Option) (*Archive, error) {
	var chosen settings
	for _, option := range options {
		option(&chosen)
	}
	absolute, err := filepath.Abs(path)
	if err != nil {
		return nil, fmt.Errorf("archive %s: %w", path, err)
	}
	missing, err := examine(absolute)
	if err != nil {
		return nil, err
	}
	if missing {
		if chosen.readOnly {
			return nil, noArchive(absolute)
		}
		if err := create(ctx, absolute); err != nil {
			return nil, err
		}
	}
	archive := &Archive{path: absolute}
	if err := archive.connect(ctx, chosen); err != nil {
		return nil, errors.Join(err, archive.release())
	}
	return archive, nil
}

// examine says what stands in the way of opening path before SQLite, which words it worse.
func examine(path string) (missing bool, err error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return true, nil
	case err != nil:
		return false, fmt.Errorf("archive %s: %w", path, err)
	case info.IsDir():
		return false, fmt.Errorf("archive %s is a directory; name a file in it, such as %s",
			path, filepath.Join(path, "chancery.db"))
	}
	return false, nil
}

func create(ctx context.Context, path string) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return fmt.Errorf("making a folder for archive %s: %w", path, err)
	}
	return migrate(ctx, path)
}

// connect opens the pools and finds out whether what they reach is an archive of this version.
func (a *Archive) connect(ctx context.Context, chosen settings) error {
	found, err := a.connectReaders(ctx, chosen)
	if err != nil {
		return err
	}
	switch found.age() {
	case foreign:
		return notArchive(a.path, "it is a database of another program")
	case newer:
		return fmt.Errorf("archive %s was made by a newer version of Chancery (its form is %d, the newest known here %d); use that version",
			a.path, found.version, schemaVersion)
	case blank, older:
		if found.age() == blank && chosen.readOnly {
			return noArchive(a.path)
		}
		if err := migrate(ctx, a.path); err != nil {
			return err
		}
	}
	if chosen.readOnly {
		return nil
	}
	if a.writer, err = openWriter(a.path); err != nil {
		return explain(a.path, err)
	}
	// A file that may not be written shows itself only when a transaction begins.
	return a.write(ctx, func(*sql.Tx) error { return nil })
}

func (a *Archive) connectReaders(ctx context.Context, chosen settings) (stamp, error) {
	how := accessRead
	if chosen.readOnly {
		how = accessReadOnly
	}
	found, err := a.tryReaders(ctx, how)
	if err == nil {
		return found, nil
	}
	barred := code(err) == sqlite3.SQLITE_CANTOPEN || code(err) == sqlite3.SQLITE_READONLY
	if chosen.readOnly && barred && !hasLog(a.path) {
		// Readers keep their locks in a file beside the archive, which a folder that may not be
		// written cannot have. Where no log is left over nobody is writing either.
		if found, err := a.tryReaders(ctx, accessImmutable); err == nil {
			return found, nil
		}
	}
	return stamp{}, explain(a.path, err)
}

func (a *Archive) tryReaders(ctx context.Context, how access) (stamp, error) {
	if err := a.release(); err != nil {
		return stamp{}, err
	}
	readers, err := openReaders(a.path, how)
	if err != nil {
		return stamp{}, err
	}
	a.readers = readers
	return readStamp(ctx, readers)
}

// release closes what Open has opened so far.
func (a *Archive) release() error {
	if a.readers == nil {
		return nil
	}
	return a.Close()
}

func hasLog(path string) bool {
	info, err := os.Stat(path + "-wal")
	return err == nil && info.Size() > 0
}

// stamp is what tells an archive, and its age, at the cost of one query. Asking goose at every
// start would cost several times all the rest of opening.
type stamp struct{ application, version, tables int }

type age int

const (
	current age = iota
	blank       // nothing there yet, or a making that was cut short
	older
	newer
	foreign
)

func readStamp(ctx context.Context, db *sql.DB) (stamp, error) {
	var s stamp
	err := db.QueryRowContext(ctx, `
		SELECT (SELECT application_id FROM pragma_application_id),
		       (SELECT user_version FROM pragma_user_version),
		       (SELECT count(*) FROM sqlite_schema
		        WHERE tbl_name NOT IN ('goose_db_version', 'sqlite_sequence'))`,
	).Scan(&s.application, &s.version, &s.tables)
	return s, err
}

func (s stamp) age() age {
	switch {
	case s.application == 0 && s.version == 0 && s.tables == 0:
		return blank
	case s.application != applicationID:
		return foreign
	case s.version < schemaVersion:
		return older
	case s.version > schemaVersion:
		return newer
	}
	return current
}

// migrate brings the file to the newest form. Two programs may start it at once; each migration is
// one transaction, so the one that comes second fails and then finds the work done.
func migrate(ctx context.Context, path string) (err error) {
	writer, err := openWriter(path)
	if err != nil {
		return explain(path, err)
	}
	defer func() { err = errors.Join(err, writer.Close()) }()
	files, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return err
	}
	const attempts = 5 // more programs than that do not start at one moment
	for range attempts {
		if err = runMigrations(ctx, writer, files); err == nil || ctx.Err() != nil {
			break
		}
		if found, stampErr := readStamp(ctx, writer); stampErr == nil && found.age() == current {
			return nil
		}
	}
	if err != nil && code(err) == 0 {
		return fmt.Errorf("preparing archive %s: %w", path, err)
	}
	return explain(path, err)
}

func runMigrations(ctx context.Context, writer *sql.DB, files fs.FS) error {
	provider, err := goose.NewProvider(goose.DialectSQLite3, writer, files,
		goose.WithDisableGlobalRegistry(true), goose.WithLogger(goose.NopLogger()))
	if err != nil {
		return err
	}
	_, err = provider.Up(ctx)
	return err
}

func noArchive(path string) error {
	return fmt.Errorf("there is no archive at %s yet: make one with `chancery read`, or name another with --archive: %w",
		path, fs.ErrNotExist)
}

func notArchive(path, why string) error {
	return fmt.Errorf("%s is not a Chancery archive; %s; name another file with --archive", path, why)
}

// code is SQLite's primary result code, 0 where the error is not SQLite's.
func code(err error) int {
	var failure *driver.Error
	if !errors.As(err, &failure) {
		return 0
	}
	return failure.Code() & 0xff // the rest tells apart cases of one code
}

// explain puts into words what SQLite says with a code, and names the file.
func explain(path string, err error) error {
	switch code(err) {
	case 0:
		return err // not SQLite's, or none
	case sqlite3.SQLITE_NOTADB:
		return notArchive(path, "it is no database")
	case sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM:
		return fmt.Errorf("archive %s cannot be opened; look whether you may read and write it and its folder: %w", path, err)
	case sqlite3.SQLITE_READONLY:
		return fmt.Errorf("archive %s may not be written; look at its permissions and its folder's: %w", path, err)
	case sqlite3.SQLITE_BUSY:
		return fmt.Errorf("archive %s is being written by another program; try again when it is done: %w", path, err)
	case sqlite3.SQLITE_FULL:
		return fmt.Errorf("archive %s cannot grow; make room on its disk and try again: %w", path, err)
	case sqlite3.SQLITE_CORRUPT:
		return fmt.Errorf("archive %s is damaged; take it from a copy, or read its reports into a new one: %w", path, err)
	}
	return fmt.Errorf("archive %s: %w", path, err)
}
