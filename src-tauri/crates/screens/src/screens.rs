//! The screens: which one answers an event.

use std::path::Path;

use desk::{Desk, Failure};

use crate::exchange::{Event, Reply};
use crate::page::Page;
use crate::route::Route;
use crate::screen::{desk_of_formations, plain};

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
        let _ = folder;
        self.handle(&event)
    }
}

fn answer(desk: &mut Desk, event: &Event) -> Reply {
    let route = Route::read(&event.at);
    let page: Page = match route {
        Route::Desk => desk_of_formations::answer(desk, event),
        Route::About => plain::about(),
        _ => plain::unknown(),
    };
    page.reply()
}
