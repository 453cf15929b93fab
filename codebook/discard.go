package codebook

import (
	"slices"
	"strings"

	"chancery/english"
)

// discards are words by which sentences or whole reports are left out: "Champions League", "world cup".
type discards struct {
	sentence, report []string // in lower case, with single spaces
}

func (d discards) with(sentence, report []string) discards {
	low := func(all []string) []string {
		var out []string
		for _, text := range all {
			out = append(out, strings.ToLower(strings.Join(strings.Fields(text), " ")))
		}
		return out
	}
	return discards{slices.Concat(d.sentence, low(sentence)), slices.Concat(d.report, low(report))}
}

// discarded reports whether a sentence is to be left out.
func (r *reading) discarded(s english.Sentence) bool {
	return len(r.book.discards.sentence) > 0 && r.holdsPhrase(s, r.book.discards.sentence)
}

// discardedWhole reports whether the report is to be left out.
func (r *reading) discardedWhole() bool {
	return len(r.book.discards.report) > 0 && slices.ContainsFunc(r.doc.Sentences, func(s english.Sentence) bool { return r.holdsPhrase(s, r.book.discards.report) })
}

// holdsPhrase reports whether the words of one of the phrases stand side by side in the sentence.
func (r *reading) holdsPhrase(s english.Sentence, phrases []string) bool {
	var b strings.Builder
	b.WriteByte(' ')
	for i := s.First; i < s.Last; i++ {
		b.WriteString(strings.ToLower(r.doc.Word(i)) + " ")
	}
	return slices.ContainsFunc(phrases, func(p string) bool { return strings.Contains(b.String(), " "+p+" ") })
}
