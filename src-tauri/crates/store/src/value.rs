//! Values as text in one canonical shape. Must not know SQL.

use serde_json::Value as Json;

/// Deepest nesting taken in. Reading JSON back stops at 128; the margin is for what wraps a value, such as
/// an exchange file.
const DEPTH_LIMIT: usize = 64;

/// Writes a value with the keys of its objects sorted, so that equal values are equal texts on every copy.
/// Returns none when it is nested too deeply.
pub fn to_text(value: &Json) -> Option<String> {
    if !is_shallow(value) {
        return None;
    }
    let mut sorted = value.clone();
    sorted.sort_all_objects();
    Some(sorted.to_string())
}

/// Whether a value nests no deeper than may be.
pub fn is_shallow(value: &Json) -> bool {
    is_within(value, DEPTH_LIMIT)
}

/// Reads a value back; none when the text is no JSON.
pub fn from_text(text: &str) -> Option<Json> {
    serde_json::from_str(text).ok()
}

fn is_within(value: &Json, depth: usize) -> bool {
    match value {
        Json::Array(items) => depth > 0 && items.iter().all(|item| is_within(item, depth - 1)),
        Json::Object(items) => depth > 0 && items.values().all(|item| is_within(item, depth - 1)),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn equal_values_are_equal_texts() {
        let one: Json = serde_json::from_str(r#"{"b":1,"a":{"d":[{"z":1,"y":2}],"c":null}}"#).unwrap();
        let other: Json = serde_json::from_str(r#"{"a":{"c":null,"d":[{"y":2,"z":1}]},"b":1}"#).unwrap();
        assert_eq!(to_text(&one), to_text(&other));
        assert_eq!(to_text(&one).unwrap(), r#"{"a":{"c":null,"d":[{"y":2,"z":1}]},"b":1}"#);
    }

    #[test]
    fn whatever_is_written_can_be_read() {
        let mut deepest = json!("ŵ\0\u{202e}\"\\");
        for _ in 0..DEPTH_LIMIT {
            deepest = json!([deepest]);
        }
        assert_eq!(from_text(&to_text(&deepest).unwrap()), Some(deepest.clone()));
        assert_eq!(to_text(&json!([deepest])), None);
        for number in [json!(0.1), json!(1e300), json!(123456.7890123457), json!(u64::MAX), json!(i64::MIN)] {
            assert_eq!(from_text(&to_text(&number).unwrap()), Some(number));
        }
    }
}
