//! Reading an answers file or a co-op file, words, and the day.

use std::fs;
use std::io::{self, Read};
use std::path::Path;
use std::sync::Arc;

use desk::exchange::Coop;
use desk::{Assets, NewerLaw, Package, WorkedOut};
use formation::{Formation, answers_file};
use jiff::ZonedDateTime;
use jiff::civil::Date;

use crate::arguments::{Source, Texts};
use crate::failure::Failure;

/// Reads the app's own texts, a sponsor's package beside them, and newer law.
pub fn assets(texts: &Texts) -> Result<Assets, Failure> {
    let mut assets = match &texts.package {
        None => own_assets()?,
        Some(path) => Assets::with_package(&Package::read(path)?).map_err(|error| {
            Failure::unreadable(format!("The package in {} is not sound:\n{error}", path.display()))
        })?,
    };
    if let Some(path) = &texts.law {
        let newer = NewerLaw::read(path)?.beside(&assets.law, today()).map_err(|error| {
            Failure::unreadable(format!("The figures in {} are not sound:\n{error}", path.display()))
        })?;
        assets.law = Arc::new(newer.law);
    }
    Ok(assets)
}

/// Reads the app's own texts.
pub fn own_assets() -> Result<Assets, Failure> {
    Assets::embedded().map_err(|error| desk::Failure::from(error).into())
}

/// Reads an answers file or a co-op file; a failure names the file, the line and the field.
pub fn formation(assets: &Assets, file: &Path, words: Option<&String>) -> Result<Formation, Failure> {
    if file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("coop")) {
        let coop = Coop::from_file(file, words.map(String::as_str))?;
        return Ok(coop.formation_of_file(assets, file)?);
    }
    let text = fs::read_to_string(file).map_err(|error| desk::Failure::files(file, &error))?;
    answers_file::read(&assets.library, &text)
        .map_err(|error| Failure::unreadable(format!("{}: {error}", file.display())))
}

/// Reads the words that open files, a line for each file: never from the command line, where every user of the
/// computer can see them.
pub fn words(from: Option<&Path>) -> Result<Vec<String>, Failure> {
    let Some(from) = from else { return Ok(Vec::new()) };
    let mut text = String::new();
    let read = if from == Path::new("-") {
        io::stdin().read_to_string(&mut text).map(|_| ())
    } else {
        fs::read_to_string(from).map(|read| text = read)
    };
    read.map_err(|error| desk::Failure::files(from, &error))?;
    Ok(text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect())
}

/// Reads the passphrase or the recovery code in a file: its first line.
pub fn passphrase(from: &Path) -> Result<String, Failure> {
    let first = words(Some(from))?.into_iter().next();
    first.ok_or_else(|| Failure::unreadable(format!("{}: there is nothing in it.", from.display())))
}

/// Returns today's date.
pub fn today() -> Date {
    ZonedDateTime::now().date()
}

/// Works out for `date`, or for today, the co-op that was named.
pub fn worked_out<'a>(
    assets: &'a Assets,
    source: &Source,
    date: Option<Date>,
) -> Result<WorkedOut<'a>, Failure> {
    worked_out_of(assets, &source.file, source.words.as_deref(), date)
}

/// The same of another file than the one that was named.
pub fn worked_out_of<'a>(
    assets: &'a Assets,
    file: &Path,
    words_file: Option<&Path>,
    date: Option<Date>,
) -> Result<WorkedOut<'a>, Failure> {
    let formation = formation(assets, file, words(words_file)?.first())?;
    Ok(WorkedOut::new(assets, formation, date.unwrap_or_else(today))?)
}
