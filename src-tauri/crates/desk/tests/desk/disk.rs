//! A disk that fills up, cannot be written or is taken away while the desk is open, and copies that are cut short: what
//! was acknowledged is there, what was there before stays whole, and the failure says what to do.
//!
//! Real disks in a mount namespace of a child process: permissions would prove nothing to root. Where a process has to
//! be killed or a call to fail, the library of the store's own tests stands between.

#![cfg(target_os = "linux")]

use std::fs::{self, File};
use std::io::Write;
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use desk::exchange::{Coop, ExportKind};
use desk::{Answer, Desk, Failure, FailureCode, PackKind, Places};

use crate::failing_disk;
use crate::support::{Clock, Computer, begin, text};

/// A disk, the desk on it, and a folder to hand things on from.
struct Bench {
    disk: PathBuf,
    clock: Clock,
}

impl Bench {
    fn new(disk: &Path) -> Self {
        fs::create_dir_all(disk.join("out")).unwrap();
        Self { disk: disk.to_owned(), clock: Computer::new("a").clock }
    }

    fn out(&self) -> PathBuf {
        self.disk.join("out")
    }

    fn file(&self) -> PathBuf {
        self.out().join("northgate.coop")
    }

    fn try_open(&self) -> Result<Desk, Failure> {
        Desk::open(&Places { store: self.disk.join("store") }, Box::new(self.clock.clone()))
    }

    /// A desk with a co-op, a backup, a copy in the folder and a file of it.
    fn begun(&self) -> (Desk, String) {
        let mut desk = self.try_open().unwrap();
        let id = begin(&mut desk, "Northgate");
        desk.back_up().unwrap();
        desk.back_up_to(&self.out()).unwrap();
        desk.export(&id, &self.file(), ExportKind::Text).unwrap();
        (desk, id)
    }

    /// Nothing half is anywhere under a name of its own, and what was there is whole.
    fn is_whole(&self, when: &str) {
        let file = Coop::from_file(&self.file(), None);
        assert!(matches!(file, Ok(Coop::Text { .. })), "{when}: the file that was there: {file:?}");
        for path in below(&self.disk) {
            let name = path.file_name().unwrap().to_string_lossy();
            if name.ends_with(".store") && name != "toad-lane.store" {
                let good = store::check_backup(&path, None);
                assert!(good.is_ok(), "{when}: {}: {good:?}", path.display());
            }
            if name == "manifest.json" && !path.to_string_lossy().contains(".part") {
                assert_eq!(desk::pack::verify(path.parent().unwrap()).unwrap(), [], "{when}");
            }
        }
    }

    fn nothing_unfinished(&self, when: &str) {
        let left: Vec<PathBuf> =
            below(&self.disk).into_iter().filter(|path| path.to_string_lossy().contains(".part")).collect();
        assert!(left.is_empty(), "{when}: left behind: {left:?}");
    }
}

fn below(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(below(&path)) } else { found.push(path) }
    }
    found
}

/// What somebody does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Deed {
    Save,
    BackUp,
    BackUpTo,
    Export,
    Pack,
}

impl Deed {
    const ALL: [Self; 5] = [Self::Save, Self::BackUp, Self::BackUpTo, Self::Export, Self::Pack];

    fn named(name: &str) -> Self {
        Self::ALL.into_iter().find(|deed| format!("{deed:?}") == name).unwrap()
    }

    fn do_it(self, desk: &mut Desk, id: &str, bench: &Bench, words: &str) -> Result<(), Failure> {
        match self {
            Self::Save => {
                let value = Some(words.into());
                desk.decide(
                    id,
                    "purpose",
                    &Answer { value, status: "agreed".to_owned(), reason: String::new() },
                )
            }
            Self::BackUp => desk.back_up(),
            Self::BackUpTo => desk.back_up_to(&bench.out()).map(drop),
            Self::Export => desk.export(id, &bench.file(), ExportKind::Text).map(drop),
            Self::Pack => desk.export_pack(id, &bench.out(), PackKind::Draft).map(drop),
        }
    }
}

