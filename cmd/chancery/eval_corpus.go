package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"chancery"
	"chancery/codebook"
	"chancery/corpus"
	"chancery/desk"
	"chancery/press"
)

type evalCorpusCommand struct {
	Paths  []string `arg:"" name:"path" help:"Folders that hold reports/ and claims/."`
	Errors int      `default:"20" placeholder:"N" help:"Show so many of the claims that are missing or wrong (20); 0 shows none, which is right for reports that are set aside."`
	JSON   bool     `name:"json" help:"Print the figures as JSON."`
}

func (evalCorpusCommand) Help() string {
	return `Examples:
  chancery eval corpus corpus/open                 figures, and the first errors
  chancery eval corpus --errors 500 corpus/open    all errors
  chancery eval corpus --errors 0 corpus/aside     the reports that nobody looks at: figures alone

A folder holds reports/NAME.txt and, for each, claims/NAME.claims: what a person reads in it. A claim counts as
right where its act, its actors and recipients and its mood are; the other fields are scored beside it. What the
reader says and nobody wrote down counts as wrong. Nothing is kept.
A report or a file of claims that cannot be read is named, and the others go on; the exit status is then 1.`
}

// Validate is called by kong.
func (c *evalCorpusCommand) Validate() error {
	if c.Errors < 0 {
		return fmt.Errorf("--errors must be 0 or more")
	}
	return nil
}

func (c *evalCorpusCommand) Run(s *session) error {
	names, err := s.register()
	if err != nil {
		return err
	}
	reader, err := desk.Default(names, s.own...)
	if err != nil {
		return err
	}
	book, err := s.book()
	if err != nil {
		return err
	}
	out := newSheet(s.out)
	scored := evaluation{Reader: reader.Version(), Inputs: []evaluated{}}
	failed := false
	for _, path := range c.Paths {
		result := corpus.NewScore(book.Act)
		told := false
		for report, err := range press.Open(s.ctx, []string{filepath.Join(path, "reports")}, nil, press.Options{}) {
			var expected []corpus.Expected
			if err == nil {
				expected, err = expectedOf(path, report, book)
			}
			if err != nil {
				fmt.Fprintln(s.err, "chancery:", err)
				told = true
				continue
			}
			result.Add(reader.Read(report), expected)
		}
		if err := s.ctx.Err(); err != nil {
			return err
		}
		failed = failed || told || result.Reports == 0
		if result.Reports == 0 {
			if !told {
				fmt.Fprintf(s.err, "chancery: %s: there is no report in it; it must hold reports/NAME.txt and claims/NAME.claims\n", path)
			}
			continue
		}
		if c.JSON {
			scored.Inputs = append(scored.Inputs, evaluated{Path: path, Kind: "corpus", Files: result.Reports, Tables: evaluatedTables(result.Tables())})
			continue
		}
		out.corpus(path, result, c.Errors, reader.Version())
	}
	if c.JSON {
		out.err = writeJSON(s.out, scored)
	}
	if out.err == nil && failed {
		return errSomeFailed
	}
	return out.err
}

// expectedOf is what people wrote down of the report: NAME.claims for a file, and NAME-LINE.claims for a
// record of a JSON Lines file.
func expectedOf(folder string, report chancery.Report, book *codebook.Codebook) ([]corpus.Expected, error) {
	name, line, _ := strings.Cut(filepath.Base(report.Name), ":")
	name = strings.TrimSuffix(name, filepath.Ext(name))
	if line != "" {
		name += "-" + line
	}
	path := filepath.Join(folder, "claims", name+".claims")
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%s: its claims should stand in %s, and there is no such file", report.Name, path)
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	expected, err := corpus.ReadExpected(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	for _, e := range expected {
		if _, ok := book.Act(e.Act); !ok {
			return nil, fmt.Errorf("%s: line %d: %q is no act of the codebook", path, e.Line, e.Act)
		}
	}
	return expected, nil
}
