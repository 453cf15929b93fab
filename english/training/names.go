package main

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"chancery/english"
	"chancery/english/score"
	"chancery/internal/shareddata"
)

// The tags that names are learnt in: a kind with B- for a name's first word and I- for the others, O
// outside names, and unknown where a treebank has no opinion.
const (
	outside = "O"
	unknown = "?" // a nationality or nothing
)

// namedSentence is a sentence with a tag a word.
type namedSentence struct {
	score.Sentence
	tags   []string
	source string
}

// namesToLearn reads what names are learnt from: the entities of GUM and the names that UNER found in
// the test part of EWT.
func namesToLearn() ([]namedSentence, error) {
	gum, err := readGUMNames(shareddata.Path("data", "treebanks", "gum216", "en_gum-ud-train.rebuilt.conllu.gz"))
	if err != nil {
		return nil, err
	}
	uner, err := readUNER(shareddata.Path("data", "ner", "uner_ewt", "en_ewt-ud-test.iob2"))
	return append(gum, uner...), err
}

// namesToCheck reads what names are checked on while the features are chosen: the development part.
func namesToCheck() ([]namedSentence, error) {
	return readUNER(shareddata.Path("data", "ner", "uner_ewt", "en_ewt-ud-dev.iob2"))
}

// writeNames writes train.conll and dev.conll into a folder, for learners outside this program: a word
// and its tag a line, an empty line behind each sentence.
func writeNames(folder string) error {
	train, err := namesToLearn()
	if err != nil {
		return err
	}
	check, err := namesToCheck()
	if err != nil {
		return err
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	for name, all := range map[string][]namedSentence{"train.conll": train, "dev.conll": check} {
		var b strings.Builder
		for i := range all {
			fmt.Fprintf(&b, "# source = %s\n", all[i].source)
			for k, w := range all[i].Words {
				fmt.Fprintf(&b, "%s\t%s\n", w.Form, all[i].tags[k])
			}
			b.WriteByte('\n')
		}
		if err := os.WriteFile(filepath.Join(folder, name), []byte(b.String()), 0o644); err != nil {
			return err
		}
	}
	return nil
}

// readUNER reads a file of Universal NER (https://www.universalner.org): PER, LOC and ORG. What may be
// a nationality is unknown there.
func readUNER(path string) ([]namedSentence, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var all []namedSentence
	s := namedSentence{source: "uner"}
	begin := false
	flush := func() {
		if len(s.Words) > 0 {
			markUnknownNationalities(&s)
			all = append(all, s)
		}
		s = namedSentence{source: "uner"}
	}
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for number := 1; lines.Scan(); number++ {
		line := lines.Text()
		switch {
		case line == "":
			flush()
		case strings.HasPrefix(line, "# newdoc"):
			begin = true
		case line[0] == '#':
		default:
			fields := strings.Split(line, "\t")
			if len(fields) < 3 {
				return nil, fmt.Errorf("%s: line %d has %d fields, want 3 or more", path, number, len(fields))
			}
			s.OpensDocument, begin = s.OpensDocument || begin, false
			s.Words = append(s.Words, score.Word{Form: fields[1]})
			s.tags = append(s.tags, fields[2])
		}
	}
	flush()
	return all, lines.Err()
}

// markUnknownNationalities makes the outside words that look like nationalities unknown.
func markUnknownNationalities(s *namedSentence) {
	for i := range s.Words {
		if s.tags[i] != outside {
			continue
		}
		if n := nationalityAt(&s.Sentence, i); n > 0 {
			for k := range n {
				if s.tags[i+k] == outside {
					s.tags[i+k] = unknown
				}
			}
		}
	}
}

// nationalityAt is how many words from word i on name a nationality, a people, a religion or the
// adherents of a party; 0 for none.
func nationalityAt(s *score.Sentence, i int) int {
	if i+1 < len(s.Words) && english.IsNationality(s.Words[i].Form+" "+s.Words[i+1].Form) {
		return 2
	}
	if english.IsNationality(s.Words[i].Form) {
		return 1
	}
	return 0
}
