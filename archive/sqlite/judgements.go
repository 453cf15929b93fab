package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"

	"chancery"
)

// Judge keeps a judgement for good.
func (a *Archive) Judge(ctx context.Context, judgement chancery.Judgement) error {
	if err := judgement.Check(); err != nil {
		return err
	}
	if judgement.Withdrawn != nil {
		return fmt.Errorf("judgement %s is withdrawn already; keep it first", judgement.ID)
	}
	encoded, err := json.Marshal(judgement)
	if err != nil {
		return fmt.Errorf("judgement %s: %w", judgement.ID, err)
	}
	return a.write(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, "INSERT INTO judgements (id, made, json) VALUES (?, ?, ?) ON CONFLICT (id) DO NOTHING",
			judgement.ID, judgement.Made.Unix(), string(encoded))
		return err
	})
}

// Withdraw marks a judgement as withdrawn.
func (a *Archive) Withdraw(ctx context.Context, id string, withdrawal chancery.Withdrawal) (chancery.Judgement, error) {
	var judgement chancery.Judgement
	encoded, err := json.Marshal(withdrawal)
	if err != nil {
		return judgement, err
	}
	err = a.write(ctx, func(tx *sql.Tx) error {
		full, err := resolve(ctx, tx, nounJudgement, id)
		if err != nil {
			return err
		}
		row := tx.QueryRowContext(ctx, judgementQuery+" WHERE judgements.id = ?", full)
		if judgement, err = scanJudgement(row); err != nil {
			return err
		}
		switch {
		case judgement.Withdrawn != nil:
			return fmt.Errorf("judgement %s was withdrawn already, by %s", full, judgement.Withdrawn.By)
		case withdrawal.By == "":
			return fmt.Errorf("judgement %s: nobody is named who withdraws it", full)
		case withdrawal.Made.Before(judgement.Made):
			return fmt.Errorf("judgement %s was made later than the day on which it is to be withdrawn", full)
		}
		judgement.Withdrawn = &withdrawal
		_, err = tx.ExecContext(ctx, "INSERT INTO withdrawals (judgement, json) VALUES (?, ?)", full, string(encoded))
		return err
	})
	if err != nil {
		return chancery.Judgement{}, err
	}
	return judgement, nil
}

const judgementQuery = `SELECT judgements.json, withdrawals.json FROM judgements
	LEFT JOIN withdrawals ON withdrawals.judgement = judgements.id`

// Judgements lists all judgements in the order in which they were made.
func (a *Archive) Judgements(ctx context.Context) ([]chancery.Judgement, error) {
	var judgements []chancery.Judgement
	err := a.read(ctx, func(tx *sql.Tx) error {
		return eachRow(ctx, tx, func(rows *sql.Rows) error {
			judgement, err := scanJudgement(rows)
			judgements = append(judgements, judgement)
			return err
		}, judgementQuery+" ORDER BY made, judgements.id")
	})
	if err != nil {
		return nil, err
	}
	return judgements, nil
}

func scanJudgement(row interface{ Scan(...any) error }) (chancery.Judgement, error) {
	var judgement chancery.Judgement
	var encoded string
	var withdrawn sql.NullString
	err := row.Scan(&encoded, &withdrawn)
	if err == nil {
		err = json.Unmarshal([]byte(encoded), &judgement)
	}
	if err == nil && withdrawn.Valid {
		err = json.Unmarshal([]byte(withdrawn.String), &judgement.Withdrawn)
	}
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		err = fmt.Errorf("a kept judgement: %w", err)
	}
	return judgement, err
}
