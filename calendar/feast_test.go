package calendar

import (
	"testing"

	"chancery"
)

// TestFeasts compares with feasts as they were held; the Islamic ones are those of Saudi Arabia, and may
// lie a day off.
func TestFeasts(t *testing.T) {
	ramadan := meaning{feast: hijri, month: 9, day: 1, count: 1}
	for _, c := range []struct {
		feast meaning
		day   string
	}{
		{meaning{feast: easter, day: -2}, "2025-04-18"},
		{meaning{feast: orthodoxEaster}, "2021-05-02"},
		{meaning{feast: orthodoxEaster}, "2024-05-05"},
		{meaning{feast: orthodoxEaster}, "2025-04-20"},
		{meaning{feast: nthWeekday, month: 11, weekday: 5, count: 4}, "2023-11-23"},
		{ramadan, "2010-08-11"}, {ramadan, "2020-04-24"}, {ramadan, "2023-03-23"}, {ramadan, "2024-03-11"}, {ramadan, "2025-03-01"},
	} {
		day, err := chancery.ParseDate(c.day)
		if err != nil {
			t.Fatal(err)
		}
		p := c.feast.feastIn(day.Year)
		if !p.Contains(day) || p.Days() > 3 || c.feast.feast != hijri && p.Days() != 1 {
			t.Errorf("feast %+v of %d is %s, want %s", c.feast, day.Year, p, c.day)
		}
	}
}

// TestEaster compares with the two Easters as they were held.
func TestEaster(t *testing.T) {
	for _, c := range []struct {
		year       int
		west, east string
	}{
		{2000, "2000-04-23", "2000-04-30"}, {2021, "2021-04-04", "2021-05-02"},
		{2024, "2024-03-31", "2024-05-05"}, {2025, "2025-04-20", "2025-04-20"},
	} {
		west, east := easterSunday(c.year), orthodoxEasterSunday(c.year)
		if west.String() != c.west || east.String() != c.east {
			t.Errorf("Easter is %s and %s, want %s and %s", west, east, c.west, c.east)
		}
	}
}

// TestFeastsEveryYear: every feast of the word list falls into every year.
func TestFeastsEveryYear(t *testing.T) {
	for _, l := range lexicon {
		for _, f := range l.phrases {
			for year := 1950; f.meaning.op == opFeast && year <= 2090; year++ {
				if p := f.meaning.feastIn(year); p.Days() == 0 {
					t.Errorf("%v does not fall into %d", f.words, year)
				}
			}
		}
	}
}
