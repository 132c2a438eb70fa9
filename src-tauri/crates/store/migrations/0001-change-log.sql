-- The change log, and the current values beside it.
--
-- `change` is the truth and is only ever added to. `formation` and `field` follow from it: they are
-- written in the same transaction and can be made again by reading the log from its beginning.

-- A formation, as far as lists need it.
CREATE TABLE formation (
    key     INTEGER PRIMARY KEY,       -- stands for the id in the other tables, to keep them small
    id      TEXT    NOT NULL UNIQUE,
    begun   INTEGER NOT NULL,          -- time of its first change
    changed INTEGER NOT NULL,          -- time of its last change
    newest  INTEGER NOT NULL,          -- place of its last change in the log: order goes by this, never by a clock
    live    INTEGER NOT NULL           -- how many of its fields hold a value; none: it was removed
) STRICT;

-- Who set which field to what, when, and what that replaced.
CREATE TABLE change (
    seq        INTEGER PRIMARY KEY,    -- place in this log: 1, 2, 3 without gaps
    id         TEXT    NOT NULL UNIQUE,
    act        TEXT    NOT NULL,       -- changes of one act share it
    formation  INTEGER NOT NULL REFERENCES formation (key),
    field      TEXT    NOT NULL,
    value      TEXT,                   -- JSON with sorted keys; null when the field was cleared
    salt       BLOB,                   -- goes with field and value, so that their hash gives nothing away once they are erased
    content    BLOB    NOT NULL,       -- hash over salt, field and value
    author     TEXT    NOT NULL,
    at         INTEGER NOT NULL,       -- milliseconds since 1970, for display only
    replaces   TEXT    NOT NULL,       -- ids of changes, sorted, with a space between
    reverts    TEXT,                   -- the act that this one undoes or does again
    received   INTEGER NOT NULL,       -- 1 when it came in another copy's file
    erased     INTEGER NOT NULL DEFAULT 0 CHECK (erased IN (0, 1)),
    chain      BLOB    NOT NULL        -- hash over this row and the row before; field and value only through their hash
) STRICT;

-- Serves the history of one formation: a rowid ends every index, so this is in the order of the log.
CREATE INDEX change_by_formation ON change (formation);

-- What was said may be erased, and nothing else be altered: the hashes stay, so the chain stays whole.
CREATE TRIGGER change_is_never_altered BEFORE UPDATE ON change
WHEN NOT (
    new.erased = 1 AND new.field = 'erased' AND new.value IS NULL AND new.salt IS NULL
    AND new.seq IS old.seq AND new.id IS old.id AND new.act IS old.act AND new.formation IS old.formation
    AND new.content IS old.content AND new.author IS old.author AND new.at IS old.at
    AND new.replaces IS old.replaces AND new.reverts IS old.reverts AND new.received IS old.received
    AND new.chain IS old.chain
)
BEGIN SELECT RAISE(ABORT, 'the log is only added to'); END;

CREATE TRIGGER change_is_never_deleted BEFORE DELETE ON change
BEGIN SELECT RAISE(ABORT, 'the log is only added to'); END;

-- The newest change of each field, cleared ones included; more than one when copies disagree.
-- The field comes first in the key: a list of all formations reads one field of each in one run.
CREATE TABLE field (
    path      TEXT    NOT NULL,
    formation INTEGER NOT NULL REFERENCES formation (key),
    change    TEXT    NOT NULL REFERENCES change (id),
    value     TEXT,
    PRIMARY KEY (path, formation, change)
) STRICT, WITHOUT ROWID;

CREATE INDEX field_by_formation ON field (formation, path);

-- Where the log ends: without this a log cut short would look whole.
CREATE TABLE log_end (
    one   INTEGER PRIMARY KEY CHECK (one = 1),
    seq   INTEGER NOT NULL,
    chain BLOB    NOT NULL
) STRICT;

INSERT INTO log_end (one, seq, chain) VALUES (1, 0, zeroblob(32));
