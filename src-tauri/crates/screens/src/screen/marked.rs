//! The constitution with changes marked, and a table of them.

use askama::Template;
use desk::view::{MarkedAgainst, MarkedView};
use desk::{Desk, Failure};

use crate::exchange::Event;
use crate::form::Form;
use crate::page::{Page, html};
use crate::route::{Inner, Route};
use crate::words::{Words, filters};

#[derive(Template)]
#[template(path = "screens/marked.html")]
struct Marked<'a> {
    view: &'a MarkedView,
    id: &'a str,
}

impl Marked<'_> {
    /// What it can be marked against: the value, the words, and whether that is chosen.
    fn choices(&self) -> Vec<(String, String, bool)> {
        let against = self.view.against;
        let mut all = vec![
            (
                "model".to_owned(),
                "The model\u{2019}s own words, with your answers".to_owned(),
                against == MarkedAgainst::Model,
            ),
            (
                "usual".to_owned(),
                "The model with every usual answer".to_owned(),
                against == MarkedAgainst::Usual,
            ),
        ];
        let moments = self.view.moments.iter();
        all.extend(moments.map(|(moment, words)| {
            (moment.to_string(), words.clone(), against == MarkedAgainst::Moment(*moment))
        }));
        all
    }
}

/// Answers an event on the marked constitution.
pub(crate) fn answer(
    desk: &mut Desk,
    id: &str,
    against: MarkedAgainst,
    event: &Event,
) -> Result<Page, Failure> {
    match event.act.as_deref() {
        Some("against") => {
            let against = match Form::of(event).text("against") {
                "model" => MarkedAgainst::Model,
                "usual" => MarkedAgainst::Usual,
                moment => {
                    MarkedAgainst::Moment(moment.parse().map_err(|_| Failure::not_found("That moment"))?)
                }
            };
            let (page, changes) = shown(desk, id, against)?;
            let said = match changes {
                0 => "Nothing differs.".to_owned(),
                1 => "1 change.".to_owned(),
                changes => format!("{changes} changes."),
            };
            Ok(page.focusing("marked-changes").saying(said))
        }
        _ => Ok(shown(desk, id, against)?.0),
    }
}

fn shown(desk: &Desk, id: &str, against: MarkedAgainst) -> Result<(Page, usize), Failure> {
    let view = desk.marked_view(id, against)?;
    let main = html(Words::at(desk), &Marked { view: &view, id });
    let route = Route::In(id.to_owned(), Inner::Marked(against));
    Ok((Page::new(route, "What changed", main).framed(view.frame.clone()), view.changes.len()))
}
