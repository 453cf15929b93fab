// Command training learns the weights that the reader of English ships with, from open treebanks and
// open raw text, and writes them to english/weights.
//
//	go run ./english/training
//
// A slow teacher learns from the treebanks, and the small network that ships from both (see
// english/training/teacher, and ARCHITECTURE.md). These two are written in Python; the program sets up
// what they need in a folder of its own. It says how long each stage took, how much memory it used, and
// how well the reader does on the treebanks' development parts, which it does not learn from. With
// -from it goes on from a stage:
//
//	prepare    write the treebanks and sentences of raw text for the teacher
//	teach      the teacher learns from the treebanks (half an hour on two cores)
//	annotate   the teacher reads the raw text (a quarter of an hour)
//	encode     turn words into the numbers that the network sees
//	learn      the network learns (forty minutes)
//	pack       write english/weights/english.bin
//	names      learn names, english/weights/names.bin
//	sentences  learn where sentences end, english/weights/sentences.bin
//	report     print the scores
//
// What tells the antecedents of pronouns apart is learnt by itself, since it is a page of numbers that
// people read and keep: see english/coreference_learn_test.go.
package main

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"time"
)

// The files of weights.
const (
	weightsFile  = "english/weights/english.bin"
	namesFile    = "english/weights/names.bin"
	sentenceFile = "english/weights/sentences.bin"
)

// stage is a step of the work; it takes up what the stages before have written.
type stage struct {
	name string
	run  func(work string) error
}

var stages = []stage{
	{"prepare", prepare},
	{"teach", func(work string) error { return python{work}.script("teacher.py") }},
	{"annotate", func(work string) error { return python{work}.script("annotate.py") }},
	{"encode", encode},
	{"learn", func(work string) error { return python{work}.script("pupil.py") }},
	{"pack", func(work string) error { return pack(work, weightsFile) }},
	{"names", func(string) error { return learnNames(weightsFile, namesFile) }},
	{"sentences", func(string) error { return learnSentences(sentenceFile) }},
	{"report", func(string) error { return report() }},
}

var began = time.Now()

func progress(format string, a ...any) {
	fmt.Printf("%7.0fs %s\n", time.Since(began).Seconds(), fmt.Sprintf(format, a...))
}

func main() {
	var names []string
	for _, s := range stages {
		names = append(names, s.name)
	}
	work := flag.String("work", "english/training/work", "the `folder` for what is made on the way, 3 GB")
	from := flag.String("from", stages[0].name, "the `stage` to begin with: "+strings.Join(names, ", "))
	to := flag.String("to", names[len(names)-1], "the `stage` to end with")
	flag.Parse()
	first, last := slices.Index(names, *from), slices.Index(names, *to)
	if first < 0 || last < first {
		fmt.Fprintf(os.Stderr, "training: no stages from %q to %q; they are %s\n", *from, *to, strings.Join(names, ", "))
		os.Exit(2)
	}
	for _, s := range stages[first : last+1] {
		progress("%s", s.name)
		if err := s.run(*work); err != nil {
			fmt.Fprintf(os.Stderr, "training: %s: %v\n", s.name, err)
			os.Exit(1)
		}
	}
	progress("done%s", memory())
}
