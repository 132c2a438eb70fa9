//! Classes of members: who belongs to each, what it holds, how many seats it has and what its vote weighs.
//!
//! [`Classes`] can only be made of a list that makes sense as a whole. What depends on other answers, such as
//! the size of the board, or on a figure of practice, such as a limit for investors, is left to the checks.

use super::Range;

/// The classes of a co-op's members, in the group's order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Classes(Vec<Class>);

/// One class of members.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Class {
    /// What its members are called, in the plural: "Growers".
    pub name: String,
    /// Who belongs, in words that finish "Someone who …"; empty while nobody has written it.
    pub test: String,
    /// Whether its members use the co-op or only put money in.
    pub tie: Tie,
    /// How many shares each of its members may hold; of no meaning where there are no shares.
    pub holding: Holding,
    /// Its seats on the board.
    pub seats: Range,
    /// Its share of the vote, in hundredths of a percent; all classes of a list have one, or none has.
    pub votes: Option<u32>,
    /// Whether the group means it to have more than half of the vote.
    pub over_half: bool,
    /// The ids of the founders who begin in it.
    pub first_members: Vec<String>,
}

/// What ties the members of a class to the co-op.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tie {
    /// They work for it, buy from it, sell through it or use what it offers.
    Uses,
    /// They put money in and use nothing: the law's non-user investors.
    Invests,
}

/// How many shares each member of a class may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holding {
    /// One.
    OneShare,
    /// Several, up to the most a member may hold.
    SeveralShares,
}

/// Why a list of classes makes no sense.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ClassFault {
    /// One class is none.
    #[error("there must be at least 2 classes, and there is {0}")]
    TooFew(usize),
    /// Nobody can follow so many.
    #[error("there may be at most {MOST_CLASSES} classes, and there are {0}")]
    TooMany(usize),
    /// A class without a name.
    #[error("the class has no name")]
    NoName(usize),
    /// Two classes with one name.
    #[error("two classes are called \u{201c}{1}\u{201d}")]
    SameName(usize, String),
    /// More seats at least than at most, or no end of them.
    #[error("seats on the board need a most that is not below the least")]
    Seats(usize),
    /// Some classes have a share of the vote, and this one has none.
    #[error("give every class a share of the vote, or none of them")]
    VotesMissing(usize),
    /// The shares do not make a whole.
    #[error("the classes\u{2019} shares of the vote come to {} and must come to 100%", crate::text::percent(*.0))]
    VotesSum(u32),
    /// More than half of the vote, and nobody said so.
    #[error("\u{201c}{1}\u{201d} would have more than half of the vote; say so with over-half = true")]
    OverHalf(usize, String),
    /// Someone begins in two classes.
    #[error("the same first member stands in two classes")]
    InTwo(usize),
    /// Nobody is left to own it.
    #[error("every class only puts money in; at least one must use the co-op")]
    NobodyUses,
}

impl ClassFault {
    /// Returns the class at fault, counted from 0, and its field; none where it is the list.
    pub fn place(&self) -> Option<(usize, &'static str)> {
        match self {
            Self::TooFew(_) | Self::TooMany(_) | Self::VotesSum(_) | Self::NobodyUses => None,
            Self::NoName(at) | Self::SameName(at, _) => Some((*at, "name")),
            Self::Seats(at) => Some((*at, "seats")),
            Self::VotesMissing(at) | Self::OverHalf(at, _) => Some((*at, "votes")),
            Self::InTwo(at) => Some((*at, "first-members")),
        }
    }
}

/// More classes than any co-op's members can keep apart.
pub const MOST_CLASSES: usize = 8;
/// The whole vote, in hundredths of a percent.
const WHOLE: u32 = 10_000;

