package main

import (
	"errors"
	"strings"

	"chancery/internal/directory"
	"chancery/query"
)

// register answers query's questions about names, and makes sense of what people type.
type register struct{ *directory.Names }

// pair makes one name, or two, of the words typed: people do not think of quotation marks in
// "brief South Korea Viet Nam" or "brief Laos and Belarus". Where the words can be parted in
// more than one way, or in none, they stay apart as typed.
func (r *register) pair(words []string) (a, b string, err error) {
	known := func(words []string) bool { return len(words) > 0 && len(r.Find(strings.Join(words, " "))) > 0 }
	if len(words) < 2 || known(words) {
		return strings.Join(words, " "), "", nil
	}
	type parted struct{ a, b string }
	var ways []parted
	for i := 1; i < len(words); i++ {
		left, right := words[:i], words[i:]
		if len(right) > 1 && (right[0] == "and" || right[0] == "&") {
			right = right[1:]
		}
		if known(left) && known(right) {
			ways = append(ways, parted{strings.Join(left, " "), strings.Join(right, " ")})
		}
	}
	switch {
	case len(ways) == 1:
		return ways[0].a, ways[0].b, nil
	case len(words) == 2: // whichever is not known is named
		return words[0], words[1], nil
	}
	return "", "", errors.New("cannot tell where one name ends and the next begins in " + strings.Join(words, " ") +
		`; put names of several words in quotation marks: chancery brief "South Korea" Laos`)
}

// suggest adds names of the register to an error that has no suggestion from the record.
func (r *register) suggest(err error) error {
	var unknown *query.UnknownNameError
	if errors.As(err, &unknown) && len(unknown.Suggestions) == 0 {
		near := r.Near(unknown.Text)
		unknown.Suggestions = near[:min(len(near), 3)]
	}
	return err
}
