//! A person's particulars as typed, brought to the shape of the store.

use formation::person::Capacity;
use serde_json::{Map, Value as Json, json};

use crate::act::PersonFields;
use crate::failure::Failure;
use crate::view::AddressView;

/// Returns what was typed as a person's field; empty parts are left out.
///
/// # Errors
/// When the date of birth is no date.
pub fn to_json(id: &str, typed: &PersonFields) -> Result<Json, Failure> {
    let mut fields = Map::from_iter([("id".to_owned(), json!(id))]);
    let name = [
        ("title", &typed.title),
        ("first", &typed.first),
        ("middle", &typed.middle),
        ("last", &typed.last),
        ("former", &typed.former),
    ];
    let name: Map<String, Json> = name
        .into_iter()
        .filter(|(_, words)| !words.trim().is_empty())
        .map(|(part, words)| (part.to_owned(), json!(words.trim())))
        .collect();
    fields.insert("name".to_owned(), Json::Object(name));
    if let Some(born) = born(&typed.born)? {
        fields.insert("born".to_owned(), json!(born));
    }
    let nationality: Vec<&str> =
        typed.nationality.split(',').map(str::trim).filter(|words| !words.is_empty()).collect();
    fields.insert("nationality".to_owned(), json!(nationality));
    for (field, words) in
        [("occupation", &typed.occupation), ("email", &typed.email), ("phone", &typed.phone)]
    {
        fields.insert(field.to_owned(), json!(words.trim()));
    }
    for (field, typed) in [("home", &typed.home), ("service", &typed.service)] {
        if let Some(address) = address(typed) {
            fields.insert(field.to_owned(), address);
        }
    }
    fields.insert("roles".to_owned(), json!(typed.roles));
    if !typed.acts_for.is_empty() {
        let capacity = if typed.acts_as.is_empty() { Capacity::Authorised.slug() } else { &typed.acts_as };
        let acts_for = json!({ "organisation": typed.acts_for, "as": capacity });
        fields.insert("acts-for".to_owned(), acts_for);
    }
    Ok(Json::Object(fields))
}

/// Returns a date of birth from its three boxes as `1990-04-12`; none when all are empty.
fn born(boxes: &[String; 3]) -> Result<Option<String>, Failure> {
    Ok(crate::typed::day("born-day", boxes)?.map(|date| date.to_string()))
}

/// Returns an address as typed; none when nothing was typed.
pub(crate) fn address(typed: &AddressView) -> Option<Json> {
    let lines: Vec<&str> = typed.lines.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let [town, postcode, country] = [&typed.town, &typed.postcode, &typed.country].map(|part| part.trim());
    if lines.is_empty() && town.is_empty() && postcode.is_empty() {
        // A country alone is what the form offers first: it is no address.
        return None;
    }
    Some(json!({ "lines": lines, "town": town, "postcode": postcode, "country": country }))
}
