//! Handing a co-op on as a file, and settling what copies disagree on.

use std::path::Path;

use askama::Template;
use desk::exchange::{ExportKind, Exporting};
use desk::view::{ConflictView, FrameView};
use desk::{Desk, Failure};

use crate::exchange::{Ask, Event};
use crate::form::Form;
use crate::page::{Page, Trouble, html};
use crate::route::{Inner, Route};
use crate::words::{Id, Words, filters};

#[derive(Template)]
#[template(path = "screens/hand-on.html")]
struct HandOn<'a> {
    conflicts: &'a [ConflictView],
    made: Option<&'a Exporting>,
    /// Whether nobody said who works at this computer.
    nameless: bool,
    trouble: &'a Trouble,
}

impl HandOn<'_> {
    /// The five words, each with its number.
    fn words(made: &Exporting) -> Vec<&str> {
        made.words.iter().flat_map(|words| words.split(' ')).collect()
    }
}

fn kind_of(event: &Event) -> Option<ExportKind> {
    match event.act.as_deref() {
        Some("export-full") => Some(ExportKind::Full),
        Some("export-text") => Some(ExportKind::Text),
        _ => None,
    }
}

/// Answers an event on handing on.
pub(crate) fn answer(desk: &mut Desk, id: &str, event: &Event) -> Result<Page, Failure> {
    if kind_of(event).is_some() {
        let title = Words::at(desk).say(Id("choose-place-for-file"));
        let ask = Ask::Folder { title, event: event.clone() };
        return Ok(page(desk, id)?.staying().asking(ask));
    }
    if event.act.as_deref() == Some("settle") {
        let form = Form::of(event);
        desk.settle(id, form.text("field"), form.text("side"))?;
        let left = desk.conflicts(id)?.len();
        let focus = if left == 0 { "heading" } else { "conflicts" };
        return Ok(page(desk, id)?.focusing(focus).saying(Id("hand-on-say-settled").with("count", left)));
    }
    page(desk, id)
}

/// Writes the file into the folder; none when the person chose none.
pub(crate) fn chosen(desk: &Desk, id: &str, event: &Event, folder: Option<&Path>) -> Result<Page, Failure> {
    let (Some(kind), Some(folder)) = (kind_of(event), folder) else {
        return Ok(page(desk, id)?.staying().saying(Id("pack-say-no-folder")));
    };
    match desk.export_into(id, folder, kind) {
        Ok(made) => Ok(shown(desk, id, Some(&made), &Trouble::none())?
            .focusing("made")
            .saying(Id("hand-on-say-made"))),
        Err(failure) => shown(desk, id, None, &failure.into()),
    }
}

pub(crate) fn page(desk: &Desk, id: &str) -> Result<Page, Failure> {
    shown(desk, id, None, &Trouble::none())
}

fn shown(desk: &Desk, id: &str, made: Option<&Exporting>, trouble: &Trouble) -> Result<Page, Failure> {
    let frame: FrameView = desk.frame_view(id)?;
    let conflicts = desk.conflicts(id)?;
    let nameless = desk.preferences().name.is_empty();
    let main = html(Words::at(desk), &HandOn { conflicts: &conflicts, made, nameless, trouble });
    Ok(Page::new(Route::In(id.to_owned(), Inner::HandOn), Id("screen-hand-on"), main)
        .framed(frame)
        .troubled(trouble))
}
