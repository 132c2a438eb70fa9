//! `calendar`: what falls due after registration, as a file for calendar programs.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use desk::calendar_file;
use formation::long_date;
use jiff::civil::Date;

use crate::arguments::Source;
use crate::failure::Failure;
use crate::input::{assets, worked_out};
use crate::output::to_stdout;

/// Writes the days of the co-op of `file`, begun on `registered`, to `out`.
pub fn run(
    source: &Source,
    registered: Date,
    year_end: Option<Date>,
    out: &Path,
) -> Result<ExitCode, Failure> {
    let assets = assets(&source.texts)?;
    let worked_out = worked_out(&assets, source, None)?;
    let made = calendar_file(&worked_out, registered, year_end)?;
    fs::write(out, &made.text).map_err(|error| desk::Failure::files(out, &error))?;
    to_stdout(&format!("{} days in {}", made.days, out.display()));
    to_stdout(&format!(
        "The first year ends on {}. If it ends on another day, say so with --year-end.",
        long_date(made.first_year_end)
    ));
    to_stdout(&format!("{} more duties have no fixed day: the pack lists them.", made.without_a_day));
    Ok(ExitCode::SUCCESS)
}
