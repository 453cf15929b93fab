// Package marks takes the marks of actor and recipient out of a sentence: "<a>Peru</a> sued <r>Chile</r>".
package marks

import "strings"

// Take gives the sentence without the marks, and the bytes that stood between those of the two names, start and end;
// what is not marked has none, and of what is marked more than once the first counts.
func Take(marked, actor, recipient string) (text string, spans [2][2]int) {
	var b strings.Builder
	names := [...]string{actor, recipient}
	for i := 0; i < len(marked); {
		name, closing, size := mark(marked[i:], names[:])
		if size == 0 {
			b.WriteByte(marked[i])
			i++
			continue
		}
		if s := &spans[name]; s[1] == 0 {
			if closing {
				s[1] = b.Len()
			} else {
				s[0] = b.Len()
			}
		}
		i += size
	}
	return b.String(), spans
}

// mark reads the mark that a text begins with: which name it has, whether it closes, and how long it is, 0 for none.
func mark(text string, names []string) (name int, closing bool, size int) {
	for n, word := range names {
		if strings.HasPrefix(text, "<"+word+">") {
			return n, false, len(word) + 2
		}
		if strings.HasPrefix(text, "</"+word+">") {
			return n, true, len(word) + 3
		}
	}
	return 0, false, 0
}
