package press

import (
	"fmt"
	"net/url"
	"path"
	"regexp"
	"strings"
	"sync"
	"time"

	"chancery"
)

// witness is one thing that says when a report was published.
type witness struct {
	day   day
	basis chancery.Basis
	why   string // "the header says …"
}

// publishedDay weighs the witnesses in the order of trust: what was given beside the text, a header,
// the page, a dateline with its year, the address, the name of the file; and last a dateline without
// a year, which the others complete. It returns a zero period where no year is known. When a file
// was last changed is never asked: copying changes it.
func publishedDay(a article, h header, name string, line Dateline) (chancery.Period, []string) {
	var why []string
	var witnesses []witness
	stamp := func(text string, basis chancery.Basis, says string) {
		if strings.TrimSpace(text) == "" {
			return
		}
		d, problem := readStamp(text)
		if problem != "" {
			why = append(why, fmt.Sprintf("%s %q, which %s; it was not used", says, text, problem))
			return
		}
		witnesses = append(witnesses, witness{d, basis, fmt.Sprintf("%s %q", says, text)})
	}
	stamp(a.given, chancery.BasisPublished, "the source gives the date as")
	stamp(h.leadDate, chancery.BasisDateline, "the header says")
	stamp(h.published, chancery.BasisDateline, "the header says")
	stamp(a.pageDate, chancery.BasisPublished, "the page gives the date as")
	filed := day{line.Year, line.Month, line.Day, line.Date}
	switch {
	case line.Impossible:
		why = append(why, fmt.Sprintf("the dateline says %q, which is not in the calendar; it was not used", line.Date))
	case filed.year > 0:
		witnesses = append(witnesses, witness{filed, chancery.BasisDateline, fmt.Sprintf("the dateline says %q", line.Date)})
	}
	address := a.url
	if address == "" {
		address = h.url
	}
	if d := dayOfPath(address); d.year > 0 {
		witnesses = append(witnesses, witness{d, chancery.BasisPublished, fmt.Sprintf("the page's address has %q", d.text)})
	}
	if d := dayOfName(name); d.year > 0 {
		witnesses = append(witnesses, witness{d, chancery.BasisPublished, fmt.Sprintf("the file's name has %q", d.text)})
	}
	return weigh(witnesses, filed, why)
}

// weigh takes the most trusted witness, and a less trusted one only where it agrees and is finer.
func weigh(witnesses []witness, filed day, why []string) (chancery.Period, []string) {
	var p chancery.Period
	for _, w := range witnesses {
		q := w.day.period(w.basis)
		switch {
		case q.IsZero():
		case p.IsZero():
			p, why = q, append(why, w.why)
		case q.Within(p) && q != p && q.Days() < p.Days():
			p, why = q, append(why, w.why)
		case w.basis == chancery.BasisDateline && !p.Overlaps(q):
			why = append(why, w.why+", which does not agree; it was trusted less")
		}
	}
	if filed.month == 0 || filed.year > 0 {
		return p, why
	}
	if p.IsZero() {
		return p, append(why, fmt.Sprintf("the dateline says %q, without a year", filed.text))
	}
	if completed := (day{p.Start.Year, filed.month, filed.day, filed.text}).period(chancery.BasisDateline); completed.Within(p) && completed.Days() < p.Days() {
		return completed, append(why, fmt.Sprintf("the dateline says %q", filed.text))
	}
	return p, why
}

var (
	pathDay = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?:^|[/_.-])((?:19|20)\d{2})([/_-]?)(0[1-9]|1[0-2])([/_-]?)(0[1-9]|[12]\d|3[01])(?:$|[/_.T-])`)
	})
	pathMonth = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`/((?:19|20)\d{2})/(0?[1-9]|1[0-2])(?:/|$)`) })
	pathLoose = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`/((?:19|20)\d{2})/(\d{1,2})/(\d{1,2})(?:/|$)`)
	})
	pathWord = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`/((?:19|20)\d{2})/((?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)/(\d{1,2})(?:/|$)`)
	})
)

// dayOfPath reads the date in the address of a page: "/2024/07/12/".
func dayOfPath(address string) day {
	u, err := url.Parse(address)
	if err != nil || u.Path == "" {
		return day{}
	}
	if d := dayInName(u.Path); d.year > 0 {
		return d
	}
	for _, re := range []func() *regexp.Regexp{pathWord, pathLoose} {
		if m := re().FindStringSubmatch(u.Path); m != nil {
			month := time.Month(number(m[2]))
			if month == 0 {
				month = monthNames[strings.ToLower(m[2][:3])]
			}
			d := day{number(m[1]), month, number(m[3]), strings.Trim(m[0], "/")}
			if month > 0 && d.day > 0 && d.possible() {
				return d
			}
		}
	}
	if m := pathMonth().FindStringSubmatch(u.Path); m != nil {
		return day{number(m[1]), time.Month(number(m[2])), 0, strings.Trim(m[0], "/")}
	}
	return day{}
}

// dayOfName reads the date in the name of a file, not in that of its folder, which may be the day on
// which somebody fetched it.
func dayOfName(name string) day {
	if name == "-" {
		return day{}
	}
	return dayInName(path.Base(strings.ReplaceAll(name, `\`, "/")))
}

// dayInName takes eight digits for a date only where nothing else of a number or a hash touches them,
// and where the marks between year, month and day are the same.
func dayInName(name string) day {
	for _, m := range pathDay().FindAllStringSubmatch(name, -1) {
		if m[2] != m[4] {
			continue
		}
		d := day{number(m[1]), time.Month(number(m[3])), number(m[5]), strings.Trim(m[0], "/_.-T")}
		if d.possible() {
			return d
		}
	}
	return day{}
}
