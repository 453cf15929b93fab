package codebook_test

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
	"chancery/actors"
	"chancery/codebook"
	"chancery/corpus"
	"chancery/desk"
)

// A passage is a few sentences of news with the claims that a person reads in them. The form of its
// files is described in testdata/passages/README.md.
type passage struct {
	file     string
	line     int
	section  string // the act, or the theme, under whose heading it stands
	day      chancery.Date
	text     string
	expected []corpus.Expected
	only     bool // nothing but the expected claims may be read
	cause    string
}

// The day on which a passage without a day of its own was written: a Monday.
var passageDay = chancery.NewDate(2025, 6, 16)

const knownGaps = "known-gaps.txt"

// Causes that a known gap may give.
var causes = []string{"parse", "actors", "calendar", "rule", "data", "lemma"}

func readPassages(name string) ([]passage, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var all []passage
	var body strings.Builder
	section, open, none, others := "", false, false, false
	finish := func() error {
		if !open {
			return nil
		}
		open = false
		p := &all[len(all)-1]
		if p.expected, err = corpus.ReadExpected(strings.NewReader(body.String())); err != nil {
			return fmt.Errorf("%s:%d: passage: %w", name, p.line, err)
		}
		positive := slices.ContainsFunc(p.expected, func(e corpus.Expected) bool { return !e.Not })
		if len(p.expected) == 0 && !none {
			return fmt.Errorf("%s:%d: the passage says neither what it claims nor “none”", name, p.line)
		}
		if positive && none {
			return fmt.Errorf("%s:%d: the passage lists claims and says “none”", name, p.line)
		}
		p.only = (positive || none) && !others
		body.Reset()
		none, others = false, false
		return nil
	}
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimRight(lines.Text(), " \t")
		switch {
		case strings.HasPrefix(line, "## "):
			if err := finish(); err != nil {
				return nil, err
			}
			section = strings.TrimPrefix(line, "## ")
		case strings.HasPrefix(line, "=== "):
			if err := finish(); err != nil {
				return nil, err
			}
			p, err := newPassage(strings.TrimPrefix(line, "=== "))
			if err != nil {
				return nil, fmt.Errorf("%s:%d: %w", name, n, err)
			}
			p.file, p.line, p.section = filepath.Base(name), n, section
			all, open = append(all, p), true
		case !open:
			if line != "" && !strings.HasPrefix(line, "#") {
				return nil, fmt.Errorf("%s:%d: %q belongs to no passage", name, n, line)
			}
		case strings.HasPrefix(line, "| "):
			all[len(all)-1].text += "\n\n" + strings.TrimPrefix(line, "| ")
		case line == "none":
			none = true
		case line == "others: allowed":
			others = true
		case strings.HasPrefix(line, "cause: "):
			all[len(all)-1].cause = strings.TrimPrefix(line, "cause: ")
		default:
			body.WriteString(line + "\n")
		}
	}
	if err := finish(); err != nil {
		return nil, err
	}
	return all, lines.Err()
}

// newPassage reads the text of a passage, with its day in brackets before it if it has one.
func newPassage(text string) (passage, error) {
	p := passage{text: text, day: passageDay}
	if rest, ok := strings.CutPrefix(text, "["); ok {
		day, after, _ := strings.Cut(rest, "]")
		date, err := chancery.ParseDate(day)
		if err != nil {
			return p, fmt.Errorf("the day of the passage: %w", err)
		}
		p.day, p.text = date, strings.TrimSpace(after)
	}
	return p, nil
}

func passageFiles(t *testing.T) map[string][]passage {
	t.Helper()
	names, err := filepath.Glob("testdata/passages/*.txt")
	if err != nil || len(names) == 0 {
		t.Fatalf("no passages: %v", err)
	}
	files := map[string][]passage{}
	for _, name := range names {
		if files[filepath.Base(name)], err = readPassages(name); err != nil {
			t.Fatal(err)
		}
	}
	return files
}

var theDesk = sync.OnceValues(func() (*desk.Desk, error) {
	register, err := actors.Default()
	if err != nil {
		return nil, err
	}
	return desk.Default(register)
})

