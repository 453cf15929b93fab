package score

import (
	"fmt"
	"slices"
	"strings"

	"chancery/english"
)

// The titles of the tables that Trees gives.
const (
	AsReleased = "Labels as released" // compared with those of english.Label, to which others are folded
	Harmonised = "Labels harmonised"  // after Sentence.Harmonise
	Relations  = "Relations"
	Morphology = "Morphology"
)

// The rows of the first two tables. The first of them are on the words that the treebank has, the
// others on its text, cut into words anew; there a word that was cut otherwise is a miss.
const (
	UPOS             = "UPOS"
	PennTags         = "Penn tags"
	Lemmas           = "lemmas"
	UAS              = "UAS"
	LAS              = "LAS"
	LASTypes         = "LAS, no subtypes"
	LASWords         = "LAS, no punctuation"
	Appositions      = "appositions"
	RawSentences     = "raw text: sentences"
	RawTokens        = "raw text: tokens"
	RawUPOS          = "raw text: UPOS"
	RawLAS           = "raw text: LAS"
	RawLASNoSubtypes = "raw text: LAS, no subtypes"
)

// Trees scores a reader on a treebank: tags, lemmas and trees, the relations one by one, and what
// is read off about the forms of words. The labels are compared as released and harmonised; where
// that makes no difference, the table Harmonised stands for both. Tags of another set than Penn's are
// left out.
//
// A reader that takes only text, and no words, is scored on text alone.
func Trees(reader english.Reader, gold []Sentence) ([]Table, error) {
	if !hasPennTags(gold) {
		gold = withoutTags(gold)
	}
	given, err := readGiven(reader, gold)
	if err != nil {
		return nil, err
	}
	raw := readRaw(reader, gold)
	released := Table{Title: AsReleased, Rows: append(givenRows(given, gold), rawRows(raw, gold)...)}
	later := harmonised(gold)
	table := Table{Title: Harmonised, Rows: append(givenRows(given, later), rawRows(raw, later)...)}
	table.Confusions = tagConfusions(given, later).all()
	var tables []Table
	if !sameRows(released, table) {
		tables = append(tables, released)
	}
	tables = append(tables, table)
	if given == nil {
		return tables, nil
	}
	tables = append(tables, relations(given, later))
	if forms := morphology(given, gold); len(forms.Rows) > 0 {
		tables = append(tables, forms)
	}
	return tables, nil
}

func sameRows(a, b Table) bool { return slices.Equal(a.Rows, b.Rows) }

// reading is a sentence as the reader has it, in a document that may hold others.
type reading struct {
	*english.Document
	first int // token
}

// token is word i of the sentence, with its head counted within it.
func (r reading) token(i int) english.Token {
	t := r.Tokens[r.first+i]
	if t.Head != english.Root {
		t.Head -= r.first
	}
	return t
}

// Readers that take sentences that were cut into words before. Whole documents are better, since some
// readers look beyond the sentence.
type (
	sentenceReader interface {
		ReadSentences(sentences [][]string) *english.Document
	}
	wordReader interface {
		ReadWords(sentence []string) *english.Document
	}
)

// readGiven reads the words of a treebank. It gives nil for a reader that takes only text.
func readGiven(reader english.Reader, gold []Sentence) ([]reading, error) {
	var out []reading
	for document := range Documents(gold) {
		switch r := reader.(type) {
		case sentenceReader:
			var sentences [][]string
			for i := range document {
				sentences = append(sentences, document[i].Forms())
			}
			d, first := r.ReadSentences(sentences), 0
			for i := range document {
				out = append(out, reading{d, first})
				first += len(document[i].Words)
			}
			if first != len(d.Tokens) {
				return nil, fmt.Errorf("the reader %s gave %d tokens for %d words", reader.Version(), len(d.Tokens), first)
			}
		case wordReader:
			for i := range document {
				d := r.ReadWords(document[i].Forms())
				if len(d.Tokens) != len(document[i].Words) {
					return nil, fmt.Errorf("the reader %s gave %d tokens for %d words", reader.Version(), len(d.Tokens), len(document[i].Words))
				}
				out = append(out, reading{d, 0})
			}
		default:
			return nil, nil
		}
	}
	return out, nil
}

