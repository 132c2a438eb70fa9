//! Backups, putting back, reading what can be read, and erasing.

use std::fs;
use std::path::Path;

use store::{
    BackupReason, ChainState, Erasing, Salt, Store, StoreError, backups, check_backup, read_damaged, restore,
    salvage, set_aside,
};

use crate::support::{Place, act, change, clear, fill, formation, path, set};

fn filled(place: &Place) -> Store {
    let mut store = place.open();
    fill(&mut store);
    store
}

/// Whether any file of a folder holds some text.
fn holds(folder: &Path, needle: &str) -> bool {
    fs::read_dir(folder).unwrap().any(|entry| {
        let path = entry.unwrap().path();
        if path.is_dir() {
            return holds(&path, needle);
        }
        let bytes = fs::read(path).unwrap();
        bytes.windows(needle.len()).any(|window| window == needle.as_bytes())
    })
}

#[test]
fn a_backup_is_a_whole_checked_store_of_its_own() {
    let place = Place::new();
    let mut store = filled(&place);
    let first = store.back_up(BackupReason::Day, 100).unwrap().unwrap();
    store.append(&formation("baker"), &act("a5", 50), &[set("c7", "town", "Halifax")]).unwrap();
    let second = store.back_up(BackupReason::Asked, 90).unwrap().unwrap();
    assert_eq!(backups(&place.path()).unwrap(), [second.clone(), first.clone()], "by number, not by clock");
    assert_eq!((check_backup(&first.path, None).unwrap(), check_backup(&second.path, None).unwrap()), (6, 7));
    // In rollback mode, without a log beside it: it opens where nothing can be written.
    assert_eq!(&fs::read(&second.path).unwrap()[18..20], [1, 1]);
    let chosen = place.folder().join("usb stick.store");
    store.copy_to(&chosen).unwrap();
    assert_eq!(check_backup(&chosen, None).unwrap(), 7);
    assert!(store.copy_to(&chosen).is_err(), "what is there is not overwritten");
    assert_eq!(check_backup(&chosen, None).unwrap(), 7);
}

#[cfg(unix)]
#[test]
fn nobody_but_the_owner_reads_backups() {
    use std::os::unix::fs::PermissionsExt;

    let place = Place::new();
    let backup = filled(&place).back_up(BackupReason::Day, 1).unwrap().unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&backup.path), 0o600);
    assert_eq!(mode(backup.path.parent().unwrap()), 0o700);
}

#[test]
fn ten_backups_are_kept() {
    let place = Place::new();
    let store = filled(&place);
    for day in 1..=13 {
        store.back_up(BackupReason::Day, day).unwrap();
    }
    let numbers: Vec<_> = backups(&place.path()).unwrap().into_iter().map(|backup| backup.number).collect();
    assert_eq!(numbers, (4..=13).rev().collect::<Vec<_>>());
}

#[test]
fn a_damaged_backup_is_not_restored_and_nothing_moves() {
    let place = Place::new();
    let backup = filled(&place).back_up(BackupReason::Day, 1).unwrap().unwrap();
    let mut bytes = fs::read(&backup.path).unwrap();
    let at = bytes.windows(9).position(|window| window == b"Northgate").unwrap();
    bytes[at] ^= 1;
    fs::write(&backup.path, bytes).unwrap();
    let before = fs::read(place.path()).unwrap();
    assert!(matches!(restore(&place.path(), &backup.path, None, None), Err(StoreError::Damaged(_))));
    assert!(fs::read(place.path()).unwrap() == before);
    assert!(set_aside(&place.path()).unwrap().is_empty());
}

#[test]
fn restoring_sets_the_old_file_aside_with_its_log() {
    let place = Place::new();
    let mut store = filled(&place);
    let backup = store.back_up(BackupReason::Day, 1).unwrap().unwrap();
    assert!(matches!(restore(&place.path(), &backup.path, None, None), Err(StoreError::InUse)));
    store.append(&formation("baker"), &act("a5", 50), &[set("c7", "town", "Halifax")]).unwrap();
    drop(store);
    fs::write(place.beside("-wal"), b"left by a killed process").unwrap();
    let aside = restore(&place.path(), &backup.path, None, None).unwrap().unwrap();
    assert_eq!(place.open().verify_chain().unwrap(), ChainState::Whole { changes: 6 });
    let names: Vec<_> = set_aside(&place.path()).unwrap();
    assert_eq!(names.len(), 2, "the file and its log");
    assert_eq!(names[0], aside);
    fs::remove_file(&names[1]).unwrap();
    assert_eq!(check_backup(&aside, None).unwrap(), 7, "nothing of it is lost");
    assert_ne!(
        restore(&place.path(), &backup.path, None, None).unwrap().unwrap(),
        aside,
        "a second one has its own name"
    );
}

