package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"

	"chancery"
)

// Keep stores a batch of readings in one transaction.
func (a *Archive) Keep(ctx context.Context, batch []chancery.Reading) ([]chancery.Kept, error) {
	ready := make([]*prepared, len(batch))
	for i, reading := range batch {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		var err error
		if ready[i], err = prepare(reading); err != nil {
			return nil, err
		}
	}
	outcome := make([]chancery.Kept, 0, len(batch))
	err := a.write(ctx, func(tx *sql.Tx) error {
		k, err := newKeeper(tx)
		if err != nil {
			return err
		}
		for _, reading := range ready {
			if err := ctx.Err(); err != nil {
				return err
			}
			kept, err := k.keep(reading)
			if err != nil {
				return fmt.Errorf("keeping report %s: %w", reading.report.ID, err)
			}
			outcome = append(outcome, kept)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return outcome, nil
}

// Has reports which of the reports are kept as the reader read them.
func (a *Archive) Has(ctx context.Context, reader string, ids []string) (map[string]bool, error) {
	has := make(map[string]bool, len(ids))
	err := a.read(ctx, func(tx *sql.Tx) error {
		found, err := texts(ctx, tx,
			"SELECT id FROM reports WHERE id IN (SELECT value FROM json_each(?)) AND reader = ?", list(ids), reader)
		for _, id := range found {
			has[id] = true
		}
		return err
	})
	return has, err
}

// keeper writes readings within one transaction. Its statements take no context: whoever calls it
// looks at the context between readings, and watching it within would cost more than the rows do.
type keeper struct {
	tx         *sql.Tx
	statements map[string]*sql.Stmt
	report     int64 // the last number given to a report
	claim      int64 // to a claim
	entry      int64 // and to an entry
}

func newKeeper(tx *sql.Tx) (*keeper, error) {
	k := &keeper{tx: tx, statements: make(map[string]*sql.Stmt)}
	err := tx.QueryRow(`SELECT coalesce((SELECT max(number) FROM reports), 0),
		coalesce((SELECT max(number) FROM claims), 0),
		coalesce((SELECT max(number) FROM entries), 0)`).Scan(&k.report, &k.claim, &k.entry)
	return k, err
}

// exec runs a statement that is prepared once a transaction.
func (k *keeper) exec(query string, arguments ...any) error {
	statement, ok := k.statements[query]
	if !ok {
		var err error
		if statement, err = k.tx.Prepare(query); err != nil {
			return err
		}
		k.statements[query] = statement // the transaction closes it
	}
	_, err := statement.Exec(arguments...)
	return err
}

func (k *keeper) keep(p *prepared) (chancery.Kept, error) {
	kept := chancery.Kept{Report: p.report.ID}
	var reader, firstAbout string
	err := k.tx.QueryRow("SELECT reader, about FROM reports WHERE id = ?", p.report.ID).Scan(&reader, &firstAbout)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		kept.New = true
		for _, claim := range p.claims {
			kept.Added = append(kept.Added, claim.ID)
		}
		if err := k.insertReport(p); err != nil {
			return kept, err
		}
	case err != nil:
		return kept, err
	case reader == p.reader:
		kept.Unchanged = true
		return kept, nil
	default:
		if err := k.replace(p, firstAbout, &kept); err != nil {
			return kept, err
		}
	}
	return kept, k.insertContent(p)
}

func (k *keeper) insertReport(p *prepared) error {
	k.report++
	return k.exec(`INSERT INTO reports (number, id, reader, known_on, title, about, original_form, text, original)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`, k.report, p.report.ID, p.reader, p.report.KnownOn().String(),
		p.report.Title, string(p.about), p.form, p.report.Text, p.original)
}

// replace prepares a report that is there for the content of a new reading and compares the two.
func (k *keeper) replace(p *prepared, firstAbout string, kept *chancery.Kept) error {
	var first chancery.Report
	if err := json.Unmarshal([]byte(firstAbout), &first); err != nil {
		return err
	}
	renamed := p.report
	renamed.Name = first.Name
	described, err := about(renamed)
	if err != nil {
		return err
	}
	if err := k.compare(p, kept); err != nil {
		return err
	}
	if err := k.exec("DELETE FROM claims WHERE report = ?", p.report.ID); err != nil {
		return err
	}
	if err := k.exec("DELETE FROM introductions WHERE report = ?", p.report.ID); err != nil {
		return err
	}
	return k.exec(`UPDATE reports SET reader = ?, known_on = ?, title = ?, about = ?, text = ? WHERE id = ?`,
		p.reader, p.report.KnownOn().String(), p.report.Title, string(described), p.report.Text, p.report.ID)
}

// compare says which claims of the reading are there, which are new and which are gone.
func (k *keeper) compare(p *prepared, kept *chancery.Kept) error {
	before, err := texts(context.Background(), k.tx,
		"SELECT id FROM claims WHERE report = ? ORDER BY start_byte, end_byte, id", p.report.ID)
	if err != nil {
		return err
	}
	had := make(map[string]bool, len(before))
	for _, id := range before {
		had[id] = true
	}
	says := make(map[string]bool, len(p.claims))
	for _, claim := range p.claims {
		says[claim.ID] = true
		if had[claim.ID] {
			kept.Confirmed = append(kept.Confirmed, claim.ID)
		} else {
			kept.Added = append(kept.Added, claim.ID)
		}
	}
	for _, id := range before {
		if !says[id] {
			kept.Retired = append(kept.Retired, id)
		}
	}
	return nil
}

func (k *keeper) insertContent(p *prepared) error {
	for _, claim := range p.claims {
		k.claim++
		err := k.exec(`INSERT INTO claims (number, id, report, start_byte, end_byte, kind, act, mood, association, json)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`, k.claim, claim.ID, claim.Report, claim.Evidence.Start,
			claim.Evidence.End, string(claim.Kind), claim.Act, string(claim.Mood),
			associationID(claim.Association), string(claim.json))
		if err != nil {
			return fmt.Errorf("claim %s: %w", claim.ID, err)
		}
		for _, side := range claim.actors {
			err := k.exec("INSERT INTO claim_actors (claim, actor, side) VALUES (?, ?, ?)", k.claim, side.actor, side.side)
			if err != nil {
				return fmt.Errorf("claim %s: %w", claim.ID, err)
			}
		}
	}
	for _, i := range p.introductions {
		// The same passage may be found twice; it says no more for that.
		err := k.exec(`INSERT OR IGNORE INTO introductions (report, start_byte, end_byte, person, state, office)
			VALUES (?, ?, ?, ?, ?, ?)`, i.Report, i.Start, i.End, i.Person, i.State, i.Office)
		if err != nil {
			return fmt.Errorf("the introduction of %s: %w", i.Person, err)
		}
	}
	return nil
}
