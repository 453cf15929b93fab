package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"

	"chancery"
	"chancery/actors"
	"chancery/codebook"
	"chancery/desk"
	"chancery/dyads"
	"chancery/english"
	"chancery/export"
	"chancery/query"
)

type codeCommand struct {
	Paths    []string `arg:"" optional:"" name:"file" help:"Files of JSON Lines, or - for standard input, which is read without any."`
	Format   string   `enum:"plover,cameo" default:"plover" help:"plover: a record of JSON a line. cameo: columns parted by tabs, a dyad a row."`
	MinScore float64  `placeholder:"SCORE" help:"Take what scores less (0 to 1) for no event."`
}

func (codeCommand) Help() string {
	return `Examples:
  chancery code sentences.jsonl                     every event of every sentence
  chancery code --format cameo sentences.jsonl      rows for those who load event data
  chancery code --min-score 0.7 pairs.jsonl         only what is rather sure
  echo '{"id":"1","text":"Peru sued Chile.","actor":[0,4],"recipient":[10,15]}' | chancery code

A line holds id, text and, where it is known, date. With actor and recipient, each [start, end] in bytes of the
text, there is one record for the pair: the likeliest of PLOVER's 16 events, or NONE. Without them there is one for
each event that the text tells. The columns of --format cameo are date, source, target, CAMEO code, event, quad class,
Goldstein score, id and the words that tell the event.
With acts and frames of one's own (--codebook, see chancery codebook import) sentences are coded by these, as reports are.
A line that cannot be read is named, and the others go on; the exit status is then 1.`
}

// Validate is called by kong.
func (c *codeCommand) Validate() error {
	if c.MinScore < 0 || c.MinScore > 1 {
		return errors.New("--min-score must be from 0 to 1")
	}
	return nil
}

func (c *codeCommand) Run(s *session) error {
	register, err := s.register()
	if err != nil {
		return err
	}
	reader, err := english.New()
	if err != nil {
		return err
	}
	coder, err := dyads.New()
	if err != nil {
		return err
	}
	out := bufio.NewWriter(s.out)
	coding := &coding{command: c, session: s, reader: reader, coder: coder, register: register, out: out}
	if len(s.own) > 0 {
		if coding.desk, err = desk.Default(register, s.own...); err != nil {
			return err
		}
		if coding.book, err = s.book(); err != nil {
			return err
		}
	}
	paths := c.Paths
	if len(paths) == 0 {
		paths = []string{"-"}
	}
	for _, path := range paths {
		if err = coding.file(path); err != nil {
			break
		}
	}
	if err = errors.Join(err, out.Flush()); err == nil && coding.failed {
		err = errSomeFailed
	}
	return err
}

// coding is one run of the command.
type coding struct {
	command  *codeCommand
	session  *session
	reader   english.Reader
	coder    *dyads.Coder
	register *actors.Register
	desk     *desk.Desk         // only with acts of one's own
	book     *codebook.Codebook // with them
	out      *bufio.Writer
	failed   bool
}

// mostLine is how long a line may be, in bytes.
const mostLine = 16 << 20

func (c *coding) fail(format string, arguments ...any) {
	c.failed = true
	fmt.Fprintf(c.session.err, "chancery: "+format+"\n", arguments...)
}

// file codes the lines of a file. Only what stops the whole run is an error.
func (c *coding) file(path string) error {
	in := c.session.in
	if path == "-" {
		path = "standard input"
	} else {
		f, err := os.Open(path)
		if err != nil {
			c.fail("%s: there is no such file, or it cannot be read", path)
			return nil
		}
		defer f.Close()
		in = f
	}
	lines := bufio.NewReaderSize(in, 1<<16)
	for n := 1; ; n++ {
		if err := c.session.ctx.Err(); err != nil {
			return err
		}
		line, tooLong, err := readLine(lines)
		if err != nil && !errors.Is(err, io.EOF) {
			c.fail("%s, line %d: %v", path, n, err)
			return nil
		}
		switch line = bytes.TrimSpace(line); {
		case tooLong:
			c.fail("%s, line %d: it is longer than %d MB", path, n, mostLine>>20)
		case len(line) > 0:
			request, wrong := dyads.ParseRequest(line)
			if wrong != nil {
				c.fail("%s, line %d: %v", path, n, wrong)
				break
			}
			if request.ID == "" {
				request.ID = strconv.Itoa(n)
			}
			if err := c.write(c.records(request)); err != nil {
				return err
			}
		}
		if err != nil {
			return nil
		}
	}
}

// records codes a sentence: by the coder of pairs or, with acts of one's own, as a report is read with them.
func (c *coding) records(q dyads.Request) []chancery.Dyad {
	if c.desk == nil {
		return c.coder.Records(c.reader, c.register, q, c.command.MinScore)
	}
	report := chancery.Report{ID: q.ID, Text: q.Text, Language: "en"}
	if !q.Date.IsZero() {
		report.Published = chancery.Day(q.Date)
	}
	var records []chancery.Dyad
	for _, claim := range c.desk.Read(report).Claims {
		act, _ := c.book.Act(claim.Act)
		together := len(claim.Actor) > 1 && len(claim.Recipient) == 0
		found := export.Dyads(query.Holding{Claim: claim, Mutual: act.Mutual || together})
		for _, d := range found {
			if together { // who do it together do it to each other, and coders of events write both
				d.Actor, d.Recipient = d.Recipient, d.Actor
				found = append(found, d)
			}
		}
		for _, d := range found {
			if claim.Cameo == "" || d.Score < c.command.MinScore || q.Pair && !(over(q.Actor, d.Actor) && over(q.Recipient, d.Recipient)) {
				continue
			}
			d.ID = q.ID
			if !q.Date.IsZero() {
				d.Date = q.Date.String()
			}
			records = append(records, d)
		}
	}
	if !q.Pair {
		return records
	}
	if len(records) == 0 {
		words := func(s dyads.Span) chancery.Participant {
			return chancery.Participant{Text: q.Text[s.Start:s.End], Start: s.Start, End: s.End}
		}
		return []chancery.Dyad{{ID: q.ID, Event: dyads.None, Actor: words(q.Actor), Recipient: words(q.Recipient)}}
	}
	return records[:1]
}

// over reports whether a participant's words and a span that was given share bytes.
func over(s dyads.Span, p chancery.Participant) bool { return s.Start < p.End && p.Start < s.End }

// readLine reads a line; of one that is too long nothing is kept.
func readLine(r *bufio.Reader) (line []byte, tooLong bool, err error) {
	for {
		piece, err := r.ReadSlice('\n')
		if !tooLong {
			line = append(line, piece...)
		}
		if len(line) > mostLine {
			line, tooLong = nil, true
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return line, tooLong, err
		}
	}
}

func (c *coding) write(records []chancery.Dyad) error {
	encoder := json.NewEncoder(c.out)
	encoder.SetEscapeHTML(false)
	for _, r := range records {
		if c.command.Format == "plover" {
			if err := encoder.Encode(r); err != nil {
				return err
			}
			continue
		}
		if r.Event == dyads.None {
			continue
		}
		_, err := fmt.Fprintf(c.out, "%s\t%s\t%s\t%s\t%s\t%d\t%.1f\t%s\t%s\n", r.Date, r.Actor.Code(), r.Recipient.Code(), r.Cameo, r.Event,
			r.Quad, *r.Goldstein, oneLine(r.ID), oneLine(r.Evidence.Text))
		if err != nil {
			return err
		}
	}
	return nil
}
