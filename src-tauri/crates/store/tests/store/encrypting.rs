//! An encrypted store: nothing of it can be read without the key, and everything else works as without.

use std::fs;
use std::path::{Path, PathBuf};

use store::{
    BackupReason, ChainState, Erasing, Key, Salt, Store, StoreError, backups, check_backup, decrypt, encrypt,
    is_encrypted, read_damaged, restore, salvage,
};

use crate::support::{Place, act, fill, formation, path, set};

/// Words of the store that must be in no file.
const WORDS: [&str; 6] = ["Northgate", "Gofal", "Asha", "baker", "people", "change_is_never_altered"];

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

/// Which of the words stand in a file of the folder.
fn words_in(folder: &Path) -> Vec<(&'static str, PathBuf)> {
    let holds = |path: &Path, word: &str| {
        fs::read(path).unwrap().windows(word.len()).any(|window| window == word.as_bytes())
    };
    let all = files(folder);
    WORDS
        .into_iter()
        .flat_map(|word| {
            all.iter().filter(move |path| holds(path, word)).map(move |path| (word, path.clone()))
        })
        .collect()
}

fn filled(place: &Place) -> Store {
    let mut store = place.open();
    fill(&mut store);
    store
}

#[test]
fn no_word_of_an_encrypted_store_is_in_any_file() {
    // The search must be able to find them.
    let plain = Place::new();
    let store = filled(&plain);
    store.back_up(BackupReason::Day, 1).unwrap();
    assert!(WORDS.iter().all(|word| words_in(plain.folder()).iter().any(|(found, _)| found == word)));

    let place = Place::encrypted();
    let mut store = filled(&place);
    store.back_up(BackupReason::Day, 1).unwrap();
    store.append(&formation("baker"), &act("a5", 5), &[set("c7", "name", "Northgate Baking")]).unwrap();
    assert!(fs::metadata(place.beside("-wal")).unwrap().len() > 4096, "the log is searched while it is full");
    assert_eq!(words_in(place.folder()), []);
    store.copy_to(&place.folder().join("stick.store")).unwrap();
    store.erase(&formation("carer"), Erasing::All).unwrap();
    assert_eq!(words_in(place.folder()), []);
    drop(store);
    assert_eq!(words_in(place.folder()), []);
    assert_eq!(place.open().verify_chain().unwrap(), ChainState::Whole { changes: 7 });
    for backup in backups(&place.path()).unwrap() {
        assert_eq!(check_backup(&backup.path, place.key()).unwrap(), 6);
        assert!(check_backup(&backup.path, None).is_err());
    }
}

#[test]
fn a_wrong_key_opens_nothing_and_changes_nothing() {
    let place = Place::encrypted();
    drop(filled(&place));
    let before = fs::read(place.path()).unwrap();
    for key in [None, Some(Key::new([0; 32])), Some(Key::new([0x5b; 32]))] {
        assert!(Store::open(&place.path(), key.as_ref()).is_err());
        assert!(fs::read(place.path()).unwrap() == before);
    }
    assert_eq!(place.open().verify_chain().unwrap(), ChainState::Whole { changes: 6 });
    // And a plain store is not opened as if it were encrypted.
    let plain = Place::new();
    drop(filled(&plain));
    assert!(matches!(Store::open(&plain.path(), place.key()), Err(StoreError::NotEncrypted)));
}

#[test]
fn a_store_is_encrypted_with_its_backups_and_back() {
    let (place, key) = (Place::new(), Key::new([3; 32]));
    let store = filled(&place);
    for day in 1..4 {
        store.back_up(BackupReason::Day, day).unwrap();
    }
    assert!(matches!(encrypt(&place.path(), &key), Err(StoreError::InUse)));
    drop(store);
    assert!(!is_encrypted(&place.path()).unwrap());
    for _twice in 0..2 {
        assert_eq!(encrypt(&place.path(), &key).unwrap(), [""; 0].map(PathBuf::from));
        assert!(is_encrypted(&place.path()).unwrap());
        assert_eq!(words_in(place.folder()), []);
    }
    let store = Store::open(&place.path(), Some(&key)).unwrap();
    assert_eq!(store.verify_chain().unwrap(), ChainState::Whole { changes: 6 });
    assert_eq!(store.field(&formation("carer"), &path("name")).unwrap(), Some("Gofal Ŵyn".into()));
    let numbers = |place: &Place| -> Vec<_> {
        backups(&place.path()).unwrap().into_iter().map(|backup| backup.number).collect()
    };
    assert_eq!(numbers(&place), [3, 2, 1]);
    drop(store);
    assert!(decrypt(&place.path(), &key).unwrap().is_empty());
    assert_eq!(numbers(&place), [3, 2, 1]);
    for backup in backups(&place.path()).unwrap() {
        assert_eq!(check_backup(&backup.path, None).unwrap(), 6);
    }
    assert_eq!(place.open().verify_chain().unwrap(), ChainState::Whole { changes: 6 });
}

