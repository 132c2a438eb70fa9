//! Killed at any call to the system while a passphrase is set, changed or taken off: nothing is lost, nothing that was
//! encrypted can be read without it, and whoever opens the store next finishes what was begun.
//!
//! A child process does it, with a library between it and the disk that kills it at the n-th call. Between two calls
//! nothing changes on the disk. Each run proves that it was killed; the first that was not has gone past the last call.

// What clippy.toml allows in tests does not reach their helpers.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout)]

use std::fs;
use std::io::Write;
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use store::{ChainState, Store, backups, check_backup};
use tempfile::TempDir;

use super::acts::{change_passphrase_with, new_recovery_code_with, turn_on_with};
use super::tests::{CODE, Computer, PASSPHRASE, WORK, code, passphrase};
use super::*;
use crate::host::tests::Clock;
use crate::ledger::store_file;
use crate::{FailureCode, Places};

#[path = "../../../store/tests/store/failing_disk.rs"]
mod failing_disk;

const NEW_PASSPHRASE: &str = "Two legs better";
const NEW_CODE: &str = "nine ten eleven twelve thirteen fourteen fifteen sixteen";

/// What somebody does about the passphrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Deed {
    Set,
    Change,
    NewCode,
    TakeOff,
    /// Opening a store on which something was cut short, which finishes it.
    FinishSetting,
    FinishTakingOff,
}

impl Deed {
    const ALL: [Self; 6] =
        [Self::Set, Self::Change, Self::NewCode, Self::TakeOff, Self::FinishSetting, Self::FinishTakingOff];

    fn do_it(self, places: &Places) -> Result<(), crate::Failure> {
        let secret = passphrase(PASSPHRASE);
        match self {
            Self::Set => turn_on_with(places, &Clock::default(), PASSPHRASE, CODE, WORK).map(drop),
            Self::Change => change_passphrase_with(places, &secret, NEW_PASSPHRASE, WORK),
            Self::NewCode => new_recovery_code_with(places, &secret, NEW_CODE, WORK),
            Self::TakeOff => turn_off(places, &secret).map(drop),
            Self::FinishSetting | Self::FinishTakingOff => Access::find(places, Some(&secret)).map(drop),
        }
    }

    /// The files before it, by their names in the store's folder.
    fn before(self) -> &'static [(String, Vec<u8>)] {
        static PLAIN: OnceLock<Vec<(String, Vec<u8>)>> = OnceLock::new();
        static LOCKED: OnceLock<Vec<(String, Vec<u8>)>> = OnceLock::new();
        static BEGUN: OnceLock<Vec<(String, Vec<u8>)>> = OnceLock::new();
        static LEAVING: OnceLock<Vec<(String, Vec<u8>)>> = OnceLock::new();
        let plain = || PLAIN.get_or_init(|| files(&Computer::with_a_coop().places().store));
        let locked = || {
            LOCKED.get_or_init(|| {
                let folder = put_down(plain());
                Self::Set.do_it(&places(&folder)).unwrap();
                files(&places(&folder).store)
            })
        };
        let key_file = || locked().iter().find(|(name, _)| name == "toad-lane.key").unwrap();
        match self {
            Self::Set => plain(),
            Self::Change | Self::NewCode | Self::TakeOff => locked(),
            // The key file alone was written; so it is with the other, where it says what is meant.
            Self::FinishSetting => BEGUN.get_or_init(|| [plain(), &[key_file().clone()][..]].concat()),
            Self::FinishTakingOff => LEAVING.get_or_init(|| {
                let of = |(name, bytes): &(String, Vec<u8>)| {
                    let text = String::from_utf8(bytes.clone()).ok().filter(|_| name == "toad-lane.key");
                    let bytes =
                        text.map_or(bytes.clone(), |text| text.replace("encrypted", "plain").into_bytes());
                    (name.clone(), bytes)
                };
                locked().iter().map(of).collect()
            }),
        }
    }
}

fn places(folder: &TempDir) -> Places {
    Places { store: folder.path().join("store") }
}

fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        if path.is_dir() {
            found.extend(files(&path).into_iter().map(|(inner, bytes)| (format!("{name}/{inner}"), bytes)));
        } else {
            found.push((name, fs::read(path).unwrap()));
        }
    }
    found
}

