package desk_test

import (
	"strings"
	"testing"

	"chancery"
)

// A dateline without a year, or a day told by its date and its name, says when an undated report was written.
func TestWhenAReportWasFiled(t *testing.T) {
	for name, test := range map[string]struct{ dateline, text, want string }{
		"the first such day after what the text tells": {"Amman, Jan 27 (Levant) -- ",
			"Jordan reopened the crossing on 26 January 2025, and the ministers spoke by phone.", "2025-01-27"},
		"the year in which the day falls so": {"TOKYO, April 15 -- ",
			"Japan and South Korea have agreed to resume talks, officials said Tuesday. The two ruled out a summit before July 2025.", "2025-04-15"},
		"a day told with its date, and another by its name": {"Lima, Nov. 4 (Andes) -- ",
			"Peru broke off relations with Mexico on Monday. The minister announced the step on Nov. 3, 2025.", "2025-11-04"},
		"a day by its date and its name": {"",
			"Vietnam freed 17 fishermen on Friday. The ministry issued a statement on August 22, 2025.", "2025-08-22..2025-08-23"},
		"another day of the week": {"",
			"Vietnam freed 17 fishermen on Monday. The ministry issued a statement on August 22, 2025.", "2025-08-22.."},
		"no year at all": {"TOKYO, April 15 -- ", "Japan and South Korea have agreed to resume talks, officials said.", ""},
	} {
		t.Run(name, func(t *testing.T) {
			report := theDesk().Read(chancery.Report{ID: "undated", Text: test.dateline + test.text, BodyStart: len(test.dateline)}).Report
			if got := report.Published.String(); got != test.want {
				t.Errorf("published %q (%s), want %q", got, strings.Join(report.PublishedWhy, "; "), test.want)
			}
		})
	}
}
