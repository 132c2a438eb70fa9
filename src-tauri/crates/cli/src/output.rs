//! Writing to the terminal. A reader that has gone away is no failure of ours.

use std::io::{self, Write};

/// Writes a line to standard output.
pub fn to_stdout(line: &str) {
    let _ = writeln!(io::stdout().lock(), "{line}");
}

/// Writes a line to standard error.
pub fn to_stderr(line: &str) {
    let _ = writeln!(io::stderr().lock(), "{line}");
}

/// Writes JSON to standard output.
pub fn json(value: &serde_json::Value) {
    to_stdout(&format!("{value:#}"));
}
