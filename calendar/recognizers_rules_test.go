package calendar

import (
	"regexp"
	"strings"

	"chancery"
)

// newsRules leave out cases of Recognizers-Text that ask for what no news report says. Each looks at the
// fields of the case and at how the text is written, never at what this package makes of it; the first
// that fits counts.
var newsRules = []struct {
	reason string
	fits   func(*recognizersCase) bool
}{
	// Hours of the day are no business of the record, whose finest period is a day.
	{"clock", func(c *recognizersCase) bool { return c.kind() == "clock" || c.anyTimex("T") || c.anyText(clockWord) }},
	// "02/03/2018" has two readings and the case knows only the American one; a missing year leaves more.
	{"figures", func(c *recognizersCase) bool { return c.anyText(figures) }},
	// News prints "2 weeks" and "Nov.", not "2w", "tmr", "eoy", "Mon 13th" or "nov/2".
	{"shorthand", func(c *recognizersCase) bool { return c.anyText(shorthand) }},
	// News prints "21 May 1998" and not what a microphone hears: "May twenty one nineteen ninety eight".
	{"dictated", func(c *recognizersCase) bool { return c.anyText(dictated) }},
	// Names of months, weekdays, quarters and feasts are written with a capital where they are not typed in haste.
	{"lower case", func(c *recognizersCase) bool { return c.anyText(lowerCase) }},
	// "My week", "a 10-day forecast for week 12", "business days", comparisons in a table.
	{"office", func(c *recognizersCase) bool { return c.anyText(office) || officeInput.MatchString(c.Input) }},
	// "31st of this month" in November has no value to compare.
	{"no such day", func(c *recognizersCase) bool { return c.anyInvalid() }},
	// A result that is not a passage of the input cannot be compared.
	{"no passage", func(c *recognizersCase) bool {
		for _, r := range c.Results {
			if !strings.Contains(strings.ToLower(c.Input), strings.ToLower(r.Text)) {
				return true
			}
		}
		return false
	}},
}

const monthOrWeekday = `(january|february|march|april|may|june|july|august|september|october|november|december|` +
	`monday|tuesday|wednesday|thursday|friday|saturday|sunday)`

var (
	clockWord = regexp.MustCompile(`(?i)\b(hours?|hrs?|minutes?|mins?|seconds?|secs?|\d+h)\b`)
	figures   = regexp.MustCompile(`\b\d{1,2}[-/.]\d{1,2}([-/.]\d{2,4})?\b|\b\d{4}[-/.]\d{1,2}\b($|[^-/.\d])|^\W*(the )?\d{1,2}\W*$|^\d{6,8}$|\b\d{1,2}/\d{4}\b`)
	shorthand = regexp.MustCompile(`(?i)\b\d+\s?[dwmy]\b|\d+(days?|weeks?|months?|years?)\b|\b(tmrw?|tmw|eo[dmy]|ytd|mtd|cy|otd|y'day|mon|tues?|wed|thurs?|fri|sat|sun)\b[^.]|` +
		`\b(mon|tues?|wed|thurs?|fri|sat|sun|cy|ytd|mtd|eo[dmy]|otd|tmrw?|tmw)$|\d[-/][a-z]{3,}|[a-z]{3,}[-/]\d|\b\d{1,2}[a-z]{3,9}\d*\b[^a-z]*$|\b\d{2}$|\bof \d\d$`)
	dictated  = regexp.MustCompile(`(?i)\b(twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|nineteen|eighteen|seventeen|sixteen|fifteen|hundred|thousand)\b`)
	lowerCase = regexp.MustCompile(`\b(christmas|easter|thanks ?giving|hallowe'?en|ramadan|eid|father|mother|patrick|presidents|earth|independence|labor|new year'?s?|q[1-4]|h[12])\b|` +
		`\b` + monthOrWeekday + `s?\b|\b(jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b`)
	office      = regexp.MustCompile(`(?i)\b(my|our)\b|\bweek \d|\bw\d|\bwk\b|\bwork ?(ing)? ?(day|week)|\bbusiness|\bwork ?week|[<>=~+]|(greater|less|earlier|bigger) than|\bcurrent date\b`)
	officeInput = regexp.MustCompile(`[<>=]|\bOOO\b`)
)

// leftOut is why news does not need the case, or "".
func (c *recognizersCase) leftOut() string {
	for _, rule := range newsRules {
		if rule.fits(c) {
			return rule.reason
		}
	}
	return ""
}

// kind is that of the results: "clock" where one of them is a time of day, and "mixed" for several.
func (c *recognizersCase) kind() string {
	kind := ""
	for _, r := range c.Results {
		switch k := r.kind(); {
		case k != "date" && k != "daterange" && k != "duration" && k != "set":
			return "clock"
		case kind == "" || kind == k:
			kind = k
		default:
			kind = "mixed"
		}
	}
	return kind
}

