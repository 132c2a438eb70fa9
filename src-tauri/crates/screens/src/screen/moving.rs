//! Moving a co-op to another edition of its model: what that would change, and doing it.

use askama::Template;
use desk::view::MoveView;
use desk::{Desk, Failure};

use crate::exchange::Event;
use crate::page::{Page, html};
use crate::route::{Inner, Route};
use crate::screen::rules;
use crate::words::{Id, Words, filters};

#[derive(Template)]
#[template(path = "screens/moving.html")]
struct Moving<'a> {
    view: &'a MoveView,
}

/// Answers an event on moving.
pub(crate) fn answer(desk: &mut Desk, id: &str, key: &str, event: &Event) -> Result<Page, Failure> {
    if event.act.as_deref() == Some("move") {
        desk.move_to(id, key)?;
        let page = rules::opened_at(desk, None, id, None)?;
        return Ok(page.saying(Id("moving-say-moved")));
    }
    let view = desk.move_view(id, key)?;
    let main = html(Words::at(desk), &Moving { view: &view });
    let route = Route::In(id.to_owned(), Inner::Move(key.to_owned()));
    let page = Page::new(route, Id("moving-heading"), main);
    Ok(match view.frame.clone() {
        Some(frame) => page.framed(frame),
        None => page,
    })
}
