//! The calendar as a file: what `calendar` writes and says, and what it refuses.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

/// What the command says and its exit code, and the file if there is one.
fn calendar(registered: &str, more: &[&str]) -> (Option<i32>, String, Option<String>) {
    let folder = TempDir::new().unwrap();
    let out = folder.path().join("bakers.ics");
    let example =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets/library/examples/northgate-bakers.toml");
    let output = Command::new(env!("CARGO_BIN_EXE_toadlane-cli"))
        .arg("calendar")
        .arg(example)
        .args(["--registered", registered, "--out"])
        .arg(&out)
        .args(more)
        .output()
        .unwrap();
    let said = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap()).concat();
    let said = said.replace('\u{a0}', " ");
    (output.status.code(), said, fs::read_to_string(out).ok())
}

#[test]
fn the_days_are_written_and_nothing_but_the_call_decides_them() {
    let (code, said, file) = calendar("2026-12-01", &[]);
    assert_eq!(code, Some(0), "{said}");
    let file = file.unwrap();
    let events = file.matches("BEGIN:VEVENT\r\n").count();
    assert!(said.starts_with(&format!("{events} days in ")) && events > 10, "{said}");
    assert!(said.contains("The first year ends on ") && said.contains("--year-end"), "{said}");
    // 12 months end on 30 November; 14 days later it is due.
    assert!(file.contains("DTSTART;VALUE=DATE:20271214\r\n"), "{file}");
    assert_eq!(calendar("2026-12-01", &[]).2.unwrap(), file);
    let (_, _, other) = calendar("2026-12-01", &["--year-end", "2028-05-31"]);
    assert!(other.unwrap().contains("DTSTART;VALUE=DATE:20290531\r\n"), "12 months after the year end");
}

#[test]
fn a_first_year_that_cannot_be_is_refused_with_what_would_do() {
    let (code, said, file) = calendar("2026-12-01", &["--year-end", "2028-06-01"]);
    assert_eq!(code, Some(2), "{said}");
    assert!(said.contains("1 December 2026 cannot end on 1 June 2028."), "{said}");
    assert!(said.contains("at most 18 months on"), "{said}");
    assert_eq!(file, None);
}
