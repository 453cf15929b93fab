// Command training learns the weights that the reader of English ships with, from open treebanks and
// open raw text, and writes them to english/weights. The same data gives the same bytes.
//
//	go run ./english/training
//
// It says how long it took, how much memory it used, and how well the reader does on the treebanks'
// development parts, which it does not learn from.
package main

import (
	"flag"
	"fmt"
	"os"
	"time"

	"chancery/english"
	"chancery/internal/shareddata"
)

// The parts of the treebanks.
var trainingParts = []string{"ewt28/en_ewt-ud-train.conllu.gz", "gum216/en_gum-ud-train.rebuilt.conllu.gz",
	"eslspok/en_eslspok-ud-train.conllu.gz"}

const (
	ewtDev = "ewt28/en_ewt-ud-dev.conllu.gz"
	gumDev = "gum216/en_gum-ud-dev.conllu.gz"
)

var began = time.Now()

func progress(format string, a ...any) {
	fmt.Printf("%6.1fs %s\n", time.Since(began).Seconds(), fmt.Sprintf(format, a...))
}

func main() {
	out := flag.String("out", "english/weights/english.bin", "the `file` to write")
	packed := flag.String("pack", "", "only make weights of what the pupil learnt in a `folder`")
	work := flag.String("prepare", "", "only write what the teacher works on into a `folder`")
	numbers := flag.String("encode", "", "only write what the pupil sees of the lessons in a `folder`")
	flag.Parse()
	if *numbers != "" {
		if err := encode(*numbers); err != nil {
			fmt.Fprintln(os.Stderr, "training:", err)
			os.Exit(1)
		}
		return
	}
	if *work != "" {
		reader, err := english.New()
		if err == nil {
			err = prepare(*work, reader)
		}
		if err != nil {
			fmt.Fprintln(os.Stderr, "training:", err)
			os.Exit(1)
		}
		return
	}
	if *packed != "" {
		train, err := readTrees(trainingParts)
		if err == nil {
			err = pack(*packed, *out, train)
		}
		if err == nil {
			err = report(*out)
		}
		if err != nil {
			fmt.Fprintln(os.Stderr, "training:", err)
			os.Exit(1)
		}
	}
}

// readTrees reads parts of the treebanks and folds their differences.
func readTrees(parts []string) ([]sentence, error) {
	var all []sentence
	for _, path := range parts {
		part, err := readTreebank(shareddata.Path("data", "treebanks", path))
		if err != nil {
			return nil, fmt.Errorf("reading a treebank: %w; set CHANCERY_SHARED to the folder that holds data/treebanks", err)
		}
		for i := range part {
			harmonise(&part[i])
		}
		all = append(all, part...)
	}
	return all, nil
}

func rawPath(name string) string { return shareddata.Path("data", "rawtext", name) }

// report prints the scores on the development parts.
func report(path string) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	weights, err := english.DecodeWeights(data)
	if err != nil {
		return err
	}
	reader := english.NewNetwork(weights)
	fmt.Println("                        UPOS  Penn  UAS   LAS   appos lemma  tokens  sentences")
	for _, path := range []string{ewtDev, gumDev} {
		gold, err := readTrees([]string{path})
		if err != nil {
			return err
		}
		s := evaluate(reader, gold)
		fmt.Printf("%-9s harmonised     %.2f %.2f %.2f %.2f %.2f %.2f  %.2f   %.2f\n", path[:6], s.pos, s.tag, s.uas, s.las, s.appos, s.lemma, s.token, s.sentence)
	}
	return nil
}
