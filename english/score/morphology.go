package score

import (
	"strings"

	"chancery/english"
)

// morphology compares what the reader's trees say about the forms of words with the treebank's column
// of features: those that english.Features knows and the treebank has anywhere.
func morphology(given []reading, gold []Sentence) Table {
	table := Table{Title: Morphology}
	c := confusions{}
	for _, name := range english.FeatureNames {
		var tally Tally
		missed := confusions{}
		for i := range given {
			for k := range gold[i].Words {
				there := feature(gold[i].Words[k].Features, name)
				found := given[i].Features(given[i].first + k).Value(name)
				tally.compare(found != "", there != "", found == there)
				if found != there {
					missed.add(named(name, there), named(name, found))
				}
			}
		}
		if tally.Gold == 0 {
			continue
		}
		table.Rows = append(table.Rows, Row{name, tally})
		for pair, count := range missed {
			c[pair] = count
		}
	}
	table.byFrequency()
	table.Confusions = c.all()
	return table
}

// feature is the value of a feature in a treebank's column "Number=Sing|Person=3", or "".
func feature(column, name string) string {
	for pair := range strings.SplitSeq(column, "|") {
		if rest, ok := strings.CutPrefix(pair, name); ok && strings.HasPrefix(rest, "=") {
			return rest[1:]
		}
	}
	return ""
}

func named(name, value string) string {
	if value == "" {
		return ""
	}
	return name + "=" + value
}
