package main

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
)

// word is a line of a CoNLL-U file. head counts from 0; -1 is the root.
type word struct {
	form, lemma, pos, tag, label string
	head                         int
	glued                        bool // no space follows
}

// sentence is a tree of a treebank.
type sentence struct {
	words []word
	text  string // as it was written
	opens bool   // begins a paragraph
	begin bool   // begins a document
}

func (s *sentence) forms() []string {
	out := make([]string, len(s.words))
	for i := range s.words {
		out[i] = s.words[i].form
	}
	return out
}

// readTreebank reads a CoNLL-U file, packed with gzip.
func readTreebank(path string) ([]sentence, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	all, err := readCoNLLU(z)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return all, nil
}

func readCoNLLU(r io.Reader) ([]sentence, error) {
	var all []sentence
	var s sentence
	glueAt := -1 // the last word of a multiword token that no space follows
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 1<<22)
	for number := 1; lines.Scan(); number++ {
		line := lines.Text()
		switch {
		case line == "":
			if len(s.words) > 0 {
				all = append(all, s)
			}
			s, glueAt = sentence{}, -1
		case strings.HasPrefix(line, "# newpar"):
			s.opens = true
		case strings.HasPrefix(line, "# newdoc"):
			s.opens, s.begin = true, true
		case strings.HasPrefix(line, "# text = "):
			s.text = line[len("# text = "):]
		case line[0] == '#':
		default:
			if err := s.add(line, &glueAt); err != nil {
				return nil, fmt.Errorf("line %d: %w", number, err)
			}
		}
	}
	if len(s.words) > 0 {
		all = append(all, s)
	}
	return all, lines.Err()
}

// add takes in one line. The words of a multiword token ("don't") are written together.
func (s *sentence) add(line string, glueAt *int) error {
	f := strings.Split(line, "\t")
	if len(f) != 10 {
		return fmt.Errorf("%d fields, want 10", len(f))
	}
	glued := strings.Contains(f[9], "SpaceAfter=No")
	if strings.Contains(f[0], ".") { // an empty node
		return nil
	}
	if first, last, ok := strings.Cut(f[0], "-"); ok {
		a, errA := strconv.Atoi(first)
		b, errB := strconv.Atoi(last)
		if errA != nil || errB != nil {
			return fmt.Errorf("%q is no range", f[0])
		}
		*glueAt = b
		if !glued {
			*glueAt = -b
		}
		_ = a
		return nil
	}
	head, err := strconv.Atoi(f[6])
	if err != nil {
		return fmt.Errorf("%q is no head", f[6])
	}
	i := len(s.words) + 1
	switch {
	case *glueAt > i || *glueAt < -i:
		glued = true
	case *glueAt == i:
		glued = true
	}
	s.words = append(s.words, word{f[1], f[2], f[3], f[4], f[7], head - 1, glued})
	return nil
}
