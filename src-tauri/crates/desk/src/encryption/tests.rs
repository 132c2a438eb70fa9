//! Encryption as a person meets it, with as little work for the passphrase as there is: what is tested is not that.

use std::fs;
use std::path::{Path, PathBuf};

use super::acts::{change_passphrase_with, new_recovery_code_with, turn_on_with};
use super::*;
use crate::host::tests::Clock;
use crate::recovery;
use crate::{Begin, Desk, Failure, FailureCode, Places};

pub(super) const WORK: u8 = 2;
pub(super) const PASSPHRASE: &str = "Four legs Good";
pub(super) const CODE: &str = "one two three four five six seven eight";

pub(super) struct Computer {
    folder: tempfile::TempDir,
    clock: Clock,
}

impl Computer {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap(), clock: Clock::default() }
    }

    /// One with a co-op and a backup.
    pub(super) fn with_a_coop() -> Self {
        let computer = Self::new();
        let mut desk = computer.open(None).unwrap();
        let begin = Begin {
            coop_type: "worker".to_owned(),
            form: "clg".to_owned(),
            nation: "england".to_owned(),
            name: "Northgate Needlework".to_owned(),
        };
        desk.begin(&begin).unwrap();
        desk.back_up().unwrap();
        drop(desk);
        computer
    }

    pub(super) fn places(&self) -> Places {
        Places { store: self.folder.path().join("store") }
    }

    fn open(&self, secret: Option<&Secret>) -> Result<Desk, Failure> {
        let access = Access::find(&self.places(), secret)?;
        Desk::open_with(&self.places(), Box::new(self.clock.clone()), &access)
    }

    fn encrypt(&self) -> Result<Vec<PathBuf>, Failure> {
        turn_on_with(&self.places(), &self.clock, PASSPHRASE, CODE, WORK)
    }

    fn names(&self, secret: Option<&Secret>) -> Vec<String> {
        let view = self.open(secret).unwrap().desk_view().unwrap();
        view.formations.into_iter().map(|row| row.name).collect()
    }

    fn can_be_read(&self) -> bool {
        holds(self.folder.path(), "Northgate") || holds(self.folder.path(), "formation")
    }
}

fn holds(folder: &Path, needle: &str) -> bool {
    fs::read_dir(folder).unwrap().any(|entry| {
        let path = entry.unwrap().path();
        if path.is_dir() {
            return holds(&path, needle);
        }
        fs::read(path).unwrap().windows(needle.len()).any(|window| window == needle.as_bytes())
    })
}

pub(super) fn passphrase(words: &str) -> Secret {
    Secret::Passphrase(words.to_owned())
}

pub(super) fn code(words: &str) -> Secret {
    Secret::RecoveryCode(words.to_owned())
}

#[test]
fn a_locked_store_opens_with_its_passphrase_or_its_recovery_code_alone() {
    let computer = Computer::with_a_coop();
    assert!(computer.can_be_read(), "the search must be able to find the words");
    assert!(computer.encrypt().unwrap().is_empty());
    assert!(is_on(&computer.places()).unwrap());
    assert!(!computer.can_be_read());
    for secret in [
        passphrase(PASSPHRASE),
        passphrase(" Four legs Good\n"),
        code(" ONE two three  four five six seven eight "),
    ] {
        assert_eq!(computer.names(Some(&secret)), ["Northgate Needlework"]);
        assert!(!computer.can_be_read());
    }
    let before = fs::read(computer.places().store.join("toad-lane.store")).unwrap();
    let wrong = [
        (None, "locked"),
        (Some(passphrase("four legs good")), "not the passphrase"),
        (Some(passphrase(CODE)), "not the passphrase"),
        (Some(passphrase("")), "not the passphrase"),
        (Some(code(PASSPHRASE)), "not the recovery code"),
        (Some(code("one two three four five six seven nine")), "not the recovery code"),
    ];
    for (secret, says) in wrong {
        let failure = computer.open(secret.as_ref()).err().unwrap();
        assert_eq!(failure.code, FailureCode::Locked);
        assert!(failure.sentence.contains(says), "{failure}");
        assert!(fs::read(computer.places().store.join("toad-lane.store")).unwrap() == before);
    }
    let desk = computer.open(Some(&passphrase(PASSPHRASE))).unwrap();
    assert!(desk.is_encrypted());
    drop(desk);
    assert_eq!(computer.open(None).err().unwrap().code, FailureCode::Locked);
}

