//! Reads an answer from JSON (to which TOML is brought first), by the kind its decision takes.

use serde_json::{Map, Value as Json};

use super::read_classes::classes;
use super::{
    Address, Base, Choice, ClassFault, Kind, Majority, Quorum, Range, Seat, Share, Test, Value, YearDay,
};
use crate::letters;

/// Why an answer cannot be read. Each is a sentence that a person can act on.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ValueError {
    /// Not what the decision takes.
    #[error("expected {expected}, found {found}")]
    Expected {
        /// What would fit, with an example.
        expected: &'static str,
        /// What stands there.
        found: String,
    },
    /// Not one of the choices.
    #[error("\u{201c}{found}\u{201d} is not one of the choices: {choices}")]
    NotAChoice {
        /// What stands there.
        found: String,
        /// The choices.
        choices: String,
    },
    /// A number outside what makes sense.
    #[error("{found} is outside {min} to {max}")]
    Outside {
        /// The number given.
        found: String,
        /// The least.
        min: String,
        /// The most.
        max: String,
    },
    /// A field that does not belong there.
    #[error("\u{201c}{0}\u{201d} is not known here")]
    UnknownField(String),
    /// More than anybody means to write.
    #[error("it has {found} {what}, and may have {most} at most")]
    TooMuch {
        /// Of what there is too much: "characters", "entries".
        what: &'static str,
        /// How many there are.
        found: usize,
        /// How many there may be.
        most: usize,
    },
    /// A character that nobody can see.
    #[error("there is a hidden character (U+{:04X}) in it", u32::from(*.0))]
    Sign(char),
    /// Two fields that contradict each other.
    #[error("{0}")]
    Contradiction(&'static str),
    /// A list of classes that makes no sense.
    #[error("{}{fault}", place(.fault.place()))]
    Classes {
        /// Why not.
        fault: ClassFault,
    },
    /// A part of one class that does not fit.
    #[error("{}{error}", place(Some((*.at, .field))))]
    InClass {
        /// Which class, from 0.
        at: usize,
        /// Its field.
        field: &'static str,
        /// What is wrong with it.
        error: Box<ValueError>,
    },
}

impl ValueError {
    /// Returns whether it is about a character that nobody can see.
    pub fn is_hidden_character(&self) -> bool {
        match self {
            Self::Sign(_) => true,
            Self::InClass { error, .. } => error.is_hidden_character(),
            _ => false,
        }
    }

    /// Returns the entry of a list, from 0, and its field, where the fault lies in one entry.
    pub fn place(&self) -> Option<(usize, &'static str)> {
        match self {
            Self::Classes { fault } => fault.place(),
            Self::InClass { at, field, .. } => Some((*at, field)),
            _ => None,
        }
    }
}

/// "class 2, votes: ".
fn place(place: Option<(usize, &str)>) -> String {
    place.map_or_else(String::new, |(at, field)| format!("class {}, {field}: ", at + 1))
}

/// Reads `json` as an answer of `kind`, whose choices are `choices`; `other` allows the group's own words.
///
/// # Errors
/// When it does not fit.
pub fn read(kind: &Kind, choices: &[Choice], other: bool, json: &Json) -> Result<Value, ValueError> {
    match kind {
        Kind::Choice => choice(choices, other, json),
        Kind::Choices => {
            let slugs = strings(json, "a list of choices such as [\"reserve\", \"members\"]")?;
            for (index, slug) in slugs.iter().enumerate() {
                known(choices, slug)?;
                if slugs[..index].contains(slug) {
                    return Err(ValueError::Contradiction("the same choice stands there twice"));
                }
            }
            Ok(Value::Choices(slugs))
        }
        Kind::YesNo => json.as_bool().map(Value::YesNo).ok_or_else(|| expected("true or false", json)),
        Kind::Text | Kind::Prose | Kind::Email => text(json).map(Value::Text),
        Kind::Lines => {
            let lines = strings(json, "a list of texts")?;
            Ok(Value::Lines(lines.into_iter().filter(|line| !line.trim().is_empty()).collect()))
        }
        Kind::Codes => strings(json, "a list of codes such as [\"10710\"]").map(Value::Codes),
        Kind::Count { min, max, .. } => word_or(choices, json, |json| {
            let number = json.as_u64().ok_or_else(|| expected("a whole number", json))?;
            within(number, u64::from(*min), u64::from(*max), |n| n.to_string())?;
            Ok(Value::Count(u32::try_from(number).unwrap_or(u32::MAX)))
        }),
        Kind::Money { min, max } => word_or(choices, json, |json| {
            let pence = pence(json)?;
            within(pence, *min, *max, crate::text::money)?;
            Ok(Value::Money(pence))
        }),
        Kind::Percent => word_or(choices, json, |json| share(json).map(Value::Percent)),
        Kind::YearDay => word_or(choices, json, year_day),
        Kind::Quorum => quorum(json).map(Value::Quorum),
        Kind::Majority => majority(json).map(Value::Majority),
        Kind::Range => range(json).map(Value::Range),
        Kind::Address => address(json).map(Value::Address),
        Kind::Tests => list(json, "a list of tests", test).map(Value::Tests),
        Kind::Seats => list(json, "a list of { group = …, seats = … }", seat).map(Value::Seats),
        Kind::Classes => classes(json).map(Value::Classes),
    }
}

