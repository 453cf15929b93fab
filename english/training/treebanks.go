package main

import (
	"fmt"

	"chancery/english/score"
	"chancery/internal/shareddata"
)

// The parts of the treebanks.
const (
	ewtTrain = "ewt28/en_ewt-ud-train.conllu.gz"
	gumTrain = "gum216/en_gum-ud-train.rebuilt.conllu.gz"
	eslTrain = "eslspok/en_eslspok-ud-train.conllu.gz"
	ewtDev   = "ewt28/en_ewt-ud-dev.conllu.gz"
	gumDev   = "gum216/en_gum-ud-dev.conllu.gz"
)

var trainingParts = []string{ewtTrain, gumTrain, eslTrain}

// readTrees reads parts of the treebanks and folds their differences.
func readTrees(parts ...string) ([]score.Sentence, error) {
	var all []score.Sentence
	for _, path := range parts {
		part, err := score.ReadTreebank(shareddata.Path("data", "treebanks", path))
		if err != nil {
			return nil, fmt.Errorf("reading a treebank: %w; set CHANCERY_SHARED to the folder that holds data/treebanks", err)
		}
		for i := range part {
			part[i].Harmonise()
		}
		all = append(all, part...)
	}
	return all, nil
}
