//! All answers on one screen.

use askama::Template;
use desk::view::AnswersView;
use desk::{Desk, Failure};

use crate::page::{Page, html};
use crate::route::{Inner, Route};

#[derive(Template)]
#[template(path = "screens/answers.html")]
struct Answers<'a> {
    view: &'a AnswersView,
    id: &'a str,
}

impl Answers<'_> {
    fn leads_to(&self) -> Option<String> {
        Some(format!("#/f/{}/question/", self.id))
    }
}

/// How a question stands, as a word and a class.
pub(crate) fn standing_words(standing: &str) -> &'static str {
    match standing {
        "usual" => "Usual answer",
        "proposed" => "Proposed",
        "agreed" => "Agreed",
        "parked" => "Parked",
        _ => "Open",
    }
}

/// The screen.
pub(crate) fn page(desk: &Desk, id: &str) -> Result<Page, Failure> {
    let view = desk.answers_view(id)?;
    let main = html(&Answers { view: &view, id });
    Ok(Page::new(Route::In(id.to_owned(), Inner::Answers), "All answers", main).framed(view.frame.clone()))
}