// eachWord goes through the words of a treebank with the tokens that the reader has for them.
func eachWord(given []reading, gold []Sentence, each func(english.Token, *Word)) {
	for i := range given {
		for k := range gold[i].Words {
			each(given[i].token(k), &gold[i].Words[k])
		}
	}
}

// givenRows compares words, one by one: precision and recall are then the same.
func givenRows(given []reading, gold []Sentence) []Row {
	if given == nil {
		return nil
	}
	var upos, tags, lemmas, uas, las, types, words, appositions Tally
	eachWord(given, gold, func(t english.Token, w *Word) {
		attached := t.Head == w.Head
		labelled := attached && t.Label == english.ParseLabel(w.Label)
		upos.judge(t.POS.String() == w.UPOS)
		uas.judge(attached)
		las.judge(labelled)
		types.judge(attached && sameType(t.Label, w.Label))
		if w.UPOS != "PUNCT" {
			words.judge(labelled)
		}
		if w.XPOS != "_" {
			tags.judge(string(t.Tag) == w.XPOS)
		}
		if w.Lemma != "_" {
			lemmas.judge(strings.EqualFold(t.Lemma, w.Lemma))
		}
		appositions.compare(t.Label == english.Appos, w.Label == "appos", attached)
	})
	rows := []Row{{UPOS, upos}, {PennTags, tags}, {Lemmas, lemmas}, {UAS, uas}, {LAS, las}, {LASTypes, types}, {LASWords, words},
		{Appositions, appositions}}
	return slices.DeleteFunc(rows, func(r Row) bool { return r.Gold+r.Found == 0 }) // the treebank has no lemmas, say
}

// sameType compares labels without their subtypes, as shared tasks do.
func sameType(found english.Label, gold string) bool {
	a, _, _ := strings.Cut(found.String(), ":")
	b, _, _ := strings.Cut(gold, ":")
	return a == b
}

// judge counts one thing that is there and was judged.
func (t *Tally) judge(right bool) { t.compare(true, true, right) }

// compare counts a thing that may be found and there, but is a hit only where the rest agrees.
func (t *Tally) compare(found, gold, agrees bool) {
	if found {
		t.Found++
	}
	if gold {
		t.Gold++
	}
	if found && gold && agrees {
		t.Hits++
	}
}

// tagConfusions counts Penn tags taken for others, or parts of speech where the treebank has no tags.
func tagConfusions(given []reading, gold []Sentence) confusions {
	c := confusions{}
	eachWord(given, gold, func(t english.Token, w *Word) {
		there, found := w.XPOS, string(t.Tag)
		if there == "_" {
			there, found = w.UPOS, t.POS.String()
		}
		if there != found {
			c.add(there, found)
		}
	})
	return c
}

// relations has a row for each label, the most frequent first. A hit has the right head as well.
func relations(given []reading, gold []Sentence) Table {
	tallies := make([]Tally, english.NumLabels)
	c := confusions{}
	eachWord(given, gold, func(t english.Token, w *Word) {
		label := english.ParseLabel(w.Label)
		tallies[label].Gold++
		tallies[t.Label].Found++
		if label != t.Label {
			c.add(label.String(), t.Label.String())
		} else if t.Head == w.Head {
			tallies[label].Hits++
		}
	})
	table := Table{Title: Relations, Confusions: c.all()}
	for label, tally := range tallies {
		if tally.Gold+tally.Found > 0 {
			table.Rows = append(table.Rows, Row{english.Label(label).String(), tally})
		}
	}
	table.byFrequency()
	return table
}
