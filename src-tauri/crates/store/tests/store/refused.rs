//! Files that are not opened, and not altered either.

use std::fs;
use std::path::Path;

use store::{Store, StoreError};

use crate::support::{Place, fill};

/// Says in a word how opening ended.
fn ending(path: &Path) -> &'static str {
    match Store::open(path, None) {
        Ok(_) => "opened",
        Err(StoreError::Newer { .. }) => "newer",
        Err(StoreError::NotAStore) => "not a store",
        Err(StoreError::Damaged(_)) => "damaged",
        Err(StoreError::File(_)) => "file",
        Err(_) => "other",
    }
}

type Make = fn(&Place);

fn newer(place: &Place) {
    fill(&mut place.open());
    place.raw().pragma_update(None, "user_version", 2).unwrap();
}

fn newer_by_far(place: &Place) {
    drop(place.open());
    place.raw().pragma_update(None, "user_version", i32::MAX).unwrap();
}

/// The new version is in the log alone: the newer app was killed before it was put into the file.
fn newer_in_the_log(place: &Place) {
    let made = Place::new();
    fill(&mut made.open());
    let raw = made.raw();
    raw.pragma_update(None, "user_version", 2).unwrap();
    for ending in ["", "-wal"] {
        fs::copy(made.beside(ending), place.beside(ending)).unwrap();
    }
    assert!(fs::metadata(place.beside("-wal")).unwrap().len() > 0);
}

fn foreign(place: &Place) {
    place.raw().execute_batch("CREATE TABLE note (text); INSERT INTO note VALUES ('mine')").unwrap();
}

fn foreign_with_our_way_of_logging(place: &Place) {
    place.raw().pragma_update(None, "journal_mode", "wal").unwrap();
    foreign(place);
}

fn foreign_with_a_mark(place: &Place) {
    place.raw().execute_batch("PRAGMA application_id = 77; PRAGMA user_version = 1").unwrap();
}

fn foreign_of_one_page(place: &Place) {
    place.raw().execute_batch("CREATE VIEW one AS SELECT 1").unwrap();
}

fn foreign_with_a_log(place: &Place) {
    let made = Place::new();
    let raw = made.raw();
    raw.pragma_update(None, "journal_mode", "wal").unwrap();
    raw.execute_batch("CREATE TABLE note (text); INSERT INTO note VALUES ('mine')").unwrap();
    for ending in ["", "-wal"] {
        fs::copy(made.beside(ending), place.beside(ending)).unwrap();
    }
}

fn no_version(place: &Place) {
    drop(place.open());
    place.raw().pragma_update(None, "user_version", 0).unwrap();
}

fn picture(place: &Place) {
    fs::write(place.path(), [&b"\xff\xd8\xff\xe0\0\x10JFIF"[..], &[7; 5_000]].concat()).unwrap();
}

fn few_bytes(place: &Place) {
    fs::write(place.path(), b"SQLite format 3\0").unwrap();
}

fn beginning_gone(place: &Place) {
    fill(&mut place.open());
    let mut bytes = fs::read(place.path()).unwrap();
    bytes[..4096].fill(0);
    fs::write(place.path(), bytes).unwrap();
}

fn cut(place: &Place) {
    fill(&mut place.open());
    let bytes = fs::read(place.path()).unwrap();
    fs::write(place.path(), &bytes[..bytes.len() / 4096 / 2 * 4096]).unwrap();
}

#[test]
fn what_is_not_ours_or_is_newer_or_broken_is_refused_unchanged() {
    let cases: &[(&str, Make, &str)] = &[
        ("newer", newer, "newer"),
        ("newer by far", newer_by_far, "newer"),
        ("newer, in the log", newer_in_the_log, "newer"),
        ("another program's", foreign, "not a store"),
        ("another program's, marked", foreign_with_a_mark, "not a store"),
        ("another program's, of one page", foreign_of_one_page, "not a store"),
        ("another program's, with a log", foreign_with_a_log, "not a store"),
        ("ours without a version", no_version, "not a store"),
        ("a picture", picture, "not a store"),
        ("a few bytes", few_bytes, "not a store"),
        ("ours, the beginning gone", beginning_gone, "damaged"),
        ("ours, cut in half", cut, "damaged"),
    ];
    for (name, make, expected) in cases {
        let place = Place::new();
        make(&place);
        let read = || ["", "-wal"].map(|ending| fs::read(place.beside(ending)).unwrap_or_default());
        let (before, modified) = (read(), fs::metadata(place.path()).unwrap().modified().unwrap());
        assert_eq!(&ending(&place.path()), expected, "{name}");
        assert!(read() == before, "{name}: the file was altered");
        assert_eq!(fs::metadata(place.path()).unwrap().modified().unwrap(), modified, "{name}");
        assert_eq!(&ending(&place.path()), expected, "{name}, again");
    }
}

#[test]
fn what_its_header_tells_is_refused_before_sqlite_opens_it() {
    let cases: &[(&str, Make)] = &[
        ("newer", newer),
        ("another program's", foreign),
        ("another program's, in the way of ours", foreign_with_our_way_of_logging),
    ];
    for (name, make) in cases {
        let place = Place::new();
        make(&place);
        assert_ne!(ending(&place.path()), "opened", "{name}");
        let left: Vec<_> =
            fs::read_dir(place.folder()).unwrap().map(|file| file.unwrap().file_name()).collect();
        assert_eq!(left.len(), 2, "{name}: the file and its lock, but {left:?}");
    }
}

#[test]
fn a_newer_store_says_which_versions() {
    let place = Place::new();
    newer(&place);
    let error = Store::open(&place.path(), None).unwrap_err();
    assert!(matches!(error, StoreError::Newer { version: 2, known: 1 }), "{error:?}");
}

#[test]
fn a_folder_and_a_path_into_nowhere_are_refused() {
    let place = Place::new();
    fs::create_dir(place.path()).unwrap();
    assert_eq!(ending(&place.path()), "not a store");
    assert_eq!(ending(&place.folder().join("none/toad-lane.store")), "file");
    assert!(!place.folder().join("none").exists());
}