impl Classes {
    /// Makes a list of classes.
    ///
    /// # Errors
    /// When it makes no sense as a whole: see [`ClassFault`].
    pub fn new(classes: Vec<Class>) -> Result<Self, ClassFault> {
        if classes.len() < 2 {
            return Err(ClassFault::TooFew(classes.len()));
        }
        if classes.len() > MOST_CLASSES {
            return Err(ClassFault::TooMany(classes.len()));
        }
        for (at, class) in classes.iter().enumerate() {
            let before = &classes[..at];
            let same = |other: &Class| other.name.trim().to_lowercase() == class.name.trim().to_lowercase();
            if class.name.trim().is_empty() {
                return Err(ClassFault::NoName(at));
            }
            if before.iter().any(same) {
                return Err(ClassFault::SameName(at, class.name.trim().to_owned()));
            }
            if class.seats.at_most.is_none_or(|most| most < class.seats.at_least) {
                return Err(ClassFault::Seats(at));
            }
            let earlier = before.iter().flat_map(|other| &other.first_members);
            if earlier.into_iter().any(|id| class.first_members.contains(id)) {
                return Err(ClassFault::InTwo(at));
            }
        }
        if classes.iter().all(|class| class.tie == Tie::Invests) {
            return Err(ClassFault::NobodyUses);
        }
        Self::votes_make_a_whole(&classes)?;
        Ok(Self(classes))
    }

    fn votes_make_a_whole(classes: &[Class]) -> Result<(), ClassFault> {
        if classes.iter().all(|class| class.votes.is_none()) {
            return Ok(());
        }
        if let Some(at) = classes.iter().position(|class| class.votes.is_none()) {
            return Err(ClassFault::VotesMissing(at));
        }
        let sum = classes.iter().filter_map(|class| class.votes).fold(0_u32, u32::saturating_add);
        if sum != WHOLE {
            return Err(ClassFault::VotesSum(sum));
        }
        let over = |class: &Class| !class.over_half && class.votes.is_some_and(|votes| votes > WHOLE / 2);
        match classes.iter().position(over) {
            Some(at) => Err(ClassFault::OverHalf(at, classes[at].name.trim().to_owned())),
            None => Ok(()),
        }
    }

    /// Returns the classes in order.
    pub fn list(&self) -> &[Class] {
        &self.0
    }

    /// Returns whether each class has a share of the vote of its own.
    pub fn is_weighted(&self) -> bool {
        self.0.iter().any(|class| class.votes.is_some())
    }

    /// Returns what share of the whole vote each class has in fact, in hundredths of a percent, with so many
    /// `members` in each: a class with fewer than `least` keeps a part of its share for each member, and the rest
    /// goes to the other classes that use the co-op and have members. Nothing where all vote together.
    pub fn shares_of_the_vote(&self, members: &[u32], least: u32) -> Vec<u32> {
        let votes = |class: &Class| u64::from(class.votes.unwrap_or(0));
        let have = |at: usize| u64::from(members.get(at).copied().unwrap_or(0));
        let least = u64::from(least.max(1));
        let kept: Vec<u64> =
            self.0.iter().enumerate().map(|(at, class)| votes(class) * have(at).min(least) / least).collect();
        let mut shares = kept.clone();
        for (at, class) in self.0.iter().enumerate() {
            let takes =
                |&(other, one): &(usize, &Class)| other != at && one.tie == Tie::Uses && have(other) > 0;
            let whole: u64 = self.0.iter().enumerate().filter(takes).map(|(_, one)| votes(one)).sum();
            for (other, one) in self.0.iter().enumerate().filter(takes) {
                let rest = votes(class) - kept[at];
                shares[other] += (rest * votes(one)).checked_div(whole).unwrap_or(0);
            }
        }
        shares.into_iter().map(|share| u32::try_from(share).unwrap_or(u32::MAX)).collect()
    }

    /// Returns the classes whose members only put money in.
    pub fn investors(&self) -> impl Iterator<Item = &Class> {
        self.0.iter().filter(|class| class.tie == Tie::Invests)
    }

