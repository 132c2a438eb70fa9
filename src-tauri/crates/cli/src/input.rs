//! Reading an answers file, and the day.

use std::fs;
use std::path::Path;

use desk::{Assets, WorkedOut};
use formation::{Formation, answers_file};
use jiff::ZonedDateTime;
use jiff::civil::Date;

use crate::failure::Failure;

/// Reads the app's own texts.
pub fn assets() -> Result<Assets, Failure> {
    Assets::embedded().map_err(|error| desk::Failure::from(error).into())
}

/// Reads an answers file; a failure names the file, the line and the field.
pub fn formation(assets: &Assets, file: &Path) -> Result<Formation, Failure> {
    let text = fs::read_to_string(file).map_err(|error| desk::Failure::files(file, &error))?;
    answers_file::read(&assets.library, &text)
        .map_err(|error| Failure::unreadable(format!("{}: {error}", file.display())))
}

/// Works a formation out for `date`, or for today.
pub fn worked_out<'a>(assets: &'a Assets, file: &Path, date: Option<Date>) -> Result<WorkedOut<'a>, Failure> {
    let formation = formation(assets, file)?;
    let today = date.unwrap_or_else(|| ZonedDateTime::now().date());
    Ok(WorkedOut::new(assets, formation, today)?)
}
