package score

import (
	"bufio"
	"fmt"
	"hash/fnv"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"chancery/english"
)

// namedText is a text with the names that people marked in it.
type namedText struct {
	text  string
	names []namedSpan
}

// namedSpan is a name by its bytes, half-open. Kind is PER, LOC, ORG, NORP or another word of the file.
type namedSpan struct {
	start, end int
	kind       string
}

// Part chooses texts of a folder by the hash of their file's name.
type Part int

// The parts. Rules may be tuned on the texts of Tuned, about a third; those of Untouched tell what they
// are worth.
const (
	Whole Part = iota
	Tuned
	Untouched
)

func (p Part) holds(file string) bool {
	h := fnv.New32a()
	h.Write([]byte(filepath.Base(file)))
	return p == Whole || (h.Sum32()%3 == 0) == (p == Tuned)
}

// Names compares the names that a reader finds with those of a file, or of a part of the files of a
// folder. It knows two forms: that of Universal NER ("number word tag …", sentences between empty
// lines), and two columns of word and tag with running text, as of the Worldwide newswire. The rows are
// PER, LOC, ORG and ALL three; a name counts where its ends and its kind are right.
func Names(reader english.Reader, path string, part Part) (Table, error) {
	files, err := nameFiles(path, part)
	if err != nil {
		return Table{}, err
	}
	return scoreNameFiles(reader, "names, "+filepath.Base(path), files)
}

func scoreNameFiles(reader english.Reader, title string, files []string) (Table, error) {
	rows := [4]Row{{Name: "PER"}, {Name: "LOC"}, {Name: "ORG"}, {Name: "ALL"}}
	errors := confusions{}
	for _, file := range files {
		text, err := readNamedText(file)
		if err != nil {
			return Table{}, err
		}
		compareNames(text.names, foundNames(reader.Read(text.text)), rows[:], errors)
	}
	return Table{Title: title, Rows: rows[:], Confusions: errors.all()}, nil
}

func nameFiles(path string, part Part) ([]string, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if !info.IsDir() {
		return []string{path}, nil
	}
	all, err := filepath.Glob(filepath.Join(path, "*.tsv"))
	if err != nil {
		return nil, err
	}
	all = slices.DeleteFunc(all, func(f string) bool { return !part.holds(f) })
	if len(all) == 0 {
		return nil, fmt.Errorf("%s holds no .tsv files of names", path)
	}
	return all, nil
}

// nameTypes are the kinds of names in the words of the files.
var nameTypes = map[english.NameKind]string{english.Person: "PER", english.Place: "LOC", english.Organisation: "ORG",
	english.Nationality: "NORP", english.DocumentName: "DOC", english.Event: "EVENT"}

// fileTypes are the words of the Worldwide newswire. A facility is a place to us.
var fileTypes = map[string]string{"Person": "PER", "Location": "LOC", "Facility": "LOC", "Organization": "ORG",
	"NORP": "NORP", "Misc": "MISC", "Product": "PRODUCT"}

func foundNames(d *english.Document) []namedSpan {
	var all []namedSpan
	for _, n := range d.Names {
		s := namedSpan{d.Tokens[n.First].Start, d.Tokens[n.Last-1].End, nameTypes[n.Kind]}
		all = append(all, unstopped(d.Text, s))
	}
	return all
}

// unstopped leaves out a last full stop, which files cut from "Corp." and "U.S." and tokens keep.
func unstopped(text string, s namedSpan) namedSpan {
	s.end = s.start + len(strings.TrimRight(text[s.start:s.end], "."))
	return s
}

func compareNames(gold, found []namedSpan, rows []Row, errors confusions) {
	counted := func(kind string, add func(r *Row)) {
		for i := range rows {
			if rows[i].Name == kind || rows[i].Name == "ALL" && (kind == "PER" || kind == "LOC" || kind == "ORG") {
				add(&rows[i])
			}
		}
	}
	for _, g := range gold {
		hit := slices.Contains(found, g)
		counted(g.kind, func(r *Row) {
			r.Gold++
			if hit {
				r.Hits++
			}
		})
		if !hit {
			if kind := takenFor(g, found); kind == "" || g.kind == "PER" || g.kind == "LOC" || g.kind == "ORG" {
				errors.add(g.kind, kind)
			}
		}
	}
	for _, f := range found {
		counted(f.kind, func(r *Row) { r.Found++ })
		if takenFor(f, gold) == "" {
			errors.add("", f.kind)
		}
	}
}

