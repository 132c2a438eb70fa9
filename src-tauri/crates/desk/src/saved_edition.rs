//! Editions of the constitution that somebody saves as a file of their own, beside the pack.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use crate::desk::Desk;
use crate::edition::{ConstitutionEdition, EditionFile, edition_file};
use crate::failure::Failure;
use crate::opening::free_name;
use crate::{pack, whole_file};

/// An edition to be saved, and as what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SavedEdition {
    /// Each rule beside what it means and what was chosen, as a PDF.
    Explained,
    /// On two pages, in plain words, as a PDF.
    Summary,
    /// In letters of 18 pt, as a PDF.
    LargePrint,
    /// With what differs from the model's usual answers marked, as a PDF.
    Marked,
    /// As it is signed, for a word processor.
    Word,
    /// Marked, with the differences as tracked changes of a word processor.
    MarkedWord,
    /// As a web page.
    WebPage,
    /// As words alone.
    Text,
}

impl SavedEdition {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 8] = [
        Self::Explained,
        Self::Summary,
        Self::LargePrint,
        Self::Marked,
        Self::Word,
        Self::MarkedWord,
        Self::WebPage,
        Self::Text,
    ];

    /// Its name in forms, and in the name of its file.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Explained => "explained",
            Self::Summary => "summary",
            Self::LargePrint => "large-print",
            Self::Marked => "marked",
            Self::Word => "word",
            Self::MarkedWord => "marked-word",
            Self::WebPage => "web-page",
            Self::Text => "text",
        }
    }

    /// What the names of such files end with.
    pub fn ending(self) -> &'static str {
        match self.file() {
            EditionFile::Pdf => "pdf",
            EditionFile::Word => "docx",
            EditionFile::WebPage => "html",
            EditionFile::Markdown => "md",
            EditionFile::Text => "txt",
        }
    }

    fn file(self) -> EditionFile {
        match self {
            Self::Explained | Self::Summary | Self::LargePrint | Self::Marked => EditionFile::Pdf,
            Self::Word | Self::MarkedWord => EditionFile::Word,
            Self::WebPage => EditionFile::WebPage,
            Self::Text => EditionFile::Text,
        }
    }

    fn constitution(self) -> ConstitutionEdition {
        match self {
            Self::Explained => ConstitutionEdition::Explained,
            Self::Summary => ConstitutionEdition::Summary,
            Self::LargePrint => ConstitutionEdition::LargePrint,
            Self::Marked | Self::MarkedWord => ConstitutionEdition::Marked,
            Self::Word | Self::WebPage | Self::Text => ConstitutionEdition::Signed,
        }
    }
}

impl Desk {
    /// Returns a name for the file of an edition: the co-op's, the edition's and the date.
    ///
    /// # Errors
    /// When there is no such formation.
    pub fn edition_name(&self, id: &str, which: SavedEdition) -> Result<String, Failure> {
        let worked_out = self.worked_out(id)?;
        let name = worked_out.answers.text("name").unwrap_or_default();
        let draft = worked_out.blockers().next().is_some();
        let stem = pack::folder_name(name, worked_out.today, draft);
        Ok(format!("{stem}-{}.{}", which.slug(), which.ending()))
    }

    /// Saves an edition at `path`, over what a person agreed to replace there, and returns where it is. A name without
    /// the right ending gets it; nobody was asked about that name, so a file that has it already stays.
    ///
    /// # Errors
    /// When the disk refuses, when a character cannot be printed, or when there is no such formation. What was there is
    /// then as it was.
    pub fn save_edition(&self, id: &str, which: SavedEdition, path: &Path) -> Result<PathBuf, Failure> {
        let bytes = edition_file(&self.worked_out(id)?, which.constitution(), which.file(), None)?;
        let path = with_ending(path, which.ending());
        whole_file::write(&path, &bytes)?;
        Ok(path)
    }
}

pub(crate) fn with_ending(path: &Path, ending: &str) -> PathBuf {
    if path.extension().and_then(OsStr::to_str).is_some_and(|has| has.eq_ignore_ascii_case(ending)) {
        return path.to_owned();
    }
    let stem = path.file_name().unwrap_or_default().to_string_lossy();
    free_name(path.parent().unwrap_or(Path::new("")), &stem, ending)
}
