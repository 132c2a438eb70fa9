//! `constitution`: one constitution as a file.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use desk::{ConstitutionEdition, WorkedOut, edition_of, pack};
use serde_json::{Value as Json, json};
use typeset::{docx, html, lay_out_in, markdown, text, write_pdf};

use crate::arguments::{Edition, Format, Texts};
use crate::failure::Failure;
use crate::input::{assets, worked_out};

/// Writes an edition of the constitution of `file` to `out`; a marked one is marked against that of `against`.
pub fn run(
    texts: &Texts,
    file: &Path,
    words: Option<&Path>,
    format: Format,
    edition: Edition,
    against: Option<&Path>,
    out: &Path,
) -> Result<ExitCode, Failure> {
    let assets = assets(texts)?;
    let worked_out_now = worked_out(&assets, file, words, None)?;
    let before = against.map(|file| worked_out(&assets, file, words, None)).transpose()?;
    let (paper, print, edition) = edition_of(&worked_out_now, which(edition), before.as_ref())?;
    let worked_out = worked_out_now;
    let bytes = match format {
        Format::Html => html(&paper.paper).into_bytes(),
        Format::Md => markdown(&paper.paper).into_bytes(),
        Format::Text => text(&paper.paper).into_bytes(),
        Format::Json => format!("{:#}\n", json_of(&worked_out)).into_bytes(),
        Format::Docx => {
            let about = pack::about(&worked_out, &edition, &paper);
            docx(&paper.paper, &lay_out_in(&paper.paper, &assets.fonts, print), &about)
                .map_err(|error| Failure::unreadable(format!("The Word file cannot be written: {error}.")))?
        }
        Format::Pdf => {
            let pages = lay_out_in(&paper.paper, &assets.fonts, print);
            if let Some(missing) = pages.missing.first() {
                return Err(desk::Failure::unprintable(missing.character, &missing.text).into());
            }
            if pages.left_out > 0 {
                return Err(desk::Failure::too_long(&paper.paper.title, pages.left_out).into());
            }
            write_pdf(&pages, &assets.fonts, &pack::about(&worked_out, &edition, &paper))
                .map_err(|error| Failure::unreadable(format!("The PDF cannot be written: {error}.")))?
        }
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
