package sqlite

import (
	"bytes"
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/json"
	"fmt"

	"chancery"
)

// SetEntries replaces all entries. It writes only those that are new or not as they were.
func (a *Archive) SetEntries(ctx context.Context, entries []chancery.Entry) error {
	wanted, err := prepareEntries(ctx, entries)
	if err != nil {
		return err
	}
	return a.write(ctx, func(tx *sql.Tx) error {
		k, err := newKeeper(tx)
		if err != nil {
			return err
		}
		present, err := entryHashes(ctx, tx)
		if err != nil {
			return err
		}
		for id, hash := range present {
			if bytes.Equal(wanted.hashes[id], hash) {
				continue
			}
			if err := k.exec("DELETE FROM entries WHERE id = ?", id); err != nil {
				return fmt.Errorf("taking out entry %s: %w", id, err)
			}
		}
		for _, entry := range wanted.entries {
			if bytes.Equal(present[entry.ID], entry.hash) {
				continue
			}
			if err := ctx.Err(); err != nil {
				return err
			}
			if err := k.insertEntry(entry); err != nil {
				return fmt.Errorf("entry %s: %w", entry.ID, err)
			}
		}
		return nil
	})
}

type preparedEntry struct {
	chancery.Entry
	json, hash []byte
}

type wantedEntries struct {
	entries []preparedEntry
	hashes  map[string][]byte // by id
}

func prepareEntries(ctx context.Context, entries []chancery.Entry) (wantedEntries, error) {
	wanted := wantedEntries{make([]preparedEntry, 0, len(entries)), make(map[string][]byte, len(entries))}
	for i, entry := range entries {
		if err := ctx.Err(); err != nil {
			return wanted, err
		}
		if entry.ID == "" {
			return wanted, fmt.Errorf("entry %d (%s) has no id", i+1, entry.Act)
		}
		if wanted.hashes[entry.ID] != nil {
			return wanted, fmt.Errorf("entry %s is there twice", entry.ID)
		}
		encoded, err := json.Marshal(entry)
		if err != nil {
			return wanted, fmt.Errorf("entry %s: %w", entry.ID, err)
		}
		sum := sha256.Sum256(encoded)
		wanted.hashes[entry.ID] = sum[:16]
		wanted.entries = append(wanted.entries, preparedEntry{entry, encoded, sum[:16]})
	}
	return wanted, nil
}

func entryHashes(ctx context.Context, tx *sql.Tx) (map[string][]byte, error) {
	hashes := make(map[string][]byte)
	err := eachRow(ctx, tx, func(rows *sql.Rows) error {
		var id string
		var hash []byte
		err := rows.Scan(&id, &hash)
		hashes[id] = hash
		return err
	}, "SELECT id, hash FROM entries")
	return hashes, err
}

func (k *keeper) insertEntry(entry preparedEntry) error {
	k.entry++
	err := k.exec(`INSERT INTO entries (number, id, hash, kind, association, json) VALUES (?, ?, ?, ?, ?, ?)`,
		k.entry, entry.ID, entry.hash, string(entry.Kind), associationID(entry.Association), string(entry.json))
	if err != nil {
		return err
	}
	for _, side := range entrySides(entry.Entry) {
		err := k.exec("INSERT INTO entry_actors (entry, actor, side) VALUES (?, ?, ?)", k.entry, side.actor, side.side)
		if err != nil {
			return err
		}
	}
	return nil
}

// Entries lists the entries that pass the filter, by id.
func (a *Archive) Entries(ctx context.Context, filter chancery.EntryFilter) ([]chancery.Entry, error) {
	var entries []chancery.Entry
	err := a.read(ctx, func(tx *sql.Tx) error {
		query, arguments, err := entryQuery(ctx, tx, filter)
		if err != nil {
			return err
		}
		return eachRow(ctx, tx, func(rows *sql.Rows) error {
			var encoded sql.RawBytes
			if err := rows.Scan(&encoded); err != nil {
				return err
			}
			var entry chancery.Entry
			if err := json.Unmarshal(encoded, &entry); err != nil {
				return fmt.Errorf("a kept entry: %w", err)
			}
			entries = append(entries, entry)
			return nil
		}, query, arguments...)
	})
	if err != nil {
		return nil, err
	}
	return entries, nil
}

func entryQuery(ctx context.Context, tx *sql.Tx, filter chancery.EntryFilter) (string, []any, error) {
	var where conditions
	if len(filter.IDs) > 0 {
		ids, err := resolveAll(ctx, tx, nounEntry, filter.IDs)
		if err != nil {
			return "", nil, err
		}
		where.add("id IN (SELECT value FROM json_each(?))", list(ids))
	}
	for _, actor := range []string{filter.Actor, filter.With} {
		if actor != "" {
			where.add("number IN (SELECT entry FROM entry_actors WHERE actor = ?)", actor)
		}
	}
	if filter.Kind != "" {
		where.add("kind = ?", string(filter.Kind))
	}
	if filter.Association != "" {
		where.add("association = ?", filter.Association)
	}
	return "SELECT json FROM entries" + where.String() + " ORDER BY id", where.arguments, nil
}
