//! A paper of the pack, page by page, as it will be printed.

use std::path::Path;

use askama::Template;
use desk::view::{PaperPageView, PaperState};
use desk::{Desk, Failure};

use crate::exchange::{Ask, Event};
use crate::form::Form;
use crate::page::{Page, Trouble, html};
use crate::route::{Inner, Route};
use crate::words::{Id, Say, Words, filters};

/// How large a page is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Zoom {
    /// As wide as the window lets it be.
    #[default]
    Fit,
    /// As large as on paper.
    Usual,
    /// Half as large again.
    Large,
    /// Twice as large.
    Double,
}

impl Zoom {
    const ALL: [Self; 4] = [Self::Fit, Self::Usual, Self::Large, Self::Double];

    /// Its name in the page, and in the stylesheet.
    fn slug(self) -> &'static str {
        match self {
            Self::Fit => "fit",
            Self::Usual => "usual",
            Self::Large => "large",
            Self::Double => "double",
        }
    }

    fn words(self) -> Say {
        let size = |percent: usize| Id("paper-size").with("size", percent);
        match self {
            Self::Fit => Id("paper-fit").into(),
            Self::Usual => size(100),
            Self::Large => size(150),
            Self::Double => size(200),
        }
    }
}

#[derive(Template)]
#[template(path = "screens/paper.html")]
struct Paper<'a> {
    view: &'a PaperPageView,
    id: &'a str,
    zoom: Zoom,
    /// What stands in the box for the page's number.
    wanted: String,
    /// Where the paper was just saved.
    saved: Option<&'a Path>,
    trouble: &'a Trouble,
}

impl Paper<'_> {
    fn name(&self) -> String {
        self.saved.and_then(Path::file_name).unwrap_or_default().to_string_lossy().into_owned()
    }

    fn within(&self) -> String {
        self.saved.and_then(Path::parent).unwrap_or(Path::new("")).display().to_string()
    }

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
    let form = Form::of(event);
    let view = desk.paper_page_view(id, slug, page)?;
    let wanted = match event.act.as_deref() {
        Some("earlier") => view.page.saturating_sub(1),
        Some("later") => view.page + 1,
        Some("turn") => {
            let typed = form.text("page").trim();
            let Some(wanted) = typed.parse().ok().filter(|wanted| (1..=view.paper.pages).contains(wanted))
            else {
                return Ok(no_such_page(Words::at(desk), &view, id, *zoom, typed));
            };
            wanted
        }
        Some("zoom") => {
            let chosen = Zoom::ALL.into_iter().find(|zoom| zoom.slug() == form.text("zoom"));
            *zoom = chosen.unwrap_or_default();
            return Ok(shown(Words::at(desk), &view, id, *zoom).staying().saying(zoom.words()));
        }
        Some("save-word") => {
            let title = Words::at(desk).say(Id("choose-place-for-file"));
            let (kind, ending, name) = ("Word files", "docx", desk.paper_name(id, slug)?);
            let ask = Ask::Save { title, kind, ending, name, event: event.clone() };
            return Ok(shown(Words::at(desk), &view, id, *zoom).staying().asking(ask));
        }
        _ => return Ok(shown(Words::at(desk), &view, id, *zoom)),
    };
    let view = desk.paper_page_view(id, slug, wanted)?;
    let words = Id("paper-say-page").with("page", view.page).with("pages", view.paper.pages);
    Ok(shown(Words::at(desk), &view, id, *zoom).staying().saying(words))
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
    let wanted = view.page.to_string();
    Ok(match desk.save_paper(id, slug, path) {
        Ok(saved) => page(words, &view, id, zoom, wanted, Some(&saved), &Trouble::none())
            .focusing("made")
            .saying(Id("pack-say-saved")),
        Err(failure) => page(words, &view, id, zoom, wanted, None, &failure.into()),
    })
}

fn no_such_page(words: &'static Words, view: &PaperPageView, id: &str, zoom: Zoom, typed: &str) -> Page {
    let sentence = format!("There is no page \u{201c}{typed}\u{201d} in this paper.");
    let what_to_do = format!("Write a number from 1 to {}.", view.paper.pages);
    let trouble = Failure::input("page", sentence, what_to_do).into();
    page(words, view, id, zoom, typed.to_owned(), None, &trouble)
}

fn shown(words: &'static Words, view: &PaperPageView, id: &str, zoom: Zoom) -> Page {
    page(words, view, id, zoom, view.page.to_string(), None, &Trouble::none())
}

fn page(
    words: &'static Words,
    view: &PaperPageView,
    id: &str,
    zoom: Zoom,
    wanted: String,
    saved: Option<&Path>,
    trouble: &Trouble,
) -> Page {
    let main = html(words, &Paper { view, id, zoom, wanted, saved, trouble });
    let route = Route::In(id.to_owned(), Inner::Paper(view.paper.slug.clone(), view.page));
    Page::new(route, Id("paper-title"), main).framed(view.frame.clone()).troubled(trouble)
}
