package calendar

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"chancery"
	"chancery/english"
	"chancery/internal/shareddata"
)

// TestTimeBankScore measures on news of 1989 to 1998: dates and durations, in extent and in value,
// where TimeBank's value names a stretch of the calendar or a length. Floors lie a little below what
// is reached.
func TestTimeBankScore(t *testing.T) {
	const floorF1, floorValue = 0.91, 0.85
	files, err := filepath.Glob(filepath.Join(shareddata.Need(t, "data", "temporal", "timebank"), "*.tml"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no .tml files: %v", err)
	}
	for _, on := range []string{"plain tokens", "parsed"} {
		t.Run(on, func(t *testing.T) {
			reader := plain
			if on == "parsed" {
				if testing.Short() {
					t.Skip("parsing all of TimeBank takes a while; run without -short")
				}
				reader = parsed(t)
			}
			var s tally
			for _, f := range files {
				scoreTimeBank(t, f, reader, &s)
			}
			t.Logf("TimeBank, %s: %s", on, s.String())
			if os.Getenv("CALENDAR_ERRORS") != "" {
				t.Log("\n" + strings.Join(s.errors, "\n"))
			}
			if s.f1() < floorF1 || s.value() < floorValue {
				t.Errorf("extent F1 %.3f (floor %.3f), value %.3f (floor %.3f)", s.f1(), floorF1, s.value(), floorValue)
			}
		})
	}
}

func scoreTimeBank(t *testing.T, path string, reader func(string) *english.Document, s *tally) {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var text strings.Builder
	var all, skipped []wanted
	var anchor chancery.Period
	var open *wanted
	skip, inText := false, false
	decoder := xml.NewDecoder(f)
	decoder.Strict = false
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		switch x := token.(type) {
		case xml.StartElement:
			inText = inText || x.Name.Local == "TEXT"
			if x.Name.Local == "TIMEX3" {
				w := wanted{start: text.Len()}
				kind := attribute(x, "type")
				readValue(&w, attribute(x, "value"))
				w.within = attribute(x, "mod") != ""
				if attribute(x, "functionInDocument") == "CREATION_TIME" && len(w.values) > 0 {
					anchor = w.values[0]
				}
				skip = kind == "SET" || kind == "TIME"
				open = &w
			}
		case xml.EndElement:
			if x.Name.Local == "TIMEX3" && open != nil && inText {
				open.end = text.Len()
				open.text = strings.Join(strings.Fields(text.String()[open.start:]), " ")
				if skip {
					skipped = append(skipped, *open)
				} else {
					all = append(all, *open)
				}
				open = nil
			}
			inText = inText && x.Name.Local != "TEXT"
		case xml.CharData:
			if inText {
				text.Write(x)
			}
		}
	}
	var got []Expression
	for _, e := range Find(reader(text.String()), anchor) {
		if !overlapsAny(e, skipped) {
			got = append(got, e)
		}
	}
	where := filepath.Base(path) + " " + anchor.String()
	for i := range all {
		all[i].text = fmt.Sprint(all[i].text)
	}
	s.score(got, all, where)
	if os.Getenv("CALENDAR_ERRORS") != "" {
		for i, e := range s.errors {
			if strings.HasSuffix(e, where) {
				s.errors[i] = e + " :: " + around(text.String(), e)
			}
		}
	}
}

// around is the text about the words that an error quotes.
func around(text, message string) string {
	quoted := regexp.MustCompile(`"([^"]*)"`).FindStringSubmatch(message)
	if quoted == nil {
		return ""
	}
	at := strings.Index(text, quoted[1])
	if at < 0 {
		return ""
	}
	return strings.Join(strings.Fields(text[max(0, at-60):min(len(text), at+len(quoted[1])+40)]), " ")
}

func overlapsAny(e Expression, all []wanted) bool {
	for _, w := range all {
		if e.Start < w.end && w.start < e.End {
			return true
		}
	}
	return false
}

func attribute(x xml.StartElement, name string) string {
	for _, a := range x.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

var (
	dayValue    = regexp.MustCompile(`^(\d{4})-(\d\d)-(\d\d)`)
	monthValue  = regexp.MustCompile(`^(\d{4})-(\d\d)$`)
	yearValue   = regexp.MustCompile(`^(\d{4})$`)
	decadeValue = regexp.MustCompile(`^(\d{3})$`)
	weekValue   = regexp.MustCompile(`^(\d{4})-W(\d\d)$`)
	otherValue  = regexp.MustCompile(`^(\d{4})-(Q\d|SP|SU|FA|WI|H\d)$`)
	lengthValue = regexp.MustCompile(`^PT?(\d+)([YMWDHE])$`)
)

// readValue reads the values of TimeML that name a stretch of the calendar or a length.
func readValue(w *wanted, value string) {
	number := func(s string) int { n, _ := strconv.Atoi(s); return n }
	add := func(p chancery.Period) { w.values = append(w.values, p) }
	if m := dayValue.FindStringSubmatch(value); m != nil {
		add(chancery.Day(chancery.NewDate(number(m[1]), time.Month(number(m[2])), number(m[3]))))
	} else if m := monthValue.FindStringSubmatch(value); m != nil {
		add(monthPeriod(number(m[1]), number(m[2])))
	} else if m := yearValue.FindStringSubmatch(value); m != nil {
		add(yearPeriod(number(m[1])))
	} else if m := decadeValue.FindStringSubmatch(value); m != nil {
		add(span(chancery.NewDate(number(m[1])*10, 1, 1), chancery.NewDate(number(m[1])*10+9, 12, 31), ""))
	} else if m := weekValue.FindStringSubmatch(value); m != nil {
		add(weekPeriod(chancery.NewDate(number(m[1]), 1, 4).AddDays(7 * (number(m[2]) - 1))))
	} else if m := otherValue.FindStringSubmatch(value); m != nil {
		y, index := number(m[1]), number(m[2][1:])
		switch m[2] {
		case "SP":
			add(seasonPeriod(y, 1))
		case "SU":
			add(seasonPeriod(y, 2))
		case "FA":
			add(seasonPeriod(y, 3))
		case "WI":
			add(seasonPeriod(y, 4))
		case "H1", "H2":
			add(halfPeriod(y, index))
		default:
			add(quarterPeriod(y, index))
		}
	} else if m := lengthValue.FindStringSubmatch(value); m != nil {
		n := number(m[1])
		unit := m[2]
		if strings.HasPrefix(value, "PT") && unit == "M" {
			unit = "minute"
		}
		w.length = map[string]*[5]int{"Y": {n}, "M": {0, n}, "W": {0, 0, 7 * n}, "D": {0, 0, n}, "H": {0, 0, 0, n},
			"E": {10 * n}, "minute": {0, 0, 0, 0, n}}[unit]
	} else if strings.HasSuffix(value, "_REF") {
		w.vague = true
	}
}