#[test]
fn encrypting_cut_short_at_any_step_goes_on() {
    let key = Key::new([3; 32]);
    let made = Place::new();
    let store = filled(&made);
    store.back_up(BackupReason::Day, 1).unwrap();
    drop(store);
    let plain = fs::read(made.path()).unwrap();
    let backup = backups(&made.path()).unwrap().remove(0).path;
    let plain_backup = fs::read(&backup).unwrap();
    encrypt(&made.path(), &key).unwrap();
    let (sealed, sealed_backup) = (fs::read(made.path()).unwrap(), fs::read(&backup).unwrap());
    let name = backup.file_name().unwrap().to_str().unwrap();

    let half = &sealed[..sealed.len() / 2];
    let wiped = vec![0; plain.len()];
    type File<'a> = (String, &'a [u8]);
    let file = |name: &str, bytes| -> File { (format!("toad-lane.store{name}"), bytes) };
    let copy = |ending: &str, bytes| -> File { (format!("backups/{name}{ending}"), bytes) };
    // The files as each step leaves them.
    let steps: Vec<(&str, Vec<File>)> = vec![
        ("nothing done", vec![file("", &plain), copy("", &plain_backup)]),
        ("half a copy", vec![file("", &plain), file(".part", half), copy("", &plain_backup)]),
        ("a copy", vec![file("", &plain), file(".part", &sealed), copy("", &plain_backup)]),
        ("moved away", vec![file(".before", &plain), file(".part", &sealed), copy("", &plain_backup)]),
        ("in place", vec![file("", &sealed), file(".before", &plain), copy("", &plain_backup)]),
        ("overwritten", vec![file("", &sealed), file(".before", &wiped), copy("", &plain_backup)]),
        ("half a backup", vec![file("", &sealed), copy("", &plain_backup), copy(".part", half)]),
        ("a backup", vec![file("", &sealed), copy("", &plain_backup), copy(".part", &sealed_backup)]),
        (
            "backup moved away",
            vec![file("", &sealed), copy(".before", &plain_backup), copy(".part", &sealed_backup)],
        ),
        (
            "backup in place",
            vec![file("", &sealed), copy("", &sealed_backup), copy(".before", &plain_backup)],
        ),
        ("restoring", vec![file("", &sealed), file(".restoring", &plain), copy("", &sealed_backup)]),
        ("half restored", vec![file("", &sealed), file(".restoring.part", &plain), copy("", &sealed_backup)]),
    ];
    for (step, files) in steps {
        let place = Place::new();
        fs::create_dir(place.folder().join("backups")).unwrap();
        for (name, bytes) in files {
            fs::write(place.folder().join(name), bytes).unwrap();
        }
        let left = encrypt(&place.path(), &key).unwrap_or_else(|error| panic!("{step}: {error}"));
        assert_eq!(left, [""; 0].map(PathBuf::from), "{step}");
        assert_eq!(words_in(place.folder()), [], "{step}");
        let store = Store::open(&place.path(), Some(&key)).unwrap_or_else(|error| panic!("{step}: {error}"));
        assert_eq!(store.verify_chain().unwrap(), ChainState::Whole { changes: 6 }, "{step}");
        let kept = backups(&place.path()).unwrap();
        assert_eq!(kept.len(), 1, "{step}");
        assert_eq!(check_backup(&kept[0].path, Some(&key)).unwrap(), 6, "{step}");
    }
}

#[test]
fn what_cannot_be_encrypted_is_named() {
    let (place, key) = (Place::new(), Key::new([3; 32]));
    let store = filled(&place);
    let good = store.back_up(BackupReason::Day, 1).unwrap().unwrap();
    let bad = store.back_up(BackupReason::Day, 2).unwrap().unwrap();
    drop(store);
    let aside = restore(&place.path(), &good.path, None, None).unwrap().unwrap();
    let mut bytes = fs::read(&bad.path).unwrap();
    bytes[4096..8192].fill(0x55);
    fs::write(&bad.path, bytes).unwrap();
    assert_eq!(encrypt(&place.path(), &key).unwrap(), [bad.path, aside]);
}

