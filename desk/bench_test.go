package desk_test

import (
	"regexp"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"chancery"
)

// generatedReports are the same on every run.
func generatedReports(n int) []chancery.Report {
	reports := make([]chancery.Report, n)
	for i := range reports {
		var text strings.Builder
		for j := range 12 { // about a page
			text.WriteString(rapid.Custom(drawSentence).Example(12*i + j))
			text.WriteString([]string{" ", " ", "\n\n"}[j%3])
		}
		reports[i] = chancery.Report{ID: chancery.Fingerprint(text.String()), Text: text.String(),
			Published: chancery.Day(chancery.NewDate(2025, 11, 20))}
	}
	return reports
}

// deed words, as somebody without a parser would look for them.
var plainPass = regexp.MustCompile(`(?i)\b(sign|ratif|visit|meet|met|invit|accus|condemn|sanction|expel|recall|promis|attack|support|oppos)\w*\b`)

// BenchmarkRead reads generated reports on one core, and passes over the same bytes with a plain
// regular expression beside that.
func BenchmarkRead(b *testing.B) {
	reports := generatedReports(200)
	bytes, sentences := 0, 0
	for _, r := range reports {
		bytes += len(r.Text)
		sentences += len(parser().Read(r.Text).Sentences)
	}
	perReport, perSentence := float64(bytes)/float64(len(reports)), float64(sentences)/float64(len(reports))
	theDesk()

	claims, n := 0, 0
	for b.Loop() {
		claims += len(theDesk().Read(reports[n%len(reports)]).Claims)
		n++
	}
	reading := b.Elapsed()
	if claims == 0 {
		b.Fatal("no claim in any report")
	}
	start := time.Now()
	for i := range n {
		plainPass.FindAllStringIndex(reports[i%len(reports)].Text, -1)
	}
	plain := time.Since(start)

	seconds := reading.Seconds() / float64(n)
	b.ReportMetric(1/seconds, "reports/s")
	b.ReportMetric(perSentence/seconds, "sentences/s")
	b.ReportMetric(perReport/seconds/1e6, "MB/s")
	b.ReportMetric(float64(claims)/float64(n), "claims/report")
	b.ReportMetric(float64(reading)/float64(plain), "times-a-regexp")
}
