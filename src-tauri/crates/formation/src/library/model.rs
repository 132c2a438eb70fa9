//! Models: which rules make a constitution, for whom, in which order.

use serde::Deserialize;

use super::{LibraryFault, SourceFile};
use crate::legal::{CoopType, LegalForm, Nation};

/// An edition of rules for one or more types and forms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Model {
    /// Stable name: "toad-lane" for the built-in ones.
    pub id: String,
    /// "Worker co-operative".
    pub title: String,
    /// "2026-1".
    pub edition: String,
    /// Who stands behind it.
    pub sponsor: String,
    /// Under which licence its texts may be used.
    pub licence: String,
    /// Types it is made for.
    pub types: Vec<CoopType>,
    /// Forms it is made for.
    pub forms: Vec<LegalForm>,
    /// Nations it is made for.
    pub nations: Vec<Nation>,
    /// Files of questions, in the order asked.
    pub decisions: Vec<String>,
    /// Its parts, in printed order.
    pub parts: Vec<ModelPart>,
    /// The file.
    pub file: String,
}

/// A part of a model.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ModelPart {
    /// Its heading.
    pub heading: String,
    /// Its rules by slug, in printed order.
    pub clauses: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    id: String,
    title: String,
    edition: String,
    sponsor: String,
    licence: String,
    types: Vec<String>,
    forms: Vec<String>,
    nations: Vec<String>,
    decisions: Vec<String>,
    part: Vec<RawPart>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawPart {
    heading: String,
    clauses: Vec<String>,
}

pub(super) fn read(file: &SourceFile<'_>) -> Result<Model, LibraryFault> {
    let raw: Raw =
        toml::from_str(file.text).map_err(|error| LibraryFault::of_toml(file.path, file.text, 1, &error))?;
    let unknown = |what: &str, slug: &str| LibraryFault {
        file: file.path.to_owned(),
        line: file.line_of_name(slug),
        message: format!("{what} does not know \u{201c}{slug}\u{201d}"),
    };
    fn all<T>(slugs: &[String], read: impl Fn(&str) -> Option<T>) -> Result<Vec<T>, &str> {
        slugs.iter().map(|slug| read(slug).ok_or(slug.as_str())).collect()
    }
    Ok(Model {
        types: all(&raw.types, CoopType::from_slug).map_err(|slug| unknown("types", slug))?,
        forms: all(&raw.forms, LegalForm::from_slug).map_err(|slug| unknown("forms", slug))?,
        nations: all(&raw.nations, Nation::from_slug).map_err(|slug| unknown("nations", slug))?,
        id: raw.id,
        title: raw.title,
        edition: raw.edition,
        sponsor: raw.sponsor,
        licence: raw.licence,
        decisions: raw.decisions,
        parts: raw
            .part
            .into_iter()
            .map(|part| ModelPart { heading: part.heading, clauses: part.clauses })
            .collect(),
        file: file.path.to_owned(),
    })
}
