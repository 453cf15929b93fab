package site

import (
	"fmt"
	"math"
	"strings"
	"testing"
	"unicode/utf8"

	"chancery"
	"chancery/query"
)

// FuzzMarked: however passages lie over a text, its words come out whole and in order, every passage begins
// once, and what is marked is what the passages cover.
func FuzzMarked(f *testing.F) {
	f.Add("One sentence. Another.\n\nA third.", 0, 13, 14, 22)
	f.Add("Overlapping passages of a text.", 0, 20, 12, 31)
	f.Add("", 0, 0, 0, 0)
	f.Add("Beyond\n\n\n\nthe end", -5, 900, 3, 2)
	f.Fuzz(func(t *testing.T, text string, a, b, c, d int) {
		paragraphs := marked(text, []mark{{"x", 1, a, b}, {"y", 2, c, d}})
		var all strings.Builder
		begun := map[string]int{}
		covered := 0
		for _, p := range paragraphs {
			for _, r := range p {
				all.WriteString(r.Text)
				for _, o := range r.First {
					begun[o.Claim]++
				}
				if len(r.Claims) > 0 {
					covered += len(r.Text)
				}
			}
		}
		if got, want := all.String(), strings.ReplaceAll(text, "\n\n", ""); strings.ReplaceAll(got, "\n\n", "") != want {
			t.Errorf("%q became %q", text, got)
		}
		if begun["x"] > 1 || begun["y"] > 1 {
			t.Errorf("a passage begins more than once: %v", begun)
		}
		if covered > len(text) {
			t.Errorf("more is marked than there is")
		}
	})
}

func TestMarkedPassagesHoldTheirWords(t *testing.T) {
	const text = "Laos met Belarus. They signed a treaty.\n\nThe end."
	at := func(words string) (int, int) { i := strings.Index(text, words); return i, i + len(words) }
	a, b := at("Laos met Belarus.")
	c, d := at("Belarus. They signed a treaty.")
	var got []string
	for i, p := range marked(text, []mark{{"a", 1, a, b}, {"b", 2, c, d}}) {
		for _, r := range p {
			got = append(got, fmt.Sprintf("%d %q %v %v", i, r.Text, r.Claims, r.First))
		}
	}
	want := `0 "Laos met " [a] [{a 1}]
0 "Belarus." [a b] [{b 2}]
0 " They signed a treaty." [b] []
0 "" [] []
1 "The end." [] []`
	if strings.Join(got, "\n") != want {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), want)
	}
}

func TestLinkedNames(t *testing.T) {
	korea, south := query.ActorChoice{ID: "PRK", Name: "Korea"}, query.ActorChoice{ID: "KOR", Name: "South Korea"}
	niger := query.ActorChoice{ID: "NER", Name: "Niger"}
	choe := query.ActorChoice{ID: "PRK", Name: "Korea", Person: "Choe Son Hui"}
	for _, test := range []struct {
		text    string
		parties []query.ActorChoice
		want    string
	}{
		{"South Korea met Korea.", []query.ActorChoice{korea, south}, "[South Korea] met [Korea]."},
		{"Nigeria met Niger.", []query.ActorChoice{niger}, "Nigeria met [Niger]."},
		{"Korea (Choe Son Hui) met South Korea.", []query.ActorChoice{korea, choe, south}, "[Korea] ([Choe Son Hui]) met [South Korea]."},
		{"Nobody met.", []query.ActorChoice{niger}, "Nobody met."},
		{"Korea thanked Korea.", []query.ActorChoice{korea}, "[Korea] thanked Korea."},
	} {
		var got strings.Builder
		for _, p := range (&request{}).linked(test.text, test.parties) {
			if p.Href != "" {
				fmt.Fprintf(&got, "[%s]", p.Text)
			} else {
				got.WriteString(p.Text)
			}
		}
		if got.String() != test.want {
			t.Errorf("%q, want %q", got.String(), test.want)
		}
	}
}

