package main

import (
	"fmt"

	"chancery/english"
	"chancery/english/score"
	"chancery/internal/shareddata"
)

// columns are the figures that the trainer prints; `chancery eval english` prints all of them.
var columns = []string{score.UPOS, score.PennTags, score.UAS, score.LAS, score.Appositions, score.Lemmas, score.RawTokens,
	score.RawSentences}

// report prints the scores on the development parts.
func report(data []byte) error {
	weights, err := english.DecodeWeights(data)
	if err != nil {
		return err
	}
	reader := english.NewPerceptron(weights)
	fmt.Println("                                UPOS   Penn   UAS    LAS    appos  lemma  tokens sentences")
	for _, path := range []string{"ewt28/en_ewt-ud-dev.conllu.gz", "gum216/en_gum-ud-dev.conllu.gz"} {
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
