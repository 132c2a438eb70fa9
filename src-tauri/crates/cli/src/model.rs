//! `model`: whether a sponsor's package of rules is sound, and binding it into one file.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use desk::Package;

use crate::failure::Failure;
use crate::input::today;
use crate::output::to_stdout;

/// Checks the package in a folder or a bound file.
pub fn check(path: &Path) -> Result<ExitCode, Failure> {
    let report = Package::read(path)?.check(today())?;
    for fault in &report.faults {
        to_stdout(&fault.to_string());
    }
    for model in &report.models {
        let (title, rules) = (&model.title, model.rules);
        to_stdout(&format!("{title}: {rules} rules, some of them for some answers only"));
    }
    for sample in &report.samples {
        if sample.stops.is_empty() {
            to_stdout(&format!("{}: sound, {} rules", sample.file, sample.rules));
        }
        sample.stops.iter().for_each(|stop| to_stdout(stop));
        sample.remarks.iter().for_each(|remark| to_stdout(&format!("Look again: {remark}")));
    }
    if report.is_sound() {
        to_stdout("The package is sound.");
        return Ok(ExitCode::SUCCESS);
    }
    to_stdout("The package is not sound yet.");
    Ok(ExitCode::from(1))
}

/// Binds the package in `folder` into one file, sound or not: whoever gets it checks it.
pub fn bind(folder: &Path, out: &Path) -> Result<ExitCode, Failure> {
    let bound = Package::read(folder)?.bound();
    fs::write(out, bound).map_err(|error| desk::Failure::files(out, &error))?;
    Ok(ExitCode::SUCCESS)
}
