package english

import "strings"

// abbreviations are words that keep their full stop, in lower case and without it. The value says
// whether one may end a sentence: "etc." may, "Mr." never does, and "Dec." only before a word that
// commonly begins one.
var abbreviations = map[string]closing{
	"drs": neverLast, "assoc": neverLast, "asst": neverLast, "dep": neverLast, "mr": neverLast, "mrs": neverLast, "ms": neverLast, "dr": neverLast, "prof": neverLast, "messrs": neverLast,
	"gen": neverLast, "lt": neverLast, "col": neverLast, "maj": neverLast, "capt": neverLast, "cmdr": neverLast,
	"adm": neverLast, "sgt": neverLast, "brig": neverLast, "gov": neverLast, "sen": neverLast, "rep": neverLast,
	"reps": neverLast, "sens": neverLast, "pres": neverLast, "hon": neverLast, "rev": neverLast, "st": neverLast,
	"amb": neverLast, "min": neverLast, "v": neverLast, "vs": neverLast, "e.g": neverLast, "i.e": neverLast, "viz": neverLast,
	"no": beforeNumber, "nos": beforeNumber, "art": beforeNumber, "arts": beforeNumber, "par": beforeNumber,
	"para": beforeNumber, "vol": beforeNumber, "pp": beforeNumber, "ch": beforeNumber, "fig": beforeNumber,
	"res": beforeNumber, "doc": beforeNumber, "sec": beforeNumber, "approx": beforeNumber, "ca": beforeNumber, "c": beforeNumber, "p": beforeNumber,
	"jan": maybeLast, "feb": maybeLast, "mar": maybeLast, "apr": maybeLast, "aug": maybeLast, "sept": maybeLast,
	"sep": maybeLast, "oct": maybeLast, "nov": maybeLast, "dec": maybeLast, "jun": maybeLast, "jul": maybeLast,
	"mon": maybeLast, "tue": maybeLast, "tues": maybeLast, "wed": maybeLast, "thu": maybeLast, "thur": maybeLast,
	"thurs": maybeLast, "fri": maybeLast, "sat": maybeLast,
	"inc": maybeLast, "corp": maybeLast, "co": maybeLast, "ltd": maybeLast, "plc": maybeLast, "bros": maybeLast,
	"dept": maybeLast, "gov't": maybeLast, "intl": maybeLast, "assn": maybeLast, "univ": maybeLast,
	"jr": maybeLast, "sr": maybeLast, "etc": maybeLast, "al": maybeLast, "est": maybeLast, "ext": beforeNumber, "rs": beforeNumber,
	"mt": neverLast, "mts": neverLast, "ft": neverLast, "ave": maybeLast, "blvd": maybeLast, "u.s": maybeLast, "u.n": maybeLast,
	"u.k": maybeLast, "d.c": maybeLast, "a.m": maybeLast, "p.m": maybeLast, "ph.d": maybeLast, "u.s.a": maybeLast,
}

// closing says whether an abbreviation can be a sentence's last word.
type closing uint8

const (
	fullStop     closing = iota // not an abbreviation
	neverLast                   // a name or an example follows
	beforeNumber                // an abbreviation only before a number: "No. 5"
	maybeLast
)

// isAbbreviation reports whether a word keeps the full stop behind it. "No" and "may" are words of
// their own, so those before numbers are told by sentenceEnd.
func isAbbreviation(word string) bool {
	kind := closingOf(word)
	if kind == fullStop {
		return false
	}
	// Months, days and "sat" are words too: only capitals make them abbreviations.
	if kind != neverLast && len(word) <= 4 && word[0] >= 'a' && word[0] <= 'z' {
		switch word {
		case "etc", "inc", "ltd", "co", "al", "dept", "vol", "pp", "ca", "c", "p", "nos", "plc", "ext", "approx":
			return true
		}
		return strings.Contains(word, ".")
	}
	switch word {
	case "No", "Sat", "Mar", "Sun", "min", "dep", "rep", "gen", "st", "hon", "pres", "col", "ft", "mt":
		return false
	}
	return true
}

func closingOf(word string) closing {
	if len(word) > 6 {
		return fullStop
	}
	if kind, ok := abbreviations[word]; ok {
		return kind
	}
	return abbreviations[strings.ToLower(word)]
}

// prefixes stay joined to the word behind their hyphen, as in the treebanks.
var prefixes = map[string]bool{
	"anti": true, "bi": true, "co": true, "counter": true, "cross": true, "de": true, "e": true, "ex": true,
	"extra": true, "inter": true, "intra": true, "macro": true, "mega": true, "micro": true, "mid": true,
	"mini": true, "multi": true, "neo": true, "non": true, "over": true, "pan": true, "post": true, "pre": true,
	"pro": true, "quasi": true, "re": true, "semi": true, "socio": true, "sub": true, "super": true, "trans": true,
	"ultra": true, "un": true, "under": true, "vice": true,
}

func isPrefix(word string) bool {
	if len(word) > 7 {
		return false
	}
	return prefixes[word] || prefixes[strings.ToLower(word)]
}
