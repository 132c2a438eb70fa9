//! Seven questions that lead to a kind of co-op and a legal form, and where they lead.

use askama::Template;
use desk::Desk;
use desk::view::{AdviceView, FinderOption, FinderQuestion, FinderView, FormRow};

use crate::exchange::Event;
use crate::form::Form;
use crate::page::{Page, Trouble, html};
use crate::route::Route;
use crate::words::{Id, Words, filters};

#[derive(Template)]
#[template(path = "screens/find.html")]
struct Find<'a> {
    view: &'a FinderView,
    form: Form<'a>,
    trouble: &'a Trouble,
}

#[derive(Template)]
#[template(path = "screens/found.html")]
struct Found<'a> {
    advice: &'a AdviceView,
}

impl Find<'_> {
    fn chose(&self, question: &FinderQuestion, option: &FinderOption) -> bool {
        self.form.all(&question.slug).any(|value| value == option.value)
    }

    /// The first option goes by the question's own name, so that a message about it finds it.
    fn id(&self, question: &FinderQuestion, number: &usize) -> String {
        if *number == 1 { question.slug.clone() } else { format!("{}-{number}", question.slug) }
    }
}

impl Found<'_> {
    /// Where all of a row stands, if it is one place for several forms: said once, it is less to read across.
    fn source(row: &FormRow) -> Option<&str> {
        let ((_, source), others) = row.cells.split_first()?;
        (!others.is_empty() && others.iter().all(|(_, other)| other == source)).then_some(source.as_str())
    }
}

/// Answers an event among the seven questions.
pub(crate) fn answer(desk: &Desk, event: &Event) -> Page {
    if event.act.as_deref() != Some("advise") {
        return shown(desk, event, &Trouble::none());
    }
    let chosen = event.fields.iter().map(|(question, value)| (question.as_str(), value.as_str()));
    match desk.advice_view(chosen) {
        Ok(advice) => {
            let main = html(Words::at(desk), &Found { advice: &advice });
            Page::new(Route::Find, Id("found-title"), main).saying(format!("{}.", advice.type_title))
        }
        Err(failure) => shown(desk, event, &failure.into()),
    }
}

fn shown(desk: &Desk, event: &Event, trouble: &Trouble) -> Page {
    let view = desk.finder_view();
    let main = html(Words::at(desk), &Find { view: &view, form: Form::of(event), trouble });
    Page::new(Route::Find, Id("find-which-kind-of"), main).troubled(trouble)
}
