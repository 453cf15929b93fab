package query

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// clause is a gloss with its slots filled: who, the verb, and the rest. It can then be said in any
// tense and mood.
type clause struct {
	subject string
	plural  bool
	verb    string // infinitive
	rest    string
}

// slots are what fills a gloss: the words, by the name of the slot, and which are plural.
type slots struct {
	words  map[string]string
	plural map[string]bool
}

// prepositions and joining words fall where the slot behind them has nothing to fill it: "signs {instrument} with
// {recipient}" without a recipient is "signs an agreement".
var falling = map[string]bool{"with": true, "to": true, "of": true, "from": true, "on": true, "in": true, "at": true,
	"for": true, "by": true, "between": true, "against": true, "and": true, "into": true}

// fill makes a clause of a gloss such as "{actor} signs {instrument} with {recipient}".
func fill(gloss string, s slots) clause {
	var c clause
	var subject, rest []string
	into := &subject
	for _, word := range strings.Fields(gloss) {
		name, isSlot := strings.CutPrefix(word, "{")
		if isSlot {
			name, _, _ = strings.Cut(name, "}")
			value := s.words[name]
			if value == "" {
				if n := len(*into); n > 0 && falling[(*into)[n-1]] {
					*into = (*into)[:n-1]
				}
				continue
			}
			if into == &subject {
				c.plural = c.plural || s.plural[name] || len(subject) > 1 && subject[len(subject)-1] == "and"
			}
			*into = append(*into, value)
			continue
		}
		if into == &subject && word != "and" && len(subject) > 0 {
			c.verb = base(word)
			into = &rest
			continue
		}
		*into = append(*into, word)
	}
	c.subject, c.rest = strings.Join(subject, " "), strings.Join(rest, " ")
	if c.subject == "" {
		c.subject = "somebody"
	}
	return c
}

// say joins the parts that are not empty.
func say(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(p string) bool { return p == "" }), " ")
}

func (c clause) past() string    { return say(c.subject, past(c.verb, c.plural), c.rest) }
func (c clause) present() string { return say(c.subject, present(c.verb, c.plural), c.rest) }

// continuous is "is visiting"; being and having have none.
func (c clause) continuous() string {
	if c.verb == "be" || c.verb == "have" {
		return c.present()
	}
	return say(c.subject, be(c.plural), gerund(c.verb), c.rest)
}

// due is "is to visit". It says that the act is planned, and not by whom.
func (c clause) due() string { return say(c.subject, be(c.plural), "to", c.verb, c.rest) }

// wasDue is "was to visit".
func (c clause) wasDue() string { return say(c.subject, was(c.plural), "to", c.verb, c.rest) }

// mayHave is "may have become".
func (c clause) mayHave() string { return say(c.subject, "may have", participle(c.verb), c.rest) }

func (c clause) may() string   { return say(c.subject, "may", c.verb, c.rest) }
func (c clause) would() string { return say(c.subject, "would", c.verb, c.rest) + ", on a condition" }

// wished is "it is wished that Laos visit …": the mood tells that somebody wishes it, and not that it
// is the one who would act.
func (c clause) wished() string { return say("it is wished that", c.subject, c.verb, c.rest) }

func (c clause) demanded() string {
	return say(c.subject, be(c.plural), "called on to", c.verb, c.rest)
}

// noLonger is "no longer supports"; being and having keep their verb in front.
func (c clause) noLonger() string {
	if c.verb == "be" {
		return say(c.subject, be(c.plural), "no longer", c.rest)
	}
	return say(c.subject, "no longer", present(c.verb, c.plural), c.rest)
}

// isNot is "is not a member", "does not support".
func (c clause) isNot() string {
	if c.verb == "be" {
		return say(c.subject, be(c.plural), "not", c.rest)
	}
	do := "does"
	if c.plural {
		do = "do"
	}
	return say(c.subject, do, "not", c.verb, c.rest)
}

// holds reports whether the clause says every word of the phrase already: sanctions imposed on Iran,
// and "sanctions against Iran".
func (c clause) holds(phrase string) bool {
	said := strings.ToLower(c.verb + " " + c.rest)
	for _, word := range strings.Fields(strings.ToLower(trimmed(phrase))) {
		word = strings.TrimSuffix(strings.TrimSuffix(word, "'s"), "’s")
		if len(word) > 2 && word != "the" && word != "against" && !strings.Contains(said, word) {
			return false
		}
	}
	return true
}

// upper makes the first letter a capital.
func upper(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[size:]
}

// sentence begins with a capital and ends with a full stop.
func sentence(s string) string {
	s = strings.TrimRight(strings.TrimSpace(s), " ,;:")
	if s == "" {
		return s
	}
	s = upper(s)
	if !strings.HasSuffix(s, ".") && !strings.HasSuffix(s, "!") && !strings.HasSuffix(s, "?") &&
		!strings.HasSuffix(s, ".”") {
		s += "."
	}
	return s
}

// list joins words as English does: "a, b and c".
func list(words []string) string {
	if n := len(words); n > 1 {
		return strings.Join(words[:n-1], ", ") + " and " + words[n-1]
	}
	return strings.Join(words, "")
}
