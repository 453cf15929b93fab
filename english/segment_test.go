package english

import (
	"slices"
	"strings"
	"testing"
)

func TestSentences(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"a dateline is a sentence of its own", "OSLO, May 4. /NWA/. Norway agreed. Chile did not.",
			[]string{"OSLO, May 4. /NWA/.", "Norway agreed.", "Chile did not."}},
		{"a dateline with a dash", "ACCRA, Dec. 3 (GNA) — Ghana agreed.", []string{"ACCRA, Dec. 3 (GNA) —", "Ghana agreed."}},
		{"a dateline with an agency alone", "NEW YORK (NWA) - Talks began.", []string{"NEW YORK (NWA) -", "Talks began."}},
		{"a dateline with a country", "APIA, Samoa, 9 May (SNA) -- Talks began.", []string{"APIA, Samoa, 9 May (SNA) --", "Talks began."}},
		{"capitals that are no dateline", "NATO, a military alliance, met.", []string{"NATO, a military alliance, met."}},
		{"titles and initials", "Gen. J. P. Okoro met Mr. Silva. They talked.", []string{"Gen. J. P. Okoro met Mr. Silva.", "They talked."}},
		{"U.S. inside a sentence", "The U.S. State Department agreed.", []string{"The U.S. State Department agreed."}},
		{"U.S. at the end", "He left the U.S. The talks ended.", []string{"He left the U.S.", "The talks ended."}},
		{"months", "It was signed on Dec. 3. It holds.", []string{"It was signed on Dec. 3.", "It holds."}},
		{"numbers", "Resolution No. 242 cost $1.5 million. No. It cost more.",
			[]string{"Resolution No. 242 cost $1.5 million.", "No.", "It cost more."}},
		{"a quotation goes on with who said it", `"Will you come?" she asked. "Yes."`, []string{`"Will you come?" she asked.`, `"Yes."`}},
		{"who said it, by name", `"Will you come?" Okoro asked. He did.`, []string{`"Will you come?" Okoro asked.`, "He did."}},
		{"the full stop is inside the quotation", `He said: "We met." They had.`, []string{`He said: "We met."`, "They had."}},
		{"curly marks", "“We met.” They had.", []string{"“We met.”", "They had."}},
		{"sentences of one quotation", `"We met. We talked," he said.`, []string{`"We met.`, `We talked," he said.`}},
		{"no space between sentences", "It was concluded.Norway and Chile left.", []string{"It was concluded.", "Norway and Chile left."}},
		{"a headline has no full stop", "Norway signs treaty\n\nOslo agreed.", []string{"Norway signs treaty", "Oslo agreed."}},
		{"a line break ends a paragraph", "Norway signs treaty\nOslo agreed.", []string{"Norway signs treaty", "Oslo agreed."}},
		{"a line that goes on in small letters", "Norway has signed the\ntreaty with Chile.", []string{"Norway has signed the\ntreaty with Chile."}},
		{"an ellipsis inside", "They met ... and left.", []string{"They met ... and left."}},
		{"brackets", "They met (twice.) They left.", []string{"They met (twice.)", "They left."}},
		{"numbers of notes", "They met. [4] They left.", []string{"They met. [4]", "They left."}},
		{"numbers of points", "1. Introduction", []string{"1. Introduction"}},
		{"spaces alone", " \n\u00a0\n ", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := &Document{Text: c.text}
			segment(d)
			var got []string
			for _, s := range d.Sentences {
				got = append(got, c.text[s.Start:s.End])
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

func TestWrappedLines(t *testing.T) {
	text := "The ministers of the three countries met in the capital on Friday\n" +
		"Afternoon and agreed that the treaty, which they had negotiated in\n" +
		"Geneva, would be signed before the end of the year in Nairobi by\n" +
		"their presidents.\n\nThey left.\n"
	d := &Document{Text: text}
	segment(d)
	if len(d.Paragraphs) != 2 || len(d.Sentences) != 2 {
		t.Errorf("%d paragraphs and %d sentences, want 2 and 2", len(d.Paragraphs), len(d.Sentences))
	}
}

func TestTokens(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Norway's", "Norway 's"},
		{"the countries’ ties", "the countries ’ ties"},
		{"don't won’t cannot", "do n't wo n’t can not"},
		{"they're we'll I've he'd", "they 're we 'll I 've he 'd"},
		{"O'Brien d'Ivoire", "O'Brien d'Ivoire"},
		{"a 65-year-old time-tested tie", "a 65 - year - old time - tested tie"},
		{"non-aligned anti-war co-operation", "non-aligned anti-war co-operation"},
		{"U.S.-led talks in the U.S.", "U.S. - led talks in the U.S."},
		{"$1.5bn, €20 and US$3 at 4.5%", "$ 1.5 bn , € 20 and US$ 3 at 4.5 %"},
		{"10,000 at 10:30 on 3/4/2020", "10,000 at 10:30 on 3/4/2020"},
		{"on 2025-11-20 from 2010-2012", "on 2025-11-20 from 2010 - 2012"},
		{"the 19th, the 1990s and the '90s", "the 19th , the 1990s and the '90s"},
		{"at 5pm or 5 p.m. on Sept. 3", "at 5 pm or 5 p.m. on Sept. 3"},
		{"see www.example.org/a?b=1, or mail a.b@example.org.", "see www.example.org/a?b=1 , or mail a.b@example.org ."},
		{"What?! Never... (yes)", "What ?! Never ... ( yes )"},
		{"Russia–China ties — old", "Russia – China ties — old"},
		{"AT&T and R&D", "AT&T and R&D"},
		{"he said \"yes\".", "he said \" yes \" ."},
		{"foot-and-mouth", "foot - and - mouth"},
		{"a\u00a0b\u200bc", "a b c"},
		{"J. P. Silva", "J. P. Silva"},
		{"G20, G-20", "G20 , G - 20"},
		{"call 555-0142, 202-555-0142 or 1-800-555-0142", "call 555-0142 , 202-555-0142 or 1-800-555-0142"},
		{"between 500-1000 men in 2010-2012", "between 500 - 1000 men in 2010 - 2012"},
		{"thanks :-) bye ;) (see: this)", "thanks :-) bye ;) ( see : this )"},
		{"three points:(a) ties", "three points : ( a ) ties"},
		{"at 10:30 :D", "at 10:30 :D"},
		{"#peace for # 2 and $$$ <<now>>", "#peace for # 2 and $$$ << now >>"},
		{"read notes_final.doc (in alt.travel.africa)", "read notes_final.doc ( in alt.travel.africa )"},
		{"from Okoro@MISSION today", "from Okoro@MISSION today"},
		{"I dont know, thats all; Im gonna ask", "I do nt know , that s all ; I m gon na ask"},
		{"its members cant agree", "its members ca nt agree"},
		{"I w- want th- that", "I w- want th- that"},
		{"w/o delay, b/c of and/or", "w/o delay , b/c of and / or"},
		{"tell 'em", "tell 'em"},
		{"by Acme Inc.. It", "by Acme Inc. . It"},
		{"at Stockton, Cal., in May", "at Stockton , Cal. , in May"},
		{"$1.2bn, Rs 500, Rs. 500 and 20mm", "$ 1.2 bn , Rs 500 , Rs. 500 and 20 mm"},
		{"the so-called 40th-anniversary talks", "the so - called 40th - anniversary talks"},
	} {
		tokens := tokenize(nil, c.text, 0, len(c.text))
		var got []string
		for _, k := range tokens {
			got = append(got, c.text[k.Start:k.End])
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%q: %q, want %q", c.text, s, c.want)
		}
	}
}

func TestLongSentencesAreCut(t *testing.T) {
	d := &Document{Text: strings.Repeat("talks, ", 5000)}
	segment(d)
	for _, s := range d.Sentences {
		if n := s.Last - s.First; n > longestSentence {
			t.Fatalf("a sentence has %d tokens", n)
		}
	}
}

// FuzzRead reads arbitrary bytes. Whatever they are, tokens and gaps rebuild the text, sentences
// cover the tokens, and every sentence is a tree with one root.
func FuzzRead(f *testing.F) {
	for _, s := range []string{"", "Norway signed.", "\xff\xfe\x00", "“A” 'b' \"c\n\n\"d", "...---???\u2028\u00a0", "a.b.c-d'e's",
		"OSLO, May 4 (", "x@y.z http://", "1,2.3:4/5-6's", "٣٤ 中文。日本", strings.Repeat("(", 300), "n't N'T n’t", "é\u0301\u200b."} {
		f.Add(s)
	}
	reader := testReader(f)
	f.Fuzz(func(t *testing.T, text string) {
		checkDocument(t, reader.Read(text))
	})
}

func checkDocument(t *testing.T, d *Document) {
	t.Helper()
	end := 0
	for i, k := range d.Tokens {
		if k.Start < end || k.End <= k.Start || k.End > len(d.Text) {
			t.Fatalf("token %d is at %d to %d, after %d of %d", i, k.Start, k.End, end, len(d.Text))
		}
		for _, r := range d.Text[end:k.Start] {
			if !isSpace(r) {
				t.Fatalf("the gap before token %d holds %q", i, d.Text[end:k.Start])
			}
		}
		end = k.End
	}
	for _, r := range d.Text[end:] {
		if !isSpace(r) {
			t.Fatalf("the gap at the end holds %q", d.Text[end:])
		}
	}
	next := 0
	for i, s := range d.Sentences {
		if s.First != next || s.Last <= s.First {
			t.Fatalf("sentence %d has the tokens %d to %d, after %d", i, s.First, s.Last, next)
		}
		next = s.Last
		checkTree(t, d, i)
	}
	if next != len(d.Tokens) {
		t.Fatalf("sentences hold %d of %d tokens", next, len(d.Tokens))
	}
	for _, q := range d.Quotations {
		if q.OuterStart > q.Start || q.Start > q.End || q.End > q.OuterEnd || q.First >= q.Last {
			t.Fatalf("quotation %+v is out of order", q)
		}
	}
}

func checkTree(t *testing.T, d *Document, sentence int) {
	t.Helper()
	s := d.Sentences[sentence]
	roots := 0
	for i := s.First; i < s.Last; i++ {
		k := d.Tokens[i]
		if k.Sentence != sentence || k.Tag == "" || k.Lemma == "" {
			t.Fatalf("token %d is %+v", i, k)
		}
		if k.Head == Root {
			roots++
			if s.Root != i || k.Label != RootLabel {
				t.Fatalf("token %d is %+v in a sentence with the root %d", i, k, s.Root)
			}
			continue
		}
		if k.Label == RootLabel || k.Head < s.First || k.Head >= s.Last {
			t.Fatalf("token %d of %+v is %+v", i, s, k)
		}
		steps := 0
		for h := i; h != Root; h = d.Tokens[h].Head {
			if steps++; steps > s.Last-s.First {
				t.Fatalf("token %d is in a circle", i)
			}
		}
	}
	if roots != 1 {
		t.Fatalf("sentence %d has %d roots", sentence, roots)
	}
}
