package main

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"os/user"
	"slices"
	"strings"
	"time"

	"chancery"
	"chancery/archive/sqlite"
	"chancery/query"
)

type reviewCommand struct {
	Words []string `arg:"" optional:"" name:"decision" help:"The sign of an entry or a claim, and accept, reject, correct FIELD=VALUE …, same SIGN or different SIGN; or withdraw and the sign of a judgement. Without them: what wants review."`
	Why   string   `placeholder:"TEXT" help:"Why it is so decided."`
	By    string   `placeholder:"NAME" env:"CHANCERY_BY" help:"Who decides. Without it: the name of the account."`
	On    day      `placeholder:"DATE" help:"The day on which it was decided. Without it: now."`
	List  bool     `help:"List all judgements, the latest first, also those withdrawn."`
	Of    []string `placeholder:"ACTOR" help:"Only what concerns this actor. May be given more than once."`
	Limit int      `short:"n" default:"20" help:"Show so many entries at most; 0 shows all."`
	Ask   bool     `help:"Go through the entries one by one and ask, as on a terminal."`
	tenure
	form
}

func (reviewCommand) Help() string {
	return `What does not go together comes first, then what was read with little confidence, then what is new. On a terminal
it asks about one entry after the other.

A judgement changes no report and no claim. The record is concluded with it from its day on, as known on that day,
until it is withdrawn; nothing is erased. It holds for the passages that were there; what another report adds comes
up for review again. The fields that can be corrected: act, actors, recipients, mood, when, standing, association,
object, instrument, attribution.

Examples:
  chancery review                                        what wants review
  chancery review --of Laos --of SCO                     … of two actors
  chancery review 7c1f02aa accept
  chancery review 7c1f02aa reject --why "another Georgia"
  chancery review 7c1f02aa correct mood=planned when=2026-04 --why "misread"
  chancery review 7c1f02aa correct actors="Laos: Thongsavanh Phomvihane" --why "his deputy"
  chancery review 7c1f02aa correct actors="Laos: Thongsavanh Phomvihane" --why "a new minister" \
      --office foreign-minister --from 2024-10-29 --actors mine    and a row for later reports
  chancery review 7c1f02aa correct attribution= --why "the report's own word"
  chancery review 7c1f02aa same 90b1c4d2 --why "one visit, two reports"
  chancery review --list                                 what was decided, by whom and why
  chancery review withdraw 5d20be11 --why "the ministry has confirmed it"`
}

func (c *reviewCommand) Run(s *session) error {
	reading := len(c.Words) == 0 && !c.asks(s)
	var options []sqlite.Option
	if reading {
		options = append(options, sqlite.ReadOnly())
	}
	if err := c.prepare(s); err != nil {
		return err
	}
	record, names, err := s.record(options...)
	if err != nil {
		return err
	}
	switch {
	case c.List:
		return c.list(s, record)
	case reading:
		return c.queue(s, record, names)
	case len(c.Words) == 0:
		return c.interview(s, record, names)
	}
	if err := c.sign(); err != nil {
		return err
	}
	var judged chancery.Judgement
	if c.Words[0] == "withdraw" {
		judged, err = c.withdraw(s, record)
	} else {
		var decision query.Decision
		if decision, err = c.decision(c.Words); err == nil {
			err = c.check(s, decision)
		}
		if err == nil {
			judged, err = record.Judge(s.ctx, decision)
		}
		if err == nil {
			err = c.keep(s, judged)
		}
	}
	if err != nil {
		return names.suggest(err)
	}
	return c.show(s, record, judged)
}

// asks reports whether the entries are gone through with questions.
func (c *reviewCommand) asks(s *session) bool {
	in, ok := s.in.(*os.File)
	return c.Ask || ok && isTerminal(in) && isTerminal(s.out) && !c.List && !c.JSON && c.Format == "text"
}

// sign finds out who decides and when.
func (c *reviewCommand) sign() error {
	if c.By == "" {
		if account, err := user.Current(); err == nil {
			c.By = cmp.Or(account.Name, account.Username)
		}
	}
	if c.By == "" {
		return errors.New("nobody is named who decides; say who with --by NAME, or in CHANCERY_BY")
	}
	return nil
}

func (c *reviewCommand) made() time.Time {
	if c.On.IsZero() {
		return time.Now()
	}
	return c.On.Time().Add(12 * time.Hour)
}

