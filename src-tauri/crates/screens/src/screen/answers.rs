//! All answers on one screen: every one, or those that nobody has settled. A question that is opened here leads back here.

use askama::Template;
use desk::view::{AnswerRow, AnswersView};
use desk::{Desk, Failure};

use crate::page::{Page, html};
use crate::route::{Inner, Listed, Route};
use crate::words::{Id, Say, Words, filters};

#[derive(Template)]
#[template(path = "screens/answers.html")]
struct Answers<'a> {
    view: &'a AnswersView,
    id: &'a str,
    listed: Listed,
    /// How many questions are asked, and how many of them nobody has settled.
    counts: (usize, usize),
    /// The question that was just answered, and the next one that is not settled.
    just: Option<Just>,
}

/// A question that was just answered.
struct Just {
    slug: String,
    /// The next question that is not settled: its slug and its words.
    next: Option<(String, String)>,
}

impl Answers<'_> {
    /// The address of a question.
    fn leads_to(&self, slug: &str) -> Option<String> {
        let inner = Inner::Question(slug.to_owned(), Some(self.listed));
        Some(format!("#/{}", Route::In(self.id.to_owned(), inner)))
    }

    /// What stands behind the question that was just answered, a press of Tab away: the next one to settle.
    fn goes_on(&self, slug: &str) -> Option<&(String, String)> {
        self.just.as_ref().filter(|just| just.slug == slug)?.next.as_ref()
    }

    fn nothing_open(&self) -> bool {
        self.listed == Listed::Open && self.counts.1 == 0
    }

    /// The two lists: the address, what it is called, and whether it is the one that is shown.
    fn lists(&self) -> [(String, Say, bool); 2] {
        let list = |listed, words: Id, count| {
            let route = Route::In(self.id.to_owned(), Inner::Answers(listed));
            (format!("#/{route}"), words.with("count", count), listed == self.listed)
        };
        [
            list(Listed::All, Id("answers-all"), self.counts.0),
            list(Listed::Open, Id("answers-open"), self.counts.1),
        ]
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
pub(crate) fn page(desk: &Desk, id: &str, listed: Listed) -> Result<Page, Failure> {
    shown(desk, id, listed, "")
}

/// The screen after a question of the list was agreed to: the focus is on its row, which stays in the list.
pub(crate) fn after(desk: &Desk, id: &str, listed: Listed, slug: &str) -> Result<Page, Failure> {
    Ok(shown(desk, id, listed, slug)?.focusing(format!("answer-{slug}")).saying(Id("question-say-back")))
}

fn shown(desk: &Desk, id: &str, listed: Listed, slug: &str) -> Result<Page, Failure> {
    let mut view = desk.answers_view(id)?;
    let rows: Vec<&AnswerRow> = view.parts.iter().flat_map(|part| &part.rows).collect();
    let counts = (rows.len(), rows.iter().filter(|row| !row.is_settled()).count());
    let just = (!slug.is_empty()).then(|| Just { slug: slug.to_owned(), next: next_open(&rows, slug) });
    if listed == Listed::Open {
        for part in &mut view.parts {
            part.rows.retain(|row| !row.is_settled() || row.slug == slug);
        }
    }
    let main = html(Words::at(desk), &Answers { view: &view, id, listed, counts, just });
    Ok(Page::new(Route::In(id.to_owned(), Inner::Answers(listed)), Id("screen-answers"), main)
        .framed(view.frame.clone()))
}

/// The next question behind this one that nobody has settled; from the end it goes on at the beginning.
fn next_open(rows: &[&AnswerRow], slug: &str) -> Option<(String, String)> {
    let at = rows.iter().position(|row| row.slug == slug)?;
    let mut around = rows[at + 1..].iter().chain(&rows[..at]);
    around.find(|row| !row.is_settled()).map(|row| (row.slug.clone(), row.question.clone()))
}
