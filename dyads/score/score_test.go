package score

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"chancery/dyads"
	"chancery/english"
	"chancery/internal/shareddata"
)

func write(t *testing.T, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

const header = "sentence_id\tmarked_sentence\tgold_root\tgold_penta\n"

func TestTables(t *testing.T) {
	path := write(t, "pairs.tsv", header+
		"1\t<t>Two priests</t> were freed by <s>the junta</s>.\tYIELD\t2\n"+
		"2\tThe mayor of <s>Lima</s> praised <t>Quito</t> and <t>Quito</t>.\tSUPPORT\t1\n")
	items, err := read(path)
	if err != nil {
		t.Fatal(err)
	}
	first, second := items[0], items[1]
	if got := first.text[first.actor.Start:first.actor.End] + "|" + first.text[first.recipient.Start:first.recipient.End]; got != "the junta|Two priests" {
		t.Errorf("the first pair is %q", got)
	}
	if second.recipient.Start != strings.Index(second.text, "Quito") || second.quad != 1 {
		t.Errorf("the second is %+v", second)
	}
}

func TestCodedSentencesOfPlover(t *testing.T) {
	path := write(t, "gold.json", `[{"id":"0","event":"DOCUMENT","text":""},
		{"id":"1","event":"DEMAND","text":"Peru and Chile urged Peru to act.","source":[{"actorText":"Peru"}],"target":[{"actorText":"Peru"}]},
		{"id":"2","event":"FIGHT","text":"Chad's army ... and Mali fought.","source":[{"actorText":"Chad's ... army"},{"actorText":"Mali"}],"target":["x"]}]`)
	items, err := read(path)
	if err != nil {
		t.Fatal(err)
	}
	if len(items) != 2 || items[0].event != "REQUEST" || items[1].event != "ASSAULT" || items[1].quad != 4 {
		t.Fatalf("%+v", items)
	}
	if r := items[0].recipient; r.Start != 21 {
		t.Errorf("the recipient that bears the actor's name is at %v", r)
	}
	if r := items[1].recipient; items[1].text[r.Start:r.End] != "Mali" {
		t.Errorf("of two sources the second is met at %v", r)
	}
}

func TestWhatCannotBeRead(t *testing.T) {
	for _, c := range []struct{ content, want string }{
		{"", "the file is empty"},
		{"a\tb\n1\t2\n", "names no columns marked_sentence and gold_root"},
		{header + "1\tx\n", "line 2: 2 columns, want 4"},
		{header, "it holds no coded sentences"},
		{"[{", "unexpected end of JSON"},
	} {
		if _, err := read(write(t, "file", c.content)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q gives %v, want %q", c.content, err, c.want)
		}
	}
}

// The classes' mean counts a class that is never found, and not one that is not in the set.
func TestMacro(t *testing.T) {
	counted := newTable("root")
	counted.add("AID", "AID")
	counted.add("AID", "AID")
	counted.add("REJECT", "NONE")
	if got := Macro(counted.table(5)); got != 50 {
		t.Errorf("one class right and one never found give %v, want 50", got)
	}
	if c := counted.table(5).Confusions; len(c) != 1 || c[0].Gold != "REJECT" || c[0].Found != "NONE" {
		t.Errorf("confusions %v", c)
	}
}

// floors are a little below what the coder that ships reaches, in per cent: events and quad classes with the pair
// given, and precision and recall without it.
var floors = map[string][4]float64{
	"PLV_train.tsv":         {86, 93, 74, 62},
	"PLOVER_GSR_CAMEO.json": {78.5, 92, 69, 52},
}

func TestPublicSetsKeepTheirScores(t *testing.T) {
	reader, err := english.New()
	if err != nil {
		t.Fatal(err)
	}
	coder, err := dyads.New()
	if err != nil {
		t.Fatal(err)
	}
	for name, floor := range floors {
		result, err := Path(reader, coder, shareddata.Need(t, "data", "events", name), Options{Find: true})
		if err != nil {
			t.Fatal(err)
		}
		found := result.Tables[2].Row(triple)
		for k, got := range []float64{Macro(result.Tables[0]), Macro(result.Tables[1]), found.Precision(), found.Recall()} {
			t.Logf("%s, %s: %.1f", name, [...]string{"root", "quad", "precision", "recall"}[k], got)
			if got < floor[k] {
				t.Errorf("%s, %s: %.1f, want at least %.1f", name, [...]string{"root", "quad", "precision", "recall"}[k], got, floor[k])
			}
		}
	}
}
