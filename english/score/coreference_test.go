package score

import (
	"slices"
	"testing"

	"chancery/english"
	"chancery/english/internal/gum"
	"chancery/internal/shareddata"
)

// TestCoreference scores what was not learnt from: the development part of GUM, and every fourth text
// of the training part. The floors are a little under what was measured.
func TestCoreference(t *testing.T) {
	held, dev := "en_gum-ud-train.rebuilt.conllu.gz", "en_gum-ud-dev.conllu.gz"
	for _, c := range []struct {
		name, file string
		genres     []string
		floors     map[string][2]float64 // precision and recall
	}{
		{"dev, news and speech", dev, []string{"news", "speech"}, map[string][2]float64{
			"all": {85, 39}, "names": {88, 48}, "he, she": {82, 62}, "they": {81, 46}, "first persons": {87, 70}}},
		{"dev, all genres", dev, nil, map[string][2]float64{"all": {86, 39.5}}},
		{"held out, all genres", held, nil, map[string][2]float64{
			"all": {84, 40}, "names": {82, 63}, "nominals": {80, 9}, "he, she": {88, 49}, "they": {80, 41}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			docs, err := gum.Read(shareddata.Need(t, "data", "treebanks", "gum216", c.file))
			if err != nil {
				t.Fatal(err)
			}
			at := -1
			docs = slices.DeleteFunc(docs, func(d gum.Document) bool {
				at++
				return len(c.genres) > 0 && !slices.Contains(c.genres, d.Genre) || c.file == held && !gum.HeldOut(at)
			})
			reader, err := english.New()
			if err != nil {
				t.Fatal(err)
			}
			rows := 0
			for _, r := range coreferenceOf(reader.(PresplitReader), docs, 0).Rows {
				t.Logf("%-16s P %5.1f R %5.1f (%d/%d, gold %d)", r.Name, r.Precision(), r.Recall(), r.Hits, r.Found, r.Gold)
				floor, ok := c.floors[r.Name]
				if !ok {
					continue
				}
				rows++
				if r.Precision() < floor[0] || r.Recall() < floor[1] {
					t.Errorf("%s: precision %.1f and recall %.1f are under %v", r.Name, r.Precision(), r.Recall(), floor)
				}
			}
			if rows != len(c.floors) {
				t.Errorf("%d rows with floors, want %d", rows, len(c.floors))
			}
		})
	}
}

// given is a reader that finds what it was told to find.
type given struct{ mentions []english.Mention }

func (g given) ReadSentences(sentences [][]string) *english.Document {
	d := &english.Document{Mentions: g.mentions}
	for k, s := range sentences {
		for _, w := range s {
			d.Tokens = append(d.Tokens, english.Token{Start: len(d.Text), End: len(d.Text) + len(w), Sentence: k})
			d.Text += w + " "
		}
	}
	return d
}

func TestCoreferenceCounts(t *testing.T) {
	doc := gum.Document{ID: "test", Genre: "news", Sentences: [][]string{{"Peru", "and", "Chile", "met", "Laine"}, {"They", "thanked", "her", "."}},
		Words: []string{"Peru", "and", "Chile", "met", "Laine", "They", "thanked", "her", "."},
		POS:   []string{"PROPN", "CCONJ", "PROPN", "VERB", "PROPN", "PRON", "VERB", "PRON", "PUNCT"},
		Entities: []gum.Entity{
			{Group: "1", Sort: "place", First: 0, Last: 3, Core: []int{0, 2}, Head: 0, Several: true},
			{Group: "2", Sort: "place", First: 0, Last: 1, Core: []int{0}, Head: 0},
			{Group: "3", Sort: "place", First: 2, Last: 3, Core: []int{2}, Head: 2},
			{Group: "4", Sort: "person", First: 4, Last: 5, Core: []int{4}, Head: 4},
			{Group: "1", Sort: "place", First: 5, Last: 6, Core: []int{5}, Head: 5},
			{Group: "4", Sort: "person", First: 7, Last: 8, Core: []int{7}, Head: 7},
		}}
	mention := func(token, antecedent int, several ...int) english.Mention {
		return english.Mention{First: token, Last: token + 1, Head: token, Antecedent: antecedent, Antecedents: several}
	}
	names := []english.Mention{mention(0, english.None), mention(2, english.None), mention(4, english.None)}
	for _, c := range []struct {
		name     string
		mentions []english.Mention
		row      string
		want     Tally
	}{
		{"right", append(slices.Clone(names), mention(7, 2)), "he, she", Tally{Hits: 1, Found: 1, Gold: 1}},
		{"wrong", append(slices.Clone(names), mention(7, 1)), "he, she", Tally{Found: 1, Gold: 1}},
		{"not found", names, "he, she", Tally{Gold: 1}},
		{"no mention", append(slices.Clone(names), mention(8, 2)), "nominals", Tally{Found: 1}},
		{"several", append(slices.Clone(names), mention(5, english.None, 0, 1)), "several", Tally{Hits: 1, Found: 1}},
		{"not those several", append(slices.Clone(names), mention(5, english.None, 1, 2)), "several", Tally{Found: 1}},
	} {
		table := coreferenceOf(given{c.mentions}, []gum.Document{doc}, 5)
		at := slices.IndexFunc(table.Rows, func(r Row) bool { return r.Name == c.row })
		if at < 0 || table.Rows[at].Tally != c.want {
			t.Errorf("%s: %+v, want %s %+v", c.name, table.Rows, c.row, c.want)
		}
	}
}