#[test]
fn a_backup_comes_back_under_the_stores_own_key() {
    let other = Key::new([9; 32]);
    let from = Place::encrypted();
    let store = filled(&from);
    let stick = from.folder().join("stick.store");
    store.copy_to(&stick).unwrap();
    let plain_place = Place::new();
    let plain = filled(&plain_place).back_up(BackupReason::Day, 1).unwrap().unwrap().path;
    for (backup, backup_key) in [(&stick, from.key()), (&plain, None)] {
        for key in [None, from.key(), Some(&other)] {
            let to = Place::new();
            assert_eq!(restore(&to.path(), backup, backup_key, key).unwrap(), None);
            let store = Store::open(&to.path(), key).unwrap();
            assert_eq!(store.verify_chain().unwrap(), ChainState::Whole { changes: 6 });
            assert_eq!(words_in(to.folder()).is_empty(), key.is_some());
        }
    }
    let to = Place::new();
    assert!(restore(&to.path(), &stick, None, None).is_err());
    assert!(restore(&to.path(), &stick, Some(&other), None).is_err());
    assert!(!to.path().exists());
}

/// Any bit anywhere, and any page: an error, never a wrong answer. The pages carry hashes of their own.
#[test]
fn damage_is_found_and_what_can_be_read_is_salvaged() {
    let place = Place::encrypted();
    let mut store = filled(&place);
    let backup = store.back_up(BackupReason::Day, 1).unwrap().unwrap();
    for number in 0..60 {
        let id = format!("m{number}");
        let long = format!("{number} {}", "words ".repeat(100));
        store.append(&formation("baker"), &act(&id, number), &[set(&id, &id, long)]).unwrap();
    }
    drop(store);
    let whole = fs::read(place.path()).unwrap();
    let pages = whole.len() / 4096;
    assert!(pages > 20);
    let (mut readable, mut runs) = (0, 0);
    for page in 0..pages {
        let mut bytes = whole.clone();
        bytes[page * 4096 + (page * 613) % 4096] ^= 1;
        fs::write(place.path(), &bytes).unwrap();
        let opened = place.try_open();
        assert!(matches!(opened, Err(StoreError::Damaged(_))), "page {page}: {opened:?}");
        assert!(fs::read(place.path()).unwrap() == bytes, "page {page}: the damaged file was altered");
        let read = read_damaged(&place.path(), place.key()).unwrap();
        assert!(read.changes.len() as i64 + read.lost == 66 || read.changes.is_empty(), "page {page}");
        readable += read.changes.len();
        runs += 1;
    }
    // One page holds a few changes: most of the others are still read.
    assert!(readable > runs * 40, "{readable} changes were read in {runs} damaged stores of 66");
    let salvaged = salvage(&place.path(), Some(&backup.path), &Salt::new("s"), place.key()).unwrap();
    assert!(salvaged.taken > 0);
    assert!(matches!(place.open().verify_chain().unwrap(), ChainState::Whole { .. }));
    assert_eq!(words_in(place.folder()), []);
}

#[test]
fn a_newer_encrypted_store_is_refused_unchanged() {
    let place = Place::encrypted();
    drop(place.open());
    place.raw().pragma_update(None, "user_version", 2).unwrap();
    let before = fs::read(place.path()).unwrap();
    assert!(matches!(place.try_open(), Err(StoreError::Newer { version: 2, known: 1 })));
    assert!(fs::read(place.path()).unwrap() == before);
    place.raw().pragma_update(None, "application_id", 7).unwrap();
    assert!(matches!(place.try_open(), Err(StoreError::NotAStore)));
    // Its header is random: what is not there any more is damage, whoever asks with the key.
    let mut bytes = fs::read(place.path()).unwrap();
    bytes[..4096].fill(0);
    fs::write(place.path(), bytes).unwrap();
    assert!(matches!(place.try_open(), Err(StoreError::Damaged(_))));
}

#[test]
fn one_process_at_a_time_opens_it() {
    let place = Place::encrypted();
    let _store = place.open();
    assert!(matches!(place.try_open(), Err(StoreError::InUse)));
}
