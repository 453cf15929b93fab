package main

import (
	"errors"
	"fmt"

	"chancery/dyads"
	"chancery/dyads/score"
	"chancery/english"
	tally "chancery/english/score"
)

type evalPloverCommand struct {
	Paths      []string `arg:"" name:"path" help:"Files of coded sentences."`
	Find       bool     `help:"Score what is found without the pair, too."`
	Confusions int      `default:"10" placeholder:"N" help:"List so many of the most frequent confusions (10)."`
	JSON       bool     `name:"json" help:"Print the figures as JSON."`
}

func (evalPloverCommand) Help() string {
	return `Examples:
  chancery eval plover PLV_train.tsv                 event and quad class of given pairs
  chancery eval plover --find PLOVER_GSR_CAMEO.json  and of the pairs that are found in the text alone
  chancery eval plover --confusions 40 --json FILE   the figures as JSON

It knows tables whose columns are named in their first line, marked_sentence with the source in <s> and the target in
<t>, and gold_root; and PLOVER's JSON of coded sentences. The row "macro F1" of a table is the mean over its classes.
Where a set has YIELD, CONCEDE and RETREAT are folded into it.
An input that cannot be read is named, and the others go on; the exit status is then 1.`
}

// Validate is called by kong.
func (c *evalPloverCommand) Validate() error {
	if c.Confusions < 0 {
		return errors.New("--confusions must be 0 or more")
	}
	return nil
}

func (c *evalPloverCommand) Run(s *session) error {
	reader, err := english.New()
	if err != nil {
		return err
	}
	coder, err := dyads.New()
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
		result, err := score.Path(reader, coder, path, score.Options{Confusions: c.Confusions, Find: c.Find})
		if err != nil {
			fmt.Fprintln(s.err, "chancery:", err)
			failed = true
			continue
		}
		input := evaluatedOf(result)
		for i, t := range result.Tables {
			input.Tables[i].MacroF1 = hundredths(score.Macro(t))
		}
		if scored.Inputs = append(scored.Inputs, input); c.JSON {
			continue
		}
		if len(scored.Inputs) > 1 {
			out.blank()
		}
		out.dyads(result, reader.Version())
	}
	if c.JSON {
		out.err = writeJSON(s.out, scored)
	}
	if out.err == nil && failed {
		return errSomeFailed
	}
	return out.err
}

// dyads writes what came of scoring one input, with the means over classes.
func (s *sheet) dyads(r tally.Result, reader string) {
	s.line(phrase{strong, r.Path}, phrase{plain, ": " + string(r.Kind)}, phrase{faint, ", read by " + reader})
	for _, t := range r.Tables {
		s.blank()
		s.cells(strong, fmt.Sprintf("macro F1 of %s: %.2f\n", t.Title, score.Macro(t)))
		s.table(t)
	}
}
