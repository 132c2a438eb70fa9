//! A large store is migrated whole: no row is lost, and the backup of it before holds every one of them.
//!
//! It is longer than what is checked whole at every opening, so this goes another way than small stores do.

#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout)]

use std::time::Instant;

use super::*;

/// Enough for 23 MB: each text stands in the log and, as the newest of its field, beside it.
const ACTS: i64 = 120;
const CHANGES_OF_AN_ACT: i64 = 40;
const WORDS: usize = 1_000;

/// A step that writes the largest of the tables anew, as a change to its columns does.
const ANEW: &str = "CREATE TABLE field_anew (
        path      TEXT    NOT NULL,
        formation INTEGER NOT NULL REFERENCES formation (key),
        change    TEXT    NOT NULL REFERENCES change (id),
        value     TEXT,
        length    INTEGER NOT NULL,
        PRIMARY KEY (path, formation, change)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO field_anew SELECT path, formation, change, value, coalesce(length(value), 0) FROM field;
    DROP TABLE field;
    ALTER TABLE field_anew RENAME TO field;
    CREATE INDEX field_by_formation ON field (formation, path);
    CREATE INDEX change_by_field ON change (field, at);";

/// Fills a store of the first version with 20 co-ops' rules.
fn fill(path: &Path) {
    let mut store = Store::open(path, None).unwrap();
    for act_number in 0..ACTS {
        let act = Act::of_asha(format!("a{act_number}"), 1_000 + act_number);
        let change = |number: i64| {
            let name = format!("{act_number}-{number}");
            // No two texts are the same, so that one in the place of another is seen.
            let text: String = (0..).map(|word| format!("{name} {word}. ")).take(WORDS / 10).collect();
            let field = FieldPath::new(format!("edit/{name}")).unwrap();
            NewChange::set(ChangeId::new(format!("c{name}")).unwrap(), field, json!(text))
        };
        let changes: Vec<NewChange> = (0..CHANGES_OF_AN_ACT).map(change).collect();
        store.append(&FormationId::new(format!("f{}", act_number % 20)).unwrap(), &act, &changes).unwrap();
    }
    store.close().unwrap();
}

/// Every row, by the columns that all versions have.
fn rows(path: &Path) -> Vec<Vec<Value>> {
    let connection = Connection::open(path).unwrap();
    let mut all = Vec::new();
    for sql in [
        "SELECT key, id, begun, changed, newest, live FROM formation ORDER BY key",
        "SELECT seq, id, act, formation, field, value, salt, content, author, at, replaces, reverts, received, erased,
            chain FROM change ORDER BY seq",
        "SELECT path, formation, change, value FROM field ORDER BY path, formation, change",
        "SELECT one, seq, chain FROM log_end",
    ] {
        let mut statement = connection.prepare(sql).unwrap();
        let columns = statement.column_count();
        let row = |row: &rusqlite::Row<'_>| (0..columns).map(|column| row.get(column)).collect();
        let found = statement.query_map([], row).unwrap().collect::<Result<Vec<Vec<Value>>, _>>().unwrap();
        assert!(!found.is_empty(), "{sql}");
        all.extend(found);
    }
    all
}

#[test]
fn a_store_of_twenty_megabytes_is_migrated_whole_with_a_backup() {
    let folder = tempfile::tempdir().unwrap();
    let path = store_in(folder.path());
    fill(&path);
    let length = file::length(&path);
    assert!(length > CHECKED_FIRST, "{length} bytes are not a large store");
    let before = rows(&path);

    let mut scripts = scripts(3, None);
    scripts.push(ANEW.to_owned());
    let begun = Instant::now();
    let store = open(&path, &scripts).unwrap();
    println!("{length} bytes, backed up and migrated by three steps in {:?}", begun.elapsed());

    let whole = ChainState::Whole { changes: ACTS * CHANGES_OF_AN_ACT };
    assert_eq!(store.verify_chain().unwrap(), whole);
    drop(store);
    // Not by assert_eq, which would write all of it.
    assert!(rows(&path) == before, "a row is lost or changed");
    let lengths = "SELECT count(*) FROM field WHERE length = length(value)";
    let connection = Connection::open(&path).unwrap();
    let told: i64 = connection.query_row(lengths, [], |row| row.get(0)).unwrap();
    assert_eq!((told, version_of(&connection)), (ACTS * CHANGES_OF_AN_ACT, 4));
    let backups = backup::backups(&path).unwrap();
    let [backup] = &backups[..] else { panic!("{backups:?}") };
    assert_eq!(backup.reason, BackupReason::Migration);
    assert_eq!(backup::check_backup(&backup.path, None).unwrap(), ACTS * CHANGES_OF_AN_ACT);
    assert!(rows(&backup.path) == before, "the backup is not of the store as it was");
    // As if the newer version had never been there.
    restore::restore(&path, &backup.path, None, None).unwrap();
    assert_eq!(Store::open(&path, None).unwrap().verify_chain().unwrap(), whole);
    assert!(rows(&path) == before);
}

fn version_of(connection: &Connection) -> i64 {
    connection.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap()
}
