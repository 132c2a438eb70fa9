//! The disk fails at the n-th call: whatever was acknowledged is there, and nothing is damaged.
//!
//! A child process works on the store. What its disk did is counted: a test whose fault never fired has shown nothing.

#![cfg(target_os = "linux")]

use std::collections::BTreeSet;
use std::io::Write;
use std::path::PathBuf;
use std::process::Command;

use crate::failing_disk;
use crate::support::{KEY, Place, act, fill, formation, path, set};
use store::{
    BackupReason, ChainState, Erasing, Key, Salt, Store, StoreError, backups, check_backup, restore,
};

/// Changes that the child makes.
const CHANGES: usize = 12;

#[derive(Debug, Clone, Copy)]
struct Disk {
    at: usize,
    full: bool,
    sticky: bool,
    half: bool,
}

/// What the child does; nothing when run as a test.
#[test]
fn child_works_on_a_failing_disk() {
    let Some(store_path) = std::env::var_os("FAULT_STORE") else { return };
    let (store_path, what) = (PathBuf::from(store_path), std::env::var("FAULT_WHAT").unwrap());
    let key = std::env::var_os("FAULT_ENCRYPTED").map(|_| Key::new(KEY));
    let mut out = std::io::stdout();
    let mut say = |words: String| {
        out.write_all(format!("{words}\n").as_bytes()).unwrap();
        out.flush().unwrap();
    };
    let done = (|| -> Result<(), StoreError> {
        if what == "restore" {
            let backup = backups(&store_path)?.remove(0);
            restore(&store_path, &backup.path, key.as_ref(), key.as_ref())?;
            return Ok(());
        }
        let mut store = Store::open(&store_path, key.as_ref())?;
        let id = formation("baker");
        match what.as_str() {
            "edit" => {
                let mut failed = None;
                for number in 0..CHANGES {
                    let name = format!("w{number}");
                    // After a failure the app goes on trying.
                    match store.append(&id, &act(&name, 1), &[set(&name, "town", name.as_str())]) {
                        Ok(_) => say(format!("saved {name}")),
                        Err(error) => failed = Some(error),
                    }
                }
                failed.map_or(Ok(()), Err)
            }
            "backup" => store.back_up(BackupReason::Asked, 5).map(|_| ()),
            "receive" => {
                let mut other = Store::in_memory()?;
                let changes: Vec<_> = (0..40).map(|n| set(&format!("r{n}"), &format!("f/{n}"), n)).collect();
                other.append(&id, &act("r", 1), &changes)?;
                let mut log = other.history(&id, None, usize::MAX)?;
                log.reverse();
                store.receive(&id, &log, &Salt::new("s")).map(|_| ())
            }
            "erase" => store.erase(&id, Erasing::Field(&path("name"))).map(|_| ()),
            other => panic!("{other}"),
        }
    })();
    match done {
        Ok(()) => say("told ok".to_owned()),
        Err(error) => say(format!("told error {error}")),
    }
}

/// Returns what the child said, and how many faults fired.
fn run(place: &Place, what: &str, disk: Disk) -> (String, usize) {
    let flag = |on: bool| if on { "1" } else { "0" };
    let mut child = Command::new(std::env::current_exe().unwrap());
    child
        .args(["--exact", "faults::child_works_on_a_failing_disk", "--nocapture"])
        .env("FAULT_STORE", place.path())
        .env("FAULT_WHAT", what)
        .envs(place.key().map(|_| ("FAULT_ENCRYPTED", "1")));
    let settings = [
        ("FAULT_ERROR", if disk.full { "28" } else { "5" }),
        ("FAULT_STICKY", flag(disk.sticky)),
        ("FAULT_SHORT", flag(disk.half)),
    ];
    let (child, fired) = failing_disk::run(&mut child, place.folder(), disk.at, &settings);
    let told = String::from_utf8(child.stdout).unwrap();
    let error = String::from_utf8_lossy(&child.stderr).into_owned();
    assert!(told.contains("told "), "{what}, {disk:?}: it did not end in an orderly way: {told}{error}");
    (told, usize::try_from(fired).unwrap())
}

/// Does something on a disk that fails at one call after the other, in each of eight ways, until the first run that
/// comes to its end without meeting the fault: that one has gone past the last call. Every `every`th call is met,
/// beginning elsewhere for each way; in `make soak` each call. Returns how many runs there were, and how many
/// calls there are.
fn on_each_disk(every: usize, mut work: impl FnMut(Disk) -> bool) -> (usize, usize) {
    let step = if std::env::var_os("SOAK").is_some() { 1 } else { every };
    let (mut runs, mut calls) = (0, 0);
    for kind in 0..8 {
        let flag = |bit: usize| kind & bit != 0;
        let (full, sticky, half) = (flag(1), flag(2), flag(4));
        let reached = |at: &usize| work(Disk { at: *at, full, sticky, half });
        let met: Vec<usize> = (1 + kind % step..).step_by(step).take_while(reached).collect();
        runs += met.len();
        calls = calls.max(met.last().copied().unwrap_or(0));
    }
    (runs, calls)
}

