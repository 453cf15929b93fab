package press

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"chancery"

	"pgregory.net/rapid"
)

func put(t testing.TB, dir, name, data string) string {
	t.Helper()
	path := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(data), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func gzipped(t testing.TB, data string) string {
	t.Helper()
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	if _, err := io.WriteString(w, data); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// collect reads everything, and puts reports and errors in one list each.
func collect(paths []string, stdin io.Reader) (reports []chancery.Report, failures []error) {
	for r, err := range Open(context.Background(), paths, stdin, Options{}) {
		if err != nil {
			failures = append(failures, err)
		} else {
			reports = append(reports, r)
		}
	}
	return reports, failures
}

func names(reports []chancery.Report, root string) string {
	var out []string
	for _, r := range reports {
		out = append(out, filepath.ToSlash(strings.TrimPrefix(r.Name, root+string(filepath.Separator))))
	}
	return strings.Join(out, " ")
}

func story(n int) string {
	return fmt.Sprintf("The envoys of both countries met for round %d of the talks and agreed to meet again.", n)
}

func jsonStory(n int) string { return fmt.Sprintf(`{"id": %d, "text": %q}`, n, story(n)) }

func TestFoldersAndGlobs(t *testing.T) {
	dir := t.TempDir()
	for i, name := range []string{"b.txt", "a.txt", "sub/c.md", "sub/deep/d.txt", "noextension", "e.txt.gz"} {
		data := story(i)
		if strings.HasSuffix(name, ".gz") {
			data = gzipped(t, data)
		}
		put(t, dir, name, data)
	}
	put(t, dir, "f.jsonl.gz", gzipped(t, jsonStory(10)+"\n"+jsonStory(11)+"\n"))
	put(t, dir, "page.html", examplePage)
	for _, left := range []string{".hidden.txt", ".git/x.txt", "picture.png", "README.md", "table.csv"} {
		put(t, dir, left, "not to be read")
	}
	cases := []struct{ pattern, want string }{
		{"", "a.txt b.txt e.txt.gz f.jsonl.gz:1 f.jsonl.gz:2 noextension page.html sub/c.md sub/deep/d.txt"},
		{"*.txt", "a.txt b.txt"},
		{"**/*.txt", "a.txt b.txt sub/deep/d.txt"},
		{"sub/**", "sub/c.md sub/deep/d.txt"},
		{"s*", "sub/c.md sub/deep/d.txt"},
		{"[ab].txt", "a.txt b.txt"},
	}
	for _, c := range cases {
		reports, failures := collect([]string{filepath.Join(dir, c.pattern)}, nil)
		if got := names(reports, dir); got != c.want || len(failures) > 0 {
			t.Errorf("%q: %s, want %s; %v", c.pattern, got, c.want, failures)
		}
	}
	plan := Survey([]string{dir, filepath.Join(dir, "a.txt"), dir + "/./a.txt"})
	if len(plan.Inputs) != 8 || len(plan.Notes) != 5 || plan.Bytes == 0 || len(plan.Errors) > 0 {
		t.Errorf("%d inputs, want 8 though one is named three times; notes %v; %d bytes; %v", len(plan.Inputs), plan.Notes, plan.Bytes, plan.Errors)
	}
}

func TestPathsThatLeadNowhere(t *testing.T) {
	dir := t.TempDir()
	good := put(t, dir, "good.txt", story(1))
	reports, failures := collect([]string{filepath.Join(dir, "none.txt"), filepath.Join(dir, "*.nothing"), good}, nil)
	if len(reports) != 1 || len(failures) != 2 {
		t.Fatalf("%d reports, errors %v", len(reports), failures)
	}
	for _, err := range failures {
		var e *Error
		if !errors.Is(err, ErrNoInput) || !errors.As(err, &e) || e.Next == "" || !strings.Contains(err.Error(), e.Input) {
			t.Errorf("%v", err)
		}
	}
}

func TestStandardInput(t *testing.T) {
	cases := []struct{ name, data, want string }{
		{"a text", story(1), "-"},
		{"a page", examplePage, "-"},
		{"JSON Lines", jsonStory(1) + "\n\n" + jsonStory(2), "-:1 -:3"},
		{"JSON Lines, packed", gzipped(t, jsonStory(1)+"\n"+jsonStory(2)+"\n"), "-:1 -:2"},
		{"a JSON array", "[\n" + jsonStory(1) + ",\n" + jsonStory(2) + "]", "-:2 -:3"},
		{"one object over several lines", "{\n  \"text\":\n  \"" + story(1) + "\"\n}\n{\n \"text\": \"" + story(2) + "\"\n}", "-:1 -:5"},
		{"JSON Lines with a mark", "\xef\xbb\xbf" + jsonStory(1) + "\n", "-:1"},
		{"a text that begins with a bracket", "[Astana, 4 July 2024] " + story(1), "-"},
	}
	for _, c := range cases {
		reports, failures := collect([]string{"-"}, strings.NewReader(c.data))
		if got := names(reports, ""); got != c.want || len(failures) > 0 {
			t.Errorf("%s: %s, want %s; %v", c.name, got, c.want, failures)
		}
	}
}

func TestRecordFields(t *testing.T) {
	cases := []struct{ name, json, title, publisher, published, url, text string }{
		{"ours", `{"id":"1","title":"T one","text":"Envoys met.","published":"2024-07-12","publisher":"TASS","url":"https://tass.com/1"}`, "T one", "TASS", "2024-07-12", "https://tass.com/1", "Envoys met."},
		{"aliases", `{"headline":"T one","body":"Envoys met.","date":"2024-07-12","source":"tass.com","link":"https://tass.com/1","extra":[{"x":null}]}`, "T one", "TASS", "2024-07-12", "https://tass.com/1", "Envoys met."},
		{"objects and numbers", `{"title":"T one","content":"Envoys met.","publishedAt":1720742400,"source":{"id":null,"name":"TASS"},"url":null}`, "T one", "TASS", "2024-07-12", "", "Envoys met."},
		{"text in parts", `{"text":["Envoys met.","They left."]}`, "", "", "", "", "Envoys met.\n\nThey left."},
		{"the dateline apart", `{"dateline":"SALVADOR, Feb 26 -","text":"Envoys met."}`, "", "", "", "", "SALVADOR, Feb 26 - Envoys met."},
		{"an escaped title", `{"title":"Isn\\u2019t it","text":"Envoys met."}`, "Isn’t it", "", "", "", "Envoys met."},
		{"the title again in the text", `{"title":"Envoys meet","text":"ENVOYS MEET\n\nThey met."}`, "Envoys meet", "", "", "", "They met."},
	}
	for _, c := range cases {
		reports, failures := collect([]string{"-"}, strings.NewReader(c.json+"\n"))
		if len(reports) != 1 || len(failures) > 0 {
			t.Errorf("%s: %v", c.name, failures)
			continue
		}
		r := reports[0]
		if r.Title != c.title || r.Publisher != c.publisher || r.Published.String() != c.published || r.URL != c.url || r.Text != c.text || string(r.Original) != c.json {
			t.Errorf("%s: %+v", c.name, r)
		}
	}
}

func TestBrokenLinesCostNoOthers(t *testing.T) {
	lines := []string{jsonStory(1), `{"text": "cut off`, jsonStory(2), `[1, 2]`, `{"title": "no text"}`, `{"text": "a\u0000b"}`, "\xff\xfe\x00", jsonStory(3),
		`{"text": "Los ministros de Relaciones Exteriores de los dos países acordaron reunirse de nuevo antes de que termine el año."}`, jsonStory(4)}
	path := put(t, t.TempDir(), "mixed.jsonl", strings.Join(lines, "\n"))
	reports, failures := collect([]string{path}, nil)
	if got := names(reports, filepath.Dir(path)); got != "mixed.jsonl:1 mixed.jsonl:3 mixed.jsonl:6 mixed.jsonl:8 mixed.jsonl:10" {
		t.Errorf("read %s", got)
	}
	want := []struct {
		line int
		err  error
	}{{2, ErrRecord}, {4, ErrRecord}, {5, ErrEmpty}, {7, ErrRecord}, {9, ErrNotEnglish}}
	if len(failures) != len(want) {
		t.Fatalf("errors: %v", failures)
	}
	for i, err := range failures {
		var e *Error
		if !errors.Is(err, want[i].err) || !errors.As(err, &e) || e.Place.Line != want[i].line || e.Input != path || e.Next == "" {
			t.Errorf("%v; want line %d, %v", err, want[i].line, want[i].err)
		}
	}
}

// long is a line of JSON of any length that is never in memory as a whole.
func long(text string, n int) io.Reader {
	return io.MultiReader(strings.NewReader(`{"text": "`), io.LimitReader(repeat{text}, int64(n)), strings.NewReader(`"}`+"\n"))
}

type repeat struct{ text string }

func (r repeat) Read(p []byte) (int, error) {
	n := 0
	for n < len(p) {
		n += copy(p[n:], r.text)
	}
	return n, nil
}

func TestLongLines(t *testing.T) {
	const word = "The envoys of both countries met again and agreed on nothing at all. "
	source := io.MultiReader(strings.NewReader(jsonStory(1)+"\n"), long(word, 50<<20), strings.NewReader(jsonStory(2)+"\n"), long(word, 100<<20), strings.NewReader(jsonStory(3)+"\n"))
	reports, failures := collect([]string{"-"}, source)
	if got := names(reports, ""); got != "-:1 -:3 -:5" || len(failures) != 2 {
		t.Fatalf("read %s, %v", got, failures)
	}
	for i, line := range []int{2, 4} {
		var e *Error
		if !errors.Is(failures[i], ErrTooLarge) || !errors.As(failures[i], &e) || e.Place.Line != line {
			t.Errorf("%v, want line %d", failures[i], line)
		}
	}
}

func TestFilesThatAreRefused(t *testing.T) {
	dir := t.TempDir()
	want := map[string]error{
		put(t, dir, "empty.txt", " \n"):                                    ErrEmpty,
		put(t, dir, "marks.txt", "--- *** 12 ---"):                         ErrEmpty,
		put(t, dir, "nul.txt", "a\x00b"):                                   ErrBinary,
		put(t, dir, "cut.txt.gz", gzipped(t, story(1))[:40]):               ErrRead,
		put(t, dir, "nogzip.gz", "\x1f\x8b\x00nonsense"):                   ErrRead,
		put(t, dir, "long.txt", strings.Repeat("The envoys met. ", 1<<20)): ErrTooLarge,
		put(t, dir, "feed.html", "<rss><channel/></rss>"):                  ErrFormat,
		put(t, dir, "russian.txt", "Министры иностранных дел обеих стран договорились провести новую встречу до конца года."): ErrNotEnglish,
	}
	put(t, dir, "good.txt", story(1))
	plan := Survey([]string{dir, filepath.Join(dir, "nogzip.gz")})
	reports := 0
	for _, err := range plan.Reports(context.Background(), nil, Options{}) {
		if err == nil {
			reports++
			continue
		}
		var e *Error
		if !errors.As(err, &e) || e.Next == "" || !errors.Is(err, want[e.Input]) {
			t.Errorf("%v, want %v", err, want[e.Input])
		} else {
			delete(want, e.Input)
		}
	}
	if reports != 1 || len(want) > 0 {
		t.Errorf("%d reports, want 1; no error for %v", reports, want)
	}
}

func TestOneReportHasOneID(t *testing.T) {
	dir := t.TempDir()
	text := "MINSK, 17 July (BelTA) – " + story(1) + "\n\n" + story(2)
	put(t, dir, "a.txt", text)
	put(t, dir, "b.txt", strings.ReplaceAll(text, " ", "  ")+"\r\n\r\n(END)\n")
	put(t, dir, "c.jsonl", fmt.Sprintf(`{"text": %q, "source": "belta"}`, text))
	put(t, dir, "d.jsonl", fmt.Sprintf(`{"text": %q, "source": "TASS"}`, text))
	reports, failures := collect([]string{dir}, nil)
	if len(reports) != 4 || len(failures) > 0 {
		t.Fatal(failures)
	}
	if a, b, c, d := reports[0].ID, reports[1].ID, reports[2].ID, reports[3].ID; a != b || a != c || a == d || len(a) != 16 {
		t.Errorf("%s, %s, %s should be one, and %s another", a, b, c, d)
	}
}

func TestProgressAndNotes(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, "a.txt", story(1))
	put(t, dir, "b.jsonl", strings.Repeat(jsonStory(2)+"\n", 10_000))
	put(t, dir, ".hidden", "x")
	plan := Survey([]string{dir})
	var steps []Progress
	var notes []Note
	n := 0
	for _, err := range plan.Reports(context.Background(), nil, Options{Progress: func(p Progress) { steps = append(steps, p) }, Note: func(n Note) { notes = append(notes, n) }}) {
		if err != nil {
			t.Fatal(err)
		}
		n++
	}
	last := steps[len(steps)-1]
	if n != 10_001 || last.Bytes != plan.Bytes || last.Inputs != 2 || len(steps) < 4 || len(notes) != 1 {
		t.Errorf("%d reports, %d steps, last %+v of %d bytes, notes %v", n, len(steps), last, plan.Bytes, notes)
	}
	if !slices.IsSortedFunc(steps, func(a, b Progress) int { return int(a.Bytes - b.Bytes) }) {
		t.Errorf("progress goes back: %v", steps)
	}
}

func TestContextEndsTheReading(t *testing.T) {
	path := put(t, t.TempDir(), "a.jsonl", strings.Repeat(jsonStory(1)+"\n", 20_000))
	ctx, cancel := context.WithCancel(context.Background())
	read, ended := 0, false
	for _, err := range Open(ctx, []string{path}, nil, Options{}) {
		if err != nil {
			ended = errors.Is(err, context.Canceled)
			continue
		}
		if read++; read == 10 {
			cancel()
		}
	}
	cancel()
	if !ended || read > 2000 {
		t.Errorf("ended %v, after %d reports", ended, read)
	}
	for range Open(context.Background(), []string{path}, nil, Options{}) {
		break // leaving early must not hang
	}
}

// Whatever lies between good lines, they are read, in order.
func TestBadInputNeverCostsOthers(t *testing.T) {
	bad := rapid.SampledFrom([]string{`{`, `}`, `{"text":`, `"`, `{"text": 1}`, `null`, `{}`, "\x00\x01", "\xff\xfe", strings.Repeat("[", 5000), strings.Repeat(`{"a":`, 5000), "<html>", `{"text": "\ud800"}`})
	rapid.Check(t, func(t *rapid.T) {
		var lines []string
		want := []string{}
		good := 0
		lines = append(lines, jsonStory(0))
		want = append(want, story(0))
		for range rapid.IntRange(0, 12).Draw(t, "lines") {
			if rapid.Bool().Draw(t, "good") {
				good++
				lines = append(lines, jsonStory(good))
				want = append(want, story(good))
			} else {
				lines = append(lines, bad.Draw(t, "bad"))
			}
		}
		reports, _ := collect([]string{"-"}, strings.NewReader(strings.Join(lines, "\n")))
		var got []string
		for _, r := range reports {
			if strings.HasPrefix(r.Text, "The envoys") {
				got = append(got, r.Text)
			}
		}
		if !slices.Equal(got, want) {
			t.Fatalf("read %q, want %q", got, want)
		}
	})
}

func FuzzOpen(f *testing.F) {
	for _, seed := range []string{story(1), jsonStory(1) + "\n" + `{"text":`, examplePage[:400], "[" + jsonStory(1) + "]", "{\n\"text\": \"x\"\n}", "\x1f\x8b\x08", "\xff\xfea\x00"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		reports, failures := collect([]string{"-"}, bytes.NewReader(data))
		for _, r := range reports {
			if r.ID == "" || r.Text == "" || r.BodyStart > len(r.Text) || r.Text != Clean(r.Text) && r.BodyStart == 0 {
				t.Fatalf("%+v", r)
			}
		}
		for _, err := range failures {
			var e *Error
			if !errors.As(err, &e) || e.Input != "-" || e.Next == "" {
				t.Fatalf("%v", err)
			}
		}
	})
}

func FuzzReadPage(f *testing.F) {
	for _, seed := range []string{examplePage, "<p>x", "<table><tr><td>x<table>", "<b><p></b></p>", "<!--", "<a href='"} {
		f.Add("<html>" + seed)
	}
	f.Fuzz(func(t *testing.T, page string) {
		r, err := Read("x.html", []byte(page))
		var e *Error
		if err != nil && !errors.As(err, &e) {
			t.Fatal(err)
		}
		if err == nil && r.Text == "" {
			t.Fatal("a report without text")
		}
	})
}
