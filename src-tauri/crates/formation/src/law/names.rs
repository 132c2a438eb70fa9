//! What names must end in, which characters they may hold, and which words need somebody's leave.

use serde::Deserialize;
use toml::Spanned;
use toml::value::Datetime;

use super::{Confidence, Place, date, forms, toml_file};
use crate::decision::Date;
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
    /// Where it was read.
    pub source: String,
    /// When it was last checked.
    pub checked: Date,
    /// How sure we are.
    pub confidence: Confidence,
}

impl Ending {
    /// Returns whether it is Welsh: only an office in Wales may use it, and the name before it is Welsh as well.
    pub fn is_welsh(&self) -> bool {
        self.nations == [Nation::Wales]
    }

    /// Returns what stands before it in `name`; none when the name does not end so.
    pub fn before<'n>(&self, name: &'n str) -> Option<&'n str> {
        let at = name.len().checked_sub(self.words.len()).filter(|at| name.is_char_boundary(*at))?;
        let fits = name[at..].eq_ignore_ascii_case(&self.words) && name[..at].ends_with(' ');
        fits.then(|| name[..at].trim_end())
    }
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
    /// How leave is won.
    pub proof: Proof,
    /// What must be shown or who must be asked, in finished sentences.
    pub needs: String,
    /// The law.
    pub law: String,
    /// Where it was read.
    pub source: String,
    /// When it was last checked.
    pub checked: Date,
    /// How sure we are.
    pub confidence: Confidence,
}

/// How leave to use a word is won.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Proof {
    /// Somebody is asked.
    #[default]
    Leave,
    /// The rules themselves meet the registrar's criteria.
    Criteria,
}

/// Which characters a name may hold, besides A to Z, digits and spaces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Characters {
    /// Forms whose names it concerns.
    pub forms: Vec<LegalForm>,
    letters: String,
    signs: String,
    not_first: String,
    /// The law.
    pub law: String,
    /// Where it was read.
    pub source: String,
    /// When it was last checked.
    pub checked: Date,
    /// How sure we are.
    pub confidence: Confidence,
}

/// What does not count when two names are compared.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
pub struct SameName {
    /// Words left out at the end, in small letters.
    pub endings: Vec<String>,
    /// Words left out at the start.
    pub starts: Vec<String>,
    /// Words that count as the same; the first stands for all.
    pub equal: Vec<Vec<String>>,
    #[serde(flatten)]
    origin: Origin,
}

/// Where an entry is from. Entries that hold it flattened cannot refuse unknown fields.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
struct Origin {
    law: String,
    source: String,
    checked: Option<Datetime>,
    confidence: Option<Confidence>,
}

pub(super) struct Names {
    pub ending: Vec<Ending>,
    pub word: Vec<SensitiveWord>,
    pub characters: Characters,
    pub same: SameName,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    ending: Vec<Spanned<RawEnding>>,
    characters: Spanned<RawCharacters>,
    same: Spanned<SameName>,
    words: Vec<Spanned<RawWords>>,
}

#[derive(Deserialize)]
struct RawEnding {
    words: String,
    forms: Vec<String>,
    nations: Vec<String>,
    #[serde(flatten)]
    origin: Origin,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct RawCharacters {
    forms: Vec<String>,
    letters: String,
    signs: String,
    not_first: String,
    #[serde(flatten)]
    origin: Origin,
}

#[derive(Deserialize)]
struct RawWords {
    words: Vec<String>,
    forms: Vec<String>,
    #[serde(default)]
    barred: bool,
    #[serde(default)]
    proof: Proof,
    needs: String,
    #[serde(flatten)]
    origin: Origin,
}

impl SameName {
    /// Returns what does not count, in words.
    pub(super) fn in_words(&self) -> String {
        let equal: Vec<String> = self.equal.iter().map(|words| words.join(" = ")).collect();
        let left_out = [&self.endings[..], &self.starts[..]].concat().join(", ");
        format!("the same: {}; left out: {left_out}", equal.join(", "))
    }
}

impl Characters {
    /// Returns what they are, in words.
    pub(super) fn in_words(&self) -> String {
        let Self { letters, signs, not_first, .. } = self;
        format!("letters {letters}; signs {signs}; not first {not_first}")
    }

