// Package gum reads the entities and the coreference of the GUM corpus (Zeldes 2017) from its CoNLL-U
// files, where the field Entity of MISC holds them in brackets.
package gum

import (
	"bufio"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"
)

// Document is one text.
type Document struct {
	ID, Genre string
	Sentences [][]string // words; an empty sentence ends a paragraph
	Heads     []int      // of each token of the document; -1 is a root
	Labels    []string
	Words     []string
	POS       []string // universal parts of speech
	Entities  []Entity
	Splits    map[string][]string // groups that a group stands for together
}

// Entity is a mention.
type Entity struct {
	Group       string
	Sort        string // "person", "place", "organization", …
	Link        string // "coref", "ana", "appos", "pred", "sgl", …
	First, Last int    // tokens of the document, half-open
	Core        []int  // the tokens that a mention must hold to be the same; the head is among them
	Head        int
	Several     bool // an enumeration
}

// HeldOut reports whether a document of the training part, by its place in the file, is kept for
// measuring and never learnt from.
func HeldOut(document int) bool { return document%4 == 2 }

// Read reads a file packed with gzip.
func Read(path string) ([]Document, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	docs, err := Parse(z)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return docs, nil
}

// Parse reads CoNLL-U.
func Parse(in io.Reader) ([]Document, error) {
	p := parser{}
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, 1<<22)
	for number := 1; lines.Scan(); number++ {
		if err := p.line(lines.Text()); err != nil {
			return nil, fmt.Errorf("line %d: %w", number, err)
		}
	}
	p.finish()
	return p.docs, lines.Err()
}

type parser struct {
	docs   []Document
	d      *Document
	fields []string // of an entity, as the document names them
	open   map[string][]int
	first  int // token of the sentence
	words  []string
}

func (p *parser) line(line string) error {
	switch {
	case strings.HasPrefix(line, "# newdoc id = "):
		p.finish()
		p.docs = append(p.docs, Document{ID: line[len("# newdoc id = "):], Splits: map[string][]string{}})
		p.d, p.open = &p.docs[len(p.docs)-1], map[string][]int{}
	case strings.HasPrefix(line, "# global.Entity = "):
		p.fields = strings.Split(line[len("# global.Entity = "):], "-")
	case strings.HasPrefix(line, "# meta::genre = "):
		if p.d == nil {
			return errors.New("a genre before the first document")
		}
		p.d.Genre = line[len("# meta::genre = "):]
	case strings.HasPrefix(line, "# newpar"):
		if p.d == nil {
			return errors.New("a paragraph before the first document")
		}
		if n := len(p.d.Sentences); n > 0 && len(p.d.Sentences[n-1]) > 0 {
			p.d.Sentences = append(p.d.Sentences, nil)
		}
	case line == "":
		p.sentence()
	case line[0] != '#':
		return p.token(line)
	}
	return nil
}

func (p *parser) token(line string) error {
	if p.d == nil {
		return errors.New("a word before the first document")
	}
	f := strings.Split(line, "\t")
	if len(f) != 10 {
		return fmt.Errorf("%d fields, want 10", len(f))
	}
	if strings.ContainsAny(f[0], "-.") {
		return nil
	}
	head, err := strconv.Atoi(f[6])
	if err != nil {
		return err
	}
	i := len(p.d.Heads)
	p.words, p.d.Words, p.d.POS = append(p.words, f[1]), append(p.d.Words, f[1]), append(p.d.POS, f[3])
	if head--; head >= 0 {
		head += p.first
	}
	p.d.Heads, p.d.Labels = append(p.d.Heads, head), append(p.d.Labels, f[7])
	for _, field := range strings.Split(f[9], "|") {
		if v, ok := strings.CutPrefix(field, "Entity="); ok {
			if err := p.entities(v, i); err != nil {
				return err
			}
		}
		if v, ok := strings.CutPrefix(field, "SplitAnte="); ok {
			for _, pair := range strings.Split(v, ",") {
				if from, to, ok := strings.Cut(pair, "<"); ok {
					p.d.Splits[to] = append(p.d.Splits[to], from)
				}
			}
		}
	}
	return nil
}

// entities reads the brackets that open and close at a token: "(1-person-new-…(2-place-…)1)".
func (p *parser) entities(v string, i int) error {
	for v != "" {
		if v[0] != '(' {
			group, rest, ok := strings.Cut(v, ")")
			if !ok {
				return fmt.Errorf("%q closes nothing", v)
			}
			v = rest
			stack := p.open[group]
			if len(stack) == 0 {
				continue
			}
			p.d.Entities[stack[len(stack)-1]].Last = i + 1
			p.open[group] = stack[:len(stack)-1]
			continue
		}
		v = v[1:]
		end := strings.IndexAny(v, "()")
		if end < 0 {
			end = len(v)
		}
		e := Entity{First: i, Last: i + 1}
		parts := strings.SplitN(v[:end], "-", len(p.fields))
		for k, part := range parts { // as the document names them; what it does not name is not read
			switch p.fields[k] {
			case "GRP":
				e.Group = part
			case "etype":
				e.Sort = part
			case "link":
				e.Link = part
			case "minspan":
				for _, n := range strings.Split(part, ",") {
					if at, err := strconv.Atoi(n); err == nil {
						e.Core = append(e.Core, i+at-1)
					}
				}
			}
		}
		p.d.Entities = append(p.d.Entities, e)
		v = v[end:]
		if strings.HasPrefix(v, ")") {
			v = v[1:]
		} else {
			p.open[e.Group] = append(p.open[e.Group], len(p.d.Entities)-1)
		}
	}
	return nil
}

func (p *parser) sentence() {
	if p.d != nil && len(p.words) > 0 {
		p.d.Sentences = append(p.d.Sentences, p.words)
		p.words, p.first = nil, len(p.d.Heads)
	}
}

// finish finds the heads of a document's entities.
func (p *parser) finish() {
	if p.d == nil {
		return
	}
	p.sentence()
	p.first = 0
	for k := range p.d.Entities {
		e := &p.d.Entities[k]
		e.Head = e.First
		for _, c := range e.Core {
			if c < len(p.d.Heads) && !slices.Contains(e.Core, p.d.Heads[c]) {
				e.Head = c
				break
			}
		}
		for _, c := range e.Core {
			if c < len(p.d.Heads) && p.d.Labels[c] == "conj" && slices.Contains(e.Core, p.d.Heads[c]) {
				e.Several = true
			}
		}
	}
}
