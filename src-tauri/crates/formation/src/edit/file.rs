//! Edits as JSON: the shape that the store and answers files share.

use std::collections::BTreeSet;

use serde_json::{Map, Value as Json, json};

use super::{Edit, EditKind, Former, LONGEST_WHY, Place, Provision, Side, Wording, WordingError, is_slug};

/// Why an edit cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    /// It is no table of fields.
    #[error("it must be a table of fields")]
    NoTable,
    /// A field nobody knows.
    #[error("there is no field \u{201c}{0}\u{201d}")]
    Unknown(String),
    /// A field that holds no text.
    #[error("{0} must be text in quotes")]
    NoText(&'static str),
    /// Not one of the kinds.
    #[error("do must be \"replace\", \"add\", \"remove\" or \"move\"")]
    Kind,
    /// Not the slug of a rule.
    #[error("\u{201c}{0}\u{201d} cannot name a rule: small letters, digits and hyphens do")]
    Slug(String),
    /// Something nobody looks for in rules.
    #[error("provides does not know \u{201c}{0}\u{201d}")]
    Provision(String),
    /// Both sides, or none.
    #[error("say after or before which rule it stands, one of the two")]
    Side,
    /// A reason as long as a book.
    #[error("the reason has more than {LONGEST_WHY} characters")]
    LongWhy,
    /// A place so far down that nobody could have put it there.
    #[error("rank must be a number from 1")]
    Rank,
    /// Heading or text do not fit.
    #[error("{0}")]
    Wording(#[from] WordingError),
}

/// What `do = "…"` says.
const KINDS: [&str; 3] = ["replace", "add", "remove"];

/// Reads what was done to a rule. Fields of its place are for [`read_place`].
///
/// # Errors
/// When a field is unknown, missing or does not fit.
pub fn read_edit(json: &Json) -> Result<Edit, EditError> {
    let fields = json.as_object().ok_or(EditError::NoTable)?;
    const KNOWN: [&str; 6] = ["do", "heading", "text", "was", "provides", "why"];
    if let Some(field) = fields.keys().find(|field| !KNOWN.contains(&field.as_str())) {
        return Err(EditError::Unknown(field.clone()));
    }
    let why = text(fields, "why")?;
    if why.chars().count() > LONGEST_WHY {
        return Err(EditError::LongWhy);
    }
    let words = || Ok::<_, EditError>(Wording::new(&text(fields, "heading")?, &text(fields, "text")?)?);
    let kind = match fields.get("do").and_then(Json::as_str) {
        Some("replace") => {
            EditKind::Replaced { words: words()?, was: former(fields)?, provides: provides(fields)? }
        }
        Some("add") => EditKind::Added { words: words()?, provides: provides(fields)? },
        Some("remove") => EditKind::Removed { was: former(fields)? },
        _ => return Err(EditError::Kind),
    };
    Ok(Edit { kind, why: why.trim().to_owned() })
}

fn text(fields: &Map<String, Json>, name: &'static str) -> Result<String, EditError> {
    match fields.get(name) {
        None | Some(Json::Null) => Ok(String::new()),
        Some(Json::String(text)) => Ok(text.clone()),
        Some(_) => Err(EditError::NoText(name)),
    }
}

/// What the model said. Without it an answers file says: as the model has it now.
fn former(fields: &Map<String, Json>) -> Result<Former, EditError> {
    let Some(was) = fields.get("was") else { return Ok(Former::default()) };
    let was = was.as_object().ok_or(EditError::NoTable)?;
    Ok(Former { heading: text(was, "heading")?, text: text(was, "text")? })
}

fn provides(fields: &Map<String, Json>) -> Result<BTreeSet<Provision>, EditError> {
    let Some(list) = fields.get("provides") else { return Ok(BTreeSet::new()) };
    let list = list.as_array().ok_or(EditError::NoText("provides"))?;
    list.iter()
        .map(|slug| {
            let slug = slug.as_str().ok_or(EditError::NoText("provides"))?;
            Provision::from_slug(slug).ok_or_else(|| EditError::Provision(slug.to_owned()))
        })
        .collect()
}

/// Writes what was done to a rule: what [`read_edit`] reads back as the same.
pub fn write_edit(edit: &Edit) -> Json {
    let words = |words: &Wording| [("heading", json!(words.heading())), ("text", json!(words.text()))];
    let was = |was: &Former| ("was", json!({ "heading": was.heading, "text": was.text }));
    let listed = |provides: &BTreeSet<Provision>| {
        ("provides", provides.iter().map(|provision| json!(provision.slug())).collect::<Json>())
    };
    let mut fields = Map::new();
    let mut put = |(name, json): (&str, Json)| {
        if json != json!([]) && json != json!("") {
            fields.insert(name.to_owned(), json);
        }
    };
    let [replace, add, remove] = KINDS;
    match &edit.kind {
        EditKind::Replaced { words: said, was: before, provides } => {
            put(("do", json!(replace)));
            words(said).into_iter().for_each(&mut put);
            put(was(before));
            put(listed(provides));
        }
        EditKind::Added { words: said, provides } => {
            put(("do", json!(add)));
            words(said).into_iter().for_each(&mut put);
            put(listed(provides));
        }
        EditKind::Removed { was: before } => {
            put(("do", json!(remove)));
            put(was(before));
        }
    }
    put(("why", json!(edit.why)));
    Json::Object(fields)
}

/// Reads where a rule was put.
///
/// # Errors
/// When it says no side, or both, or names no rule.
pub fn read_place(json: &Json) -> Result<Place, EditError> {
    let fields = json.as_object().ok_or(EditError::NoTable)?;
    const KNOWN: [&str; 3] = ["after", "before", "rank"];
    if let Some(field) = fields.keys().find(|field| !KNOWN.contains(&field.as_str())) {
        return Err(EditError::Unknown(field.clone()));
    }
    let rank = match fields.get("rank") {
        None => 1,
        Some(rank) => {
            let rank = rank.as_u64().and_then(|rank| u32::try_from(rank).ok());
            rank.filter(|rank| *rank > 0).ok_or(EditError::Rank)?
        }
    };
    let (side, beside) = match (text(fields, "after")?, text(fields, "before")?) {
        (after, before) if before.is_empty() && !after.is_empty() => (Side::After, after),
        (after, before) if after.is_empty() && !before.is_empty() => (Side::Before, before),
        _ => return Err(EditError::Side),
    };
    if !is_slug(&beside) {
        return Err(EditError::Slug(beside));
    }
    Ok(Place { beside, side, rank })
}

/// Writes where a rule was put: what [`read_place`] reads back as the same.
pub fn write_place(place: &Place) -> Json {
    let side = match place.side {
        Side::After => "after",
        Side::Before => "before",
    };
    json!({ side: place.beside, "rank": place.rank })
}