/// A failure that somebody can act on.
fn tells(failure: &Failure, words: &[&str], when: &str) {
    assert!(matches!(failure.code, FailureCode::Store | FailureCode::Files), "{when}: {failure}");
    assert!(words.iter().any(|words| failure.sentence.contains(words)), "{when}: {failure}");
    assert!(failure.what_to_do.len() > 15, "{when}: {failure}");
}

/// What the child does; nothing when run as a test.
#[test]
fn child_works_where_the_disk_changes() {
    let Some(disk) = std::env::var_os("DISK_MOUNT").map(PathBuf::from) else { return };
    match std::env::var("DISK_WHAT").unwrap().as_str() {
        "full" => fills_up(&disk),
        "read-only" => cannot_be_written(&disk),
        "taken away" => is_taken_away(&disk),
        other => panic!("{other}"),
    }
    println!("it went through all of {}", disk.display());
}

/// Runs the child with a disk of its own, of sixteen megabytes.
fn on_a_disk(what: &str) {
    let folder = tempfile::tempdir().unwrap();
    let disk = folder.path().join("disk");
    fs::create_dir(&disk).unwrap();
    let mount = disk.to_str().unwrap();
    let own = std::env::current_exe().unwrap();
    let command = format!(
        "mount -t tmpfs -o size=16m tmpfs {mount} && exec {} --exact disk::child_works_where_the_disk_changes --nocapture",
        own.display()
    );
    let child = Command::new("unshare")
        .args(["--mount", "--map-root-user", "sh", "-c", &command])
        .env("DISK_MOUNT", &disk)
        .env("DISK_WHAT", what)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&child.stdout).into_owned();
    let error = String::from_utf8_lossy(&child.stderr).into_owned();
    assert!(child.status.success() && said.contains("it went through"), "{what}: {said}{error}");
}

#[test]
fn a_disk_that_fills_up_loses_nothing_and_the_desk_goes_on_once_there_is_room() {
    on_a_disk("full");
}

#[test]
fn a_disk_that_cannot_be_written_is_told_and_left_as_it_is() {
    on_a_disk("read-only");
}

#[test]
fn a_disk_that_is_taken_away_is_told_and_what_was_saved_is_on_it() {
    on_a_disk("taken away");
}

/// Fills the disk but for so many bytes.
fn fill(bench: &Bench, free: u64) -> PathBuf {
    let path = bench.disk.join("ballast");
    let mut ballast = File::create(&path).unwrap();
    let mut length = 0;
    while ballast.write_all(&[0x55; 4096]).is_ok() {
        length += 4096_u64;
    }
    ballast.set_len(length.saturating_sub(free)).unwrap();
    path
}

/// Twenty sizes of what is left, and each deed on each of them; a pack takes long, so it meets four.
fn fills_up(disk: &Path) {
    let bench = Bench::new(disk);
    let (mut desk, id) = bench.begun();
    let (mut saved, mut refused, mut done) = ("Northgate".to_owned(), [0; 5], [0; 5]);
    for size in 0..20_u64 {
        for (number, deed) in Deed::ALL.into_iter().enumerate() {
            if deed == Deed::Pack && size % 6 != 0 {
                continue;
            }
            let when = format!("{deed:?} with {} bytes left", size * 24 * 1024);
            let ballast = fill(&bench, size * 24 * 1024);
            let words = format!("Bread, {size}");
            match deed.do_it(&mut desk, &id, &bench, &words) {
                Ok(()) => done[number] += 1,
                Err(failure) => {
                    tells(&failure, &["is full"], &when);
                    refused[number] += 1;
                    bench.nothing_unfinished(&when);
                }
            }
            if deed == Deed::Save && text(&desk, &id, "purpose").is_some_and(|text| text == words) {
                saved = words;
            }
            bench.is_whole(&when);
            fs::remove_file(ballast).unwrap();
            // With room it goes on at once.
            saved.push('.');
            Deed::Save
                .do_it(&mut desk, &id, &bench, &saved)
                .unwrap_or_else(|failure| panic!("{when}: {failure}"));
            // Copies pile up, and are not what fills this disk.
            for path in below(&bench.out()).into_iter().filter(|path| *path != bench.file()) {
                fs::remove_file(path).unwrap();
            }
        }
    }
    println!("refused {refused:?}, done {done:?}, of {:?}", Deed::ALL);
    assert!(refused.iter().all(|count| *count > 0), "each deed met a full disk: {refused:?}");
    drop(desk);
    assert_eq!(text(&bench.try_open().unwrap(), &id, "purpose").unwrap(), saved);
}

