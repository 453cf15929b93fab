package calendar

import (
	"os"
	"strings"
	"testing"

	"chancery"
	"chancery/english"
)

// TestExpressions reads testdata/expressions.txt, which says what it holds.
func TestExpressions(t *testing.T) {
	data, err := os.ReadFile("testdata/expressions.txt")
	if err != nil {
		t.Fatal(err)
	}
	anchor, cases := "", 0
	for n, line := range strings.Split(string(data), "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		if a, ok := strings.CutPrefix(line, "anchor"); ok {
			anchor = strings.TrimSpace(a)
			continue
		}
		marked, want, ok := strings.Cut(line, " => ")
		if !ok {
			t.Fatalf("testdata/expressions.txt:%d: no \" => \" in %q", n+1, line)
		}
		cases++
		text := strings.NewReplacer("[", "", "]", "").Replace(marked)
		got, results := mark(text, Find(plain(text), anchorOf(t, anchor)))
		if got != marked {
			t.Errorf("line %d, at %s:\n got %s\nwant %s", n+1, anchor, got, marked)
		} else if results != want {
			t.Errorf("line %d, %s at %s:\n got %s\nwant %s", n+1, marked, anchor, results, want)
		}
	}
	if cases < 150 {
		t.Errorf("only %d passages were read", cases)
	}
}

// mark puts brackets around the expressions and describes each.
func mark(text string, found []Expression) (marked, results string) {
	var b strings.Builder
	at := 0
	all := make([]string, 0, len(found))
	for _, e := range found {
		b.WriteString(text[at:e.Start] + "[" + e.Text + "]")
		at = e.End
		all = append(all, describe(e))
	}
	b.WriteString(text[at:])
	if len(all) == 0 {
		return b.String(), "none"
	}
	return b.String(), strings.Join(all, "; ")
}

func TestBasisSaysWhereAPeriodComesFrom(t *testing.T) {
	found := Find(plain("They met on 3 May 2024. The following day they parted. It has been quiet since March."), anchorOf(t, "2025-11-20"))
	var got []chancery.Basis
	for _, e := range found {
		got = append(got, e.Period.Basis)
		if e.Period.Text != e.Text {
			t.Errorf("period of %q carries the text %q", e.Text, e.Period.Text)
		}
	}
	want := []chancery.Basis{chancery.BasisText, chancery.BasisContext, chancery.BasisText}
	if len(got) != len(want) {
		t.Fatalf("found %d expressions, want %d", len(got), len(want))
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("expression %d has basis %q, want %q", i, got[i], want[i])
		}
	}
}

func TestBegan(t *testing.T) {
	for _, c := range []struct{ text, anchor, want string }{
		{"They marked the 65th anniversary of ties.", "2025-11-20", "1960-01-01..1960-12-31"},
		{"The 65 years of cooperation is evidence.", "2025-11-20", "1960-01-01..1960-12-31"},
		{"It celebrated its first anniversary of membership.", "2025-12-20..2026-01-20", "2024-01-01..2025-12-31"},
		{"Almost 30 years of friendship bind them.", "2025-11-20", "1994-01-01..1996-12-31"},
		{"They talked for two hours.", "2025-11-20", ""},
		{"They met in 2019.", "2025-11-20", ""},
		{"They marked the 65th anniversary of ties.", "", ""},
	} {
		anchor := anchorOf(t, c.anchor)
		found := Find(plain(c.text), anchor)
		if len(found) != 1 {
			t.Errorf("%q: %d expressions", c.text, len(found))
			continue
		}
		p := found[0].Began(anchor)
		if p.String() != c.want {
			t.Errorf("%q at %s began %s, want %s", c.text, c.anchor, p, c.want)
		}
		if c.want != "" && p.Basis != chancery.BasisDerived {
			t.Errorf("%q: basis %q, want derived", c.text, p.Basis)
		}
	}
}

// TestTreeTellsTense parses by hand what word order alone gets wrong: the nearest verb on the left is
// not the one that the weekday belongs to.
func TestTreeTellsTense(t *testing.T) {
	text := "Envoys who met here will return Monday"
	tags := []english.Tag{"NNS", "WP", "VBD", "RB", "MD", "VB", "NNP"}
	heads := []int{5, 2, 0, 2, 5, english.Root, 5}
	labels := []english.Label{english.Nsubj, english.Nsubj, english.AclRelcl, english.Advmod, english.AuxLabel,
		english.RootLabel, english.OblUnmarked}
	doc := plain(text)
	doc.Sentences[0].Last = len(doc.Tokens)
	for i := range doc.Tokens {
		doc.Tokens[i].Tag, doc.Tokens[i].Head, doc.Tokens[i].Label = tags[i], heads[i], labels[i]
	}
	doc.Link()
	found := Find(doc, anchorOf(t, "2025-11-20"))
	if len(found) != 1 || found[0].Period.String() != "2025-11-24" {
		t.Fatalf("got %+v, want the Monday to come", found)
	}
	if found[0].Head != 6 {
		t.Errorf("head is token %d, want 6", found[0].Head)
	}
}

func TestHeadLooksOutOfTheExpression(t *testing.T) {
	// "in the autumn of 2024": the tree hangs "2024" on "autumn", and "autumn" on "met".
	doc := plain("They met in the autumn of 2024")
	heads := []int{1, english.Root, 4, 4, 1, 6, 4}
	for i := range doc.Tokens {
		doc.Tokens[i].Head, doc.Tokens[i].Label = heads[i], english.Obl
	}
	doc.Link()
	found := Find(doc, chancery.Period{})
	if len(found) != 1 || found[0].Head != 4 {
		t.Fatalf("got %+v, want the head at token 4", found)
	}
}
