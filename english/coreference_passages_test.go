package english

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// passage is a text with the mentions that people marked in it.
type passage struct {
	title, text string
	marks       []passageMark
}

// passageMark is a bracket: bytes of the text, and the things it stands for; none: nobody can say.
type passageMark struct {
	start, end int
	things     []string
}

func readPassages(t *testing.T) []passage {
	t.Helper()
	files, err := filepath.Glob("testdata/coreference/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no passages", err)
	}
	var out []passage
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, part := range strings.Split(string(data), "\n= ")[1:] {
			title, body, _ := strings.Cut(part, "\n")
			p := passage{title: filepath.Base(file) + ": " + title}
			p.unbracket(t, strings.TrimSpace(body))
			out = append(out, p)
		}
	}
	return out
}

// unbracket takes the brackets out of a text and notes them.
func (p *passage) unbracket(t *testing.T, body string) {
	var open []int
	var text strings.Builder
	for body != "" {
		switch body[0] {
		case '[':
			head, rest, ok := strings.Cut(body[1:], " ")
			if !ok {
				t.Fatalf("%s: a bracket without a space", p.title)
			}
			m := passageMark{start: text.Len()}
			if head != "-" {
				m.things = strings.Split(head, "+")
			}
			open = append(open, len(p.marks))
			p.marks = append(p.marks, m)
			body = rest
		case ']':
			if len(open) == 0 {
				t.Fatalf("%s: a bracket closes nothing", p.title)
			}
			p.marks[open[len(open)-1]].end = text.Len()
			open = open[:len(open)-1]
			body = body[1:]
		default:
			text.WriteByte(body[0])
			body = body[1:]
		}
	}
	p.text = text.String()
}

// at is the mention in a mark whose head depends on nothing in it, or None.
func (m *passageMark) at(d *Document) int {
	inside := func(t int) bool { return t != Root && d.Tokens[t].Start >= m.start && d.Tokens[t].End <= m.end }
	for i := range d.Mentions {
		if h := d.Mentions[i].Head; inside(h) && !inside(d.Tokens[h].Head) {
			return i
		}
	}
	return None
}

// TestPassages reads passages of diplomacy and compares what was joined with the brackets.
func TestPassages(t *testing.T) {
	reader := testReader(t)
	hits, wrong, missed := 0, 0, 0
	for _, p := range readPassages(t) {
		d := reader.Read(p.text)
		things := map[int]string{} // of mentions
		for _, m := range p.marks {
			things[m.at(d)] = strings.Join(m.things, "+")
		}
		seen := map[string]bool{}
		for _, m := range p.marks {
			i := m.at(d)
			if i == None {
				t.Errorf("%s: %q is no mention", p.title, p.text[m.start:m.end])
				continue
			}
			found := &d.Mentions[i]
			want := strings.Join(m.things, "+")
			fresh := !seen[want]
			seen[want] = true
			switch {
			case len(found.Antecedents) > 0:
				var got []string
				for _, a := range found.Antecedents {
					got = append(got, things[a])
				}
				slices.Sort(got)
				if strings.Join(got, "+") == want {
					hits++
				} else if len(m.things) == 1 && fresh {
					continue // a thing that the passage does not take apart
				} else {
					wrong++
					t.Logf("WRONG %s: %q is %q", p.title, p.text[m.start:m.end], got)
				}
			case found.Antecedent == None:
				if !fresh || len(m.things) > 1 {
					missed++
					t.Logf("missed %s: %q", p.title, p.text[m.start:m.end])
				}
			case want != "" && things[found.Antecedent] == want:
				hits++
			default:
				wrong++
				a := d.Mentions[found.Antecedent]
				t.Logf("WRONG %s: %q is %q", p.title, p.text[m.start:m.end], d.Slice(a.First, a.Last-1))
			}
		}
	}
	precision := 100 * float64(hits) / float64(hits+wrong)
	recall := 100 * float64(hits) / float64(hits+missed+wrong)
	if precision < 96 || recall < 92 {
		t.Error("worse than it was")
	}
	t.Logf("%d right, %d wrong, %d missed: precision %.1f, recall %.1f", hits, wrong, missed, precision, recall)
}
