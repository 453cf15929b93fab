package main

import (
	"bytes"
	"os"
	"strings"
	"testing"
)

// docs/codebook.md is what the command prints.
func TestTheCodebooksPageIsFresh(t *testing.T) {
	t.Setenv("CHANCERY_CODEBOOK", "")
	var out, errs bytes.Buffer
	if code := run([]string{"codebook"}, strings.NewReader(""), &out, &errs); code != exitDone {
		t.Fatalf("exit %d: %s", code, errs.String())
	}
	page, err := os.ReadFile("../../docs/codebook.md")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(page, out.Bytes()) {
		t.Error("docs/codebook.md is not what the codebook says now; write it again: go run ./cmd/chancery codebook > docs/codebook.md")
	}
}
