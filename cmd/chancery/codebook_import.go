package main

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"chancery"
	"chancery/actors"
	"chancery/codebook"
	"chancery/codebook/petrarch"
)

type codebookImportCommand struct {
	Verbs    string   `type:"existingfile" placeholder:"FILE" help:"Dictionary of verbs and patterns."`
	Actors   []string `name:"actor-names" type:"existingfile" placeholder:"FILE" help:"Dictionary of actors. May be given more than once."`
	Agents   string   `type:"existingfile" placeholder:"FILE" help:"Dictionary of agents."`
	Discards string   `type:"existingfile" placeholder:"FILE" help:"Dictionary of discards."`
	Out      string   `short:"o" required:"" placeholder:"FOLDER" help:"Folder for what comes out; it is made."`
	Quiet    bool     `short:"q" help:"Do not list the rows that were not taken."`
}

func (codebookImportCommand) Help() string {
	return `Examples:
  chancery codebook import --verbs CAMEO.2.0.txt --actor-names Phoenix.Countries.actors.txt --agents Phoenix.agents.txt -o mine
  chancery read --codebook mine/codebook.toml --actors mine/actors reports/

FOLDER/codebook.toml holds the acts, one for each code, and FOLDER/actors the names that the register of actors lacks.
The acts stand alone: reading with them, those of the program are not read. Take out the line "alone = true" to have both.
Codes are taken for CAMEO's where CAMEO has them. Rows that cannot be taken are listed with their lines and the reasons.`
}

// Validate is called by kong.
func (c *codebookImportCommand) Validate() error {
	if c.Verbs == "" && len(c.Actors) == 0 && c.Agents == "" && c.Discards == "" {
		return fmt.Errorf("name a dictionary: --verbs, --actor-names, --agents or --discards")
	}
	return nil
}

func (c *codebookImportCommand) Run(s *session) error {
	register, err := s.register()
	if err != nil {
		return err
	}
	book, err := s.book()
	if err != nil {
		return err
	}
	result, err := petrarch.Import(petrarch.Sources{Verbs: c.Verbs, Actors: c.Actors, Agents: c.Agents, Discards: c.Discards},
		knownAlready{book, register})
	if err != nil {
		return err
	}
	if err := c.write(result); err != nil {
		return err
	}
	for _, k := range result.Taken {
		fmt.Fprintf(s.out, "%d %s taken", k.Rows, k.What)
		if k.Known > 0 {
			fmt.Fprintf(s.out, ", of which the program knew %d", k.Known)
		}
		fmt.Fprintln(s.out, ".")
	}
	if len(result.Skipped) > 0 {
		fmt.Fprintf(s.out, "%s not taken.\n", number(len(result.Skipped), "row"))
	}
	if !c.Quiet {
		for _, k := range result.Skipped {
			fmt.Fprintf(s.err, "%s:%d: %s: %s\n", k.File, k.Line, k.Text, k.Why)
		}
	}
	return nil
}

// write puts what came out into the folder, and nothing where the codebook in it could not be used.
func (c *codebookImportCommand) write(result *petrarch.Result) error {
	names := filepath.Join(c.Out, "actors")
	if err := os.MkdirAll(names, 0o777); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(c.Out, "codebook.toml"), []byte(result.Codebook), 0o666); err != nil {
		return err
	}
	for _, name := range slices.Sorted(maps.Keys(result.Register)) {
		if err := os.WriteFile(filepath.Join(names, name), []byte(result.Register[name]), 0o666); err != nil {
			return err
		}
	}
	return nil
}

// knownAlready answers what an import asks of the program.
type knownAlready struct {
	book     *codebook.Codebook
	register *actors.Register
}

func (k knownAlready) Code(code string) bool { return k.book.HasCode(code) }

func (k knownAlready) Actor(id string) (there, association bool) {
	a, ok := k.register.Actor(id)
	return ok, ok && a.Kind == chancery.KindAssociation
}

func (k knownAlready) Named(name string) []string {
	var ids []string
	for _, a := range k.register.Called(name) {
		if a.Kind != chancery.KindPerson && !slices.Contains(ids, a.ID) {
			ids = append(ids, a.ID)
		}
	}
	return ids
}

func (k knownAlready) Agent(wording string) bool { return k.register.Describes(wording) }
