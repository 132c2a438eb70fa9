//! `compare` and `merge`: two files of one co-op.

use std::path::Path;
use std::process::ExitCode;

use desk::compare_formations;
use desk::exchange::{Coop, generate_words, merge as join};

use crate::failure::Failure;
use crate::input::{self, own_assets};
use crate::machine::Machine;
use crate::output::{to_stderr, to_stdout};

/// Says how B differs from A: answers, people, rules. Exit code 1 when they differ.
pub fn compare(a: &Path, b: &Path, words: Option<&Path>) -> Result<ExitCode, Failure> {
    let assets = own_assets()?;
    let words = input::words(words)?;
    let (a, b) = (input::formation(&assets, a, words.first())?, input::formation(&assets, b, words.last())?);
    let differs = compare_formations(&assets, a, b, input::today())?;
    for line in &differs.lines {
        to_stdout(&format!("{}: {} > {}", line.what, line.before, line.after));
    }
    for rule in &differs.rules {
        let how = match (&rule.before, &rule.after) {
            (None, _) => "added",
            (_, None) => "gone",
            _ => "worded otherwise",
        };
        to_stdout(&format!("Rule \u{201c}{}\u{201d}: {how}", rule.heading));
    }
    let same = differs.lines.is_empty() && differs.rules.is_empty();
    Ok(if same { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

/// Joins two full files of one co-op into a third.
pub fn merge(a: &Path, b: &Path, out: &Path, words: Option<&Path>) -> Result<ExitCode, Failure> {
    let words = input::words(words)?;
    let one = Coop::from_file(a, words.first().map(String::as_str))?;
    let other = Coop::from_file(b, words.last().map(String::as_str))?;
    let joined = join(&one, &other).map_err(|error| desk::Failure::coop(b, &error))?;
    let new_words = generate_words(&Machine);
    joined.to_file(out, &new_words)?;
    to_stdout(&new_words);
    to_stderr(
        "These words open the joined file. They are kept nowhere: tell them by voice, not with the file.",
    );
    Ok(ExitCode::SUCCESS)
}
