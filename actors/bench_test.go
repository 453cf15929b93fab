package actors

import (
	"io/fs"
	"regexp"
	"strings"
	"testing"
)

func BenchmarkLoad(b *testing.B) {
	data, err := fs.Sub(embedded, "data")
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := Load(data); err != nil {
			b.Fatal(err)
		}
	}
}

// report is what the benchmarks read: prose with about one mention in six words.
var report = strings.Repeat(`Kenya's President William Ruto met the Ethiopian prime minister in Addis Ababa on Tuesday. The two leaders discussed a `+
	`railway that the countries plan to build along the coast, and they agreed that experts would meet again within three weeks. `+
	`According to a statement, the African Union welcomed the agreement, while the bloc's members in the region asked for more time `+
	`to study the environmental consequences of a project which will cost several billion dollars and change the lives of many. `+
	"The Kenyan foreign ministry said that Nairobi hoped for a signature before the end of the year.\n\n", 40)

func BenchmarkMentions(b *testing.B) {
	r, english := register(b), reader(b)
	doc := english.Read(report)
	b.SetBytes(int64(len(report)))
	b.ReportAllocs()
	for b.Loop() {
		r.Mentions(doc, summer, nil)
	}
}

// BenchmarkRegexp is what a plain pass over the same text costs: words in capitals.
func BenchmarkRegexp(b *testing.B) {
	capitals := regexp.MustCompile(`\b[A-Z][a-z]+(?: [A-Z][a-z]+)*`)
	b.SetBytes(int64(len(report)))
	for b.Loop() {
		capitals.FindAllStringIndex(report, -1)
	}
}
