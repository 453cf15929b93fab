package press

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// Plan is what a reading will go through, known before it begins.
type Plan struct {
	Inputs []Input // sorted by path, each once; standard input comes last
	Bytes  int64   // of all inputs together; standard input counts as nothing
	Notes  []Note  // what was left out
	Errors []error // paths that lead nowhere, each an *Error
}

// Input is one file, or standard input, whose path is "-".
type Input struct {
	Path string
	Size int64 // bytes on disk, 0 where that is not known
}

// Survey finds all inputs under the paths without opening any. Folders are gone through with all
// that is in them, but for hidden files and kinds of file that hold no reports.
func Survey(paths []string) *Plan {
	s := surveyor{seen: map[string]bool{}}
	for _, p := range paths {
		s.add(p)
	}
	slices.SortFunc(s.plan.Inputs, func(a, b Input) int {
		if (a.Path == "-") != (b.Path == "-") {
			if a.Path == "-" {
				return 1
			}
			return -1
		}
		return strings.Compare(a.Path, b.Path)
	})
	for _, in := range s.plan.Inputs {
		s.plan.Bytes += in.Size
	}
	return &s.plan
}

type surveyor struct {
	plan Plan
	seen map[string]bool
}

func (s *surveyor) add(name string) {
	if name == "-" {
		s.input("-", 0)
		return
	}
	info, err := os.Stat(name)
	switch {
	case err == nil && info.IsDir():
		s.folder(name)
	case err == nil:
		s.input(name, size(info))
	case errors.Is(err, fs.ErrNotExist) && strings.ContainsAny(name, "*?["):
		s.glob(name)
	case errors.Is(err, fs.ErrNotExist):
		s.fail(name, ErrNoInput, "check the path")
	default:
		s.fail(name, reason(ErrRead, "%v", cause(err)), "check its permissions")
	}
}

// input adds a path once, however it is spelt.
func (s *surveyor) input(name string, bytes int64) {
	if name != "-" {
		name = filepath.Clean(name)
	}
	if !s.seen[name] {
		s.seen[name] = true
		s.plan.Inputs = append(s.plan.Inputs, Input{name, bytes})
	}
}

func (s *surveyor) fail(name string, err error, next string) {
	s.plan.Errors = append(s.plan.Errors, &Error{Input: name, Err: err, Next: next})
}

func (s *surveyor) note(name, text string) {
	s.plan.Notes = append(s.plan.Notes, Note{name, text})
}

func size(info fs.FileInfo) int64 {
	if info.Mode().IsRegular() {
		return info.Size()
	}
	return 0
}

func (s *surveyor) folder(root string) {
	before := len(s.plan.Inputs)
	_ = filepath.WalkDir(root, func(name string, entry fs.DirEntry, err error) error { // the function below never fails
		switch {
		case err != nil:
			s.fail(name, reason(ErrRead, "%v", cause(err)), "check its permissions")
			if entry != nil && entry.IsDir() {
				return fs.SkipDir
			}
		case name == root:
		case strings.HasPrefix(entry.Name(), "."):
			s.note(name, "left out: it is hidden")
			if entry.IsDir() {
				return fs.SkipDir
			}
		case !entry.IsDir():
			s.found(name)
		}
		return nil
	})
	if len(s.plan.Inputs) == before && len(s.plan.Errors) == 0 {
		s.note(root, "holds nothing to read: put .txt, .html, .json or .jsonl files there")
	}
}

// found adds a file that lies in a folder, if its name is that of a report.
func (s *surveyor) found(name string) {
	info, err := os.Stat(name) // follows links
	switch {
	case err != nil:
		s.fail(name, reason(ErrRead, "%v", cause(err)), "check its permissions")
	case !info.Mode().IsRegular():
		s.note(name, "left out: it is no file; name it on its own to read it")
	case !readableName(name):
		s.note(name, "left out: its name is not that of a text, HTML or JSON file; name it on its own to read it")
	default:
		s.input(name, info.Size())
	}
}

// readableName tells reports from what else lies in a folder. A file without an extension may be a
// report, but for the kinds that explain the folder itself.
func readableName(name string) bool {
	base := strings.TrimSuffix(strings.ToLower(filepath.Base(name)), ".gz")
	extension := path.Ext(base)
	stem := strings.TrimSuffix(base, extension)
	switch stem {
	case "readme", "license", "licence", "copying", "notice", "makefile", "changelog", "contributing":
		return false
	}
	switch extension {
	case "", ".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".json", ".jsonl", ".ndjson":
		return true
	}
	return false
}

// glob adds what a pattern matches; "**" stands for any number of folders.
func (s *surveyor) glob(pattern string) {
	matches, err := expand(pattern)
	switch {
	case err != nil:
		s.fail(pattern, reason(ErrNoInput, "%v", err), "check the pattern's brackets")
	case len(matches) == 0:
		s.fail(pattern, reason(ErrNoInput, "nothing matches the pattern"), "check the pattern, or name a folder")
	}
	for _, name := range matches {
		if info, err := os.Stat(name); err == nil && !info.IsDir() {
			s.input(name, size(info))
		} else if err == nil && !strings.Contains(pattern, "**") {
			s.folder(name)
		}
	}
}

func expand(pattern string) ([]string, error) {
	if !strings.Contains(pattern, "**") {
		matches, err := filepath.Glob(pattern)
		if !strings.HasPrefix(filepath.Base(pattern), ".") {
			matches = slices.DeleteFunc(matches, func(name string) bool { return strings.HasPrefix(filepath.Base(name), ".") })
		}
		return matches, err
	}
	segments := strings.Split(filepath.ToSlash(pattern), "/")
	for _, segment := range segments {
		if _, err := path.Match(segment, ""); err != nil {
			return nil, err
		}
	}
	fixed := 0
	for fixed < len(segments) && !strings.ContainsAny(segments[fixed], "*?[") {
		fixed++
	}
	root := strings.Join(segments[:fixed], "/")
	prefix := root
	switch {
	case root == "" && fixed > 0:
		root, prefix = "/", ""
	case root == "":
		root = "."
	}
	var matches []string
	err := filepath.WalkDir(filepath.FromSlash(root), func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return nil // what cannot be listed cannot match
		}
		if name != root && strings.HasPrefix(entry.Name(), ".") {
			if entry.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		relative := strings.TrimPrefix(strings.TrimPrefix(filepath.ToSlash(name), prefix), "/")
		if !entry.IsDir() && matchSegments(segments[fixed:], strings.Split(relative, "/")) {
			matches = append(matches, name)
		}
		return nil
	})
	if errors.Is(err, fs.ErrNotExist) {
		err = nil
	}
	return matches, err
}

func matchSegments(pattern, name []string) bool {
	for len(pattern) > 0 {
		if pattern[0] == "**" {
			for i := range len(name) + 1 {
				if matchSegments(pattern[1:], name[i:]) {
					return true
				}
			}
			return false
		}
		if len(name) == 0 {
			return false
		}
		if ok, _ := path.Match(pattern[0], name[0]); !ok {
			return false
		}
		pattern, name = pattern[1:], name[1:]
	}
	return len(name) == 0
}

// cause is a file error without the path, which the message names already.
func cause(err error) error {
	if p, ok := errors.AsType[*fs.PathError](err); ok {
		return p.Err
	}
	return err
}
