//! A pack that is cut short: killed at a call to the system, or on a disk that fails there. There is a whole pack or none,
//! and what a kill leaves is taken away by the next.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

#[path = "../../store/tests/store/failing_disk.rs"]
mod failing_disk;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fault {
    Kill,
    Full,
    Error,
}

struct Bench {
    folder: TempDir,
}

impl Bench {
    fn out(&self) -> PathBuf {
        self.folder.path().join("out")
    }

    fn pack(&self, name: &str) -> Command {
        let example = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("../../../assets/library/examples/northgate-bakers.toml");
        let mut command = Command::new(env!("CARGO_BIN_EXE_toadlane-cli"));
        command.arg("pack").arg(example).arg("--out").arg(self.out().join(name));
        command
    }

    /// Makes a pack with a fault at the n-th call; none when there were fewer calls.
    fn cut_short(&self, name: &str, fault: Fault, at: usize) -> Option<Output> {
        let settings = [
            ("FAULT_KILL", if fault == Fault::Kill { "1" } else { "0" }),
            ("FAULT_ERROR", if fault == Fault::Full { "28" } else { "5" }),
            ("FAULT_SHORT", if at.is_multiple_of(2) { "1" } else { "0" }),
        ];
        let (child, fired) = failing_disk::run(&mut self.pack(name), &self.out(), at, &settings);
        (fired > 0).then_some(child)
    }

    fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(self.out())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    fn verifies(&self, name: &str) -> bool {
        let output = Command::new(env!("CARGO_BIN_EXE_toadlane-cli"))
            .arg("verify")
            .arg(self.out().join(name))
            .output();
        output.unwrap().status.success()
    }
}

/// Every seventh call; in `make soak` each.
#[test]
fn a_pack_that_is_cut_short_is_whole_or_not_there_and_what_is_left_is_swept_away() {
    let step = if std::env::var_os("SOAK").is_some() { 1 } else { 7 };
    let mut runs = [0; 3];
    for (kind, fault) in [Fault::Kill, Fault::Full, Fault::Error].into_iter().enumerate() {
        let bench = Bench { folder: tempfile::tempdir().unwrap() };
        fs::create_dir(bench.out()).unwrap();
        assert!(bench.pack("kept").output().unwrap().status.success());
        for at in (1 + kind * 2..).step_by(step) {
            let when = format!("{fault:?} at call {at}");
            let name = format!("northgate-2026-11-{:02}", 1 + at % 28);
            let Some(child) = bench.cut_short(&name, fault, at) else {
                // Past the last call: the pack was made.
                assert!(bench.verifies(&name), "{when}");
                fs::remove_dir_all(bench.out().join(&name)).unwrap();
                break;
            };
            let said = String::from_utf8_lossy(&child.stderr).into_owned();
            let there = bench.out().join(&name).exists();
            match fault {
                Fault::Kill => assert_eq!(child.status.signal(), Some(9), "{when}: {said}"),
                _ => {
                    assert_eq!(child.status.code(), Some(2), "{when}: {said}");
                    assert!(
                        said.contains("cannot be used") && said.contains("Choose another folder"),
                        "{when}: {said}"
                    );
                    assert!(
                        !bench.names().iter().any(|name| name.ends_with(".part")),
                        "{when}: {:?}",
                        bench.names()
                    );
                }
            }
            assert!(!there || bench.verifies(&name), "{when}: half a pack");
            assert!(bench.verifies("kept"), "{when}: the pack that was there");
            if there {
                fs::remove_dir_all(bench.out().join(&name)).unwrap();
            }
            // At most what this one left: the one before it is swept away.
            let left = bench.names().iter().filter(|name| name.ends_with(".part")).count();
            assert!(left <= 1, "{when}: {:?}", bench.names());
            runs[kind] += 1;
        }
        assert!(bench.pack("another").output().unwrap().status.success());
        assert_eq!(bench.names(), ["another", "kept"], "{fault:?}: nothing is left");
    }
    println!("cut short in {runs:?} runs");
    assert!(runs.iter().all(|runs| *runs >= 4), "{runs:?}");
}
