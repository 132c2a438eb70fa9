//! Stores that count as long, and damage that only the later check finds. A store of a few pages will do: how long is
//! long is its caller's choice here.

use std::fs;
use std::path::PathBuf;

use serde_json::{Value as Json, json};

use super::*;
use crate::change::{Act, NewChange};
use crate::erase::Erasing;
use crate::id::{ChangeId, FieldPath, FormationId};
use crate::open::Beginning;
use crate::restore::beside;
use crate::verify::Fault;
use crate::{salvage, schema};

const PAGE: usize = 4096;
const KEY: [u8; 32] = [0x5a; 32];
/// Rows in the store, each with a value of this many letters.
const ROWS: i64 = 300;
const LETTERS: usize = 500;

/// A store in a folder of its own.
struct Place {
    folder: tempfile::TempDir,
    key: Option<Key>,
}

impl Place {
    fn new(key: Option<Key>) -> Self {
        let place = Self { folder: tempfile::tempdir().unwrap(), key };
        let mut store = Store::open(&place.path(), place.key()).unwrap();
        for number in 0..ROWS {
            write(&mut store, number, json!(format!("{number:0LETTERS$}"))).unwrap();
        }
        store.close().unwrap();
        place
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("store")
    }

    fn key(&self) -> Option<&Key> {
        self.key.as_ref()
    }

    fn bytes(&self) -> Vec<u8> {
        fs::read(self.path()).unwrap()
    }

    fn log_length(&self) -> u64 {
        fs::metadata(beside(&self.path(), "-wal")).map_or(0, |metadata| metadata.len())
    }

    /// Opens it as if it were long.
    fn open(&self) -> Result<Store, StoreError> {
        Store::open_with(&self.path(), self.key(), schema::MIGRATIONS, Beginning::UnlessThereWasOne, 0)
    }
}

fn write(store: &mut Store, number: i64, value: Json) -> Result<(), StoreError> {
    let act = Act::of_asha(format!("a{number}"), 1_000 + number);
    let field = FieldPath::new(format!("field{}", number % 40)).unwrap();
    let change = NewChange::set(ChangeId::new(format!("c{number}")).unwrap(), field, value);
    store.append(&FormationId::new(format!("f{}", number % 3)).unwrap(), &act, &[change])?;
    Ok(())
}

