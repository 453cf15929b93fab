package desk

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"chancery"
	"chancery/calendar"
	"chancery/english"
)

// A dateline without a year is of the years right after the latest that the text tells of: old news is told with its
// year.
const mostYears = 3

// filed narrows the interval in which a report must have been written by the day that its dateline names without a
// year: the first such day after what the text dates to the day or, where it names a day of the week, the only one that
// falls on it or on the day after it. Where the dateline names no day, a report that tells of a certain day by its date and by its name is
// of that day.
func (d *Desk) filed(doc *english.Document, report chancery.Report, period chancery.Period) (chancery.Period, string) {
	if !period.End.IsZero() {
		return period, ""
	}
	weekdays := weekdaysOf(doc)
	if day := d.datelineDay(report, period, weekdays); !day.IsZero() {
		return narrowed(day, day), fmt.Sprintf("the dateline names %s, and the text allows no earlier year", day)
	}
	if period.Start.IsZero() || period.Start.Day == 1 { // the first is that of a month or a year
		return period, ""
	}
	for _, w := range weekdays {
		if w == period.Start.Weekday() {
			return narrowed(period.Start, period.Start.AddDays(1)), fmt.Sprintf("it tells of %s as of a %s of the same week", period.Start, w)
		}
	}
	return period, ""
}

func narrowed(from, to chancery.Date) chancery.Period {
	precision := chancery.PrecisionDay
	if from != to {
		precision = chancery.PrecisionRange
	}
	return chancery.Period{Start: from, End: to, Precision: precision, Basis: chancery.BasisDateline}
}

// datelineDay is the day of a dateline that leaves its year out, or zero.
func (d *Desk) datelineDay(report chancery.Report, period chancery.Period, weekdays []time.Weekday) chancery.Date {
	if report.BodyStart <= 0 || report.BodyStart > len(report.Text) {
		return chancery.Date{}
	}
	line := d.english.Read(report.Text[:report.BodyStart])
	from := period.Start
	if from.IsZero() {
		from = latestYear(report.Text[report.BodyStart:])
	}
	if from.IsZero() {
		return chancery.Date{}
	}
	for _, e := range calendar.Find(line, chancery.Day(from)) {
		if e.Kind != calendar.Point || e.Period.Precision != chancery.PrecisionDay || e.Period.Start != e.Period.End {
			continue
		}
		var same, before []chancery.Date
		for year := from.Year; year < from.Year+mostYears; year++ {
			day := chancery.NewDate(year, e.Period.Start.Month, e.Period.Start.Day)
			switch {
			case day.Before(from):
			case dayTold(period.Start):
				return day // what the text dates to the day is news
			case len(weekdays) > 0 && day.Weekday() == weekdays[0]:
				same = append(same, day)
			case len(weekdays) > 0 && day.AddDays(-1).Weekday() == weekdays[0]:
				before = append(before, day)
			case len(weekdays) == 0 && !period.Start.IsZero():
				return day
			}
		}
		for _, fits := range [][]chancery.Date{same, before} { // a wire tells of the day itself, or of the day before
			if len(fits) == 1 {
				return fits[0]
			}
		}
	}
	return chancery.Date{}
}

// dayTold reports whether a bound is a day that the text tells: the first of a month may be the month's.
func dayTold(d chancery.Date) bool { return !d.IsZero() && d.Day > 1 }

// latestYear is the first day of the year before the latest that a text names, or zero. A year far ahead of the
// others is a goal, and does not count.
func latestYear(text string) chancery.Date {
	var years []int
	for _, w := range strings.FieldsFunc(text, func(r rune) bool { return r < '0' || r > '9' }) {
		if n, err := strconv.Atoi(w); err == nil && len(w) == 4 && n >= 1950 && n < 2050 {
			years = append(years, n)
		}
	}
	if len(years) == 0 {
		return chancery.Date{}
	}
	slices.Sort(years)
	years = slices.Compact(years)
	last := years[len(years)-1]
	if n := len(years); n > 1 && last-years[n-2] > 2 {
		last = years[n-2]
	}
	return chancery.NewDate(last-1, 1, 1)
}

// weekdaysOf are the days of the week that a text names without a date, in order.
func weekdaysOf(doc *english.Document) []time.Weekday {
	var all []time.Weekday
	for i := range doc.Tokens {
		for w := time.Sunday; w <= time.Saturday; w++ {
			if doc.Word(i) == w.String() && !dated(doc, i) {
				all = append(all, w)
			}
		}
	}
	return all
}

// dated reports whether a number or a month follows the name of a day: "Friday, 22 August".
func dated(doc *english.Document, i int) bool {
	for k := i + 1; k < len(doc.Tokens) && k < i+3; k++ {
		if doc.Tokens[k].POS == english.NUM {
			return true
		}
		for m := time.January; m <= time.December; m++ {
			if doc.Word(k) == m.String() {
				return true
			}
		}
		if doc.Word(k) != "," {
			return false
		}
	}
	return false
}
