//! A process that is killed while it saves: what it said was saved is there.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use store::{ChainState, Key, Store, StoreError};

use crate::support::{KEY, Place, act, formation, path, set};

const FIELDS: usize = 7;

/// How often the process is killed at least, and how many changes it has acknowledged by then.
fn least() -> (u64, usize) {
    if std::env::var_os("SOAK").is_some() { (200, 10_000) } else { (20, 2_000) }
}

/// The test that a child process is: it saves.
pub const SAVING: &str = "killed::child_saves_for_ever";

/// Saves for ever, or so many times, and says so after each; nothing when run as a test.
#[test]
fn child_saves_for_ever() {
    let Some(store) = std::env::var_os("SAVE_STORE") else { return };
    let round = std::env::var("SAVE_ROUND").unwrap();
    let mut store =
        Store::open(store.as_ref(), std::env::var_os("SAVE_ENCRYPTED").map(|_| Key::new(KEY)).as_ref())
            .unwrap();
    let mut out = std::io::stdout();
    let commits = std::env::var("SAVE_COMMITS").map_or(usize::MAX, |count| count.parse().unwrap());
    for number in 0..commits {
        let (one, other) = (format!("r{round}-{number}-a"), format!("r{round}-{number}-b"));
        let changes = [
            set(&one, &format!("field/{}", number % FIELDS), one.as_str()),
            set(&other, "last", one.as_str()),
        ];
        let written = store.append(&formation("baker"), &act(&one, number as i64), &changes).unwrap();
        assert_eq!(written.len(), 2);
        out.write_all(format!("saved {one} {other}\n").as_bytes()).unwrap();
        out.flush().unwrap();
    }
}

fn start(place: &Place, round: u64) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", SAVING, "--nocapture"])
        .env("SAVE_STORE", place.path())
        .envs(place.key().map(|_| ("SAVE_ENCRYPTED", "1")))
        .env("SAVE_ROUND", round.to_string())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

#[test]
fn what_was_acknowledged_before_a_kill_is_there_after() {
    let (kills, changes) = least();
    kill_while_saving(&Place::new(), kills, changes);
}

#[test]
fn so_it_is_in_an_encrypted_store() {
    let (kills, changes) = least();
    kill_while_saving(&Place::encrypted(), kills / 4, changes / 4);
}

fn kill_while_saving(place: &Place, kills: u64, changes: usize) {
    let mut acknowledged = BTreeSet::new();
    let mut round = 0;
    while round < kills || acknowledged.len() < changes {
        let mut child = start(place, round);
        let mut out = BufReader::new(child.stdout.take().unwrap());
        let mut line = String::new();
        // Into the middle of its saving: not before the first, then after a time that differs by round.
        while !line.starts_with("saved ") {
            line.clear();
            assert!(out.read_line(&mut line).unwrap() > 0, "round {round}: it never saved");
        }
        assert!(matches!(place.try_open(), Err(StoreError::InUse)), "round {round}");
        // Once it was killed often enough, it may save for longer, so that it comes to its number of changes.
        let pause = if round < kills { round * 37 % 90 } else { 100 + round * 37 % 400 };
        std::thread::sleep(Duration::from_millis(pause));
        child.kill().unwrap();
        let before = acknowledged.len();
        loop {
            // A line cut off by the kill was not said.
            if let Some(ids) = line.strip_prefix("saved ").and_then(|ids| ids.strip_suffix('\n')) {
                acknowledged.extend(ids.split(' ').map(str::to_owned));
            }
            line.clear();
            if out.read_line(&mut line).unwrap() == 0 {
                break;
            }
        }
        child.wait().unwrap();
        assert!(acknowledged.len() > before, "round {round}: the kill came too early to show anything");

        // The lock went with the process; the store opens at once.
        let store = place.open();
        let history = store.history(&formation("baker"), None, usize::MAX).unwrap();
        let found: BTreeSet<_> = history.iter().map(|change| change.id.to_string()).collect();
        let lost: Vec<_> = acknowledged.difference(&found).collect();
        assert!(lost.is_empty(), "round {round}: lost {lost:?}");
        assert_eq!(history.len() % 2, 0, "round {round}: half an act");
        assert_eq!(store.verify_chain().unwrap(), ChainState::Whole { changes: history.len() as i64 });
        let last = store.field(&formation("baker"), &path("last")).unwrap();
        assert_eq!(last, history[0].value, "round {round}");
        round += 1;
    }
    println!("{} changes acknowledged over {round} kills, none lost", acknowledged.len());
}
