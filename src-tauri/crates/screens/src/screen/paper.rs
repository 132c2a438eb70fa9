//! A paper of the pack, page by page, as it will be printed.

use std::path::Path;

use askama::Template;
use desk::view::{PaperPageView, PaperState, PrintedPage};
use desk::{Desk, Failure};

use super::printed::{Turned, Zoom, name_and_folder, page_words, turned};
use crate::exchange::{Ask, Event};
use crate::page::{Page, Trouble, html};
use crate::route::{Inner, Route};
use crate::words::{Id, Words, filters};

#[derive(Template)]
#[template(path = "screens/paper.html")]
struct Paper<'a> {
    view: &'a PaperPageView,
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

impl Paper<'_> {
    fn is_draft(&self) -> bool {
        self.view.paper.state == PaperState::Draft
    }
}

/// Answers an event on a page of a paper.
pub(crate) fn answer(
    desk: &Desk,
    zoom: &mut Zoom,
    id: &str,
    (slug, page): (&str, usize),
    event: &Event,
) -> Result<Page, Failure> {
    let words = Words::at(desk);
    let view = desk.paper_page_view(id, slug, page)?;
    if event.act.as_deref() == Some("save-word") {
        let title = words.say(Id("choose-place-for-file"));
        let (kind, ending, name) = ("Word files", "docx", desk.paper_name(id, slug)?);
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
            let view = desk.paper_page_view(id, slug, wanted)?;
            shown(words, &view, id, *zoom).staying().saying(page_words(&view.printed))
        }
    })
}

/// Saves the paper for a word processor, where somebody chose; nowhere when they chose nothing.
pub(crate) fn chosen(
    desk: &Desk,
    zoom: Zoom,
    id: &str,
    (slug, number): (&str, usize),
    path: Option<&Path>,
) -> Result<Page, Failure> {
    let words = Words::at(desk);
    let view = desk.paper_page_view(id, slug, number)?;
    let Some(path) = path else {
        return Ok(shown(words, &view, id, zoom).staying().saying(Id("pack-say-no-file")));
    };
    let wanted = view.printed.page.to_string();
    Ok(match desk.save_paper(id, slug, path) {
        Ok(saved) => shown_with(words, &view, id, zoom, wanted, Some(&saved), &Trouble::none())
            .focusing("made")
            .saying(Id("pack-say-saved")),
        Err(failure) => shown_with(words, &view, id, zoom, wanted, None, &failure.into()),
    })
}

fn shown(words: &'static Words, view: &PaperPageView, id: &str, zoom: Zoom) -> Page {
    shown_with(words, view, id, zoom, view.printed.page.to_string(), None, &Trouble::none())
}

fn shown_with(
    words: &'static Words,
    view: &PaperPageView,
    id: &str,
    zoom: Zoom,
    wanted: String,
    saved: Option<&Path>,
    trouble: &Trouble,
) -> Page {
    let (printed, sheet, saved) = (&view.printed, view.paper.slug.as_str(), saved.map(name_and_folder));
    let main = html(words, &Paper { view, printed, id, zoom, sheet, wanted, saved, trouble });
    let route = Route::In(id.to_owned(), Inner::Paper(view.paper.slug.clone(), printed.page));
    Page::new(route, Id("paper-title"), main).framed(view.frame.clone()).troubled(trouble)
}
