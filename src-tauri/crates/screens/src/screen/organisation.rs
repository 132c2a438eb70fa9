//! One founding organisation's particulars.

use askama::Template;
use desk::view::OrganisationView;
use desk::{Desk, Failure, OrganisationFields};

use crate::answer::address;
use crate::exchange::Event;
use crate::field::{About, AddressFields};
use crate::form::Form;
use crate::page::{Page, Trouble, html};
use crate::route::{Inner, Route};
use crate::screen::people;
use crate::words::{Id, Say, Words, filters};

#[derive(Template)]
#[template(path = "screens/organisation.html")]
struct Organisation<'a> {
    view: &'a OrganisationView,
    id: &'a str,
    trouble: &'a Trouble,
}

impl Organisation<'_> {
    /// "Hebble Bakers Limited", or which is meant while there is no name.
    fn name(&self) -> Say {
        match (self.view.name.trim(), &self.view.id) {
            ("", None) => Id("organisation-new").into(),
            ("", Some(_)) => Id("organisation-nameless").into(),
            (name, _) => name.into(),
        }
    }
}

/// Answers an event on an organisation's screen.
pub(crate) fn answer(
    desk: &mut Desk,
    id: &str,
    organisation: Option<&str>,
    event: &Event,
) -> Result<Page, Failure> {
    let stored = desk.organisation_view(id, organisation)?;
    let done = match event.act.as_deref() {
        Some("save") => false,
        Some("done") => true,
        _ => return Ok(shown(Words::at(desk), id, &stored, &Trouble::none())),
    };
    let view = typed(stored, Form::of(event));
    if nothing(&view) && organisation.is_none() {
        if done {
            return people::page(desk, id, "");
        }
        return Ok(shown(Words::at(desk), id, &view, &Trouble::none()).staying());
    }
    match desk.save_organisation(id, organisation, &fields(&view)) {
        Ok(_) if done => Ok(people::page(desk, id, "")?.saying(Id("say-saved"))),
        Ok(saved) => {
            let view = desk.organisation_view(id, Some(&saved))?;
            Ok(shown(Words::at(desk), id, &view, &Trouble::none()).staying().saying(Id("say-saved")))
        }
        Err(failure) => {
            let page = shown(Words::at(desk), id, &view, &failure.into());
            Ok(if done { page } else { page.staying() })
        }
    }
}

/// Returns `view` with what was typed in place of what it held.
fn typed(mut view: OrganisationView, form: Form<'_>) -> OrganisationView {
    let fields = [
        ("name", &mut view.name),
        ("form", &mut view.form),
        ("other-form", &mut view.other_form),
        ("register", &mut view.register),
        ("number", &mut view.number),
        ("email", &mut view.email),
    ];
    for (name, held) in fields {
        form.text(name).clone_into(held);
    }
    view.office = address(form, "office-");
    for one in &mut view.forms {
        one.chosen = view.form == one.slug;
    }
    view
}

/// Whether nothing was typed or chosen; the country alone is offered by the form.
fn nothing(view: &OrganisationView) -> bool {
    let office = [&view.office.lines, &view.office.town, &view.office.postcode];
    let texts = [&view.name, &view.form, &view.other_form, &view.register, &view.number, &view.email];
    texts.into_iter().chain(office).all(|text| text.trim().is_empty())
}

fn fields(view: &OrganisationView) -> OrganisationFields {
    OrganisationFields {
        name: view.name.clone(),
        form: view.form.clone(),
        other_form: view.other_form.clone(),
        register: view.register.clone(),
        number: view.number.clone(),
        office: view.office.clone(),
        email: view.email.clone(),
    }
}

fn shown(words: &'static Words, id: &str, view: &OrganisationView, trouble: &Trouble) -> Page {
    let main = html(words, &Organisation { view, id, trouble });
    let title = if view.id.is_some() { Id("organisation-one") } else { Id("organisation-new") };
    Page::new(Route::In(id.to_owned(), Inner::Organisation(view.id.clone())), title, main)
        .framed(view.frame.clone())
        .troubled(trouble)
}
