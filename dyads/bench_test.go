package dyads_test

import (
	"testing"

	"chancery/dyads"
)

var benchmarked = []string{
	"<a>The Senegalese government</a> has agreed to lift its ban on <r>two opposition newspapers</r>, a minister told reporters in Dakar on Friday.",
	"After a week of fighting along the river, <a>the rebels</a> accused <r>the army</r> of shelling three villages and killing at least 19 people.",
	"<r>A Bolivian union leader</r> who had been on hunger strike was arrested by <a>police in La Paz</a> on Sunday, his lawyer said.",
}

// BenchmarkPair reads a sentence and codes a pair; BenchmarkReadAlone only reads it.
func BenchmarkPair(b *testing.B) { benchmark(b, true) }

func BenchmarkReadAlone(b *testing.B) { benchmark(b, false) }

func benchmark(b *testing.B, code bool) {
	coder, reader := setUp(b)
	b.ReportAllocs()
	b.ResetTimer()
	for n := 0; b.Loop(); n++ {
		text, actor, recipient := take(benchmarked[n%len(benchmarked)])
		doc := reader.Read(text)
		if code && coder.Pair(doc, actor, recipient).Event == dyads.None {
			b.Fatal("no event")
		}
	}
}
