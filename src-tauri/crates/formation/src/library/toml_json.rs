//! TOML values as JSON, the shape in which answers are read.

use serde_json::Value as Json;
use toml::Value as Toml;

/// Returns `value` as JSON; a date as its text.
pub(crate) fn to_json(value: &Toml) -> Json {
    match value {
        Toml::String(text) => Json::String(text.clone()),
        Toml::Integer(number) => Json::from(*number),
        Toml::Float(number) => Json::from(*number),
        Toml::Boolean(flag) => Json::Bool(*flag),
        Toml::Datetime(date) => Json::String(date.to_string()),
        Toml::Array(items) => items.iter().map(to_json).collect(),
        Toml::Table(fields) => {
            Json::Object(fields.iter().map(|(key, value)| (key.clone(), to_json(value))).collect())
        }
    }
}
