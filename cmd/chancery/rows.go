package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"chancery"
	"chancery/query"
)

// tenure is what a correction of who acted teaches about later reports: that somebody holds an office,
// from when and until when, which a single report does not tell.
type tenure struct {
	Office string `placeholder:"OFFICE" help:"The office that the person named by actors= or recipients= holds, as an id of offices.tsv (foreign-minister): a row of your own in --actors keeps it for later reports."`
	From   day    `placeholder:"DATE" help:"The first day of the person in that office."`
	To     day    `placeholder:"DATE" help:"The last day; without it the term lasts."`
}

// holdersHeader are the columns of holders.tsv that are written; see actors/data/README.md.
const holdersHeader = "person\taka\tstate\toffice\tsince\tuntil\tsource\n"

// prepare makes the folder, and the file in it, where the user has none yet: a folder without a file is
// no folder of the register.
func (t tenure) prepare(s *session) error {
	if t.Office == "" || s.actors == "" {
		return nil
	}
	path := filepath.Join(s.actors, "holders.tsv")
	if _, err := os.Stat(path); !errors.Is(err, os.ErrNotExist) {
		return err
	}
	if err := os.MkdirAll(s.actors, 0o755); err != nil {
		return err
	}
	return os.WriteFile(path, []byte(holdersHeader), 0o644)
}

// check says what is missing for a row, before anything is judged.
func (t tenure) check(s *session, d query.Decision) error {
	switch {
	case t.Office == "" && t.From.IsZero() && t.To.IsZero():
		return nil
	case t.Office == "" || t.From.IsZero():
		return errors.New("a term in an office wants both --office OFFICE and --from DATE")
	case s.actors == "":
		return errors.New("where is the row to be kept? Name a folder of your own with --actors DIR; see actors/data/README.md")
	case !t.To.IsZero() && t.To.Before(t.From.Date):
		return fmt.Errorf("--to %s is before --from %s", t.To.Date, t.From.Date)
	}
	register, err := s.register()
	if err != nil {
		return err
	}
	if register.OfficeLevel(t.Office) == "" {
		return fmt.Errorf("the register has no office %q; actors/data/offices.tsv lists them, such as foreign-minister", t.Office)
	}
	if !slices.ContainsFunc(d.Corrections, namesPerson) {
		return errors.New("who holds the office? Name one person: actors=\"STATE: PERSON\"")
	}
	return nil
}

func namesPerson(c chancery.Correction) bool {
	return (c.Field == chancery.FieldActors || c.Field == chancery.FieldRecipients) && strings.Count(c.Value, ":") == 1 && !strings.Contains(c.Value, ",")
}

// keep adds the row to the user's own folder, and takes it out again where the register cannot be read
// with it.
func (t tenure) keep(s *session, j chancery.Judgement) error {
	if t.Office == "" {
		return nil
	}
	at := slices.IndexFunc(j.Corrections, namesPerson)
	state, person, _ := strings.Cut(j.Corrections[at].Value, ":")
	clean := strings.NewReplacer("\t", " ", "\n", " ")
	row := strings.Join([]string{clean.Replace(strings.TrimSpace(person)), "", strings.TrimSpace(state), t.Office, t.From.String(), t.To.String(),
		clean.Replace(j.By + ", " + chancery.DateOf(j.Made).String() + ": " + j.Why)}, "\t") + "\n"
	path := filepath.Join(s.actors, "holders.tsv")
	before, err := os.ReadFile(path)
	switch {
	case err != nil:
		return err
	case !strings.HasPrefix(string(before), holdersHeader):
		return fmt.Errorf("%s has other columns than %q; add the row yourself: %s", path, strings.TrimSpace(holdersHeader), strings.TrimSpace(row))
	case !strings.HasSuffix(string(before), "\n"):
		row = "\n" + row
	}
	if err := os.WriteFile(path, append(slices.Clone(before), row...), 0o644); err != nil {
		return err
	}
	if _, err := s.register(); err != nil {
		return errors.Join(err, os.WriteFile(path, before, 0o644))
	}
	return nil
}