fn choice(choices: &[Choice], other: bool, json: &Json) -> Result<Value, ValueError> {
    match json {
        Json::String(slug) => known(choices, slug).map(|()| Value::Choice(slug.clone())),
        Json::Object(fields) if other => {
            only(fields, &["other"])?;
            let words = fields.get("other").ok_or_else(|| expected("{ other = \"…\" }", json))?;
            let words = text(words)?;
            if words.trim().is_empty() {
                return Err(ValueError::Contradiction("\u{201c}other\u{201d} needs words"));
            }
            Ok(Value::Other(words))
        }
        _ => Err(expected("one of the choices", json)),
    }
}

/// Returns no error when `slug` is one of the choices.
fn known(choices: &[Choice], slug: &str) -> Result<(), ValueError> {
    if choices.iter().any(|choice| choice.value == Value::Choice(slug.to_owned())) {
        return Ok(());
    }
    let slugs: Vec<&str> = choices
        .iter()
        .filter_map(|choice| match &choice.value {
            Value::Choice(slug) => Some(slug.as_str()),
            _ => None,
        })
        .collect();
    Err(ValueError::NotAChoice { found: slug.to_owned(), choices: slugs.join(", ") })
}

/// A number kind also takes the words of its choices, such as "none".
fn word_or(
    choices: &[Choice],
    json: &Json,
    number: impl FnOnce(&Json) -> Result<Value, ValueError>,
) -> Result<Value, ValueError> {
    match json {
        Json::String(word) => known(choices, word).map(|()| Value::Choice(word.clone())),
        _ => number(json),
    }
}

fn pence(json: &Json) -> Result<i64, ValueError> {
    let pounds = json.as_f64().ok_or_else(|| expected("an amount in pounds", json))?;
    let pence = pounds * 100.0;
    if (pence - pence.round()).abs() > 1e-6 || pence.abs() > 1e15 {
        return Err(expected("an amount in pounds and whole pence", json));
    }
    Ok(pence.round() as i64)
}

/// A share between 0 and 1, to hundredths of a percent.
pub(super) fn share(json: &Json) -> Result<u32, ValueError> {
    let share = json.as_f64().ok_or_else(|| expected("a share such as 0.25", json))?;
    if !(0.0..=1.0).contains(&share) {
        return Err(ValueError::Outside { found: share.to_string(), min: "0".into(), max: "1".into() });
    }
    Ok((share * 10_000.0).round() as u32)
}

fn quorum(json: &Json) -> Result<Quorum, ValueError> {
    let fields = object(json, "{ share = 0.5, at-least = 2 }")?;
    only(fields, &["share", "at-least", "at-most"])?;
    let quorum = Quorum {
        share: fields.get("share").map(share).transpose()?,
        at_least: fields.get("at-least").map(count).transpose()?,
        at_most: fields.get("at-most").map(count).transpose()?,
    };
    if quorum.share.is_none() && quorum.at_least.is_none() {
        return Err(ValueError::Contradiction("a quorum needs a share or a least number"));
    }
    if let (Some(least), Some(most)) = (quorum.at_least, quorum.at_most)
        && most < least
    {
        return Err(ValueError::Contradiction("at-most is less than at-least"));
    }
    Ok(quorum)
}

