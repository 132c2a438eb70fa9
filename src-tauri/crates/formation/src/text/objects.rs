//! Answers as the texts see them.

use std::sync::Arc;

use minijinja::Value as Name;
use minijinja::value::{Enumerator, Object, ObjectRepr};

use super::Names;
use crate::decision::{
    Address, Base, Class, Classes, Decision, Holding, Kind, Majority, Quorum, Range, Share, Tie, Value,
    YearDay,
};

/// Words that a person typed.
#[derive(Debug)]
pub(crate) struct Given(pub String);

impl Object for Given {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Plain
    }
}

impl Given {
    /// Returns `words` as a text sees them; nothing at all when there are none, so that a condition is false.
    pub(crate) fn name(words: &str) -> Name {
        if words.trim().is_empty() { Name::from("") } else { Name::from_object(Self(words.to_owned())) }
    }
}

/// A decision that nobody has taken: prints as its question, whatever is asked of it.
#[derive(Debug)]
pub(crate) struct OpenQuestion(pub String);

impl Object for OpenQuestion {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Iterable
    }

    fn get_value(self: &Arc<Self>, _field: &Name) -> Option<Name> {
        Some(Name::from_dyn_object(self.clone()))
    }

    /// A list that is not there yet shows the question once.
    fn enumerate(self: &Arc<Self>) -> Enumerator {
        Enumerator::Values(vec![Name::from_object(OpenItem(self.0.clone()))])
    }
}

/// The one item of a list that nobody has written yet.
#[derive(Debug)]
pub(crate) struct OpenItem(pub String);

impl Object for OpenItem {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Plain
    }

    fn get_value(self: &Arc<Self>, _field: &Name) -> Option<Name> {
        Some(Name::from_dyn_object(self.clone()))
    }
}

macro_rules! plain_object {
    ($name:ident($inner:ty), |$value:ident, $field:ident| $get:expr) => {
        #[derive(Debug)]
        pub(crate) struct $name(pub $inner);

        impl Object for $name {
            fn get_value(self: &Arc<Self>, field: &Name) -> Option<Name> {
                let $value = &self.0;
                let $field = field.as_str()?;
                $get
            }

            // It names its parts and does not list them, which would count as nothing there.
            fn is_true(self: &Arc<Self>) -> bool {
                true
            }
        }
    };
}

plain_object!(QuorumName(Quorum), |quorum, field| match field {
    "share" => Some(quorum.share.map_or(Name::from(()), share)),
    "at_least" => Some(Name::from(quorum.at_least)),
    "at_most" => Some(Name::from(quorum.at_most)),
    _ => None,
});

plain_object!(MajorityName(Majority), |majority, field| match field {
    "share" => Some(share(majority.share.floor())),
    "word" => Some(Name::from(match majority.share {
        Share::MoreThanHalf => "more-than-half",
        Share::TwoThirds => "two-thirds",
        Share::AtLeast(_) => "at-least",
        Share::AllButOne => "all-but-one",
        Share::All => "all",
    })),
    "of" => Some(Name::from(match majority.of {
        Base::VotesCast => "votes-cast",
        Base::MembersPresent => "members-present",
        Base::AllMembers => "all-members",
        Base::AllOtherMembers => "all-other-members",
    })),
    _ => None,
});

plain_object!(RangeName(Range), |range, field| match field {
    "at_least" => Some(Name::from(range.at_least)),
    "at_most" => Some(Name::from(range.at_most)),
    _ => None,
});

plain_object!(YearDayName(YearDay), |date, field| match field {
    "day" => Some(Name::from(date.day)),
    "month" => Some(Name::from(date.month)),
    _ => None,
});

plain_object!(AddressName(Address), |address, field| match field {
    "lines" => Some(address.lines.iter().map(|line| Given::name(line)).collect()),
    "town" => Some(Given::name(&address.town)),
    "postcode" => Some(Given::name(&address.postcode)),
    "country" => Some(Given::name(&address.country)),
    _ => None,
});

/// The classes of members: a list, and what holds of all of them.
#[derive(Debug)]
pub(crate) struct ClassesName(Classes);

