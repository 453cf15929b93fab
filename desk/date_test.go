package desk_test

import (
	"fmt"
	"strings"
	"testing"

	"chancery"
)

// memberSince is the day that the register gives for a membership.
func memberSince(t *testing.T, state, association string) chancery.Date {
	t.Helper()
	for _, fact := range register().Standings(state, association) {
		if fact.Standing == chancery.StandingMember && !fact.Since.IsZero() {
			return fact.Since
		}
	}
	t.Fatalf("the register has no day for the membership of %s in %s", state, association)
	return chancery.Date{}
}

// An undated report that marks the anniversary of a membership was written about that day.
func TestAnniversariesOfMembershipDateAReport(t *testing.T) {
	for _, test := range []struct {
		text, state, association string
		years                    int
	}{
		{"Belarus marked the first anniversary of its membership in the Shanghai Cooperation Organization.", "BLR", "SCO", 1},
		{"Belarus celebrated its first anniversary of membership in the Shanghai Cooperation Organization with a concert.", "BLR", "SCO", 1},
		{"Vietnam celebrates the 30th anniversary of its membership in ASEAN.", "VNM", "ASEAN", 30},
		{"A stamp marks the tenth anniversary of the accession of Croatia to the European Union.", "HRV", "EU", 10},
		{"Finland marked the second anniversary of joining NATO.", "FIN", "NATO", 2},
	} {
		t.Run(test.text, func(t *testing.T) {
			report := theDesk().Read(chancery.Report{ID: "undated", Text: test.text, PublishedWhy: []string{"no dateline"}}).Report
			day := memberSince(t, test.state, test.association).AddMonths(12 * test.years)
			if got := report.Published; !got.Contains(day) || got.Start.IsZero() || got.End.IsZero() || got.Days() > 200 {
				t.Errorf("published %s (%q), want a stretch of at most 200 days around %s", got, report.PublishedWhy, day)
			}
			why := strings.Join(report.PublishedWhy, "\n")
			if !strings.Contains(why, "membership of "+register().Name(test.state)) || !strings.HasPrefix(why, "no dateline\n") {
				t.Errorf("reasons %q", report.PublishedWhy)
			}
		})
	}
}

// Where it is open whose anniversary of what is marked, the register dates nothing.
func TestOtherAnniversariesDateNothing(t *testing.T) {
	for why, text := range map[string]string{
		"two states":            "Belarus and Laos marked the first anniversary of membership in the Shanghai Cooperation Organization.",
		"a guest":               "Belarus marked the first anniversary of its membership in the Shanghai Cooperation Organization in Laos.",
		"two associations":      "Belarus marked the first anniversary of its membership in the Shanghai Cooperation Organization beside BRICS.",
		"no membership":         "Belarus marked the first anniversary of a school of the Shanghai Cooperation Organization.",
		"no fact":               "Fiji marked the first anniversary of its membership in the Shanghai Cooperation Organization.",
		"no state":              "The first anniversary of membership in the Shanghai Cooperation Organization was marked.",
		"no association":        "Belarus marked the first anniversary of its membership.",
		"the state stands afar": "Belarus is glad. The first anniversary of membership in the Shanghai Cooperation Organization was marked.",
	} {
		report := theDesk().Read(chancery.Report{ID: "undated", Text: text}).Report
		if all := fmt.Sprint(report.PublishedWhy); strings.Contains(all, "membership of") {
			t.Errorf("%s: %q is dated %s because %s", why, text, report.Published, all)
		}
	}
}

func TestAGivenDateStays(t *testing.T) {
	given := chancery.Day(chancery.NewDate(2019, 2, 3))
	report := theDesk().Read(chancery.Report{ID: "dated", Published: given, PublishedWhy: []string{"the feed"},
		Text: "Belarus marked the first anniversary of its membership in the Shanghai Cooperation Organization."}).Report
	if report.Published != given || len(report.PublishedWhy) != 1 {
		t.Errorf("published %s because %q, want what was given", report.Published, report.PublishedWhy)
	}
}

// The caller's reasons may have spare room behind them: another goroutine that reads the same report
// would write there too.
func TestTheCallersReasonsAreLeftAlone(t *testing.T) {
	reasons := make([]string, 1, 8)
	reasons[0] = "no dateline"
	report := theDesk().Read(chancery.Report{ID: "undated", PublishedWhy: reasons,
		Text: "Belarus marked the first anniversary of its membership in the Shanghai Cooperation Organization."}).Report
	if len(report.PublishedWhy) < 2 {
		t.Fatalf("reasons %q: the anniversary is not among them", report.PublishedWhy)
	}
	if behind := reasons[:2][1]; behind != "" {
		t.Errorf("%q is written behind the caller's reasons", behind)
	}
}
