//! Everyone entered, and the founding organisations.

use askama::Template;
use desk::view::{Joining, PeopleView};
use desk::{Desk, Failure};

use crate::exchange::Event;
use crate::form::Form;
use crate::page::{Page, html};
use crate::route::{Inner, Route};
use crate::words::{Id, Words, filters};

#[derive(Template)]
#[template(path = "screens/people.html")]
struct People<'a> {
    view: &'a PeopleView,
    id: &'a str,
    /// The person or organisation that somebody asked to remove; empty for none.
    removing: &'a str,
}

/// Answers an event on the list of people.
pub(crate) fn answer(desk: &mut Desk, id: &str, event: &Event) -> Result<Page, Failure> {
    let person = Form::of(event).text("person");
    match event.act.as_deref() {
        Some("ask-remove") => Ok(page(desk, id, person)?.focusing("removing")),
        Some("remove-organisation") => {
            desk.remove_organisation(id, person)?;
            Ok(page(desk, id, "")?.saying(Id("people-say-removed")))
        }
        Some("remove") => {
            desk.remove_person(id, person)?;
            Ok(page(desk, id, "")?.saying(Id("people-say-removed")))
        }
        _ => page(desk, id, ""),
    }
}

/// The list.
pub(crate) fn page(desk: &Desk, id: &str, removing: &str) -> Result<Page, Failure> {
    let view = desk.people_view(id)?;
    let main = html(Words::at(desk), &People { view: &view, id, removing });
    Ok(Page::new(Route::In(id.to_owned(), Inner::People), Id("screen-people"), main)
        .framed(view.frame.clone()))
}
