package ledger

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
)

// lexicon turns phrases into the words that carry their sense, for comparing how two reports name
// one thing. It is a matter of comparison only: nothing of it is ever shown.
type lexicon struct{ seen map[string][]string }

func newLexicon() *lexicon { return &lexicon{seen: map[string][]string{}} }

// light words say nothing about what a phrase is about, or only that it is new, joint or important.
var light = setOf(`a an the of on in at to for from by with and or as its their his her our this that
	these those it is are was be been being will would all any both each some such other more most between
	among into over under about through within against own have has had not no which who new joint bilateral
	mutual respective historic landmark comprehensive number several important significant significantly
	important further country countries state states side sides government two`)

func setOf(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}

// content gives the phrase's words that are not light, stemmed, sorted, each once.
func (l *lexicon) content(phrase string) []string {
	if phrase == "" {
		return nil
	}
	if words, ok := l.seen[phrase]; ok {
		return words
	}
	var words []string
	for _, w := range split(phrase) {
		if !light[w] {
			words = append(words, stem(w))
		}
	}
	slices.Sort(words)
	words = slices.Compact(words)
	l.seen[phrase] = words
	return words
}

// split gives the words in lower case; hyphens and apostrophes part them, and a possessive s falls.
func split(phrase string) []string {
	words := strings.FieldsFunc(strings.ToLower(phrase), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
	return slices.DeleteFunc(words, func(w string) bool { return w == "s" })
}

// stem cuts the commonest endings. It makes no words, only keys on which "visits", "visited" and
// "visiting" meet.
func stem(w string) string {
	if len(w) > 4 && strings.HasSuffix(w, "ies") {
		return w[:len(w)-3] + "y"
	}
	if len(w) > 3 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && !strings.HasSuffix(w, "us") {
		w = w[:len(w)-1]
	}
	switch {
	case len(w) > 5 && strings.HasSuffix(w, "ing"):
		w = w[:len(w)-3]
	case len(w) > 4 && strings.HasSuffix(w, "ed"):
		w = w[:len(w)-2]
	}
	if len(w) > 4 && strings.HasSuffix(w, "e") {
		w = w[:len(w)-1]
	}
	return w
}

// common counts the words in both; the lists are sorted.
func common(a, b []string) int {
	n, i := 0, 0
	for _, w := range a {
		for i < len(b) && b[i] < w {
			i++
		}
		if i < len(b) && b[i] == w {
			n++
		}
	}
	return n
}

// overlap is the share of the shorter list that the longer one has too.
func overlap(a, b []string) float64 {
	shorter := min(len(a), len(b))
	if shorter == 0 {
		return 0
	}
	return float64(common(a, b)) / float64(shorter)
}

// likeness is the share of all words that both have (Jaccard).
func likeness(a, b []string) float64 {
	n := common(a, b)
	if n == 0 {
		return 0
	}
	return float64(n) / float64(len(a)+len(b)-n)
}

// frequency counts in how many phrases a word stands.
type frequency map[string]int

func (f frequency) count(words []string) {
	for _, w := range words {
		f[w]++
	}
}

// rarest gives the n words that stand in the fewest phrases. Two phrases that may differ in fewer than
// n words of the first share one of these, so looking under them misses none, and looks at far less
// than looking under all.
func (f frequency) rarest(words []string, n int) []string {
	if n >= len(words) {
		return words
	}
	sorted := slices.Clone(words)
	slices.SortFunc(sorted, func(a, b string) int { return cmp.Or(cmp.Compare(f[a], f[b]), strings.Compare(a, b)) })
	return sorted[:n]
}

// mentions reports whether one of the phrase's words is in the set of stems.
func mentions(words []string, stems map[string]bool) bool {
	return slices.ContainsFunc(words, func(w string) bool { return stems[w] })
}
