//! Beginning a formation: type, legal form, nation and name.

use askama::Template;
use desk::view::{FormChoice, StartView};
use desk::{Begin, Desk, Failure};

use crate::exchange::Event;
use crate::form::Form;
use crate::page::{Page, Trouble, html};
use crate::route::Route;
use crate::screen::tasks;
use crate::words::{Id, Words, filters};

#[derive(Template)]
#[template(path = "screens/start.html")]
struct Start<'a> {
    view: &'a StartView,
    typed: Begin,
    /// Whose rules were chosen: as a sponsor's model is named, or empty for the app's own.
    rules: &'a str,
    trouble: &'a Trouble,
}

/// A type of co-op, with the legal forms it may take.
struct Kind<'a> {
    slug: &'static str,
    title: &'static str,
    whom: &'a str,
    forms: Vec<&'a FormChoice>,
}

impl Start<'_> {
    /// The types, in the order of the view.
    fn kinds(&self) -> Vec<Kind<'_>> {
        let mut kinds: Vec<Kind<'_>> = Vec::new();
        for form in &self.view.forms {
            match kinds.iter_mut().find(|kind| kind.title == form.type_title) {
                Some(kind) => kind.forms.push(form),
                None => kinds.push(Kind {
                    slug: form.coop_type,
                    title: form.type_title,
                    whom: &form.whom,
                    forms: vec![form],
                }),
            }
        }
        kinds
    }
}

/// Answers an event at the start; `found` is a type and a form that somebody was led to.
pub(crate) fn answer(desk: &mut Desk, event: &Event, found: Option<(String, String)>) -> Page {
    if event.act.as_deref() != Some("begin") {
        let (coop_type, form) = found.unwrap_or_default();
        let typed = Begin { coop_type, form, ..nothing_typed() };
        return shown(desk, typed, "", &Trouble::none());
    }
    let form = Form::of(event);
    let (coop_type, legal_form) = form.text("kind").split_once('/').unwrap_or_default();
    let typed = Begin {
        coop_type: coop_type.to_owned(),
        form: legal_form.to_owned(),
        nation: form.text("nation").to_owned(),
        name: form.text("name").to_owned(),
    };
    let rules = form.text("rules");
    let begun = if rules.is_empty() { desk.begin(&typed) } else { desk.begin_following(rules, &typed) };
    match begun.and_then(|id| tasks::page(desk, &id)) {
        Ok(page) => page.saying(Id("start-begun")),
        Err(failure) => shown(desk, typed, rules, &at_a_field(failure, "kind-1").into()),
    }
}

/// The desk names what it was given; the page leads to the element where that is chosen: a form to `form_at`.
pub(crate) fn at_a_field(mut failure: Failure, form_at: &'static str) -> Failure {
    let (field, sentence) = match failure.field.as_deref() {
        Some("coop-type" | "form") => (form_at, "No legal form is chosen."),
        Some("nation") => ("nation-1", "No nation is chosen."),
        _ => return failure,
    };
    failure.field = Some(field.to_owned());
    sentence.clone_into(&mut failure.sentence);
    failure
}

pub(crate) fn nothing_typed() -> Begin {
    Begin { coop_type: String::new(), form: String::new(), nation: String::new(), name: String::new() }
}

fn shown(desk: &Desk, typed: Begin, rules: &str, trouble: &Trouble) -> Page {
    let view = desk.start_view();
    let route = route(&view, &typed);
    let main = html(Words::at(desk), &Start { view: &view, typed, rules, trouble });
    Page::new(route, Id("start-heading"), main).troubled(trouble)
}

/// The address of what is chosen: who looks anew finds it chosen still.
fn route(view: &StartView, typed: &Begin) -> Route {
    let chosen = |form: &&FormChoice| form.coop_type == typed.coop_type && form.form == typed.form;
    view.forms
        .iter()
        .find(chosen)
        .map_or(Route::Start, |form| Route::StartAs(form.coop_type.to_owned(), form.form.to_owned()))
}
