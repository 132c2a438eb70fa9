//! Writing a JSON value with the keys of its objects sorted, without a sorted copy of it. Must not know what it says.

use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};
use serde_json::Value as Json;

/// A value that is written with sorted keys.
#[derive(Clone, Copy)]
pub struct Sorted<'a>(pub &'a Json);

impl Serialize for Sorted<'_> {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Json::Array(items) => {
                let mut list = out.serialize_seq(Some(items.len()))?;
                items.iter().try_for_each(|item| list.serialize_element(&Sorted(item)))?;
                list.end()
            }
            Json::Object(fields) => {
                let mut fields: Vec<(&String, &Json)> = fields.iter().collect();
                fields.sort_unstable_by_key(|(key, _)| *key);
                let mut map = out.serialize_map(Some(fields.len()))?;
                fields.into_iter().try_for_each(|(key, value)| map.serialize_entry(key, &Sorted(value)))?;
                map.end()
            }
            plain => plain.serialize(out),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_writes_what_a_sorted_copy_would() {
        let text = r#"{"b":[{"z":1,"y":[]},null,"\u00e9\n\""],"a":{"d":-0.5,"c":{}},"B":true}"#;
        let value: Json = serde_json::from_str(text).unwrap();
        let mut copy = value.clone();
        copy.sort_all_objects();
        assert_eq!(serde_json::to_string(&Sorted(&value)).unwrap(), copy.to_string());
        assert_ne!(copy.to_string(), value.to_string());
    }
}
