//! `constitution`: one constitution as a file.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use desk::{ConstitutionEdition, EditionFile, WorkedOut, edition_file};
use serde_json::{Value as Json, json};

use crate::arguments::{Edition, Format, Source};
use crate::failure::Failure;
use crate::input::{assets, worked_out, worked_out_of};

/// Writes an edition of the constitution of `file` to `out`; a marked one is marked against that of `against`.
pub fn run(
    source: &Source,
    format: Format,
    edition: Edition,
    against: Option<&Path>,
    out: &Path,
) -> Result<ExitCode, Failure> {
    let assets = assets(&source.texts)?;
    let now = worked_out(&assets, source, None)?;
    let before =
        against.map(|file| worked_out_of(&assets, file, source.words.as_deref(), None)).transpose()?;
    let written = |file| edition_file(&now, which(edition), file, before.as_ref());
    let bytes = match format {
        Format::Html => written(EditionFile::WebPage)?,
        Format::Md => written(EditionFile::Markdown)?,
        Format::Text => written(EditionFile::Text)?,
        Format::Docx if edition == Edition::LargePrint => {
            return Err(Failure::unreadable(
                "Large print is a PDF. In a Word file, whoever reads it sets the size: leave out --edition.",
            ));
        }
        Format::Docx => written(EditionFile::Word)?,
        Format::Pdf => written(EditionFile::Pdf)?,
        Format::Json => format!("{:#}\n", json_of(&now)).into_bytes(),
    };
    fs::write(out, bytes).map_err(|error| desk::Failure::files(out, &error))?;
    Ok(ExitCode::SUCCESS)
}

fn which(edition: Edition) -> ConstitutionEdition {
    match edition {
        Edition::Signed => ConstitutionEdition::Signed,
        Edition::Explained => ConstitutionEdition::Explained,
        Edition::LargePrint => ConstitutionEdition::LargePrint,
        Edition::Marked => ConstitutionEdition::Marked,
        Edition::Summary => ConstitutionEdition::Summary,
    }
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