fn put_down(files: &[(String, Vec<u8>)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir_all(places(&folder).store.join("backups")).unwrap();
    for (name, bytes) in files {
        fs::write(places(&folder).store.join(name), bytes).unwrap();
    }
    folder
}

/// What the child does; nothing when run as a test.
#[test]
fn child_does_something_about_the_passphrase() {
    let Some(store) = std::env::var_os("KILLED_STORE").map(PathBuf::from) else { return };
    let deed = std::env::var("KILLED_DEED").unwrap();
    let deed = Deed::ALL.into_iter().find(|other| format!("{other:?}") == deed).unwrap();
    deed.do_it(&Places { store }).unwrap();
    std::io::stdout().write_all(b"done\n").unwrap();
}

/// Does it, and is killed at the n-th call, of which half may be written before. Whether there was such a call.
fn killed(deed: Deed, folder: &TempDir, at: usize, half: bool) -> bool {
    let mut child = Command::new(std::env::current_exe().unwrap());
    child
        .args(["--exact", "encryption::killed::child_does_something_about_the_passphrase", "--nocapture"])
        .env("KILLED_STORE", places(folder).store)
        .env("KILLED_DEED", format!("{deed:?}"));
    let settings = [("FAULT_KILL", "1"), ("FAULT_SHORT", if half { "1" } else { "0" })];
    let (child, fired) = failing_disk::run(&mut child, folder.path(), at, &settings);
    let said = String::from_utf8_lossy(&child.stdout).into_owned();
    if fired == 0 {
        let error = String::from_utf8_lossy(&child.stderr).into_owned();
        assert!(child.status.success() && said.contains("done"), "{deed:?} at {at}: {said}{error}");
        return false;
    }
    assert_eq!((child.status.signal(), fired), (Some(9), 1), "{deed:?} at {at}: it was not killed");
    true
}

/// Whether a word of the co-op, or of the store's tables, stands in a file of the folder.
fn can_be_read(folder: &TempDir) -> bool {
    let holds = |bytes: &[u8], word: &str| bytes.windows(word.len()).any(|window| window == word.as_bytes());
    files(folder.path()).iter().any(|(_, bytes)| holds(bytes, "Northgate") || holds(bytes, "formation"))
}

/// Opens the store with what should open it: everything is there, in the store and in its backup.
fn is_whole(folder: &TempDir, secret: Option<&Secret>, when: &str) {
    let places = places(folder);
    let access = Access::find(&places, secret).unwrap_or_else(|failure| panic!("{when}: {failure}"));
    let store = Store::open(&store_file(&places.store), access.key())
        .unwrap_or_else(|error| panic!("{when}: {error}"));
    let ChainState::Whole { changes } = store.verify_chain().unwrap() else { panic!("{when}: broken") };
    assert!(changes > 0 && store.length().unwrap() == changes, "{when}: {changes}");
    let kept = backups(&store_file(&places.store)).unwrap();
    assert_eq!(kept.len(), 1, "{when}");
    let in_backup =
        check_backup(&kept[0].path, access.key()).unwrap_or_else(|error| panic!("{when}: {error}"));
    assert_eq!(in_backup, changes, "{when}: the backup");
}

/// The store opens with whatever opened it before or was to open it, and what was begun can be done. Returns whether
/// it was as after the deed.
fn holds(deed: Deed, folder: &TempDir, when: &str) -> bool {
    let places = places(folder);
    let (old, new) = (passphrase(PASSPHRASE), passphrase(NEW_PASSPHRASE));
    let (old_code, new_code) = (code(CODE), code(NEW_CODE));
    let opens = |secret: &Secret| Access::find(&places, Some(secret)).is_ok();
    let refused =
        || Access::find(&places, None).err().map(|failure| failure.code) == Some(FailureCode::Locked);
    match deed {
        Deed::Set | Deed::TakeOff | Deed::FinishSetting | Deed::FinishTakingOff => {
            let is_locked = is_on(&places).unwrap();
            if is_locked {
                assert!(refused(), "{when}: it opens without the passphrase");
                // By the paper, and then by the passphrase, unless the first took the encryption off.
                is_whole(folder, Some(&old_code), when);
            }
            let is_locked = is_on(&places).unwrap();
            is_whole(folder, is_locked.then_some(&old), when);
            assert_eq!(can_be_read(folder), !is_locked, "{when}: after it was opened");
            let is_done = is_locked == matches!(deed, Deed::Set | Deed::FinishSetting);
            if !is_done {
                deed.do_it(&places).unwrap_or_else(|failure| panic!("{when}, again: {failure}"));
                is_whole(folder, (!is_locked).then_some(&old), &format!("{when}, again"));
            }
            is_done
        }
        Deed::Change | Deed::NewCode => {
            let (one, other, kept) = match deed {
                Deed::Change => (&old, &new, &old_code),
                _ => (&old_code, &new_code, &old),
            };
            assert!(refused() && !can_be_read(folder), "{when}: it can be read without the passphrase");
            let is_done = opens(other);
            assert_ne!(opens(one), is_done, "{when}: the old and the new, or neither");
            is_whole(folder, Some(kept), when);
            is_whole(folder, Some(if is_done { other } else { one }), when);
            assert!(!can_be_read(folder), "{when}: after it was opened");
            is_done
        }
    }
}

/// Every call of the deeds that write the key file alone, every 97th of those that write the store anew. In `make soak`
/// every call of all, and each write also half done.
#[test]
fn whatever_is_done_about_a_passphrase_can_be_killed_at_any_call() {
    let is_soak = std::env::var_os("SOAK").is_some();
    for (number, deed) in Deed::ALL.into_iter().enumerate() {
        let is_short = matches!(deed, Deed::Change | Deed::NewCode);
        let step = if is_soak || is_short { 1 } else { 97 };
        let (mut runs, mut done, mut last) = (0, 0, 0);
        'calls: for at in (1 + number % step..).step_by(step) {
            let halves = if is_soak { vec![false, true] } else { vec![at % 2 == 0] };
            for half in halves {
                let folder = put_down(deed.before());
                if !killed(deed, &folder, at, half) {
                    break 'calls;
                }
                done +=
                    usize::from(holds(deed, &folder, &format!("{deed:?} killed at call {at}, half: {half}")));
                (runs, last) = (runs + 1, at);
            }
        }
        println!("{deed:?}: killed in {runs} runs up to call {last}; done afterwards in {done}");
        assert!(runs > 3 && done > 0, "{deed:?}: killed in {runs} runs, done afterwards in {done}");
    }
}
