package english

import (
	"runtime"
	"slices"
	"strings"
	"testing"

	"chancery/english/internal/names"
	"time"
)

// benchText is news-like text of a few thousand tokens.
func benchText() string {
	const story = `GENEVA, March 4 (NWA) — The foreign ministers of Norway, Chile and Ghana agreed on Tuesday to open
talks on a trade treaty, a spokesman said. "We have waited for this for ten years," Chile's Minister of Foreign
Affairs, Rosa Fuentes, told reporters after the meeting at the Palais des Nations. The treaty, which was first
proposed in 2016, would cut tariffs on about 4,200 goods and is expected to be signed before the end of the year.

Ghana, the current chair of the group, will invite Togo and Benin to join as observers, according to a statement
that was issued by the ministry in Accra. It did not say when the two countries would be admitted.

`
	return strings.Repeat(story, 20)
}

// measure runs a stage over the text of d and reports tokens a second, allocations a sentence, and how
// many times as fast strings.Fields splits the same text on spaces in the same run.
func measure(b *testing.B, d *Document, stage func()) {
	var before, after runtime.MemStats
	b.SetBytes(int64(len(d.Text)))
	stage() // so that what is made once is there
	runtime.ReadMemStats(&before)
	for b.Loop() {
		stage()
	}
	runtime.ReadMemStats(&after)
	rounds, took := float64(b.N), b.Elapsed().Seconds()
	b.ReportMetric(float64(len(d.Tokens))*rounds/took, "tokens/s")
	b.ReportMetric(float64(after.Mallocs-before.Mallocs)/rounds/float64(len(d.Sentences)), "allocs/sentence")
	b.ReportMetric(took/rounds/fieldsTakes(d.Text).Seconds(), "xFields")
}

// fieldsTakes is how long strings.Fields takes on a text.
func fieldsTakes(text string) time.Duration {
	const rounds = 200
	begin := time.Now()
	for range rounds {
		fields = strings.Fields(text)
	}
	return time.Since(begin) / rounds
}

var fields []string // keeps the compiler from leaving the split out

// BenchmarkRead reads news, all stages together and each by itself.
func BenchmarkRead(b *testing.B) {
	reader := testReader(b)
	d := reader.Read(benchText())
	b.Run("all", func(b *testing.B) { measure(b, d, func() { reader.Read(d.Text) }) })
	b.Run("segment", func(b *testing.B) { measure(b, d, func() { segment(&Document{Text: d.Text}) }) })
	b.Run("quotations", func(b *testing.B) { measure(b, d, func() { quotations(d) }) })
	b.Run("features", func(b *testing.B) {
		measure(b, d, func() {
			for i := range d.Tokens {
				d.Features(i)
			}
		})
	})
	b.Run("verbgroups", func(b *testing.B) {
		measure(b, d, func() {
			for i := range d.Tokens {
				d.VerbGroup(i)
			}
		})
	})
	b.Run("attributions", func(b *testing.B) { measure(b, d, func() { attributions(d) }) })
	b.Run("mentions", func(b *testing.B) { measure(b, d, func() { mentions(d) }) })
	n := reader.(*Network)
	b.Run("names", func(b *testing.B) { measure(b, d, func() { n.names.Find(d) }) })
	b.Run("trees", func(b *testing.B) {
		again := &Document{Text: d.Text, Tokens: slices.Clone(d.Tokens), hints: make([]names.Hint, len(d.Tokens))}
		s := n.scratch.New().(*scratch)
		measure(b, d, func() {
			for i := range d.Sentences {
				n.sentence(again, &d.Sentences[i], s)
			}
		})
	})
}

// BenchmarkLoad decodes the weights that ship.
func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := DecodeWeights(embedded); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkLoadNames reads the lists of names.
func BenchmarkLoadNames(b *testing.B) {
	for b.Loop() {
		readOwnNames()
	}
}
