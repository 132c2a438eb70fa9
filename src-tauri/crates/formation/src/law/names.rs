//! What names must end in, and which words need somebody's leave.

use serde::Deserialize;

use super::{fault, form, toml_file};
use crate::legal::{LegalForm, Nation};
use crate::library::{LibraryFault, SourceFile};

/// A last word that a name may have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ending {
    /// The word or words: "Limited".
    pub words: String,
    /// Forms that may end so.
    pub forms: Vec<LegalForm>,
    /// Nations in which they may.
    pub nations: Vec<Nation>,
    /// The law.
    pub law: String,
}

/// A word that needs leave or is barred.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SensitiveWord {
    /// The word, in small letters; its plural and possessive count too.
    pub word: String,
    /// Forms whose names it concerns.
    pub forms: Vec<LegalForm>,
    /// Whether it is barred outright.
    pub barred: bool,
    /// What must be shown or who must be asked.
    pub needs: String,
    /// The law.
    pub law: String,
}

pub(super) struct Names {
    pub ending: Vec<Ending>,
    pub word: Vec<SensitiveWord>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    ending: Vec<RawEnding>,
    word: Vec<RawWord>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawEnding {
    words: String,
    forms: Vec<String>,
    nations: Vec<String>,
    law: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawWord {
    word: String,
    forms: Vec<String>,
    #[serde(default)]
    barred: bool,
    needs: String,
    law: String,
}

pub(super) fn read(file: &SourceFile<'_>) -> Result<Names, LibraryFault> {
    let raw: File = toml_file(file)?;
    let forms = |slugs: &[String]| slugs.iter().map(|slug| form(file, slug)).collect::<Result<Vec<_>, _>>();
    let nations = |slugs: &[String]| {
        slugs
            .iter()
            .map(|slug| {
                Nation::from_slug(slug)
                    .ok_or_else(|| fault(file, format!("there is no nation \u{201c}{slug}\u{201d}")))
            })
            .collect::<Result<Vec<_>, _>>()
    };
    Ok(Names {
        ending: raw
            .ending
            .into_iter()
            .map(|ending| {
                Ok(Ending {
                    forms: forms(&ending.forms)?,
                    nations: nations(&ending.nations)?,
                    words: ending.words,
                    law: ending.law,
                })
            })
            .collect::<Result<_, _>>()?,
        word: raw
            .word
            .into_iter()
            .map(|word| {
                Ok(SensitiveWord {
                    forms: forms(&word.forms)?,
                    word: word.word,
                    barred: word.barred,
                    needs: word.needs,
                    law: word.law,
                })
            })
            .collect::<Result<_, _>>()?,
    })
}