fn majority(json: &Json) -> Result<Majority, ValueError> {
    let fields = object(json, "{ share = 0.75, of = \"votes-cast\" }")?;
    only(fields, &["share", "of"])?;
    let share = match fields.get("share") {
        Some(Json::String(word)) => match word.as_str() {
            "more-than-half" => Share::MoreThanHalf,
            "two-thirds" => Share::TwoThirds,
            "all" => Share::All,
            "all-but-one" => Share::AllButOne,
            _ => {
                return Err(ValueError::NotAChoice {
                    found: word.clone(),
                    choices: "more-than-half, two-thirds, all, all-but-one, or a number such as 0.75".into(),
                });
            }
        },
        Some(number) => Share::AtLeast(self::share(number)?),
        None => return Err(expected("{ share = 0.75, of = \"votes-cast\" }", json)),
    };
    let of = match fields.get("of").and_then(Json::as_str) {
        None => Base::VotesCast,
        Some("votes-cast") => Base::VotesCast,
        Some("members-present") => Base::MembersPresent,
        Some("all-members") => Base::AllMembers,
        Some("all-other-members") => Base::AllOtherMembers,
        Some(word) => {
            return Err(ValueError::NotAChoice {
                found: word.to_owned(),
                choices: "votes-cast, members-present, all-members, all-other-members".into(),
            });
        }
    };
    Ok(Majority { share, of })
}

fn range(json: &Json) -> Result<Range, ValueError> {
    let fields = object(json, "{ at-least = 3, at-most = 9 }")?;
    only(fields, &["at-least", "at-most"])?;
    let at_least = fields.get("at-least").map(count).transpose()?.unwrap_or(1);
    Ok(Range { at_least, at_most: fields.get("at-most").map(count).transpose()? })
}

/// Reads an address; used for people's addresses too.
///
/// # Errors
/// When a part has the wrong shape or is not part of an address.
pub(crate) fn address(json: &Json) -> Result<Address, ValueError> {
    const SHAPE: &str =
        "{ lines = [\"Unit 4, Mill Yard\"], town = \"…\", postcode = \"…\", country = \"…\" }";
    let fields = object(json, SHAPE)?;
    only(fields, &["lines", "town", "postcode", "country"])?;
    let part = |name: &str| fields.get(name).map(text).transpose().map(Option::unwrap_or_default);
    Ok(Address {
        lines: fields
            .get("lines")
            .map(|lines| strings(lines, "a list of lines"))
            .transpose()?
            .unwrap_or_default(),
        town: part("town")?,
        postcode: part("postcode")?,
        country: part("country")?,
    })
}

fn year_day(json: &Json) -> Result<Value, ValueError> {
    let fields = object(json, "{ day = 31, month = 3 }")?;
    only(fields, &["day", "month"])?;
    let part = |name: &str| fields.get(name).and_then(Json::as_u64).and_then(|n| u8::try_from(n).ok());
    let (Some(day), Some(month)) = (part("day"), part("month")) else {
        return Err(expected("{ day = 31, month = 3 }", json));
    };
    // A leap year, so that 29 February is a day.
    match jiff::civil::Date::new(2024, month.try_into().unwrap_or(i8::MAX), day.try_into().unwrap_or(i8::MAX))
    {
        Ok(_) => Ok(Value::YearDay(YearDay { day, month })),
        Err(_) => Err(ValueError::Contradiction("there is no such day")),
    }
}

fn test(json: &Json) -> Result<Test, ValueError> {
    let fields = object(json, "{ measure = \"hours\", amount = 8, per = \"week\", over = 3 }")?;
    only(fields, &["measure", "amount", "per", "over", "of", "checked-by"])?;
    const MEASURES: [&str; 10] = [
        "hours",
        "unpaid-hours",
        "spend",
        "uses",
        "registration",
        "need",
        "training",
        "affiliation",
        "policy",
        "other",
    ];
    let word = |name: &str| fields.get(name).map(text).transpose();
    let one_of = |name: &'static str, choices: &[&str]| -> Result<Option<String>, ValueError> {
        match word(name)? {
            Some(found) if !choices.contains(&found.as_str()) => {
                Err(ValueError::NotAChoice { found, choices: choices.join(", ") })
            }
            found => Ok(found),
        }
    };
    let measure = one_of("measure", &MEASURES)?
        .ok_or(ValueError::Contradiction("a test needs a measure, such as hours"))?;
    Ok(Test {
        measure,
        amount: fields.get("amount").map(count).transpose()?,
        per: one_of("per", &["week", "month", "year"])?,
        over: fields.get("over").map(count).transpose()?,
        of: word("of")?,
        checked_by: one_of("checked-by", &["board", "members", "secretary"])?,
    })
}

