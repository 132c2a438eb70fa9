//! What somebody set for themselves on this computer: their name, the size of the text. No co-op's data.

use std::path::Path;

use formation::letters;
use serde::{Deserialize, Serialize};

use crate::desk::Desk;
use crate::failure::Failure;
use crate::whole_file;

const FILE: &str = "preferences.json";
/// Who makes changes as long as nobody says their name.
pub(crate) const NOBODY: &str = "this computer";
/// More of a name is no name.
const LONGEST_NAME: usize = 80;
/// The sizes that text can have, in hundredths of its usual size.
const SIZES: [u16; 11] = [80, 90, 100, 110, 125, 150, 175, 200, 225, 250, 300];
const USUAL_SIZE: u16 = 100;
/// After how many minutes without a touch the desk may lock itself.
pub const REST_MINUTES: [u16; 4] = [5, 15, 30, 60];
const USUAL_REST: u16 = 15;

/// A language of the app. What it writes for the registrar is another matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Language {
    /// English, in which everything is there.
    #[default]
    #[serde(rename = "en")]
    English,
    /// Welsh.
    #[serde(rename = "cy")]
    Welsh,
}

impl Language {
    /// Every language, each by its own name.
    pub const ALL: [(Self, &'static str); 2] = [(Self::English, "English"), (Self::Welsh, "Cymraeg")];

    /// Its tag: "cy".
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en-GB",
            Self::Welsh => "cy",
        }
    }

    /// Returns the language with this tag.
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().map(|(language, _)| language).find(|language| language.tag() == tag)
    }
}

/// What somebody set for themselves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Preferences {
    /// Their name, as other copies of a co-op show it; empty while they did not say.
    pub name: String,
    /// The size of everything on the screen, in hundredths of the usual size.
    pub size: u16,
    /// After how many minutes without a touch a desk with a passphrase locks itself; none for never.
    pub rest_minutes: Option<u16>,
    /// Whether they have read that the computer's disk ought to be encrypted.
    pub disk_advice_read: bool,
    /// The language in which the app speaks.
    pub language: Language,
}

impl Default for Preferences {
    fn default() -> Self {
        Self {
            name: String::new(),
            size: USUAL_SIZE,
            rest_minutes: Some(USUAL_REST),
            disk_advice_read: false,
            language: Language::default(),
        }
    }
}

impl Preferences {
    /// Reads what was set; whatever cannot be read is as it is usually.
    pub(crate) fn read(folder: &Path) -> Self {
        let text = std::fs::read_to_string(folder.join(FILE)).unwrap_or_default();
        let read: Self = serde_json::from_str(&text).unwrap_or_default();
        let rest_minutes = read.rest_minutes.map(|minutes| minutes.clamp(REST_MINUTES[0], REST_MINUTES[3]));
        Self { size: read.size.clamp(SIZES[0], SIZES[SIZES.len() - 1]), rest_minutes, ..read }
    }

    fn write(&self, folder: &Path) -> Result<(), Failure> {
        let text = serde_json::to_string_pretty(self).map_err(|error| Failure::fault(&error.to_string()))?;
        whole_file::write(&folder.join(FILE), text.as_bytes())
    }

    /// Whether a desk that nobody touched for `seconds` is to lock itself, where a passphrase is set.
    pub fn locks_after(&self, seconds: u64) -> bool {
        self.rest_minutes.is_some_and(|minutes| seconds >= u64::from(minutes) * 60)
    }

    /// Who makes the changes.
    pub(crate) fn author(&self) -> &str {
        if self.name.is_empty() { NOBODY } else { &self.name }
    }
}

impl Desk {
    /// Returns what somebody set for themselves.
    pub fn preferences(&self) -> &Preferences {
        &self.preferences
    }

    /// Takes down who works at this computer; empty for nobody in particular.
    ///
    /// # Errors
    /// When the name is too long or holds a hidden character, or it cannot be saved.
    pub fn set_name(&mut self, name: &str) -> Result<(), Failure> {
        let name = letters::composed(name.trim());
        if name.chars().count() > LONGEST_NAME {
            let sentence = format!("Your name is longer than {LONGEST_NAME} characters.");
            return Err(Failure::input("your-name", sentence, "Write it shorter."));
        }
        // A name stands in one line.
        if let Some(character) = name.chars().find(|c| c.is_control() || letters::is_hidden(*c)) {
            return Err(Failure {
                field: Some("your-name".to_owned()),
                ..Failure::hidden_character(character)
            });
        }
        self.prefer(Preferences { name: name.into_owned(), ..self.preferences.clone() })
    }

    /// Takes down in which language the app speaks.
    ///
    /// # Errors
    /// When it cannot be saved.
    pub fn set_language(&mut self, language: Language) -> Result<(), Failure> {
        self.prefer(Preferences { language, ..self.preferences.clone() })
    }

    /// Takes down when a desk with a passphrase locks itself: after one of [`REST_MINUTES`], or never.
    ///
    /// # Errors
    /// When it cannot be saved.
    pub fn set_rest(&mut self, minutes: Option<u16>) -> Result<(), Failure> {
        let rest_minutes = minutes.filter(|minutes| REST_MINUTES.contains(minutes));
        self.prefer(Preferences { rest_minutes, ..self.preferences.clone() })
    }

    /// Whether somebody is still to be told that the computer's disk ought to be encrypted.
    pub fn advises_on_the_disk(&self) -> bool {
        !self.is_encrypted() && !self.preferences.disk_advice_read
    }

    /// Takes down that the advice on the disk was read.
    ///
    /// # Errors
    /// When it cannot be saved.
    pub fn put_disk_advice_away(&mut self) -> Result<(), Failure> {
        self.prefer(Preferences { disk_advice_read: true, ..self.preferences.clone() })
    }

    /// Makes everything on the screen a step larger (1) or smaller (-1), or as large as usual (0), and returns the size
    /// in hundredths.
    ///
    /// # Errors
    /// When it cannot be saved.
    pub fn resize(&mut self, step: i8) -> Result<u16, Failure> {
        let now = self.preferences.size;
        let size = match step {
            0 => USUAL_SIZE,
            1.. => SIZES.into_iter().find(|size| *size > now).unwrap_or(now),
            _ => SIZES.into_iter().rev().find(|size| *size < now).unwrap_or(now),
        };
        self.prefer(Preferences { size, ..self.preferences.clone() })?;
        Ok(size)
    }

    fn prefer(&mut self, preferences: Preferences) -> Result<(), Failure> {
        preferences.write(self.ledger.folder())?;
        self.preferences = preferences;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_desk_locks_when_nobody_touched_it_for_so_long() {
        let after = |rest_minutes| Preferences { rest_minutes, ..Preferences::default() };
        let cases = [(Some(15), 14 * 60, false), (Some(15), 15 * 60 - 1, false), (Some(15), 15 * 60, true)];
        for (minutes, seconds, locks) in
            cases.into_iter().chain([(Some(5), u64::MAX, true), (None, u64::MAX, false)])
        {
            assert_eq!(after(minutes).locks_after(seconds), locks, "{minutes:?} {seconds}");
        }
    }
}
