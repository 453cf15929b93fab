// Package score compares what a reader of English finds with what people wrote down: trees, names,
// quotations and coreference. It knows the files in which such work is published and gives tables.
package score

import "sort"

// Tally counts what was found against what is there.
type Tally struct {
	Hits  int // found and there
	Found int // found in all
	Gold  int // there in all
}

// Add counts one thing more: whether it was found, and whether it is there.
func (t *Tally) Add(found, gold bool) {
	if found {
		t.Found++
	}
	if gold {
		t.Gold++
	}
	if found && gold {
		t.Hits++
	}
}

// Precision is the share of what was found that is there, in per cent; nothing found gives 0.
func (t Tally) Precision() float64 { return percent(t.Hits, t.Found) }

// Recall is the share of what is there that was found, in per cent; nothing there gives 0.
func (t Tally) Recall() float64 { return percent(t.Hits, t.Gold) }

// F1 is the harmonic mean of precision and recall, in per cent.
func (t Tally) F1() float64 { return percent(2*t.Hits, t.Found+t.Gold) }

func percent(part, whole int) float64 {
	if whole == 0 {
		return 0
	}
	return 100 * float64(part) / float64(whole)
}

// Row is one line of a table.
type Row struct {
	Name string
	Tally
}

// Confusion is one thing taken for another, and how often.
type Confusion struct {
	Gold, Found string // empty: nothing there, nothing found
	Count       int
}

// Table is the result of scoring one file.
type Table struct {
	Title      string
	Rows       []Row
	Confusions []Confusion // most frequent first
}

// Row is the row of that name; a table without it gives one that counts nothing.
func (t Table) Row(name string) Row {
	for _, r := range t.Rows {
		if r.Name == name {
			return r
		}
	}
	return Row{Name: name}
}

// byFrequency sorts the rows by how much is there, and rows of one count by name.
func (t *Table) byFrequency() {
	sort.Slice(t.Rows, func(i, j int) bool {
		a, b := t.Rows[i], t.Rows[j]
		if a.Gold != b.Gold {
			return a.Gold > b.Gold
		}
		return a.Name < b.Name
	})
}

// confusions counts what was taken for what.
type confusions map[[2]string]int

func (c confusions) add(gold, found string) { c[[2]string{gold, found}]++ }

// all gives all of them, as most does.
func (c confusions) all() []Confusion { return c.most(len(c)) }

// most gives the n most frequent, those of one count in the order of their names.
func (c confusions) most(n int) []Confusion {
	out := make([]Confusion, 0, len(c))
	for k, count := range c {
		out = append(out, Confusion{k[0], k[1], count})
	}
	sort.Slice(out, func(i, j int) bool {
		a, b := out[i], out[j]
		if a.Count != b.Count {
			return a.Count > b.Count
		}
		if a.Gold != b.Gold {
			return a.Gold < b.Gold
		}
		return a.Found < b.Found
	})
	return out[:min(n, len(out))]
}