// The network looks the same each time, keeps to its box, and puts neighbours nearer than strangers.
func TestLayout(t *testing.T) {
	edges := [][2]int{{0, 1}, {1, 2}, {2, 0}, {2, 3}, {4, 5}}
	spots := layout(6, edges, 800, 400)
	for i, again := range layout(6, edges, 800, 400) {
		if again != spots[i] {
			t.Fatalf("spot %d lies at %v and at %v", i, spots[i], again)
		}
		if s := spots[i]; s.x < 0 || s.x > 800 || s.y < 0 || s.y > 400 || math.IsNaN(s.x+s.y) {
			t.Errorf("spot %d lies at %v, outside", i, s)
		}
	}
	far := func(a, b int) float64 { return math.Hypot(spots[a].x-spots[b].x, spots[a].y-spots[b].y) }
	if far(0, 1) > far(1, 3) || far(4, 5) > far(4, 0) {
		t.Error("strangers lie nearer than neighbours")
	}
	for n := range 3 {
		if got := layout(n, nil, 10, 10); len(got) != n {
			t.Errorf("%d dots: %v", n, got)
		}
	}
}

func TestNamesKeepApart(t *testing.T) {
	dots := []dot{{480, 100, 10, "Kenya"}, {480, 122, 6, "Ethiopia"}, {955, 300, 5, "United Arab Emirates"}}
	names := placeNames(dots)
	if names[0].y > 100 || names[1].y < 110 {
		t.Errorf("the names of neighbours lie on each other: %v", names)
	}
	if names[2].anchor != "end" {
		t.Errorf("a name at the edge is written beyond it: %v", names[2])
	}
}

func TestTimeScaleKeepsToTheBulk(t *testing.T) {
	line := func(y, m int) query.Line {
		return query.Line{Period: chancery.Day(chancery.NewDate(y, 1, 1).AddMonths(m))}
	}
	var lines []query.Line
	for m := range 18 {
		lines = append(lines, line(2025, m))
	}
	s := timeScale(lines)
	if s.earlier || s.later || s.at(s.first) != s.left || s.at(s.last) != s.right {
		t.Errorf("an even timeline is cut: %+v", s)
	}
	s = timeScale(append(lines, line(1961, 0), line(2060, 0)))
	if !s.earlier || !s.later || s.first.Year < 2024 || s.last.Year > 2027 {
		t.Errorf("two lines far away squeeze the others: %+v", s)
	}
	if x := s.at(chancery.NewDate(1961, 1, 1)); x != s.left {
		t.Errorf("what is earlier stands at %v, not at the left end", x)
	}
}

func TestShades(t *testing.T) {
	for _, most := range []int{1, 3, 9, 111, 5000} {
		steps := legend(most)
		last := 0
		for n := 1; n <= most; n++ {
			s := shade(n, most)
			if s < last || s > shades {
				t.Fatalf("of %d: %d has the shade %d after %d", most, n, s, last)
			}
			last = s
		}
		if len(steps) == 0 || !strings.HasSuffix(steps[len(steps)-1].Words, fmt.Sprint(most)) {
			t.Errorf("the legend up to %d is %v", most, steps)
		}
	}
}

// FuzzFold: a line of a calendar, unfolded, is what it was, and no part of it is longer than it may be.
func FuzzFold(f *testing.F) {
	f.Add("SUMMARY:" + strings.Repeat("Việt Nam and Türkiye, ", 12))
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) || strings.ContainsAny(text, "\r\n") {
			return
		}
		var b strings.Builder
		fold(&b, text)
		for _, line := range strings.Split(strings.TrimSuffix(b.String(), "\r\n"), "\r\n") {
			if len(line) > 75 || !utf8.ValidString(line) {
				t.Errorf("%d bytes in %q", len(line), line)
			}
		}
		if back := strings.TrimSuffix(strings.ReplaceAll(b.String(), "\r\n ", ""), "\r\n"); back != text {
			t.Errorf("%q became %q", text, back)
		}
	})
}

func TestUpper(t *testing.T) {
	for text, want := range map[string]string{"": "", "by 9 June": "By 9 June", "österreich": "Österreich", "Ö": "Ö", "日本": "日本", "\xff": "\xff"} {
		if got := upper(text); got != want {
			t.Errorf("%q became %q, want %q", text, got, want)
		}
	}
}

func TestShown(t *testing.T) {
	if got := shown("a\u202eb\u2066c\x1b[31m\x00d\ne\u200ff"); got != "abc[31md\nef" {
		t.Errorf("%q", got)
	}
}
