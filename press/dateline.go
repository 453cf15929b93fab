package press

import (
	"regexp"
	"strings"
	"sync"
	"time"
	"unicode"
	"unicode/utf8"

	"chancery"
)

// Dateline is the line that opens a wire story: where it was filed, when, and by whom. Month and
// Day are there without a Year where the dateline gives none.
type Dateline struct {
	Place  string // as written: "PRETORIA/NAIROBI"
	Year   int
	Month  time.Month
	Day    int
	Date   string // the words that give the date
	Agency string // short name of the agency, or as written where it is not known
	// Impossible says that the words of Date name a day that no calendar has. Year, Month and Day
	// are then zero.
	Impossible bool
	// Start and End are bytes of the text; at End the prose begins.
	Start, End int
}

// Period is the day of the dateline, or zero where it has no year.
func (d Dateline) Period() chancery.Period {
	return day{d.Year, d.Month, d.Day, d.Date}.period(chancery.BasisDateline)
}

// longestDateline bounds how far a dateline is looked for, in bytes.
const longestDateline = 400

// ReadDateline reads the dateline at the start of a text. A place alone is taken for one only where
// it is a place that we know and is set the way datelines are, since many a sentence begins with the
// name of a town.
func ReadDateline(text string) (Dateline, bool) {
	s := datelineScanner{text: text[:min(len(text), longestDateline)]}
	s.pos = len(datelineLead().FindString(s.text))
	s.line.Start = s.pos
	s.bracket = s.take("[")
	if agency, n := s.agencyAlone(); n > 0 {
		s.line.Agency = agency
		s.pos += n
		if s.ending() != endDash {
			return Dateline{}, false
		}
		return s.finish()
	}
	if !s.place() {
		return Dateline{}, false
	}
	for range 6 {
		if !s.component() {
			break
		}
	}
	if s.bracket && !s.take("]") {
		return Dateline{}, false
	}
	if !s.accept(s.ending()) {
		return Dateline{}, false
	}
	return s.finish()
}

// datelineLead is what may stand before a dateline: a date header, and the number that an archive
// gave the report, with the initials of whoever filed it.
var datelineLead = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^[\s*]*(?:(?i:date:?) +\d{4}-\d{2}-\d{2}\s+)?(?:[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*-\d{3,} +(?:\([A-Z][A-Z ]*\) +)?)?`)
})

// A place is one to five words with capitals, or several places with strokes between them.
var placeAtStart = sync.OnceValue(func() *regexp.Regexp {
	const (
		word  = `(?:(?:St|ST|Mt|MT|Ft|FT)\.|D\.C\.|U\.N\.|\p{Lu}[\p{L}'’]+(?:-[\p{L}'’]+)*)`
		small = `(?:(?:de|da|do|del|della|la|las|los|el|al|of|the|am|upon) |(?:el|al|ad|an|ar|as|at|az|on)-)?`
		place = word + `(?:,? ` + `D\.C\.| ` + small + word + `){0,4}`
	)
	return regexp.MustCompile(`^` + place + `(?: ?/ ?` + place + `){0,2}`)
})

var regionAtStart = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^\p{Lu}[\p{L}.]+(?: \p{Lu}[\p{L}.]+){0,2}`)
})

var bareAgency = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(\p{Lu}[\p{L}/.]+(?:[ -]\p{Lu}[\p{L}]+){0,2}) ?(?:--|[–—:]|-[ \n]|\.[ \n]|\n|$)`)
})

// fileMarks are notes of an archive between dateline and prose: "[REPORT] [NAME] [TEXT]".
var fileMarks = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?:\[[^\[\]\n]{1,160}\]\s*){0,5}\[(?:TEXT|Text)\]\s*`)
})

// ending is the mark that parts dateline and prose.
type ending uint8

const (
	endNone ending = iota
	endDash
	endStop
	endColon
	endLine
)

type datelineScanner struct {
	text    string
	pos     int
	line    Dateline
	known   bool // the place is on our list
	capital bool // the place is set in capitals
	agency  bool // the agency is on our list
	regions int
	bracket bool // the dateline stands in square brackets
	end     int  // where the prose begins, set by ending
}

func (s *datelineScanner) rest() string { return s.text[s.pos:] }

