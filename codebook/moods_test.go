package codebook_test

import (
	"bufio"
	"os"
	"slices"
	"strings"
	"testing"

	"chancery"
	"chancery/codebook"
)

// moodAct is an act in the forms that a construction may ask for, as testdata/moods.txt gives it.
type moodAct struct {
	id                 string
	do, did, done, ing string
	rest               string // what stands behind the verb; B is whom it is done to
}

// moodRow is a construction with the mood that it gives the act in it.
type moodRow struct {
	line       int
	text, mood string
}

// readMoods reads the table of testdata/moods.txt.
func readMoods(t *testing.T) (acts []moodAct, rows []moodRow) {
	t.Helper()
	f, err := os.Open("testdata/moods.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	section := ""
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimSpace(lines.Text())
		if name, ok := strings.CutPrefix(line, "## "); ok {
			section = name
			continue
		}
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		left, right, ok := strings.Cut(line, " = ")
		if !ok {
			t.Fatalf("line %d: %q has no “=”", n, line)
		}
		if section == "constructions" {
			if right != "none" && !slices.Contains(chancery.Moods, chancery.Mood(right)) {
				t.Fatalf("line %d: %q is no mood", n, right)
			}
			rows = append(rows, moodRow{n, left, right})
			continue
		}
		forms, rest, _ := strings.Cut(right, ": ")
		f := strings.Split(forms, ", ")
		if len(f) != 4 {
			t.Fatalf("line %d: %q are not four forms", n, forms)
		}
		acts = append(acts, moodAct{left, f[0], f[1], f[2], f[3], rest})
	}
	return acts, rows
}

// moodStates are states whose names cannot be read as anything else.
var moodStates = [][2]string{{"Zambia", "ZMB"}, {"Malawi", "MWI"}, {"Peru", "PER"}, {"Bolivia", "BOL"}, {"Norway", "NOR"},
	{"Sweden", "SWE"}, {"Kenya", "KEN"}, {"Uganda", "UGA"}, {"Mongolia", "MNG"}, {"Kazakhstan", "KAZ"}, {"Nepal", "NPL"}}

// say puts an act and its parties into a construction.
func (row moodRow) say(a moodAct, states [3][2]string) string {
	b := strings.NewReplacer("B", states[1][0]).Replace(a.rest)
	return strings.NewReplacer("DOING", a.ing+" "+b, "DOES", a.do+"s "+b, "DONE", a.done+" "+b, "DID", a.did+" "+b, "DO", a.do+" "+b,
		"A ", states[0][0]+" ", "A,", states[0][0]+",", "C ", states[2][0]+" ").Replace(row.text)
}

// mostUnread is the share of readings, in percent, in which the parser may lose the act. It must never make
// another mood of it.
const mostUnread = 2

// A construction gives the act in it one mood, whatever the act is and whoever does it, and never turns
// round who does it to whom.
func TestMoodsOfConstructions(t *testing.T) {
	acts, rows := readMoods(t)
	d, err := theDesk()
	if err != nil {
		t.Fatal(err)
	}
	book, err := codebook.Default()
	if err != nil {
		t.Fatal(err)
	}
	all, unread := 0, 0
	for _, row := range rows {
		for i, act := range acts {
			for k := range 4 {
				states := [3][2]string{}
				for n := range states {
					states[n] = moodStates[(3*row.line+5*i+7*k+n)%len(moodStates)]
				}
				text := row.say(act, states)
				got := "none"
				for _, c := range d.Read(chancery.Report{ID: "mood", Text: text, Published: chancery.Day(passageDay)}).Claims {
					if c.Act != act.id {
						continue
					}
					got = string(c.Mood)
					want := act.id + " " + states[0][1] + " > " + states[1][1] + " " + got
					if a, _ := book.Act(act.id); !a.Mutual && short(book, c) != want {
						t.Errorf("moods.txt:%d: %s\n  read %q, want %q", row.line, text, short(book, c), want)
					}
				}
				all++
				switch {
				case got == row.mood:
				case got == "none":
					unread++
					t.Logf("moods.txt:%d: %s\n  nothing is read, want %s", row.line, text, row.mood)
				default:
					t.Errorf("moods.txt:%d: %s\n  read as %s, want %s", row.line, text, got, row.mood)
				}
			}
		}
	}
	t.Logf("%d of %d readings lost the act", unread, all)
	if 100*unread > mostUnread*all {
		t.Errorf("%d of %d readings lost the act, more than %d %%", unread, all, mostUnread)
	}
}