/// The store as it is before: six changes, a backup.
fn prepared(place: Place) -> Place {
    let mut store = place.open();
    fill(&mut store);
    store.back_up(BackupReason::Day, 1).unwrap();
    drop(store);
    place
}

#[test]
fn a_disk_that_fails_while_saving_loses_nothing_that_was_acknowledged() {
    while_saving(Place::new, 13);
}

/// A third of them while saving, a seventh of the rest: it is the same code over other pages.
#[test]
fn a_disk_that_fails_under_an_encrypted_store_loses_nothing_either() {
    while_saving(Place::encrypted, 39);
    during_everything_else(Place::encrypted, 91);
}

fn while_saving(place: fn() -> Place, every: usize) {
    let mut told_runs = 0;
    let (runs, calls) = on_each_disk(every, |disk| {
        let place = prepared(place());
        let (told, fired) = run(&place, "edit", disk);
        told_runs += usize::from(told.contains("told error"));
        let saved: BTreeSet<String> =
            told.lines().filter_map(|line| line.strip_prefix("saved ")).map(str::to_owned).collect();
        let store = place.try_open().unwrap_or_else(|error| panic!("{disk:?}: {error}"));
        let found: BTreeSet<String> = store
            .history(&formation("baker"), None, usize::MAX)
            .unwrap()
            .into_iter()
            .map(|one| one.id.to_string())
            .collect();
        assert!(saved.is_subset(&found), "{disk:?}: lost {:?}", saved.difference(&found));
        assert!(
            ["c1", "c2", "c4", "c5"].iter().all(|id| found.contains(*id)),
            "{disk:?}: lost what was there"
        );
        assert!(matches!(store.verify_chain().unwrap(), ChainState::Whole { .. }), "{disk:?}");
        fired > 0
    });
    println!(
        "saving: {runs} runs on {calls} calls, a fault fired in each, {told_runs} told of it, none lost anything"
    );
    assert!(calls > 100, "saving makes more than {calls} calls");
    assert!(told_runs * 2 > runs, "{told_runs} of {runs} failures were told");
}

#[test]
fn a_disk_that_fails_during_everything_else_leaves_the_store_whole() {
    during_everything_else(Place::new, 13);
}

/// As long as the store still says it, whoever asks again finds it; afterwards the note of it suffices.
#[test]
fn erasing_that_a_disk_cut_short_is_finished() {
    let mut told_runs = 0;
    on_each_disk(13, |disk| {
        let place = prepared(Place::new());
        let (told, fired) = run(&place, "erase", disk);
        if told.contains("told error") {
            told_runs += 1;
            let mut store = place.open();
            let (id, name) = (formation("baker"), path("name"));
            if store.field(&id, &name).unwrap().is_some() {
                store.erase(&id, Erasing::Field(&name)).unwrap();
            } else {
                store.finish_erasing().unwrap();
            }
            assert_eq!(store.finish_erasing().unwrap(), None, "{disk:?}: it is finished");
            drop(store);
            let backup = backups(&place.path()).unwrap().remove(0).path;
            for file in [place.path(), backup] {
                let bytes = std::fs::read(&file).unwrap();
                let is_there = bytes.windows(9).any(|window| window == b"Northgate");
                assert!(!is_there, "{disk:?}: {} still says it", file.display());
            }
        }
        fired > 0
    });
    assert!(told_runs > 4, "{told_runs} failures were told");
}

fn during_everything_else(place: fn() -> Place, every: usize) {
    for what in ["backup", "receive", "erase", "restore"] {
        let (runs, calls) = on_each_disk(every, |disk| {
            let place = prepared(place());
            let before = backups(&place.path()).unwrap();
            let (told, fired) = run(&place, what, disk);
            let store = place.try_open().unwrap_or_else(|error| panic!("{what}, {disk:?}: {error}"));
            assert!(matches!(store.verify_chain().unwrap(), ChainState::Whole { .. }), "{what}, {disk:?}");
            let length = store.length().unwrap();
            let expected = if what == "receive" && told.contains("told ok") { 46 } else { 6 };
            assert!(length == expected || (what == "receive" && length == 46), "{what}, {disk:?}: {length}");
            // A backup that counts as one is good; the earlier one is still there.
            let after = backups(&place.path()).unwrap();
            assert!(before.iter().all(|backup| after.contains(backup)), "{what}, {disk:?}: a backup is gone");
            for backup in after {
                check_backup(&backup.path, place.key())
                    .unwrap_or_else(|error| panic!("{what}, {disk:?}: {error}"));
            }
            fired > 0
        });
        println!("{what}: {runs} runs on {calls} calls, a fault fired in each");
        // Putting back makes the fewest: it renames what is there, and copies.
        assert!(runs > 4, "{what}: the faults fired in {runs} runs only");
    }
}
