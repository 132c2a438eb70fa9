//! How a group begins: seven questions that lead to a type and a form, forms side by side, and starters for a sector.
//!
//! What is asked, advised and begun with stands in `assets/library/beginning`. Nothing here must know the
//! answers of a formation: these come before there is one.

mod facts;
mod finder;
mod starter;

pub use facts::{Aspect, Fact, TypeFact};
pub use finder::{Advice, Finder, FinderAnswers, FinderError, FinderOption, FinderQuestion, Trap};
pub use starter::{SeeTo, Starter};

pub(crate) use facts::{FormFacts, read as read_forms, read_nations, read_types};
pub(crate) use finder::read as read_finder;
pub(crate) use starter::read as read_starter;
