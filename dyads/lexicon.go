package dyads

import (
	"bufio"
	"embed"
	"fmt"
	"io/fs"
	"strings"
	"sync"
)

//go:embed data/*.tsv
var data embed.FS

// lexicon is what the files in data/ say about words. It is not changed once loaded.
type lexicon struct {
	verbs, nouns, adjectives map[string][]*sense
	lists                    map[string]map[string]bool
	results                  map[string]map[string]string // operator -> beginning of a code -> code
	parents                  map[string]string            // operator -> whom it asks where it has no row
	sectors                  map[string]string            // head noun -> PLOVER sector
	conventions              map[string]string            // CAMEO code -> event
	chapters                 map[string]string            // event -> CAMEO code
}

// sense is one reading of a word: the event that it tells, or what it does to the event below it.
type sense struct {
	code string // CAMEO code, or ""
	op   string // operator of compose.tsv, or ""
	rest []string
	ways []way // any of them will do; none at all where nothing is asked
}

// way is a pattern whose conditions must all hold.
type way []condition

// condition asks what stands in a slot of the word.
type condition struct {
	slot   string
	value  string // a lemma, "@list", "#code", "^" for a name, or "" for anything
	absent bool
}

var standard = sync.OnceValues(func() (*lexicon, error) {
	sub, err := fs.Sub(data, "data")
	if err != nil {
		return nil, err
	}
	return loadLexicon(sub)
})

func loadLexicon(files fs.FS) (*lexicon, error) {
	l := &lexicon{lists: map[string]map[string]bool{}, results: map[string]map[string]string{}, parents: map[string]string{},
		sectors: map[string]string{}, conventions: map[string]string{}, chapters: map[string]string{}}
	if err := rows(files, "compose.tsv", 3, l.addResult); err != nil {
		return nil, err
	}
	if err := rows(files, "lists.tsv", 2, l.addList); err != nil {
		return nil, err
	}
	if err := rows(files, "sectors.tsv", 2, func(cells []string) error {
		for _, word := range words(cells[1]) {
			l.sectors[word] = cells[0]
		}
		return nil
	}); err != nil {
		return nil, err
	}
	if err := rows(files, "conventions.tsv", 3, func(cells []string) error {
		l.conventions[cells[0]] = cells[1]
		return nil
	}); err != nil {
		return nil, err
	}
	if err := rows(files, "events.tsv", 2, func(cells []string) error {
		l.chapters[cells[0]] = cells[1]
		return nil
	}); err != nil {
		return nil, err
	}
	for _, file := range []struct {
		name string
		into *map[string][]*sense
	}{{"verbs.tsv", &l.verbs}, {"nouns.tsv", &l.nouns}, {"adjectives.tsv", &l.adjectives}} {
		senses := map[string][]*sense{}
		last := file.name == "nouns.tsv" // a compound's head is its last word
		if err := rows(files, file.name, 3, func(cells []string) error { return l.addSenses(senses, cells, last) }); err != nil {
			return nil, err
		}
		*file.into = senses
	}
	return l, nil
}

// rows reads a table: one header, comments behind #, so many columns.
func rows(files fs.FS, name string, columns int, add func([]string) error) error {
	f, err := files.Open(name)
	if err != nil {
		return fmt.Errorf("dyads: %w", err)
	}
	defer f.Close()
	lines, header := bufio.NewScanner(f), true
	lines.Buffer(nil, 1<<20)
	for n := 1; lines.Scan(); n++ {
		line := lines.Text()
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if header {
			header = false
			continue
		}
		cells := strings.Split(line, "\t")
		if len(cells) != columns {
			return fmt.Errorf("dyads: %s:%d: %d columns, want %d", name, n, len(cells), columns)
		}
		if err := add(cells); err != nil {
			return fmt.Errorf("dyads: %s:%d: %w", name, n, err)
		}
	}
	return lines.Err()
}