func (c *recognizersCase) anyText(pattern *regexp.Regexp) bool {
	for _, r := range c.Results {
		// A parser's results are in lower case; the input shows how the words were written.
		text := r.Text
		if at := strings.Index(strings.ToLower(c.Input), strings.ToLower(text)); at >= 0 {
			text = c.Input[at : at+len(text)]
		}
		if pattern.MatchString(text) {
			return true
		}
	}
	return false
}

// anyTimex reports whether a TIMEX of the case holds the letter of clock times.
func (c *recognizersCase) anyTimex(letter string) bool {
	for _, r := range c.Results {
		for _, v := range r.resolutions() {
			if strings.Contains(v["timex"], letter) {
				return true
			}
		}
	}
	return false
}

func (c *recognizersCase) anyInvalid() bool {
	for _, r := range c.Results {
		for _, v := range r.resolutions() {
			if strings.HasPrefix(v["date"]+v["startDate"], "0001") || v["value"] == "not resolved" {
				return true
			}
		}
	}
	return false
}

var (
	vaguePart      = regexp.MustCompile(`(?i)\b(early|late|later|earlier|mid|middle|beginning|start|end|close|rest)\b`)
	earlierOrLater = regexp.MustCompile(`(?i)^(earlier|later)\b`)
	fewUnits       = regexp.MustCompile(`(?i)\b(few|several|couple|some)\b`)
	windowWord     = regexp.MustCompile(`(?i)\b(last|past|previous|next|coming|upcoming|following|recent|within|in|rest|since|after|before|than|from|date|now|earlier|later)\b`)
	weekOf         = regexp.MustCompile(`(?i)\bweeks?\b`)
	rangeWord      = regexp.MustCompile(`(?i)\b(to|till?|until|through|thru|between)\b|[-–]`)
)

// alike says which periods of ours count as one of theirs beside equal ones. Recognizers answers a query
// for a calendar and must name a first and a last day; a period of ours has the width that the words
// leave open. Where the two conventions differ on the same reading, ours counts:
//
//   - both resolutions of what has no year or week are allowed by the case itself: tense, which
//     Recognizers does not read, chooses between them;
//   - "two years ago" is the same day two years earlier there, and here the year that holds it;
//   - "early", "mid" and "late" are halves there and thirds here: ours must lie within theirs;
//   - "earlier this month" and "later this month" are halves there, and here what lies before or after today;
//   - a feast of the Islamic calendar has its computed days there, and here a day more on either side;
//   - "a few" is three there, and here the stretch of counts that it may mean, with three among them;
//   - a stretch counted from today leaves today out there and not here: one day at either end;
//   - a week of a month or a year is one from Monday there, and here seven days counted from its first;
//   - a range leaves out its last day, month or year there ("2014 to 2018" ends with 2017) and not here;
//   - the 21st century begins in 2000 there, and here in 2001.
func alike(r *recognizersResult) func(e *Expression, got, want chancery.Period) bool {
	text := r.Text
	return func(e *Expression, got, want chancery.Period) bool {
		if got.IsZero() || want.IsZero() {
			return false
		}
		near := func(days int) bool { return nearDate(got.Start, want.Start, days) && nearDate(got.End, want.End, days) }
		counted := e.Years+e.Months+e.Days > 0
		switch {
		case fewUnits.MatchString(text):
			return want.Within(got)
		case want.Start == want.End && counted:
			return want.Within(got) && got.Days() <= 366
		case earlierOrLater.MatchString(text) && want.Within(got) && (got.Start == want.Start || got.End == want.End):
			return true
		case got.Precision == chancery.PrecisionVague && want.Within(got) && near(1):
			return true
		case vaguePart.MatchString(text) && got.Precision == chancery.PrecisionVague && got.Within(want):
			return true
		case (windowWord.MatchString(text) || rangeWord.MatchString(text)) && near(1) && got.Days() != 1:
			return true
		case weekOf.MatchString(text) && near(3) && got.Days() == want.Days():
			return true
		case strings.Contains(text, "century") && near(366):
			return true
		case rangeWord.MatchString(text) && got.Start == want.Start && !want.End.IsZero():
			stop := want.End.AddDays(1)
			return stop.Day == 1 && (got.End == monthPeriod(stop.Year, int(stop.Month)).End || stop.Month == 1 && got.End == yearPeriod(stop.Year).End)
		}
		return false
	}
}

// nearDate reports whether two ends lie no more than the days apart; open ends are near anything.
func nearDate(a, b chancery.Date, days int) bool {
	if a.IsZero() || b.IsZero() {
		return true
	}
	n := a.DaysSince(b)
	return n >= -days && n <= days
}
