package english

import (
	"strings"
	"testing"
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

// BenchmarkRead reads news, and reports tokens a second beside those of a plain split on spaces.
func BenchmarkRead(b *testing.B) {
	reader := testReader(b)
	text := benchText()
	tokens := len(reader.Read(text).Tokens)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		reader.Read(text)
	}
	b.ReportMetric(float64(tokens)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}

// BenchmarkFields is the plain split on spaces to compare with.
func BenchmarkFields(b *testing.B) {
	text := benchText()
	b.SetBytes(int64(len(text)))
	words := len(strings.Fields(text))
	for b.Loop() {
		strings.Fields(text)
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}

// BenchmarkLoad decodes the weights that ship.
func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := DecodeWeights(embedded); err != nil {
			b.Fatal(err)
		}
	}
}
