//! Beginning from a sector: the list of starters, and one of them.

use askama::Template;
use desk::view::{StarterRow, StarterView};
use desk::{Begin, Desk, Failure};

use crate::exchange::Event;
use crate::form::Form;
use crate::page::{Page, Trouble, html};
use crate::route::Route;
use crate::screen::start::{at_a_field, nothing_typed};
use crate::screen::tasks;
use crate::words::{Id, Words, filters};

#[derive(Template)]
#[template(path = "screens/starters.html")]
struct Starters {
    rows: Vec<StarterRow>,
}

#[derive(Template)]
#[template(path = "screens/starter.html")]
struct Starter<'a> {
    view: &'a StarterView,
    typed: Begin,
    trouble: &'a Trouble,
}

/// Shows all starters.
pub(crate) fn list(desk: &Desk) -> Page {
    let main = html(Words::at(desk), &Starters { rows: desk.starters_view() });
    Page::new(Route::Starters, Id("starters-begin-from-your"), main)
}

/// Answers an event on a starter's page.
pub(crate) fn answer(desk: &mut Desk, slug: &str, event: &Event) -> Result<Page, Failure> {
    let view = desk.starter_view(slug)?;
    let form = Form::of(event);
    match event.act.as_deref() {
        Some("begin") => {
            let typed = Begin {
                coop_type: String::new(),
                form: form.text("form").to_owned(),
                nation: form.text("nation").to_owned(),
                name: form.text("name").to_owned(),
            };
            match desk.begin_with(slug, &typed).and_then(|id| tasks::page(desk, &id)) {
                Ok(page) => Ok(page.saying(Id("start-begun"))),
                Err(failure) => {
                    Ok(shown(Words::at(desk), &view, typed, &at_a_field(failure, "form-1").into()))
                }
            }
        }
        Some("example") => {
            let id = desk.take_in_example(&view.example)?;
            Ok(tasks::page(desk, &id)?.saying(Id("starter-say-example")))
        }
        _ => {
            // What suits best is chosen already: most go on with it.
            let best = view.forms.first().map_or("", |form| form.form);
            let typed = Begin { form: best.to_owned(), ..nothing_typed() };
            Ok(shown(Words::at(desk), &view, typed, &Trouble::none()))
        }
    }
}

fn shown(words: &'static Words, view: &StarterView, typed: Begin, trouble: &Trouble) -> Page {
    let main = html(words, &Starter { view, typed, trouble });
    Page::new(Route::Starter(view.row.slug.clone()), view.row.title.clone(), main).troubled(trouble)
}
