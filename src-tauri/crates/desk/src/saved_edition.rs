//! Editions of the constitution, and papers for a word processor, that somebody saves as a file of their own, beside the
//! pack.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use crate::desk::Desk;
use crate::edition::{ConstitutionEdition, EditionFile, edition_file, paper_as_word};
use crate::failure::Failure;
use crate::opening::free_name;
use crate::reading::ReadersEdition;
use crate::view::MarkedAgainst;
use crate::worked_out::WorkedOut;
use crate::{pack, whole_file};

/// What the names of a word processor's files end with.
const WORD: &str = "docx";

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
        ending(self.file())
    }

    /// The same edition, to be read on the screen; none for what is no page.
    pub fn read(self) -> Option<ReadersEdition> {
        match self {
            Self::Explained => Some(ReadersEdition::Explained),
            Self::Summary => Some(ReadersEdition::Summary),
            Self::LargePrint => Some(ReadersEdition::LargePrint),
            Self::Marked => Some(ReadersEdition::Marked(MarkedAgainst::Usual)),
            Self::Word | Self::MarkedWord | Self::WebPage | Self::Text => None,
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
        Ok(format!("{}-{}.{}", self.stem(id)?, which.slug(), which.ending()))
    }

    /// Returns a name for the file of a paper: the co-op's, the paper's and the date.
    ///
    /// # Errors
    /// When there is no such formation.
    pub fn paper_name(&self, id: &str, slug: &str) -> Result<String, Failure> {
        Ok(format!("{}-{slug}.{WORD}", self.stem(id)?))
    }

    /// What the names of a formation's files begin with.
    pub(crate) fn stem(&self, id: &str) -> Result<String, Failure> {
        let worked_out = self.worked_out(id)?;
        let name = worked_out.answers.text("name").unwrap_or_default();
        let draft = worked_out.blockers().next().is_some();
        Ok(pack::folder_name(name, worked_out.today, draft))
    }

    /// Saves an edition at `path`, over what a person agreed to replace there, and returns where it is. A name without
    /// the right ending gets it; nobody was asked about that name, so a file that has it already stays.
    ///
    /// # Errors
    /// When the disk refuses, when a character cannot be printed, or when there is no such formation. What was there is
    /// then as it was.
    pub fn save_edition(&self, id: &str, which: SavedEdition, path: &Path) -> Result<PathBuf, Failure> {
        let worked_out = WorkedOut { taken_down: self.taken_down(id)?, ..self.worked_out(id)? };
        let bytes = edition_file(&worked_out, which.constitution(), which.file(), None)?;
        let path = with_ending(path, which.ending());
        whole_file::write(&path, &bytes)?;
        Ok(path)
    }

    /// Saves a paper of the pack for a word processor, as [`Desk::save_edition`] saves an edition.
    ///
    /// # Errors
    /// As there, and when the pack has no such paper.
    pub fn save_paper(&self, id: &str, slug: &str, path: &Path) -> Result<PathBuf, Failure> {
        let bytes = paper_as_word(&self.worked_out(id)?, slug)?;
        let path = with_ending(path, WORD);
        whole_file::write(&path, &bytes)?;
        Ok(path)
    }
}

/// What the names of files of a kind end with.
pub(crate) fn ending(file: EditionFile) -> &'static str {
    match file {
        EditionFile::Pdf => "pdf",
        EditionFile::Word => WORD,
        EditionFile::WebPage => "html",
        EditionFile::Markdown => "md",
        EditionFile::Text => "txt",
    }
}

/// Returns a path with the ending that such files have; a name without it gets it, and no file that has it already is
/// meant.
pub(crate) fn with_ending(path: &Path, ending: &str) -> PathBuf {
    if path.extension().and_then(OsStr::to_str).is_some_and(|has| has.eq_ignore_ascii_case(ending)) {
        return path.to_owned();
    }
    let stem = path.file_name().unwrap_or_default().to_string_lossy();
    free_name(path.parent().unwrap_or(Path::new("")), &stem, ending)
}
