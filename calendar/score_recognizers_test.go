package calendar

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

	"chancery"
	"chancery/internal/shareddata"
)

// recognizersFiles hold the cases of Recognizers-Text that ask for days, periods, lengths, recurring
// days and holidays.
var recognizersFiles = []string{"DateParser.json", "DatePeriodParser.json", "DurationParser.json",
	"HolidayParser.json", "SetParser.json", "DateTimeModel.json"}

// TestRecognizersScore measures on the cases of Recognizers-Text that a news reader needs: the rules in
// newsCase say which those are, and the log says how many of each kind they leave. Floors lie a little
// below what is reached.
func TestRecognizersScore(t *testing.T) {
	var all tally
	byKind := map[string]*tally{}
	kept, whole, reasons := map[string]int{}, map[string]int{}, map[string]int{}
	for _, file := range recognizersFiles {
		for _, c := range readCases(t, shareddata.Need(t, "data", "temporal", "recognizers-text", file)) {
			if len(c.Results) == 0 {
				continue
			}
			kind := c.kind()
			whole[kind]++
			if reason := c.leftOut(); reason != "" {
				reasons[reason]++
				continue
			}
			kept[kind]++
			if byKind[kind] == nil {
				byKind[kind] = &tally{}
			}
			anchor := chancery.Day(c.reference())
			got, want, where := Find(plain(c.Input), anchor), c.wanted(), strconv.Quote(c.Input)+" at "+anchor.String()
			all.score(got, want, where)
			byKind[kind].score(got, want, where)
		}
	}
	for _, kind := range []string{"date", "daterange", "duration", "set", "mixed", "clock"} {
		line := fmt.Sprintf("%s: %d of %d cases kept (%.0f %%)", kind, kept[kind], whole[kind], 100*ratio(kept[kind], whole[kind]))
		if s := byKind[kind]; s != nil {
			line += ", " + s.String()
		}
		t.Log(line)
	}
	t.Logf("left out: %v", reasons)
	t.Logf("Recognizers-Text, what news needs: %s", all.String())
	if os.Getenv("CALENDAR_ERRORS") != "" {
		t.Log("\n" + strings.Join(all.errors, "\n"))
	}
	const floorF1, floorValue = 0.935, 0.85
	if all.f1() < floorF1 || all.value() < floorValue {
		t.Errorf("extent F1 %.3f (floor %.3f), value %.3f (floor %.3f)", all.f1(), floorF1, all.value(), floorValue)
	}
}

type recognizersCase struct {
	Input   string
	Context struct{ ReferenceDateTime string }
	Results []recognizersResult
}

type recognizersResult struct {
	Text, Type, TypeName string
	Start                int
	Value                json.RawMessage
	Resolution           struct{ Values []map[string]string }
}

func (r *recognizersResult) kind() string {
	return strings.TrimPrefix(r.Type+r.TypeName, "datetimeV2.")
}

// resolutions are all readings that the case allows: the one in the past and the one in the future.
func (r *recognizersResult) resolutions() []map[string]string {
	var value struct {
		Timex                            string
		FutureResolution, PastResolution map[string]string
	}
	if json.Unmarshal(r.Value, &value) != nil {
		return r.Resolution.Values
	}
	all := []map[string]string{value.FutureResolution, value.PastResolution}
	for _, v := range all {
		if v != nil {
			v["timex"] = value.Timex
		}
	}
	return append(all, r.Resolution.Values...)
}

func readCases(t *testing.T, path string) []recognizersCase {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var cases []recognizersCase
	if err := json.Unmarshal(bytes.TrimPrefix(data, []byte("\ufeff")), &cases); err != nil {
		t.Fatal(err)
	}
	return cases
}

func (c *recognizersCase) reference() chancery.Date {
	d, _, _ := strings.Cut(c.Context.ReferenceDateTime, "T")
	date, err := chancery.ParseDate(d)
	if err != nil {
		return chancery.Date{Year: 2016, Month: 11, Day: 7}
	}
	return date
}

// wanted gives the expected expressions.
func (c *recognizersCase) wanted() (all []wanted) {
	for i := range c.Results {
		r := &c.Results[i]
		at := strings.Index(strings.ToLower(c.Input), strings.ToLower(r.Text))
		w := wanted{start: at, end: at + len(r.Text), text: r.Text, alike: alike(r), recurring: r.kind() == "set"}
		for _, v := range r.resolutions() {
			w.addValue(v)
		}
		all = append(all, w)
	}
	return all
}

// addValue reads one resolution. The end of a Recognizers range is the day after its last one.
func (w *wanted) addValue(v map[string]string) {
	day := func(key string) chancery.Date {
		d, _ := chancery.ParseDate(v[key])
		if d.Year < 2 {
			return chancery.Date{} // there is no such day
		}
		return d
	}
	seconds := v["duration"]
	if seconds == "" && v["type"] == "duration" {
		seconds = v["value"]
	}
	switch {
	case w.recurring:
	case seconds != "":
		n, err := strconv.Atoi(seconds)
		if err == nil {
			w.length = &[5]int{0, 0, 0, 0, n / 60}
		}
	case v["date"] != "" || v["type"] == "date":
		d := day("date")
		if d.IsZero() {
			d = day("value")
		}
		if !d.IsZero() {
			w.values = append(w.values, chancery.Day(d))
		}
	default:
		start, end := day("startDate"), day("endDate")
		if start.IsZero() && end.IsZero() {
			start, end = day("start"), day("end")
		}
		switch {
		case start.IsZero() && end.IsZero():
		case end.IsZero():
			w.values = append(w.values, span(start, end, ""))
		default:
			w.values = append(w.values, span(start, end.AddDays(-1), ""))
		}
	}
}
