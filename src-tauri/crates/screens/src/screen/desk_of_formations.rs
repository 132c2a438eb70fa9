//! The desk: all formations on this computer.

use askama::Template;
use desk::view::DeskView;
use desk::{Desk, Failure};

use crate::exchange::Event;
use crate::form::Form;
use crate::page::{Page, Trouble, html};
use crate::route::Route;
use crate::screen::plain;

#[derive(Template)]
#[template(path = "screens/desk.html")]
struct DeskScreen<'a> {
    view: &'a DeskView,
    /// The formation that somebody asked to remove; empty for none.
    removing: &'a str,
    trouble: &'a Trouble,
}

/// Answers an event on the desk.
pub(crate) fn answer(desk: &mut Desk, event: &Event) -> Page {
    let form = Form::of(event);
    let formation = form.text("formation");
    match event.act.as_deref() {
        Some("ask-remove") => shown(desk, formation, &Trouble::none()).focusing("removing"),
        Some("remove") => match desk.remove(formation) {
            Ok(()) => shown(desk, "", &Trouble::none()).saying("Removed from the desk."),
            Err(failure) => shown(desk, "", &failure.into()),
        },
        Some("example") => match desk.take_in_example(form.text("example")) {
            Ok(_) => shown(desk, "", &Trouble::none()).saying("The example is on the desk."),
            Err(failure) => shown(desk, "", &failure.into()),
        },
        _ => shown(desk, "", &Trouble::none()),
    }
}

fn shown(desk: &Desk, removing: &str, trouble: &Trouble) -> Page {
    match desk.desk_view() {
        Ok(view) => {
            let main = html(&DeskScreen { view: &view, removing, trouble });
            Page::new(Route::Desk, "Your co-ops", main).troubled(trouble)
        }
        Err(failure) => unreadable(&failure),
    }
}

/// The list itself cannot be read: there is nowhere to go back to.
fn unreadable(failure: &Failure) -> Page {
    plain::cannot_start(failure)
}
