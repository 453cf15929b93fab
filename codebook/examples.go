package codebook

import (
	"bufio"
	"fmt"
	"io/fs"
	"slices"
	"strings"
)

// Example is a sentence written for the project with what is read in it.
type Example struct {
	Act, Cameo string
	Who, Whom  []string // ids of actors in order, or the PLOVER sector of those who have none
	Sentence   string
}

// Examples lists the examples of the data files, by code: there is one for every CAMEO code.
func (b *Codebook) Examples() []Example { return slices.Clone(b.examples) }

func (b *Codebook) loadExamples(files fs.FS) error {
	const name = "examples.tsv"
	f, err := files.Open(name)
	if err != nil {
		return fmt.Errorf("codebook: %w", err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		line := lines.Text()
		if strings.HasPrefix(line, "#") || strings.HasPrefix(line, "act\t") {
			continue
		}
		cells := strings.Split(line, "\t")
		if len(cells) != 5 {
			return fmt.Errorf("codebook: %s:%d: %d columns, want 5", name, n, len(cells))
		}
		e := Example{cells[0], cells[1], ids(cells[2]), ids(cells[3]), cells[4]}
		if b.acts[e.Act] == nil {
			return fmt.Errorf("codebook: %s:%d: there is no act %q", name, n, e.Act)
		}
		if err := b.knownCode(e.Cameo); err != nil {
			return fmt.Errorf("codebook: %s:%d: %w", name, n, err)
		}
		b.examples = append(b.examples, e)
	}
	return lines.Err()
}

func ids(cell string) []string {
	if cell == "" {
		return nil
	}
	all := strings.Split(cell, ",")
	slices.Sort(all)
	return all
}
