package press

import (
	"bytes"
	"strings"
	"testing"

	"chancery/internal/shareddata"
)

// BenchmarkOpen reads a whole collection, from compressed bytes to reports; MB/s are those of the
// compressed file.
func BenchmarkOpen(b *testing.B) {
	for _, name := range []string{"kcna_2011-2012", "muc3_fbis_1988-1991", "reuters21578_1987"} {
		b.Run(name, func(b *testing.B) {
			path := shareddata.Need(b, "data", "rawtext", name+".jsonl.gz")
			var text, reports int
			for b.Loop() {
				text, reports = 0, 0
				for r, err := range Open(b.Context(), []string{path}, nil, Options{}) {
					if err == nil {
						text += len(r.Text)
						reports++
					}
				}
			}
			seconds := b.Elapsed().Seconds() / float64(b.N)
			b.ReportMetric(float64(text)/1e6/seconds, "MB-text/s")
			b.ReportMetric(float64(reports)/seconds, "reports/s")
		})
	}
}

func BenchmarkClean(b *testing.B) {
	plain := strings.Repeat(story(1)+"\n\n", 200)
	marked := strings.Repeat("**Geneva** [talks](https://example.org/a) &amp; more of it.\n -   an *item*\n    goes on\n\n"+story(1)+"\n\n", 150)
	for name, text := range map[string]string{"plain": plain, "markdown": marked} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				Clean(text)
			}
		})
	}
}

func BenchmarkReadDateline(b *testing.B) {
	for b.Loop() {
		ReadDateline("BEIJING, June 5 (Xinhua) -- Envoys voted on the text that the council had before it.")
	}
}

func BenchmarkReadPage(b *testing.B) {
	page := []byte(examplePage)
	b.SetBytes(int64(len(page)))
	for b.Loop() {
		if _, err := Read("page.html", bytes.Clone(page)); err != nil {
			b.Fatal(err)
		}
	}
}
