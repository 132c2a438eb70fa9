//! One person in an answers file, and in the store: the same fields.

use serde_json::{Map, Value as Json};

use crate::decision::{Date, ValueError, read_field};
use crate::person::{ActsFor, Capacity, Person, PersonName, Role};

/// Why the particulars of a person or an organisation cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FounderError {
    /// The field: "born", "home.postcode".
    pub field: String,
    /// What is wrong.
    pub error: ValueError,
}

/// Reads one person, in the shape answers files and the store use.
///
/// # Errors
/// When a field is unknown or does not fit.
pub fn read_person(json: &Json) -> Result<Person, FounderError> {
    let fields = json.as_object().ok_or_else(|| at("id", read_field::expected("a table of fields", json)))?;
    const KNOWN: [&str; 11] = [
        "id",
        "name",
        "born",
        "nationality",
        "occupation",
        "home",
        "service",
        "email",
        "phone",
        "roles",
        "acts-for",
    ];
    known(fields, &KNOWN)?;
    let text = |field: &str| -> Result<String, FounderError> {
        fields
            .get(field)
            .map_or(Ok(String::new()), |json| read_field::text(json).map_err(|error| at(field, error)))
    };
    let address = |field: &str| {
        fields.get(field).map(|json| read_field::address(json).map_err(|error| at(field, error))).transpose()
    };
    let id = text("id")?;
    if id.trim().is_empty() {
        return Err(at("id", ValueError::Contradiction("every person needs an id")));
    }
    Ok(Person {
        id,
        name: name(fields)?,
        born: born(fields)?,
        nationality: fields
            .get("nationality")
            .map(|json| read_field::strings(json, "a list such as [\"British\"]"))
            .transpose()
            .map_err(|error| at("nationality", error))?
            .unwrap_or_default(),
        occupation: text("occupation")?,
        home: address("home")?,
        service: address("service")?,
        email: text("email")?,
        phone: text("phone")?,
        roles: roles(fields)?,
        acts_for: acts_for(fields)?,
    })
}

/// Refuses fields that are not in `allowed`.
pub(super) fn known(fields: &Map<String, Json>, allowed: &[&str]) -> Result<(), FounderError> {
    read_field::only(fields, allowed).map_err(|error| {
        let field = match &error {
            ValueError::UnknownField(field) => field.clone(),
            _ => "id".to_owned(),
        };
        at(&field, error)
    })
}

fn name(fields: &Map<String, Json>) -> Result<PersonName, FounderError> {
    const SHAPE: &str = "{ first = \"…\", last = \"…\" }";
    let Some(json) = fields.get("name") else { return Ok(PersonName::default()) };
    let parts = json.as_object().ok_or_else(|| at("name", read_field::expected(SHAPE, json)))?;
    read_field::only(parts, &["title", "first", "middle", "last", "former"])
        .map_err(|error| at("name", error))?;
    let part = |part: &str| {
        parts.get(part).map_or(Ok(String::new()), |json| {
            read_field::text(json).map_err(|error| at(&format!("name.{part}"), error))
        })
    };
    Ok(PersonName {
        title: part("title")?,
        first: part("first")?,
        middle: part("middle")?,
        last: part("last")?,
        former: part("former")?,
    })
}

fn born(fields: &Map<String, Json>) -> Result<Option<Date>, FounderError> {
    let Some(json) = fields.get("born") else { return Ok(None) };
    let wrong = || at("born", read_field::expected("a date such as 1990-04-12", json));
    json.as_str().and_then(|date| date.parse().ok()).map(Some).ok_or_else(wrong)
}

fn roles(fields: &Map<String, Json>) -> Result<Vec<Role>, FounderError> {
    let Some(json) = fields.get("roles") else { return Ok(Vec::new()) };
    let slugs = read_field::strings(json, "a list such as [\"member\", \"director\"]")
        .map_err(|error| at("roles", error))?;
    slugs
        .into_iter()
        .map(|slug| {
            Role::from_slug(&slug).ok_or_else(|| {
                let choices = Role::ALL.iter().map(|role| role.slug()).collect::<Vec<_>>().join(", ");
                at("roles", ValueError::NotAChoice { found: slug, choices })
            })
        })
        .collect()
}

