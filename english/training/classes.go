package main

import (
	"slices"

	"chancery/english/internal/tagger"
	"chancery/english/score"
)

// tagClasses gives the joint classes of the tagger, the most frequent ones. Rarer ones are not
// learnt: they are slips, or words like "[sic]".
func tagClasses(train []score.Sentence) *classes {
	const enough = 20
	counts := map[string]int{}
	for i := range train {
		for _, w := range train[i].Words {
			counts[w.UPOS+"+"+w.XPOS]++
		}
	}
	var names []string
	for name, n := range counts {
		if n >= enough {
			names = append(names, name)
		}
	}
	slices.SortFunc(names, func(a, b string) int {
		if counts[a] != counts[b] {
			return counts[b] - counts[a]
		}
		return compare(a, b)
	})
	c := newClasses()
	for _, name := range names[:min(len(names), tagger.MostClasses)] {
		c.add(name)
	}
	return c
}

// labelClasses gives all labels, by name.
func labelClasses(train []score.Sentence) *classes {
	seen := map[string]bool{}
	var names []string
	for i := range train {
		for _, w := range train[i].Words {
			if !seen[w.Label] {
				seen[w.Label] = true
				names = append(names, w.Label)
			}
		}
	}
	slices.Sort(names)
	c := newClasses()
	for _, name := range names {
		c.add(name)
	}
	return c
}

func compare(a, b string) int {
	if a < b {
		return -1
	}
	return 1
}
