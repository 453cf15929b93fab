// Package corpus compares what the reader says of a report with what people who read it say.
//
// People write what a report says in plain text, one claim a paragraph: the act on a line of its own,
// then what they hold to be true of it, indented. Only what is written is compared.
//
//	# A line that starts with a hash mark is a remark.
//	sign
//	  who: BLR, LAO
//	  about: visa-free travel
//	  when: 2025-07-17
//	  mood: occurred
//	  said by: the report
//	  passage: signed an agreement
//
//	no visit
//	  who: LAO
//	  mood: occurred
//
// A paragraph that begins with "no" is something that the report must not be made to say. One that
// begins with "missed" is something that the report says and the reader does not yet read: an honest
// gap, which a better reader closes. The keys are those of the type Expected.
package corpus

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"

	"chancery"
)

// Expected is a claim as a person writes it down.
type Expected struct {
	Line   int    // of the file, counted from 1
	Not    bool   // the report says no such thing
	Missed bool   // the report says it, and it is not read
	Act    string // id of an act of the codebook
	// Who and Whom are actor ids; a person's name may follow in brackets: "LAO (Thongloun Sisoulith)".
	Who, Whom []string
	// In is an association and a standing: "SCO as partner".
	In string
	// About stands in the claim's instrument or object.
	About string
	// Where stands in the place's text or is its id.
	Where string
	// When is a day or a range, as chancery.Period writes it; "about 2024-07" asks only that the
	// claim's period lies in that month or year.
	When string
	Mood string
	// SaidBy is the chain from the innermost speaker outwards without the publisher, each a name or an
	// id: "Lavrov". "the report" means that the report says it itself.
	SaidBy string
	// Passage stands in the evidence.
	Passage string
}

// ReadExpected reads a file of expected claims. Errors name the line and what may stand there.
func ReadExpected(r io.Reader) ([]Expected, error) {
	var all []Expected
	lines := bufio.NewScanner(r)
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimRight(lines.Text(), " \t")
		switch {
		case line == "" || strings.HasPrefix(strings.TrimSpace(line), "#"):
		case line[0] != ' ' && line[0] != '\t':
			act, not := strings.CutPrefix(line, "no ")
			act, missed := strings.CutPrefix(act, "missed ")
			all = append(all, Expected{Line: n, Act: act, Not: not, Missed: missed})
		case len(all) == 0:
			return nil, fmt.Errorf("line %d: %q stands before any act", n, line)
		default:
			if err := all[len(all)-1].set(line); err != nil {
				return nil, fmt.Errorf("line %d: %w", n, err)
			}
		}
	}
	return all, lines.Err()
}

func (e *Expected) set(line string) error {
	key, value, ok := strings.Cut(strings.TrimSpace(line), ":")
	if !ok {
		return fmt.Errorf("%q is not “key: value”", line)
	}
	value = strings.TrimSpace(value)
	switch key {
	case "who":
		e.Who = parts(value)
	case "whom":
		e.Whom = parts(value)
	case "in":
		e.In = value
	case "about":
		e.About = value
	case "where":
		e.Where = value
	case "when":
		e.When = value
	case "mood":
		e.Mood = value
	case "said by":
		e.SaidBy = value
	case "passage":
		e.Passage = value
	default:
		return fmt.Errorf("key %q is not one of who, whom, in, about, where, when, mood, said by, passage", key)
	}
	return nil
}

func parts(value string) []string {
	var all []string
	for _, p := range strings.Split(value, ",") {
		all = append(all, strings.TrimSpace(p))
	}
	return all
}

// String writes the expectation on one line.
func (e Expected) String() string {
	var b strings.Builder
	if e.Not {
		b.WriteString("no ")
	}
	if e.Missed {
		b.WriteString("missed ")
	}
	b.WriteString(e.Act)
	for _, f := range []struct{ key, value string }{
		{"who", strings.Join(e.Who, ", ")}, {"whom", strings.Join(e.Whom, ", ")}, {"in", e.In}, {"about", e.About},
		{"where", e.Where}, {"when", e.When}, {"mood", e.Mood}, {"said by", e.SaidBy}, {"passage", e.Passage},
	} {
		if f.value != "" {
			fmt.Fprintf(&b, " · %s: %s", f.key, f.value)
		}
	}
	return b.String()
}

// Result compares one report's claims with what was expected of it.
type Result struct {
	Missing   []Expected       // expected, and not read
	Forbidden []Expected       // must not be said, and is
	Read      []Expected       // written down as missed, and is read
	Extra     []chancery.Claim // read, and not expected
	Found     int
}

