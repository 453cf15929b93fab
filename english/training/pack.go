package main

import (
	"os"
	"path/filepath"
	"strings"

	"chancery/english"
	"chancery/english/internal/network"
	"chancery/english/internal/words"
	"chancery/internal/shareddata"
)

// pack makes whole numbers of what the pupil learnt and puts everything into one file of weights.
func pack(folder, out string) error {
	train, err := readTrees(trainingParts...)
	if err != nil {
		return err
	}
	vocabulary, err := readVocabulary(filepath.Join(folder, "vocabulary.txt"))
	if err != nil {
		return err
	}
	classes, err := readLines(filepath.Join(folder, "classes.txt"))
	if err != nil {
		return err
	}
	f, err := os.Open(filepath.Join(folder, "pupil.bin"))
	if err != nil {
		return err
	}
	defer f.Close()
	n, err := network.FromLearnt(f, vocabulary, classes[0], classes[1], classes[2])
	if err != nil {
		return err
	}
	var raw []string
	for _, name := range rawSources {
		raw = append(raw, shareddata.Path("data", "rawtext", name))
	}
	clusters, err := learnClusters(raw, train)
	if err != nil {
		return err
	}
	weights := &english.Weights{Network: n, Clusters: clusters, Lexicon: english.NewLexicon(examples(train))}
	return os.WriteFile(out, weights.Encode(), 0o644)
}

// readVocabulary reads the words that encode numbered.
func readVocabulary(path string) (*network.Vocabulary, error) {
	lines, err := readLines(path)
	if err != nil {
		return nil, err
	}
	hashes := make([]uint32, len(lines))
	for i, line := range lines {
		word, _, _ := strings.Cut(strings.Join(line, " "), "\t")
		hashes[i] = words.Hash(word)
	}
	return network.NewVocabulary(hashes), nil
}
