//! Damage planted past the store, and found.

use std::fs;

use store::{ChainState, Damage, Fault, Store, StoreError};

use crate::support::{Place, act, fill, formation, set};

/// Lets the log be altered, as a damaged disk would.
const UNLOCK: &str = "
    PRAGMA foreign_keys = OFF;
    DROP TRIGGER change_is_never_altered;
    DROP TRIGGER change_is_never_deleted;";

fn damage_found(place: &Place) -> Damage {
    match Store::open(&place.path(), None) {
        Err(StoreError::Damaged(damage)) => damage,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_row_altered_removed_or_moved_is_named() {
    let cases: &[(&str, &str, Fault, i64)] = &[
        ("value", "UPDATE change SET value = '\"Northgates\"' WHERE seq = 1", Fault::ValueAltered, 1),
        ("what it reverts", "UPDATE change SET reverts = 'a1' WHERE seq = 4", Fault::Altered, 4),
        ("where it came from", "UPDATE change SET received = 1 WHERE seq = 4", Fault::Altered, 4),
        ("erased by halves", "UPDATE change SET erased = 1 WHERE seq = 4", Fault::ValueAltered, 4),
        ("value gone", "UPDATE change SET value = NULL, salt = NULL WHERE seq = 4", Fault::ValueAltered, 4),
        ("value made", "UPDATE change SET value = '1' WHERE seq = 5", Fault::ValueAltered, 5),
        ("salt", "UPDATE change SET salt = zeroblob(16) WHERE seq = 2", Fault::ValueAltered, 2),
        ("short salt", "UPDATE change SET salt = zeroblob(3) WHERE seq = 2", Fault::ValueAltered, 2),
        ("content hash", "UPDATE change SET content = zeroblob(32) WHERE seq = 3", Fault::Altered, 3),
        ("short content hash", "UPDATE change SET content = x'00' WHERE seq = 3", Fault::Altered, 3),
        ("field", "UPDATE change SET field = 'nama' WHERE seq = 1", Fault::ValueAltered, 1),
        ("author", "UPDATE change SET author = 'Bob' WHERE seq = 6", Fault::Altered, 6),
        ("time", "UPDATE change SET at = at + 1 WHERE seq = 2", Fault::Altered, 2),
        ("act", "UPDATE change SET act = 'a9' WHERE seq = 2", Fault::Altered, 2),
        ("id", "UPDATE change SET id = 'c9' WHERE seq = 6", Fault::Altered, 6),
        ("bad id", "UPDATE change SET id = 'c 9' WHERE seq = 6", Fault::Unreadable, 6),
        (
            "text that is none",
            "UPDATE change SET author = CAST(x'ff' AS TEXT) WHERE seq = 3",
            Fault::Unreadable,
            3,
        ),
        ("what it replaces", "UPDATE change SET replaces = '' WHERE seq = 4", Fault::Altered, 4),
        ("formation", "UPDATE change SET formation = 2 WHERE seq = 2", Fault::Altered, 2),
        ("formation renamed", "UPDATE formation SET id = 'boker' WHERE key = 1", Fault::Altered, 1),
        ("chain", "UPDATE change SET chain = zeroblob(32) WHERE seq = 3", Fault::Altered, 3),
        ("first removed", "DELETE FROM change WHERE seq = 1", Fault::Missing, 1),
        ("one removed", "DELETE FROM change WHERE seq = 3", Fault::Missing, 3),
        (
            "one removed and the gap closed",
            "DELETE FROM change WHERE seq = 3; UPDATE change SET seq = seq - 1 WHERE seq > 3",
            Fault::Altered,
            3,
        ),
        ("last removed", "DELETE FROM change WHERE seq = 6", Fault::Missing, 6),
        ("all removed", "DELETE FROM change", Fault::Missing, 1),
        (
            "moved",
            "UPDATE change SET seq = 9 WHERE seq = 2; UPDATE change SET seq = 2 WHERE seq = 3;
                   UPDATE change SET seq = 3 WHERE seq = 9",
            Fault::Altered,
            2,
        ),
        (
            "one put in between",
            "UPDATE change SET seq = seq + 10 WHERE seq > 2;
                   UPDATE change SET seq = seq - 9 WHERE seq > 10;
                   INSERT INTO change SELECT 3, 'c9', act, formation, field, value, salt, content, author, at,
                   replaces, reverts, received, erased, chain FROM change WHERE seq = 2",
            Fault::Altered,
            3,
        ),
        (
            "one put at the end",
            "INSERT INTO change SELECT 7, 'c9', act, formation, field, value, salt,
                   content, author, at, replaces, reverts, received, erased, chain FROM change WHERE seq = 6",
            Fault::Altered,
            7,
        ),
        ("end", "UPDATE log_end SET chain = zeroblob(32)", Fault::End, 7),
    ];
    for (name, sql, fault, seq) in cases {
        let place = Place::new();
        fill(&mut place.open());
        place.raw().execute_batch(&format!("{UNLOCK} {sql}")).unwrap();
        let damage = damage_found(&place);
        assert_eq!(&damage.fault, fault, "{name}");
        let found = damage.place.unwrap_or_else(|| panic!("{name}: no place"));
        assert_eq!(found.seq, *seq, "{name}");
        if name == &"value" {
            assert_eq!(found.change.unwrap().as_str(), "c1");
            assert_eq!(found.formation.unwrap().as_str(), "baker");
            assert_eq!(found.field.unwrap().as_str(), "name");
        }
    }
}

#[test]
fn current_values_that_do_not_follow_from_the_log_are_found() {
    let cases: &[(&str, &str)] = &[
        ("value", "UPDATE field SET value = '\"Other\"' WHERE path = 'name'"),
        ("cleared", "UPDATE field SET value = NULL WHERE path = 'people'"),
        ("set", "UPDATE field SET value = '1' WHERE path = 'form'"),
        ("gone", "DELETE FROM field WHERE path = 'people'"),
        ("replaced one back", "INSERT INTO field VALUES ('name', 1, 'c1', '\"Northgate\"')"),
        ("older", "UPDATE field SET change = 'c1', value = '\"Northgate\"' WHERE change = 'c4'"),
        ("other formation", "UPDATE field SET formation = 1 WHERE path = 'people'"),
        ("other field", "UPDATE field SET path = 'peoples' WHERE path = 'people'"),
        ("list: count", "UPDATE formation SET live = 0 WHERE key = 1"),
        ("list: begun", "UPDATE formation SET begun = 11 WHERE key = 1"),
        ("list: changed", "UPDATE formation SET changed = 31 WHERE key = 1"),
        ("list: newest", "UPDATE formation SET newest = 99 WHERE key = 1"),
        (
            "list: one too many",
            "INSERT INTO formation (id, begun, changed, newest, live) VALUES ('x', 1, 1, 1, 1)",
        ),
    ];
    for (name, sql) in cases {
        let place = Place::new();
        fill(&mut place.open());
        place.raw().execute_batch(&format!("{UNLOCK} {sql}")).unwrap();
        assert_eq!(damage_found(&place).fault, Fault::Current, "{name}");
    }
}

#[test]
fn the_log_itself_refuses_to_be_altered() {
    let place = Place::new();
    fill(&mut place.open());
    let raw = place.raw();
    for sql in [
        "UPDATE change SET value = NULL",
        "UPDATE change SET erased = 1",
        "UPDATE change SET erased = 1, field = 'erased', value = NULL, salt = NULL, author = ''",
        "DELETE FROM change",
        "DELETE FROM change WHERE seq = 6",
    ] {
        let told = raw.execute_batch(sql).unwrap_err().to_string();
        assert!(told.contains("only added to"), "{sql}: {told}");
    }
}

#[test]
fn damage_while_open_is_found_by_the_check() {
    let place = Place::new();
    let mut store = place.open();
    fill(&mut store);
    assert_eq!(store.verify_chain().unwrap(), ChainState::Whole { changes: 6 });
    place.raw().execute_batch(&format!("{UNLOCK} UPDATE change SET at = 0 WHERE seq = 2")).unwrap();
    let ChainState::Broken(damage) = store.verify_chain().unwrap() else { panic!("not found") };
    assert_eq!(damage.to_string(), "a change was altered or moved, at change 2");
}

/// Every bit of every text that the store was given, wherever it is in the file.
#[test]
fn a_flipped_bit_in_what_was_saved_is_found() {
    let place = Place::new();
    let mut store = place.open();
    fill(&mut store);
    store.append(&formation("baker"), &act("a5", 50), &[set("c7", "purpose", "Bread for Halifax")]).unwrap();
    drop(store);
    let whole = fs::read(place.path()).unwrap();
    let mut flipped = 0;
    for needle in ["Bread for Halifax", "Northgate Bakers", "Gofal", "Asha", "baker", "purpose", "people"] {
        for at in 0..whole.len() - needle.len() {
            if !whole[at..].starts_with(needle.as_bytes()) {
                continue;
            }
            // The first, a middle and the last byte; a low bit keeps it text, a high bit does not.
            for byte in [at, at + needle.len() / 2, at + needle.len() - 1] {
                for bit in [0x01, 0x80] {
                    let mut bytes = whole.clone();
                    bytes[byte] ^= bit;
                    fs::write(place.path(), &bytes).unwrap();
                    let opened = Store::open(&place.path(), None);
                    assert!(
                        matches!(opened, Err(StoreError::Damaged(_))),
                        "{needle} at {byte}, bit {bit}: {opened:?}"
                    );
                    assert!(fs::read(place.path()).unwrap() == bytes, "the damaged file is left as it is");
                    flipped += 1;
                }
            }
        }
    }
    assert!(flipped >= 100, "only {flipped} bits flipped");
    fs::write(place.path(), whole).unwrap();
    assert_eq!(place.open().verify_chain().unwrap(), ChainState::Whole { changes: 7 });
}

/// Bits of values in the log alone, each time in another row: what is said is which co-op and which field it is.
#[test]
fn a_flipped_bit_in_a_value_is_told_with_its_formation_and_its_field() {
    const ROWS: usize = 25;
    let place = Place::new();
    let mut store = place.open();
    let ids = ["baker", "carer"].map(formation);
    let word = |row: usize| format!("Needle {row} for Halifax");
    for row in 0..ROWS {
        let field = format!("decision/question-{row}");
        let (first, id) = (act(&format!("a{row}"), 10), format!("c{row}"));
        store.append(&ids[row % 2], &first, &[set(&id, &field, word(row))]).unwrap();
        // Only the log is left with it: the current value is another.
        let (second, id) = (act(&format!("b{row}"), 20), format!("d{row}"));
        store.append(&ids[row % 2], &second, &[set(&id, &field, "Other")]).unwrap();
    }
    store.close().unwrap();
    let raw = place.raw();
    raw.execute_batch("VACUUM").unwrap();
    drop(raw);
    let whole = fs::read(place.path()).unwrap();
    let mut flipped = 0;
    for row in 0..ROWS {
        let needle = word(row);
        let places: Vec<usize> = (0..whole.len() - needle.len())
            .filter(|at| whole[*at..].starts_with(needle.as_bytes()))
            .collect();
        // Moving rows between pages leaves copies in what is free of them: those say nothing.
        assert!(!places.is_empty(), "{needle} is in the file");
        for bit in 0..8 {
            let mut bytes = whole.clone();
            places.iter().for_each(|at| bytes[at + (row + bit * 3) % needle.len()] ^= 1 << bit);
            fs::write(place.path(), &bytes).unwrap();
            let damage = damage_found(&place);
            let found = damage.place.unwrap_or_else(|| panic!("{needle}, bit {bit}: no place"));
            // A high bit makes it no text: then the row has a number, and no more of it can be read.
            if damage.fault == Fault::ValueAltered {
                assert_eq!(found.formation.as_ref(), Some(&ids[row % 2]), "{needle}, bit {bit}");
                let field = found.field.map(|field| field.to_string());
                assert_eq!(field.as_deref(), Some(format!("decision/question-{row}").as_str()));
            } else {
                assert_eq!((damage.fault, bit), (Fault::Unreadable, 7), "{needle}");
            }
            assert_eq!(found.seq, row as i64 * 2 + 1, "{needle}, bit {bit}");
            flipped += 1;
        }
    }
    assert_eq!(flipped, 200);
}

/// Whole pages lost: an error or a whole store, never a wrong answer.
#[test]
fn an_overwritten_page_is_found() {
    let place = Place::new();
    fill(&mut place.open());
    let whole = fs::read(place.path()).unwrap();
    for page in 0..whole.len() / 4096 {
        for filling in [0x00, 0x55, 0xff] {
            let mut bytes = whole.clone();
            bytes[page * 4096..(page + 1) * 4096].fill(filling);
            fs::write(place.path(), &bytes).unwrap();
            match Store::open(&place.path(), None) {
                Err(StoreError::Damaged(_)) => {}
                // Without its beginning it cannot be told from any other file.
                Err(StoreError::NotAStore) if page == 0 => {}
                other => panic!("page {page} filled with {filling:#x}: {other:?}"),
            }
        }
    }
}

/// To SQLite a column by another name is no fault, and no hash covers the words that make a table.
#[test]
fn a_bit_in_the_name_of_a_column_is_damage() {
    for column in
        ["reverts    TEXT", "author     TEXT", "newest  INTEGER", "path      TEXT", "seq   INTEGER NOT NULL"]
    {
        let place = Place::new();
        let mut store = place.open();
        fill(&mut store);
        store.close().unwrap();
        let mut bytes = std::fs::read(place.path()).unwrap();
        let at = bytes.windows(column.len()).position(|window| window == column.as_bytes()).unwrap();
        bytes[at] ^= 1;
        std::fs::write(place.path(), bytes).unwrap();
        let opened = place.try_open();
        assert!(matches!(opened, Err(StoreError::Damaged(_))), "{column}: {opened:?}");
    }
}