// Compare matches the claims of one report with what is expected, each claim with at most one
// expectation, in the order of the file. mutual tells whether an act has no direction.
func Compare(claims []chancery.Claim, expected []Expected, publisher string, mutual func(act string) bool) Result {
	var result Result
	used := make([]bool, len(claims))
	for _, e := range expected {
		if e.Not {
			if slices.ContainsFunc(claims, func(c chancery.Claim) bool { return e.Matches(c, publisher, mutual(c.Act)) }) {
				result.Forbidden = append(result.Forbidden, e)
			}
			continue
		}
		i := 0
		for i < len(claims) && (used[i] || !e.Matches(claims[i], publisher, mutual(claims[i].Act))) {
			i++
		}
		switch {
		case i == len(claims) && !e.Missed:
			result.Missing = append(result.Missing, e)
		case i < len(claims):
			used[i] = true
			result.Found++
			if e.Missed {
				result.Read = append(result.Read, e)
			}
		}
	}
	for i, c := range claims {
		if !used[i] {
			result.Extra = append(result.Extra, c)
		}
	}
	return result
}

// Matches reports whether the claim is what a person wrote down. Who meets is met: where the act is
// mutual, the two sides are compared as one.
func (e Expected) Matches(c chancery.Claim, publisher string, mutual bool) bool {
	return c.Act == e.Act && e.moodMatches(c) && e.partiesMatch(c, mutual) && e.inMatches(c) && e.aboutMatches(c) &&
		e.whereMatches(c) && whenMatches(c.When, e.When) && e.saidByMatches(c, publisher) && holds(c.Evidence.Text, e.Passage)
}

func (e Expected) moodMatches(c chancery.Claim) bool { return e.Mood == "" || string(c.Mood) == e.Mood }

func (e Expected) aboutMatches(c chancery.Claim) bool {
	return holds(c.Instrument+" "+c.Object, e.About)
}

// partiesMatch compares the two sides, each with what was written down of it, or both as one.
func (e Expected) partiesMatch(c chancery.Claim, mutual bool) bool {
	if mutual {
		return len(e.Who)+len(e.Whom) == 0 || same(slices.Concat(c.Actor, c.Recipient), slices.Concat(e.Who, e.Whom))
	}
	return (len(e.Who) == 0 || same(c.Actor, e.Who)) && (len(e.Whom) == 0 || same(c.Recipient, e.Whom))
}

// same reports whether the participants are exactly those written down.
func same(participants []chancery.Participant, written []string) bool {
	seen := map[string]bool{}
	for _, p := range participants {
		seen[p.ID] = true
	}
	asked := map[string]bool{}
	for _, w := range written {
		id, person, _ := strings.Cut(strings.TrimSuffix(w, ")"), "(")
		id = strings.TrimSpace(id)
		asked[id] = true
		if !slices.ContainsFunc(participants, func(p chancery.Participant) bool {
			return p.ID == id && holds(p.Person, person)
		}) {
			return false
		}
	}
	return len(seen) == len(asked)
}

func (e Expected) inMatches(c chancery.Claim) bool {
	if e.In == "" {
		return true
	}
	id, standing, _ := strings.Cut(e.In, " as ")
	return c.Association != nil && c.Association.ID == id && (standing == "" || string(c.Standing) == standing)
}

func (e Expected) whereMatches(c chancery.Claim) bool {
	return e.Where == "" || (c.Place != nil && (c.Place.ID == e.Where || holds(c.Place.Text, e.Where)))
}

func whenMatches(p chancery.Period, written string) bool {
	if about, ok := strings.CutPrefix(written, "about "); ok {
		return strings.HasPrefix(p.Start.String(), about) && strings.HasPrefix(p.End.String(), about)
	}
	return written == "" || p.String() == written
}

func (e Expected) saidByMatches(c chancery.Claim, publisher string) bool {
	if e.SaidBy == "" {
		return true
	}
	if e.SaidBy == "the report" {
		return !c.Attributed(publisher)
	}
	chain := c.SaidBy
	if len(chain) > 0 && chain[len(chain)-1].Name == publisher && chain[len(chain)-1].ID == "" {
		chain = chain[:len(chain)-1]
	}
	written := parts(e.SaidBy)
	if len(chain) != len(written) {
		return false
	}
	for i, w := range written {
		if chain[i].ID != w && !holds(chain[i].Name, w) && !holds(chain[i].Text, w) {
			return false
		}
	}
	return true
}

// holds reports whether the text has the words in it, whatever their case and the space between.
func holds(text, words string) bool {
	fold := func(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }
	return strings.Contains(fold(text), fold(words))
}
