package score

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"chancery/english"
)

// Result is what came of scoring one input.
type Result struct {
	Path   string
	Kind   Kind
	Files  int
	Tables []Table
	Also   []Kind // what the input holds besides; it can be asked for
}

// Path scores a file, or all files of one kind in a folder. Errors name the file, what is wrong with
// it, and what to do.
func Path(reader english.Reader, path string, options Options) (Result, error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return Result{}, fmt.Errorf("%s: there is no such file or folder", path)
	case err != nil:
		return Result{}, err
	}
	input, f, head := Input{Path: path, Files: []string{path}}, (*format)(nil), ""
	if info.IsDir() {
		input, f, head, err = surveyFolder(path, options.As)
	} else {
		f, head, err = surveyFile(path, options.As)
	}
	if err != nil {
		return Result{}, err
	}
	if f.score == nil {
		return Result{}, fmt.Errorf("%s: this version does not score %s", path, f.kind)
	}
	result := Result{Path: path, Kind: f.kind, Files: len(input.Files)}
	if result.Tables, err = f.score(reader, input); err != nil {
		return Result{}, err
	}
	for i := range result.Tables {
		t := &result.Tables[i]
		t.Confusions = t.Confusions[:min(len(t.Confusions), options.Confusions)]
	}
	for i := range formats {
		if o := &formats[i]; o.also != nil && o != f && o.score != nil && options.As == "" && o.also(head) {
			result.Also = append(result.Also, o.kind)
		}
	}
	return result, nil
}

// surveyFile finds out what a file is, unless that is said.
func surveyFile(path string, as Kind) (f *format, head string, err error) {
	if head, err = peek(path); err != nil {
		return nil, "", err
	}
	if strings.TrimSpace(head) == "" {
		return nil, "", fmt.Errorf("%s: is empty", path)
	}
	if as != "" {
		f, err = formatOf(as)
		return f, head, err
	}
	if f = recognise(path, head); f == nil {
		return nil, "", fmt.Errorf("%s: is none of what can be scored: %s; if it is, say which with --as KIND", path, forms())
	}
	return f, head, nil
}

// surveyFolder lists the files of one kind in a folder: the kind that is asked for, or the only one
// that is there.
func surveyFolder(path string, as Kind) (input Input, f *format, head string, err error) {
	if as != "" {
		if f, err = formatOf(as); err != nil {
			return Input{}, nil, "", err
		}
	}
	input.Path = path
	err = filepath.WalkDir(path, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || !entry.Type().IsRegular() || strings.HasPrefix(entry.Name(), ".") {
			return err
		}
		begins, err := peek(name)
		if err != nil {
			return err
		}
		found := f
		if as == "" {
			found = recognise(name, begins)
		} else if !f.looks(name, begins) {
			found = nil
		}
		switch {
		case found == nil:
			return nil
		case f == nil:
			f = found
		case f != found:
			return fmt.Errorf("%s: holds %s and %s; say which to score with --as %s or --as %s", path, f.kind, found.kind, f.kind, found.kind)
		}
		if head == "" {
			head = begins
		}
		input.Files = append(input.Files, name)
		return nil
	})
	if err == nil && len(input.Files) == 0 {
		err = fmt.Errorf("%s: the folder holds none of what can be scored: %s", path, forms())
	}
	slices.Sort(input.Files)
	return input, f, head, err
}

// recognise is the form that a file has, or nil.
func recognise(path, head string) *format {
	for i := range formats {
		if f := &formats[i]; !f.alike && f.looks(path, head) {
			return f
		}
	}
	return nil
}

// forms is "trees in CoNLL-U (ten columns), names in columns …".
func forms() string {
	var out []string
	for _, f := range formats {
		out = append(out, string(f.kind)+" in "+f.form)
	}
	return strings.Join(out, ", ")
}

// headLength is how many bytes of a file tell what it is.
const headLength = 1 << 16

func peek(path string) (string, error) {
	f, err := Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	head, err := io.ReadAll(io.LimitReader(f, headLength))
	if err != nil {
		return "", fmt.Errorf("%s: %w", path, err)
	}
	return string(head), nil
}
