//! `constitution`: one constitution as a file.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use desk::{PackKind, WorkedOut, pack};
use formation::pack::paper;
use serde_json::{Value as Json, json};
use typeset::{docx, html, lay_out, markdown, text, write_pdf};

use crate::arguments::Format;
use crate::failure::Failure;
use crate::input::{assets, worked_out};

/// Writes the constitution of `file` to `out`.
pub fn run(file: &Path, format: Format, out: &Path) -> Result<ExitCode, Failure> {
    let assets = assets()?;
    let worked_out = worked_out(&assets, file, None)?;
    let kind = if worked_out.blockers().next().is_some() { PackKind::Draft } else { PackKind::Final };
    let edition = pack::edition(&worked_out, kind);
    let paper = paper(&worked_out.case(), &edition, "constitution")
        .ok_or_else(|| Failure::unreadable("This form's pack has no constitution."))?;
    let bytes = match format {
        Format::Html => html(&paper.paper).into_bytes(),
        Format::Md => markdown(&paper.paper).into_bytes(),
        Format::Text => text(&paper.paper).into_bytes(),
        Format::Json => format!("{:#}\n", json_of(&worked_out)).into_bytes(),
        Format::Docx => {
            let about = pack::about(&worked_out, &edition, &paper);
            docx(&paper.paper, &lay_out(&paper.paper, &assets.fonts), &about)
                .map_err(|error| Failure::unreadable(format!("The Word file cannot be written: {error}.")))?
        }
        Format::Pdf => {
            let pages = lay_out(&paper.paper, &assets.fonts);
            if let Some(missing) = pages.missing.first() {
                return Err(desk::Failure::unprintable(missing.character, &missing.text).into());
            }
            write_pdf(&pages, &assets.fonts, &pack::about(&worked_out, &edition, &paper))
                .map_err(|error| Failure::unreadable(format!("The PDF cannot be written: {error}.")))?
        }
    };
    fs::write(out, bytes).map_err(|error| desk::Failure::files(out, &error))?;
    Ok(ExitCode::SUCCESS)
}

fn json_of(worked_out: &WorkedOut<'_>) -> Json {
    let parts: Vec<Json> = worked_out
        .constitution
        .parts
        .iter()
        .map(|part| {
            let rules: Vec<Json> = part
                .rules
                .iter()
                .map(|rule| {
                    json!({
                        "slug": rule.slug,
                        "number": rule.number,
                        "heading": rule.heading.plain(),
                        "html": typeset::html_blocks(&rule.blocks),
                        "plain": rule.plain.as_ref().map(|plain| plain.plain()),
                    })
                })
                .collect();
            json!({ "heading": part.heading, "rules": rules })
        })
        .collect();
    json!({
        "title": worked_out.formation.form.constitution_title(),
        "name": worked_out.answers.text("name"),
        "parts": parts,
    })
}
