package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"

	"chancery"
)

// Report returns a report with its text and original.
func (a *Archive) Report(ctx context.Context, id string) (chancery.Report, error) {
	var report chancery.Report
	err := a.read(ctx, func(tx *sql.Tx) error {
		full, err := resolve(ctx, tx, nounReport, id)
		if err != nil {
			return err
		}
		var described, form, text string
		var original []byte
		err = tx.QueryRowContext(ctx, "SELECT about, original_form, text, original FROM reports WHERE id = ?", full).
			Scan(&described, &form, &text, &original)
		if err != nil {
			return err
		}
		if report, err = describedReport(described); err != nil {
			return fmt.Errorf("report %s: %w", full, err)
		}
		report.Text = text
		if report.Original, err = unpack(form, original, text); err != nil {
			return fmt.Errorf("report %s: %w", full, err)
		}
		return nil
	})
	if err != nil {
		return chancery.Report{}, err
	}
	return report, nil
}

func describedReport(described string) (chancery.Report, error) {
	var report chancery.Report
	err := json.Unmarshal([]byte(described), &report)
	return report, err
}

// Reports lists reports without text and original, newest first.
func (a *Archive) Reports(ctx context.Context) ([]chancery.Report, error) {
	var reports []chancery.Report
	err := a.read(ctx, func(tx *sql.Tx) error {
		return eachRow(ctx, tx, func(rows *sql.Rows) error {
			var described string
			if err := rows.Scan(&described); err != nil {
				return err
			}
			report, err := describedReport(described)
			reports = append(reports, report)
			return err
		}, "SELECT about FROM reports ORDER BY known_on DESC, id")
	})
	if err != nil {
		return nil, err
	}
	return reports, nil
}

// Introductions lists all passages that say who a person is.
func (a *Archive) Introductions(ctx context.Context) ([]chancery.Introduction, error) {
	var introductions []chancery.Introduction
	err := a.read(ctx, func(tx *sql.Tx) error {
		return eachRow(ctx, tx, func(rows *sql.Rows) error {
			var i chancery.Introduction
			err := rows.Scan(&i.Report, &i.Start, &i.End, &i.Person, &i.State, &i.Office)
			introductions = append(introductions, i)
			return err
		}, `SELECT report, start_byte, end_byte, person, state, office FROM introductions
			ORDER BY report, start_byte, end_byte, person, state, office`)
	})
	if err != nil {
		return nil, err
	}
	return introductions, nil
}

// bearsNothingElse selects the entries that rest on claims of report ?1 and on no claim of another.
const bearsNothingElse = `
	WITH
	bearing AS (
		SELECT entries.number AS entry, claims.report = ?1 AS mine
		FROM entries, json_each(entries.json, '$.for') AS named JOIN claims ON claims.id = named.value
		WHERE coalesce(json_extract(entries.json, '$.register'), '') = ''
		UNION ALL
		SELECT entries.number, claims.report = ?1
		FROM entries, json_each(entries.json, '$.against') AS named JOIN claims ON claims.id = named.value
		WHERE coalesce(json_extract(entries.json, '$.register'), '') = ''
	)
	SELECT entry FROM bearing GROUP BY entry HAVING min(mine) = 1`

// Forget takes out a report and all that rests on it alone.
func (a *Archive) Forget(ctx context.Context, id string) error {
	return a.write(ctx, func(tx *sql.Tx) error {
		full, err := resolve(ctx, tx, nounReport, id)
		if err != nil {
			return err
		}
		_, err = tx.ExecContext(ctx, "DELETE FROM entries WHERE number IN ("+bearsNothingElse+")", full)
		if err != nil {
			return fmt.Errorf("forgetting report %s: its entries: %w", full, err)
		}
		// Claims, introductions and the words in the search index go with the report.
		if _, err = tx.ExecContext(ctx, "DELETE FROM reports WHERE id = ?", full); err != nil {
			return fmt.Errorf("forgetting report %s: %w", full, err)
		}
		return nil
	})
}
