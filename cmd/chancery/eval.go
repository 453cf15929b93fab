package main

import (
	"fmt"
	"math"

	"chancery/english"
	"chancery/english/score"
)

type evalCommand struct {
	English evalEnglishCommand `cmd:"" help:"Score the reader of English on treebanks and the like."`
	Plover  evalPloverCommand  `cmd:"" help:"Score the coder of pairs on coded sentences."`
	Corpus  evalCorpusCommand  `cmd:"" help:"Score the claims read in reports that people have coded."`
}

type evalEnglishCommand struct {
	Paths      []string   `arg:"" name:"path" help:"Files or folders, plain or packed with gzip. A folder is scored as one."`
	As         score.Kind `placeholder:"KIND" help:"What the files hold, where that can't be told from them: trees, names, quotations or coreference."`
	Confusions int        `default:"10" placeholder:"N" help:"List so many of the most frequent confusions (10)."`
	JSON       bool       `name:"json" help:"Print the figures as JSON."`
}

func (evalEnglishCommand) Help() string {
	return `Examples:
  chancery eval english en_gum-ud-dev.conllu        tags, lemmas and trees of a treebank
  chancery eval english --as coreference FILE       the coreference that the same file holds
  chancery eval english --confusions 50 FILE.gz     more of what was taken for something else
  chancery eval english --json treebanks/           the figures as JSON

It compares what the reader finds with what people wrote down, and keeps nothing. It knows CoNLL-U, columns
of words with B-, I- and O labels, and folders of brat annotations of who said what, as PolNeAR has them.
Trees are scored on the words of the file, and on its text cut into words anew.
An input that cannot be read is named, and the others go on; the exit status is then 1.`
}

// Validate is called by kong.
func (c *evalEnglishCommand) Validate() error {
	if c.Confusions < 0 {
		return fmt.Errorf("--confusions must be 0 or more")
	}
	return nil
}

func (c *evalEnglishCommand) Run(s *session) error {
	reader, err := english.New()
	if err != nil {
		return err
	}
	scored := evaluation{Reader: reader.Version(), Inputs: []evaluated{}}
	out := newSheet(s.out)
	failed := false
	for _, path := range c.Paths {
		if err := s.ctx.Err(); err != nil {
			return err
		}
		result, err := score.Path(reader, path, score.Options{As: c.As, Confusions: c.Confusions})
		if err != nil {
			fmt.Fprintln(s.err, "chancery:", err)
			failed = true
			continue
		}
		if c.JSON {
			scored.Inputs = append(scored.Inputs, evaluatedOf(result))
			continue
		}
		if len(scored.Inputs) > 0 {
			out.blank()
		}
		scored.Inputs = append(scored.Inputs, evaluated{})
		out.result(result, reader.Version())
	}
	if c.JSON {
		out.err = writeJSON(s.out, scored)
	}
	if out.err == nil && failed {
		return errSomeFailed
	}
	return out.err
}

// evaluation is the answer as JSON. Shares are in per cent, with two decimals.
type evaluation struct {
	Reader string      `json:"reader"`
	Inputs []evaluated `json:"inputs"`
}

type evaluated struct {
	Path   string           `json:"path"`
	Kind   score.Kind       `json:"kind"`
	Files  int              `json:"files"`
	Tables []evaluatedTable `json:"tables"`
}

type evaluatedTable struct {
	Title      string               `json:"title"`
	MacroF1    float64              `json:"macro_f1,omitempty"` // the mean over the rows, where they are classes
	Rows       []evaluatedRow       `json:"rows"`
	Confusions []evaluatedConfusion `json:"confusions,omitempty"`
}

type evaluatedRow struct {
	Name      string  `json:"name"`
	F1        float64 `json:"f1"`
	Precision float64 `json:"precision"`
	Recall    float64 `json:"recall"`
	Hits      int     `json:"hits"`
	Found     int     `json:"found"`
	Gold      int     `json:"gold"`
}

type evaluatedConfusion struct {
	Gold  string `json:"gold"`
	Found string `json:"found"`
	Count int    `json:"count"`
}

func evaluatedOf(r score.Result) evaluated {
	return evaluated{Path: r.Path, Kind: r.Kind, Files: r.Files, Tables: evaluatedTables(r.Tables)}
}

func evaluatedTables(tables []score.Table) []evaluatedTable {
	var out []evaluatedTable
	for _, t := range tables {
		table := evaluatedTable{Title: t.Title, Rows: []evaluatedRow{}}
		for _, row := range t.Rows {
			table.Rows = append(table.Rows, evaluatedRow{row.Name, hundredths(row.F1()), hundredths(row.Precision()),
				hundredths(row.Recall()), row.Hits, row.Found, row.Gold})
		}
		for _, confusion := range t.Confusions {
			table.Confusions = append(table.Confusions, evaluatedConfusion(confusion))
		}
		out = append(out, table)
	}
	return out
}

func hundredths(x float64) float64 { return math.Round(100*x) / 100 }
