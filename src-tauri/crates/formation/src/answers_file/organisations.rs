//! One founding organisation in an answers file, and in the store: the same fields.

use serde_json::{Map, Value as Json, json};

use super::people::{FounderError, at, known};
use crate::decision::{ValueError, read_field, write_address};
use crate::organisation::{BodyForm, Organisation, RegisteredForm};

/// Reads one organisation, in the shape answers files and the store use.
///
/// # Errors
/// When a field is unknown or does not fit.
pub fn read_organisation(json: &Json) -> Result<Organisation, FounderError> {
    let fields = json.as_object().ok_or_else(|| at("id", read_field::expected("a table of fields", json)))?;
    known(fields, &["id", "name", "form", "number", "office", "email"])?;
    let text = |field: &str| -> Result<String, FounderError> {
        fields
            .get(field)
            .map_or(Ok(String::new()), |json| read_field::text(json).map_err(|error| at(field, error)))
    };
    let id = text("id")?;
    if id.trim().is_empty() {
        return Err(at("id", ValueError::Contradiction("every organisation needs an id")));
    }
    let office = fields.get("office").map(read_field::address).transpose();
    Ok(Organisation {
        id,
        name: text("name")?,
        form: form(fields)?,
        number: text("number")?,
        office: office.map_err(|error| at("office", error))?,
        email: text("email")?,
    })
}

fn form(fields: &Map<String, Json>) -> Result<Option<BodyForm>, FounderError> {
    const SHAPE: &str = "\"society\", or { other = \"\u{2026}\", register = \"\u{2026}\" }";
    let wrong = |error| at("form", error);
    match fields.get("form") {
        None => Ok(None),
        Some(Json::String(slug)) => {
            RegisteredForm::from_slug(slug).map(|form| Some(BodyForm::Registered(form))).ok_or_else(|| {
                let choices =
                    RegisteredForm::ALL.iter().map(|form| form.slug()).collect::<Vec<_>>().join(", ");
                wrong(ValueError::NotAChoice { found: slug.clone(), choices })
            })
        }
        Some(Json::Object(parts)) => {
            read_field::only(parts, &["other", "register"]).map_err(wrong)?;
            let part = |part: &str| {
                parts.get(part).map_or(Ok(String::new()), |json| read_field::text(json).map_err(wrong))
            };
            Ok(Some(BodyForm::Other { words: part("other")?, register: part("register")? }))
        }
        Some(json) => Err(wrong(read_field::expected(SHAPE, json))),
    }
}

/// Writes one organisation: what [`read_organisation`] reads back as the same organisation.
pub fn write_organisation(organisation: &Organisation) -> Json {
    let mut fields = Map::from_iter([("id".to_owned(), json!(organisation.id))]);
    for (field, words) in
        [("name", &organisation.name), ("number", &organisation.number), ("email", &organisation.email)]
    {
        if !words.is_empty() {
            fields.insert(field.to_owned(), json!(words));
        }
    }
    match &organisation.form {
        None => {}
        Some(BodyForm::Registered(form)) => {
            fields.insert("form".to_owned(), json!(form.slug()));
        }
        Some(BodyForm::Other { words, register }) => {
            fields.insert("form".to_owned(), json!({ "other": words, "register": register }));
        }
    }
    if let Some(office) = &organisation.office {
        fields.insert("office".to_owned(), write_address(office));
    }
    Json::Object(fields)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_organisation_is_read_and_written_back() {
        let office =
            json!({ "lines": ["Unit 2"], "town": "Halifax", "postcode": "HX1 4JQ", "country": "England" });
        let all = [
            json!({ "id": "hebble" }),
            json!({ "id": "hebble", "name": "Hebble Bakers Limited", "form": "society", "number": "29412R" }),
            json!({ "id": "hebble", "form": { "other": "Parish council", "register": "" } }),
            json!({ "id": "hebble", "office": office, "email": "post@hebble.example" }),
        ];
        for one in all {
            assert_eq!(write_organisation(&read_organisation(&one).unwrap()), one);
        }
    }

    #[test]
    fn an_organisation_is_no_person() {
        let wrong = [
            (json!({ "name": "Hebble Bakers Limited" }), "id"),
            (json!({ "id": "hebble", "born": "1990-04-12" }), "born"),
            (json!({ "id": "hebble", "roles": ["director"] }), "roles"),
            (json!({ "id": "hebble", "home": {} }), "home"),
            (json!({ "id": "hebble", "form": "club" }), "form"),
            (json!({ "id": "hebble", "form": 3 }), "form"),
            (json!({ "id": "hebble", "form": { "other": "Club", "since": "1844" } }), "form"),
            (json!({ "id": "hebble", "office": "Halifax" }), "office"),
            (json!(3), "id"),
        ];
        for (json, field) in wrong {
            assert_eq!(read_organisation(&json).unwrap_err().field, field, "{json}");
        }
    }
}