impl Object for ClassesName {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Iterable
    }

    fn get_value(self: &Arc<Self>, field: &Name) -> Option<Name> {
        let classes = &self.0;
        match field.as_str()? {
            "names" => Some(names(classes.list().iter())),
            "user_names" => Some(names(classes.users())),
            "investor_names" => Some(names(classes.investors())),
            "weighted" => Some(Name::from(classes.is_weighted())),
            "investors" => Some(classes.investors().map(class).collect()),
            "users" => Some(classes.users().map(class).collect()),
            "over_half" => Some(classes.list().iter().filter(|one| one.over_half).map(class).collect()),
            "several_shares" => Some(several(classes).map(class).collect()),
            "several_names" => Some(names(several(classes))),
            _ => None,
        }
    }

    fn enumerate(self: &Arc<Self>) -> Enumerator {
        Enumerator::Values(self.0.list().iter().map(class).collect())
    }
}

fn several(classes: &Classes) -> impl Iterator<Item = &Class> {
    classes.list().iter().filter(|class| class.holding == Holding::SeveralShares)
}

fn names<'a>(classes: impl Iterator<Item = &'a Class>) -> Name {
    classes.map(|class| Given::name(class.name.trim())).collect()
}

fn class(class: &Class) -> Name {
    Name::from_pairs([
        ("name", Given::name(class.name.trim())),
        ("test", Given::name(class.test.trim().trim_end_matches('.'))),
        ("investors", Name::from(class.tie == Tie::Invests)),
        ("several_shares", Name::from(class.holding == Holding::SeveralShares)),
        ("seats", Name::from_object(RangeName(class.seats))),
        ("votes", class.votes.map_or(Name::from(0.0), share)),
        ("first_members", class.first_members.iter().map(|id| Name::from(id.as_str())).collect()),
    ])
}

fn share(hundredths_of_percent: u32) -> Name {
    Name::from(f64::from(hundredths_of_percent) / 10_000.0)
}

fn pounds(pence: i64) -> Name {
    if pence % 100 == 0 { Name::from(pence / 100) } else { Name::from(pence as f64 / 100.0) }
}

/// Puts the answer to `decision` into `names`, under the decision's own name.
pub(crate) fn answer(names: &mut Names, decision: &Decision, value: Option<&Value>) {
    let variable = decision.variable();
    if decision.other && decision.kind == Kind::Choice {
        let words = match value {
            Some(Value::Other(words)) => words.as_str(),
            _ => "",
        };
        names.insert(format!("{variable}_other"), Given::name(words));
    }
    let name = match value {
        Some(value) => name(value),
        None => Name::from_object(OpenQuestion(decision.question.clone())),
    };
    names.insert(variable, name);
}

fn name(value: &Value) -> Name {
    let given = |items: &[String]| items.iter().map(|item| Given::name(item)).collect::<Name>();
    match value {
        Value::Choice(slug) => Name::from(slug.as_str()),
        Value::Other(_) => Name::from("other"),
        Value::Choices(slugs) => slugs.iter().map(|slug| Name::from(slug.as_str())).collect(),
        Value::YesNo(flag) => Name::from(*flag),
        Value::Text(text) => Given::name(text),
        Value::Lines(lines) => given(lines),
        Value::Codes(codes) => given(codes),
        Value::Count(number) => Name::from(*number),
        Value::Money(pence) => pounds(*pence),
        Value::Percent(part) => share(*part),
        Value::Quorum(quorum) => Name::from_object(QuorumName(*quorum)),
        Value::Majority(majority) => Name::from_object(MajorityName(*majority)),
        Value::Range(range) => Name::from_object(RangeName(*range)),
        Value::Address(address) => Name::from_object(AddressName(address.clone())),
        Value::YearDay(day) => Name::from_object(YearDayName(*day)),
        Value::Tests(tests) => tests
            .iter()
            .map(|test| {
                let word = |word: &Option<String>| word.as_deref().map_or(Name::from(""), Name::from);
                Name::from_pairs([
                    ("measure", Name::from(test.measure.as_str())),
                    ("amount", Name::from(test.amount)),
                    ("per", word(&test.per)),
                    ("over", Name::from(test.over)),
                    ("of", test.of.as_deref().map_or(Name::from(""), Given::name)),
                    ("checked_by", word(&test.checked_by)),
                ])
            })
            .collect(),
        Value::Seats(seats) => seats
            .iter()
            .map(|seat| {
                Name::from_pairs([("group", Given::name(&seat.group)), ("seats", Name::from(seat.seats))])
            })
            .collect(),
        Value::Classes(classes) => Name::from_object(ClassesName(classes.clone())),
    }
}