    /// Returns the classes whose members use the co-op.
    pub fn users(&self) -> impl Iterator<Item = &Class> {
        self.0.iter().filter(|class| class.tie == Tie::Uses)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn class(name: &str, votes: Option<u32>) -> Class {
        Class {
            name: name.to_owned(),
            test: format!("someone who {name}"),
            tie: Tie::Uses,
            holding: Holding::OneShare,
            seats: Range { at_least: 1, at_most: Some(3) },
            votes,
            over_half: false,
            first_members: Vec::new(),
        }
    }

    #[test]
    fn a_list_makes_sense_as_a_whole() {
        let two = || vec![class("Growers", Some(5_000)), class("Eaters", Some(5_000))];
        assert!(Classes::new(two()).is_ok());
        assert!(Classes::new(vec![class("Growers", None), class("Eaters", None)]).is_ok());
        type Change = fn(&mut Vec<Class>);
        let wrong: [(Change, ClassFault); 11] = [
            (|list| list.truncate(1), ClassFault::TooFew(1)),
            (
                |list| list.extend((0..7).map(|n| class(&format!("More {n}"), Some(0)))),
                ClassFault::TooMany(9),
            ),
            (|list| list[1].name = " ".to_owned(), ClassFault::NoName(1)),
            (|list| list[1].name = "growers ".to_owned(), ClassFault::SameName(1, "growers".to_owned())),
            (|list| list[0].seats.at_most = Some(0), ClassFault::Seats(0)),
            (|list| list[0].seats.at_most = None, ClassFault::Seats(0)),
            (|list| list[1].votes = None, ClassFault::VotesMissing(1)),
            (|list| list[1].votes = Some(4_000), ClassFault::VotesSum(9_000)),
            (
                |list| {
                    list[0].votes = Some(6_000);
                    list[1].votes = Some(4_000);
                },
                ClassFault::OverHalf(0, "Growers".to_owned()),
            ),
            (
                |list| list.iter_mut().for_each(|class| class.first_members = vec!["asha".to_owned()]),
                ClassFault::InTwo(1),
            ),
            (|list| list.iter_mut().for_each(|class| class.tie = Tie::Invests), ClassFault::NobodyUses),
        ];
        for (change, fault) in wrong {
            let mut list = two();
            change(&mut list);
            assert_eq!(Classes::new(list), Err(fault));
        }
    }

    #[test]
    fn a_class_may_have_more_than_half_where_the_group_says_so() {
        let mut list = vec![class("Growers", Some(6_000)), class("Eaters", Some(4_000))];
        list[0].over_half = true;
        assert!(Classes::new(list).unwrap().is_weighted());
    }

    #[test]
    fn a_small_class_has_a_part_of_its_share_and_the_users_get_the_rest() {
        let mut list =
            vec![class("Growers", Some(5_000)), class("Eaters", Some(4_000)), class("Friends", Some(1_000))];
        list[2].tie = Tie::Invests;
        let classes = Classes::new(list).unwrap();
        let cases: [([u32; 3], u32, [u32; 3]); 7] = [
            // 5, 20 and 100 members.
            ([2, 2, 1], 3, [5_037, 4_629, 333]),
            ([5, 12, 3], 3, [5_000, 4_000, 1_000]),
            ([10, 80, 10], 3, [5_000, 4_000, 1_000]),
            // An empty class, and investors who never gain from one.
            ([0, 40, 10], 3, [0, 9_000, 1_000]),
            ([40, 40, 0], 3, [5_555, 4_444, 0]),
            ([1, 40, 3], 1, [5_000, 4_000, 1_000]),
            // Nobody uses it: their shares lapse.
            ([0, 0, 3], 3, [0, 0, 1_000]),
        ];
        for (members, least, shares) in cases {
            assert_eq!(classes.shares_of_the_vote(&members, least), shares, "{members:?}, {least}");
        }
    }
}
