package main

import (
	"fmt"
	"os"

	"chancery/english"
	"chancery/english/score"
	"chancery/internal/shareddata"
)

// columns are the figures that the trainer prints; `chancery eval english` prints all of them.
var columns = []string{score.UPOS, score.PennTags, score.UAS, score.LAS, score.Appositions, score.Lemmas, score.RawTokens,
	score.RawSentences}

// report prints the scores on the development parts.
func report() error {
	data, err := os.ReadFile(weightsFile)
	if err != nil {
		return err
	}
	weights, err := english.DecodeWeights(data)
	if err != nil {
		return err
	}
	reader := english.NewNetwork(weights)
	fmt.Println("                                UPOS   Penn   UAS    LAS    appos  lemma  tokens sentences")
	for _, path := range []string{ewtDev, gumDev} {
		gold, err := score.ReadTreebank(shareddata.Path("data", "treebanks", path))
		if err != nil {
			return err
		}
		tables, err := score.Trees(reader, gold)
		if err != nil {
			return err
		}
		for _, table := range tables {
			if table.Title != score.AsReleased && table.Title != score.Harmonised {
				continue
			}
			fmt.Printf("%-10s %-20s", path[:6], table.Title)
			for _, name := range columns {
				fmt.Printf(" %6.2f", table.Row(name).F1())
			}
			fmt.Println()
		}
	}
	return nil
}
