//! One person's particulars.

use askama::Template;
use desk::view::{AddressView, Joining, PersonView};
use desk::{Desk, Failure, PersonFields};

use crate::answer::address;
use crate::exchange::Event;
use crate::field::{About, AddressFields};
use crate::form::Form;
use crate::page::{Page, Trouble, html};
use crate::route::{Inner, Route};
use crate::screen::people;
use crate::words::{Id, Say, Words, filters};

#[derive(Template)]
#[template(path = "screens/person.html")]
struct Person<'a> {
    view: &'a PersonView,
    id: &'a str,
    trouble: &'a Trouble,
}

impl Person<'_> {
    /// "Asha Patel", or who is meant while there is no name.
    fn name(&self) -> Say {
        let name = format!("{} {}", self.view.first.trim(), self.view.last.trim());
        match (name.trim(), &self.view.id) {
            ("", None) => Id("person-new").into(),
            ("", Some(_)) => Id("person-nameless").into(),
            (name, _) => name.into(),
        }
    }
}

/// Answers an event on a person's screen.
pub(crate) fn answer(
    desk: &mut Desk,
    id: &str,
    person: Option<&str>,
    event: &Event,
) -> Result<Page, Failure> {
    let stored = desk.person_view(id, person)?;
    let done = match event.act.as_deref() {
        Some("save") => false,
        Some("done") => true,
        _ => return Ok(shown(Words::at(desk), id, &stored, &Trouble::none())),
    };
    let form = Form::of(event);
    let view = typed(stored, form);
    if nothing(&view) && person.is_none() {
        if done {
            return people::page(desk, id, "");
        }
        return Ok(shown(Words::at(desk), id, &view, &Trouble::none()).staying());
    }
    match desk.save_person(id, person, &fields(&view)) {
        Ok(_) if done => Ok(people::page(desk, id, "")?.saying(Id("say-saved"))),
        Ok(saved) => {
            let view = desk.person_view(id, Some(&saved))?;
            Ok(shown(Words::at(desk), id, &view, &Trouble::none()).staying().saying(Id("say-saved")))
        }
        Err(failure) if done => Ok(shown(Words::at(desk), id, &view, &failure.into())),
        Err(failure) => {
            let kept = keep_the_rest(desk, id, person, &view)?;
            let view = PersonView { id: kept.or(view.id), ..view };
            Ok(shown(Words::at(desk), id, &view, &failure.into()).staying())
        }
    }
}

/// Saves what was typed beside a date that is none yet: who leaves must not lose it all for the date. Returns whose it is.
fn keep_the_rest(
    desk: &mut Desk,
    id: &str,
    person: Option<&str>,
    view: &PersonView,
) -> Result<Option<String>, Failure> {
    let stored = desk.person_view(id, person)?;
    let [born_day, born_month, born_year] = [stored.born_day, stored.born_month, stored.born_year];
    let rest = PersonView { born_day, born_month, born_year, ..view.clone() };
    if nothing(&rest) && person.is_none() {
        return Ok(None);
    }
    // What does not fit beside the date is told when the date is right.
    Ok(desk.save_person(id, person, &fields(&rest)).ok())
}

/// Returns `view` with what was typed in place of what it held.
fn typed(mut view: PersonView, form: Form<'_>) -> PersonView {
    let fields = [
        ("title", &mut view.title),
        ("first", &mut view.first),
        ("middle", &mut view.middle),
        ("last", &mut view.last),
        ("former", &mut view.former),
        ("born-day", &mut view.born_day),
        ("born-month", &mut view.born_month),
        ("born-year", &mut view.born_year),
        ("nationality", &mut view.nationality),
        ("occupation", &mut view.occupation),
        ("email", &mut view.email),
        ("phone", &mut view.phone),
        ("acts-for", &mut view.acts_for),
    ];
    for (name, held) in fields {
        form.text(name).clone_into(held);
    }
    view.home = address(form, "home-");
    view.service = address(form, "service-");
    for role in &mut view.roles {
        role.chosen = form.all("role").any(|slug| slug == role.slug);
    }
    for capacity in &mut view.capacities {
        capacity.chosen = form.text("acts-as") == capacity.slug;
    }
    view
}

/// Whether nothing was typed or ticked; the country alone is offered by the form.
fn nothing(view: &PersonView) -> bool {
    let address = |address: &AddressView| {
        [&address.lines, &address.town, &address.postcode].iter().all(|part| part.trim().is_empty())
    };
    let texts = [
        &view.title,
        &view.first,
        &view.middle,
        &view.last,
        &view.former,
        &view.born_day,
        &view.born_month,
        &view.born_year,
        &view.nationality,
        &view.occupation,
        &view.email,
        &view.phone,
        &view.acts_for,
    ];
    texts.iter().all(|text| text.trim().is_empty())
        && address(&view.home)
        && address(&view.service)
        && !view.roles.iter().any(|role| role.chosen)
}

fn fields(view: &PersonView) -> PersonFields {
    PersonFields {
        title: view.title.clone(),
        first: view.first.clone(),
        middle: view.middle.clone(),
        last: view.last.clone(),
        former: view.former.clone(),
        born: [view.born_day.clone(), view.born_month.clone(), view.born_year.clone()],
        nationality: view.nationality.clone(),
        occupation: view.occupation.clone(),
        home: view.home.clone(),
        service: view.service.clone(),
        email: view.email.clone(),
        phone: view.phone.clone(),
        acts_for: view.acts_for.clone(),
        acts_as: view
            .capacities
            .iter()
            .find(|one| one.chosen)
            .map(|one| one.slug.to_owned())
            .unwrap_or_default(),
        roles: view.roles.iter().filter(|role| role.chosen).map(|role| role.slug.to_owned()).collect(),
    }
}

fn shown(words: &'static Words, id: &str, view: &PersonView, trouble: &Trouble) -> Page {
    let main = html(words, &Person { view, id, trouble });
    let title = if view.id.is_some() { "A person" } else { "Somebody new" };
    Page::new(Route::In(id.to_owned(), Inner::Person(view.id.clone())), title, main)
        .framed(view.frame.clone())
        .troubled(trouble)
}
