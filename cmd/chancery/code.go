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
	"chancery/dyads"
	"chancery/english"
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
			if err := c.write(c.coder.Records(c.reader, c.register, request, c.command.MinScore)); err != nil {
				return err
			}
		}
		if err != nil {
			return nil
		}
	}
}

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
