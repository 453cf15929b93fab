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
	doc   string // the document's name, where it begins
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
	var g glue
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 1<<22)
	for number := 1; lines.Scan(); number++ {
		line := lines.Text()
		switch {
		case line == "":
			if len(s.words) > 0 {
				all = append(all, s)
			}
			s, g = sentence{}, glue{}
		case strings.HasPrefix(line, "# newpar"):
			s.opens = true
		case strings.HasPrefix(line, "# newdoc"):
			s.opens, s.begin = true, true
			_, s.doc, _ = strings.Cut(line, " = ")
		case strings.HasPrefix(line, "# text = "):
			s.text = line[len("# text = "):]
		case line[0] == '#':
		default:
			if err := s.add(line, &g); err != nil {
				return nil, fmt.Errorf("line %d: %w", number, err)
			}
		}
	}
	if len(s.words) > 0 {
		all = append(all, s)
	}
	return all, lines.Err()
}

// glue is the multiword token ("don't") that the next words belong to.
type glue struct {
	last  int  // number of its last word
	glued bool // no space follows it
}

// add takes in one line. The words of a multiword token are written together.
func (s *sentence) add(line string, g *glue) error {
	f := strings.Split(line, "\t")
	if len(f) != 10 {
		return fmt.Errorf("%d fields, want 10", len(f))
	}
	glued := strings.Contains(f[9], "SpaceAfter=No")
	if strings.Contains(f[0], ".") { // an empty node
		return nil
	}
	if _, last, ok := strings.Cut(f[0], "-"); ok {
		n, err := strconv.Atoi(last)
		if err != nil {
			return fmt.Errorf("%q is no range", f[0])
		}
		*g = glue{n, glued}
		return nil
	}
	head, err := strconv.Atoi(f[6])
	if err != nil {
		return fmt.Errorf("%q is no head", f[6])
	}
	switch i := len(s.words) + 1; {
	case i < g.last:
		glued = true
	case i == g.last:
		glued = glued || g.glued
	}
	s.words = append(s.words, word{f[1], f[2], f[3], f[4], f[7], head - 1, glued})
	return nil
}
