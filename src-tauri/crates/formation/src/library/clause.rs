//! Rules, a file each.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::front_matter::{Parted, part, slug};
use super::{LibraryFault, SourceFile};
use crate::provides::{Criterion, Matter};
use crate::text::{Engine, Origin, TextError};

/// One rule of the library.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clause {
    /// How models name it: the file's name.
    pub name: String,
    /// How rules refer to it. A text that stands in the place of another, for another type of co-op, has
    /// that one's slug.
    pub slug: String,
    /// Its place in the catalogue of slots: "D5".
    pub slot: String,
    /// Its heading, as the file has it: where that turns on answers, with the signs of the template language.
    pub heading: String,
    /// Matters of section 14 it provides for.
    pub matters: Vec<Matter>,
    /// What Companies House looks for, that it states.
    pub criteria: Vec<Criterion>,
    /// Co-operative principles it puts into practice, 1 to 7.
    pub principles: Vec<u8>,
    /// The condition under which it is in.
    pub when: Option<String>,
    /// The law behind it, in few words.
    pub law: Option<String>,
    /// Whether it has a remark and a plain-words twin.
    pub has_note: bool,
    /// Whether it has a plain-words twin.
    pub has_plain: bool,
    /// Whether it came with a sponsor's package.
    pub is_sponsors: bool,
    /// The file.
    pub file: String,
    /// The line of the file on which its text begins.
    pub body_line: usize,
}

/// Which text of a rule.
#[derive(Debug, Clone, Copy)]
pub(crate) enum ClauseText {
    Heading,
    Note,
    Plain,
    Body,
}

/// The names that a rule asks for, as texts call answers.
#[derive(Debug)]
pub(super) struct Asked {
    /// By its text, or by passages in it.
    pub by_text: BTreeSet<String>,
    /// By the condition under which it is in.
    pub by_condition: BTreeSet<String>,
}

impl Clause {
    /// Looks through its texts, and through the passages in them. All passages must have been read.
    pub(super) fn asked(&self, engine: &Engine) -> Asked {
        Asked {
            by_text: engine.asked_for(&self.text(ClauseText::Body)),
            by_condition: self.when.as_ref().map(|when| engine.condition_asks_for(when)).unwrap_or_default(),
        }
    }

    /// Returns the engine's name for one of its texts.
    pub(crate) fn text(&self, which: ClauseText) -> String {
        text_name(&self.name, which)
    }
}

fn text_name(name: &str, which: ClauseText) -> String {
    let part = match which {
        ClauseText::Heading => "heading",
        ClauseText::Note => "note",
        ClauseText::Plain => "plain",
        ClauseText::Body => "body",
    };
    format!("clause/{name}/{part}")
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
    slot: String,
    r#as: Option<String>,
    heading: String,
    note: Option<String>,
    plain: Option<String>,
    #[serde(default)]
    s14: Vec<String>,
    #[serde(default)]
    criteria: Vec<String>,
    #[serde(default)]
    principles: Vec<u8>,
    when: Option<String>,
    law: Option<String>,
}

pub(super) fn read(file: &SourceFile<'_>, engine: &mut Engine) -> Result<Clause, LibraryFault> {
    let Parted { head: head_text, body, body_line } = part(file)?;
    let head: Head =
        toml::from_str(head_text).map_err(|error| LibraryFault::of_toml(file.path, head_text, 2, &error))?;
    let fault = |line: usize, message: String| LibraryFault { file: file.path.to_owned(), line, message };
    let at = |first: usize| move |error: TextError| fault(first + error.line - 1, error.message);
    let name = slug(file.path);

    engine.add_text(&text_name(&name, ClauseText::Body), body).map_err(at(body_line))?;
    let inline = [
        (ClauseText::Heading, Some(&head.heading)),
        (ClauseText::Note, head.note.as_ref()),
        (ClauseText::Plain, head.plain.as_ref()),
    ];
    for (which, text) in inline {
        if let Some(text) = text {
            engine.add_text(&text_name(&name, which), text).map_err(at(2))?;
        }
    }
    if let Some(when) = &head.when {
        engine.add_condition(when).map_err(at(2))?;
    }
    Ok(Clause {
        matters: slugs(&head.s14, Matter::from_slug).map_err(|slug| fault(2, unknown("s14", slug)))?,
        criteria: slugs(&head.criteria, Criterion::from_slug)
            .map_err(|slug| fault(2, unknown("criteria", slug)))?,
        slug: head.r#as.unwrap_or_else(|| name.clone()),
        name,
        slot: head.slot,
        heading: head.heading,
        principles: head.principles,
        when: head.when,
        law: head.law,
        is_sponsors: engine.origin() == Origin::Sponsors,
        has_note: head.note.is_some(),
        has_plain: head.plain.is_some(),
        file: file.path.to_owned(),
        body_line,
    })
}

fn slugs<T>(slugs: &[String], read: impl Fn(&str) -> Option<T>) -> Result<Vec<T>, &str> {
    slugs.iter().map(|slug| read(slug).ok_or(slug.as_str())).collect()
}

fn unknown(list: &str, slug: &str) -> String {
    format!("{list} does not know \u{201c}{slug}\u{201d}")
}
