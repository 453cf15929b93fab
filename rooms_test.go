package chancery_test

import (
	"bytes"
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// mayImport is the import rule: which of our packages each room may import, beside what lies below
// itself. It is the table of ARCHITECTURE.md.
var mayImport = map[string][]string{
	".":                   {},
	"press":               {"."},
	"english":             {},
	"actors":              {".", "english"},
	"calendar":            {".", "english"},
	"codebook":            {".", "english", "actors", "calendar"},
	"desk":                {".", "english", "actors", "calendar", "codebook"},
	"dyads":               {".", "english", "english/score", "actors", "calendar", "codebook"},
	"ledger":              {"."},
	"archive/sqlite":      {"."},
	"archive/archivetest": {"."},
	"query":               {".", "ledger"},
	"site":                {".", "query"},
	"export":              {".", "query"},
	"corpus":              {".", "english/score"},
}

// open may import everything: the wiring.
var open = []string{"cmd/chancery"}

func TestRoomsImportOnlyWhatTheyMay(t *testing.T) {
	cmd := exec.Command("go", "list", "-json=ImportPath,Imports", "./...")
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	rooms := 0
	for decoder := json.NewDecoder(bytes.NewReader(out)); ; {
		var p struct {
			ImportPath string
			Imports    []string
		}
		if err := decoder.Decode(&p); err == io.EOF {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		name := local(p.ImportPath)
		room, allowed := roomOf(name)
		if room == "" {
			if !slices.Contains(open, name) && !strings.HasPrefix(name, "internal/") {
				t.Errorf("package %s belongs to no room: add it to the import rule and to ARCHITECTURE.md", name)
			}
			continue
		}
		rooms++
		for _, imported := range p.Imports {
			if imported != "chancery" && !strings.HasPrefix(imported, "chancery/") {
				continue
			}
			other := local(imported)
			if strings.HasPrefix(other, "internal/") || other == room || strings.HasPrefix(other, room+"/") {
				continue
			}
			if !slices.Contains(allowed, other) {
				t.Errorf("%s imports %s; it may import %q", name, other, allowed)
			}
		}
	}
	if rooms < len(mayImport) {
		t.Errorf("only %d packages in rooms, fewer than the %d rooms of the rule", rooms, len(mayImport))
	}
}

func local(path string) string {
	if path == "chancery" {
		return "."
	}
	return strings.TrimPrefix(path, "chancery/")
}

func roomOf(name string) (string, []string) {
	if allowed, ok := mayImport[name]; ok {
		return name, allowed
	}
	for room, allowed := range mayImport {
		if strings.HasPrefix(name, room+"/") {
			return room, allowed
		}
	}
	return "", nil
}

// TestDocumentsNameWhatIsThere checks every path that the documents put between backquotes.
func TestDocumentsNameWhatIsThere(t *testing.T) {
	path := regexp.MustCompile("`([a-z][A-Za-z0-9_.-]*(?:/[A-Za-z0-9_.-]+)*/?)`")
	for _, document := range []string{"ARCHITECTURE.md", "README.md", "CONTRIBUTING.md"} {
		text, err := os.ReadFile(document)
		if err != nil {
			t.Error(err)
			continue
		}
		for _, m := range path.FindAllStringSubmatch(string(text), -1) {
			if !strings.Contains(m[1], "/") {
				continue
			}
			if _, err := os.Stat(m[1]); err != nil {
				t.Errorf("%s names %s, which is not there", document, m[1])
			}
		}
	}
}
