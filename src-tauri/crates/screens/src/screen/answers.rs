//! All answers on one screen.

use askama::Template;
use desk::view::AnswersView;
use desk::{Desk, Failure};

use crate::page::{Page, html};
use crate::route::{Inner, Route};
use crate::words::{Id, Words, filters};

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

/// How a question stands, as a word.
pub(crate) fn standing_words(standing: &str) -> Id {
    match standing {
        "usual" => Id("standing-usual"),
        "proposed" => Id("standing-proposed"),
        "agreed" => Id("standing-agreed"),
        "parked" => Id("standing-parked"),
        _ => Id("standing-open"),
    }
}

/// The screen.
pub(crate) fn page(desk: &Desk, id: &str) -> Result<Page, Failure> {
    let view = desk.answers_view(id)?;
    let main = html(Words::at(desk), &Answers { view: &view, id });
    Ok(Page::new(Route::In(id.to_owned(), Inner::Answers), Id("screen-answers"), main)
        .framed(view.frame.clone()))
}
