package english

import "testing"

// BenchmarkSegment cuts news into tokens and sentences.
func BenchmarkSegment(b *testing.B) {
	text := benchText()
	d := &Document{Text: text}
	segment(d)
	tokens := len(d.Tokens)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		segment(&Document{Text: text})
	}
	b.ReportMetric(float64(tokens)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}
