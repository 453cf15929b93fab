package codebook_test

import (
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"chancery"
	"chancery/codebook"
)

// dataFiles is a copy of the codebook's files, to be spoilt.
func dataFiles(t *testing.T) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	for _, name := range []string{"cameo.tsv", "wordlists.toml", "moods.toml", "compositions.toml", "examples.tsv"} {
		addFile(t, files, name)
	}
	acts, err := os.ReadDir("data/acts")
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range acts {
		addFile(t, files, "acts/"+a.Name())
	}
	return files
}

func addFile(t *testing.T, files fstest.MapFS, name string) {
	t.Helper()
	text, err := os.ReadFile("data/" + name)
	if err != nil {
		t.Fatal(err)
	}
	files[name] = &fstest.MapFile{Data: text}
}

func TestActsAreWhole(t *testing.T) {
	book, err := codebook.Default()
	if err != nil {
		t.Fatal(err)
	}
	acts := book.Acts()
	if len(acts) < 80 {
		t.Errorf("%d acts, fewer than 80", len(acts))
	}
	placeholder := regexp.MustCompile(`\{[^}]*\}`)
	known := []string{"{actor}", "{recipient}", "{object}", "{instrument}", "{association}", "{standing}"}
	kinds := []chancery.Kind{chancery.KindEvent, chancery.KindStanding, chancery.KindAgreement, chancery.KindCommitment,
		chancery.KindPosition, chancery.KindTie, chancery.KindQuote}
	events := strings.Fields("AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT")
	statements := []string{"send-message", "publish", "quote"} // CAMEO 010 has no PLOVER event
	for _, act := range acts {
		if !strings.Contains(act.Gloss, "{actor}") && !strings.Contains(act.Gloss, "{association}") {
			t.Errorf("%s: the gloss %q names no {actor}", act.ID, act.Gloss)
		}
		for _, p := range placeholder.FindAllString(act.Gloss, -1) {
			if !slices.Contains(known, p) {
				t.Errorf("%s: the gloss has %s; known are %q", act.ID, p, known)
			}
		}
		if !slices.Contains(kinds, act.Kind) {
			t.Errorf("%s: kind %q", act.ID, act.Kind)
		}
		if act.Cameo == "" {
			t.Errorf("%s: no CAMEO code", act.ID)
		}
		statement := slices.Contains(statements, act.ID)
		if statement != (act.Plover.Event == "") || (!statement && (!slices.Contains(events, act.Plover.Event) || act.Quad == 0)) {
			t.Errorf("%s: PLOVER event %q, quad %d", act.ID, act.Plover.Event, act.Quad)
		}
		if act.Standing != "" && !act.Standing.Known() {
			t.Errorf("%s: standing %q", act.ID, act.Standing)
		}
		if act.Kind == chancery.KindStanding && act.Standing == "" {
			t.Errorf("%s: is of kind standing and says not which", act.ID)
		}
		if again, ok := book.Act(act.ID); !ok || again.ID != act.ID {
			t.Errorf("%s: is listed and not found", act.ID)
		}
	}
	if _, ok := book.Act("no such act"); ok {
		t.Error("an act that is not there is found")
	}
}

// Frames name slots that the grammar has: a slot misspelt would never hold anybody.
func TestFramesNameKnownSlots(t *testing.T) {
	known := map[string]bool{}
	for _, name := range strings.Fields(`subject object experiencer indirect infinitive gerund clause clause-subject complement
		adverb possessor modifier self title evidence governor carrier present negated subjunctive future verb case list
		to with of for from in on at by into against between over about towards toward upon under behind near around
		along out as after include until upon through around up before outside off without`) {
		known[name] = true
	}
	key := regexp.MustCompile(`^\s*(actor|recipient|association|instrument|object|standing)\s*=\s*\[([^\]]*)\]`)
	inner := regexp.MustCompile(`(?:^|[{,]\s*)"?([a-z][a-z.-]*)"?\s*=\s*\[`)
	condition := regexp.MustCompile(`^\s*(?:require|forbid)\s*=\s*\{(.*)\}`)
	present := regexp.MustCompile(`present\s*=\s*\[([^\]]*)\]`)
	count := 0
	check := func(name, list string) {
		for _, slot := range strings.Split(list, ",") {
			slot = strings.Trim(strings.TrimSpace(slot), `"`)
			if slot == "" {
				continue
			}
			for _, part := range strings.Split(slot, ".") {
				count++
				if !known[part] {
					t.Errorf("%s: slot %q: %q is no slot of the grammar", name, slot, part)
				}
			}
		}
	}
	for name, file := range dataFiles(t) {
		if !strings.HasPrefix(name, "acts/") {
			continue
		}
		for _, line := range strings.Split(string(file.Data), "\n") {
			if m := key.FindStringSubmatch(line); m != nil {
				check(name, m[2])
			}
			if m := condition.FindStringSubmatch(line); m != nil {
				for _, k := range inner.FindAllStringSubmatch(m[1], -1) {
					check(name, k[1])
				}
				if p := present.FindStringSubmatch(m[1]); p != nil {
					check(name, p[1])
				}
			}
		}
	}
	if count < 500 {
		t.Errorf("only %d slots were looked at", count)
	}
}

