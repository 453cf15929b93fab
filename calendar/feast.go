package calendar

import (
	"time"

	"chancery"
)

// feast is the calendar that a moving feast goes by.
type feast uint8

const (
	noFeast        feast = iota
	easter               // day counts from Easter Sunday, western or eastern
	orthodoxEaster       // day counts from the eastern one
	nthWeekday           // the count-th weekday of a month
	hijri                // count days from a day of a month of the Islamic calendar
)

// feastMeaning is what a line of the word list says of a feast: its class and its numbers.
func feastMeaning(class string, values []int) meaning {
	switch class {
	case "easter":
		return meaning{op: opFeast, feast: easter, day: values[0]}
	case "orthodox-easter":
		return meaning{op: opFeast, feast: orthodoxEaster, day: values[0]}
	case "nth-weekday":
		return meaning{op: opFeast, feast: nthWeekday, month: values[0], weekday: values[1] + 1, count: values[2]}
	}
	return meaning{op: opFeast, feast: hijri, month: values[0], day: values[1], count: values[2]}
}

// feastIn is the day, or the days, of the feast in a year.
func (m *meaning) feastIn(year int) chancery.Period {
	switch m.feast {
	case easter:
		west, east := easterSunday(year).AddDays(m.day), orthodoxEasterSunday(year).AddDays(m.day)
		if west != east {
			return span(west, east, chancery.PrecisionVague)
		}
		return chancery.Day(west)
	case orthodoxEaster:
		return chancery.Day(orthodoxEasterSunday(year).AddDays(m.day))
	case nthWeekday:
		r := resolver{}
		of := meaning{weekday: m.weekday, count: m.count}
		return r.nth(&of, monthPeriod(year, m.month))
	}
	return hijriIn(year, m.month, m.day, m.count)
}

// easterSunday is Easter of the Gregorian calendar: the anonymous computus of 1876 in Meeus's form.
func easterSunday(year int) chancery.Date {
	a, b, c := year%19, year/100, year%100
	h := (19*a + b - b/4 - (b-(b+8)/25+1)/3 + 15) % 30
	l := (32 + 2*(b%4) + 2*(c/4) - h - c%4) % 7
	n := h + l - 7*((a+11*h+22*l)/451) + 114
	return chancery.NewDate(year, time.Month(n/31), n%31+1)
}

// orthodoxEasterSunday is Easter by the Julian calendar (Meeus), as a day of ours.
func orthodoxEasterSunday(year int) chancery.Date {
	d := (19*(year%19) + 15) % 30
	e := (2*(year%4) + 4*(year%7) - d + 34) % 7
	n := d + e + 114
	return chancery.NewDate(year, time.Month(n/31), n%31+1).AddDays(year/100 - year/400 - 2)
}

// hijriIn gives the days of the Islamic calendar that begin in the year, by the arithmetical calendar
// with leap years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26 and 29 of thirty, and a day on either side, since
// a month begins when its moon is seen and countries differ.
func hijriIn(year, month, day, count int) chancery.Period {
	// The Islamic year is about 11 days shorter than ours; the first try may lie a year off.
	for y := (year-622)*33/32 - 1; y < (year-622)*33/32+3; y++ {
		first := hijriDate(y, month, day)
		if first.Year == year {
			return span(first.AddDays(-1), first.AddDays(count), chancery.PrecisionVague)
		}
	}
	return chancery.Period{}
}

// hijriDate is a day of the arithmetical Islamic calendar; 1 Muharram 1400 was 21 November 1979 by it.
func hijriDate(year, month, day int) chancery.Date {
	days := func(y int) int { return (y-1)*354 + (3+11*y)/30 }
	return chancery.NewDate(1979, 11, 21).AddDays(days(year) - days(1400) + (59*(month-1)+1)/2 + day - 1)
}
