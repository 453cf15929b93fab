package actors

import (
	"strconv"
	"strings"
	"testing"

	"chancery"
)

// TestLongTextsOfOnePhrase finds the mentions in thousands of the same phrase. A search that grew as
// the square of the length, or worse, would not end before the test command gives up.
func TestLongTextsOfOnePhrase(t *testing.T) {
	r, english := register(t), reader(t)
	for _, phrase := range longTextsOf {
		doc, end := english.Read(strings.Repeat(phrase, 3200)), 0
		for _, m := range r.Mentions(doc, chancery.Period{}, nil).List {
			if m.First < 0 || m.First >= m.Last || m.Last > len(doc.Tokens) || m.Head < m.First || m.Head >= m.Last || m.Start < end {
				t.Fatalf("%q: a mention of tokens %d to %d with head %d starts at byte %d after one that starts at %d",
					phrase, m.First, m.Last, m.Head, m.Start, end)
			}
			end = m.Start
		}
	}
}

// BenchmarkLongTexts takes 800 and 3,200 times each phrase: the time should grow fourfold.
func BenchmarkLongTexts(b *testing.B) {
	r, english := register(b), reader(b)
	for _, times := range []int{800, 3200} {
		b.Run(strconv.Itoa(times), func(b *testing.B) {
			for b.Loop() {
				for _, phrase := range longTextsOf {
					b.StopTimer()
					doc := english.Read(strings.Repeat(phrase, times))
					b.StartTimer()
					r.Mentions(doc, chancery.Period{}, nil)
				}
			}
		})
	}
}

var longTextsOf = []string{
	"Laos and ", "Mr. ", "Juan de la ", "President of ", "the two countries ", "Chad, ", "A. B. ", "his counterpart ", "\" ", "they it he ",
	"Russian-", "the head of the delegation of ", "Foreign Minister, ", "Lavrov ", "US ", "Georgia ", "Congo ",
}
