//! An edition of the rules for readers, page by page, as it will be printed.

use std::path::Path;

use askama::Template;
use desk::view::{EditionPageView, MarkedAgainst, PrintedPage};
use desk::{Desk, EditionFile, Failure, ReadersEdition};

use super::printed::{Turned, Zoom, name_and_folder, page_words, turned};
use crate::exchange::{Ask, Event};
use crate::page::{Page, Trouble, html};
use crate::route::{Inner, Route};
use crate::words::{Id, Say, Words, filters};

#[derive(Template)]
#[template(path = "screens/edition.html")]
struct Edition<'a> {
    view: &'a EditionPageView,
    printed: &'a PrintedPage,
    id: &'a str,
    zoom: Zoom,
    /// What the sheet is called in the page.
    sheet: &'a str,
    /// What stands in the box for the page's number.
    wanted: String,
    /// The file that was just saved, and the folder it is in.
    saved: Option<(String, String)>,
    trouble: &'a Trouble,
}

impl Edition<'_> {
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

/// As what an act saves the edition; none for another act, and for what is not offered.
fn file_of(which: ReadersEdition, event: &Event) -> Option<EditionFile> {
    let asked = event.act.as_deref()?;
    which.files().iter().copied().find(|file| offer(*file).is_some_and(|(act, _)| act == asked))
}

/// Answers an event on a page of an edition.
pub(crate) fn answer(
    desk: &Desk,
    zoom: &mut Zoom,
    id: &str,
    (which, page): (ReadersEdition, usize),
    event: &Event,
) -> Result<Page, Failure> {
    let words = Words::at(desk);
    let view = desk.edition_page_view(id, which, page)?;
    if let Some(file) = file_of(which, event) {
        let title = words.say(Id("choose-place-for-file"));
        let (kind, ending) = match file {
            EditionFile::Word => ("Word files", "docx"),
            _ => ("PDF files", "pdf"),
        };
        let name = desk.readers_edition_name(id, which, file)?;
        let ask = Ask::Save { title, kind, ending, name, event: event.clone() };
        return Ok(shown(words, &view, id, *zoom).staying().asking(ask));
    }
    Ok(match turned(event, zoom, &view.printed) {
        None => shown(words, &view, id, *zoom),
        Some(Turned::Resized) => shown(words, &view, id, *zoom).staying().saying(zoom.words()),
        Some(Turned::Nowhere(failure, typed)) => {
            shown_with(words, &view, id, *zoom, typed, None, &failure.into())
        }
        Some(Turned::To(wanted)) => {
            let view = desk.edition_page_view(id, which, wanted)?;
            shown(words, &view, id, *zoom).staying().saying(page_words(&view.printed))
        }
    })
}

/// Saves the edition, where somebody chose; nowhere when they chose nothing.
pub(crate) fn chosen(
    desk: &Desk,
    zoom: Zoom,
    id: &str,
    (which, number): (ReadersEdition, usize),
    event: &Event,
    path: Option<&Path>,
) -> Result<Page, Failure> {
    let words = Words::at(desk);
    let view = desk.edition_page_view(id, which, number)?;
    let (Some(path), Some(file)) = (path, file_of(which, event)) else {
        return Ok(shown(words, &view, id, zoom).staying().saying(Id("pack-say-no-file")));
    };
    let wanted = view.printed.page.to_string();
    Ok(match desk.save_readers_edition(id, which, file, path) {
        Ok(saved) => shown_with(words, &view, id, zoom, wanted, Some(&saved), &Trouble::none())
            .focusing("made")
            .saying(Id("pack-say-saved")),
        Err(failure) => shown_with(words, &view, id, zoom, wanted, None, &failure.into()),
    })
}

fn shown(words: &'static Words, view: &EditionPageView, id: &str, zoom: Zoom) -> Page {
    shown_with(words, view, id, zoom, view.printed.page.to_string(), None, &Trouble::none())
}

fn shown_with(
    words: &'static Words,
    view: &EditionPageView,
    id: &str,
    zoom: Zoom,
    wanted: String,
    saved: Option<&Path>,
    trouble: &Trouble,
) -> Page {
    let (printed, saved) = (&view.printed, saved.map(name_and_folder));
    let main = html(words, &Edition { view, printed, id, zoom, sheet: "edition", wanted, saved, trouble });
    let route = Route::In(id.to_owned(), Inner::Edition(view.which, printed.page));
    Page::new(route, Id("edition-title"), main).framed(view.frame.clone()).troubled(trouble)
}
