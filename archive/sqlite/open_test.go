package sqlite_test

import (
	"database/sql"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"chancery"
	"chancery/archive/sqlite"
)

// raw opens the file behind the archive's back.
func raw(t *testing.T, path string) *sql.DB {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	return db
}

func execute(t *testing.T, path string, statements ...string) {
	t.Helper()
	db := raw(t, path)
	for _, statement := range statements {
		if _, err := db.Exec(statement); err != nil {
			t.Fatalf("%s: %v", statement, err)
		}
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
}

// checkIntegrity asks SQLite whether the file is sound, and the search index whether it says what
// the reports say.
func checkIntegrity(t *testing.T, path string) {
	t.Helper()
	db := raw(t, path)
	defer db.Close()
	for _, pragma := range []string{"PRAGMA integrity_check", "SELECT count(*) || ' broken' FROM pragma_foreign_key_check"} {
		var verdict string
		if err := db.QueryRow(pragma).Scan(&verdict); err != nil || verdict != "ok" && verdict != "0 broken" {
			t.Errorf("%s: %s %v", pragma, verdict, err)
		}
	}
	if _, err := db.Exec("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)"); err != nil {
		t.Errorf("search index: %v", err)
	}
}

func TestOpenRefuses(t *testing.T) {
	folder := t.TempDir()
	file := func(name, content string) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	alien := filepath.Join(folder, "alien.db")
	execute(t, alien, "CREATE TABLE shopping (item TEXT)")
	newer := filepath.Join(folder, "newer.db")
	closed(t, open(t, newer))
	execute(t, newer, "PRAGMA user_version = 99")

	for _, c := range []struct {
		name, path string
		want       []string
	}{
		{"a directory", folder, []string{"is a directory", filepath.Join(folder, "chancery.db")}},
		{"a short text", file("note.txt", "Buy milk."), []string{"not a Chancery archive", "no database"}},
		{"a long text", file("long.txt", strings.Repeat("Buy milk. ", 9000)), []string{"not a Chancery archive", "no database"}},
		{"another program's database", alien, []string{"not a Chancery archive", "another program"}},
		{"a newer version's", newer, []string{"newer version of Chancery", "99"}},
		{"a file in a file", filepath.Join(folder, "note.txt", "archive.db"), []string{"not a directory"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			before, _ := os.ReadFile(c.path)
			for _, options := range [][]sqlite.Option{nil, {sqlite.ReadOnly()}} {
				archive, err := sqlite.Open(t.Context(), c.path, options...)
				if err == nil {
					closed(t, archive)
					t.Fatal("it was opened")
				}
				for _, want := range append(c.want, c.path) {
					if !strings.Contains(err.Error(), want) {
						t.Errorf("the error lacks %q: %v", want, err)
					}
				}
			}
			if after, _ := os.ReadFile(c.path); string(after) != string(before) {
				t.Error("the file was changed")
			}
		})
	}
}

func TestOpenMakes(t *testing.T) {
	for name, path := range map[string]string{
		"folders that are not there": filepath.Join(t.TempDir(), "deep", "down", "archive.db"),
		"a name full of signs":       filepath.Join(t.TempDir(), "50% #1? été &c. [new].db"),
	} {
		t.Run(name, func(t *testing.T) {
			archive := open(t, path)
			if _, err := archive.Keep(t.Context(), []chancery.Reading{numbered("v1", 5)}); err != nil {
				t.Fatal(err)
			}
			closed(t, archive)
			if _, err := os.Stat(path); err != nil {
				t.Errorf("it lies elsewhere: %v", err)
			}
			again := open(t, path)
			defer closed(t, again)
			if reports, err := again.Reports(t.Context()); err != nil || len(reports) != 1 {
				t.Errorf("opened again it has %d reports (%v), want 1", len(reports), err)
			}
		})
	}
}

// An empty file is what is left where making an archive was cut short at the very beginning.
func TestOpenEmptyFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "archive.db")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	closed(t, open(t, path))
	checkIntegrity(t, path)
}