#[test]
fn what_opens_it_can_be_changed_without_touching_the_store() {
    let computer = Computer::with_a_coop();
    computer.encrypt().unwrap();
    let store = computer.places().store.join("toad-lane.store");
    let before = fs::read(&store).unwrap();
    let places = computer.places();
    let wrong = change_passphrase_with(&places, &passphrase("wrong wrong"), "Two legs better", WORK);
    assert_eq!(wrong.unwrap_err().code, FailureCode::Locked);
    let short = change_passphrase_with(&places, &passphrase(PASSPHRASE), "short", WORK).unwrap_err();
    assert_eq!(short.field.as_deref(), Some("passphrase"));
    // With the recovery code, for a passphrase that is lost.
    change_passphrase_with(&places, &code(CODE), "Two legs better", WORK).unwrap();
    assert!(computer.open(Some(&passphrase(PASSPHRASE))).is_err());
    let new_code = suggest_recovery_code(&computer.clock);
    assert_eq!(new_code.split(' ').count(), 8);
    new_recovery_code_with(&places, &passphrase("Two legs better"), &new_code, WORK).unwrap();
    assert!(computer.open(Some(&code(CODE))).is_err());
    assert!(fs::read(&store).unwrap() == before, "the store is as it was");
    for secret in [passphrase("Two legs better"), code(&new_code)] {
        assert_eq!(computer.names(Some(&secret)), ["Northgate Needlework"]);
    }
}

#[test]
fn encryption_comes_off_again() {
    let computer = Computer::with_a_coop();
    computer.encrypt().unwrap();
    assert!(turn_off(&computer.places(), &passphrase("wrong wrong")).is_err());
    assert!(!computer.can_be_read());
    assert!(turn_off(&computer.places(), &passphrase(PASSPHRASE)).unwrap().is_empty());
    assert!(!is_on(&computer.places()).unwrap());
    assert_eq!(computer.names(None), ["Northgate Needlework"]);
    assert!(turn_off(&computer.places(), &passphrase(PASSPHRASE)).is_err());
    let view = computer.open(None).unwrap().backups_view().unwrap();
    assert!(view.iter().all(|row| row.changes.is_some()), "{view:?}");
}

#[test]
fn turning_on_and_off_is_refused_with_a_reason() {
    let computer = Computer::with_a_coop();
    let on = |words: &str, code: &str| {
        turn_on_with(&computer.places(), &computer.clock, words, code, WORK).unwrap_err()
    };
    assert!(on("short", CODE).sentence.contains("too short"));
    assert_eq!(on(PASSPHRASE, "one two").field.as_deref(), Some("recovery-code"));
    let desk = computer.open(None).unwrap();
    assert_eq!(on(PASSPHRASE, CODE).code, FailureCode::InUse);
    drop(desk);
    assert!(!is_on(&computer.places()).unwrap(), "nothing was begun");
    computer.encrypt().unwrap();
    assert!(on(PASSPHRASE, CODE).sentence.contains("already"));
    let desk = computer.open(Some(&passphrase(PASSPHRASE))).unwrap();
    assert_eq!(turn_off(&computer.places(), &passphrase(PASSPHRASE)).unwrap_err().code, FailureCode::InUse);
    drop(desk);
    assert_eq!(computer.names(Some(&passphrase(PASSPHRASE))), ["Northgate Needlework"]);
}

/// Killed after the key file was written, or after the store and before the backups, on the way in and back.
#[test]
fn what_was_cut_short_is_finished_by_the_next_opening() {
    let made = Computer::with_a_coop();
    let folder = made.places().store;
    let plain = fs::read(folder.join("toad-lane.store")).unwrap();
    let backup = fs::read_dir(folder.join("backups")).unwrap().next().unwrap().unwrap().path();
    let plain_backup = fs::read(&backup).unwrap();
    made.encrypt().unwrap();
    let sealed = fs::read(folder.join("toad-lane.store")).unwrap();
    let sealed_backup = fs::read(&backup).unwrap();
    let key_file = fs::read_to_string(folder.join("toad-lane.key")).unwrap();
    let leaving = key_file.replace("\"encrypted\"", "\"plain\"");
    assert_ne!(leaving, key_file);
    for key_file in [&key_file, &leaving] {
        for (store, copy) in [
            (&plain, &plain_backup),
            (&sealed, &plain_backup),
            (&sealed, &sealed_backup),
            (&plain, &sealed_backup),
        ] {
            let computer = Computer::new();
            let folder = computer.places().store;
            fs::create_dir_all(folder.join("backups")).unwrap();
            fs::write(folder.join("toad-lane.store"), store).unwrap();
            fs::write(folder.join("backups").join(backup.file_name().unwrap()), copy).unwrap();
            fs::write(folder.join("toad-lane.key"), key_file).unwrap();
            assert_eq!(computer.open(None).err().unwrap().code, FailureCode::Locked);
            assert_eq!(computer.names(Some(&passphrase(PASSPHRASE))), ["Northgate Needlework"]);
            let is_back = *key_file == leaving;
            assert_eq!(computer.can_be_read(), is_back);
            assert_eq!(is_on(&computer.places()).unwrap(), !is_back);
            assert_eq!(folder.join("toad-lane.key-copy").exists(), !is_back);
            let secret = (!is_back).then(|| passphrase(PASSPHRASE));
            let view = computer.open(secret.as_ref()).unwrap().backups_view().unwrap();
            assert!(view.iter().all(|row| row.changes.is_some()), "{view:?}");
        }
    }
}