// check reads a passage and says, in the words of its file, what is wrong with the claims.
func check(t *testing.T, p passage) (problems string) {
	t.Helper()
	d, err := theDesk()
	if err != nil {
		t.Fatal(err)
	}
	book, err := codebook.Default()
	if err != nil {
		t.Fatal(err)
	}
	reading := d.Read(chancery.Report{ID: "passage", Text: p.text, Published: chancery.Day(p.day)})
	result := corpus.Compare(reading.Claims, p.expected, "", func(id string) bool {
		act, _ := book.Act(id)
		return act.Mutual
	})
	var b strings.Builder
	for _, e := range result.Missing {
		fmt.Fprintf(&b, "  missing: %s\n", written(e))
	}
	for _, e := range result.Forbidden {
		fmt.Fprintf(&b, "  ruled out and read: %s\n", written(e))
	}
	if p.only || b.Len() > 0 {
		for _, c := range result.Extra {
			fmt.Fprintf(&b, "  extra: %s\n    rule: %s\n", strings.ReplaceAll(corpus.Describe(c), "\n", "\n  "), c.Rule)
		}
	}
	return b.String()
}

// written is an expected claim on one line.
func written(e corpus.Expected) string {
	parts := []string{e.Act}
	for _, field := range [][2]string{
		{"who", strings.Join(e.Who, ", ")}, {"whom", strings.Join(e.Whom, ", ")}, {"in", e.In}, {"about", e.About},
		{"where", e.Where}, {"when", e.When}, {"mood", e.Mood}, {"said by", e.SaidBy}, {"passage", e.Passage},
	} {
		if field[1] != "" {
			parts = append(parts, field[0]+": "+field[1])
		}
	}
	return strings.Join(parts, " | ")
}

// Every passage gives the claims written under it, and a known gap is still a gap.
func TestPassages(t *testing.T) {
	for name, passages := range passageFiles(t) {
		t.Run(strings.TrimSuffix(name, ".txt"), func(t *testing.T) {
			right := 0
			for _, p := range passages {
				problems := check(t, p)
				switch {
				case name == knownGaps && problems == "":
					t.Errorf("%s:%d: is read rightly now; move it to the file of its act:\n%s", name, p.line, p.text)
				case name != knownGaps && problems != "":
					t.Errorf("%s:%d: %s\n%s", name, p.line, p.text, problems)
				default:
					right++
				}
			}
			t.Logf("%d of %d passages", right, len(passages))
		})
	}
}

// A slip in a passage file would be a test that cannot fail.
func TestPassagesAreWellWritten(t *testing.T) {
	book, err := codebook.Default()
	if err != nil {
		t.Fatal(err)
	}
	texts := map[string]string{}
	for name, passages := range passageFiles(t) {
		for _, p := range passages {
			place := fmt.Sprintf("%s:%d", name, p.line)
			for _, e := range p.expected {
				if _, ok := book.Act(e.Act); !ok {
					t.Errorf("%s: %q is no act of the codebook", place, e.Act)
				}
				if e.Mood != "" && !slices.Contains(chancery.Moods, chancery.Mood(e.Mood)) {
					t.Errorf("%s: %q is no mood", place, e.Mood)
				}
			}
			if (name == knownGaps) != (p.cause != "") || (p.cause != "" && !slices.Contains(causes, p.cause)) {
				t.Errorf("%s: cause %q; a known gap has one of %q, another passage has none", place, p.cause, causes)
			}
			if other, there := texts[p.text]; there {
				t.Errorf("%s: the same passage stands in %s", place, other)
			}
			texts[p.text] = place
		}
	}
}

// Every act has passages under its heading: a plain one, another form, and a trap.
func TestEveryActHasPassages(t *testing.T) {
	book, err := codebook.Default()
	if err != nil {
		t.Fatal(err)
	}
	plain := map[string]chancery.Mood{ // where doing it is to wish or to plan
		"seek-standing": chancery.MoodUnderWay, "ready": chancery.MoodWished, "plan": chancery.MoodPlanned,
	}
	count, without := map[string]int{}, map[string]int{}
	for _, passages := range passageFiles(t) {
		for _, p := range passages {
			count[p.section]++
			done := plain[p.section]
			if done == "" {
				done = chancery.MoodOccurred
			}
			if !slices.ContainsFunc(p.expected, func(e corpus.Expected) bool {
				return !e.Not && e.Act == p.section && e.Mood == string(done)
			}) {
				without[p.section]++
			}
		}
	}
	for _, act := range book.Acts() {
		if act.ID == "quote" {
			continue // voice.txt
		}
		if count[act.ID] < 3 || without[act.ID] < 1 || without[act.ID] == count[act.ID] {
			t.Errorf("%s: %d passages, of which %d without the act done; each act needs three, one of them a trap",
				act.ID, count[act.ID], without[act.ID])
		}
	}
}
