//! Who has significant control of a company: Companies Act 2006, Schedule 1A.
//!
//! Counted from the founders on the day of registration: one vote each and, where there are shares, one
//! share each. Side agreements are not counted here, and the paper says so.

use crate::formation::Formation;

/// Control on the day of registration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Control {
    /// Founder members, each with one vote.
    pub members: usize,
    /// The band each of them is in.
    pub band: Option<Band>,
}

/// A band of voting rights, as the register asks for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Band {
    /// More than a quarter, and no more than half.
    OverQuarter,
    /// Three-quarters or more.
    ThreeQuarters,
}

impl Control {
    /// Counts the votes of a formation's founders.
    pub fn of(formation: &Formation) -> Self {
        let members = formation.founders().count();
        let band = match members {
            1 => Some(Band::ThreeQuarters),
            // A half, or a third: each more than a quarter. A quarter exactly is not more than a quarter.
            2 | 3 => Some(Band::OverQuarter),
            _ => None,
        };
        Self { members, band }
    }

    /// Returns each member's share of the votes: "33.33%"; none without members.
    pub fn share(&self) -> Option<String> {
        let members = u32::try_from(self.members).ok().filter(|members| *members > 0)?;
        Some(crate::text::percent((10_000 + members / 2) / members))
    }
}

impl Band {
    /// Returns the band of `what` in words: of the voting rights, of the shares.
    pub fn of(self, what: &str) -> String {
        match self {
            Self::OverQuarter => format!("more than 25% but not more than 50% of the {what}"),
            Self::ThreeQuarters => format!("75% or more of the {what}"),
        }
    }
}
