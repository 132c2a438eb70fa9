//! `check`: what the checks find in an answers file.

use std::process::ExitCode;

use formation::checks::Finding;
use serde_json::{Value as Json, json};

use crate::arguments::Source;
use crate::failure::Failure;
use crate::input::{assets, worked_out};
use crate::output::{self, to_stdout};

/// Checks `file`.
pub fn run(source: &Source, as_json: bool) -> Result<ExitCode, Failure> {
    let assets = assets(&source.texts)?;
    let worked_out = worked_out(&assets, source, None)?;
    if as_json {
        output::json(&worked_out.findings.iter().map(finding_json).collect());
    } else {
        worked_out.findings.iter().for_each(|finding| to_stdout(&finding_text(finding)));
        let blockers = worked_out.blockers().count();
        let all = worked_out.findings.len();
        to_stdout(&format!("{all} findings, {blockers} of them stop the pack."));
    }
    let clean = worked_out.blockers().next().is_none();
    Ok(if clean { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

fn finding_json(finding: &Finding) -> Json {
    json!({
        "id": finding.check,
        "severity": finding.severity.slug(),
        "about": finding.about.to_string(),
        "message": finding.message,
        "law": finding.law,
        "fix": finding.fix,
    })
}

fn finding_text(finding: &Finding) -> String {
    format!(
        "{} [{}] {}\n  {}\n  To mend it: {}\n  Law: {}\n",
        finding.severity.slug(),
        finding.check,
        finding.about,
        finding.message,
        finding.fix,
        finding.law
    )
}
