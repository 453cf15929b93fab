package english

import (
	"unicode"
	"unicode/utf8"
)

// sentenceEnd is the token behind the last one of the sentence that begins at token first, as the
// rules see it. The document's tokens end with the paragraph, which always ends a sentence, so a
// headline needs no full stop.
func sentenceEnd(d *Document, first int) int {
	for i := first; i < len(d.Tokens); i++ {
		if !endsSentence(d, first, i) {
			continue
		}
		end := i + 1
		quoted := false
		for end < len(d.Tokens) && closes(d, end) {
			quoted = quoted || isQuote(d.Word(end))
			end++
		}
		end = noteEnd(d, end)
		if end == len(d.Tokens) || begins(d, first, i, end, quoted) {
			return end
		}
	}
	return len(d.Tokens)
}

// noteEnd is the token behind the numbers of notes, "[12]", that begin at token i.
func noteEnd(d *Document, i int) int {
	for i+2 < len(d.Tokens) && d.Word(i) == "[" && d.Word(i+2) == "]" && d.Word(i + 1)[0] >= '0' && d.Word(i + 1)[0] <= '9' {
		i += 3
	}
	return i
}

// endsSentence reports whether token i may be the last word or mark of a sentence.
func endsSentence(d *Document, first, i int) bool {
	w := d.Word(i)
	switch w[0] {
	case '.', '!', '?':
		return true
	}
	return w == "…" || w == "。" || len(w) > 1 && w[len(w)-1] == '.' && i > first
}

func isQuote(w string) bool {
	switch w {
	case `"`, "”", "“", "''", "’", "'", "»", "``", "„", "‘", "«":
		return true
	}
	return false
}

// closes reports whether token i is a closing mark that belongs to the sentence before it.
func closes(d *Document, i int) bool {
	switch w := d.Word(i); w {
	case "”", "''", ")", "]", "»":
		return true
	case "*", "**", "_", "__": // marks of emphasis in plain text
		return i > 0 && d.Tokens[i].Start == d.Tokens[i-1].End
	case `"`, "’", "'":
		// A mark that follows directly and has a space or the end behind it closes.
		if i == 0 || d.Tokens[i].Start != d.Tokens[i-1].End {
			return false
		}
		if w == "'" || w == "’" {
			return i+1 == len(d.Tokens) || d.Tokens[i+1].Start > d.Tokens[i].End || isQuote(d.Word(i+1))
		}
		return true
	}
	return false
}

// begins reports whether token next begins a sentence, after one that token stop may end.
func begins(d *Document, first, stop, next int, quoted bool) bool {
	w := d.Word(next)
	r, _ := utf8.DecodeRuneInString(w)
	mark := d.Word(stop)
	if mark == "." && stop == first+1 && isNumeral(d.Word(first)) {
		return false // "1. Introduction"
	}
	if unicode.IsLower(r) {
		return false
	}
	if len(mark) > 1 && mark[0] != '.' && mark[len(mark)-1] == '.' {
		return abbreviationEnds(d, stop, next, mark[:len(mark)-1])
	}
	if mark == "." && stop > first && closingOf(d.Word(stop-1)) == beforeNumber && unicode.IsDigit(r) {
		return false // "No. 5"
	}
	if quoted && (mark[0] == '?' || mark[0] == '!') && reportingFollows(d, next) {
		return false
	}
	switch w[0] {
	case ',', ';', ':', '%', '.', '?', '!':
		return false
	}
	if w == "…" || closes(d, next) {
		return false
	}
	if r == '-' || r == '–' || r == '—' { // a list's next item, or an aside
		return stop+1 == next && next+1 < len(d.Tokens) && capital(d.Word(next+1)) && mark == "."
	}
	return true
}

func isNumeral(w string) bool { return w[0] >= '0' && w[0] <= '9' && len(w) <= 2 }

func capital(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r)
}

// abbreviationEnds reports whether the abbreviation at token stop ends its sentence, given what
// follows it.
func abbreviationEnds(d *Document, stop, next int, word string) bool {
	w := d.Word(next)
	if next > stop+1 { // a closing mark stands between
		return capital(w) || isQuote(w)
	}
	switch kind := closingOf(word); {
	case kind == neverLast, kind == beforeNumber:
		return false
	case utf8.RuneCountInString(word) == 1: // an initial
		return starters[w] && len(w) > 1 && (stop == 0 || !capital(d.Word(stop-1)))
	}
	return starters[w] || isQuote(w) && next+1 < len(d.Tokens) && capital(d.Word(next+1))
}

// starters are words that begin a sentence far more often than they go on with a name.
var starters = map[string]bool{
	"The": true, "A": true, "An": true, "This": true, "That": true, "These": true, "Those": true, "He": true,
	"She": true, "It": true, "They": true, "We": true, "I": true, "You": true, "His": true, "Her": true,
	"Its": true, "Their": true, "Our": true, "There": true, "But": true, "And": true, "However": true, "In": true,
	"On": true, "At": true, "As": true, "If": true, "When": true, "While": true, "After": true, "Before": true,
	"Since": true, "For": true, "From": true, "By": true, "With": true, "Both": true, "Many": true, "Some": true,
	"What": true, "Who": true, "Why": true, "How": true, "Meanwhile": true, "Earlier": true, "Later": true,
	"According": true, "Also": true, "Although": true, "Under": true, "During": true, "Despite": true, "Asked": true,
	"Another": true, "Other": true, "Such": true, "Then": true, "Now": true, "So": true, "No": true, "Not": true,
}

// reporting are the verbs that follow what was said.
var reporting = map[string]bool{
	"said": true, "says": true, "asked": true, "asks": true, "added": true, "told": true, "noted": true,
	"wrote": true, "stressed": true, "exclaimed": true, "wondered": true, "replied": true, "continued": true,
	"declared": true, "stated": true, "tweeted": true, "concluded": true, "shouted": true, "cried": true,
}

// reportingFollows reports whether a short subject and a verb of saying begin at token i, as in
// "…?" Lavrov asked.
func reportingFollows(d *Document, i int) bool {
	for end := min(len(d.Tokens), i+6); i < end; i++ {
		w := d.Word(i)
		if reporting[w] {
			return true
		}
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsLetter(r) {
			return false
		}
	}
	return false
}
