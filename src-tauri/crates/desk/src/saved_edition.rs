//! Editions of the constitution that somebody saves as a file of their own, beside the pack.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use typeset::{docx, html, lay_out_in, text, write_pdf};

use crate::desk::Desk;
use crate::edition::{ConstitutionEdition, edition_of};
use crate::failure::Failure;
use crate::worked_out::WorkedOut;
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
        match self {
            Self::Explained | Self::Summary | Self::LargePrint | Self::Marked => "pdf",
            Self::Word | Self::MarkedWord => "docx",
            Self::WebPage => "html",
            Self::Text => "txt",
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

    fn bytes(self, worked_out: &WorkedOut<'_>) -> Result<Vec<u8>, Failure> {
        let (paper, print, edition) = edition_of(worked_out, self.constitution(), None)?;
        match self {
            Self::WebPage => return Ok(html(&paper.paper).into_bytes()),
            Self::Text => return Ok(text(&paper.paper).into_bytes()),
            _ => {}
        }
        let fonts = &worked_out.assets.fonts;
        let pages = lay_out_in(&paper.paper, fonts, print);
        if let Some(missing) = pages.missing.first() {
            return Err(Failure::unprintable(missing.character, &missing.text));
        }
        if pages.left_out > 0 {
            return Err(Failure::too_long(&paper.paper.title, pages.left_out));
        }
        let about = pack::about(worked_out, &edition, &paper);
        let fault =
            |error: &dyn std::fmt::Display| Failure::fault(&format!("a file cannot be written ({error})"));
        match self {
            Self::Word | Self::MarkedWord => {
                docx(&paper.paper, &pages, &about).map_err(|error| fault(&error))
            }
            _ => write_pdf(&pages, fonts, &about).map_err(|error| fault(&error)),
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
        let bytes = which.bytes(&self.worked_out(id)?)?;
        let path = with_ending(path, which.ending());
        whole_file::write(&path, &bytes)?;
        Ok(path)
    }
}

fn with_ending(path: &Path, ending: &str) -> PathBuf {
    if path.extension().and_then(OsStr::to_str).is_some_and(|has| has.eq_ignore_ascii_case(ending)) {
        return path.to_owned();
    }
    let stem = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let mut number = 1;
    loop {
        let name =
            if number == 1 { format!("{stem}.{ending}") } else { format!("{stem} ({number}).{ending}") };
        let path = path.with_file_name(name);
        if !path.exists() {
            return path;
        }
        number += 1;
    }
}
