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
	"math/rand/v2"
	"os"
	"runtime"
	"time"

	"chancery/english"
	"chancery/english/internal/words"
	"chancery/internal/shareddata"
)

// How many rows of weights ship. More rows read a little better and take more room.
const (
	taggerRows = 120_000
	parserRows = 260_000
)

// namesFile holds the weights for names.
const namesFile = "english/weights/names.bin"

var began = time.Now()

func progress(format string, a ...any) {
	fmt.Printf("%6.1fs %s\n", time.Since(began).Seconds(), fmt.Sprintf(format, a...))
}

func main() {
	out := flag.String("out", "english/weights/english.bin", "the `file` to write")
	rounds := flag.Int("rounds", parserRounds, "rounds of the parser over the data")
	conll := flag.String("write-names", "", "write what names are learnt from into this `folder`, and stop")
	only := flag.String("only", "", "names: learn the weights for names alone, with the reader in the file of -out")
	flag.Parse()
	var err error
	switch {
	case *conll != "":
		err = writeNames(*conll)
	case *only == "names":
		err = learnNames(*out, namesFile)
	default:
		if err = run(*out, *rounds); err == nil {
			err = learnNames(*out, namesFile)
		}
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "training:", err)
		os.Exit(1)
	}
}

func run(out string, rounds int) error {
	var train []sentence
	for _, path := range []string{"ewt28/en_ewt-ud-train.conllu.gz", "gum216/en_gum-ud-train.rebuilt.conllu.gz",
		"eslspok/en_eslspok-ud-train.conllu.gz"} {
		part, err := readTreebank(shareddata.Path("data", "treebanks", path))
		if err != nil {
			return fmt.Errorf("reading a treebank: %w; set CHANCERY_SHARED to the folder that holds data/treebanks", err)
		}
		for i := range part {
			harmonise(&part[i])
		}
		train = append(train, part...)
	}
	progress("%d sentences", len(train))
	var raw []string
	for _, name := range rawSources {
		raw = append(raw, shareddata.Path("data", "rawtext", name))
	}
	clusters, err := learnClusters(raw, train)
	if err != nil {
		return err
	}
	progress("words clustered")
	weights := learn(train, clusters, rounds)
	data := weights.Encode()
	if err := os.WriteFile(out, data, 0o644); err != nil {
		return err
	}
	var memory runtime.MemStats
	runtime.ReadMemStats(&memory)
	progress("%s: %.1f MB; %d MB of memory taken from the system", out, float64(len(data))/1e6, memory.Sys>>20)
	return report(data)
}

func learn(train []sentence, clusters *words.Clusters, rounds int) *english.Weights {
	random := rand.New(rand.NewPCG(20, 26))
	plain, noise := augment(train, random)
	tags, labels := tagClasses(train), labelClasses(train)
	items := make([]item, len(plain))
	for i := range plain {
		items[i] = newItem(&plain[i], tags, labels, clusters)
	}
	noisy := make([]item, len(noise))
	for i := range noise {
		noisy[i] = newItem(&noise[i], tags, labels, clusters)
		noisy[i].noise = true
	}
	progress("%d and %d copies, %d tags, %d labels", len(plain), len(noise), len(tags.names), len(labels.names))
	jackknife(items, noisy, tags.names, random)
	progress("tagged by taggers that had not seen the sentence")
	weights := &english.Weights{Clusters: clusters, Lexicon: english.NewLexicon(examples(train))}
	weights.Tagger = learnTagger(append(items[:len(items):len(items)], noisy...), tags.names, taggerRounds, random)
	progress("tagger: %d rows", weights.Tagger.Model.Rows())
	weights.Parser = learnParser(items, labels.names, tags.names, rounds, random)
	progress("parser: %d rows, %d actions", weights.Parser.Model.Rows(), len(weights.Parser.Actions))
	return weights
}

// report prints the scores on the development parts.
func report(data []byte) error {
	weights, err := english.DecodeWeights(data)
	if err != nil {
		return err
	}
	reader := english.NewPerceptron(weights)
	fmt.Println("                        UPOS  Penn  UAS   LAS   appos lemma  tokens  sentences")
	for _, path := range []string{"ewt28/en_ewt-ud-dev.conllu.gz", "gum216/en_gum-ud-dev.conllu.gz"} {
		gold, err := readTreebank(shareddata.Path("data", "treebanks", path))
		if err != nil {
			return err
		}
		s := evaluate(reader, gold)
		fmt.Printf("%-9s as it is       %.2f %.2f %.2f %.2f %.2f %.2f  %.2f   %.2f\n", path[:6], s.pos, s.tag, s.uas, s.las, s.appos, s.lemma, s.token, s.sentence)
		for i := range gold {
			harmonise(&gold[i])
		}
		s = evaluate(reader, gold)
		fmt.Printf("%-9s harmonised     %.2f %.2f %.2f %.2f %.2f %.2f  %.2f   %.2f\n", path[:6], s.pos, s.tag, s.uas, s.las, s.appos, s.lemma, s.token, s.sentence)
	}
	return nil
}
