//! Decisions: the questions a group answers, what may be answered, and what was.
//!
//! A [`Decision`] is the question, from the library. A [`Value`] is an answer. Both are data; what
//! follows from an answer is in the rules' texts and the checks.

mod classes;
mod kind;
mod read;
mod read_classes;
mod value;
mod words;
mod write;

pub use classes::{Class, ClassFault, Classes, Holding, MOST_CLASSES, Tie};
pub use kind::{Choice, Decision, DefaultWhen, Kind};
pub use read::{ValueError, read};
pub use value::{Address, Base, Date, Majority, Quorum, Range, Seat, Share, Test, Value, YearDay};
pub use write::write;
pub(crate) use write::write_address;

/// Readers of single fields, for records that are read as answers are.
pub(crate) mod read_field {
    pub(crate) use super::read::{address, expected, only, strings, text};
}

use crate::legal::slugs;

slugs! {
    /// How far the group has come with a decision.
    Status {
        /// Nobody has settled it.
        Open = "open", "Open";
        /// Somebody proposes an answer.
        Proposed = "proposed", "Proposed";
        /// The group agrees.
        Agreed = "agreed", "Agreed";
        /// Put off.
        Parked = "parked", "Parked";
    }
}

/// What a group has taken down about one decision.
#[derive(Debug, Clone, PartialEq)]
pub struct Taken {
    /// The answer; none while nothing was answered or the answer was cleared.
    pub value: Option<Value>,
    /// How far the group has come.
    pub status: Status,
    /// Why, in the group's words.
    pub reason: Option<String>,
}
