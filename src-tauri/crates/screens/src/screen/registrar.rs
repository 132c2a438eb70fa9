//! The registrar's questions that are answered in words: all of them, and one to be answered by hand.

use askama::Template;
use desk::view::{SheetAnswerView, SheetsView};
use desk::{Desk, Failure};

use crate::exchange::Event;
use crate::field::Field;
use crate::form::Form;
use crate::page::{Page, Trouble, html};
use crate::route::{Inner, Route};
use crate::words::{Id, Words, filters};

#[derive(Template)]
#[template(path = "screens/registrar.html")]
struct Registrar<'a> {
    view: &'a SheetsView,
    id: &'a str,
}

impl Registrar<'_> {
    /// Whether no sheet asks for an answer in words.
    fn asks_facts_alone(&self) -> bool {
        self.view.sheets.iter().all(|sheet| sheet.answers.is_empty())
    }
}

#[derive(Template)]
#[template(path = "screens/registrar-answer.html")]
struct Answering<'a> {
    view: &'a SheetAnswerView,
    id: &'a str,
    /// What stands in the field.
    text: &'a str,
    trouble: &'a Trouble,
}

#[derive(Template)]
#[template(path = "screens/registrar-beside.html")]
struct Beside<'a> {
    view: &'a SheetAnswerView,
}

impl Answering<'_> {
    /// How many lines the text takes, more or less.
    fn height(&self) -> usize {
        Field::height(self.text, 8)
    }
}

/// All questions.
pub(crate) fn page(desk: &Desk, id: &str) -> Result<Page, Failure> {
    let view = desk.sheets_view(id)?;
    let main = html(Words::at(desk), &Registrar { view: &view, id });
    let route = Route::In(id.to_owned(), Inner::Registrar);
    Ok(Page::new(route, Id("registrar-heading"), main).framed(view.frame.clone()))
}

/// Answers an event on one question.
pub(crate) fn answer(desk: &mut Desk, id: &str, question: &str, event: &Event) -> Result<Page, Failure> {
    let form = Form::of(event);
    let typed = form.text("text");
    match event.act.as_deref() {
        Some("save") => match desk.answer_registrar(id, question, typed) {
            Ok(()) => Ok(written(desk, id, question, Some(typed), &Trouble::none())?.staying()),
            Err(failure) => Ok(written(desk, id, question, Some(typed), &failure.into())?.staying()),
        },
        Some("done") => match desk.answer_registrar(id, question, typed) {
            Ok(()) => Ok(page(desk, id)?.saying(Id("say-saved"))),
            Err(failure) => written(desk, id, question, Some(typed), &failure.into()),
        },
        Some("take-draft") => {
            desk.take_draft(id, question)?;
            let page = written(desk, id, question, None, &Trouble::none())?;
            Ok(page.focusing("sheet-text").saying(Id("registrar-say-draft")))
        }
        _ => written(desk, id, question, None, &Trouble::none()),
    }
}

fn written(
    desk: &Desk,
    id: &str,
    question: &str,
    typed: Option<&str>,
    trouble: &Trouble,
) -> Result<Page, Failure> {
    let view = desk.sheet_answer_view(id, question)?;
    let main =
        html(Words::at(desk), &Answering { view: &view, id, text: typed.unwrap_or(&view.text), trouble });
    let route = Route::In(id.to_owned(), Inner::RegistrarAnswer(question.to_owned()));
    let page = Page::new(route, Id("registrar-answer-title"), main).framed(view.frame.clone());
    Ok(page.beside(html(Words::at(desk), &Beside { view: &view })).troubled(trouble))
}
