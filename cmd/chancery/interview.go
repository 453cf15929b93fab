package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"

	"chancery"
	"chancery/query"
)

// interview goes through what wants review and asks about one entry after the other.
type interview struct {
	*reviewCommand
	session  *session
	record   *query.Record
	names    *register
	subjects []query.ActorChoice
	lines    *bufio.Scanner
	passed   map[string]bool // entries that were left for another time
	made     []string        // ids of the judgements made, to undo
}

func (c *reviewCommand) interview(s *session, record *query.Record, names *register) error {
	if err := c.sign(); err != nil {
		return err
	}
	subjects, err := s.subjects(record, names, c.Of)
	if err != nil {
		return err
	}
	v := &interview{reviewCommand: c, session: s, record: record, names: names, subjects: subjects,
		lines: bufio.NewScanner(s.in), passed: map[string]bool{}}
	for {
		entry, err := v.next()
		if err != nil {
			return err
		}
		if entry == nil {
			fmt.Fprintln(s.out, "Nothing more wants review.")
			return nil
		}
		if err := v.present(*entry); err != nil {
			return err
		}
		if err := v.decide(*entry); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
	}
}

// next is the first entry of the queue that was not passed over; nil where there is none.
func (v *interview) next() (*query.Line, error) {
	found, err := v.record.Queue(v.session.ctx, v.subjects, query.At{}, 0)
	if err != nil {
		return nil, err
	}
	for _, l := range found.Lines {
		if !v.passed[l.Entry] {
			return &l, nil
		}
	}
	return nil, nil
}

func (v *interview) present(l query.Line) error {
	x, err := v.record.Why(v.session.ctx, l.Entry, query.At{})
	if err != nil {
		return err
	}
	out := newSheet(v.session.out)
	out.blank()
	if l.Note != "" {
		out.paragraph("", "", phrase{warn, strings.ToUpper(l.Note[:1]) + l.Note[1:] + "."})
	}
	out.explanation(x)
	out.blank()
	return out.err
}

const keys = "a accept, r reject, c correct, s same, d different, u undo, Enter leave it, q quit: "

// decide asks until the entry is decided or passed over. io.EOF ends the interview.
func (v *interview) decide(l query.Line) error {
	for {
		answer, err := v.ask(keys)
		if err != nil {
			return err
		}
		words := []string{l.Entry}
		switch answer {
		case "":
			v.passed[l.Entry] = true
			return nil
		case "q":
			return io.EOF
		case "u":
			if err := v.undo(); err != nil {
				return err
			}
			return nil
		case "a":
			words = append(words, "accept")
		case "r":
			words = append(words, "reject")
		case "c":
			words, err = v.with(append(words, "correct"), "FIELD=VALUE, one a line, and an empty line at the end: ", true)
		case "s":
			words, err = v.with(append(words, "same"), "As which sign? ", false)
		case "d":
			words, err = v.with(append(words, "different"), "From which sign? ", false)
		default:
			fmt.Fprintln(v.session.out, "No such key.")
			continue
		}
		if err != nil {
			return err
		}
		if err := v.judge(words); err == nil || errors.Is(err, io.EOF) {
			return err
		} else {
			fmt.Fprintln(v.session.out, "Not decided:", v.names.suggest(err)) // a slip of the keyboard; ask again
		}
	}
}

// with adds what is typed to the words: one line, or lines up to an empty one.
func (v *interview) with(words []string, question string, many bool) ([]string, error) {
	for {
		answer, err := v.ask(question)
		if err != nil || answer == "" {
			return words, err
		}
		words = append(words, answer)
		if !many {
			return words, nil
		}
		question = ""
	}
}

func (v *interview) judge(words []string) error {
	c := *v.reviewCommand
	if words[1] != "accept" && c.Why == "" {
		var err error
		if c.Why, err = v.ask("Why? "); err != nil {
			return err
		}
	}
	decision, err := c.decision(words)
	if err != nil {
		return err
	}
	judged, err := v.record.Judge(v.session.ctx, decision)
	if err == nil {
		v.made = append(v.made, judged.ID)
	}
	return err
}

// undo withdraws the judgement made last.
func (v *interview) undo() error {
	if len(v.made) == 0 {
		fmt.Fprintln(v.session.out, "Nothing to undo.")
		return nil
	}
	last := v.made[len(v.made)-1]
	v.made = v.made[:len(v.made)-1]
	_, err := v.record.Withdraw(v.session.ctx, last, chancery.Withdrawal{By: v.By, Made: v.reviewCommand.made(), Why: "undone at once"})
	return err
}

// ask prints a question and gives the line typed; io.EOF where there is none.
func (v *interview) ask(question string) (string, error) {
	fmt.Fprint(v.session.out, question)
	if !v.lines.Scan() {
		fmt.Fprintln(v.session.out)
		if err := v.lines.Err(); err != nil {
			return "", err
		}
		return "", io.EOF
	}
	return strings.TrimSpace(v.lines.Text()), nil
}
