package petrarch

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// nothingKnown is a program that knows only CAMEO's codes of two digits.
type nothingKnown struct{}

func (nothingKnown) Code(code string) bool            { return len(code) == 2 || len(code) == 3 }
func (nothingKnown) Actor(string) (there, assoc bool) { return false, false }
func (nothingKnown) Named(string) []string            { return nil }
func (nothingKnown) Agent(string) bool                { return false }

func imported(t *testing.T, sources map[string]string) *Result {
	t.Helper()
	folder := t.TempDir()
	path := func(kind string) string {
		text, ok := sources[kind]
		if !ok {
			return ""
		}
		p := filepath.Join(folder, kind+".txt")
		if err := os.WriteFile(p, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return p
	}
	s := Sources{Verbs: path("verbs"), Agents: path("agents"), Discards: path("discards")}
	if p := path("actors"); p != "" {
		s.Actors = []string{p}
	}
	r, err := Import(s, nothingKnown{})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestVerbsBecomeFrames(t *testing.T) {
	r := imported(t, map[string]string{"verbs": `&FRUIT_
+APPLE
+FIGS

--- SEND [030] ---
SEND {SENT SENDS SENDING }
BREAK_+OFF [160]
- * &FRUIT_ TO + [071]
~ 010:030 [050]
BROKEN BLOCK {
`})
	for _, want := range []string{"send", "apple", `"030"`, `"071"`} {
		if !strings.Contains(r.Codebook, want) {
			t.Errorf("the codebook has no %s:\n%s", want, r.Codebook)
		}
	}
	var why []string
	for _, s := range r.Skipped {
		if s.Line == 0 || s.Why == "" || s.File == "" {
			t.Errorf("%+v names no line, no file or no reason", s)
		}
		why = append(why, s.Why)
	}
	if len(why) != 2 {
		t.Errorf("not taken: %q, want the rule and the open brace", why)
	}
}

// A code of the target alone would make an act without a code, and the whole codebook could not be read.
func TestCodesOfTheTargetAloneAreNotTaken(t *testing.T) {
	r := imported(t, map[string]string{"verbs": "--- OBTAIN [:030] ---\nOBTAIN\nGAIN [:033]\n- * GRANT [:033]\n- * PEACE [050]\n"})
	if len(r.Skipped) != 2 || strings.Contains(r.Codebook, `cameo = ""`) || !strings.Contains(r.Codebook, `"050"`) {
		t.Errorf("not taken: %+v\n%s", r.Skipped, r.Codebook)
	}
}

func TestActorsBecomeNames(t *testing.T) {
	r := imported(t, map[string]string{"actors": `ARNOR_ [ARN]
+ARNORIAN
ARATHORN_ [ARNGOV <980101] [ARNELI >980101]
`})
	var all strings.Builder
	for _, rows := range r.Register {
		all.WriteString(rows)
	}
	for _, want := range []string{"ARN", "Arnor"} {
		if !strings.Contains(all.String(), want) {
			t.Errorf("the register's rows have no %s:\n%s", want, all.String())
		}
	}
}

func FuzzImport(f *testing.F) {
	f.Add("--- RAID [190] ---\nRAID {RAIDED }\n- * &X_ [1]\n", "A_B [AAA <990101]\n+C\n", "MAN [~CVL]\n!P! = A, B\n", "+X\n")
	f.Add("<!-- \n", "[", "{} [", "#")
	f.Fuzz(func(t *testing.T, verbs, actors, agents, discards string) {
		imported(t, map[string]string{"verbs": verbs, "actors": actors, "agents": agents, "discards": discards})
	})
}
