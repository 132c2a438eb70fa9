//! Starters: a ready beginning for a sector, from which a group goes on.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::decision::{Status, Taken, Value, read as read_value};
use crate::formation::Formation;
use crate::legal::{CoopType, LegalForm, Nation};
use crate::library::{Library, LibraryFault, SourceFile, line_at, to_json};

/// A ready beginning for a sector.
#[derive(Debug, Clone, PartialEq)]
pub struct Starter {
    /// Stable name, that of its file: "food-shop".
    pub slug: String,
    /// "Food shop or buying group".
    pub title: String,
    /// Who it is for, a sentence.
    pub says: String,
    /// Its place among the starters.
    pub order: u32,
    /// The type it begins.
    pub coop_type: CoopType,
    /// The form that suits best.
    pub form: LegalForm,
    /// Other forms that suit.
    pub also: Vec<LegalForm>,
    /// Why this type and form.
    pub why: String,
    /// The name of an example to learn from.
    pub example: String,
    /// What there is to learn from it.
    pub example_teaches: String,
    /// What others in the sector decide, a sentence each.
    pub others: Vec<String>,
    /// What to see to outside the rules.
    pub see_to: Vec<SeeTo>,
    decisions: BTreeMap<String, Value>,
}

/// Something of the sector that is not in the rules: a permit, an insurance.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SeeTo {
    /// What to do.
    pub says: String,
    /// Where it stands.
    pub law: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Raw {
    title: String,
    says: String,
    order: u32,
    r#type: String,
    form: String,
    also: Vec<String>,
    why: String,
    example: String,
    example_teaches: String,
    others: Vec<String>,
    see_to: Vec<SeeTo>,
    decisions: toml::Table,
}

impl Starter {
    /// Returns the forms that suit, the best first.
    pub fn forms(&self) -> impl Iterator<Item = LegalForm> {
        std::iter::once(self.form).chain(self.also.iter().copied())
    }

    /// Returns the answers it proposes, by question.
    pub fn proposals(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.decisions.iter().map(|(slug, value)| (slug.as_str(), value))
    }

    /// Returns a formation that begins with it. Its answers are proposed: the group has yet to agree.
    pub fn begin(&self, form: LegalForm, nation: Nation, model: &str) -> Formation {
        let mut formation = Formation::new(self.coop_type, form, nation, model);
        for (slug, value) in &self.decisions {
            let taken = Taken { value: Some(value.clone()), status: Status::Proposed, reason: None };
            formation.decisions.insert(slug.clone(), taken);
        }
        formation
    }
}

/// Reads a starter; the library must hold all questions already.
pub(crate) fn read(file: &SourceFile<'_>, library: &Library) -> Result<Starter, LibraryFault> {
    let raw: Raw =
        toml::from_str(file.text).map_err(|error| LibraryFault::of_toml(file.path, file.text, 1, &error))?;
    let fault = |near: &str, message: String| LibraryFault {
        file: file.path.to_owned(),
        line: file.text.find(near).map_or(1, |at| line_at(file.text, at)),
        message,
    };
    let form = |slug: &str| {
        LegalForm::from_slug(slug)
            .ok_or_else(|| fault("form =", format!("there is no form \u{201c}{slug}\u{201d}")))
    };
    let mut decisions = BTreeMap::new();
    for (slug, value) in &raw.decisions {
        let decision = library
            .decision(slug)
            .ok_or_else(|| fault(slug, format!("there is no question \u{201c}{slug}\u{201d}")))?;
        let value = read_value(&decision.kind, &decision.choices, decision.other, &to_json(value))
            .map_err(|error| fault(slug, format!("{slug}: {error}")))?;
        decisions.insert(slug.clone(), value);
    }
    let stem = file.path.rsplit('/').next().unwrap_or(file.path);
    Ok(Starter {
        slug: stem.trim_end_matches(".toml").to_owned(),
        coop_type: CoopType::from_slug(&raw.r#type)
            .ok_or_else(|| fault("type =", format!("there is no type \u{201c}{}\u{201d}", raw.r#type)))?,
        form: form(&raw.form)?,
        also: raw.also.iter().map(|slug| form(slug)).collect::<Result<_, _>>()?,
        title: raw.title,
        says: raw.says,
        order: raw.order,
        why: raw.why,
        example: raw.example,
        example_teaches: raw.example_teaches,
        others: raw.others,
        see_to: raw.see_to,
        decisions,
    })
}