func (s *datelineScanner) take(mark string) bool {
	if strings.HasPrefix(s.rest(), mark) {
		s.pos += len(mark)
		return true
	}
	return false
}

// agencyAlone reads "(Reuters)" or "/TASS/" where no place is given.
func (s *datelineScanner) agencyAlone() (string, int) {
	inside, n := enclosed(s.rest())
	if n == 0 {
		return "", 0
	}
	a, ok := AgencyNamed(inside)
	if !ok {
		return "", 0
	}
	return a.Name, n
}

func (s *datelineScanner) place() bool {
	found := placeAtStart().FindString(s.rest())
	if found == "" {
		return false
	}
	found = beforeMonth(found)
	first := found
	if i := strings.IndexByte(found, '/'); i >= 0 {
		first = strings.TrimSpace(found[:i])
	}
	s.line.Place = found
	s.known = places()[fold(found)] || places()[fold(first)]
	s.capital = found == strings.ToUpper(found)
	s.pos += len(found)
	if found == "NO CITY" { // archives write so where a broadcast has no place
		s.line.Place, s.known = "", true
	}
	if !s.known {
		for word := range strings.FieldsSeq(fold(found)) {
			if notPlaces()[word] {
				return false
			}
		}
	}
	return true
}

// beforeMonth cuts a month, and a weekday before it, off a row of words with capitals:
// "JOHANNESBURG March" in "JOHANNESBURG March 13".
func beforeMonth(words string) string {
	for {
		i := strings.LastIndexByte(words, ' ')
		if i < 0 {
			return words
		}
		last := strings.ToLower(strings.TrimRight(words[i+1:], "."))
		if len(last) < 3 || monthNames[last[:3]] == 0 && !isWeekday(last) || !calendarWord().MatchString(last) {
			return words
		}
		words = words[:i]
	}
}

var calendarWord = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?:` + monthPattern + `|` + weekdayPattern + `)$`)
})

// component reads one more part of the dateline: a date, an agency, a country.
func (s *datelineScanner) component() bool {
	start := s.pos
	for s.take(" ") {
	}
	comma := s.take(",")
	separated := comma || s.take(".")
	for s.take(" ") {
	}
	if s.pos == start {
		return false
	}
	if s.take("NO DATE") || s.date("") || s.enclosedPart() || separated && (s.bare() || comma && s.region()) {
		return true
	}
	s.pos = start
	return false
}

// date reads a day here; closing is what must follow it.
func (s *datelineScanner) date(closing string) bool {
	if s.line.Date != "" {
		return false
	}
	d, n := readDay(s.rest())
	if n == 0 || !strings.HasPrefix(s.rest()[n:], closing) {
		return false
	}
	if r, _ := utf8.DecodeRuneInString(s.rest()[n:]); unicode.IsLetter(r) || unicode.IsDigit(r) {
		return false
	}
	s.pos += n + len(closing)
	s.line.Date = d.text
	if d.possible() {
		s.line.Year, s.line.Month, s.line.Day = d.year, d.month, d.day
	} else {
		s.line.Impossible = true
	}
	return true
}

// enclosedPart reads "(Reuters)", "/TASS/", "(20 November 2025)" or "(USSR)".
func (s *datelineScanner) enclosedPart() bool {
	inside, n := enclosed(s.rest())
	if n == 0 || s.line.Agency != "" && s.agency {
		return false
	}
	if s.line.Date == "" && strings.HasPrefix(s.rest(), "(") {
		s.pos++
		if s.date(")") {
			return true
		}
		s.pos--
	}
	a, known := AgencyNamed(inside)
	if !known { // "(PNA/Xinhua)", "(AFP, Reuters)"
		first := strings.FieldsFunc(inside, func(r rune) bool { return r == '/' || r == ',' || r == ';' })
		if len(first) > 1 {
			a, known = AgencyNamed(first[0])
		}
	}
	switch {
	case known:
		s.line.Agency, s.agency = a.Name, true
	case s.line.Date == "" && strings.HasPrefix(s.rest()[n:], ","): // a country: "MOSCOW (USSR), 28 AUG 89"
	default:
		s.line.Agency = strings.TrimSpace(inside)
	}
	s.pos += n
	return true
}

// enclosed gives what stands between brackets or strokes at the start of the text.
func enclosed(text string) (inside string, n int) {
	const longest = 60
	if text == "" {
		return "", 0
	}
	closing := map[byte]string{'(': ")", '/': "/", '[': "]"}[text[0]]
	if closing == "" {
		return "", 0
	}
	i := strings.Index(text[1:min(len(text), longest)], closing)
	if i < 2 || strings.ContainsAny(text[1:1+i], "\n()[]") {
		return "", 0
	}
	return text[1 : 1+i], i + 2
}

// bare reads the name of an agency that stands between the dateline's marks: "Tehran, IRNA –".
func (s *datelineScanner) bare() bool {
	m := bareAgency().FindStringSubmatch(s.rest())
	if m == nil || s.agency {
		return false
	}
	name := strings.TrimRight(m[1], ".")
	a, ok := AgencyNamed(name)
	if !ok || len(name) < 3 { // two letters are a state of the United States
		return false
	}
	s.line.Agency, s.agency = a.Name, true
	s.pos += len(name)
	return true
}

// region reads a country or a province after the place. It must come before the date and be
// followed by something that a dateline has.
func (s *datelineScanner) region() bool {
	if s.line.Date != "" || s.regions == 2 {
		return false
	}
	found := beforeMonth(regionAtStart().FindString(s.rest()))
	if found == "" {
		return false
	}
	after := s.rest()[len(found):]
	for _, mark := range []string{",", " (", " -", " –", " —", ". /", " /"} {
		if strings.HasPrefix(after, mark) {
			s.pos += len(found)
			s.regions++
			return true
		}
	}
	if _, n := readDay(strings.TrimLeft(after, " ")); n > 0 { // "ANGLETON, Tex. March 3"
		s.pos += len(found)
		s.regions++
		return true
	}
	return false
}

var (
	dashAtStart = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`^[.,]?(?:\s*(?:--+|—|–)\s*|\s*[-_]\s+|\s+-)`)
	})
	stopAtStart  = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^\.\s+`) })
	colonAtStart = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^\s?:\s+`) })
	lineAtStart  = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[.,]?\s*\n\s*`) })
)

