//! What somebody sets for themselves: their name, and how large everything is.

use askama::Template;
use desk::{Desk, Preferences};

use crate::exchange::Event;
use crate::form::Form;
use crate::page::{Page, Trouble, html};
use crate::route::Route;

#[derive(Template)]
#[template(path = "screens/settings.html")]
struct Settings<'a> {
    preferences: &'a Preferences,
    is_encrypted: bool,
    /// The name as typed.
    name: &'a str,
    trouble: &'a Trouble,
}

/// Answers an event on the settings.
pub(crate) fn answer(desk: &mut Desk, event: &Event) -> Page {
    let name = Form::of(event).text("your-name");
    match event.act.as_deref() {
        Some("set-name") => match desk.set_name(name) {
            Ok(()) => shown(desk, None, &Trouble::none()).staying().saying("Saved."),
            Err(failure) => shown(desk, Some(name), &failure.into()),
        },
        _ => shown(desk, None, &Trouble::none()),
    }
}

fn shown(desk: &Desk, typed: Option<&str>, trouble: &Trouble) -> Page {
    let preferences = desk.preferences();
    let name = typed.unwrap_or(&preferences.name);
    let main = html(&Settings { preferences, is_encrypted: desk.is_encrypted(), name, trouble });
    Page::new(Route::Settings, "Settings", main).troubled(trouble)
}