fn damage(found: Result<(), StoreError>) -> Damage {
    match found {
        Err(StoreError::Damaged(damage)) => damage,
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_file_is_written_only_once_it_is_known_to_be_whole() {
    for key in [None, Some(Key::new(KEY))] {
        let place = Place::new(key);
        let before = place.bytes();
        let mut store = place.open().unwrap();
        // More than SQLite would otherwise keep in the log.
        for number in 0..100 {
            write(&mut store, ROWS + number, json!("x".repeat(60_000))).unwrap();
        }
        assert!(place.log_length() > 5_000_000, "{} bytes", place.log_length());
        store.bound_the_log(place.log_length()).unwrap();
        store.close().unwrap();
        assert!(place.log_length() > 5_000_000, "closing leaves the log where it is");
        assert!(place.bytes() == before, "the file is as it was found");

        let mut store = place.open().unwrap();
        assert_eq!(store.length().unwrap(), ROWS + 100, "what stands in the log alone is there");
        store.bound_the_log(place.log_length() - 1).unwrap();
        assert!(matches!(store.check, Check::Whole), "a log that is too long is not left to grow");
        store.close().unwrap();
        assert_eq!(place.log_length(), 0);
        assert!(place.bytes() != before);
        assert_eq!(place.open().unwrap().length().unwrap(), ROWS + 100);
    }
}

#[test]
fn whichever_page_is_ruined_it_is_found_and_nothing_is_written_over_it() {
    for key in [None, Some(Key::new(KEY))] {
        let place = Place::new(key);
        let whole = place.bytes();
        let pages = whole.len() / PAGE;
        assert!(pages > 50, "{pages} pages");
        let (mut at_once, mut later) = (0, 0);
        for page in 1..pages {
            let mut bytes = whole.clone();
            bytes[page * PAGE..(page + 1) * PAGE].fill(0x55);
            fs::write(place.path(), &bytes).unwrap();
            match place.open() {
                Ok(mut store) => {
                    // Where it is in the way of writing, that is told as well.
                    let written = write(&mut store, ROWS, json!("meanwhile"));
                    assert!(
                        matches!(written, Ok(()) | Err(StoreError::Damaged(_))),
                        "page {page}: {written:?}"
                    );
                    damage(store.wait_until_checked());
                    later += 1;
                }
                Err(StoreError::Damaged(_)) => at_once += 1,
                Err(other) => panic!("page {page}: {other:?}"),
            }
            assert!(place.bytes() == bytes, "page {page}: the file is as it was found");
            for ending in ["-wal", "-shm"] {
                let _ = fs::remove_file(beside(&place.path(), ending));
            }
        }
        assert_eq!(at_once + later, pages - 1);
        assert!(later > pages / 2, "{later} of {pages} were found later");
    }
}

/// A bit in a value is no damage to SQLite: the chain of hashes alone tells.
#[test]
fn an_altered_value_is_found_and_then_nothing_is_written_any_more() {
    let place = Place::new(None);
    let mut bytes = place.bytes();
    let needle = format!("{:0LETTERS$}", 7);
    let mut flipped = 0;
    for at in 0..bytes.len() - LETTERS {
        if bytes[at..].starts_with(needle.as_bytes()) {
            bytes[at + 3] ^= 1;
            flipped += 1;
        }
    }
    assert!(flipped > 0, "the damage must be there");
    fs::write(place.path(), &bytes).unwrap();
    let mut store = place.open().unwrap();
    write(&mut store, ROWS, json!("before anybody knew")).unwrap();
    let found = damage(store.wait_until_checked());
    assert_eq!((&found.fault, found.place.as_ref().map(|place| place.seq)), (&Fault::ValueAltered, Some(8)));
    assert_eq!(damage(store.checked().map(|_| ())), found);
    assert_eq!(damage(write(&mut store, ROWS + 1, json!("afterwards"))), found);
    let erased = store.erase(&FormationId::new("f1").unwrap(), Erasing::All);
    assert!(matches!(erased, Err(StoreError::Damaged(_))), "{erased:?}");
    store.close().unwrap();
    assert!(place.bytes() == bytes, "the file is as it was found");
    let read = salvage::read_damaged(&place.path(), None).unwrap();
    assert_eq!((read.changes.len() as i64, read.lost), (ROWS, 1));
    assert_eq!(read.changes.last().unwrap().value, Some(json!("before anybody knew")));
}

/// The worst that a write could do: the list of free pages names one that is in use, and the write takes it.
#[test]
fn a_write_over_what_was_still_there_takes_nothing_away() {
    let place = Place::new(None);
    let page = in_use_and_said_to_be_free(&place);
    let before = place.bytes();
    let mut store = place.open().unwrap();
    // It takes every page that is said to be free.
    write(&mut store, ROWS, json!("x".repeat(30 * PAGE))).unwrap();
    let found = damage(store.wait_until_checked());
    assert!(matches!(&found.fault, Fault::File(told) if told.contains(&format!("page {page}"))), "{found}");
    let readable = "SELECT count(*) FROM change NOT INDEXED WHERE length(value) > 10";
    let readable: Result<i64, _> = store.connection.query_row(readable, [], |row| row.get(0));
    assert!(!matches!(readable, Ok(all) if all == ROWS + 1), "the page must have been taken: {readable:?}");
    drop(store);
    assert!(place.bytes() == before, "the file is as it was found");
    let read = salvage::read_damaged(&place.path(), None).unwrap();
    assert_eq!((read.changes.len() as i64, read.lost), (ROWS + 1, 0));
}

/// Gives the store free pages, and names a page of the log among them.
fn in_use_and_said_to_be_free(place: &Place) -> u32 {
    let raw = rusqlite::Connection::open(place.path()).unwrap();
    raw.execute_batch(
        "CREATE TABLE junk (text); INSERT INTO junk VALUES (zeroblob(80000)); DROP TABLE junk;",
    )
    .unwrap();
    raw.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).unwrap();
    let leaf = "SELECT pageno FROM dbstat WHERE name = 'change' AND pagetype = 'leaf' ORDER BY path LIMIT 1";
    let page: u32 = raw.query_row(leaf, [], |row| row.get(0)).unwrap();
    drop(raw);
    let mut bytes = place.bytes();
    let number = |bytes: &[u8], at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap());
    let trunk = (number(&bytes, 32) as usize - 1) * PAGE;
    let free = number(&bytes, trunk + 4) as usize;
    assert!((5..28).contains(&free), "{free} free pages");
    bytes[trunk + 8..trunk + 12].copy_from_slice(&page.to_be_bytes());
    fs::write(place.path(), bytes).unwrap();
    page
}

#[test]
fn erasing_waits_for_the_check_and_leaves_no_word() {
    let place = Place::new(None);
    let mut store = place.open().unwrap();
    write(&mut store, ROWS, json!("a word to be erased")).unwrap();
    store.erase(&FormationId::new("f0").unwrap(), Erasing::All).unwrap();
    assert_eq!(store.checked().unwrap(), Checked::Whole);
    for ending in ["", "-wal"] {
        let bytes = fs::read(beside(&place.path(), ending)).unwrap_or_default();
        let word = b"a word to be erased";
        assert!(!bytes.windows(word.len()).any(|window| window == word), "{ending}");
    }
}
