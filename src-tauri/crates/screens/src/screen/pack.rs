//! The pack: its papers, and making it.

use std::path::Path;

use askama::Template;
use desk::view::{PackView, PaperState};
use desk::{Desk, Exported, Failure, PackKind};

use crate::exchange::{Ask, Event};
use crate::page::{Page, Trouble, html};
use crate::route::{Inner, Route};

#[derive(Template)]
#[template(path = "screens/pack.html")]
struct Pack<'a> {
    view: &'a PackView,
    id: &'a str,
    made: Option<Made<'a>>,
    trouble: &'a Trouble,
}

/// A pack that was just made.
struct Made<'a> {
    exported: &'a Exported,
    draft: bool,
}

impl Made<'_> {
    fn name(&self) -> String {
        self.exported.folder.file_name().unwrap_or_default().to_string_lossy().into_owned()
    }

    fn within(&self) -> String {
        self.exported.folder.parent().unwrap_or(Path::new("")).display().to_string()
    }
}

impl Pack<'_> {
    fn pages(&self) -> usize {
        self.view.papers.iter().map(|paper| paper.pages).sum()
    }
}

/// Which pack an act makes; none for another act.
fn kind_of(event: &Event) -> Option<PackKind> {
    match event.act.as_deref() {
        Some("export-final") => Some(PackKind::Final),
        Some("export-draft") => Some(PackKind::Draft),
        _ => None,
    }
}

/// Answers an event on the pack: making one needs a folder, which only the host can ask for.
pub(crate) fn answer(desk: &Desk, id: &str, event: &Event) -> Result<Page, Failure> {
    let page = page(desk, id)?;
    let title = match kind_of(event) {
        None => return Ok(page),
        Some(PackKind::Draft) => "Where should the draft go?",
        Some(PackKind::Final) => "Where should the pack go?",
    };
    Ok(page.staying().asking(Ask::Folder { title: title.to_owned(), event: event.clone() }))
}

/// Makes the pack in `folder`; none when the person chose none.
pub(crate) fn folder_chosen(
    desk: &mut Desk,
    id: &str,
    event: &Event,
    folder: Option<&Path>,
) -> Result<Page, Failure> {
    let (Some(kind), Some(folder)) = (kind_of(event), folder) else {
        return Ok(page(desk, id)?.staying().saying("No folder chosen. Nothing was made."));
    };
    let made = desk.export_pack(id, folder, kind);
    let view = desk.pack_view(id)?;
    Ok(match made {
        Ok(exported) => {
            let made = Made { exported: &exported, draft: kind == PackKind::Draft };
            shown(id, &view, Some(made), &Trouble::none()).focusing("made").saying("The pack is made.")
        }
        Err(mut failure) => {
            failure.field = None;
            shown(id, &view, None, &failure.into())
        }
    })
}

fn page(desk: &Desk, id: &str) -> Result<Page, Failure> {
    Ok(shown(id, &desk.pack_view(id)?, None, &Trouble::none()))
}

fn shown(id: &str, view: &PackView, made: Option<Made<'_>>, trouble: &Trouble) -> Page {
    let main = html(&Pack { view, id, made, trouble });
    Page::new(Route::In(id.to_owned(), Inner::Pack), "The pack", main)
        .framed(view.frame.clone())
        .troubled(trouble)
}
