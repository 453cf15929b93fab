package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"strings"

	"chancery"
)

// errStopped ends a loop whose consumer wants no more.
var errStopped = errors.New("stopped")

// Claims streams the claims that pass the filter. One connection is held while the loop runs.
func (a *Archive) Claims(ctx context.Context, filter chancery.ClaimFilter) iter.Seq2[chancery.Claim, error] {
	return func(yield func(chancery.Claim, error) bool) {
		err := a.read(ctx, func(tx *sql.Tx) error {
			query, arguments, err := claimQuery(ctx, tx, filter)
			if err != nil {
				return err
			}
			return eachRow(ctx, tx, func(rows *sql.Rows) error {
				claim, err := scanClaim(rows)
				if err != nil {
					return err
				}
				if !yield(claim, nil) {
					return errStopped
				}
				return nil
			}, query, arguments...)
		})
		if err != nil && !errors.Is(err, errStopped) {
			yield(chancery.Claim{}, err)
		}
	}
}

func scanClaim(rows *sql.Rows) (chancery.Claim, error) {
	var encoded sql.RawBytes
	var claim chancery.Claim
	if err := rows.Scan(&encoded); err != nil {
		return claim, err
	}
	if err := json.Unmarshal(encoded, &claim); err != nil {
		return claim, fmt.Errorf("a kept claim: %w", err)
	}
	return claim, nil
}

func claimQuery(ctx context.Context, tx *sql.Tx, filter chancery.ClaimFilter) (string, []any, error) {
	var where conditions
	if filter.Report != "" {
		report, err := resolve(ctx, tx, nounReport, filter.Report)
		if err != nil {
			return "", nil, err
		}
		where.add("report = ?", report)
	}
	if len(filter.IDs) > 0 {
		ids, err := resolveAll(ctx, tx, nounClaim, filter.IDs)
		if err != nil {
			return "", nil, err
		}
		where.add("id IN (SELECT value FROM json_each(?))", list(ids))
	}
	if filter.Actor != "" {
		where.add("number IN (SELECT claim FROM claim_actors WHERE actor = ?)", filter.Actor)
	}
	if filter.Act != "" {
		where.add("act = ?", filter.Act)
	}
	return "SELECT json FROM claims" + where.String() + " ORDER BY report, start_byte, end_byte, id", where.arguments, nil
}

// conditions collects what a row must meet.
type conditions struct {
	all       []string
	arguments []any
}

func (c *conditions) add(condition string, arguments ...any) {
	c.all = append(c.all, condition)
	c.arguments = append(c.arguments, arguments...)
}

// String is the WHERE clause, or nothing.
func (c *conditions) String() string {
	if len(c.all) == 0 {
		return ""
	}
	return " WHERE " + strings.Join(c.all, " AND ")
}
