package score

import (
	"os"
	"slices"
	"strings"
	"testing"

	"chancery/english"
	"chancery/english/internal/gum"
	"chancery/internal/shareddata"
)

func coreferenceReader(t testing.TB) PresplitReader {
	t.Helper()
	reader, err := english.New()
	if err != nil {
		t.Fatal(err)
	}
	return reader.(PresplitReader)
}

// TestCoreferenceTrain prints the tables of the training part, for tuning.
func TestCoreferenceTrain(t *testing.T) {
	reader := coreferenceReader(t)
	file := "en_gum-ud-train.rebuilt.conllu.gz"
	if os.Getenv("DEV") != "" {
		file = "en_gum-ud-dev.conllu.gz"
	}
	path := shareddata.Need(t, "data", "treebanks", "gum216", file)
	docs, err := gum.Read(path)
	if err != nil {
		t.Fatal(err)
	}
	genres := strings.Fields(os.Getenv("GENRE"))
	debugMissed = os.Getenv("MISSED") != ""
	held, n := os.Getenv("HELD"), 0
	docs = slices.DeleteFunc(docs, func(d gum.Document) bool {
		n++
		return len(genres) > 0 && !slices.Contains(genres, d.Genre) || held == "1" && n%4 != 3 || held == "0" && n%4 == 3
	})
	table := coreferenceOf(reader, docs, 1<<20)
	for _, r := range table.Rows {
		t.Logf("%-16s P %5.1f R %5.1f (%d/%d, gold %d)", r.Name, r.Precision(), r.Recall(), r.Hits, r.Found, r.Gold)
	}
	if os.Getenv("ERRORS") != "" {
		for _, c := range table.Confusions {
			t.Logf("%s | %s", c.Found, c.Gold)
		}
	}
}
