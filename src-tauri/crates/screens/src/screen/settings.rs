//! What somebody sets for themselves: the language, their name, and how large everything is.

use askama::Template;
use desk::{Desk, Language, Preferences};

use crate::exchange::Event;
use crate::form::Form;
use crate::page::{Page, Trouble, html};
use crate::route::Route;
use crate::words::{Id, Words, filters};

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
            Ok(()) => shown(desk, None, &Trouble::none()).staying().saying(Id("say-saved")),
            Err(failure) => shown(desk, Some(name), &failure.into()),
        },
        Some("set-language") => {
            let language = Language::from_tag(Form::of(event).text("language"));
            match desk.set_language(language.unwrap_or_default()) {
                Ok(()) => shown(desk, None, &Trouble::none()).saying(Id("say-saved")),
                Err(failure) => shown(desk, None, &failure.into()),
            }
        }
        _ => shown(desk, None, &Trouble::none()),
    }
}

fn shown(desk: &Desk, typed: Option<&str>, trouble: &Trouble) -> Page {
    let preferences = desk.preferences();
    let name = typed.unwrap_or(&preferences.name);
    let main =
        html(Words::at(desk), &Settings { preferences, is_encrypted: desk.is_encrypted(), name, trouble });
    Page::new(Route::Settings, Id("place-settings"), main).troubled(trouble)
}
