package main

import (
	"fmt"
	"io"
	"strings"

	"chancery"
	"chancery/codebook"
)

type codebookCommand struct {
	Show   codebookShowCommand   `cmd:"" default:"withargs" help:"Print the codebook, or one act of it."`
	Import codebookImportCommand `cmd:"" help:"Make acts, frames and actors of one's own of PETRARCH dictionaries."`
}

type codebookShowCommand struct {
	Act    string `arg:"" optional:"" help:"The id of an act (visit). Without one, all acts are printed."`
	Format string `enum:"markdown,json" default:"markdown" help:"markdown or json."`
}

func (codebookShowCommand) Help() string {
	return `Examples:
  chancery codebook > codebook.md            every act with its codes, its words and examples
  chancery codebook visit                    one act
  chancery codebook --codebook mine.toml     with acts of your own
  chancery codebook --format json            the same for programs`
}

func (c *codebookShowCommand) Run(s *session) error {
	book, err := s.book()
	if err != nil {
		return err
	}
	acts := book.Describe()
	if c.Act != "" {
		act, ok := book.DescribeAct(c.Act)
		if !ok {
			return fmt.Errorf("there is no act %q; chancery codebook lists them all", c.Act)
		}
		acts = []codebook.Description{act}
	}
	switch {
	case c.Format == "json":
		return writeJSON(s.out, actsJSON(acts))
	case c.Act != "":
		_, err = io.WriteString(s.out, actMarkdown(acts[0], "#"))
	default:
		_, err = io.WriteString(s.out, codebookMarkdown(acts))
	}
	return err
}

// actJSON is an act for programs.
type actJSON struct {
	ID         string            `json:"id"`
	Gloss      string            `json:"gloss"`
	Kind       chancery.Kind     `json:"kind"`
	Plover     chancery.Plover   `json:"plover"`
	Quad       int               `json:"quad,omitempty"`
	Goldstein  float64           `json:"goldstein"`
	Mutual     bool              `json:"mutual,omitempty"`
	State      chancery.State    `json:"state,omitempty"`
	Standing   chancery.Standing `json:"standing,omitempty"`
	Verbs      []string          `json:"verbs,omitempty"`
	Nouns      []string          `json:"nouns,omitempty"`
	Adjectives []string          `json:"adjectives,omitempty"`
	Codes      []codeJSON        `json:"codes"` // the act's own first
}

type codeJSON struct {
	Cameo    string          `json:"cameo"`
	Meaning  string          `json:"meaning"`
	Plover   chancery.Plover `json:"plover"`
	Examples []string        `json:"examples,omitempty"`
}

func actsJSON(acts []codebook.Description) []actJSON {
	var all []actJSON
	for _, a := range acts {
		j := actJSON{ID: a.ID, Gloss: a.Gloss, Kind: a.Kind, Plover: a.Plover, Quad: a.Quad, Goldstein: a.Goldstein, Mutual: a.Mutual,
			State: a.State, Standing: a.Standing, Verbs: a.Verbs, Nouns: a.Nouns, Adjectives: a.Adjectives}
		for _, c := range a.Codes {
			code := codeJSON{Cameo: c.Code, Meaning: c.Meaning, Plover: c.Plover}
			for _, e := range a.Examples {
				if e.Cameo == c.Code {
					code.Examples = append(code.Examples, e.Sentence)
				}
			}
			j.Codes = append(j.Codes, code)
		}
		all = append(all, j)
	}
	return all
}

// ledgerKinds are the kinds of entry with what is said of them on the page of the codebook, in its order.
var ledgerKinds = []struct {
	kind  chancery.Kind
	title string
}{
	{chancery.KindEvent, "Events"},
	{chancery.KindAgreement, "Agreements through their life"},
	{chancery.KindStanding, "Standings in associations"},
	{chancery.KindCommitment, "Commitments"},
	{chancery.KindPosition, "Positions"},
	{chancery.KindTie, "Ties"},
	{chancery.KindQuote, "Quotations"},
}

// codebookMarkdown is the page of all acts, by ledger kind and PLOVER event.
func codebookMarkdown(acts []codebook.Description) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# The codebook\n\nThe %d acts that Chancery reads, as `chancery codebook` prints them: what each makes of the record, its codes of\n"+
		"[PLOVER and CAMEO](../codebook/data/README.md#sources), the words that carry it, and a sentence written for the project in\n"+
		"which it is read. How the words are read is described in [`codebook/data/README.md`](../codebook/data/README.md).\n", len(acts))
	for _, group := range ledgerKinds {
		var events []string
		byEvent := map[string][]codebook.Description{}
		for _, act := range acts {
			if act.Kind == group.kind {
				if byEvent[act.Plover.Event] == nil {
					events = append(events, act.Plover.Event)
				}
				byEvent[act.Plover.Event] = append(byEvent[act.Plover.Event], act)
			}
		}
		if len(events) == 0 {
			continue
		}
		fmt.Fprintf(&b, "\n## %s\n", group.title)
		for _, event := range events {
			title := event
			if title == "" {
				title = "Statements"
			}
			fmt.Fprintf(&b, "\n### %s\n", title)
			for _, act := range byEvent[event] {
				b.WriteString("\n" + actMarkdown(act, "####"))
			}
		}
	}
	return b.String()
}

// actMarkdown is one act, under a heading of the given level.
func actMarkdown(act codebook.Description, heading string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s `%s`\n\n%s.", heading, act.ID, escape(act.Gloss))
	if act.Mutual {
		b.WriteString(" Without direction.")
	}
	if act.State != "" {
		fmt.Fprintf(&b, " Makes it *%s*.", act.State)
	}
	if act.Standing != "" {
		fmt.Fprintf(&b, " Standing: *%s*.", act.Standing)
	}
	b.WriteString("\n\n")
	for _, words := range []struct {
		name string
		list []string
	}{{"Verbs", act.Verbs}, {"Nouns", act.Nouns}, {"Adjectives", act.Adjectives}} {
		if len(words.list) > 0 {
			fmt.Fprintf(&b, "- %s: %s\n", words.name, escape(strings.Join(words.list, ", ")))
		}
	}
	if len(act.Examples) > 0 {
		fmt.Fprintf(&b, "\n> %s\n", escape(act.Examples[0].Sentence))
	}
	b.WriteString("\n| CAMEO | meaning | PLOVER | example |\n|---|---|---|---|\n")
	for _, code := range act.Codes {
		fmt.Fprintf(&b, "| %s | %s | %s | %s |\n", code.Code, escape(code.Meaning), ploverText(code.Plover), escape(exampleOf(act, code.Code)))
	}
	return b.String()
}

// ploverText is a PLOVER code in a cell: "AID, humanitarian".
func ploverText(p chancery.Plover) string {
	parts := append([]string{p.Event}, p.Mode...)
	return strings.TrimPrefix(strings.Join(append(parts, p.Context...), ", "), ", ")
}

// exampleOf is an example of the act with the code, other than the one above the table.
func exampleOf(act codebook.Description, code string) string {
	for i, e := range act.Examples {
		if e.Cameo == code && i > 0 {
			return e.Sentence
		}
	}
	return ""
}
