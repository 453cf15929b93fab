package english

import "strings"

// number takes what begins with a digit and returns where it ends.
func (t *tokenizer) number(i int) int {
	end := i
	for end < len(t.text) {
		c := t.text[end]
		if '0' <= c && c <= '9' {
			end++
			continue
		}
		if (c == ',' || c == '.' || c == ':' || c == '/') && t.digitAt(end+1) {
			end++
			continue
		}
		if c == '-' && end-i == 4 && isISODate(t.text[i:]) {
			return t.emit(i, i+len("2006-01-02"))
		}
		if c == '-' {
			if n := telephone(t.text[i:]); n > 0 {
				return t.emit(i, i+n)
			}
		}
		break
	}
	if end == i { // a digit of another script
		return t.emit(i, max(t.letters(i), i+1))
	}
	if next := t.letters(end); next > end {
		switch strings.ToLower(t.text[end:next]) {
		case "am", "pm", "km", "m", "bn", "mn", "kg", "tn", "mw", "gw", "mph", "usd", "percent", "k",
			"mm", "cm", "ft", "gb", "mb", "tb", "hrs", "hr", "lbs", "sq", "mt", "kt":
			return t.emit(i, end)
		}
		return t.emit(i, next)
	}
	if n := t.clitic80s(end); n > end {
		return t.emit(i, n)
	}
	return t.emit(i, end)
}

// clitic80s is the end of "'s" after a decade, "80's", which is one word, or i.
func (t *tokenizer) clitic80s(i int) int {
	if i >= 2 && t.text[i-1] == '0' && strings.HasPrefix(t.text[i:], "'s") && !t.letterAt(i+2) && t.digitBefore(i-1) {
		return i + 2
	}
	return i
}

func isISODate(s string) bool {
	const form = "0000-00-00"
	if len(s) < len(form) || len(s) > len(form) && '0' <= s[len(form)] && s[len(form)] <= '9' {
		return false
	}
	for i := range len(form) {
		if digit := '0' <= s[i] && s[i] <= '9'; digit != (form[i] == '0') || !digit && s[i] != '-' {
			return false
		}
	}
	return true
}

// telephones are the ways in which the digits of telephone numbers and American postal codes are grouped.
var telephones = [...][]int{{1, 3, 3, 4}, {3, 3, 4}, {3, 4}, {5, 4}}

// telephone is the length of a telephone number or a postal code at the beginning of s, or 0. "500-1000"
// is a range: few numbers end in two zeros.
func telephone(s string) int {
	for _, groups := range telephones {
		if n := grouped(s, groups); n > 0 && s[n-2:n] != "00" {
			return n
		}
	}
	return 0
}

// grouped is the length of groups of digits with hyphens between them at the beginning of s, or 0.
func grouped(s string, groups []int) int {
	at := 0
	for g, size := range groups {
		if g > 0 {
			if at >= len(s) || s[at] != '-' {
				return 0
			}
			at++
		}
		for range size {
			if at >= len(s) || s[at] < '0' || s[at] > '9' {
				return 0
			}
			at++
		}
	}
	if at < len(s) && (isHostLetter(s[at]) || s[at] == '-') {
		return 0
	}
	return at
}
