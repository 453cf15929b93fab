package query

import (
	"strings"

	"chancery"
)

// A report that says that something was not done, has not been done or will not be done says three
// things, and none of them is that somebody denies it.

// denial is the tense in which something is denied.
type denial int

const (
	didNot  denial = iota // on the occasion that is spoken of; it says the least
	hasNot                // so far
	willNot               // not in future either: a refusal
)

// denialIn finds the tense of the denial in the passage.
func denialIn(passage string) denial {
	words := strings.FieldsFunc(strings.ToLower(passage), func(r rune) bool {
		return r != '\'' && r != '’' && (r < 'a' || r > 'z')
	})
	found := didNot
	for i, word := range words {
		before, after := "", ""
		if i > 0 {
			before = words[i-1]
		}
		if i+1 < len(words) {
			after = words[i+1]
		}
		negated := after == "not" || after == "never" || before == "neither" || before == "nobody"
		switch strings.ReplaceAll(word, "’", "'") {
		case "hasn't", "haven't", "hadn't", "yet":
			return hasNot
		case "has", "have", "had":
			if negated {
				return hasNot
			}
		case "will", "would", "shall":
			if negated {
				found = willNot
			}
		case "won't", "wouldn't":
			found = willNot
		}
	}
	return found
}

// denied is "did not promise", "has not signed", "will not lift".
func (c clause) denied(tense denial) string {
	switch {
	case tense == hasNot:
		return say(c.subject, present("have", c.plural), "not", participle(c.verb), c.rest)
	case tense == willNot:
		return say(c.subject, "will not", c.verb, c.rest)
	case c.verb == "be":
		return say(c.subject, was(c.plural), "not", c.rest)
	}
	return say(c.subject, "did not", c.verb, c.rest)
}

// deniedOn is the last day, up to the one asked for, on which a report said that it had not come about.
func deniedOn(e chancery.Entry, until chancery.Date) chancery.Date {
	var last chancery.Date
	for _, s := range e.Steps {
		if s.State == chancery.StateDenied && s.Known.After(last) && (until.IsZero() || !s.Known.After(until)) {
			last = s.Known
		}
	}
	return last
}