fn seat(json: &Json) -> Result<Seat, ValueError> {
    let fields = object(json, "{ group = \"Bakery\", seats = 2 }")?;
    only(fields, &["group", "seats"])?;
    match (fields.get("group"), fields.get("seats")) {
        (Some(group), Some(seats)) => Ok(Seat { group: text(group)?, seats: count(seats)? }),
        _ => Err(expected("{ group = \"Bakery\", seats = 2 }", json)),
    }
}

fn list<T>(
    json: &Json,
    shape: &'static str,
    one: impl Fn(&Json) -> Result<T, ValueError>,
) -> Result<Vec<T>, ValueError> {
    json.as_array().ok_or_else(|| expected(shape, json))?.iter().map(one).collect()
}

pub(super) fn object<'a>(json: &'a Json, shape: &'static str) -> Result<&'a Map<String, Json>, ValueError> {
    json.as_object().ok_or_else(|| expected(shape, json))
}

/// Refuses fields that are not in `allowed`: a slip of the pen must not be dropped in silence.
pub(crate) fn only(fields: &Map<String, Json>, allowed: &[&str]) -> Result<(), ValueError> {
    match fields.keys().find(|field| !allowed.contains(&field.as_str())) {
        Some(field) => Err(ValueError::UnknownField(field.clone())),
        None => Ok(()),
    }
}

pub(super) fn count(json: &Json) -> Result<u32, ValueError> {
    json.as_u64().and_then(|n| u32::try_from(n).ok()).ok_or_else(|| expected("a whole number", json))
}

pub(crate) fn text(json: &Json) -> Result<String, ValueError> {
    let text = json.as_str().ok_or_else(|| expected("text in quotation marks", json))?;
    let characters = text.chars().count();
    if characters > LONGEST_TEXT {
        return Err(ValueError::TooMuch { what: "characters", found: characters, most: LONGEST_TEXT });
    }
    if let Some(sign) = letters::hidden(text) {
        return Err(ValueError::Sign(sign));
    }
    let marks = marks_on_one_letter(text);
    if marks > MOST_MARKS {
        return Err(ValueError::TooMuch { what: "marks on one letter", found: marks, most: MOST_MARKS });
    }
    Ok(letters::composed(text).into_owned())
}

/// Longer than the longest answer that has a place in a constitution: some four pages.
const LONGEST_TEXT: usize = 10_000;
/// No language puts more marks on a letter.
const MOST_MARKS: usize = 6;
/// More than the longest list that anybody types.
const LONGEST_LIST: usize = 500;

/// How many marks the letter that has most of them bears.
fn marks_on_one_letter(text: &str) -> usize {
    let (mut most, mut here) = (0, 0);
    for c in text.chars() {
        here = if unicode_normalization::char::is_combining_mark(c) { here + 1 } else { 0 };
        most = most.max(here);
    }
    most
}

pub(crate) fn strings(json: &Json, shape: &'static str) -> Result<Vec<String>, ValueError> {
    let list = json.as_array().ok_or_else(|| expected(shape, json))?;
    if list.len() > LONGEST_LIST {
        return Err(ValueError::TooMuch { what: "entries", found: list.len(), most: LONGEST_LIST });
    }
    list.iter().map(text).collect()
}

fn within<N: PartialOrd + Copy>(
    number: N,
    min: N,
    max: N,
    show: impl Fn(N) -> String,
) -> Result<(), ValueError> {
    if number < min || number > max {
        return Err(ValueError::Outside { found: show(number), min: show(min), max: show(max) });
    }
    Ok(())
}

pub(crate) fn expected(shape: &'static str, json: &Json) -> ValueError {
    let found = match json {
        Json::Null => "nothing".to_owned(),
        Json::Bool(flag) => flag.to_string(),
        Json::Number(number) => number.to_string(),
        Json::String(words) => format!("\u{201c}{words}\u{201d}"),
        Json::Array(_) => "a list".to_owned(),
        Json::Object(_) => "a table of fields".to_owned(),
    };
    ValueError::Expected { expected: shape, found }
}
