package codebook_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"chancery/codebook"
)

// own writes a file of somebody's own.
func own(t *testing.T, text string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "own.toml")
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

const twinning = `
[[act]]
id = "twin"
gloss = "{actor} is twinned with {recipient}"
kind = "tie"
cameo = "050"
  [[act.frame]]
  verb = ["twin"]
  recipient = ["with"]
`

func TestOwnActsStandBesideTheOthers(t *testing.T) {
	book, err := codebook.Default()
	if err != nil {
		t.Fatal(err)
	}
	mine, err := book.With(own(t, twinning))
	if err != nil {
		t.Fatal(err)
	}
	if _, ok := mine.Act("twin"); !ok || len(mine.Acts()) != len(book.Acts())+1 {
		t.Errorf("%d acts, %d before; twin is there: %v", len(mine.Acts()), len(book.Acts()), ok)
	}
	if _, ok := book.Act("twin"); ok {
		t.Error("an act of one's own is in the codebook that ships")
	}
	again, err := book.With(own(t, twinning+"# a remark\n"))
	if err != nil {
		t.Fatal(err)
	}
	if mine.Version() == book.Version() || again.Version() == mine.Version() {
		t.Errorf("versions %s, %s with a file, %s with another", book.Version(), mine.Version(), again.Version())
	}
	if same, err := book.With(); err != nil || same != book {
		t.Errorf("without files it is another codebook: %v", err)
	}
}

// What is wrong in a file of one's own is said with the file, the act, the frame and what may stand there.
func TestSlipsOfOnesOwnAreErrors(t *testing.T) {
	book, err := codebook.Default()
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name, text string
		want       []string
	}{
		{"slot", strings.Replace(twinning, `["with"]`, `["object.wiht"]`, 1), []string{`act "twin"`, "frame 1", "recipient", "wiht", "infinitive"}},
		{"condition", twinning + "  require = { evidense = [\"town\"] }\n", []string{"frame 1", "require", "evidense", "governor"}},
		{"condition without words", twinning + "  forbid = { object = [] }\n", []string{"forbid", "object", "no words"}},
		{"variant", twinning + "  variants = [ { if = [\"town\"], in = [\"objct\"], cameo = \"051\" } ]\n", []string{"variants", "objct"}},
		{"variant without words", twinning + "  variants = [ { cameo = \"051\" } ]\n", []string{"frame 1", "if ="}},
		{"kind", strings.Replace(twinning, `"tie"`, `"knot"`, 1), []string{"knot", "agreement"}},
		{"mood", twinning + "  mood = \"hoped\"\n", []string{"frame 1", "hoped", "planned"}},
		{"composition", strings.Replace(twinning, `kind = "tie"`, "kind = \"tie\"\ncompose = \"sung\"", 1), []string{"sung", "compositions.toml"}},
		{"frame without words", strings.Replace(twinning, `verb = ["twin"]`, `office = true`, 1), []string{"frame 1", "names no verb"}},
		{"unknown key", twinning + "  objects = [\"object\"]\n", []string{"objects", "a frame verb, noun"}},
		{"known word list", twinning + "[words]\ntalks = [\"chat\"]\n", []string{"talks", "another name"}},
		{"known code", twinning + "[[code]]\nid = \"050\"\n", []string{"050"}},
		{"unknown event", twinning + "[[code]]\nid = \"W1\"\nevent = \"SING\"\n", []string{"W1", "SING", "CONSULT"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			file := own(t, test.text)
			_, err := book.With(file)
			if err == nil {
				t.Fatal("the slip is let through")
			}
			for _, want := range append(test.want, file) {
				if !strings.Contains(err.Error(), want) {
					t.Errorf("the error does not name %q: %v", want, err)
				}
			}
		})
	}
}
