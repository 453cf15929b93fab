package english

import "testing"

func testReader(t testing.TB) Reader {
	t.Helper()
	reader, err := New()
	if err != nil {
		t.Fatal(err)
	}
	return reader
}

func TestNamesHaveTheirVerbs(t *testing.T) {
	for text, verb := range map[string]string{
		"Peru and Chile plan to sign the treaty in May.":                      "plan",
		"Peru thanks Chile for its help.":                                     "thanks",
		"Kenya and Uganda support Tanzania's bid, the minister told a forum.": "support",
	} {
		doc := testReader(t).Read(text)
		found := false
		for i := range doc.Tokens {
			if doc.Word(i) == verb {
				found = doc.Tokens[i].POS == VERB
			}
		}
		if !found {
			t.Errorf("%q: %q is no verb", text, verb)
		}
	}
	doc := testReader(t).Read("Peru trade Minister Rojas met his guests in Lima.")
	if doc.Tokens[1].POS == VERB {
		t.Error("a trade minister trades nobody")
	}
}