// A slip of the pen is an error that says where.
func TestSlipsAreErrors(t *testing.T) {
	const act = `
[[act]]
id = "juggle"
gloss = "{actor} juggles"
kind = "event"
cameo = "040"
  [[act.frame]]
  verb = ["juggle"]
`
	for _, test := range []struct {
		name, file, text string
		want             []string
	}{
		{"unknown key of an act", "acts/9-new.toml", act + "\n[[act]]\nid = \"x\"\nglos = \"y\"\n", []string{"acts/9-new.toml", "unknown key", "glos"}},
		{"unknown key of a frame", "acts/9-new.toml", act + "  recipients = [\"object\"]\n", []string{"acts/9-new.toml", "recipients"}},
		{"no TOML", "acts/9-new.toml", act + "  verb == 3\n", []string{"acts/9-new.toml"}},
		{"unknown word list", "acts/9-new.toml", act + "  require = { object = [\"@balls\"] }\n", []string{"acts/9-new.toml", "juggle", "@balls"}},
		{"unknown word list in a variant", "acts/9-new.toml", act + "  variants = [ { if = [\"@balls\"], cameo = \"041\" } ]\n", []string{"juggle", "@balls"}},
		{"unknown code", "acts/9-new.toml", strings.Replace(act, `"040"`, `"999"`, 1), []string{"acts/9-new.toml", "juggle", "999"}},
		{"unknown code of a variant", "acts/9-new.toml", act + "  variants = [ { if = [\"ball\"], cameo = \"998\" } ]\n", []string{"juggle", "998"}},
		{"act without a gloss", "acts/9-new.toml", strings.Replace(act, "gloss", "#", 1), []string{"acts/9-new.toml", "juggle", "gloss"}},
		{"act that is there", "acts/9-new.toml", strings.Replace(act, "juggle", "meet", 1), []string{"acts/9-new.toml", "meet", "twice"}},
		{"frame without a word", "acts/9-new.toml", act + "  [[act.frame]]\n  actor = [\"subject\"]\n", []string{"juggle", "frame 2", "names no verb"}},
		{"unknown mood", "moods.toml", "[complement]\nhoped = [\"hope\"]\n", []string{"moods.toml", "hoped"}},
		{"unknown section of moods", "moods.toml", "[interjection]\nplanned = [\"soon\"]\n", []string{"moods.toml", "interjection"}},
		{"list that is no list", "wordlists.toml", "talks = 3\n", []string{"wordlists.toml"}},
		{"short row of codes", "cameo.tsv", "040\tCONSULT\n", []string{"cameo.tsv:1", "2 columns"}},
		{"score that is no number", "cameo.tsv", "040\tCONSULT\t\t\thigh\tconsult\n", []string{"cameo.tsv:1", "high"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			files := dataFiles(t)
			files[test.file] = &fstest.MapFile{Data: []byte(test.text)}
			_, err := codebook.Load(files)
			if err == nil {
				t.Fatal("the slip is let through")
			}
			for _, want := range test.want {
				if !strings.Contains(err.Error(), want) {
					t.Errorf("the error does not name %q: %v", want, err)
				}
			}
		})
	}
}

func TestMissingFilesAreErrors(t *testing.T) {
	for _, name := range []string{"cameo.tsv", "wordlists.toml", "moods.toml", "compositions.toml", "examples.tsv"} {
		files := dataFiles(t)
		delete(files, name)
		if _, err := codebook.Load(files); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("without %s: %v", name, err)
		}
	}
}

func TestVersionChangesWithTheData(t *testing.T) {
	whole := dataFiles(t)
	version := func(files fstest.MapFS) string {
		book, err := codebook.Load(files)
		if err != nil {
			t.Fatal(err)
		}
		return book.Version()
	}
	before := version(whole)
	if again := version(dataFiles(t)); again != before {
		t.Errorf("the same data has versions %s and %s", before, again)
	}
	for _, name := range slices.Sorted(maps.Keys(whole)) {
		files := dataFiles(t)
		files[name] = &fstest.MapFile{Data: append(slices.Clone(files[name].Data), "# a remark\n"...)}
		if version(files) == before {
			t.Errorf("%s changed and the version did not", name)
		}
	}
}
