//! What may be answered, as fields of a form.

use formation::decision::{
    Base, Class, Decision, Holding, Kind, Majority, Quorum, Share, Test, Tie, Value, write as write_value,
};
use formation::library::Library;
use formation::{Answers, Formation};
use serde_json::Value as Json;

use super::AddressView;

/// What may be answered. Names of form fields are given with each; an event brings them back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InputView {
    /// Options to choose from. Field `choice`: the index of an option as text, or "own" for own words or number.
    Options {
        /// Whether several may be chosen.
        several: bool,
        /// The options.
        options: Vec<OptionView>,
        /// Own words or an own number, when welcome.
        own: Option<Box<InputView>>,
        /// Whether the own answer is chosen.
        own_chosen: bool,
        /// Whether the own answer is words in place of a choice, in answers files `{ other = "…" }`.
        own_is_other: bool,
    },
    /// Yes or no. Field `yes`: "yes" or "no".
    YesNo {
        /// The answer.
        chosen: Option<bool>,
    },
    /// A line or sentences. Field `text`.
    Text {
        /// The words.
        value: String,
        /// Whether it takes sentences.
        long: bool,
        /// Whether it is an e-mail address.
        email: bool,
    },
    /// Several lines, one in each. Field `lines`: one text area, a line each.
    Lines {
        /// The lines.
        value: String,
        /// Whether they are SIC codes.
        codes: bool,
    },
    /// A number. Field `number`.
    Number {
        /// The number as typed.
        value: String,
        /// What stands before it: "£".
        before: &'static str,
        /// What stands after it: "months", "%".
        after: String,
    },
    /// How many must take part. Fields `share` (percent), `at-least`, `at-most`.
    Quorum {
        /// Percent of the members; empty for none.
        share: String,
        /// Never fewer than; empty for none.
        at_least: String,
        /// No more than this many are needed; empty for none.
        at_most: String,
    },
    /// How many must agree. Fields `share` (more-than-half, two-thirds, 75, all-but-one, all, or a number of percent) and `of`.
    Majority {
        /// The share.
        share: String,
        /// Slug of whose voices: votes-cast, members-present, all-members, all-other-members.
        of: &'static str,
    },
    /// From … to. Fields `at-least`, `at-most`.
    Range {
        /// The least.
        at_least: String,
        /// The most; empty for none.
        at_most: String,
    },
    /// A postal address. Fields `lines`, `town`, `postcode`, `country`.
    Address(AddressView),
    /// A day of each year. Fields `day`, `month`.
    YearDay {
        /// Day.
        day: String,
        /// Month, 1 to 12.
        month: String,
    },
    /// Tests that make a person qualify. Fields `measure-1`, `amount-1`, `per-1`, `over-1`, `of-1`, `checked-by-1`, `measure-2` …
    Tests(Vec<TestView>),
    /// Seats kept for groups. Fields `group-1`, `seats-1`, `group-2` …
    Seats(Vec<(String, String)>),
    /// Classes of members. Fields `name-1`, `test-1`, `tie-1` (uses, invests), `holding-1` (one, several),
    /// `least-1`, `most-1`, `votes-1` (percent), `over-half-1` and `first-1` (a founder's id, several times), `name-2` …
    Classes {
        /// The classes.
        classes: Vec<ClassView>,
        /// Whether members hold shares.
        shares: bool,
        /// The founder members: id and name.
        founders: Vec<(String, String)>,
    },
}

/// A class of members, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ClassView {
    /// What its members are called.
    pub name: String,
    /// Who belongs.
    pub test: String,
    /// Whether its members only put money in.
    pub invests: bool,
    /// Whether each may hold several shares.
    pub several_shares: bool,
    /// Fewest seats on the board.
    pub least: String,
    /// Most seats on the board.
    pub most: String,
    /// Percent of the vote; empty for none.
    pub votes: String,
    /// Whether it is meant to have more than half of the vote.
    pub over_half: bool,
    /// Ids of the founders who begin in it.
    pub first: Vec<String>,
}

/// A test that makes a person qualify.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TestView {
    /// Slug of the measure.
    pub measure: String,
    /// How much.
    pub amount: String,
    /// week, month, year; empty for none.
    pub per: String,
    /// Averaged over so many months; empty for none.
    pub over: String,
    /// Of what.
    pub of: String,
    /// board, members, secretary; empty for none.
    pub checked_by: String,
}

