package sqlite_test

import (
	"fmt"
	"os"
	"path/filepath"
	"sync/atomic"
	"testing"

	"chancery"
	"chancery/archive/archivetest"
	"chancery/archive/sqlite"
)

func TestContract(t *testing.T) {
	// The properties ask for hundreds of empty archives: one is made and the others are copies.
	blank := filepath.Join(t.TempDir(), "blank.db")
	closed(t, open(t, blank))
	made, err := os.ReadFile(blank)
	if err != nil {
		t.Fatal(err)
	}
	var number atomic.Int64
	folder := t.TempDir()
	archivetest.Run(t, func(t *testing.T) chancery.Archive {
		path := filepath.Join(folder, fmt.Sprintf("copy %d.db", number.Add(1)))
		if err := os.WriteFile(path, made, 0o600); err != nil {
			t.Fatal(err)
		}
		return open(t, path)
	})
}

func open(t testing.TB, path string, options ...sqlite.Option) *sqlite.Archive {
	t.Helper()
	archive, err := sqlite.Open(t.Context(), path, options...)
	if err != nil {
		t.Fatal(err)
	}
	return archive
}

func closed(t testing.TB, archive *sqlite.Archive) {
	t.Helper()
	if err := archive.Close(); err != nil {
		t.Fatal(err)
	}
}
