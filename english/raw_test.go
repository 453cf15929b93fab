package english

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"os"
	"testing"

	"chancery/internal/shareddata"
)

// TestRawTexts reads texts of several houses as they stand, and checks that each becomes a well-formed
// document in little time.
func TestRawTexts(t *testing.T) {
	reader := testReader(t)
	const texts = 25
	for _, name := range []string{"whitehouse_2021-2026", "muc3_fbis_1988-1991", "kcna_2011-2012", "reuters21578_1987",
		"headlines_china_media_2022"} {
		f, err := os.Open(shareddata.Need(t, "data", "rawtext", name+".jsonl.gz"))
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		z, err := gzip.NewReader(f)
		if err != nil {
			t.Fatal(err)
		}
		lines := bufio.NewReader(z)
		tokens, sentences := 0, 0
		for range texts {
			line, err := lines.ReadBytes('\n')
			if err != nil {
				break
			}
			var record struct{ Title, Text string }
			if err := json.Unmarshal(line, &record); err != nil {
				t.Fatal(err)
			}
			d := reader.Read(record.Title + "\n\n" + record.Text)
			checkDocument(t, d)
			tokens, sentences = tokens+len(d.Tokens), sentences+len(d.Sentences)
		}
		if tokens == 0 || tokens < 4*sentences || tokens > 60*sentences {
			t.Errorf("%s: %d tokens in %d sentences", name, tokens, sentences)
		}
	}
}
