//! A child process with a small C library (`faults.c`) between it and the disk, which kills it at the n-th call, or makes
//! that call fail. No unsafe code of ours can stand there. The tests of other packages take this file in by its path.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;

use tempfile::TempDir;

/// Runs the child: its `at`th call about a file below `under` is met, as the settings of `faults.c` say. Returns how it ended
/// and how many faults fired: none where there were fewer calls.
pub fn run(child: &mut Command, under: &Path, at: usize, settings: &[(&str, &str)]) -> (Output, u64) {
    let count = under.with_extension("count");
    let child = child
        .env("FAULT_UNDER", under)
        .env("FAULT_AT", at.to_string())
        .env("FAULT_COUNT", &count)
        .envs(settings.iter().copied())
        .env("LD_PRELOAD", library())
        .output()
        .unwrap();
    let fired = fs::metadata(&count).map_or(0, |metadata| metadata.len());
    let _ = fs::remove_file(&count);
    (child, fired)
}

fn library() -> &'static Path {
    static BUILT: OnceLock<(TempDir, PathBuf)> = OnceLock::new();
    let (_, path) = BUILT.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let library = folder.path().join("faults.so");
        let source = folder.path().join("faults.c");
        fs::write(&source, include_str!("faults.c")).unwrap();
        let built =
            Command::new("cc").args(["-shared", "-fPIC", "-O1", "-o"]).arg(&library).arg(source).status();
        assert!(built.unwrap().success(), "the C compiler is needed to build the failing disk");
        (folder, library)
    });
    path
}
