//! The constitution with changes marked, and a table of them.

use askama::Template;
use desk::view::{MarkedAgainst, MarkedView};
use desk::{Desk, Failure, ReadersEdition};

use crate::exchange::Event;
use crate::form::Form;
use crate::page::{Page, html};
use crate::route::{Inner, Route};
use crate::words::{Id, Words, filters};

#[derive(Template)]
#[template(path = "screens/marked.html")]
struct Marked<'a> {
    view: &'a MarkedView,
    id: &'a str,
}

impl Marked<'_> {
    /// Where it is shown page by page, and saved.
    fn pages(&self) -> Inner {
        Inner::Edition(ReadersEdition::Marked(self.view.against), 1)
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
            Ok(page.focusing("marked-changes").saying(Id("marked-say").with("count", changes)))
        }
        _ => Ok(shown(desk, id, against)?.0),
    }
}

fn shown(desk: &Desk, id: &str, against: MarkedAgainst) -> Result<(Page, usize), Failure> {
    let view = desk.marked_view(id, against)?;
    let main = html(Words::at(desk), &Marked { view: &view, id });
    let route = Route::In(id.to_owned(), Inner::Marked(against));
    Ok((Page::new(route, Id("marked-title"), main).framed(view.frame.clone()), view.changes.len()))
}