func TestOpenFromSeveralAtOnce(t *testing.T) {
	path := filepath.Join(t.TempDir(), "archive.db")
	var all sync.WaitGroup
	for n := range 6 {
		all.Go(func() {
			archive, err := sqlite.Open(t.Context(), path)
			if err != nil {
				t.Error(err)
				return
			}
			if _, err := archive.Keep(t.Context(), []chancery.Reading{numbered("v1", n)}); err != nil {
				t.Error(err)
			}
			if err := archive.Close(); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	archive := open(t, path)
	defer closed(t, archive)
	if reports, err := archive.Reports(t.Context()); err != nil || len(reports) != 6 {
		t.Errorf("%d reports (%v), want 6", len(reports), err)
	}
}

func TestReadOnly(t *testing.T) {
	path := filepath.Join(t.TempDir(), "archive.db")
	_, err := sqlite.Open(t.Context(), path, sqlite.ReadOnly())
	if !errors.Is(err, fs.ErrNotExist) || !strings.Contains(err.Error(), "chancery read") {
		t.Errorf("an archive that is not there: %v; want fs.ErrNotExist and what to do", err)
	}
	if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) {
		t.Error("asking for it made it")
	}

	writer := open(t, path)
	defer closed(t, writer)
	reader := open(t, path, sqlite.ReadOnly())
	defer closed(t, reader)
	if _, err := writer.Keep(t.Context(), []chancery.Reading{numbered("v1", 5)}); err != nil {
		t.Fatal(err)
	}
	if reports, err := reader.Reports(t.Context()); err != nil || len(reports) != 1 {
		t.Errorf("the reader sees %d reports (%v), want 1", len(reports), err)
	}
	for name, write := range map[string]func() error{
		"Keep": func() error {
			_, err := reader.Keep(t.Context(), []chancery.Reading{numbered("v1", 6)})
			return err
		},
		"Forget":     func() error { return reader.Forget(t.Context(), numbered("v1", 5).Report.ID) },
		"SetEntries": func() error { return reader.SetEntries(t.Context(), nil) },
	} {
		if err := write(); err == nil || !strings.Contains(err.Error(), "for reading only") {
			t.Errorf("%s: %v; want an error that says so", name, err)
		}
	}
}

// TestSchemaVersion holds together what goose counts, what the file says and what Open wants: where
// they disagree each start would ask goose, or refuse what it has just made.
func TestSchemaVersion(t *testing.T) {
	path := filepath.Join(t.TempDir(), "archive.db")
	closed(t, open(t, path))
	var applied, stamped int
	err := raw(t, path).QueryRow(`SELECT (SELECT max(version_id) FROM goose_db_version),
		(SELECT user_version FROM pragma_user_version)`).Scan(&applied, &stamped)
	if err != nil {
		t.Fatal(err)
	}
	files, err := os.ReadDir("migrations")
	if err != nil {
		t.Fatal(err)
	}
	if applied != len(files) || stamped != len(files) {
		t.Errorf("there are %d migrations; goose counts %d, the file says %d", len(files), applied, stamped)
	}
	execute(t, path, "DROP TABLE goose_db_version") // which a start that asked goose would make again
	closed(t, open(t, path))
	if err := raw(t, path).QueryRow("SELECT 1 FROM goose_db_version").Scan(new(int)); err == nil {
		t.Error("opening an archive of this version asked goose")
	}
}

// TestOlderArchive opens an archive of the first form, from before there were judgements: what it holds
// stays, and judgements can be added.
func TestOlderArchive(t *testing.T) {
	path := filepath.Join(t.TempDir(), "archive.db")
	archive := open(t, path)
	reading := numbered("v1", 5)
	if _, err := archive.Keep(t.Context(), []chancery.Reading{reading}); err != nil {
		t.Fatal(err)
	}
	closed(t, archive)
	execute(t, path, "DROP TABLE withdrawals", "DROP TABLE judgements",
		"DELETE FROM goose_db_version WHERE version_id > 1", "PRAGMA user_version = 1")
	archive = open(t, path)
	defer closed(t, archive)
	if reports, err := archive.Reports(t.Context()); err != nil || len(reports) != 1 {
		t.Fatalf("%d reports, %v", len(reports), err)
	}
	judgement := chancery.Judgement{Verdict: chancery.VerdictAccepted, By: "Ama", Made: time.Unix(1e9, 0).UTC(),
		Subject: chancery.Subject{Anchors: []chancery.Anchor{{Claim: "c", Report: reading.Report.ID}}}}
	judgement.Identify()
	if err := archive.Judge(t.Context(), judgement); err != nil {
		t.Fatal(err)
	}
	for _, statement := range []string{"UPDATE judgements SET json = '{}'", "DELETE FROM judgements"} {
		if _, err := raw(t, path).Exec(statement); err == nil || !strings.Contains(err.Error(), "a judgement is never") {
			t.Errorf("%s: %v", statement, err)
		}
	}
}

// TestPermissions cannot run as root, to whom everything is allowed.
func TestPermissions(t *testing.T) {
	if os.Geteuid() <= 0 {
		t.Skip("permissions do not bind this user")
	}
	folder := t.TempDir()
	path := filepath.Join(folder, "archive.db")
	archive := open(t, path)
	if _, err := archive.Keep(t.Context(), []chancery.Reading{numbered("v1", 5)}); err != nil {
		t.Fatal(err)
	}
	closed(t, archive)
	allow := func(file, dir fs.FileMode) {
		t.Helper()
		if err := errors.Join(os.Chmod(folder, 0o700), os.Chmod(path, file), os.Chmod(folder, dir)); err != nil {
			t.Fatal(err)
		}
	}
	defer allow(0o600, 0o700)

	allow(0o400, 0o500)
	if _, err := sqlite.Open(t.Context(), path); err == nil || !strings.Contains(err.Error(), path) || !strings.Contains(err.Error(), "permissions") && !strings.Contains(err.Error(), "may read and write") {
		t.Errorf("writing to what may only be read: %v", err)
	}
	reader := open(t, path, sqlite.ReadOnly())
	if reports, err := reader.Reports(t.Context()); err != nil || len(reports) != 1 {
		t.Errorf("reading what may only be read: %d reports (%v), want 1", len(reports), err)
	}
	closed(t, reader)

	allow(0o000, 0o700)
	for _, options := range [][]sqlite.Option{nil, {sqlite.ReadOnly()}} {
		if _, err := sqlite.Open(t.Context(), path, options...); err == nil || !strings.Contains(err.Error(), path) || !strings.Contains(err.Error(), "may read and write") {
			t.Errorf("opening what may not be read: %v", err)
		}
	}
	if _, err := sqlite.Open(t.Context(), filepath.Join(folder, "new", "archive.db")); err != nil {
		t.Errorf("making a folder: %v", err)
	}
	allow(0o600, 0o500)
	if _, err := sqlite.Open(t.Context(), filepath.Join(folder, "newer", "archive.db")); !errors.Is(err, fs.ErrPermission) {
		t.Errorf("making a folder where none may be made: %v, want fs.ErrPermission", err)
	}
}
