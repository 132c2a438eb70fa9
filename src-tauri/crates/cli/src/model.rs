//! `model check`: whether a sponsor's package of rules is sound.

use std::path::Path;
use std::process::ExitCode;

use desk::Package;

use crate::failure::Failure;
use crate::input::today;
use crate::output::to_stdout;

/// Checks the package in `folder`.
pub fn check(folder: &Path) -> Result<ExitCode, Failure> {
    let report = Package::read(folder)?.check(today())?;
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
