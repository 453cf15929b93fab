package score

import (
	"io"
	"strings"
	"testing"

	"chancery/english"
	"chancery/internal/shareddata"
)

// TestNewsIsCutIntoSentences holds the sentences found in the news among GUM's development part.
func TestNewsIsCutIntoSentences(t *testing.T) {
	f, err := Open(shareddata.Need(t, "data", "treebanks", "gum216", "en_gum-ud-dev.conllu.gz"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	data, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	const begin = "# newdoc id = "
	var news []Sentence
	for document := range strings.SplitSeq(string(data), begin) {
		if !strings.HasPrefix(document, "GUM_news_") {
			continue
		}
		sentences, err := ReadCoNLLU(strings.NewReader(begin + document))
		if err != nil {
			t.Fatal(err)
		}
		news = append(news, sentences...)
	}
	reader, err := english.New()
	if err != nil {
		t.Fatal(err)
	}
	tables, err := Trees(reader, news)
	if err != nil {
		t.Fatal(err)
	}
	got := tables[0].Row(RawSentences)
	t.Logf("%d sentences of news: F1 %.2f", got.Gold, got.F1())
	if got.Gold < 50 || got.F1() < 98 {
		t.Errorf("%d sentences of news are found with F1 %.2f, want at least 98", got.Gold, got.F1())
	}
}
