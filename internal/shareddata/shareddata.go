// Package shareddata finds the open data that some tests and the trainer work on. The data is not
// part of the repository: it lies in the folder that CHANCERY_SHARED names or, without it, in
// ../shared beside the checkout.
package shareddata

import (
	"os"
	"path/filepath"
	"testing"
)

// Path is where the data's file or folder should lie: under CHANCERY_SHARED, or under the nearest
// shared/ beside a folder that holds the working directory.
func Path(elements ...string) string {
	name := filepath.Join(elements...)
	if root := os.Getenv("CHANCERY_SHARED"); root != "" {
		return filepath.Join(root, name)
	}
	dir, err := os.Getwd()
	if err != nil {
		return filepath.Join("..", "shared", name)
	}
	for {
		path := filepath.Join(filepath.Dir(dir), "shared", name)
		if _, err := os.Stat(path); err == nil || dir == filepath.Dir(dir) {
			return path
		}
		dir = filepath.Dir(dir)
	}
}

// Need is Path for a test: it skips the test, and says so loudly, where the data is not there.
func Need(t testing.TB, elements ...string) string {
	t.Helper()
	path := Path(elements...)
	if _, err := os.Stat(path); err != nil {
		t.Skipf("SKIPPED, NOT PASSED: this test needs %s; set CHANCERY_SHARED to the folder that holds it", path)
	}
	return path
}
