//! The one boundary for text that somebody typed or a file brought: what has no place in it.

use formation::letters;
use serde_json::Value as Json;

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
