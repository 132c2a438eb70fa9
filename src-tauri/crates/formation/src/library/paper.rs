//! Papers of a pack, a file each, and the list of papers by route.

use std::collections::BTreeMap;

use document::Audience;
use serde::Deserialize;

use super::front_matter::{Parted, part, slug};
use super::{LibraryFault, SourceFile};
use crate::legal::LegalForm;
use crate::text::{Engine, TextError};

/// The text of one paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaperText {
    /// Stable name: the file's.
    pub slug: String,
    /// Who it is for.
    pub audience: Audience,
    /// Who it is for under a condition; the first that holds wins over `audience`.
    pub audience_when: Vec<(String, Audience)>,
    /// Who signs it, as the library has it; none when nobody does.
    pub signers: Option<String>,
    /// A line on every page when it holds private data.
    pub private: Option<String>,
    /// The condition under which it is in the pack.
    pub when: Option<String>,
    /// Whether 25 mm stay clear at the top of page one.
    pub stamp_space: bool,
    /// Whether its pages have a border.
    pub border: bool,
    /// Whether it answers a registrar's questions, so that a group may give the answers in its own words.
    pub answers: bool,
    /// What to do with it, as the library has it.
    pub next: Option<String>,
    /// The file.
    pub file: String,
    /// The line of the file on which its text begins.
    pub body_line: usize,
}

impl PaperText {
    /// Returns the engine's name for its title.
    pub(crate) fn title_text(&self) -> String {
        format!("paper/{}/title", self.slug)
    }

    /// Returns the engine's name for the words that say who signs it; `signers` says whether there are any.
    pub(crate) fn signers_text(&self) -> String {
        format!("paper/{}/signers", self.slug)
    }

    /// Returns the engine's name for the words that say what to do with it; `next` says whether there are any.
    pub(crate) fn next_text(&self) -> String {
        format!("paper/{}/next", self.slug)
    }

    /// Returns the engine's name for its text.
    pub(crate) fn body_text(&self) -> String {
        format!("paper/{}/body", self.slug)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Head {
    title: String,
    r#for: String,
    #[serde(default)]
    for_when: Vec<ForWhen>,
    signers: Option<String>,
    private: Option<String>,
    when: Option<String>,
    #[serde(default)]
    stamp_space: bool,
    #[serde(default)]
    border: bool,
    #[serde(default)]
    answers: bool,
    next: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ForWhen {
    when: String,
    r#for: String,
}

pub(super) fn read(file: &SourceFile<'_>, engine: &mut Engine) -> Result<PaperText, LibraryFault> {
    let Parted { head: head_text, body, body_line } = part(file)?;
    let head: Head =
        toml::from_str(head_text).map_err(|error| LibraryFault::of_toml(file.path, head_text, 2, &error))?;
    let fault = |line: usize, message: String| LibraryFault { file: file.path.to_owned(), line, message };
    let at = |first: usize| move |error: TextError| fault(first + error.line - 1, error.message);
    let audience = |word: &str| match word {
        "registrar" => Ok(Audience::Registrar),
        "signing" => Ok(Audience::Signing),
        "keep" => Ok(Audience::Keep),
        other => Err(fault(2, format!("`for` does not know \u{201c}{other}\u{201d}"))),
    };
    let mut audience_when = Vec::new();
    for case in head.for_when {
        engine.add_condition(&case.when).map_err(at(2))?;
        audience_when.push((case.when, audience(&case.r#for)?));
    }
    let paper = PaperText {
        slug: slug(file.path),
        audience: audience(&head.r#for)?,
        audience_when,
        signers: head.signers,
        private: head.private,
        when: head.when,
        stamp_space: head.stamp_space,
        border: head.border,
        answers: head.answers,
        next: head.next,
        file: file.path.to_owned(),
        body_line,
    };
    engine.add_text(&paper.title_text(), &head.title).map_err(at(2))?;
    engine.add_text(&paper.body_text(), body).map_err(at(body_line))?;
    if let Some(signers) = &paper.signers {
        engine.add_text(&paper.signers_text(), signers).map_err(at(2))?;
    }
    if let Some(next) = &paper.next {
        engine.add_text(&paper.next_text(), next).map_err(at(2))?;
    }
    if let Some(when) = &paper.when {
        engine.add_condition(when).map_err(at(2))?;
    }
    Ok(paper)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Pack {
    documents: Vec<String>,
}

pub(super) fn read_packs(file: &SourceFile<'_>) -> Result<BTreeMap<LegalForm, Vec<String>>, LibraryFault> {
    let raw: BTreeMap<String, Pack> =
        toml::from_str(file.text).map_err(|error| LibraryFault::of_toml(file.path, file.text, 1, &error))?;
    raw.into_iter()
        .map(|(form, pack)| match LegalForm::from_slug(&form) {
            Some(form) => Ok((form, pack.documents)),
            None => Err(LibraryFault {
                file: file.path.to_owned(),
                line: 1,
                message: format!("there is no legal form \u{201c}{form}\u{201d}"),
            }),
        })
        .collect()
}
