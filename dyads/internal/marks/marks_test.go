package marks

import (
	"strings"
	"testing"
)

func TestTake(t *testing.T) {
	for _, c := range []struct{ marked, text, actor, recipient string }{
		{"<a>Peru</a> sued <r>Chile</r>.", "Peru sued Chile.", "Peru", "Chile"},
		{"<r>Chile</r> was sued by <a>Peru</a>.", "Chile was sued by Peru.", "Peru", "Chile"},
		{"<a>Peru</a> and <a>Bolivia</a> met.", "Peru and Bolivia met.", "Peru", ""},
		{"1 < 2 and <b>bold</b>", "1 < 2 and <b>bold</b>", "", ""},
		{"", "", "", ""},
	} {
		text, spans := Take(c.marked, "a", "r")
		if text != c.text {
			t.Errorf("%q without marks is %q, want %q", c.marked, text, c.text)
		}
		for k, want := range []string{c.actor, c.recipient} {
			if got := text[spans[k][0]:spans[k][1]]; got != want {
				t.Errorf("%q: span %d is %q, want %q", c.marked, k, got, want)
			}
		}
	}
}

func FuzzTake(f *testing.F) {
	f.Add("<a>Peru</a> sued <r>Chile</r>.")
	f.Add("</a><a><r>")
	f.Fuzz(func(t *testing.T, marked string) {
		text, spans := Take(marked, "a", "r")
		for _, s := range spans {
			if s[1] != 0 && (s[0] > s[1] || s[1] > len(text)) {
				t.Fatalf("%q: span %v of %d bytes", marked, s, len(text))
			}
		}
		if strings.Count(marked, "<") == 0 && text != marked {
			t.Fatalf("%q became %q without a mark", marked, text)
		}
	})
}
