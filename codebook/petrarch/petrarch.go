// Package petrarch reads the dictionaries of the event coders TABARI and PETRARCH — verbs with their patterns, actors,
// agents, discards — and writes them as acts and frames (codebook/data/README.md) and as files of the register of
// actors (actors/data/README.md). What it cannot take it names with its line and the reason.
//
// The forms are those of PETRARCH 1 and 2 (openeventdata/petrarch, petrarch2: comments of PETRreader.py).
package petrarch

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"strings"
)

// Sources are the paths of the dictionaries. There may be several of actors; those that are empty are left out.
type Sources struct {
	Verbs, Agents, Discards string
	Actors                  []string
}

// Known is what the program has already.
type Known interface {
	// Code reports whether a code of events is in the codebook.
	Code(code string) bool
	// Actor reports whether the register has an actor of that id, and whether that is an association.
	Actor(id string) (there, association bool)
	// Named are the ids of those whom the register knows by a name.
	Named(name string) []string
	// Agent reports whether the register knows a word for a group, an office or an organ.
	Agent(wording string) bool
}

// Skipped is a row that was not taken.
type Skipped struct {
	File string
	Line int
	Text string
	Why  string
}

// Result is what the dictionaries become.
type Result struct {
	Codebook string            // TOML
	Register map[string]string // name of a file of the register -> its rows
	Taken    []Count
	Skipped  []Skipped
}

// Count says how many rows of a kind were taken.
type Count struct {
	What  string
	Rows  int
	Known int // of them, what the program had already
}

// Import reads the dictionaries. An error means that a file could not be read at all.
func Import(s Sources, known Known) (*Result, error) {
	r := &Result{Register: map[string]string{}}
	verbs := newVerbs()
	if s.Verbs != "" {
		if err := r.each(s.Verbs, verbs.take, verbs.end); err != nil {
			return nil, err
		}
		r.Taken = append(r.Taken, Count{What: "verbs", Rows: verbs.words}, Count{What: "patterns", Rows: verbs.patterns},
			Count{What: "word lists", Rows: len(verbs.lists)})
	}
	actors := newActors(known)
	for _, path := range s.Actors {
		if err := r.each(path, actors.take, actors.end); err != nil {
			return nil, err
		}
	}
	if len(s.Actors) > 0 {
		r.Taken = append(r.Taken, actors.count())
	}
	agents := newAgents(known)
	if s.Agents != "" {
		if err := r.each(s.Agents, agents.take, nil); err != nil {
			return nil, err
		}
		r.Taken = append(r.Taken, agents.count())
	}
	var d discards
	if s.Discards != "" {
		if err := r.each(s.Discards, d.take, nil); err != nil {
			return nil, err
		}
		r.Taken = append(r.Taken, Count{What: "discards", Rows: len(d.sentence) + len(d.report)})
	}
	r.Codebook = codebookTOML(verbs, d, known)
	actors.write(r.Register)
	agents.write(r.Register)
	return r, nil
}

// line is a line of a dictionary without its remarks.
type line struct {
	number int
	text   string
	indent bool // it began with a blank: it goes on with the row before
}

// skip is why a line is not taken; "" is none.
type skip string

// each hands the lines of a file to take, in order, and names those that it does not take.
func (r *Result) each(path string, take func(line) skip, end func() []Skipped) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	err = lines(file, func(l line) {
		if why := take(l); why != "" {
			r.Skipped = append(r.Skipped, Skipped{path, l.number, l.text, string(why)})
		}
	})
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	if end != nil {
		for _, s := range end() {
			s.File = path
			r.Skipped = append(r.Skipped, s)
		}
	}
	return nil
}

// maxLine bounds a line of a dictionary, in bytes.
const maxLine = 1 << 20

// lines gives the lines of a dictionary without remarks ("# …" and "<!-- … -->") and without empty ones. An empty line
// ends what goes on over several, so it is given where it follows text.
func lines(in io.Reader, give func(line)) error {
	scanner := bufio.NewScanner(in)
	scanner.Buffer(nil, maxLine)
	remark := false
	for n := 1; scanner.Scan(); n++ {
		text := strings.ToValidUTF8(strings.TrimPrefix(scanner.Text(), "\ufeff"), "?")
		for {
			if remark {
				_, after, ended := strings.Cut(text, "-->")
				if !ended {
					text = ""
					break
				}
				remark, text = false, after
			}
			before, after, begins := strings.Cut(text, "<!")
			if !begins || strings.HasPrefix(strings.TrimSpace(text), "#") {
				break
			}
			if _, rest, ended := strings.Cut(after, "-->"); ended {
				text = before + rest
				continue
			}
			remark, text = true, before
			break
		}
		text = withoutRemark(text)
		trimmed := strings.TrimSpace(text)
		give(line{n, trimmed, trimmed != "" && (text[0] == ' ' || text[0] == '\t')})
	}
	return scanner.Err()
}

// withoutRemark cuts a line at its "#", unless that stands in brackets, as in the code [###].
func withoutRemark(text string) string {
	inside := false
	for i, c := range text {
		switch {
		case c == '[':
			inside = true
		case c == ']':
			inside = false
		case c == '#' && !inside:
			return text[:i]
		}
	}
	return text
}

// code cuts the code in brackets off the end of a row: "ARNOR_ [ARN]".
func code(text string) (rest, code string, ok bool) {
	open := strings.LastIndexByte(text, '[')
	if open < 0 {
		return strings.TrimSpace(text), "", false
	}
	inside, after, closed := strings.Cut(text[open+1:], "]")
	if !closed || strings.TrimSpace(after) != "" && !strings.HasPrefix(strings.TrimSpace(after), "-") {
		return strings.TrimSpace(text), "", false
	}
	return strings.TrimSpace(text[:open]), strings.TrimSpace(inside), true
}
