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
	Confusions int  // so many of the most frequent confusions are listed
	Find       bool // what is found without the pair is scored as well
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
		event, quad := fold(e.Event, folded), e.Quad
		if event == yield {
			quad = quadOf(yield)
		}
		roots.add(i.event, event)
		quads.add(strconv.Itoa(i.quad), strconv.Itoa(quad))
	}
	result := tally.Result{Path: path, Kind: "coded pairs", Files: 1,
		Tables: []tally.Table{roots.table(options.Confusions), quads.table(options.Confusions)}}
	if options.Find {
		result.Tables = append(result.Tables, finding(reader, coder, items, folded))
	}
	return result, nil
}

// finding scores what is found without the pair: an event counts where the spans of actor and recipient overlap.
// Items of one text are put together.
func finding(reader english.Reader, coder *dyads.Coder, items []item, folded bool) tally.Table {
	type goal struct {
		pair
		event string
	}
	byText := map[string][]goal{}
	var texts []string
	for _, i := range items {
		pairs := i.pairs
		if pairs == nil {
			pairs = []pair{{i.actor, i.recipient}}
		}
		if _, seen := byText[i.text]; !seen {
			texts = append(texts, i.text)
		}
		for _, p := range pairs {
			if p.actor.End > 0 && p.recipient.End > 0 {
				byText[i.text] = append(byText[i.text], goal{p, i.event})
			}
		}
	}
	var pairs, events tally.Tally
	for _, text := range texts {
		goals := byText[text]
		if len(goals) == 0 {
			continue // nobody said whom the event relates
		}
		hit, paired := make([]bool, len(goals)), make([]bool, len(goals))
		for _, f := range coder.Find(reader.Read(text)) {
			var both, all []int // the goals that are met in both spans, and in the event too
			for k, g := range goals {
				if overlap(f.Actor, g.actor) && overlap(f.Recipient, g.recipient) {
					if both = append(both, k); fold(f.Event.Event, folded) == g.event {
						all = append(all, k)
					}
				}
			}
			meet(&pairs, paired, both)
			meet(&events, hit, all)
		}
		pairs.Gold += len(goals)
		events.Gold += len(goals)
	}
	return tally.Table{Title: "found without the pair", Rows: []tally.Row{{Name: triple, Tally: events}, {Name: "actor, recipient", Tally: pairs}}}
}

// meet counts something found that meets the goals. What meets only goals that are met already is a part of what was coded
// as one ("Peru and Chile") and counts no second time.
func meet(counts *tally.Tally, met []bool, goals []int) {
	for _, k := range goals {
		if !met[k] {
			met[k] = true
			counts.Hits++
			counts.Found++
			return
		}
	}
	if len(goals) == 0 {
		counts.Found++
	}
}

// triple names the row of what is right in all three.
const triple = "actor, event, recipient"

func overlap(a, b dyads.Span) bool { return a.Start < b.End && b.Start < a.End }

func fold(event string, folded bool) string {
	if folded && (event == "CONCEDE" || event == "RETREAT") {
		return yield
	}
	return event
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
