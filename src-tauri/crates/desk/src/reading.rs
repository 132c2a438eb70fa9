//! Editions of the constitution that are read on the screen, page by page as they are printed, and saved from there.

use std::path::{Path, PathBuf};

use formation::pack::{Against, Edition, PackPaper};
use typeset::Print;

use crate::desk::Desk;
use crate::edition::{ConstitutionEdition, EditionFile, edition_of, kind, marked_against, written};
use crate::failure::Failure;
use crate::saved_edition::{ending, with_ending};
use crate::view::{EditionPageView, MarkedAgainst, PrintedPage};
use crate::worked_out::WorkedOut;
use crate::{pack, whole_file};

/// An edition that is made for readers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReadersEdition {
    /// Each rule beside what it means and what was chosen.
    Explained,
    /// On two pages, in plain words.
    Summary,
    /// In letters of 18 pt.
    LargePrint,
    /// With what came and went marked.
    Marked(MarkedAgainst),
    /// A copy for anybody, in which what is private is blank.
    Shared,
}

impl ReadersEdition {
    /// As what it can be saved, in the order in which that is offered. Nobody changes a copy to share by accident, and a
    /// word processor has its own way to larger letters.
    pub fn files(self) -> &'static [EditionFile] {
        match self {
            Self::Shared | Self::LargePrint => &[EditionFile::Pdf],
            Self::Explained | Self::Summary | Self::Marked(_) => &[EditionFile::Pdf, EditionFile::Word],
        }
    }

    fn slug(self) -> &'static str {
        match self {
            Self::Explained => "explained",
            Self::Summary => "summary",
            Self::LargePrint => "large-print",
            Self::Marked(_) => "marked",
            Self::Shared => "to-share",
        }
    }
}

impl Desk {
    /// Returns one page of an edition, counted from 1, as it will be printed. Beyond the last page, the last.
    ///
    /// # Errors
    /// When there is no such formation or moment.
    pub fn edition_page_view(
        &self,
        id: &str,
        which: ReadersEdition,
        page: usize,
    ) -> Result<EditionPageView, Failure> {
        let worked_out = self.worked_out(id)?;
        let (paper, print, edition) = self.readers_paper(&worked_out, id, which)?;
        let fonts = &worked_out.assets.fonts;
        let laid_out = self.remembered.papers.pages(&paper.paper, print, fonts);
        let printed = PrintedPage::of(&laid_out, fonts, page);
        Ok(EditionPageView {
            frame: self.frame_view(id)?,
            which,
            draft: edition.draft,
            when: self.when_marked(id, which)?,
            printed: printed.ok_or_else(|| Failure::not_found("That page"))?,
        })
    }

    /// Returns a name for the file of an edition: the co-op's, the edition's and the date.
    ///
    /// # Errors
    /// When there is no such formation.
    pub fn readers_edition_name(
        &self,
        id: &str,
        which: ReadersEdition,
        file: EditionFile,
    ) -> Result<String, Failure> {
        Ok(format!("{}-{}.{}", self.stem(id)?, which.slug(), ending(file)))
    }

    /// Saves an edition at `path`, as [`Desk::save_edition`] saves one of the pack's page.
    ///
    /// # Errors
    /// As there, and when there is no such moment.
    pub fn save_readers_edition(
        &self,
        id: &str,
        which: ReadersEdition,
        file: EditionFile,
        path: &Path,
    ) -> Result<PathBuf, Failure> {
        let worked_out = self.worked_out(id)?;
        let (paper, print, edition) = self.readers_paper(&worked_out, id, which)?;
        let bytes = written(&worked_out, &paper, print, &edition, file)?;
        let path = with_ending(path, ending(file));
        whole_file::write(&path, &bytes)?;
        Ok(path)
    }

    fn readers_paper(
        &self,
        now: &WorkedOut<'_>,
        id: &str,
        which: ReadersEdition,
    ) -> Result<(PackPaper, Print, Edition), Failure> {
        match which {
            ReadersEdition::Explained => {
                let told = WorkedOut { taken_down: self.taken_down(id)?, ..self.worked_out(id)? };
                edition_of(&told, ConstitutionEdition::Explained, None)
            }
            ReadersEdition::Summary => edition_of(now, ConstitutionEdition::Summary, None),
            ReadersEdition::LargePrint => edition_of(now, ConstitutionEdition::LargePrint, None),
            ReadersEdition::Marked(against) => {
                let edition = pack::edition(now, kind(now));
                let then = self.marked_from(id, now, against)?;
                let marked = |said| marked_against(now, &edition, &then, said);
                let paper = match against {
                    MarkedAgainst::Model => marked(Against::Model)?,
                    MarkedAgainst::Usual => marked(Against::Usual)?,
                    MarkedAgainst::Moment(moment) => marked(Against::Moment(&self.when(id, moment)?))?,
                };
                Ok((paper, Print::Usual, edition))
            }
            ReadersEdition::Shared => {
                let edition = pack::edition(now, kind(now));
                Ok((self.shared_copy(now, id, &edition), Print::Usual, edition))
            }
        }
    }

    /// When the moment was that an edition is marked against; none where it is against none.
    fn when_marked(&self, id: &str, which: ReadersEdition) -> Result<Option<String>, Failure> {
        match which {
            ReadersEdition::Marked(MarkedAgainst::Moment(moment)) => self.when(id, moment).map(Some),
            _ => Ok(None),
        }
    }
}