fn remount(disk: &Path, how: &str) {
    let status = Command::new("mount").args(["-o", &format!("remount,{how}")]).arg(disk).status().unwrap();
    assert!(status.success(), "remounting {how}");
}

/// A disk that is read-only when the desk opens; and folders on one that is, while it is open.
fn cannot_be_written(disk: &Path) {
    let bench = Bench::new(disk);
    let (desk, id) = bench.begun();
    drop(desk);
    let before: Vec<(PathBuf, Vec<u8>)> =
        below(disk).into_iter().map(|path| (path.clone(), fs::read(path).unwrap())).collect();
    remount(disk, "ro");
    let failure = bench.try_open().err().expect("it cannot be saved there");
    tells(&failure, &["may not write"], "opening");
    assert!(File::create(disk.join("x")).is_err(), "the disk is read-only");
    let after: Vec<(PathBuf, Vec<u8>)> =
        below(disk).into_iter().map(|path| (path.clone(), fs::read(path).unwrap())).collect();
    assert!(before == after, "not a byte is changed");
    remount(disk, "rw");
    let mut desk = bench.try_open().unwrap();
    // The folder for copies alone becomes read-only: the desk saves on.
    let out = bench.out();
    let bound = Command::new("mount").args(["--bind"]).arg(&out).arg(&out).status().unwrap();
    assert!(bound.success());
    remount(&out, "bind,ro");
    for deed in [Deed::BackUpTo, Deed::Export, Deed::Pack] {
        let failure = deed.do_it(&mut desk, &id, &bench, "").expect_err("the folder is read-only");
        tells(&failure, &["read-only", "may not write"], &format!("{deed:?}"));
        bench.is_whole(&format!("{deed:?} into a read-only folder"));
        bench.nothing_unfinished(&format!("{deed:?} into a read-only folder"));
    }
    Deed::Save.do_it(&mut desk, &id, &bench, "Bread").unwrap();
    remount(&out, "bind,rw");
    for deed in Deed::ALL {
        deed.do_it(&mut desk, &id, &bench, "Bread").unwrap();
    }
    drop(desk);
    assert_eq!(text(&bench.try_open().unwrap(), &id, "purpose").unwrap(), "Bread");
}

/// The disk is seen from two places, and taken away from the one at which the desk works.
fn is_taken_away(disk: &Path) {
    let at = disk.parent().unwrap().join("plugged-in");
    fs::create_dir(&at).unwrap();
    let plug = || Command::new("mount").arg("--bind").arg(disk).arg(&at).status().unwrap().success();
    assert!(plug());
    let bench = Bench::new(&at);
    let (mut desk, id) = bench.begun();
    Deed::Save.do_it(&mut desk, &id, &bench, "Bread").unwrap();
    assert!(Command::new("umount").arg("--lazy").arg(&at).status().unwrap().success());
    assert_eq!(below(&at), Vec::<PathBuf>::new(), "it is gone");
    // Saving may go on, to the file that is still open; what is acknowledged must then be on the disk.
    let mut last = "Bread";
    if Deed::Save.do_it(&mut desk, &id, &bench, "More bread").is_ok() {
        last = "More bread";
    }
    for deed in [Deed::BackUpTo, Deed::Export] {
        let failure = deed.do_it(&mut desk, &id, &bench, "").expect_err("there is no such folder any more");
        tells(&failure, &["not there"], &format!("{deed:?}"));
    }
    drop(desk);
    // Nothing that looks like a store, begun over, stands where the disk was.
    assert!(!at.join("store/toad-lane.store").exists());
    fs::remove_dir_all(&at).unwrap();
    fs::create_dir(&at).unwrap();
    assert!(plug());
    bench.is_whole("after it is back");
    let mut desk = bench.try_open().unwrap();
    assert_eq!(text(&desk, &id, "purpose").unwrap(), last);
    for deed in Deed::ALL {
        deed.do_it(&mut desk, &id, &bench, "Cake").unwrap();
    }
}

