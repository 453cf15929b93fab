package calendar

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
)

//go:embed words.txt
var wordList string

// unit is a measure of time, in the order of length.
type unit int8

const (
	noUnit unit = iota
	minute
	hour
	day
	weekend
	week
	fortnight
	month
	quarter
	half
	year
	decade
	century
)

// trait is what a word can do beside the numbers that its lexeme holds.
type trait uint32

const (
	shortName    trait = 1 << iota // "Nov", "Tue"
	plural                         // "weeks", "Tuesdays"
	dayPart                        // "morning"
	approximate                    // "about"
	recurrent                      // "annual"
	celebration                    // "marks"
	eventNoun                      // "summit"
	numbered                       // "Resolution" before a number
	measured                       // "tonnes" after a number
	planning                       // "scheduled"
	undertaking                    // "agreed", before "to"
	timetable                      // "arrives": in the present it tells what the calendar holds
	futureVerb                     // "will"
	pastVerb                       // "met"
	presentVerb                    // "is"
	functionWord                   // "of"
	starter                        // an expression may begin here
	which                          // "last": offset is valid
	deictic                        // "yesterday": offset is valid
	largeNumber                    // "million"
)

// lexeme is all that the word list says of one word.
type lexeme struct {
	word    string // in lower case
	traits  trait
	month   int
	weekday int // one more than Go's, so that 0 says that it is none
	season  int
	unit    unit
	number  int
	ordinal int
	decade  int
	offset  int
	part    string
	phrases []fixedPhrase // that begin with this word, longest first
}

func (l *lexeme) is(t trait) bool { return l != nil && l.traits&t != 0 }

// fixedPhrase is a wording with a meaning of its own: a vague time or a holiday.
type fixedPhrase struct {
	words   []string // marks are words of their own
	meaning meaning
}

var lexicon = readWords(wordList)

// readWords builds the lexicon. The list is part of the program, so a fault in it is a bug.
func readWords(list string) map[string]*lexeme {
	words := map[string]*lexeme{}
	for n, line := range strings.Split(list, "\n") {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		head, rest, _ := strings.Cut(line, ":")
		fields := strings.Fields(head)
		for _, text := range strings.Split(rest, ",") {
			if err := addWord(words, fields, strings.TrimSpace(text)); err != nil {
				panic(fmt.Sprintf("calendar/words.txt:%d: %v", n+1, err))
			}
		}
	}
	return words
}

func addWord(words map[string]*lexeme, fields []string, text string) error {
	parts := splitWords(text)
	if len(parts) == 0 {
		return fmt.Errorf("empty word in class %q", fields[0])
	}
	l := wordEntry(words, parts[0])
	for _, p := range parts[1:] {
		wordEntry(words, p)
	}
	values := make([]int, 3)
	for i, f := range fields[1:] {
		if f == "open" {
			values[i] = openEnd
		} else if v, err := strconv.Atoi(f); err == nil {
			values[i] = v
		} else if fields[0] != "part" {
			return fmt.Errorf("value %q of class %q is not a number", f, fields[0])
		}
	}
	if setMeaning(l, fields, values, parts) || setTrait(l, fields[0]) {
		return nil
	}
	return fmt.Errorf("unknown class %q", fields[0])
}

func wordEntry(words map[string]*lexeme, word string) *lexeme {
	if words[word] == nil {
		words[word] = &lexeme{word: word}
	}
	return words[word]
}

// setMeaning sets the numbers of the classes that have them.
func setMeaning(l *lexeme, fields []string, values []int, parts []string) bool {
	was := l.traits
	l.traits |= starter
	switch fields[0] {
	case "month":
		l.month = values[0]
	case "short-month":
		l.month, l.traits = values[0], l.traits|shortName
	case "weekday":
		l.weekday = values[0] + 1
	case "weekdays":
		l.weekday, l.traits = values[0]+1, l.traits|plural
	case "short-weekday":
		l.weekday, l.traits = values[0]+1, l.traits|shortName
	case "season":
		l.season = values[0]
	case "unit":
		l.unit = unit(values[0])
	case "units":
		l.unit, l.traits = unit(values[0]), l.traits|plural
	case "number":
		l.number = values[0]
	case "ordinal":
		l.ordinal = values[0]
	case "decade":
		l.decade = values[0]
	case "which":
		l.offset, l.traits = values[0], l.traits|which
	case "deictic":
		l.offset, l.traits = values[0], l.traits|deictic
	case "part":
		l.part = fields[1]
	case "vague":
		addPhrase(l, parts, meaning{op: opVague, low: values[0], high: values[1]})
	case "holiday":
		addPhrase(l, parts, meaning{op: opDate, month: values[0], day: values[1]})
	case "easter", "orthodox-easter", "nth-weekday", "hijri":
		addPhrase(l, parts, feastMeaning(fields[0], values))
	default:
		l.traits = was
		return false
	}
	return true
}

func addPhrase(l *lexeme, words []string, m meaning) {
	at := len(l.phrases)
	for at > 0 && len(l.phrases[at-1].words) < len(words) {
		at--
	}
	l.phrases = append(l.phrases, fixedPhrase{})
	copy(l.phrases[at+1:], l.phrases[at:])
	l.phrases[at] = fixedPhrase{words, m}
}

var traitNames = map[string]trait{
	"daypart": dayPart, "approximate": approximate | starter, "recurring": recurrent | starter,
	"large": largeNumber, "long": 0, "celebrate": celebration, "event": eventNoun, "numbered": numbered,
	"measure": measured, "planning": planning, "undertaking": undertaking, "timetable": timetable, "future": futureVerb, "past": pastVerb,
	"present": presentVerb, "function": functionWord,
}

// starters are words of the function class that may begin an expression.
var starters = []string{"the", "a", "an", "every", "each", "same", "that", "later", "earlier", "more",
	"less", "at", "up", "half", "several", "few", "couple", "then", "fy", "fiscal", "financial", "q", "h",
	"dozen", "many", "year", "in", "all", "full", "whole", "another", "eve"}

func setTrait(l *lexeme, class string) bool {
	t, ok := traitNames[class]
	l.traits |= t
	if class == "function" {
		for _, s := range starters {
			if s == l.word {
				l.traits |= starter
			}
		}
	}
	return ok
}

// splitWords cuts a phrase of the word list as the text is cut: apostrophes stand alone, and hyphens where
// the list parts them.
func splitWords(s string) []string {
	return strings.Fields(strings.ReplaceAll(s, "'", " ' "))
}
