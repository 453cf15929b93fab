package actors

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"chancery"
	"chancery/english"
)

var summer = chancery.Day(chancery.NewDate(2025, 7, 20))

func reader(t testing.TB) english.Reader {
	t.Helper()
	r, err := english.New()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// line writes a mention as the files in testdata do.
func line(m *Mention, text string) string {
	var b strings.Builder
	ids := strings.Join(m.IDs, " ")
	if ids == "" {
		ids = "?"
	}
	fmt.Fprintf(&b, "%s = %s", text[m.Start:m.End], ids)
	for _, s := range []struct{ name, value string }{{"person", m.Person}, {"office", m.Office}, {"organ", m.Organ}, {"sector", m.Sector}} {
		if s.value != "" && !(s.name == "sector" && s.value == "GOV") {
			fmt.Fprintf(&b, "; %s %s", s.name, s.value)
		}
	}
	for _, s := range []struct {
		name string
		set  bool
	}{{"plural", m.Plural}, {"place", m.Place}, {"adjective", m.Adjective}, {"speaker", m.Speaker}} {
		if s.set {
			b.WriteString("; " + s.name)
		}
	}
	return b.String()
}

func lines(m *Mentions, text string) []string {
	var out []string
	for i := range m.List {
		out = append(out, line(&m.List[i], text))
	}
	return out
}

// letters leaves out how a name is written ("António", "Lee Jae-myung"): the register's files may
// change that.
func letters(text string) string { return strings.ReplaceAll(foldName(text), " ", "") }

// TestMentions reads the sentences of testdata/mentions.txt.
func TestMentions(t *testing.T) {
	file, err := os.Open(filepath.Join("testdata", "mentions.txt"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	r, english := register(t), reader(t)
	text, start, cases := "", 0, 0
	var want []string
	check := func() {
		if text == "" {
			return
		}
		cases++
		if got := lines(r.Mentions(english.Read(text), summer, nil), text); !slices.EqualFunc(got, want, func(a, b string) bool { return letters(a) == letters(b) }) {
			t.Errorf("testdata/mentions.txt:%d: %s\n got:\n  %s\n want:\n  %s", start, text, strings.Join(got, "\n  "), strings.Join(want, "\n  "))
		}
	}
	scanner := bufio.NewScanner(file)
	for n := 1; scanner.Scan(); n++ {
		switch s := scanner.Text(); {
		case strings.HasPrefix(s, "> "):
			check()
			text, start, want = s[2:], n, nil
		case strings.HasPrefix(s, "  "):
			want = append(want, strings.TrimSpace(s))
		}
	}
	check()
	if cases < 120 {
		t.Errorf("only %d sentences in testdata/mentions.txt", cases)
	}
}

// find gives the mention with the words, or fails.
func find(t *testing.T, m *Mentions, text, words string) *Mention {
	t.Helper()
	for i := range m.List {
		if text[m.List[i].Start:m.List[i].End] == words {
			return &m.List[i]
		}
	}
	t.Fatalf("no mention %q in %q; there are %q", words, text, lines(m, text))
	return nil
}

// TestLeadersChange reads the same words in reports of different years.
func TestLeadersChange(t *testing.T) {
	r, english := register(t), reader(t)
	for _, c := range []struct {
		text, words string
		year        int
		person      string
		office      bool
	}{
		{"US President Bush met the Polish prime minister.", "US President Bush", 1990, "George H.W. Bush", true},
		{"US President Bush met the Polish prime minister.", "US President Bush", 2005, "George W. Bush", true},
		{"Germany held its breath, and Merkel said nothing.", "Merkel", 2015, "Angela Merkel", true},
		{"Germany held its breath, and Merkel said nothing.", "Merkel", 2025, "", false},
		{"Angela Merkel visited Addis Ababa.", "Angela Merkel", 2025, "Angela Merkel", false},
		{"Former US President Barack Obama visited Jakarta.", "Former US President Barack Obama", 2025, "Barack Obama", false},
		{"Obama visited Cuba, and the United States reopened its embassy.", "Obama", 2016, "Barack Obama", true},
	} {
		m := r.Mentions(english.Read(c.text), chancery.Day(chancery.NewDate(c.year, 6, 1)), nil)
		if c.person == "" {
			for _, x := range m.List {
				if c.text[x.Start:x.End] == c.words && x.Office != "" {
					t.Errorf("%d: %q has the office %s", c.year, c.words, x.Office)
				}
			}
			continue
		}
		x := find(t, m, c.text, c.words)
		if letters(x.Person) != letters(c.person) || (x.Office != "") != c.office {
			t.Errorf("%d: %q is %q in office %q, want %q and in office: %v", c.year, c.words, x.Person, x.Office, c.person, c.office)
		}
	}
}

// TestNamesChange reads names that were a state's at one time and are another's, or nobody's, now.
func TestNamesChange(t *testing.T) {
	r, english := register(t), reader(t)
	for _, c := range []struct {
		text string
		year int
		id   string
	}{
		{"Moscow rejected the note.", 1985, "SUN"},
		{"Moscow rejected the note.", 2020, "RUS"},
		{"Zaire closed the border.", 2024, "COD"},
		{"Ceylon sent rice.", 2024, "LKA"},
		{"Macedonia applied.", 2010, "MKD"},
	} {
		m := r.Mentions(english.Read(c.text), chancery.Day(chancery.NewDate(c.year, 6, 1)), nil)
		if len(m.List) == 0 || !slices.Equal(m.List[0].IDs, []string{c.id}) {
			t.Errorf("%d: %q: %q, want %s", c.year, c.text, lines(m, c.text), c.id)
		}
	}
}

// TestIntroductions reads passages that say who a person is, of people whom the register may not know.
func TestIntroductions(t *testing.T) {
	r, english := register(t), reader(t)
	for text, want := range map[string]string{
		"Tadeo Quispe, Minister of Foreign Affairs of Bolivia, thanked Peru.": "Tadeo Quispe|BOL|foreign-minister",
		"Kyrgyz Foreign Minister Azamat Tilekov arrived.":                     "Azamat Tilekov|KGZ|foreign-minister",
		"The Prime Minister of Samoa, Lagi Tuimaleali, opened the forum.":     "Lagi Tuimaleali|WSM|prime-minister",
		"Zambia's President Chanda Mwila spoke first.":                        "Chanda Mwila|ZMB|president",
		"They were met by Nora Lindqvist, the Swedish ambassador to Mali.":    "Nora Lindqvist|SWE|ambassador",
		"President Ana Souza of Brazil signed.":                               "Ana Souza|BRA|president",
		"Former Chilean president Pedro Rojas spoke.":                         "",
		"Pedro Rojas spoke.": "",
		"The Dutch foreign minister, Chad and Libya were on the list.":             "",
		"Presidents of Ghana and Togo met.":                                        "",
		"Paraguay's delegation, Norwegian Foreign Minister Kari Holm said, waits.": "Kari Holm|NOR|foreign-minister",
	} {
		got := ""
		for _, i := range r.Mentions(english.Read(text), summer, nil).Introductions {
			got += fmt.Sprintf("%s|%s|%s", i.Person, i.State, i.Office)
			if !strings.Contains(text[i.Start:i.End], i.Person) {
				t.Errorf("%q: the passage %q does not hold the name", text, text[i.Start:i.End])
			}
		}
		if got != want {
			t.Errorf("%q introduces %q, want %q", text, got, want)
		}
	}
}

// TestKnown reads a name that another report introduced.
func TestKnown(t *testing.T) {
	r, english := register(t), reader(t)
	text := "Azamat Tilekov left for Oslo. Tilekov will stay two days."
	known := []chancery.Introduction{{Person: "Azamat Tilekov", State: "KGZ", Office: "foreign-minister"}}
	m := r.Mentions(english.Read(text), summer, known)
	for _, words := range []string{"Azamat Tilekov", "Tilekov"} {
		x := find(t, m, text, words)
		if !slices.Equal(x.IDs, []string{"KGZ"}) || x.Office != "foreign-minister" || x.Person != "Azamat Tilekov" {
			t.Errorf("%s is %q", words, line(x, text))
		}
	}
	for _, x := range r.Mentions(english.Read(text), summer, nil).List {
		if x.Person != "" && len(x.IDs) > 0 {
			t.Errorf("without the introduction %q is placed: %v", x.Person, x.IDs)
		}
	}
	known = append(known, chancery.Introduction{Person: "Azamat Tilekov", State: "KAZ", Office: "ambassador"})
	for _, x := range r.Mentions(english.Read(text), summer, known).List {
		if x.Person != "" && len(x.IDs) > 0 {
			t.Errorf("two reports disagree, and %q is placed all the same: %v", x.Person, x.IDs)
		}
	}
}

// TestVia looks at the words for people that say how a description was resolved.
func TestVia(t *testing.T) {
	r, english := register(t), reader(t)
	text := "Belarus and Laos signed a pact. The two countries will open embassies."
	m := r.Mentions(english.Read(text), summer, nil)
	x := find(t, m, text, "The two countries")
	if want := "coreference: The two countries → Belarus, Laos"; x.Via != want {
		t.Errorf("Via = %q, want %q", x.Via, want)
	}
	if y := find(t, m, text, "Belarus"); y.Via != "" {
		t.Errorf("a name has Via %q", y.Via)
	}
}

// TestPlaces looks for where things happen.
func TestPlaces(t *testing.T) {
	r, english := register(t), reader(t)
	for text, want := range map[string]string{
		"The summit took place in Kazan.":                                "Kazan RUS",
		"They met in Geneva on Monday.":                                  "Geneva CHE",
		"The palace stands in the heart of Vientiane.":                   "the heart of Vientiane LAO",
		"He flew to the Lao capital.":                                    "the Lao capital LAO",
		"The envoy was received in Georgia.":                             "Georgia GEO",
		"The convoy passed the Suez Canal.":                              "Suez Canal EGY",
		"Peru thanked Chile.":                                            "",
		"HANOI, 3 December (VNA) - Vietnam and Japan held talks.":        "HANOI VNM",
		"The ministers met in Oslo and then on the outskirts of Bergen.": "Oslo NOR|the outskirts of Bergen NOR",
	} {
		m := r.Mentions(english.Read(text), summer, nil)
		var got []string
		for _, p := range m.Places {
			got = append(got, p.Place.Text+" "+p.Place.ID)
			if at, ok := m.Place(p.Head); !ok || at.Text != p.Place.Text {
				t.Errorf("%q: Place(%d) does not give %q", text, p.Head, p.Place.Text)
			}
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%q: places %q, want %q", text, got, want)
		}
	}
}

// TestMentionsIndex checks what readers of a tree rely on: order, no overlap, heads inside, and the
// three ways to ask.
func TestMentionsIndex(t *testing.T) {
	r, english := register(t), reader(t)
	text := "Russian Foreign Minister Sergey Lavrov met the Lao president, and they praised ASEAN. Laos' media reported it."
	doc := english.Read(text)
	m := r.Mentions(doc, summer, nil)
	if len(m.List) < 4 {
		t.Fatalf("only %q", lines(m, text))
	}
	for i := range m.List {
		x := &m.List[i]
		if x.Head < x.First || x.Head >= x.Last || x.Start != doc.Tokens[x.First].Start || x.End != doc.Tokens[x.Last-1].End {
			t.Errorf("%q: tokens %d-%d, head %d, bytes %d-%d", line(x, text), x.First, x.Last, x.Head, x.Start, x.End)
		}
		if i > 0 && m.List[i-1].Last > x.First {
			t.Errorf("%q overlaps %q", line(x, text), line(&m.List[i-1], text))
		}
		for token := x.First; token < x.Last; token++ {
			if m.At(token) != x {
				t.Errorf("At(%d) is not %q", token, line(x, text))
			}
		}
		if m.Covering(x.Start, x.End) != x || m.Covering(x.Start+1, x.End-1) != x {
			t.Errorf("Covering does not find %q", line(x, text))
		}
		if got := m.Within(x.First, x.Last); len(got) != 1 || got[0].Start != x.Start {
			t.Errorf("Within gives %v for %q", got, line(x, text))
		}
	}
	if m.At(-1) != nil || m.At(len(doc.Tokens)) != nil || m.Covering(0, len(text)) != nil {
		t.Error("a mention where there is none")
	}
}

// TestSameAgain reads the same text from several goroutines and compares.
func TestSameAgain(t *testing.T) {
	r, english := register(t), reader(t)
	text := "Chad and Sudan signed a pact. Both sides thanked Qatar's emir, who said his country would help them. Their ministers left."
	doc := english.Read(text)
	want := lines(r.Mentions(doc, summer, nil), text)
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			if got := lines(r.Mentions(doc, summer, nil), text); !slices.Equal(got, want) {
				t.Errorf("got %q, want %q", got, want)
			}
		})
	}
	wait.Wait()
}

// FuzzMentions reads any text. Mentions must lie in it, in order.
func FuzzMentions(f *testing.F) {
	for _, s := range []string{"", "Laos", "the two countries", "\"They\" 'said'", "U.S.-led", "President", "of Laos, of Laos and of", "\xff Laos \x00",
		"LAOS AND CHAD AND", "Juan de la", "his Uzbek counterpart,", "’s ’s", "Mr. . .", "Foreign Minister -", "A, B and C's", "our", "the head of", "al-", "5+5"} {
		f.Add(s)
	}
	r, english := register(f), reader(f)
	f.Fuzz(func(t *testing.T, text string) {
		doc := english.Read(text)
		m := r.Mentions(doc, summer, nil)
		last := 0
		for i := range m.List {
			x := &m.List[i]
			if x.First >= x.Last || x.Last > len(doc.Tokens) || x.Start < last && x.First >= last || x.End > len(text) || x.Start >= x.End {
				t.Errorf("%q: mention %d-%d, bytes %d-%d", text, x.First, x.Last, x.Start, x.End)
			}
			last = x.First
		}
	})
}