    /// Returns the characters of `name` that it may not hold, each once.
    pub fn barred_in(&self, name: &str) -> Vec<char> {
        let mut barred: Vec<char> = Vec::new();
        for character in name.chars() {
            if !self.allows(character) && !barred.contains(&character) {
                barred.push(character);
            }
        }
        barred
    }

    /// Returns whether `character` is one that may not stand at the start.
    pub fn is_barred_first(&self, character: char) -> bool {
        self.not_first.contains(character)
    }

    /// Returns whether a name may hold `character`. Names are registered in capitals.
    pub fn allows(&self, character: char) -> bool {
        let mut capital = character.to_uppercase();
        let capital = match (capital.next(), capital.next()) {
            (Some(one), None) => one,
            _ => character,
        };
        capital == ' '
            || capital.is_ascii_uppercase()
            || capital.is_ascii_digit()
            || [&self.letters, &self.signs, &self.not_first].into_iter().any(|set| set.contains(capital))
    }
}

pub(super) fn read(file: &SourceFile<'_>) -> Result<Names, LibraryFault> {
    let raw: File = toml_file(file)?;
    let (same_at, characters_at) = (Place::of(file, &raw.same), Place::of(file, &raw.characters));
    let (same, characters) = (raw.same.into_inner(), raw.characters.into_inner());
    origin(same_at, &same.origin)?;
    let (checked, confidence) = origin(characters_at, &characters.origin)?;
    Ok(Names {
        ending: raw.ending.into_iter().map(|raw| ending(file, raw)).collect::<Result<_, _>>()?,
        characters: Characters {
            forms: forms(characters_at, &characters.forms)?,
            letters: characters.letters,
            signs: characters.signs,
            not_first: characters.not_first,
            law: characters.origin.law,
            source: characters.origin.source,
            checked,
            confidence,
        },
        same,
        word: words(file, raw.words)?,
    })
}

fn ending(file: &SourceFile<'_>, raw: Spanned<RawEnding>) -> Result<Ending, LibraryFault> {
    let at = Place::of(file, &raw);
    let raw = raw.into_inner();
    let (checked, confidence) = origin(at, &raw.origin)?;
    let (forms, nations) = (forms(at, &raw.forms)?, nations(at, &raw.nations)?);
    let Origin { law, source, .. } = raw.origin;
    Ok(Ending { words: raw.words, forms, nations, law, source, checked, confidence })
}

/// Returns one entry for each word of each group.
fn words(file: &SourceFile<'_>, groups: Vec<Spanned<RawWords>>) -> Result<Vec<SensitiveWord>, LibraryFault> {
    let mut words = Vec::new();
    for group in groups {
        let at = Place::of(file, &group);
        let group = group.into_inner();
        let forms = forms(at, &group.forms)?;
        let (checked, confidence) = origin(at, &group.origin)?;
        words.extend(group.words.into_iter().map(|word| SensitiveWord {
            word,
            forms: forms.clone(),
            barred: group.barred,
            proof: group.proof,
            needs: group.needs.clone(),
            law: group.origin.law.clone(),
            source: group.origin.source.clone(),
            checked,
            confidence,
        }));
    }
    Ok(words)
}

/// Returns when an entry was checked, and how sure we are.
fn origin(at: Place<'_>, origin: &Origin) -> Result<(Date, Confidence), LibraryFault> {
    match (&origin.checked, origin.confidence) {
        (Some(checked), Some(confidence)) => Ok((date(at, checked)?, confidence)),
        _ => Err(at.fault("an entry has no checked or no confidence".to_owned())),
    }
}

fn nations(at: Place<'_>, slugs: &[String]) -> Result<Vec<Nation>, LibraryFault> {
    let unknown = |slug: &String| at.fault(format!("there is no nation \u{201c}{slug}\u{201d}"));
    slugs.iter().map(|slug| Nation::from_slug(slug).ok_or_else(|| unknown(slug))).collect()
}