// verdicts are the words typed for each.
var verdicts = map[string]chancery.Verdict{"accept": chancery.VerdictAccepted, "reject": chancery.VerdictRejected,
	"correct": chancery.VerdictCorrected, "same": chancery.VerdictSame, "different": chancery.VerdictDifferent}

// decision reads "SIGN VERDICT MORE…".
func (c *reviewCommand) decision(words []string) (query.Decision, error) {
	d := query.Decision{ID: words[0], By: c.By, Why: c.Why, Made: c.made()}
	if len(words) < 2 || verdicts[words[1]] == "" {
		return d, fmt.Errorf("what is decided about %s? Add accept, reject, correct FIELD=VALUE, same SIGN or different SIGN", words[0])
	}
	d.Verdict = verdicts[words[1]]
	more := words[2:]
	switch {
	case d.Verdict == chancery.VerdictCorrected:
		if len(more) == 0 {
			return d, errors.New("what is to be corrected? Add FIELD=VALUE, such as mood=planned")
		}
		for _, word := range more {
			field, value, ok := strings.Cut(word, "=")
			if !ok {
				return d, fmt.Errorf("%q is no correction; write FIELD=VALUE, such as mood=planned", word)
			}
			d.Corrections = append(d.Corrections, chancery.Correction{Field: chancery.Field(field), Value: value})
		}
	case d.Verdict.Paired():
		if len(more) != 1 {
			return d, fmt.Errorf("%s as what? Add one sign", words[1])
		}
		d.Other = more[0]
	case len(more) > 0:
		return d, fmt.Errorf("%q is one word too many behind %s", more[0], words[1])
	}
	if d.Why == "" && d.Verdict != chancery.VerdictAccepted {
		return d, errors.New("why is it so? Add --why TEXT, for whoever reads the record later")
	}
	return d, nil
}

func (c *reviewCommand) withdraw(s *session, record *query.Record) (chancery.Judgement, error) {
	if len(c.Words) != 2 {
		return chancery.Judgement{}, errors.New("which judgement is withdrawn? Add its sign; chancery review --list shows them")
	}
	if c.Why == "" {
		return chancery.Judgement{}, errors.New("why is it withdrawn? Add --why TEXT, for whoever reads the record later")
	}
	judged, err := record.Withdraw(s.ctx, c.Words[1], chancery.Withdrawal{By: c.By, Made: c.made(), Why: c.Why})
	if errors.Is(err, chancery.ErrNotFound) {
		err = fmt.Errorf("no judgement begins with %q; chancery review --list shows them", c.Words[1])
	}
	return judged, err
}

// show prints one judgement that was just made or withdrawn.
func (c *reviewCommand) show(s *session, record *query.Record, judged chancery.Judgement) error {
	all, err := record.Judgements(s.ctx, query.At{})
	if err != nil {
		return err
	}
	i := slices.IndexFunc(all, func(j query.Judged) bool { return j.ID == judged.ID })
	if i < 0 {
		return fmt.Errorf("judgement %s is not in the archive", judged.ID)
	}
	if c.JSON {
		return writeJSON(s.out, all[i])
	}
	out := newSheet(s.out)
	out.judged(all[i])
	return out.err
}

func (s *sheet) judged(j query.Judged) {
	const indent = "          "
	s.paragraph(short(j.ID)+"  ", indent, phrase{strong, j.Text})
	s.paragraph(indent, indent, phrase{plain, j.About})
	if j.Other != "" {
		s.paragraph(indent, indent, phrase{plain, j.Other})
	}
	if j.Lost {
		s.paragraph(indent, indent, phrase{warn, "It counts for nothing now, because what it is about is no longer read."})
	}
}

func (c *reviewCommand) list(s *session, record *query.Record) error {
	all, err := record.Judgements(s.ctx, query.At{})
	if err != nil {
		return err
	}
	if c.JSON {
		return writeJSON(s.out, all)
	}
	out := newSheet(s.out)
	if len(all) == 0 {
		out.line(phrase{plain, "Nothing was judged yet."})
	}
	for _, j := range all {
		out.judged(j)
	}
	return out.err
}

func (c *reviewCommand) queue(s *session, record *query.Record, names *register) error {
	subjects, err := s.subjects(record, names, c.Of)
	if err != nil {
		return err
	}
	found, err := record.Queue(s.ctx, subjects, query.At{}, c.Limit)
	if err != nil {
		return err
	}
	if len(found.Lines) == 0 {
		if err := s.empty(record); err != nil {
			return err
		}
	}
	return c.write(s, found, answerPage(found, "Nothing wants review."))
}
