package score

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"chancery/english"
)

// Kind is what people wrote down about a text.
type Kind string

// The kinds.
const (
	KindTrees       Kind = "trees"
	KindNames       Kind = "names"
	KindQuotations  Kind = "quotations"
	KindCoreference Kind = "coreference"
)

// UnmarshalText reads the name of a kind. Other names give an error that lists the kinds.
func (k *Kind) UnmarshalText(text []byte) error {
	*k = Kind(text)
	if *k == "" {
		return nil
	}
	_, err := formatOf(*k)
	return err
}

// Options say how an input is scored.
type Options struct {
	As         Kind // "": what the files look like
	Confusions int  // how many are listed in each table
}

// Input is what is scored at once: a file, or the files of one kind in a folder.
type Input struct {
	Path  string   // as it was given
	Files []string // in order
}

// format is a form in which one kind is published, and who scores it.
type format struct {
	kind  Kind
	form  string                       // for messages
	looks func(path, head string) bool // whether a file has this form, by its name and first bytes
	// alike marks a form that looks like an earlier one, so that people must ask for the kind. also says
	// whether a file that is read as the earlier kind holds this one as well.
	alike bool
	also  func(head string) bool
	score scorer // nil: this version does not score the kind
}

// scorer scores an input of its kind; the confusions that it gives may be all there are.
type scorer func(reader english.Reader, input Input) ([]Table, error)

// formats are all that can be scored. What a file looks like first is what it is taken for.
var formats = []format{
	{kind: KindTrees, form: "CoNLL-U (ten columns)", looks: looksLikeCoNLLU, score: scoreTrees},
	{kind: KindNames, form: "columns of words and B-, I- and O labels", looks: looksLikeColumns, score: scoreNames},
	{kind: KindQuotations, form: "a folder of brat annotations (.ann) with their texts", looks: looksLikeBrat, score: scoreQuotations},
	{kind: KindCoreference, form: "CoNLL-U with Entity= in its last column", looks: looksLikeCoNLLU, alike: true,
		also: holdsEntities, score: scoreCoreference},
}

// Kinds lists the kinds.
func Kinds() []string {
	var out []string
	for _, f := range formats {
		out = append(out, string(f.kind))
	}
	return out
}

func formatOf(kind Kind) (*format, error) {
	for i := range formats {
		if formats[i].kind == kind {
			return &formats[i], nil
		}
	}
	return nil, fmt.Errorf("%q is not a kind; the kinds are %s", kind, strings.Join(Kinds(), ", "))
}

// scoreTrees reads all files of the input as one treebank.
func scoreTrees(reader english.Reader, input Input) ([]Table, error) {
	var gold []Sentence
	for _, path := range input.Files {
		part, err := ReadTreebank(path)
		if err != nil {
			return nil, err
		}
		part[0].OpensParagraph, part[0].OpensDocument = true, true
		gold = append(gold, part...)
	}
	return Trees(reader, gold)
}

func scoreNames(reader english.Reader, input Input) ([]Table, error) {
	table, err := scoreNameFiles(reader, "names", input.Files)
	if err != nil {
		return nil, err
	}
	return []Table{table}, nil
}

func scoreQuotations(reader english.Reader, input Input) ([]Table, error) {
	table, err := Polnear(reader, input.Path)
	if err != nil {
		return nil, err
	}
	return []Table{table}, nil
}

func scoreCoreference(reader english.Reader, input Input) ([]Table, error) {
	presplit, ok := reader.(PresplitReader)
	if !ok {
		return nil, errors.New("this reader cannot read sentences that are cut into words")
	}
	var tables []Table
	for _, path := range input.Files {
		table, err := Coreference(presplit, path)
		if err != nil {
			return nil, err
		}
		tables = append(tables, table)
	}
	return tables, nil
}

// looksLikeCoNLLU goes by the first line that is no comment, or by the name of the file, so that a
// broken line is told as such.
func looksLikeCoNLLU(path, head string) bool {
	if name := strings.TrimSuffix(path, ".gz"); strings.HasSuffix(name, ".conllu") || strings.HasSuffix(name, ".conll-u") {
		return true
	}
	for line := range rows(head) {
		return strings.Count(line, "\t") == 9 && (line[0] == '1' || line[0] == '0')
	}
	return false
}

func holdsEntities(head string) bool { return strings.Contains(head, "Entity=(") }

// looksLikeColumns wants one column with nothing but labels in it.
func looksLikeColumns(_, head string) bool {
	var columns []bool // that hold only labels so far
	named := false
	for line := range rows(head) {
		fields := strings.Fields(line)
		if columns == nil {
			columns = slices.Repeat([]bool{true}, len(fields))
		}
		for i := range columns {
			columns[i] = columns[i] && i < len(fields) && isLabel(fields[i])
			named = named || columns[i] && fields[i] != "O"
		}
	}
	return named && len(columns) > 1 && slices.Contains(columns, true)
}

// isLabel reports whether a field is "O", or "B-PER" and the like; "S-" and "U-" are names of one
// word, "E-" and "L-" last words.
func isLabel(field string) bool {
	return field == "O" || len(field) > 2 && field[1] == '-' && strings.IndexByte("BIESLU", field[0]) >= 0
}

func looksLikeBrat(path, _ string) bool { return strings.HasSuffix(path, ".ann") }

// rows goes through the full lines of the beginning of a file, without comments and blank ones.
func rows(head string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for line := range strings.Lines(head) {
			if !strings.HasSuffix(line, "\n") && len(head) >= headLength {
				return // cut in the middle
			}
			if line = strings.TrimRight(line, "\r\n"); line != "" && line[0] != '#' && !yield(line) {
				return
			}
		}
	}
}
