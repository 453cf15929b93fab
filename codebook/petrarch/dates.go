package petrarch

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// term is a code with the days on which it holds, both included, as 2006-01-02; "" is without end.
type term struct{ code, since, until string }

// readTerm reads "HOBGOV 19950601 - 19990815", "HOB <950601", "HOBREB > 990816" and "HOB".
func readTerm(text string) (term, skip) {
	code, when, _ := strings.Cut(strings.TrimSpace(text), " ")
	for _, sign := range "<>" { // "ONO<911226"
		if before, after, ok := strings.Cut(code, string(sign)); ok {
			code, when = before, string(sign)+after+when
		}
	}
	t := term{code: code}
	when = strings.ReplaceAll(when, " ", "")
	if when == "" {
		return t, ""
	}
	var why [2]skip
	switch {
	case when[0] == '<':
		t.until, why[0] = day(when[1:], -1)
	case when[0] == '>':
		t.since, why[0] = day(when[1:], 1)
	default:
		from, to, ok := strings.Cut(when, "-")
		if !ok {
			return t, skip(fmt.Sprintf("%q is no time: write <DATE, >DATE or DATE-DATE", when))
		}
		t.since, why[0] = day(from, 0)
		t.until, why[1] = day(to, 0)
	}
	for _, w := range why {
		if w != "" {
			return t, w
		}
	}
	if t.since != "" && t.until != "" && t.until < t.since {
		return t, skip(fmt.Sprintf("%q ends before it begins", when))
	}
	return t, ""
}

// day reads 950601 or 19950601, shifted by days. Years of two figures from 30 on are of the twentieth century, as the
// coders have it.
func day(text string, shift int) (string, skip) {
	full := text
	if len(text) == 6 {
		century := "20"
		if text >= "30" {
			century = "19"
		}
		full = century + text
	}
	date, err := time.Parse("20060102", full)
	if err != nil {
		return "", skip(fmt.Sprintf("%q is no day: write YYYYMMDD or YYMMDD", text))
	}
	return date.AddDate(0, 0, shift).Format(time.DateOnly), ""
}

// apart cuts times that overlap, so that on each day one code holds: the first in the order of the dictionary that has a
// time, and else the one without.
func apart(terms []term) []term {
	ordered := slices.Clone(terms)
	slices.SortStableFunc(ordered, func(a, b term) int { return rank(a) - rank(b) })
	var done []term
	for _, t := range ordered {
		pieces := []term{t}
		for _, d := range done {
			var rest []term
			for _, p := range pieces {
				rest = append(rest, without(p, d)...)
			}
			pieces = rest
		}
		done = append(done, pieces...)
	}
	return done
}

func rank(t term) int {
	if t.since == "" && t.until == "" {
		return 1
	}
	return 0
}

// without are the parts of a time that lie before and after another.
func without(t, cut term) []term {
	if cut.since != "" && t.until != "" && t.until < cut.since || cut.until != "" && t.since != "" && t.since > cut.until {
		return []term{t}
	}
	var parts []term
	if cut.since != "" && (t.since == "" || t.since < cut.since) {
		parts = append(parts, term{t.code, t.since, next(cut.since, -1)})
	}
	if cut.until != "" && (t.until == "" || t.until > cut.until) {
		parts = append(parts, term{t.code, next(cut.until, 1), t.until})
	}
	return parts
}

func next(day string, shift int) string {
	date, _ := time.Parse(time.DateOnly, day) // written by this file
	return date.AddDate(0, 0, shift).Format(time.DateOnly)
}
