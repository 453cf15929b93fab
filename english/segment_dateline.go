package english

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// longestDateline is how many tokens a dateline may have.
const longestDateline = 18

// datelineEnd is the token behind a dateline that begins the paragraph at token first, or first:
// "MOSCOW, November 20. /TASS/.", "HANOI, Dec. 3 (VNA) —", "GENEVA (AP) -". A dateline names its
// place in capitals and ends with a dash, or with an agency or a date and a full stop. A place in small
// letters, "Pyongyang, February 2 (KCNA) --", needs a date, an agency and a dash.
func datelineEnd(d *Document, first int) int {
	last := min(len(d.Tokens), first+longestDateline)
	i := first
	for i < last && (isPlaceName(d.Word(i)) || i > first && isPlaceJoiner(d, i)) {
		i++
	}
	small := i == first
	for small && i < first+3 && i < last && isCapitalized(d.Word(i)) {
		i++
	}
	if i == first || i >= last || len(d.Word(first)) < 3 {
		return first
	}
	agency, dated := false, false
	for i < last {
		w := d.Word(i)
		switch {
		case w == "(" || w == "/" || w == "[":
			end := bracketEnd(d, i, last)
			if end == i {
				return first
			}
			agency, i = true, end
		case isDateWord(w):
			dated, i = true, i+1
		case w == ",":
			i++
		case w == "." && !small && (agency || dated):
			if next := i + 1; next < last && d.Word(next) == "/" { // "November 20. /TASS/."
				i = next
				continue
			}
			return i + 1
		case isDash(w):
			if small && !(agency && dated) {
				return first
			}
			return i + 1
		case isPlaceName(w) && (agency || dated): // "/TASS Correspondent/" is inside brackets; this is a byline
			return first
		case !agency && isCapitalized(w) && d.Word(i-1) == ",": // "APIA, Samoa, 9 May"
			i++
		default:
			return first
		}
	}
	return first
}

func isPlaceName(w string) bool {
	letters := 0
	for _, r := range w {
		switch {
		case unicode.IsUpper(r):
			letters++
		case r == '.' || r == '\'' || r == '’' || unicode.IsMark(r):
		default:
			return false
		}
	}
	return letters > 0
}

// isPlaceJoiner reports whether token i may stand between the words of places: "NEW YORK/GENEVA".
func isPlaceJoiner(d *Document, i int) bool {
	w := d.Word(i)
	return (w == "-" || w == "/") && i+1 < len(d.Tokens) && d.Tokens[i].Start == d.Tokens[i-1].End &&
		d.Tokens[i+1].Start == d.Tokens[i].End && isPlaceName(d.Word(i+1))
}

func isDash(w string) bool { return w == "-" || w == "--" || w == "—" || w == "–" || w == "---" }

func isCapitalized(w string) bool {
	r, n := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r) && len(w) > n
}

// isDateWord takes in months, days and numbers.
func isDateWord(w string) bool {
	if w[0] >= '0' && w[0] <= '9' {
		return len(w) <= len("2006-01-02")
	}
	if len(w) < 3 {
		return false
	}
	switch strings.ToLower(w[:3]) {
	case "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
		"mon", "tue", "wed", "thu", "fri", "sat", "sun":
		return isCapitalized(w)
	}
	return false
}

// bracketEnd is the token behind the bracket or the second slash that closes what token i opens, or i.
func bracketEnd(d *Document, i, last int) int {
	close := map[string]string{"(": ")", "[": "]", "/": "/"}[d.Word(i)]
	for k := i + 1; k < last && k < i+8; k++ {
		if d.Word(k) == close {
			return k + 1
		}
	}
	return i
}
