-- +goose Up

-- What `file` and other programs see: "Chcy". Open tells an archive from other databases by it, and
-- its age by user_version, which is the number of the newest migration.
PRAGMA application_id = 1130914681;
PRAGMA user_version = 1;

CREATE TABLE reports (
    number        INTEGER PRIMARY KEY, -- also the row of the search index
    id            TEXT NOT NULL UNIQUE,
    reader        TEXT NOT NULL,       -- version of the reader whose claims are kept
    known_on      TEXT NOT NULL,       -- ISO 8601, or empty: sorts before all days
    title         TEXT NOT NULL,
    about         TEXT NOT NULL,       -- JSON of the report without text and original
    original_form TEXT NOT NULL CHECK (original_form IN ('none', 'text', 'gzip')),
    text          TEXT NOT NULL,
    original      BLOB                 -- only where the form is gzip
);

CREATE INDEX reports_newest_first ON reports (known_on DESC, id);

-- The JSON is the claim; the other columns repeat parts of it to find and order claims by.
CREATE TABLE claims (
    number      INTEGER PRIMARY KEY,
    id          TEXT NOT NULL UNIQUE,
    report      TEXT NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
    start_byte  INTEGER NOT NULL,
    end_byte    INTEGER NOT NULL,
    kind        TEXT NOT NULL,
    act         TEXT NOT NULL,
    mood        TEXT NOT NULL,
    association TEXT NOT NULL,
    json        TEXT NOT NULL
);

CREATE INDEX claims_in_order ON claims (report, start_byte, end_byte, id);
CREATE INDEX claims_by_act ON claims (act);

CREATE TABLE claim_actors (
    claim INTEGER NOT NULL REFERENCES claims (number) ON DELETE CASCADE,
    actor TEXT NOT NULL,
    side  TEXT NOT NULL CHECK (side IN ('actor', 'recipient', 'association')),
    PRIMARY KEY (claim, actor, side)
) WITHOUT ROWID;

CREATE INDEX claim_actors_by_actor ON claim_actors (actor);

CREATE TABLE introductions (
    report     TEXT NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
    start_byte INTEGER NOT NULL,
    end_byte   INTEGER NOT NULL,
    person     TEXT NOT NULL,
    state      TEXT NOT NULL,
    office     TEXT NOT NULL,
    PRIMARY KEY (report, start_byte, end_byte, person, state, office)
) WITHOUT ROWID;

-- The hash tells SetEntries which entries are as they were.
CREATE TABLE entries (
    number      INTEGER PRIMARY KEY,
    id          TEXT NOT NULL UNIQUE,
    hash        BLOB NOT NULL,
    kind        TEXT NOT NULL,
    association TEXT NOT NULL,
    json        TEXT NOT NULL
);

CREATE INDEX entries_by_kind ON entries (kind);
CREATE INDEX entries_by_association ON entries (association);

CREATE TABLE entry_actors (
    entry INTEGER NOT NULL REFERENCES entries (number) ON DELETE CASCADE,
    actor TEXT NOT NULL,
    side  TEXT NOT NULL CHECK (side IN ('actor', 'recipient', 'association')),
    PRIMARY KEY (entry, actor, side)
) WITHOUT ROWID;

CREATE INDEX entry_actors_by_actor ON entry_actors (actor);

-- The index holds words only; title and text stay in reports.
CREATE VIRTUAL TABLE search USING fts5 (
    title, text,
    content = 'reports', content_rowid = 'number',
    tokenize = 'unicode61 remove_diacritics 2'
);

-- A batch of reports is indexed in memory up to this size before it is written out; the default of
-- one megabyte writes many small pieces that are merged again at once.
INSERT INTO search (search, rank) VALUES ('hashsize', 67108864);

-- +goose StatementBegin
CREATE TRIGGER reports_inserted AFTER INSERT ON reports BEGIN
    INSERT INTO search (rowid, title, text) VALUES (new.number, new.title, new.text);
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER reports_deleted AFTER DELETE ON reports BEGIN
    INSERT INTO search (search, rowid, title, text) VALUES ('delete', old.number, old.title, old.text);
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER reports_updated AFTER UPDATE OF title, text ON reports
WHEN old.title <> new.title OR old.text <> new.text BEGIN
    INSERT INTO search (search, rowid, title, text) VALUES ('delete', old.number, old.title, old.text);
    INSERT INTO search (rowid, title, text) VALUES (new.number, new.title, new.text);
END;
-- +goose StatementEnd
