package score

import (
	"cmp"
	"slices"
	"strconv"

	"chancery/dyads"
	"chancery/english"
	tally "chancery/english/score"
)

// Options say what is scored.
type Options struct {
	Confusions int // so many of the most frequent confusions are listed
}

// Path scores the coder on a file with the pairs given. The first row of each table holds means over the classes.
func Path(reader english.Reader, coder *dyads.Coder, path string, options Options) (tally.Result, error) {
	items, err := read(path)
	if err != nil {
		return tally.Result{}, err
	}
	folded := slices.ContainsFunc(items, func(i item) bool { return i.event == yield })
	roots, quads := newTable("root, pair given"), newTable("quad, pair given")
	for _, i := range items {
		e := coder.Pair(reader.Read(i.text), i.actor, i.recipient)
		event, quad := e.Event, e.Quad
		if folded && (event == "CONCEDE" || event == "RETREAT") {
			event, quad = yield, quadOf(yield)
		}
		roots.add(i.event, event)
		quads.add(strconv.Itoa(i.quad), strconv.Itoa(quad))
	}
	return tally.Result{Path: path, Kind: "dyads", Files: 1,
		Tables: []tally.Table{roots.table(options.Confusions), quads.table(options.Confusions)}}, nil
}

// table counts classes.
type table struct {
	title     string
	classes   map[string]*tally.Tally
	confusion map[[2]string]int
}

func newTable(title string) *table {
	return &table{title: title, classes: map[string]*tally.Tally{}, confusion: map[[2]string]int{}}
}

func (t *table) add(gold, found string) {
	for _, class := range []string{gold, found} {
		if t.classes[class] == nil {
			t.classes[class] = &tally.Tally{}
		}
	}
	t.classes[gold].Add(gold == found, true)
	if gold != found {
		t.classes[found].Add(true, false)
		t.confusion[[2]string{gold, found}]++
	}
}

func (t *table) table(confusions int) tally.Table {
	out := tally.Table{Title: t.title}
	for class, counts := range t.classes {
		if counts.Gold > 0 {
			out.Rows = append(out.Rows, tally.Row{Name: class, Tally: *counts})
		}
	}
	slices.SortFunc(out.Rows, func(a, b tally.Row) int { return cmp.Or(cmp.Compare(b.Gold, a.Gold), cmp.Compare(a.Name, b.Name)) })
	for pair, count := range t.confusion {
		out.Confusions = append(out.Confusions, tally.Confusion{Gold: pair[0], Found: pair[1], Count: count})
	}
	slices.SortFunc(out.Confusions, func(a, b tally.Confusion) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Gold, b.Gold), cmp.Compare(a.Found, b.Found))
	})
	out.Confusions = out.Confusions[:min(confusions, len(out.Confusions))]
	return out
}

// Macro is the mean F1 over the classes of a table, in per cent.
func Macro(t tally.Table) float64 {
	if len(t.Rows) == 0 {
		return 0
	}
	sum := 0.0
	for _, row := range t.Rows {
		sum += row.F1()
	}
	return sum / float64(len(t.Rows))
}
