package press

import (
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"

	"chancery"
)

// day is a date as somebody wrote it; parts that were not written are zero.
type day struct {
	year  int
	month time.Month
	day   int
	text  string
}

// possible reports whether the calendar has such a day. Without a year, 29 February is possible.
func (d day) possible() bool {
	year := d.year
	if year == 0 {
		year = 2024
	}
	if d.month == 0 {
		return d.day == 0 && d.year > 0
	}
	return d.month >= 1 && d.month <= 12 && d.day >= 0 && chancery.NewDate(year, d.month, max(d.day, 1)).Month == d.month &&
		d.day <= 31
}

// period is the stretch of days that the date names, or zero where it has no year.
func (d day) period(basis chancery.Basis) chancery.Period {
	if d.year == 0 || !d.possible() {
		return chancery.Period{}
	}
	p := chancery.Period{Precision: chancery.PrecisionDay, Text: d.text, Basis: basis}
	switch {
	case d.month == 0:
		p.Start, p.End = chancery.NewDate(d.year, time.January, 1), chancery.NewDate(d.year, time.December, 31)
		p.Precision = chancery.PrecisionYear
	case d.day == 0:
		p.Start, p.End = chancery.NewDate(d.year, d.month, 1), chancery.NewDate(d.year, d.month+1, 0)
		p.Precision = chancery.PrecisionMonth
	default:
		p.Start = chancery.NewDate(d.year, d.month, d.day)
		p.End = p.Start
	}
	return p
}

// The ways in which datelines and headers write a day. Months and weekdays are taken in any case.
const (
	monthPattern   = `(?i:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?`
	weekdayPattern = `(?i:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)\b\.?`
	ordinalPattern = `(?:st|nd|rd|th|ST|ND|RD|TH)?`
	// Four digits are a year; two only after day and month, as in "3 JAN 90".
	dayPattern = `(?:(?:` + weekdayPattern + `,? +)?(?:` +
		`\d{4}-\d{1,2}-\d{1,2}` +
		`|` + monthPattern + ` ?\d{1,2}` + ordinalPattern + `\b(?:,? ?(?:19|20)\d{2}\b)?` +
		`|\d{1,2}` + ordinalPattern + `[ -]` + monthPattern + `(?:[ ,-]{1,2}(?:19|20)\d{2}\b|[ -]\d{2}\b)?` +
		`|\d{1,2}\.\d{1,2}\.\d{4}))`
)

var (
	dayAtStart = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^` + dayPattern) })
	isoDay     = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?(?:$|[T\s])`) })
	wordOrNum  = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`[A-Za-z]+|\d+`) })
	monthNames = map[string]time.Month{"jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7,
		"aug": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12}
)

// readDay reads a date at the start of the text and says how many bytes it took.
func readDay(text string) (day, int) {
	found := dayAtStart().FindString(text)
	if found == "" {
		return day{}, 0
	}
	return parseDay(found), len(found)
}

// parseDay takes a text apart that dayPattern matches.
func parseDay(text string) day {
	d := day{text: text}
	if m := isoDay().FindStringSubmatch(text); m != nil {
		d.year, d.month, d.day = number(m[1]), time.Month(number(m[2])), number(m[3])
		return d
	}
	var numbers []int
	for _, part := range wordOrNum().FindAllString(text, -1) {
		if n, err := strconv.Atoi(part); err == nil {
			numbers = append(numbers, n)
			if len(part) == 4 && len(numbers) == 1 { // "2024 May 3" is not matched; a year comes last
				d.year = n
			}
		} else if m := monthNames[strings.ToLower(part[:min(3, len(part))])]; m > 0 && d.month == 0 && !isWeekday(part) {
			d.month = m
		}
	}
	if d.month == 0 && len(numbers) == 3 { // 20.11.2025
		d.day, d.month, d.year = numbers[0], time.Month(numbers[1]), numbers[2]
		return d
	}
	if len(numbers) > 0 {
		d.day = numbers[0]
	}
	if len(numbers) > 1 {
		d.year = fullYear(numbers[1])
	}
	return d
}

func isWeekday(word string) bool {
	switch strings.ToLower(word[:min(3, len(word))]) {
	case "mon", "tue", "wed", "thu", "fri", "sat", "sun":
		return true
	}
	return false
}

// fullYear reads a year of two digits as one of 1950 to 2049.
func fullYear(year int) int {
	switch {
	case year >= 100:
		return year
	case year >= 50:
		return 1900 + year
	}
	return 2000 + year
}

func number(s string) int {
	n, _ := strconv.Atoi(s) // matched as digits, or empty for nothing
	return n
}

func unixDate(seconds int64) string {
	return time.Unix(seconds, 0).UTC().Format(time.DateOnly)
}

// stampLayouts are forms in which feeds and files give the time, beside those of dayPattern.
var stampLayouts = []string{time.RFC3339, time.RFC1123, time.RFC1123Z, time.RFC822, time.RFC850, time.ANSIC,
	"Mon, 2 Jan 2006 15:04:05 MST", "Mon, 2 Jan 2006 15:04:05 -0700", "2006/1/2", "2006/1/2 15:04:05", "20060102", "20060102150405",
	"20060102T150405Z", "January 2006", "Jan 2006", "2006"}

var slashDate = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b`) })

// readStamp reads a date that was given beside the text, in whatever form. It says why where it
// cannot.
func readStamp(given string) (d day, why string) {
	given = strings.Join(strings.Fields(given), " ")
	if m := isoDay().FindStringSubmatch(given); m != nil {
		d = day{number(m[1]), time.Month(number(m[2])), number(m[3]), given}
	} else if m := slashDate().FindStringSubmatch(given); m != nil {
		first, second, year := number(m[1]), number(m[2]), number(m[3])
		switch {
		case first > 12 || strings.Contains(given[:len(m[0])], "."):
			d = day{year, time.Month(second), first, given}
		case second > 12 || first == second:
			d = day{year, time.Month(first), second, given}
		default:
			return day{}, "may be read day first or month first; give it as YYYY-MM-DD"
		}
	} else if d = readLayout(given); d.year == 0 {
		found, n := readDay(given)
		if n == 0 {
			return day{}, "is no date that can be read; give it as YYYY-MM-DD"
		}
		d = found
	}
	if !d.possible() {
		return day{}, "is not in the calendar"
	}
	d.text = given
	return d, ""
}

func readLayout(given string) day {
	for _, layout := range stampLayouts {
		t, err := time.Parse(layout, given)
		if err != nil || t.Year() == 0 {
			continue
		}
		d := day{t.Year(), t.Month(), t.Day(), given}
		switch layout {
		case "2006":
			d.month, d.day = 0, 0
		case "January 2006", "Jan 2006":
			d.day = 0
		}
		return d
	}
	return day{}
}