/// An option.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OptionView {
    /// In few words.
    pub label: String,
    /// What follows from it.
    pub means: String,
    /// Whether it is the usual answer here.
    pub usual: bool,
    /// Whether it is chosen.
    pub chosen: bool,
    /// Its place in the group's order, from 0, where several are chosen.
    pub place: Option<usize>,
    /// The answer it stands for, in the shape of answers files.
    pub value: Json,
}

impl InputView {
    /// Returns what a decision takes, with the answer that stands.
    pub(crate) fn of(
        library: &Library,
        decision: &Decision,
        answers: &Answers,
        formation: &Formation,
    ) -> Self {
        let value = answers.value(&decision.slug);
        let given = formation.given(&decision.slug).is_some();
        let offered = answers.offered(library, decision);
        if offered.is_empty() {
            return field(&decision.kind, value, formation);
        }
        let several = decision.kind == Kind::Choices;
        let chosen = |choice: &Value| match (value, choice) {
            (Some(Value::Choices(slugs)), Value::Choice(slug)) => slugs.contains(slug),
            (value, choice) => value == Some(choice),
        };
        let usual = usual_value(decision, value, given);
        let options: Vec<OptionView> = offered
            .into_iter()
            .map(|choice| OptionView {
                label: choice.label.clone(),
                means: choice.means.clone(),
                usual: usual == Some(&choice.value),
                chosen: chosen(&choice.value),
                place: place(value, &choice.value),
                value: write_value(&choice.value),
            })
            .collect();
        let own_is_other = decision.kind == Kind::Choice;
        let own_welcome = match decision.kind {
            Kind::Choice => decision.other,
            Kind::Choices | Kind::YesNo => false,
            _ => true,
        };
        let own_chosen = own_welcome && value.is_some() && !options.iter().any(|option| option.chosen);
        // A list of classes is begun from the one that stands: nobody types all of it for one more founder.
        let begun = value.filter(|_| own_chosen || decision.kind == Kind::Classes);
        let own = own_welcome.then(|| Box::new(field(&decision.kind, begun, formation)));
        InputView::Options { several, options, own, own_chosen, own_is_other }
    }
}

/// Where the group put a choice among those it chose.
fn place(value: Option<&Value>, choice: &Value) -> Option<usize> {
    match (value, choice) {
        (Some(Value::Choices(slugs)), Value::Choice(slug)) => slugs.iter().position(|one| one == slug),
        _ => None,
    }
}

/// The usual answer, as far as it is known: the one that stands, when the group gave none; else the default.
fn usual_value<'a>(decision: &'a Decision, value: Option<&'a Value>, given: bool) -> Option<&'a Value> {
    if given { decision.default.as_ref() } else { value }
}

fn field(kind: &Kind, value: Option<&Value>, formation: &Formation) -> InputView {
    let text = || match value {
        Some(Value::Text(text) | Value::Other(text)) => text.clone(),
        _ => String::new(),
    };
    let list = || match value {
        Some(Value::Lines(lines) | Value::Codes(lines)) => lines.join("\n"),
        _ => String::new(),
    };
    match kind {
        Kind::YesNo => InputView::YesNo {
            chosen: match value {
                Some(Value::YesNo(flag)) => Some(*flag),
                _ => None,
            },
        },
        Kind::Choice | Kind::Choices | Kind::Text => {
            InputView::Text { value: text(), long: false, email: false }
        }
        Kind::Prose => InputView::Text { value: text(), long: true, email: false },
        Kind::Email => InputView::Text { value: text(), long: false, email: true },
        Kind::Lines => InputView::Lines { value: list(), codes: false },
        Kind::Codes => InputView::Lines { value: list(), codes: true },
        Kind::Count { unit, .. } => {
            InputView::Number { value: number(value), before: "", after: plural(unit) }
        }
        Kind::Money { .. } => {
            InputView::Number { value: number(value), before: "\u{a3}", after: String::new() }
        }
        Kind::Percent => InputView::Number { value: number(value), before: "", after: "%".to_owned() },
        Kind::Quorum => quorum_input(value),
        Kind::Majority => majority_input(value),
        Kind::Range => range_input(value),
        Kind::Address => InputView::Address(match value {
            Some(Value::Address(address)) => AddressView::of(address),
            _ => AddressView::default(),
        }),
        Kind::YearDay => match value {
            Some(Value::YearDay(date)) => {
                InputView::YearDay { day: date.day.to_string(), month: date.month.to_string() }
            }
            _ => InputView::YearDay { day: String::new(), month: String::new() },
        },
        Kind::Tests => InputView::Tests(match value {
            Some(Value::Tests(tests)) => tests.iter().map(test_view).collect(),
            _ => vec![TestView::default()],
        }),
        Kind::Seats => InputView::Seats(match value {
            Some(Value::Seats(seats)) => {
                seats.iter().map(|seat| (seat.group.clone(), seat.seats.to_string())).collect()
            }
            _ => Vec::new(),
        }),
        Kind::Classes => InputView::Classes {
            classes: match value {
                Some(Value::Classes(classes)) => classes.list().iter().map(class_view).collect(),
                _ => Vec::new(),
            },
            shares: formation.form.has_shares(),
            founders: formation.founders().map(|founder| (founder.id().to_owned(), founder.name())).collect(),
        },
    }
}

