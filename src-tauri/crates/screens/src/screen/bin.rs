//! The bin: co-ops that were removed, and what was taken out of others, until it goes for good.

use askama::Template;
use desk::view::BinView;
use desk::{Desk, Failure};

use crate::exchange::Event;
use crate::form::Form;
use crate::page::{Page, Trouble, html};
use crate::route::Route;
use crate::screen::taken_out;
use crate::words::{Id, Words, filters};

#[derive(Template)]
#[template(path = "screens/bin.html")]
struct Bin<'a> {
    view: &'a BinView,
    /// The formation that somebody asked to erase; empty for none.
    erasing: &'a str,
    /// Files in which something could not be erased.
    left: &'a [String],
    trouble: &'a Trouble,
}

impl Bin<'_> {
    /// A number of its own on the page for something behind the co-ops that were removed.
    fn place(&self, at: &usize) -> usize {
        self.view.formations.len() + at
    }
}

/// Answers an event on the bin.
pub(crate) fn answer(desk: &mut Desk, event: &Event) -> Result<Page, Failure> {
    let formation = Form::of(event).text("formation");
    match event.act.as_deref() {
        Some("bring-back") => match desk.bring_back(formation) {
            Ok(()) => Ok(shown(desk, "", &[], &Trouble::none())?.saying(Id("desk-say-back"))),
            Err(failure) => shown(desk, "", &[], &failure.into()),
        },
        Some("bring-back-taken-out") => match taken_out::bring_back(desk, formation, Form::of(event)) {
            Ok(said) => Ok(shown(desk, "", &[], &Trouble::none())?.saying(said)),
            Err(failure) => shown(desk, "", &[], &failure.into()),
        },
        Some("ask-erase") => Ok(shown(desk, formation, &[], &Trouble::none())?.focusing("erasing")),
        Some("erase") => match desk.erase_formation(formation) {
            Ok(erased) => {
                let left: Vec<String> = erased.left.iter().map(|path| path.display().to_string()).collect();
                Ok(shown(desk, "", &left, &Trouble::none())?.saying(Id("bin-say-erased")))
            }
            Err(failure) => shown(desk, "", &[], &failure.into()),
        },
        _ => shown(desk, "", &[], &Trouble::none()),
    }
}

fn shown(desk: &Desk, erasing: &str, left: &[String], trouble: &Trouble) -> Result<Page, Failure> {
    let view = desk.bin_view()?;
    let main = html(Words::at(desk), &Bin { view: &view, erasing, left, trouble });
    Ok(Page::new(Route::Bin, Id("palette-bin"), main).troubled(trouble))
}
