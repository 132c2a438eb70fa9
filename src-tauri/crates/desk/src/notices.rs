//! What others wrote of the app, and their licences in full. `scripts/make-notices` writes them down.

use serde::Deserialize;

use crate::failure::Failure;

static NOTICES: &str = include_str!("../../../../assets/notices.json");

/// A licence, and what stands under it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Notice {
    /// Its short name.
    pub licence: String,
    /// What stands under it, by name.
    pub packages: Vec<Package>,
    /// Its words, with whose it is.
    pub text: String,
}

/// Something that others wrote.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Package(String, String);

impl Notice {
    /// What stands first.
    pub fn first(&self) -> String {
        self.packages.first().map(Package::in_words).unwrap_or_default()
    }
}

impl Package {
    /// Its name and version, as far as it has one.
    pub fn in_words(&self) -> String {
        format!("{} {}", self.0, self.1).trim_end().to_owned()
    }
}

/// Returns every notice.
///
/// # Errors
/// When the app's own list is damaged, which its tests rule out.
pub fn all() -> Result<Vec<Notice>, Failure> {
    serde_json::from_str(NOTICES)
        .map_err(|error| Failure::fault(&format!("its list of licences is damaged ({error})")))
}
