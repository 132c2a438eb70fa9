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
    /// Files that were made, the newest first.
    made: &'a [Exporting],
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

/// A full file that was made. Its words are nowhere else: whatever is done meanwhile, they are shown until the app closes or
/// locks, or another is made.
pub(crate) struct Handed {
    formation: String,
    file: Exporting,
}

impl Handed {
    fn of(handed: Option<&Self>, id: &str) -> Vec<Exporting> {
        handed.filter(|one| one.formation == id).map(|one| one.file.clone()).into_iter().collect()
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
pub(crate) fn answer(
    desk: &mut Desk,
    handed: Option<&Handed>,
    id: &str,
    event: &Event,
) -> Result<Page, Failure> {
    let page = |desk: &Desk| shown(desk, id, &Handed::of(handed, id), &Trouble::none());
    if kind_of(event).is_some() {
        let title = Words::at(desk).say(Id("choose-place-for-file"));
        let ask = Ask::Folder { title, event: event.clone() };
        return Ok(page(desk)?.staying().asking(ask));
    }
    if event.act.as_deref() == Some("settle") {
        let form = Form::of(event);
        desk.settle(id, form.text("field"), form.text("side"))?;
        let left = desk.conflicts(id)?.len();
        let focus = if left == 0 { "heading" } else { "conflicts" };
        return Ok(page(desk)?.focusing(focus).saying(Id("hand-on-say-settled").with("count", left)));
    }
    page(desk)
}

/// Writes the file into the folder; none when the person chose none.
pub(crate) fn chosen(
    desk: &Desk,
    handed: &mut Option<Handed>,
    id: &str,
    event: &Event,
    folder: Option<&Path>,
) -> Result<Page, Failure> {
    let (Some(kind), Some(folder)) = (kind_of(event), folder) else {
        let page = shown(desk, id, &Handed::of(handed.as_ref(), id), &Trouble::none())?;
        return Ok(page.staying().saying(Id("pack-say-no-folder")));
    };
    let file = match desk.export_into(id, folder, kind) {
        Ok(file) => file,
        Err(failure) => return shown(desk, id, &Handed::of(handed.as_ref(), id), &failure.into()),
    };
    let mut made = Handed::of(handed.as_ref(), id);
    if file.words.is_some() {
        made.clear();
        *handed = Some(Handed { formation: id.to_owned(), file: file.clone() });
    }
    made.insert(0, file);
    Ok(shown(desk, id, &made, &Trouble::none())?.focusing("made-1").saying(Id("hand-on-say-made")))
}

/// What copies disagree on, right after one was taken in.
pub(crate) fn page(desk: &Desk, id: &str) -> Result<Page, Failure> {
    shown(desk, id, &[], &Trouble::none())
}

fn shown(desk: &Desk, id: &str, made: &[Exporting], trouble: &Trouble) -> Result<Page, Failure> {
    let frame: FrameView = desk.frame_view(id)?;
    let conflicts = desk.conflicts(id)?;
    let nameless = desk.preferences().name.is_empty();
    let main = html(Words::at(desk), &HandOn { conflicts: &conflicts, made, nameless, trouble });
    Ok(Page::new(Route::In(id.to_owned(), Inner::HandOn), Id("screen-hand-on"), main)
        .framed(frame)
        .troubled(trouble))
}
