//! Reads a list of classes of members: every fault names the class and the field.

use serde_json::{Map, Value as Json};

use super::read::{ValueError, count, expected, object, only, share, strings, text};
use super::{Class, Classes, Holding, Range, Tie};

pub(super) fn classes(json: &Json) -> Result<Classes, ValueError> {
    const SHAPE: &str =
        "a list of { name = \"Growers\", test = \"…\", seats = { at-least = 1, at-most = 3 } }";
    let classes = json.as_array().ok_or_else(|| expected(SHAPE, json))?;
    let classes = classes.iter().enumerate().map(|(at, json)| class(at, json)).collect::<Result<_, _>>()?;
    Classes::new(classes).map_err(|fault| ValueError::Classes { fault })
}

fn class(at: usize, json: &Json) -> Result<Class, ValueError> {
    const FIELDS: [&str; 8] =
        ["name", "test", "investors", "several-shares", "seats", "votes", "over-half", "first-members"];
    let fields = object(json, "{ name = \"Growers\", test = \"…\", seats = { at-least = 1, at-most = 3 } }")?;
    only(fields, &FIELDS)?;
    fn within<T>(
        (at, fields): (usize, &Map<String, Json>),
        field: &'static str,
        read: impl Fn(&Json) -> Result<T, ValueError>,
    ) -> Result<Option<T>, ValueError> {
        let at_field = |error| ValueError::InClass { at, field, error: Box::new(error) };
        fields.get(field).map(read).transpose().map_err(at_field)
    }
    let this = (at, fields);
    let flag = |json: &Json| json.as_bool().ok_or_else(|| expected("true or false", json));
    let yes = |field| within(this, field, flag).map(|flag| flag.unwrap_or(false));
    Ok(Class {
        name: within(this, "name", text)?.unwrap_or_default(),
        test: within(this, "test", text)?.unwrap_or_default(),
        tie: if yes("investors")? { Tie::Invests } else { Tie::Uses },
        holding: if yes("several-shares")? { Holding::SeveralShares } else { Holding::OneShare },
        seats: within(this, "seats", seats_of_a_class)?.unwrap_or(Range { at_least: 0, at_most: Some(0) }),
        votes: within(this, "votes", share)?,
        over_half: yes("over-half")?,
        first_members: within(this, "first-members", |json| strings(json, "a list of people\u{2019}s ids"))?
            .unwrap_or_default(),
    })
}

/// Unlike other ranges, one without a least begins at nothing.
fn seats_of_a_class(json: &Json) -> Result<Range, ValueError> {
    let fields = object(json, "{ at-least = 1, at-most = 3 }")?;
    only(fields, &["at-least", "at-most"])?;
    let at_least = fields.get("at-least").map(count).transpose()?.unwrap_or(0);
    Ok(Range { at_least, at_most: fields.get("at-most").map(count).transpose()? })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::decision::{Value, write};

    fn growers() -> Json {
        json!([
            { "name": "Growers", "test": "grows", "seats": { "at-least": 1, "at-most": 3 }, "votes": 0.9,
              "over-half": true, "first-members": ["asha"] },
            { "name": "Friends", "test": "gives", "seats": { "at-least": 0, "at-most": 0 }, "votes": 0.1,
              "investors": true, "several-shares": true },
        ])
    }

    #[test]
    fn classes_are_written_as_they_are_read() {
        assert_eq!(write(&Value::Classes(classes(&growers()).unwrap())), growers());
    }

    #[test]
    fn a_fault_names_the_class_and_the_field() {
        let cases = [
            (
                "/1/votes",
                json!("much"),
                "class 2, votes: expected a share such as 0.25, found \u{201c}much\u{201d}",
            ),
            (
                "/1/votes",
                json!(0.2),
                "the classes\u{2019} shares of the vote come to 110% and must come to 100%",
            ),
            (
                "/0/over-half",
                json!(false),
                "class 1, votes: \u{201c}Growers\u{201d} would have more than half",
            ),
            ("/0/seats/at-most", json!(0), "class 1, seats: seats on the board need a most"),
            ("/1/name", json!("growers"), "class 2, name: two classes are called"),
            ("/0/first-members", json!("asha"), "class 1, first-members: expected a list"),
            ("/1", json!({ "nmae": "Friends" }), "\u{201c}nmae\u{201d} is not known here"),
        ];
        for (at, value, message) in cases {
            let mut json = growers();
            *json.pointer_mut(at).unwrap() = value;
            let error = classes(&json).unwrap_err().to_string();
            assert!(error.starts_with(message), "{at}: {error}");
        }
    }
}
