package main

import (
	"bufio"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"chancery/english/internal/network"
	"chancery/english/internal/words"
)

// vocabularyWords is how many words the network has vectors for, and leastSeen how often a word must
// have been seen for that.
const (
	vocabularyWords = 50_000
	leastSeen       = 3
)

// The writings in which the pupil sees a sentence.
const (
	asWritten = iota
	inCapitals
	asHeadline
	writings
)

// encode turns the words of the lessons into the numbers that the network sees, for the pupil to learn
// from: NAME.W.ids beside NAME.txt for each writing W, eight 32-bit numbers a word. The vocabulary goes
// into vocabulary.txt.
func encode(folder string) error {
	lessons, err := readLines(filepath.Join(folder, "lessons.txt"))
	if err != nil {
		return err
	}
	vocabulary, err := learnVocabulary(folder, lessons)
	if err != nil {
		return err
	}
	for w := range writings {
		if err := encodeLines(filepath.Join(folder, fmt.Sprintf("lessons.%d.ids", w)), lessons, w, vocabulary); err != nil {
			return err
		}
	}
	dev, err := readLines(filepath.Join(folder, "dev.txt"))
	if err != nil {
		return err
	}
	return encodeLines(filepath.Join(folder, "dev.0.ids"), dev, asWritten, vocabulary)
}

func readLines(path string) ([][]string, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out [][]string
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		out = append(out, strings.Split(lines.Text(), " "))
	}
	return out, lines.Err()
}

// learnVocabulary takes the most frequent words of the lessons and of the raw text.
func learnVocabulary(folder string, lessons [][]string) (*network.Vocabulary, error) {
	counts, taught := map[string]int{}, map[string]int{}
	var buffer []byte
	count := func(all [][]string, into map[string]int) {
		for _, line := range all {
			for _, w := range line {
				buffer = words.Lower(buffer[:0], w)
				into[string(buffer)]++
			}
		}
	}
	count(lessons, counts)
	count(lessons, taught)
	for _, name := range rawSources {
		raw, err := readLines(filepath.Join(folder, strings.TrimSuffix(name, ".jsonl.gz")+".txt"))
		if err != nil {
			return nil, err
		}
		count(raw, counts)
	}
	var all []string
	for w, n := range counts {
		if n >= leastSeen {
			all = append(all, w)
		}
	}
	slices.SortFunc(all, func(a, b string) int {
		if counts[a] != counts[b] {
			return counts[b] - counts[a]
		}
		return strings.Compare(a, b)
	})
	all = all[:min(len(all), vocabularyWords)]
	f, err := os.Create(filepath.Join(folder, "vocabulary.txt"))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	out := bufio.NewWriter(f)
	hashes := make([]uint32, len(all))
	for i, w := range all {
		fmt.Fprintf(out, "%s\t%d\n", w, taught[w])
		hashes[i] = words.Hash(w)
	}
	return network.NewVocabulary(hashes), out.Flush()
}

func encodeLines(path string, lines [][]string, writing int, vocabulary *network.Vocabulary) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer f.Close()
	out := bufio.NewWriterSize(f, 1<<20)
	var buffer []byte
	var row [32]byte
	for _, line := range lines {
		line = write(line, writing)
		shouted := isShouted(line)
		for i, form := range line {
			w := words.Of(form, shouted, nil, &buffer)
			in := network.InputOf(&w, i == 0, vocabulary)
			binary.LittleEndian.PutUint32(row[0:], uint32(in.Word))
			for k, a := range in.Affix {
				binary.LittleEndian.PutUint32(row[4+4*k:], uint32(a))
			}
			binary.LittleEndian.PutUint32(row[28:], uint32(in.Shape))
			out.Write(row[:])
		}
	}
	return out.Flush()
}

// write gives a sentence other letters: capitals throughout, as old wires have, or the capitals of
// headlines.
func write(line []string, writing int) []string {
	if writing == asWritten {
		return line
	}
	out := slices.Clone(line)
	for i, w := range out {
		switch {
		case writing == inCapitals:
			out[i] = strings.ToUpper(w)
		case len(w) > 3 || i == 0:
			out[i] = strings.ToUpper(w[:1]) + w[1:]
		}
	}
	return out
}

func isShouted(line []string) bool {
	if len(line) < 3 {
		return false
	}
	capitals, letters := 0, 0
	for _, w := range line {
		c, l := words.CountCase(w)
		capitals, letters = capitals+c, letters+l
	}
	return words.IsShouted(capitals, letters)
}
