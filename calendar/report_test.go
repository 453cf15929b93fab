package calendar

import (
	"strings"
	"testing"

	"chancery"
)

// TestDateReport works on small reports without a date. Each case says which reasons must be given.
func TestDateReport(t *testing.T) {
	for _, c := range []struct {
		name, text  string
		constraints []Constraint
		want        string
		reasons     []string
	}{
		{
			name: "an event told with its season and as last year's",
			text: "The ministers met at the Prague forum in the spring of 2019.\n\nOn June 4, the ministers signed a protocol, as agreed at the Prague forum last year.",
			want: "2020-06-04..2020-07-05", reasons: []string{"“last year”", "“June 4” is told as news"},
		},
		{
			name: "the acronym and the place in two forms",
			text: "The presidents met at the OPQ summit in Oslo in 2021. The plan of the Oslo summit last year was praised.",
			want: "2022-01-01..2022-12-31", reasons: []string{"the same summit"},
		},
		{
			name: "an acronym alone may be another year's summit",
			text: "The presidents met at the OPQ summit in Oslo in 2021. The OPQ summit last year was praised.",
			want: "2021-01-01..", reasons: []string{"“2021” is told as past"},
		},
		{
			name: "summits in two places are two",
			text: "The presidents met at the OPQ summit in Oslo in 2021. The OPQ summit in Lima last year was praised.",
			want: "2021-01-01..", reasons: []string{"“2021” is told as past"},
		},
		{
			name: "the year before the noun",
			text: "The 2023 summit was long. Last year's summit brought nothing.",
			want: "2024-01-01..2024-12-31", reasons: []string{"the same summit is dated “2023” and “Last year”"},
		},
		{
			name: "two dated summits leave open which was last year's",
			text: "The 2023 summit was long. The 2021 summit was short. Last year's summit brought nothing.",
			want: "",
		},
		{
			name: "this year with its number beside it",
			text: "Trade grew this year (2022), the bank said.",
			want: "2022-01-01..2022-12-31", reasons: []string{"“this year” is “2022”"},
		},
		{
			name: "the past gives the earliest day",
			text: "The embassy was opened on 5 March 2018 by the minister.",
			want: "2018-03-05..", reasons: []string{"written on or after 2018-03-05"},
		},
		{
			name: "of two past dates the later one counts",
			text: "The embassy was opened on 5 March 2018. It was closed in October 2020.",
			want: "2020-10-01..", reasons: []string{"written on or after 2020-10-01"},
		},
		{
			name: "past and future close the interval",
			text: "The embassy was opened on 5 March 2018. The ministers will meet on 9 September 2018.",
			want: "2018-03-05..2018-09-09", reasons: []string{"on or after 2018-03-05", "on or before 2018-09-09"},
		},
		{
			name: "a year that describes a noun dates nothing",
			text: "The ministers praised the 2019 agreement, and the 2021 accord and the May 2022 memorandum were signed in Rome.",
			want: "",
		},
		{
			name: "an aim is no announcement of when the report was written",
			text: "They adopted a strategy for 2030 and agreed to end tariffs by 2028.",
			want: "",
		},
		{
			name: "a weekday narrows the years",
			text: "The embassy was opened in 2019. The treaty expires soon. The envoys met on Tuesday, March 4, and parted.",
			// 4 March is a Tuesday in 2025, and not again before 2031.
			want: "2025-03-04..", reasons: []string{"only some years have that weekday"},
		},
		{
			name:        "a caller's constraint closes it",
			text:        "The envoys met on Tuesday, March 4, and parted.",
			constraints: []Constraint{{anchorOf(t, "2022-01-01..2026-12-31"), "the register has the minister in office from 2022 to 2026"}},
			want:        "2025-03-04..2025-04-04", reasons: []string{"the register has the minister", "“Tuesday, March 4”"},
		},
		{
			name:        "an anniversary that the caller knows",
			text:        "The republic celebrated its first anniversary of membership. On July 10, the guests left.",
			constraints: []Constraint{{anchorOf(t, "2025-05-01..2025-09-30"), "it joined on 2024-07-04, a year before"}},
			want:        "2025-07-10..2025-08-10", reasons: []string{"joined on 2024-07-04"},
		},
		{
			name:        "news over the turn of the year",
			text:        "On December 28, the envoy arrived. On January 5, he left.",
			constraints: []Constraint{{anchorOf(t, "2020-06-01..2021-06-01"), "the file lay in the folder of 2020/21"}},
			want:        "2021-01-05..2021-02-05", reasons: []string{"“January 5” is told as news"},
		},
		{
			name:        "an announced day shuts the interval",
			text:        "On May 3, the ministers met. The next round will be held on May 20.",
			constraints: []Constraint{{anchorOf(t, "2017-01-01..2017-12-31"), "the folder of 2017"}},
			want:        "2017-05-03..2017-05-20", reasons: []string{"“May 20” is announced"},
		},
		{
			name: "a day without any year is not enough",
			text: "On May 3, the ministers met.",
			want: "", reasons: []string{"nothing in the text fixes the year"},
		},
		{
			name: "nothing said",
			text: "The ministers met and parted as friends.",
			want: "",
		},
		{
			name:        "hard evidence against hard evidence widens",
			text:        "The embassy was opened on 5 March 2018 by the minister.",
			constraints: []Constraint{{anchorOf(t, "2016-01-01..2016-12-31"), "the archive files it under 2016"}},
			want:        "2016-01-01..", reasons: []string{"the archive files it under 2016", "contradicts the rest, so the interval is widened"},
		},
		{
			name:        "an assumption about news gives way",
			text:        "On May 3, the ministers met.",
			constraints: []Constraint{{anchorOf(t, "2017-10-01..2017-10-31"), "the stamp says October 2017"}},
			want:        "2017-10-01..2017-10-31", reasons: []string{"left aside", "the stamp"},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, reasons := DateReport(plain(c.text), c.constraints...)
			if got.String() != c.want {
				t.Errorf("got %q, want %q; reasons:\n%s", got, c.want, strings.Join(reasons, "\n"))
			}
			for _, want := range c.reasons {
				if !strings.Contains(strings.Join(reasons, "\n"), want) {
					t.Errorf("no reason says %q:\n%s", want, strings.Join(reasons, "\n"))
				}
			}
			if c.want != "" && got.Basis != chancery.BasisDerived {
				t.Errorf("basis is %q, want derived", got.Basis)
			}
		})
	}
}

// TestFindAgainOnTheDerivedDate is what the desk does: date the report, then read its times on that.
func TestFindAgainOnTheDerivedDate(t *testing.T) {
	doc := plain("The ministers met at the Prague forum in the spring of 2019. On June 4, the ministers signed a protocol, as agreed at the Prague forum last year.")
	published, _ := DateReport(doc)
	want := map[string]string{"the spring of 2019": "2019-03-01..2019-05-31", "June 4": "2020-06-04", "last year": "2019-01-01..2019-12-31"}
	for _, e := range Find(doc, published) {
		if e.Period.String() != want[e.Text] {
			t.Errorf("%q is %s, want %s", e.Text, e.Period, want[e.Text])
		}
		delete(want, e.Text)
	}
	for text := range want {
		t.Errorf("%q was not found", text)
	}
}