fn class_view(class: &Class) -> ClassView {
    ClassView {
        name: class.name.clone(),
        test: class.test.clone(),
        invests: class.tie == Tie::Invests,
        several_shares: class.holding == Holding::SeveralShares,
        least: class.seats.at_least.to_string(),
        most: maybe(class.seats.at_most),
        votes: class.votes.map(percent).unwrap_or_default(),
        over_half: class.over_half,
        first: class.first_members.clone(),
    }
}

fn plural(unit: &str) -> String {
    format!("{unit}s")
}

fn number(value: Option<&Value>) -> String {
    match value {
        Some(Value::Percent(share)) => percent(*share),
        Some(value @ (Value::Count(_) | Value::Money(_))) => write_value(value).to_string(),
        _ => String::new(),
    }
}

/// Hundredths of a percent as a number of percent.
fn percent(share: u32) -> String {
    if share.is_multiple_of(100) { (share / 100).to_string() } else { (f64::from(share) / 100.0).to_string() }
}

fn maybe(number: Option<u32>) -> String {
    number.map(|number| number.to_string()).unwrap_or_default()
}

fn quorum_input(value: Option<&Value>) -> InputView {
    let quorum = match value {
        Some(Value::Quorum(quorum)) => *quorum,
        _ => Quorum { share: None, at_least: None, at_most: None },
    };
    InputView::Quorum {
        share: quorum.share.map(percent).unwrap_or_default(),
        at_least: maybe(quorum.at_least),
        at_most: maybe(quorum.at_most),
    }
}

fn majority_input(value: Option<&Value>) -> InputView {
    let majority = match value {
        Some(Value::Majority(majority)) => *majority,
        _ => Majority { share: Share::AtLeast(7_500), of: Base::VotesCast },
    };
    let share = match majority.share {
        Share::MoreThanHalf => "more-than-half".to_owned(),
        Share::TwoThirds => "two-thirds".to_owned(),
        Share::AllButOne => "all-but-one".to_owned(),
        Share::All => "all".to_owned(),
        Share::AtLeast(share) => percent(share),
    };
    let of = match majority.of {
        Base::VotesCast => "votes-cast",
        Base::MembersPresent => "members-present",
        Base::AllMembers => "all-members",
        Base::AllOtherMembers => "all-other-members",
    };
    InputView::Majority { share, of }
}

fn range_input(value: Option<&Value>) -> InputView {
    match value {
        Some(Value::Range(range)) => {
            InputView::Range { at_least: range.at_least.to_string(), at_most: maybe(range.at_most) }
        }
        _ => InputView::Range { at_least: String::new(), at_most: String::new() },
    }
}

fn test_view(test: &Test) -> TestView {
    let words = |words: &Option<String>| words.clone().unwrap_or_default();
    TestView {
        measure: test.measure.clone(),
        amount: maybe(test.amount),
        per: words(&test.per),
        over: maybe(test.over),
        of: words(&test.of),
        checked_by: words(&test.checked_by),
    }
}
