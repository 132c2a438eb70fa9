//! The domain of Toad Lane: a co-op being formed, the library of texts, and what follows from both.
//!
//! Pure functions of (formation, library, law, today). No I/O, no clock, no randomness: files arrive as
//! text, dates and ids as values. Knows `document`, to whose blocks every paper is brought; must not
//! know how pages look, where anything is stored, or who asks.

mod answers;
mod constitution;
pub mod decision;
mod formation;
pub mod legal;
pub mod library;
pub mod person;
pub mod provides;
mod text;

pub use answers::{Answers, Standing};
pub use constitution::{Constitution, Part, Problem, ProblemKind, Rule, Term};
pub use formation::{Accepted, Formation};
pub use text::money;