// ending reads the mark after the last part.
func (s *datelineScanner) ending() ending {
	rest := s.rest()
	for _, kind := range []struct {
		re  func() *regexp.Regexp
		end ending
	}{{lineAtStart, endLine}, {dashAtStart, endDash}, {stopAtStart, endStop}, {colonAtStart, endColon}} {
		if found := kind.re().FindString(rest); found != "" {
			s.end = s.pos + len(found)
			return kind.end
		}
	}
	if s.bracket || rest == "" {
		s.end = s.pos + len(rest) - len(strings.TrimLeft(rest, " "))
		return endLine
	}
	return endNone
}

// accept weighs what was found. A date or an agency speaks for a dateline; capitals, a known place
// and a dash support it.
func (s *datelineScanner) accept(end ending) bool {
	date := s.line.Date != ""
	switch {
	case end == endNone:
		return false
	case date && (s.capital || s.known):
		return true
	case date:
		return s.agency || end == endDash || s.bracket
	case s.agency:
		return s.capital || s.known || end == endDash
	case s.line.Agency != "":
		return s.capital && s.known && end == endDash
	case !s.known || s.bracket:
		return false
	}
	return s.acceptPlaceAlone(end)
}

// acceptPlaceAlone judges a place with neither date nor agency.
func (s *datelineScanner) acceptPlaceAlone(end ending) bool {
	body := s.text[s.end:]
	next, _ := utf8.DecodeRuneInString(strings.TrimLeft(body, `"“‘'`))
	if !unicode.IsUpper(next) && !unicode.IsDigit(next) {
		return false
	}
	if s.capital {
		return true
	}
	if end != endDash {
		return false
	}
	// "Vienna – Austria's capital – is …": the dashes belong to the sentence.
	sentence, _, _ := strings.Cut(body, ". ")
	return !strings.Contains(sentence, " – ") && !strings.Contains(sentence, " — ") && !strings.Contains(sentence, " - ") &&
		!strings.Contains(sentence, "—")
}

func (s *datelineScanner) finish() (Dateline, bool) {
	s.line.End = s.end
	if marks := fileMarks().FindString(s.text[s.end:]); marks != "" {
		s.line.End += len(marks)
	}
	return s.line, true
}
