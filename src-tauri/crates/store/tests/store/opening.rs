//! Opening: what was saved is there again, with the settings that keep it.

use std::fs;
use std::process::Command;

use store::{ChainState, Store, StoreError};

use crate::support::{Place, act, fill, formation, set};

#[test]
fn reopening_keeps_everything() {
    let place = Place::new();
    let mut store = place.open();
    fill(&mut store);
    let read = |store: &Store| {
        let formations = store.formations().unwrap();
        let each = |row: &store::FormationRow| {
            (store.fields(&row.id).unwrap(), store.history(&row.id, None, 100).unwrap())
        };
        (formations.iter().map(each).collect::<Vec<_>>(), formations)
    };
    let before = read(&store);
    drop(store);
    assert!(!place.beside("-wal").exists(), "closing puts the log back into the file");
    let mut store = place.open();
    assert_eq!(read(&store), before);
    assert_eq!(store.verify_chain().unwrap(), ChainState::Whole { changes: 6 });
    // The chain goes on where it was.
    store.append(&formation("baker"), &act("a5", 50), &[set("c7", "town", "Halifax")]).unwrap();
    drop(store);
    assert_eq!(place.open().verify_chain().unwrap(), ChainState::Whole { changes: 7 });
}

#[test]
fn a_store_whose_log_was_never_put_back_opens() {
    let place = Place::new();
    let mut store = place.open();
    fill(&mut store);
    // A copy taken in the middle is what a killed process leaves.
    let left = Place::new();
    for ending in ["", "-wal"] {
        fs::copy(place.beside(ending), left.beside(ending)).unwrap();
    }
    drop(store);
    assert_eq!(left.open().verify_chain().unwrap(), ChainState::Whole { changes: 6 });
}

#[test]
fn an_empty_file_becomes_a_store() {
    let place = Place::new();
    fs::write(place.path(), b"").unwrap();
    fill(&mut place.open());
    assert_eq!(place.open().verify_chain().unwrap(), ChainState::Whole { changes: 6 });
}

#[test]
fn a_store_whose_making_was_cut_short_is_made() {
    let place = Place::new();
    // As far as switching to the write-ahead log, and no further.
    place.raw().pragma_update(None, "journal_mode", "wal").unwrap();
    assert!(fs::metadata(place.path()).unwrap().len() > 0);
    fill(&mut place.open());
    assert_eq!(place.open().verify_chain().unwrap(), ChainState::Whole { changes: 6 });
}

#[test]
fn the_file_says_what_it_is() {
    let place = Place::new();
    drop(place.open());
    let header = fs::read(place.path()).unwrap();
    assert_eq!(&header[68..72], b"TOAD");
    assert_eq!(&header[60..64], [0, 0, 0, 1]);
    assert_eq!(&header[18..20], [2, 2], "write-ahead log");
}

#[cfg(unix)]
#[test]
fn nobody_but_the_owner_reads_the_files() {
    use std::os::unix::fs::PermissionsExt;

    let place = Place::new();
    let mut store = place.open();
    fill(&mut store);
    for ending in ["", "-wal", "-shm", ".lock"] {
        let mode = fs::metadata(place.beside(ending)).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{ending:?}");
    }
}

#[test]
fn a_second_opening_is_refused_at_once_and_works_when_the_first_has_gone() {
    let place = Place::new();
    let first = place.open();
    assert!(matches!(Store::open(&place.path(), None), Err(StoreError::InUse)), "same process");
    let told = |path| {
        let child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "opening::child_tries_to_open", "--nocapture"])
            .env("TRY_STORE", path)
            .output()
            .unwrap();
        String::from_utf8(child.stdout).unwrap()
    };
    assert!(told(place.path()).contains("told: the store is in use"));
    drop(first);
    assert!(told(place.path()).contains("told: opened"));
    drop(place.open());
}

/// What the other process of the test above does; nothing when run as a test.
#[test]
fn child_tries_to_open() {
    let Some(path) = std::env::var_os("TRY_STORE") else { return };
    match Store::open(path.as_ref(), None) {
        Ok(_) => println!("told: opened"),
        Err(error) => println!("told: {error}"),
    }
}

#[test]
fn a_program_that_holds_the_file_itself_is_told_from_damage() {
    let place = Place::new();
    let mut store = place.open();
    let other = place.raw();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let written = store.append(&formation("baker"), &act("a1", 1), &[set("c1", "name", "Northgate")]);
    assert!(matches!(written, Err(StoreError::InUse)));
    other.execute_batch("ROLLBACK").unwrap();
    store.append(&formation("baker"), &act("a1", 1), &[set("c1", "name", "Northgate")]).unwrap();
    assert_eq!(store.verify_chain().unwrap(), ChainState::Whole { changes: 1 });
}
