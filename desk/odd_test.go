package desk_test

import (
	"strings"
	"testing"

	"chancery"
)

// Reports whose claims once said what is not in the text.
func TestReportsThatWereReadWrongly(t *testing.T) {
	for _, test := range []struct {
		name   string
		report chancery.Report
		acts   string // the acts that it tells
	}{
		{"an age, reckoned from a day of publication", chancery.Report{
			Text:      "Sixty years of cooperation between Kenya and Ethiopia were marked in Addis Ababa.",
			Published: chancery.Day(chancery.NewDate(2024, 3, 1))}, "relations-since"},
		{"an age that cannot be reckoned, as the publication has no end", chancery.Report{
			Text:      "Sixty years of cooperation between Kenya and Ethiopia were marked in Addis Ababa.",
			Published: chancery.Period{Start: chancery.NewDate(2024, 3, 1)}}, ""},
		{"the time of a quotation, where the words of the date stand outside the text", chancery.Report{
			Text:      "“Vietnam has reached a deal with Uzbekistan on river water,” the White House said.",
			Published: chancery.Period{Start: chancery.NewDate(2025, 3, 1), End: chancery.NewDate(2025, 3, 1), Text: "2025-03-01"}}, "quote reach-agreement"},
		{"an object too long to keep, of letters of two bytes", chancery.Report{
			Text: "Laos supports " + strings.Repeat("é", 1000)}, "support"},
		{"an object too long to keep, of letters of two bytes after one of one", chancery.Report{
			Text: "Laos supports a" + strings.Repeat("é", 1000)}, "support"},
	} {
		t.Run(test.name, func(t *testing.T) {
			test.report.ID = "report"
			reading := theDesk().Read(test.report)
			var acts []string
			for _, c := range reading.Claims {
				acts = append(acts, c.Act)
			}
			if got := strings.Join(acts, " "); got != test.acts {
				t.Errorf("tells %q, want %q", got, test.acts)
			}
			for _, wrong := range sound(reading) {
				t.Error(wrong)
			}
		})
	}
}
