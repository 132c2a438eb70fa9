//! A paper of the pack, page by page, as it will be printed.

use std::path::{Path, PathBuf};

use askama::Template;
use desk::view::{PaperPageView, PaperState, PrintedPage};
use desk::{Desk, EditionFile, Failure};

use super::printed::{Leaf, Printed, Zoom};
use crate::page::{Page, Trouble, html};
use crate::route::{Inner, Route};
use crate::words::{Id, Words, filters};

/// Which paper, and of whose pack.
pub(crate) struct PaperOf<'a> {
    pub(crate) id: &'a str,
    pub(crate) slug: &'a str,
}

#[derive(Template)]
#[template(path = "screens/paper.html")]
struct Screen<'a> {
    view: &'a PaperPageView,
    printed: &'a PrintedPage,
    id: &'a str,
    leaf: &'a Leaf<'a>,
    trouble: &'a Trouble,
    /// What the sheet is called in the page.
    sheet: &'a str,
}

impl Screen<'_> {
    fn is_draft(&self) -> bool {
        self.view.paper.state == PaperState::Draft
    }
}

impl Printed for PaperOf<'_> {
    type View = PaperPageView;

    fn view(&self, desk: &Desk, page: usize) -> Result<PaperPageView, Failure> {
        desk.paper_page_view(self.id, self.slug, page)
    }

    fn printed(view: &PaperPageView) -> &PrintedPage {
        &view.printed
    }

    fn saved_by(&self, act: &str) -> Option<EditionFile> {
        (act == "save-word").then_some(EditionFile::Word)
    }

    fn file_name(&self, desk: &Desk, _: EditionFile) -> Result<String, Failure> {
        desk.paper_name(self.id, self.slug)
    }

    fn save(&self, desk: &Desk, _: EditionFile, path: &Path) -> Result<PathBuf, Failure> {
        desk.save_paper(self.id, self.slug, path)
    }

    fn screen(&self, words: &'static Words, view: &PaperPageView, leaf: Leaf<'_>) -> Page {
        let (printed, trouble, sheet) = (&view.printed, leaf.trouble, self.slug);
        let main = html(words, &Screen { view, printed, id: self.id, leaf: &leaf, trouble, sheet });
        let route = Route::In(self.id.to_owned(), Inner::Paper(self.slug.to_owned(), printed.page));
        Page::new(route, Id("paper-title"), main).framed(view.frame.clone()).troubled(trouble)
    }
}
