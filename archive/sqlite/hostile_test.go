package sqlite_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"chancery"
	"chancery/archive/sqlite"
)

// TestDamaged: a file that was cut short says so instead of giving less than it had.
func TestDamaged(t *testing.T) {
	path := filepath.Join(t.TempDir(), "archive.db")
	archive := open(t, path)
	var batch []chancery.Reading
	for number := range 40 {
		batch = append(batch, numbered("v1", number))
	}
	if _, err := archive.Keep(t.Context(), batch); err != nil {
		t.Fatal(err)
	}
	closed(t, archive)
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(path, info.Size()/2/4096*4096); err != nil {
		t.Fatal(err)
	}
	damaged, err := sqlite.Open(t.Context(), path)
	if err == nil {
		defer closed(t, damaged)
		_, err = damaged.Search(t.Context(), "bulletin", 0)
	}
	if err == nil || !strings.Contains(err.Error(), path) || !strings.Contains(err.Error(), "damaged") {
		t.Errorf("half an archive: %v; want an error that says it is damaged", err)
	}
}

// FuzzOpen opens files that hold anything, and asks those that open.
func FuzzOpen(f *testing.F) {
	whole := filepath.Join(f.TempDir(), "archive.db")
	closed(f, open(f, whole))
	made, err := os.ReadFile(whole)
	if err != nil {
		f.Fatal(err)
	}
	for _, seed := range []string{"", "SQLite format 3\x00", "PK\x03\x04", strings.Repeat("\x00", 4096),
		string(made), string(made[:len(made)/2]), string(made[:100]), string(made[:4096]) + string(made)} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		path := filepath.Join(t.TempDir(), "archive.db")
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
		archive, err := sqlite.Open(t.Context(), path)
		if err == nil {
			_, err = archive.Keep(t.Context(), []chancery.Reading{numbered("v1", 5)})
			closed(t, archive)
		}
		if err != nil && !strings.Contains(err.Error(), path) {
			t.Errorf("the error does not name the file: %v", err)
		}
	})
}

// FuzzSearch: nothing that can be typed is an error, and what finds a report marks words in it.
func FuzzSearch(f *testing.F) {
	for _, seed := range []string{"", "bulletin", `"the ferry" envoy*`, "C++ AND (", `"`, "*", "a:b", "NEAR(x, 2)", "\x00", "\xff*"} {
		f.Add(seed)
	}
	archive := open(f, filepath.Join(f.TempDir(), "archive.db"))
	f.Cleanup(func() { closed(f, archive) })
	if _, err := archive.Keep(f.Context(), []chancery.Reading{numbered("v1", 5)}); err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		hits, err := archive.Search(t.Context(), typed, 0)
		if err != nil {
			t.Fatalf("searching %q: %v", typed, err)
		}
		for _, hit := range hits {
			if !strings.Contains(hit.Snippet, "«") {
				t.Errorf("searching %q: nothing is marked in %q", typed, hit.Snippet)
			}
		}
	})
}
