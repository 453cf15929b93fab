package english

import (
	"strings"
	"testing"
)

// TestLongSentencesAreOneTree reads sentences that are longer than what is read at a time.
func TestLongSentencesAreOneTree(t *testing.T) {
	reader := testReader(t)
	for _, words := range []int{159, 161, 320, 2000} {
		d := reader.Read(strings.Repeat("Peru , ", words/2) + "met .")
		checkDocument(t, d)
		if len(d.Tokens) < words {
			t.Fatalf("%d words give %d tokens", words, len(d.Tokens))
		}
		for _, s := range d.Sentences {
			roots := 0
			for i := s.First; i < s.Last; i++ {
				if d.Tokens[i].Head == Root {
					roots++
				}
				if !d.Dominates(s.Root, i) {
					t.Fatalf("%d words: token %d is not below the root", words, i)
				}
			}
			if roots != 1 {
				t.Errorf("%d words: %d roots in the sentence from %d to %d", words, roots, s.First, s.Last)
			}
		}
	}
}
