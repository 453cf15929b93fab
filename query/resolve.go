package query

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"chancery"
)

// UnknownNameError says that typed words name no actor.
type UnknownNameError struct {
	Text        string
	Suggestions []ActorChoice // actors of the record with names like it, the likest first
}

func (e *UnknownNameError) Error() string {
	message := fmt.Sprintf("no actor is called %q", e.Text)
	if len(e.Suggestions) == 0 {
		return message + "; try an ISO code (LAO), a name (Laos) or an association (SCO)"
	}
	return message + "; did you mean " + choices(e.Suggestions) + "?"
}

// AmbiguousNameError says that typed words may name several actors.
type AmbiguousNameError struct {
	Text    string
	Choices []ActorChoice
}

func (e *AmbiguousNameError) Error() string {
	return fmt.Sprintf("%q may be %s; say which by its code", e.Text, choices(e.Choices))
}

func choices(list []ActorChoice) string {
	words := make([]string, len(list))
	for i, c := range list {
		words[i] = c.Name + " (" + c.ID + ")"
		if c.Person != "" {
			words[i] = c.Person + ", " + words[i]
		}
	}
	if n := len(words); n > 1 {
		return strings.Join(words[:n-1], ", ") + " or " + words[n-1]
	}
	return words[0]
}

// Actor finds the one actor that typed words stand for: an *UnknownNameError or an
// *AmbiguousNameError says where there is none or more than one.
func (r *Record) Actor(ctx context.Context, text string) (ActorChoice, error) {
	text = strings.TrimSpace(text)
	if text == "" {
		return ActorChoice{}, fmt.Errorf("no actor given; name a state, an association or a person")
	}
	var found, near []ActorChoice
	for _, c := range r.names.Find(text) {
		switch {
		case c.Near:
			near = append(near, c)
		case c.ID == text: // a code is meant exactly
			return c, nil
		default:
			found = append(found, c)
		}
	}
	switch len(found) {
	case 1:
		return found[0], nil
	case 0:
		known, err := r.recorded(ctx)
		if err != nil {
			return ActorChoice{}, err
		}
		for _, c := range known {
			if strings.EqualFold(c.ID, text) || strings.EqualFold(c.Name, text) {
				return c, nil
			}
		}
		if len(near) == 0 {
			near = likest(text, known)
		}
		return ActorChoice{}, &UnknownNameError{text, near[:min(len(near), mostSuggestions)]}
	}
	return ActorChoice{}, &AmbiguousNameError{text, found}
}

// recorded lists the actors of the record: what can be asked about, and what a slip of the keyboard
// may have meant.
func (r *Record) recorded(ctx context.Context) ([]ActorChoice, error) {
	entries, err := r.archive.Entries(ctx, chancery.EntryFilter{})
	if err != nil {
		return nil, err
	}
	seen := map[string]string{}
	for _, e := range entries {
		for _, p := range slices.Concat(e.Actors, e.Recipients) {
			if p.ID != "" {
				seen[p.ID] = p.Name
			}
		}
		if e.Association != nil && e.Association.ID != "" {
			seen[e.Association.ID] = e.Association.Name
		}
	}
	list := make([]ActorChoice, 0, len(seen))
	for id, name := range seen {
		list = append(list, ActorChoice{ID: id, Name: firstOf(r.names.Name(id), name, id)})
	}
	slices.SortFunc(list, func(a, b ActorChoice) int { return strings.Compare(a.ID, b.ID) })
	return list, nil
}

func firstOf(texts ...string) string {
	for _, t := range texts {
		if t != "" {
			return t
		}
	}
	return ""
}

// mostSuggestions is how many names a message proposes.
const mostSuggestions = 3

// likest gives up to three actors whose code or name is a slip or two away from the text, or begins
// with it.
func likest(text string, known []ActorChoice) []ActorChoice {
	type near struct {
		ActorChoice
		distance int
	}
	typed := plain(text)
	var list []near
	for _, c := range known {
		name, id := plain(c.Name), plain(c.ID)
		d := min(distance(typed, name), distance(typed, id))
		if len(typed) > 2 && strings.HasPrefix(name, typed) {
			d = 0
		}
		if d <= 1+len(typed)/5 {
			list = append(list, near{c, d})
		}
	}
	slices.SortStableFunc(list, func(a, b near) int { return a.distance - b.distance })
	var best []ActorChoice
	for _, n := range list[:min(len(list), mostSuggestions)] {
		best = append(best, n.ActorChoice)
	}
	return best
}

func plain(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// distance counts the letters to add, drop, change or swap with a neighbour (Damerau–Levenshtein,
// restricted) between two words.
func distance(a, b string) int {
	x, y := []rune(a), []rune(b)
	rows := make([][]int, len(x)+1)
	for i := range rows {
		rows[i] = make([]int, len(y)+1)
		rows[i][0] = i
	}
	for j := range rows[0] {
		rows[0][j] = j
	}
	for i := 1; i <= len(x); i++ {
		for j := 1; j <= len(y); j++ {
			cost := 1
			if x[i-1] == y[j-1] {
				cost = 0
			}
			rows[i][j] = min(rows[i-1][j]+1, rows[i][j-1]+1, rows[i-1][j-1]+cost)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				rows[i][j] = min(rows[i][j], rows[i-2][j-2]+1)
			}
		}
	}
	return rows[len(x)][len(y)]
}