#[test]
fn a_restore_cut_short_is_finished_by_the_next_opening() {
    let place = Place::new();
    let mut store = filled(&place);
    let backup = store.back_up(BackupReason::Day, 1).unwrap().unwrap();
    store.append(&formation("baker"), &act("a5", 50), &[set("c7", "town", "Halifax")]).unwrap();
    drop(store);
    // As it stands at each moment between the renames.
    let whole = fs::read(place.path()).unwrap();
    for moved in 0..2 {
        fs::copy(&backup.path, place.beside(".restoring")).unwrap();
        if moved == 1 {
            fs::rename(place.path(), place.beside(".set-aside-7")).unwrap();
        }
        assert_eq!(place.open().verify_chain().unwrap(), ChainState::Whole { changes: 6 }, "moved {moved}");
        assert!(!place.beside(".restoring").exists());
        fs::write(place.path(), &whole).unwrap();
    }
    // Half a copy takes nobody's place.
    fs::write(place.beside(".restoring.part"), b"half").unwrap();
    assert_eq!(place.open().verify_chain().unwrap(), ChainState::Whole { changes: 7 });
}

#[test]
fn what_can_be_read_of_a_damaged_store_is_saved_and_the_file_set_aside() {
    for with_backup in [false, true] {
        let place = Place::new();
        let mut store = filled(&place);
        let backup = store.back_up(BackupReason::Day, 1).unwrap().unwrap();
        store.append(&formation("baker"), &act("a5", 50), &[set("c7", "town", "Halifax")]).unwrap();
        drop(store);
        let mut bytes = fs::read(place.path()).unwrap();
        let mut flipped = 0;
        for at in 0..bytes.len() - 9 {
            // The words of change 3, in the log and beside it.
            if bytes[at..].starts_with("Gofal".as_bytes()) {
                bytes[at] ^= 1;
                flipped += 1;
            }
        }
        assert!(flipped >= 2);
        fs::write(place.path(), &bytes).unwrap();
        assert!(matches!(Store::open(&place.path(), None), Err(StoreError::Damaged(_))));
        let read = read_damaged(&place.path(), None).unwrap();
        assert_eq!((read.changes.len(), read.lost), (6, 1), "all but the damaged one");

        let base = with_backup.then_some(backup.path.as_path());
        let salvaged = salvage(&place.path(), base, &Salt::new("secret"), None).unwrap();
        assert_eq!((salvaged.taken, salvaged.lost), (if with_backup { 1 } else { 6 }, 1));
        assert!(fs::read(salvaged.aside.unwrap()).unwrap() == bytes, "the damaged file is as it was");
        let store = place.open();
        let changes = if with_backup { 7 } else { 6 };
        assert_eq!(store.verify_chain().unwrap(), ChainState::Whole { changes });
        assert_eq!(store.field(&formation("baker"), &path("town")).unwrap(), Some("Halifax".into()));
        let lost = store.field(&formation("carer"), &path("name")).unwrap();
        assert_eq!(lost.is_some(), with_backup);
    }
}

#[test]
fn salvaging_what_is_no_store_gives_an_empty_one_and_keeps_the_file() {
    let place = Place::new();
    for rubbish in [&[7_u8; 5_000][..], &[0; 4096], b"x"] {
        fs::write(place.path(), rubbish).unwrap();
        let salvaged = salvage(&place.path(), None, &Salt::new("s"), None).unwrap();
        assert_eq!(salvaged.taken, 0);
        assert!(fs::read(salvaged.aside.unwrap()).unwrap() == rubbish);
        assert_eq!(place.open().verify_chain().unwrap(), ChainState::Whole { changes: 0 });
    }
}

#[test]
fn what_is_erased_is_in_no_file_and_the_chain_is_whole() {
    let place = Place::new();
    let mut store = filled(&place);
    let (asha, bea) = (path("person/asha-77"), path("person/bea-88"));
    for number in 0..40 {
        let value =
            serde_json::json!({ "name": format!("Asha Needlewoman {number}"), "home": "12 Well Lane" });
        let id = format!("p{number}");
        store.append(&formation("baker"), &act(&id, number), &[set(&id, asha.as_str(), value)]).unwrap();
        if number % 10 == 0 {
            store.back_up(BackupReason::Day, number).unwrap();
        }
    }
    store.append(&formation("baker"), &act("b", 99), &[set("b", bea.as_str(), "Bea Kept")]).unwrap();
    store.back_up(BackupReason::Day, 100).unwrap();
    let needles = ["Needlewoman", "Well Lane", "asha-77"];
    assert!(needles.iter().all(|needle| holds(place.folder(), needle)), "the scan must be able to find them");

    let erased = store.erase(&formation("baker"), Erasing::Field(&asha)).unwrap();
    assert_eq!((erased.changes, erased.left.len()), (40, 0));
    for needle in needles {
        assert!(!holds(place.folder(), needle), "{needle} is still there");
    }
    assert!(holds(place.folder(), "Bea Kept"));
    assert_eq!(store.verify_chain().unwrap(), ChainState::Whole { changes: 47 });
    assert!(store.newest(&formation("baker"), &asha).unwrap().is_empty());
    let history = store.history(&formation("baker"), None, usize::MAX).unwrap();
    assert_eq!(history.iter().filter(|change| change.erased).count(), 40, "that something was said stays");
    for backup in backups(&place.path()).unwrap() {
        check_backup(&backup.path, None).unwrap();
    }
    drop(store);
    let mut store = place.open();
    assert_eq!(store.verify_chain().unwrap(), ChainState::Whole { changes: 47 });

    store.erase(&formation("baker"), Erasing::All).unwrap();
    assert!(!holds(place.folder(), "Bea Kept") && !holds(place.folder(), "Northgate"));
    assert!(store.fields(&formation("baker")).unwrap().is_empty());
    let rest: Vec<_> = store.formations().unwrap().into_iter().map(|row| row.id).collect();
    assert_eq!(rest, [formation("carer")]);
    drop(store);
    assert_eq!(place.open().verify_chain().unwrap(), ChainState::Whole { changes: 47 });
}

