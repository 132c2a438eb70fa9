//! The domain of Toad Lane: a co-op being formed, the library of texts, and what follows from both.
//!
//! Pure functions of (formation, library, law, today). No I/O, no clock, no randomness: files arrive as
//! text, dates and ids as values. Knows `document`, to whose blocks every paper is brought; must not
//! know how pages look, where anything is stored, or who asks.

mod answers;
pub mod answers_file;
pub mod beginning;
mod calendar;
pub mod checks;
mod constitution;
mod control;
mod crosswalk;
pub mod decision;
pub mod edit;
mod fee_meter;
mod formation;
mod founders;
pub mod law;
pub mod legal;
pub mod letters;
pub mod library;
pub mod organisation;
pub mod pack;
pub mod person;
pub mod provides;
pub mod sheet;
mod text;

pub use answers::{Answers, Standing};
pub use calendar::{Calendar, CalendarError, DueDay, YEARS_AHEAD, calendar};
pub use constitution::{
    Constitution, ModelWords, Origin, Part, Problem, ProblemKind, RemovedRule, Rule, Term, Waiting,
};
pub use control::{Band, Control};
pub use crosswalk::{Crosswalk, FormLine, RuleNumbers, provisions, rule_list};
pub use fee_meter::FeeMeter;
pub use formation::{Accepted, Formation};
pub use founders::{Founder, SignsFor};
pub use text::{grouped, long_date, money};