/// What the child does that is killed, or whose disk fails; nothing when run as a test.
#[test]
fn child_makes_a_copy() {
    let Some(disk) = std::env::var_os("COPY_DISK").map(PathBuf::from) else { return };
    let (bench, id) = (Bench::new(&disk), std::env::var("COPY_OF").unwrap());
    let mut desk = bench.try_open().unwrap();
    match Deed::named(&std::env::var("COPY_DEED").unwrap()).do_it(&mut desk, &id, &bench, "") {
        Ok(()) => println!("told ok"),
        Err(failure) => {
            tells(&failure, &[""], "on a failing disk");
            println!("told {failure}");
        }
    }
}

/// How the child's disk fails.
#[derive(Debug, Clone, Copy)]
enum Fault {
    Kill,
    Full,
    Error,
}

/// Runs the child, and returns what it said; none when the call was past its last.
fn cut_short(bench: &Bench, id: &str, deed: Deed, fault: Fault, at: usize, half: bool) -> Option<Output> {
    let under = if deed == Deed::BackUp { bench.disk.join("store/backups") } else { bench.out() };
    let mut child = Command::new(std::env::current_exe().unwrap());
    child
        .args(["--exact", "disk::child_makes_a_copy", "--nocapture"])
        .env("COPY_DISK", &bench.disk)
        .env("COPY_OF", id)
        .env("COPY_DEED", format!("{deed:?}"));
    let settings = [
        ("FAULT_KILL", if matches!(fault, Fault::Kill) { "1" } else { "0" }),
        ("FAULT_ERROR", if matches!(fault, Fault::Full) { "28" } else { "5" }),
        ("FAULT_SHORT", if half { "1" } else { "0" }),
    ];
    let (child, fired) = failing_disk::run(&mut child, &under, at, &settings);
    (fired > 0).then_some(child)
}

/// Every copy that the desk makes, killed and failing at one call after the other: every `every`th, in `make soak` each.
#[test]
fn a_copy_that_is_cut_short_leaves_nothing_half_and_the_one_before_whole() {
    for (deed, every) in [(Deed::Export, 1), (Deed::BackUp, 7), (Deed::BackUpTo, 7)] {
        let step = if std::env::var_os("SOAK").is_some() { 1 } else { every };
        let mut runs = [0; 3];
        for (kind, fault) in [Fault::Kill, Fault::Full, Fault::Error].into_iter().enumerate() {
            let folder = tempfile::tempdir().unwrap();
            let bench = Bench::new(&folder.path().join("disk"));
            let (desk, id) = bench.begun();
            drop(desk);
            for at in (1 + kind % step..).step_by(step) {
                let when = format!("{deed:?}, {fault:?} at call {at}");
                let former = fs::read(bench.file()).unwrap();
                let Some(child) = cut_short(&bench, &id, deed, fault, at, at % 2 == 0) else { break };
                let said = String::from_utf8_lossy(&child.stdout).into_owned();
                match fault {
                    Fault::Kill => {
                        assert_eq!(child.status.signal(), Some(9), "{when}: it was not killed: {said}")
                    }
                    _ => assert!(child.status.success() && said.contains("told "), "{when}: {said}"),
                }
                bench.is_whole(&when);
                // The same co-op makes the same file, whether the old one is there or the new.
                assert!(fs::read(bench.file()).unwrap() == former, "{when}: the file");
                if !matches!(fault, Fault::Kill) && !said.contains("told ok") {
                    bench.nothing_unfinished(&when);
                }
                runs[kind] += 1;
            }
            // And then it can be done.
            let mut desk = bench.try_open().unwrap();
            deed.do_it(&mut desk, &id, &bench, "").unwrap();
            bench.is_whole("done again");
        }
        println!("{deed:?}: cut short in {runs:?} runs");
        assert!(runs.iter().all(|runs| *runs >= 3), "{deed:?}: {runs:?}");
    }
}