#[test]
fn a_lost_or_damaged_key_file_is_made_good_by_its_copy() {
    let computer = Computer::with_a_coop();
    computer.encrypt().unwrap();
    let [file, copy] = ["toad-lane.key", "toad-lane.key-copy"].map(|name| computer.places().store.join(name));
    let whole = fs::read(&file).unwrap();
    for (damaged, other) in [(&file, &copy), (&copy, &file)] {
        for damage in [None, Some(&b"{}"[..]), Some(&whole[..whole.len() / 2])] {
            match damage {
                None => fs::remove_file(damaged).unwrap(),
                Some(bytes) => fs::write(damaged, bytes).unwrap(),
            }
            assert_eq!(computer.names(Some(&passphrase(PASSPHRASE))), ["Northgate Needlework"]);
            assert!(fs::read(damaged).unwrap() == whole && fs::read(other).unwrap() == whole);
        }
    }
    fs::write(&file, b"x").unwrap();
    fs::write(&copy, b"x").unwrap();
    let failure = computer.open(Some(&passphrase(PASSPHRASE))).err().unwrap();
    assert!(failure.sentence.contains("key"), "{failure}");
}

#[test]
fn a_backup_on_a_stick_is_encrypted_and_opens_elsewhere_with_its_key_file() {
    let (computer, stick) = (Computer::with_a_coop(), tempfile::tempdir().unwrap());
    computer.encrypt().unwrap();
    let secret = passphrase(PASSPHRASE);
    let file = computer.open(Some(&secret)).unwrap().back_up_to(stick.path()).unwrap();
    assert!(!holds(stick.path(), "Northgate"));
    let other = Computer::new();
    let places = other.places();
    let access = Access::find(&places, None).unwrap();
    let refused = recovery::restore_file(&places, &access, &file, None).unwrap_err();
    assert_eq!(refused.code, FailureCode::Locked);
    assert!(recovery::restore_file(&places, &access, &file, Some(&passphrase("wrong wrong"))).is_err());
    recovery::restore_file(&places, &access, &file, Some(&code(CODE))).unwrap();
    assert_eq!(other.names(None), ["Northgate Needlework"]);
    // And at home it needs nothing more.
    let access = Access::find(&computer.places(), Some(&secret)).unwrap();
    recovery::restore_file(&computer.places(), &access, &file, None).unwrap();
    assert_eq!(computer.names(Some(&secret)), ["Northgate Needlework"]);
    assert!(!computer.can_be_read());
}

#[test]
fn a_damaged_encrypted_store_goes_down_the_same_ladder() {
    let computer = Computer::with_a_coop();
    computer.encrypt().unwrap();
    let secret = passphrase(PASSPHRASE);
    let (places, clock) = (computer.places(), computer.clock.clone());
    let path = places.store.join("toad-lane.store");
    let mut bytes = fs::read(&path).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&path, bytes).unwrap();
    // Without the passphrase nobody is told that it is damaged: nobody could know.
    assert_eq!(computer.open(None).err().unwrap().code, FailureCode::Locked);
    assert_eq!(computer.open(Some(&secret)).err().unwrap().code, FailureCode::Damaged);
    let access = Access::find(&places, Some(&secret)).unwrap();
    let view = recovery::recovery_view(&places, &clock, &access).unwrap();
    assert_eq!(view.wrong.unwrap().code, FailureCode::Damaged);
    assert_eq!(view.backups.len(), 1);
    recovery::salvage(&places, &clock, &access, false).unwrap();
    assert_eq!(computer.names(Some(&secret)), ["Northgate Needlework"]);
    assert!(!computer.can_be_read());
}
