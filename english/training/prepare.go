package main

import (
	"bufio"
	"fmt"
	"hash/fnv"
	"os"
	"path/filepath"
	"strings"

	"chancery/english"
	"chancery/internal/shareddata"
)

// What of the raw text the teacher reads aloud to the pupil.
const (
	longestRaw  = 60 // words of a sentence
	shortestRaw = 4
)

// prepare writes what the teacher works on into a folder: the treebanks, harmonised, and sentences of
// the open raw texts, cut into words, one a line. Every sentence is written once.
func prepare(folder string) error {
	reader, err := english.New()
	if err != nil {
		return err
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	if err := (python{folder}).prepare(); err != nil {
		return err
	}
	if err := writeNames(filepath.Join(folder, "names")); err != nil {
		return err
	}
	for name, paths := range map[string][]string{"train.conllu": trainingParts, "ewt-dev.conllu": {ewtDev}, "gum-dev.conllu": {gumDev}} {
		if err := prepareTrees(filepath.Join(folder, name), paths); err != nil {
			return err
		}
	}
	for _, name := range rawSources {
		if err := prepareRaw(filepath.Join(folder, strings.TrimSuffix(name, ".jsonl.gz")+".txt"), name, reader); err != nil {
			return err
		}
		progress("sentences of %s", name)
	}
	return nil
}

func prepareTrees(path string, parts []string) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer f.Close()
	w := bufio.NewWriter(f)
	for _, part := range parts {
		all, err := readTrees(part)
		if err != nil {
			return err
		}
		for i := range all {
			fmt.Fprintf(w, "# source = %s\n", part[:3])
			for k, t := range all[i].Words {
				fmt.Fprintf(w, "%d\t%s\t%s\t%s\t%s\t_\t%d\t%s\t_\t_\n", k+1, t.Form, t.Lemma, t.UPOS, t.XPOS, t.Head+1, t.Label)
			}
			fmt.Fprintln(w)
		}
	}
	return w.Flush()
}

func prepareRaw(path, source string, reader english.Reader) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer f.Close()
	w := bufio.NewWriter(f)
	seen := map[uint64]bool{}
	err = rawText(shareddata.Path("data", "rawtext", source), strings.HasPrefix(source, "muc3"), func(text string) bool {
		d := reader.Read(text)
		for _, s := range d.Sentences {
			if n := s.Last - s.First; n < shortestRaw || n > longestRaw {
				continue
			}
			forms := make([]string, 0, s.Last-s.First)
			for i := s.First; i < s.Last; i++ {
				forms = append(forms, d.Word(i))
			}
			line := strings.Join(forms, " ")
			h := fnv.New64a()
			h.Write([]byte(line))
			if key := h.Sum64(); !seen[key] {
				seen[key] = true
				fmt.Fprintln(w, line)
			}
		}
		return true
	})
	if err != nil {
		return err
	}
	return w.Flush()
}
