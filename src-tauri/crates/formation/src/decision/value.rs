//! Answers to decisions.

use super::Classes;

/// An answer. Which variant fits is the decision's [`super::Kind`].
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// One of the choices, by its slug; also a choice's word where a number is asked ("none").
    Choice(String),
    /// The group's own words instead of a choice.
    Other(String),
    /// Some of the choices, in the group's order.
    Choices(Vec<String>),
    /// Yes or no.
    YesNo(bool),
    /// Text as typed: a line, sentences, an e-mail address.
    Text(String),
    /// Several lines.
    Lines(Vec<String>),
    /// A whole number of the decision's unit.
    Count(u32),
    /// Pence.
    Money(i64),
    /// Hundredths of a percent: 2,500 is a quarter.
    Percent(u32),
    /// How many must take part.
    Quorum(Quorum),
    /// How many must agree.
    Majority(Majority),
    /// From … to.
    Range(Range),
    /// A postal address.
    Address(Address),
    /// A day of each year.
    YearDay(YearDay),
    /// SIC codes, five digits each.
    Codes(Vec<String>),
    /// All must be met.
    Tests(Vec<Test>),
    /// Seats kept for groups.
    Seats(Vec<Seat>),
    /// Classes of members.
    Classes(Classes),
}

/// How many must take part. At least one of `share` and `at_least` is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quorum {
    /// A share of all members, in hundredths of a percent.
    pub share: Option<u32>,
    /// Never fewer than.
    pub at_least: Option<u32>,
    /// No more than this many are needed.
    pub at_most: Option<u32>,
}

impl Quorum {
    /// Returns how many of `members` must take part.
    pub fn of(&self, members: u32) -> u32 {
        let by_share = self.share.map_or(0, |share| {
            (u64::from(members) * u64::from(share)).div_ceil(10_000).try_into().unwrap_or(u32::MAX)
        });
        let wanted = by_share.max(self.at_least.unwrap_or(0));
        self.at_most.map_or(wanted, |most| wanted.min(most.max(self.at_least.unwrap_or(0))))
    }
}

/// How many must agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Majority {
    /// What share.
    pub share: Share,
    /// Of whom.
    pub of: Base,
}

/// A share of voices.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Share {
    /// More than half.
    MoreThanHalf,
    /// At least two-thirds.
    TwoThirds,
    /// At least so many hundredths of a percent.
    AtLeast(u32),
    /// All but one.
    AllButOne,
    /// All.
    All,
}

impl Share {
    /// Returns how many of `voices` must agree.
    pub fn of(self, voices: u32) -> u32 {
        match self {
            Self::MoreThanHalf => voices / 2 + 1,
            Self::TwoThirds => (voices * 2).div_ceil(3),
            Self::AtLeast(share) => {
                (u64::from(voices) * u64::from(share)).div_ceil(10_000).try_into().unwrap_or(u32::MAX)
            }
            Self::AllButOne => voices.saturating_sub(1),
            Self::All => voices,
        }
    }

    /// Returns the least share it can stand for, in hundredths of a percent; for comparing with the law.
    pub fn floor(self) -> u32 {
        match self {
            Self::MoreThanHalf => 5_000,
            Self::TwoThirds => 6_666,
            Self::AtLeast(share) => share,
            Self::AllButOne | Self::All => 10_000,
        }
    }
}

/// Whose voices a majority is counted of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Base {
    /// Votes for and against.
    VotesCast,
    /// Everyone in the meeting.
    MembersPresent,
    /// Every member.
    AllMembers,
    /// Every member but the one concerned.
    AllOtherMembers,
}

/// A least and a most number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Range {
    /// The least.
    pub at_least: u32,
    /// The most; none for no limit.
    pub at_most: Option<u32>,
}

/// A postal address, as people write it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Address {
    /// House and street, a line each.
    pub lines: Vec<String>,
    /// Town.
    pub town: String,
    /// Postcode; empty abroad where there is none.
    pub postcode: String,
    /// Country; England, Wales, Scotland or Northern Ireland within the United Kingdom.
    pub country: String,
}

impl Address {
    /// Returns the address line by line, without empty lines.
    pub fn all_lines(&self) -> Vec<&str> {
        self.lines
            .iter()
            .chain([&self.town, &self.postcode, &self.country])
            .map(|line| line.trim())
            .filter(|line| !line.is_empty())
            .collect()
    }
}

/// A day that comes each year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct YearDay {
    /// Day of the month.
    pub day: u8,
    /// 1 to 12.
    pub month: u8,
}

/// One test that makes a person qualify as a member.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Test {
    /// What is measured: `hours`, `registration` …
    pub measure: String,
    /// How much of it.
    pub amount: Option<u32>,
    /// In which time: `week`, `month`, `year`.
    pub per: Option<String>,
    /// Averaged over, or within, so many months.
    pub over: Option<u32>,
    /// Of what: a register, a body, or the test in the group's own words.
    pub of: Option<String>,
    /// Who checks it: `board`, `members`, `secretary`.
    pub checked_by: Option<String>,
}

/// Seats kept for a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seat {
    /// The group.
    pub group: String,
    /// How many seats.
    pub seats: u32,
}

/// A calendar date.
pub type Date = jiff::civil::Date;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quorum_of_members() {
        let quorum = |share, at_least, at_most| Quorum { share, at_least, at_most };
        let cases = [
            (quorum(Some(5_000), Some(2), None), 5, 3),
            (quorum(Some(5_000), Some(2), None), 4, 2),
            (quorum(Some(5_000), Some(3), None), 4, 3),
            (quorum(Some(2_500), Some(3), Some(30)), 500, 30),
            (quorum(None, Some(3), None), 500, 3),
            (quorum(Some(2_500), None, None), 1, 1),
        ];
        for (quorum, members, expected) in cases {
            assert_eq!(quorum.of(members), expected, "{quorum:?} of {members}");
        }
    }

    #[test]
    fn shares_of_voices() {
        let cases = [
            (Share::MoreThanHalf, 51, 26),
            (Share::MoreThanHalf, 4, 3),
            (Share::AtLeast(7_500), 5, 4),
            (Share::AtLeast(7_500), 8, 6),
            (Share::TwoThirds, 7, 5),
            (Share::AllButOne, 5, 4),
            (Share::All, 5, 5),
        ];
        for (share, voices, expected) in cases {
            assert_eq!(share.of(voices), expected, "{share:?} of {voices}");
        }
    }
}
