package score

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// Word is a line of a CoNLL-U file (https://universaldependencies.org/format.html). What the file
// leaves open is "_", as there.
type Word struct {
	Form, Lemma, UPOS, XPOS string
	Features                string // "Number=Sing|Person=3"
	Head                    int    // counts from 0; -1 is the root
	Label                   string // with its subtypes
	Misc                    string
	Glued                   bool // no space follows
}

// Sentence is a tree of a treebank.
type Sentence struct {
	Words          []Word
	Text           string // as it was written
	Line           int    // of the file, where its first word stands
	OpensParagraph bool
	OpensDocument  bool
}

// Forms lists the words as they are written.
func (s *Sentence) Forms() []string {
	out := make([]string, len(s.Words))
	for i := range s.Words {
		out[i] = s.Words[i].Form
	}
	return out
}

// LineError says which line of a file is wrong, and why. Lines count from 1.
type LineError struct {
	Line int
	Err  error
}

func (e *LineError) Error() string { return fmt.Sprintf("line %d: %v", e.Line, e.Err) }

func (e *LineError) Unwrap() error { return e.Err }

// longestLine is how many bytes a line of a file may have.
const longestLine = 1 << 22

// scanLines goes through the lines of a text, without the byte order mark and the carriage returns of
// other systems. An error becomes a LineError.
func scanLines(r io.Reader, each func(number int, line string) error) error {
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, longestLine)
	number := 0
	for lines.Scan() {
		number++
		line := strings.TrimSuffix(lines.Text(), "\r")
		if number == 1 {
			line = strings.TrimPrefix(line, "\ufeff")
		}
		if err := each(number, line); err != nil {
			return &LineError{number, err}
		}
	}
	if err := lines.Err(); errors.Is(err, bufio.ErrTooLong) {
		return &LineError{number + 1, fmt.Errorf("has more than %d bytes; is this a text file?", longestLine)}
	} else if err != nil {
		return fmt.Errorf("after line %d: %w", number, err)
	}
	return nil
}

// ReadCoNLLU reads a treebank. A word that breaks the form gives a *LineError; so does a sentence
// whose heads are no tree.
func ReadCoNLLU(r io.Reader) ([]Sentence, error) {
	var all []Sentence
	var s Sentence
	var m multiword
	finish := func() error {
		if len(s.Words) == 0 {
			return nil // comments before a blank line belong to no sentence
		}
		if err := s.check(); err != nil {
			return err
		}
		all = append(all, s)
		s, m = Sentence{}, multiword{}
		return nil
	}
	last := 0
	err := scanLines(r, func(number int, line string) error {
		last = number
		switch {
		case line == "":
			return finish()
		case strings.HasPrefix(line, "# newpar"):
			s.OpensParagraph = true
		case strings.HasPrefix(line, "# newdoc"):
			s.OpensParagraph, s.OpensDocument = true, true
		case strings.HasPrefix(line, "# text = "):
			s.Text = line[len("# text = "):]
		case line[0] == '#':
		default:
			if len(s.Words) == 0 {
				s.Line = number
			}
			return s.add(line, &m)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	if err := finish(); err != nil {
		return nil, &LineError{last, err}
	}
	return all, nil
}

// multiword is the token ("don't") that the next words belong to.
type multiword struct {
	last  int  // number of its last word
	glued bool // no space follows it
}

// add takes in one line. The words of a multiword token are written together.
func (s *Sentence) add(line string, m *multiword) error {
	f := strings.Split(line, "\t")
	if len(f) != 10 {
		return fmt.Errorf("%d fields, want 10 with tabs between them", len(f))
	}
	glued := strings.Contains(f[9], "SpaceAfter=No")
	if strings.Contains(f[0], ".") { // an empty node
		return nil
	}
	want := len(s.Words) + 1
	if from, last, ok := strings.Cut(f[0], "-"); ok {
		n, err := strconv.Atoi(last)
		if err != nil || from != strconv.Itoa(want) || n < want {
			return fmt.Errorf("%q is no range of words from %d on", f[0], want)
		}
		*m = multiword{n, glued}
		return nil
	}
	if f[0] != strconv.Itoa(want) {
		return fmt.Errorf("the word has the number %q, want %d; does an empty line lack before it?", f[0], want)
	}
	if strings.TrimSpace(f[1]) == "" {
		return fmt.Errorf("word %d is empty", want)
	}
	head, err := strconv.Atoi(f[6])
	if err != nil || head < 0 {
		return fmt.Errorf("%q is no head of word %d; a head is a number of a word, or 0", f[6], want)
	}
	switch {
	case want < m.last:
		glued = true
	case want == m.last:
		glued = glued || m.glued
	}
	s.Words = append(s.Words, Word{f[1], f[2], f[3], f[4], f[5], head - 1, f[7], f[9], glued})
	return nil
}

// check reports heads that are no tree: out of range, in a circle, or without a root.
func (s *Sentence) check() error {
	for i := range s.Words {
		if h := s.Words[i].Head; h >= len(s.Words) {
			return fmt.Errorf("word %d of the sentence above has the head %d; there are %d words", i+1, h+1, len(s.Words))
		}
	}
	const under, reaches = 1, 2 // being followed; leads to the root
	state := make([]uint8, len(s.Words))
	for i := range s.Words {
		k := i
		for k >= 0 && state[k] == 0 {
			state[k] = under
			k = s.Words[k].Head
		}
		if k >= 0 && state[k] == under {
			return fmt.Errorf("the heads of the sentence above go in a circle through word %d", k+1)
		}
		for k = i; k >= 0 && state[k] == under; k = s.Words[k].Head {
			state[k] = reaches
		}
	}
	return nil
}
