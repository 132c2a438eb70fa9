//! The screens: which one answers an event.

use std::path::Path;

use desk::{Desk, Failure};

use crate::exchange::{Event, Reply};
use crate::page::Page;
use crate::route::{Inner, Route};
use crate::screen::{
    answers, checks, desk_of_formations, find, pack, people, person, plain, question, rules, start, starter,
    tasks,
};

/// All screens, over the desk; or over the reason why there is none.
pub struct Screens {
    desk: Result<Desk, Failure>,
}

impl Screens {
    /// The screens over a desk.
    pub fn new(desk: Desk) -> Self {
        Self { desk: Ok(desk) }
    }

    /// One screen that says why the desk could not be opened and what to do, whatever is asked.
    pub fn cannot_start(failure: Failure) -> Self {
        Self { desk: Err(failure) }
    }

    /// Answers an event. Never fails: what goes wrong is shown, with what was typed kept.
    pub fn handle(&mut self, event: &Event) -> Reply {
        match &mut self.desk {
            Ok(desk) => answer(desk, event),
            Err(failure) => plain::cannot_start(failure).reply(),
        }
    }

    /// Goes on with an event that asked for a folder; none when the person chose none.
    pub fn folder_chosen(&mut self, event: Event, folder: Option<&Path>) -> Reply {
        let desk = match &mut self.desk {
            Ok(desk) => desk,
            Err(failure) => return plain::cannot_start(failure).reply(),
        };
        match Route::read(&event.at) {
            Route::In(id, Inner::Pack) => replied(pack::folder_chosen(desk, &id, &event, folder)),
            _ => self.handle(&event),
        }
    }
}

fn answer(desk: &mut Desk, event: &Event) -> Reply {
    match Route::read(&event.at) {
        Route::Desk => desk_of_formations::answer(desk, event).reply(),
        Route::Start => start::answer(desk, event, None).reply(),
        Route::StartAs(coop_type, form) => start::answer(desk, event, Some((coop_type, form))).reply(),
        Route::Find => find::answer(desk, event).reply(),
        Route::Starters => starter::list(desk).reply(),
        Route::Starter(slug) => replied(starter::answer(desk, &slug, event)),
        Route::About => plain::about().reply(),
        Route::Unknown => plain::unknown().reply(),
        Route::In(id, inner) => replied(answer_inside(desk, &id, &inner, event)),
    }
}

/// Answers on a screen of a formation. A failure here is about the screen as a whole.
fn answer_inside(desk: &mut Desk, id: &str, inner: &Inner, event: &Event) -> Result<Page, Failure> {
    match inner {
        Inner::Tasks => tasks::page(desk, id),
        Inner::Question(slug) => question::answer(desk, id, slug, event),
        Inner::Answers => answers::page(desk, id),
        Inner::People => people::answer(desk, id, event),
        Inner::Person(person) => person::answer(desk, id, person.as_deref(), event),
        Inner::Rules(rule) => rules::page(desk, id, rule.as_deref()),
        Inner::Checks => checks::answer(desk, id, event),
        Inner::Pack => pack::answer(desk, id, event),
    }
}

fn replied(page: Result<Page, Failure>) -> Reply {
    page.unwrap_or_else(|failure| plain::failed(&failure)).reply()
}