// takenFor is what stands in the place of a name on the other side.
func takenFor(n namedSpan, others []namedSpan) string {
	for _, o := range others {
		switch {
		case o.start == n.start && o.end == n.end:
			return o.kind
		case o.start < n.end && n.start < o.end && o.kind == n.kind:
			return o.kind + " with other ends"
		case o.start < n.end && n.start < o.end:
			return "part of " + o.kind
		}
	}
	return ""
}

// readNamedText reads a file of either form and puts its words together to text.
func readNamedText(path string) (namedText, error) {
	f, err := os.Open(path)
	if err != nil {
		return namedText{}, err
	}
	defer f.Close()
	var b textBuilder
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for number := 1; lines.Scan(); number++ {
		line := strings.TrimRight(lines.Text(), " ")
		fields := strings.Split(line, "\t")
		switch {
		case line == "" || fields[0] == "":
			b.breakText()
		case line[0] == '#' && len(fields) == 1:
		case len(fields) >= 3 && isNumber(fields[0]):
			b.add(fields[1], fields[2])
		case len(fields) >= 2: // a third column holds the name that lies in the name
			b.add(fields[0], fields[1])
		case number == 1: // the Worldwide files open with an address
		default:
			b.add(wordAndTag(line))
		}
	}
	b.breakText()
	return namedText{b.text.String(), b.names}, lines.Err()
}

func isNumber(s string) bool {
	_, err := strconv.Atoi(s)
	return err == nil
}

// wordAndTag is the word and the tag of a line that has spaces for its tab.
func wordAndTag(line string) (word, tag string) {
	fields := strings.Fields(line)
	if len(fields) < 2 {
		return line, "O"
	}
	return fields[0], fields[1]
}

// textBuilder writes words as people do, with spaces where they belong.
type textBuilder struct {
	text  strings.Builder
	names []namedSpan
	last  string
	open  bool // the last word is in a name
	quote bool // a quotation is open
}

func (b *textBuilder) breakText() {
	if b.text.Len() > 0 && b.last != "" {
		b.text.WriteString("\n\n")
	}
	b.last, b.open, b.quote = "", false, false
}

func (b *textBuilder) add(word, tag string) {
	if b.last != "" && b.spaced(word) {
		b.text.WriteByte(' ')
	}
	start := b.text.Len()
	b.text.WriteString(word)
	b.last = word
	if word == `"` {
		b.quote = !b.quote
	}
	place, kind, _ := strings.Cut(tag, "-")
	if known, ok := fileTypes[kind]; ok {
		kind = known
	}
	switch {
	case kind == "" || kind == "Date" || kind == "Money":
		b.open = false
		return
	case place == "I" && b.open || place == "E" && b.open:
		b.names[len(b.names)-1].end = b.text.Len()
	default:
		b.names = append(b.names, namedSpan{start, b.text.Len(), kind})
		b.open = true
	}
	n := &b.names[len(b.names)-1]
	*n = unstopped(b.text.String(), *n)
}

// spaced reports whether a space stands before a word.
func (b *textBuilder) spaced(word string) bool {
	switch word {
	case ".", ",", ";", ":", "!", "?", ")", "]", "”", "’", "%", "'s", "’s", "n't", "n’t", "-", "/", "'":
		return false
	case "s", "re", "ll", "ve", "t", "m", "d":
		return b.last != "’" && b.last != "'"
	case `"`:
		return !b.quote
	}
	switch b.last {
	case "(", "[", "“", "‘", "-", "/", "$", "£", "€", "#", "@":
		return false
	case `"`:
		return !b.quote
	}
	return true
}
