//! The one boundary for text that somebody typed or a file brought: what has no place in it.

use formation::letters;
use jiff::civil::Date;
use serde_json::Value as Json;

use crate::failure::Failure;

/// Returns a day from its three boxes; none when all are empty. A refusal is about `field`.
pub(crate) fn day(field: &str, boxes: &[String; 3]) -> Result<Option<Date>, Failure> {
    let [day, month, year] = boxes.each_ref().map(|text| text.trim());
    if day.is_empty() && month.is_empty() && year.is_empty() {
        return Ok(None);
    }
    let date = match (day.parse(), month.parse(), year.parse()) {
        (Ok(day), Ok(month), Ok(year)) if year >= 1000 => Date::new(year, month, day).ok(),
        _ => None,
    };
    let refusal = || {
        Failure::input(
            field,
            format!("{day} {month} {year} is not a date."),
            "Give the day, the month as a number and the year with four digits, such as 12 4 1990.",
        )
    };
    date.ok_or_else(refusal).map(Some)
}

/// Returns a hidden character in any text of a value, if there is one: a control, or a mark that turns the direction of
/// what follows. Nobody can see or type it, and with it a name can read otherwise than it is.
pub(crate) fn hidden_character(value: &Json) -> Option<char> {
    match value {
        Json::String(text) => letters::hidden(text),
        Json::Array(items) => items.iter().find_map(hidden_character),
        Json::Object(fields) => {
            fields.iter().find_map(|(key, value)| letters::hidden(key).or_else(|| hidden_character(value)))
        }
        _ => None,
    }
}

/// What a field keeps of the model's words: they must stay to the letter, to be compared with the model again.
const MODEL_WORDS: &str = "was";

/// Returns a value with the same letters always written the same, so that what looks alike is alike.
pub(crate) fn composed(value: Json) -> Json {
    match value {
        Json::String(text) => Json::String(letters::composed(&text).into_owned()),
        Json::Array(items) => items.into_iter().map(composed).collect(),
        Json::Object(fields) => {
            let field = |(key, value)| if key == MODEL_WORDS { (key, value) } else { (key, composed(value)) };
            Json::Object(fields.into_iter().map(field).collect())
        }
        other => other,
    }
}

/// Returns the length of the longest text of a value, in characters.
pub(crate) fn longest_text(value: &Json) -> usize {
    match value {
        Json::String(text) => text.chars().count(),
        Json::Array(items) => items.iter().map(longest_text).max().unwrap_or(0),
        Json::Object(fields) => {
            let longest = fields.iter().map(|(key, value)| longest_text(value).max(key.chars().count()));
            longest.max().unwrap_or(0)
        }
        _ => 0,
    }
}

/// Whether a value nests no deeper than so many levels.
pub(crate) fn is_within(value: &Json, depth: usize) -> bool {
    match value {
        Json::Array(items) => depth > 0 && items.iter().all(|item| is_within(item, depth - 1)),
        Json::Object(fields) => depth > 0 && fields.values().all(|item| is_within(item, depth - 1)),
        _ => true,
    }
}
