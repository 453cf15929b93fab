package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"strings"

	"chancery"
)

// noun names what an id stands for, and with an "s" the table it is kept in.
type noun string

const (
	nounReport noun = "report"
	nounClaim  noun = "claim"
	nounEntry  noun = "entry"

	nounJudgement noun = "judgement"
)

func (n noun) table() string {
	if n == nounEntry {
		return "entries"
	}
	return string(n) + "s"
}

// candidatesShown is how many ids an error about an ambiguous beginning lists.
const candidatesShown = 5

// resolve finds the full id that an id or an unambiguous beginning of one stands for.
func resolve(ctx context.Context, tx *sql.Tx, what noun, id string) (string, error) {
	if id == "" {
		return "", fmt.Errorf("%s \"\" is %w: an id is never empty", what, chancery.ErrNotFound)
	}
	candidates, err := beginningWith(ctx, tx, what, id)
	switch {
	case err != nil:
		return "", err
	case len(candidates) == 0:
		return "", fmt.Errorf("%s %q is %w", what, id, chancery.ErrNotFound)
	case len(candidates) == 1 || candidates[0] == id:
		return candidates[0], nil
	}
	more := ""
	if len(candidates) > candidatesShown {
		candidates, more = candidates[:candidatesShown], " and others"
	}
	return "", fmt.Errorf("%s %q is ambiguous: it begins %s%s; give more of the id",
		what, id, strings.Join(candidates, ", "), more)
}

// beginningWith lists ids that begin so, a whole match first, and no more than needed to say that
// there are too many.
func beginningWith(ctx context.Context, tx *sql.Tx, what noun, id string) ([]string, error) {
	rows, err := tx.QueryContext(ctx,
		"SELECT id FROM "+what.table()+" WHERE id >= ? ORDER BY id LIMIT ?", id, candidatesShown+1)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var found []string
	for rows.Next() {
		var candidate string
		if err := rows.Scan(&candidate); err != nil {
			return nil, err
		}
		if !strings.HasPrefix(candidate, id) {
			break // ids come in order: none behind it begins so either
		}
		found = append(found, candidate)
	}
	return found, rows.Err()
}

// resolveAll resolves each id. Most are whole, so one query answers for those together.
func resolveAll(ctx context.Context, tx *sql.Tx, what noun, ids []string) ([]string, error) {
	whole, err := texts(ctx, tx,
		"SELECT id FROM "+what.table()+" WHERE id IN (SELECT value FROM json_each(?))", list(ids))
	if err != nil {
		return nil, err
	}
	known := make(map[string]bool, len(whole))
	for _, id := range whole {
		known[id] = true
	}
	resolved := make([]string, 0, len(ids))
	for _, id := range ids {
		if !known[id] {
			if id, err = resolve(ctx, tx, what, id); err != nil {
				return nil, err
			}
		}
		resolved = append(resolved, id)
	}
	return resolved, nil
}

// list writes texts as JSON for json_each, which takes any number of them as one parameter.
func list(texts []string) string {
	encoded, err := json.Marshal(texts)
	if err != nil {
		panic(err) // a list of strings always has a JSON form
	}
	return string(encoded)
}

// texts runs a query that gives one text a row.
func texts(ctx context.Context, tx *sql.Tx, query string, arguments ...any) ([]string, error) {
	var found []string
	err := eachRow(ctx, tx, func(rows *sql.Rows) error {
		var text string
		err := rows.Scan(&text)
		found = append(found, text)
		return err
	}, query, arguments...)
	return found, err
}

func eachRow(ctx context.Context, tx *sql.Tx, do func(*sql.Rows) error, query string, arguments ...any) error {
	rows, err := tx.QueryContext(ctx, query, arguments...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := do(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}
