-- +goose Up

PRAGMA user_version = 2;

-- What people decided. Rows are added and never changed: a judgement is withdrawn by a row beside it.
CREATE TABLE judgements (
    number INTEGER PRIMARY KEY,
    id     TEXT NOT NULL UNIQUE,
    made   INTEGER NOT NULL, -- seconds since 1970, to order by
    json   TEXT NOT NULL
);

CREATE INDEX judgements_in_order ON judgements (made, id);

CREATE TABLE withdrawals (
    judgement TEXT PRIMARY KEY REFERENCES judgements (id),
    json      TEXT NOT NULL
) WITHOUT ROWID;

-- +goose StatementBegin
CREATE TRIGGER judgements_stay BEFORE UPDATE ON judgements BEGIN
    SELECT RAISE(ABORT, 'a judgement is never changed');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER judgements_are_kept BEFORE DELETE ON judgements BEGIN
    SELECT RAISE(ABORT, 'a judgement is never erased');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER withdrawals_stay BEFORE UPDATE ON withdrawals BEGIN
    SELECT RAISE(ABORT, 'a withdrawal is never changed');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER withdrawals_are_kept BEFORE DELETE ON withdrawals BEGIN
    SELECT RAISE(ABORT, 'a withdrawal is never erased');
END;
-- +goose StatementEnd
