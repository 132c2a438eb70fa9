//! Desk views as HTML: events in, patches out.
//!
//! Knows the desk and the templates in `ui/`. Must not know windows, files or the store: whatever needs a
//! dialog of the desktop is handed back to the host as an [`Ask`].

mod answer;
mod exchange;
mod field;
mod form;
mod kinds;
mod page;
mod palette;
mod route;
mod screen;
mod screens;
mod sectors;
mod shell;
mod shown;
mod words;

pub use exchange::{Ask, Event, Patch, Reply};
pub use kinds::{KINDS, kind_of};
pub use screens::Screens;
