//! An edition of the rules for readers, page by page, as it will be printed.

use std::path::{Path, PathBuf};

use askama::Template;
use desk::view::{EditionPageView, MarkedAgainst, PrintedPage};
use desk::{Desk, EditionFile, Failure, ReadersEdition};

use super::printed::{Leaf, Printed, Zoom};
use crate::page::{Page, Trouble, html};
use crate::route::{Inner, Route};
use crate::words::{Id, Say, Words, filters};

/// Which edition, and of whose rules.
pub(crate) struct EditionOf<'a> {
    pub(crate) id: &'a str,
    pub(crate) which: ReadersEdition,
}

#[derive(Template)]
#[template(path = "screens/edition.html")]
struct Screen<'a> {
    view: &'a EditionPageView,
    printed: &'a PrintedPage,
    id: &'a str,
    leaf: &'a Leaf<'a>,
    trouble: &'a Trouble,
    /// What the sheet is called in the page.
    sheet: &'a str,
}

impl Screen<'_> {
    fn title(&self) -> Id {
        match self.view.which {
            ReadersEdition::Explained => Id("edition-explained"),
            ReadersEdition::Summary => Id("edition-summary"),
            ReadersEdition::LargePrint => Id("edition-large-print"),
            ReadersEdition::Marked(_) => Id("edition-marked"),
            ReadersEdition::Shared => Id("privacy-shareable"),
        }
    }

    fn means(&self) -> Say {
        match (self.view.which, &self.view.when) {
            (ReadersEdition::Marked(_), Some(when)) => {
                Id("edition-marked-moment-means").with("when", when.as_str())
            }
            (ReadersEdition::Marked(MarkedAgainst::Model), None) => Id("edition-marked-model-means").into(),
            (ReadersEdition::Marked(_), None) => Id("edition-marked-means").into(),
            (ReadersEdition::Explained, _) => Id("edition-explained-means").into(),
            (ReadersEdition::Summary, _) => Id("edition-summary-means").into(),
            (ReadersEdition::LargePrint, _) => Id("edition-large-print-means").into(),
            (ReadersEdition::Shared, _) => Id("edition-shared-means").into(),
        }
    }

    /// The screen that leads here, and its name.
    fn back(&self) -> (Inner, Id) {
        match self.view.which {
            ReadersEdition::Marked(against) => (Inner::Marked(against), Id("marked-title")),
            ReadersEdition::Shared => (Inner::Privacy, Id("screen-privacy")),
            _ => (Inner::Pack, Id("screen-pack")),
        }
    }

    /// As what it can be saved: the act, and what the button says.
    fn saves(&self) -> impl Iterator<Item = (&'static str, Id)> {
        self.view.which.files().iter().filter_map(|file| offer(*file))
    }

    fn has_tracked_changes(&self) -> bool {
        matches!(self.view.which, ReadersEdition::Marked(_))
    }
}

/// A file as it is offered: the act that saves it, and what the button says.
fn offer(file: EditionFile) -> Option<(&'static str, Id)> {
    match file {
        EditionFile::Pdf => Some(("save-pdf", Id("edition-save-pdf"))),
        EditionFile::Word => Some(("save-word", Id("edition-save-word"))),
        EditionFile::WebPage | EditionFile::Markdown | EditionFile::Text => None,
    }
}

impl Printed for EditionOf<'_> {
    type View = EditionPageView;

    fn view(&self, desk: &Desk, page: usize) -> Result<EditionPageView, Failure> {
        desk.edition_page_view(self.id, self.which, page)
    }

    fn printed(view: &EditionPageView) -> &PrintedPage {
        &view.printed
    }

    fn saved_by(&self, act: &str) -> Option<EditionFile> {
        let mut files = self.which.files().iter().copied();
        files.find(|file| offer(*file).is_some_and(|(offered, _)| offered == act))
    }

    fn file_name(&self, desk: &Desk, file: EditionFile) -> Result<String, Failure> {
        desk.readers_edition_name(self.id, self.which, file)
    }

    fn save(&self, desk: &Desk, file: EditionFile, path: &Path) -> Result<PathBuf, Failure> {
        desk.save_readers_edition(self.id, self.which, file, path)
    }

    fn screen(&self, words: &'static Words, view: &EditionPageView, leaf: Leaf<'_>) -> Page {
        let (printed, trouble, sheet) = (&view.printed, leaf.trouble, "edition");
        let main = html(words, &Screen { view, printed, id: self.id, leaf: &leaf, trouble, sheet });
        let route = Route::In(self.id.to_owned(), Inner::Edition(self.which, printed.page));
        Page::new(route, Id("edition-title"), main).framed(view.frame.clone()).troubled(trouble)
    }
}
