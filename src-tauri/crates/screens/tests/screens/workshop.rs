//! A day of work in one window: it takes no more memory in the evening than in the morning, the store's log stays short,
//! and nothing is refused.
//!
//! In a process of its own, because memory is counted by process and other tests run beside this one.

#![cfg(target_os = "linux")]

use std::fs;
use std::path::Path;
use std::process::Command;

use screens::{Ask, Reply};

use crate::stage::{Stage, event, region};

/// The test that the process of its own is.
const WORKING: &str = "workshop::child_works_all_day";
/// In kilobytes, as the kernel counts them.
const MOST_GROWTH: u64 = 50_000;
const LONGEST_LOG: u64 = 8_000_000;

/// How many edits, and after how many of them something is handed on.
fn day() -> (usize, usize) {
    if std::env::var_os("SOAK").is_some() { (20_000, 100) } else { (60, 30) }
}

/// Works; nothing when run as a test.
#[test]
fn child_works_all_day() {
    let Some(folder) = std::env::var_os("WORKSHOP") else { return };
    work(Path::new(&folder));
}

/// Somebody at work.
struct Worker<'a> {
    stage: Stage,
    id: String,
    folder: &'a Path,
}

impl Worker<'_> {
    fn at(&self, screen: &str) -> String {
        format!("f/{}/{screen}", self.id)
    }

    fn look(&mut self, screen: &str) {
        let at = self.at(screen);
        let reply = self.stage.go(&at);
        was_done(&reply, &at);
    }

    fn act(&mut self, screen: &str, act: &str, fields: &[(&str, &str)]) {
        let reply = self.stage.act(&self.at(screen), act, fields);
        was_done(&reply, &format!("{screen}, {act}"));
    }

    /// One edit, of another kind each time.
    fn edit(&mut self, number: usize) {
        let words =
            format!("We bake bread, and have talked of it {number} times. {}", "Bread. ".repeat(number % 20));
        match number % 5 {
            0 => self.act("question/purpose", "answer", &[("text", &words), ("status", "proposed")]),
            1 => self.act("rule/quorum", "save", &[("heading", "Quorum"), ("text", &words), ("why", "")]),
            2 => self.act("person/asha", "save", &[("first", "Asha"), ("last", &format!("Patel-{number}"))]),
            3 => self.act("question/objects", "answer", &[("lines", &words), ("status", "agreed")]),
            _ => self.act("history", "undo", &[]),
        }
    }

    /// A pack, or a whole file with its five words, into a folder that is emptied after.
    fn hand_on(&mut self, number: usize) {
        let (screen, act) =
            if number.is_multiple_of(2) { ("pack", "export-draft") } else { ("hand-on", "export-full") };
        let reply = self.stage.act(&self.at(screen), act, &[]);
        assert!(matches!(reply.ask, Some(Ask::Folder { .. })), "{screen} asks for no folder");
        let out = self.folder.join("out");
        fs::create_dir(&out).unwrap();
        let made = self.stage.screens.chosen(event(&self.at(screen), act, &[]), Some(&out));
        was_done(&made, act);
        assert_eq!(fs::read_dir(&out).unwrap().count(), 1, "{act}");
        fs::remove_dir_all(&out).unwrap();
    }
}

fn was_done(reply: &Reply, what: &str) {
    assert!(!reply.title.starts_with("Error"), "{what}: {}", region(reply, "main"));
}

fn work(folder: &Path) {
    let (edits, between) = day();
    let store = folder.join("store");
    let mut stage = Stage::new(&store);
    let id = stage.example("northgate-bakers");
    let mut worker = Worker { stage, id, folder };
    let (mut morning, mut longest, mut handed_on) = (0, 0, 0);
    for number in 1..=edits {
        worker.edit(number);
        if number.is_multiple_of(20) {
            ["tasks", "rules", "checks", "people", "pack", "history"]
                .iter()
                .for_each(|screen| worker.look(screen));
        }
        if number.is_multiple_of(between) {
            worker.hand_on(handed_on);
            handed_on += 1;
            longest = longest.max(fs::metadata(store.join("toad-lane.store-wal")).map_or(0, |log| log.len()));
            // Everything was done once: what is kept for a next time is kept by now.
            if handed_on <= 2 {
                morning = memory();
            }
        }
        if number.is_multiple_of(1_000) {
            println!("{number} edits, {} kB", memory());
        }
    }
    let grown = memory().saturating_sub(morning);
    println!(
        "{edits} edits, {handed_on} handed on: grew by {grown} kB from {morning}; the log has {longest} bytes"
    );
    assert!(handed_on >= 2 && morning > 0 && longest > 0);
    assert!(grown < MOST_GROWTH, "it grew by {grown} kB");
    assert!(longest < LONGEST_LOG, "the log has {longest} bytes");
}

/// The memory that this process has now, in kilobytes.
fn memory() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap();
    line.trim().strip_suffix(" kB").unwrap().parse().unwrap()
}

#[test]
fn a_day_of_work_takes_no_more_memory_in_the_evening_than_in_the_morning() {
    let folder = tempfile::tempdir().unwrap();
    let child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", WORKING, "--nocapture"])
        .env("WORKSHOP", folder.path())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&child.stdout);
    println!("{said}");
    assert!(child.status.success(), "{said}{}", String::from_utf8_lossy(&child.stderr));
    assert!(said.contains("grew by"), "it never came to the evening: {said}");
}