fn acts_for(fields: &Map<String, Json>) -> Result<Option<ActsFor>, FounderError> {
    const SHAPE: &str = "{ organisation = \"calder\", as = \"secretary\" }";
    let wrong = |error| at("acts-for", error);
    let Some(json) = fields.get("acts-for") else { return Ok(None) };
    let parts = json.as_object().ok_or_else(|| wrong(read_field::expected(SHAPE, json)))?;
    read_field::only(parts, &["organisation", "as"]).map_err(wrong)?;
    let part = |part: &str| {
        let json = parts.get(part).ok_or_else(|| wrong(read_field::expected(SHAPE, json)))?;
        read_field::text(json).map_err(wrong)
    };
    let capacity = part("as")?;
    let capacity = Capacity::from_slug(&capacity).ok_or_else(|| {
        let choices = Capacity::ALL.iter().map(|one| one.slug()).collect::<Vec<_>>().join(", ");
        wrong(ValueError::NotAChoice { found: capacity, choices })
    })?;
    Ok(Some(ActsFor { organisation: part("organisation")?, capacity }))
}

pub(super) fn at(field: &str, error: ValueError) -> FounderError {
    FounderError { field: field.to_owned(), error }
}

/// Writes one person: what [`read_person`] reads back as the same person.
pub fn write_person(person: &Person) -> Json {
    let mut fields = Map::new();
    let mut put = |field: &str, json: Json| {
        let empty = match &json {
            Json::Null => true,
            Json::String(text) => text.is_empty(),
            Json::Array(items) => items.is_empty(),
            Json::Object(parts) => parts.is_empty(),
            _ => false,
        };
        if !empty {
            fields.insert(field.to_owned(), json);
        }
    };
    let name = [
        ("title", &person.name.title),
        ("first", &person.name.first),
        ("middle", &person.name.middle),
        ("last", &person.name.last),
        ("former", &person.name.former),
    ];
    let name: Map<String, Json> = name
        .into_iter()
        .filter(|(_, words)| !words.is_empty())
        .map(|(part, words)| (part.to_owned(), Json::from(words.as_str())))
        .collect();
    put("id", Json::from(person.id.as_str()));
    put("name", Json::Object(name));
    put("born", person.born.map_or(Json::Null, |date| Json::from(date.to_string())));
    put("nationality", Json::from(person.nationality.clone()));
    put("occupation", Json::from(person.occupation.as_str()));
    put("home", person.home.as_ref().map_or(Json::Null, crate::decision::write_address));
    put("service", person.service.as_ref().map_or(Json::Null, crate::decision::write_address));
    put("email", Json::from(person.email.as_str()));
    put("phone", Json::from(person.phone.as_str()));
    put("roles", person.roles.iter().map(|role| Json::from(role.slug())).collect());
    put("acts-for", person.acts_for.as_ref().map_or(Json::Null, |acts_for| {
        serde_json::json!({ "organisation": acts_for.organisation, "as": acts_for.capacity.slug() })
    }));
    Json::Object(fields)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn whom_a_person_acts_for_is_read_and_written_back() {
        let json = json!({ "id": "asha", "acts-for": { "organisation": "calder", "as": "secretary" } });
        let asha = read_person(&json).unwrap();
        let acts_for = asha.acts_for.clone().unwrap();
        assert_eq!((acts_for.organisation.as_str(), acts_for.capacity), ("calder", Capacity::Secretary));
        assert_eq!(write_person(&asha), json);
        // Who acts for nobody has no such field, so that what was written before stays as it is.
        let json = json!({ "id": "asha", "roles": ["member"] });
        assert_eq!(write_person(&read_person(&json).unwrap()), json);
    }

    #[test]
    fn whom_a_person_acts_for_is_said_whole() {
        let wrong = [
            json!("calder"),
            json!({ "organisation": "calder" }),
            json!({ "as": "secretary" }),
            json!({ "organisation": "calder", "as": "friend" }),
            json!({ "organisation": "calder", "as": "secretary", "since": "1844" }),
        ];
        for acts_for in wrong {
            let error = read_person(&json!({ "id": "asha", "acts-for": acts_for })).unwrap_err();
            assert_eq!(error.field, "acts-for", "{acts_for}");
        }
    }
}