// of lists the senses of a word. Where the reader of English knows no lemma of a form, the regular endings are tried.
func (l *lexicon) of(senses map[string][]*sense, lemma, form string) []*sense {
	if s := senses[strings.ToLower(lemma)]; s != nil {
		return s
	}
	form = strings.ToLower(form)
	for _, ending := range [...][2]string{{"ied", "y"}, {"ies", "y"}, {"ed", ""}, {"ed", "e"}, {"es", ""}, {"s", ""}, {"ing", ""}, {"ing", "e"}} {
		if stem, ok := strings.CutSuffix(form, ending[0]); ok {
			if s := senses[stem+ending[1]]; s != nil {
				return s
			}
			if n := len(stem); ending[1] == "" && n > 2 && stem[n-1] == stem[n-2] { // "barred"
				if s := senses[stem[:n-1]]; s != nil {
					return s
				}
			}
		}
	}
	return nil
}

// words parts a cell at its commas.
func words(cell string) []string {
	var list []string
	for _, word := range strings.Split(cell, ",") {
		if word = strings.ToLower(strings.TrimSpace(word)); word != "" {
			list = append(list, word)
		}
	}
	return list
}

func (l *lexicon) addResult(cells []string) error {
	operator, inner, result := cells[0], cells[1], cells[2]
	if inner == "*" {
		l.parents[operator] = result
		return nil
	}
	if l.results[operator] == nil {
		l.results[operator] = map[string]string{}
	}
	if _, twice := l.results[operator][inner]; twice {
		return fmt.Errorf("operator %s has two rows for %q", operator, inner)
	}
	l.results[operator][inner] = result
	return nil
}

func (l *lexicon) addList(cells []string) error {
	if l.lists[cells[0]] == nil {
		l.lists[cells[0]] = map[string]bool{}
	}
	for _, word := range words(cells[1]) {
		l.lists[cells[0]][word] = true
	}
	return nil
}

func (l *lexicon) addSenses(senses map[string][]*sense, cells []string, headLast bool) error {
	ways, err := l.pattern(cells[1])
	if err != nil {
		return err
	}
	for _, entry := range words(cells[2]) {
		parts := strings.Fields(entry)
		key, rest := parts[0], parts[1:]
		if headLast {
			key, rest = parts[len(parts)-1], parts[:len(parts)-1]
		}
		s := &sense{rest: rest, ways: ways}
		if cells[0][0] >= '0' && cells[0][0] <= '9' {
			s.code = cells[0]
		} else if s.op = cells[0]; l.results[s.op] == nil && l.parents[s.op] == "" {
			return fmt.Errorf("%q is neither a CAMEO code nor an operator of compose.tsv", cells[0])
		}
		senses[key] = append(senses[key], s)
	}
	return nil
}

// pattern reads "obj:@aid&to:|inf:": ways with | between them, conditions with & between them. A way that is a mere word
// asks for it where the way before it looked: "obj:door|gate".
func (l *lexicon) pattern(cell string) ([]way, error) {
	if cell == "" {
		return nil, nil
	}
	var ways []way
	before := ""
	for _, alternative := range strings.Split(cell, "|") {
		var w way
		for _, part := range strings.Split(alternative, "&") {
			slot, value, ok := strings.Cut(part, ":")
			if !ok && before == "" {
				return nil, fmt.Errorf("condition %q has no colon", part)
			}
			if !ok {
				slot, value = before, part
			}
			before = slot
			c := condition{value: value}
			c.slot, c.absent = strings.CutPrefix(slot, "-")
			if name, isList := strings.CutPrefix(value, "@"); isList && l.lists[name] == nil {
				return nil, fmt.Errorf("there is no list %q in lists.tsv", name)
			}
			w = append(w, c)
		}
		ways = append(ways, w)
	}
	return ways, nil
}

// compose says what an operator makes of an inner event, "" for nothing.
func (l *lexicon) compose(operator, inner string) string {
	rows := l.results[operator]
	if inner == "" {
		result, ok := rows["-"]
		if !ok && l.parents[operator] != "" {
			return l.compose(l.parents[operator], inner)
		}
		return strings.TrimPrefix(result, "-")
	}
	for end := len(inner); end > 0; end-- {
		switch result, ok := rows[inner[:end]]; {
		case !ok:
		case result == "=":
			return inner
		default:
			return strings.TrimPrefix(result, "-")
		}
	}
	if parent := l.parents[operator]; parent != "" {
		return l.compose(parent, inner)
	}
	return ""
}