#[test]
fn that_a_field_was_cleared_stays_once_it_is_erased() {
    let place = Place::new();
    let mut store = filled(&place);
    let (id, name) = (formation("baker"), path("name"));
    store.append(&id, &act("a5", 50), &[clear("c7", "name")]).unwrap();
    store.back_up(BackupReason::Day, 1).unwrap();
    assert_eq!(store.erase(&id, Erasing::Field(&name)).unwrap().changes, 2);
    assert!(!holds(place.folder(), "Northgate"));
    let newest: Vec<_> =
        store.newest(&id, &name).unwrap().into_iter().map(|one| (one.id, one.value)).collect();
    assert_eq!(newest, [(change("c7"), None)]);
    assert!(store.cleared(Some(&id), "name").unwrap().is_empty(), "there is nothing to bring back");
    drop(store);
    assert_eq!(place.open().verify_chain().unwrap(), ChainState::Whole { changes: 7 });
    for backup in backups(&place.path()).unwrap() {
        check_backup(&backup.path, None).unwrap();
    }
}

#[test]
fn files_in_which_nothing_can_be_erased_are_named() {
    let place = Place::new();
    let store = filled(&place);
    let good = store.back_up(BackupReason::Day, 1).unwrap().unwrap();
    let bad = store.back_up(BackupReason::Day, 2).unwrap().unwrap();
    drop(store);
    let aside = restore(&place.path(), &good.path, None, None).unwrap().unwrap();
    fs::write(&bad.path, b"Northgate in a damaged file").unwrap();
    let erased = place.open().erase(&formation("baker"), Erasing::All).unwrap();
    assert_eq!(erased.left, [bad.path, aside]);
}

#[test]
fn an_erased_person_does_not_come_back_with_another_copy() {
    let place = Place::new();
    let mut store = filled(&place);
    let id = formation("baker");
    let log: Vec<_> = store.history(&id, None, usize::MAX).unwrap().into_iter().rev().collect();
    store.erase(&id, Erasing::Field(&path("name"))).unwrap();
    assert!(store.receive(&id, &log, &Salt::new("s")).unwrap().is_empty());
    assert_eq!(store.field(&id, &path("name")).unwrap(), None);
}

/// A kill or a power cut while a backup was made, or put back, leaves a copy that says everything.
#[test]
fn what_was_cut_short_is_wiped_at_the_next_opening_and_when_something_is_erased() {
    let place = Place::new();
    let mut store = filled(&place);
    let backup = store.back_up(BackupReason::Day, 1).unwrap().unwrap();
    let folder = backup.path.parent().unwrap();
    let ours =
        [folder.join("000002-day-2.store.part"), place.beside(".restoring.part"), place.beside(".part")];
    let others = [folder.join("notes.store.part"), place.beside(".notes.part")];
    let plant = || {
        for path in &ours {
            fs::copy(&backup.path, path).unwrap();
        }
        for path in &others {
            fs::write(path, "Somebody else's").unwrap();
        }
    };
    let are_gone = || ours.iter().all(|path| !path.exists()) && others.iter().all(|path| path.exists());
    plant();
    assert!(matches!(place.try_open(), Err(StoreError::InUse)));
    assert!(ours.iter().all(|path| path.exists()), "whoever has not got the lock wipes nothing");
    let erased = store.erase(&formation("baker"), Erasing::All).unwrap();
    assert_eq!(erased.left, [""; 0].map(std::path::PathBuf::from));
    assert!(!holds(place.folder(), "Northgate"));
    assert!(are_gone());
    drop(store);
    plant();
    drop(place.open());
    assert!(are_gone(), "at the opening");
    assert_eq!(backups(&place.path()).unwrap(), std::slice::from_ref(&backup));
}
