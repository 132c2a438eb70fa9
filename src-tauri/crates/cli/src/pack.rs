//! `pack` and `verify`: the whole pack as a folder, and whether one is whole.

use std::path::Path;
use std::process::ExitCode;

use desk::{PackKind, Stop, pack, paper_as_word};
use jiff::civil::Date;

use crate::arguments::Source;
use crate::failure::Failure;
use crate::input::{assets, worked_out};
use crate::output::{to_stderr, to_stdout};

/// Makes the pack of `file` in the new folder `out`.
pub fn run(source: &Source, out: &Path, date: Option<Date>, draft: bool) -> Result<ExitCode, Failure> {
    let assets = assets(&source.texts)?;
    let worked_out = worked_out(&assets, source, date)?;
    let kind = if draft { PackKind::Draft } else { PackKind::Final };
    if !draft {
        for finding in worked_out.blockers() {
            to_stderr(&format!("{}: {} {}", finding.about, finding.message, finding.fix));
        }
    }
    let made = pack::make(&worked_out, kind, &Stop::default())?;
    let (parent, name) = parent_and_name(out)?;
    let folder = pack::write_pack(&made, parent, &name, &Stop::default())?;
    to_stdout(&format!("{} papers in {}", made.files.len(), folder.display()));
    to_stdout(&format!("Seal {}", made.manifest.seal));
    Ok(ExitCode::SUCCESS)
}

/// Writes one paper of the pack for a word processor.
pub fn paper(source: &Source, paper: &str, out: &Path) -> Result<ExitCode, Failure> {
    let assets = assets(&source.texts)?;
    let bytes = paper_as_word(&worked_out(&assets, source, None)?, paper)?;
    std::fs::write(out, bytes).map_err(|error| desk::Failure::files(out, &error))?;
    Ok(ExitCode::SUCCESS)
}

fn parent_and_name(out: &Path) -> Result<(&Path, String), Failure> {
    if out.exists() {
        let message =
            format!("\u{201c}{}\u{201d} is there already. Name a folder that is not.", out.display());
        return Err(Failure::unreadable(message));
    }
    let name = out.file_name().and_then(|name| name.to_str());
    let name = name.ok_or_else(|| Failure::unreadable("Name a folder for the pack with --out."))?;
    let parent = out.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    Ok((parent, name.to_owned()))
}

/// Says how the pack in `folder` differs from its manifest.
pub fn verify(folder: &Path) -> Result<ExitCode, Failure> {
    let differences = pack::verify(folder)?;
    for difference in &differences {
        to_stdout(&difference.to_string());
    }
    if differences.is_empty() {
        to_stdout("The pack is whole: every paper is as it was made.");
        return Ok(ExitCode::SUCCESS);
    }
    Ok(ExitCode::from(1))
}
