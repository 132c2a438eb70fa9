//! What is acknowledged has been told to the disk: between the last write of a commit and the word that it is saved there
//! is a sync of the file that was written. The system's own list of calls says so, not the store.

#![cfg(target_os = "linux")]

use std::collections::BTreeSet;
use std::fs;
use std::process::Command;

use crate::killed::SAVING;
use crate::support::Place;

/// Changes that the child saves, two in an act.
const COMMITS: usize = 200;

/// What a list of calls shows, one a line as strace writes them with the paths of files.
#[derive(Debug, Default, PartialEq, Eq)]
struct Order {
    /// How often something was called saved.
    said: usize,
    /// How often a file of the store was synchronised.
    synced: usize,
    /// Files that had unsynchronised writes when something was called saved, with the line.
    unsynced: Vec<String>,
}

impl Order {
    fn of(calls: &str, store: &str) -> Self {
        let mut order = Self::default();
        let mut written: BTreeSet<String> = BTreeSet::new();
        // A call that another thread cut in two: what it was about stands in its first half.
        let mut begun: Vec<(String, String)> = Vec::new();
        for line in calls.lines() {
            let (process, call) = line.split_once(' ').unwrap_or_default();
            let call = call.trim_start();
            let whole = if let Some(first) = call.strip_suffix("<unfinished ...>") {
                begun.push((process.to_owned(), first.to_owned()));
                // A write counts from its beginning, a sync from its end.
                if first.contains("sync(") {
                    continue;
                }
                first.to_owned()
            } else if call.starts_with("<...") {
                let Some(at) = begun.iter().position(|(one, _)| one == process) else { continue };
                let (_, first) = begun.remove(at);
                if !first.contains("sync(") {
                    continue;
                }
                format!("{first}{}", call.split_once('>').unwrap_or_default().1)
            } else {
                call.to_owned()
            };
            order.take(&whole, store, &mut written);
        }
        order
    }

    fn take(&mut self, call: &str, store: &str, written: &mut BTreeSet<String>) {
        let path = call.split_once('<').and_then(|(_, rest)| rest.split_once('>')).map(|(path, _)| path);
        // The index beside the log is made anew from it.
        let file = path.filter(|path| path.starts_with(store) && !path.ends_with("-shm"));
        if call.starts_with("write(") && call.contains("\"saved ") {
            self.said += 1;
            self.unsynced.extend(written.iter().map(|file| format!("{file} before {call}")));
        } else if let Some(file) = file {
            if call.contains("sync(") && call.ends_with("= 0") {
                self.synced += 1;
                written.remove(file);
            } else if call.contains("write") {
                written.insert(file.to_owned());
            }
        }
    }
}

#[test]
fn nothing_is_called_saved_before_its_file_is_synchronised() {
    let place = Place::new();
    drop(place.open());
    let calls = place.folder().join("calls.txt");
    let child = Command::new("strace")
        .args(["--follow-forks", "--quiet=all", "--decode-fds=path", "--string-limit=64"])
        .args(["--trace=write,pwrite64,writev,pwritev,fsync,fdatasync,sync_file_range", "--output"])
        .arg(&calls)
        .arg(std::env::current_exe().unwrap())
        .args(["--exact", SAVING, "--nocapture"])
        .env("SAVE_STORE", place.path())
        .env("SAVE_ROUND", "0")
        .env("SAVE_COMMITS", COMMITS.to_string())
        .output()
        .unwrap();
    assert!(child.status.success(), "{}", String::from_utf8_lossy(&child.stderr));
    let calls = fs::read_to_string(calls).unwrap();
    let order = Order::of(&calls, place.path().to_str().unwrap());
    println!("{} commits, {} syncs", order.said, order.synced);
    assert_eq!(order.said, COMMITS);
    assert!(order.synced >= COMMITS, "{} syncs for {COMMITS} commits", order.synced);
    assert_eq!(order.unsynced, Vec::<String>::new());
}

/// That the list is read rightly: with what a store that does not wait would leave in it.
#[test]
fn a_word_before_the_sync_is_seen_in_the_list() {
    let write = "7 pwrite64(4</d/s-wal>, \"..\", 4096, 0) = 4096\n";
    let sync = "7 fdatasync(4</d/s-wal>)            = 0\n";
    let said = "7 write(1<pipe:[1]>, \"saved a b\\n\", 10) = 10\n";
    let cases = [
        ([write, sync, said].concat(), 1, 0),
        ([write, said, sync].concat(), 1, 1),
        ([write, sync, write, said].concat(), 1, 1),
        ([write, "7 fdatasync(4</d/s-wal>) = -1 EIO (Input/output error)\n", said].concat(), 1, 1),
        ([write, "7 fsync(5</d/other>) = 0\n", said].concat(), 1, 1),
        (
            [
                write,
                "7 fdatasync(4</d/s-wal> <unfinished ...>\n",
                "8 write(1<pipe:[1]>, \"running\\n\", 8) = 8\n",
                "7 <... fdatasync resumed>) = 0\n",
                said,
            ]
            .concat(),
            1,
            0,
        ),
        (
            [
                write,
                "7 fdatasync(4</d/s-wal> <unfinished ...>\n",
                "9 write(1<pipe:[1]>, \"saved a b\\n\", 10) = 10\n",
            ]
            .concat(),
            1,
            1,
        ),
        (["7 pwrite64(4</d/s-shm>, \"..\", 8, 0) = 8\n", said].concat(), 1, 0),
    ];
    for (calls, said, unsynced) in cases {
        let order = Order::of(&calls, "/d/s");
        assert_eq!((order.said, order.unsynced.len()), (said, unsynced), "{calls}");
    }
}
