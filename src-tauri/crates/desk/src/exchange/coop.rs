//! The `.coop` format: canonical JSON, read with suspicion. Must not know the disk, nor encryption.
//!
//! Canonical means: keys sorted, no white space, and the same text again when what was read is written. Whatever
//! a reader could take in two ways, such as a key that comes twice, is refused by that alone.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json};
use sha2::{Digest, Sha256};
use store::{ActId, Change, ChangeId, FieldPath, FormationId, Malformed, Salt, Store, StoreError};

use super::error::CoopError;
use crate::record::{self, Path};
use crate::shelf::SHELF;
use crate::typed;

/// Most bytes of a file, encrypted or not.
pub const MOST_BYTES: u64 = 8 * 1024 * 1024;
const MOST_CHANGES: usize = 100_000;
const MOST_FIELDS: usize = 5_000;
const MOST_PEOPLE: usize = 500;
/// Most characters of one text, in a file as in the store.
pub const LONGEST_TEXT: usize = 200_000;
const LONGEST_NAME: usize = 200;
const DEEPEST: usize = 32;
const FORMAT: i64 = 1;
const MARK: &str = "co-op file";

/// A co-op's file, read and found good.
#[derive(Debug, Clone, PartialEq)]
pub enum Coop {
    /// With its history and its people.
    Full {
        /// The formation.
        formation: FormationId,
        /// What its fields hold.
        fields: BTreeMap<Path, Json>,
        /// Its changes, in the order of the log they come from.
        changes: Vec<Change>,
    },
    /// The answers alone.
    Text {
        /// What the fields hold that are no person's.
        fields: BTreeMap<Path, Json>,
    },
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(rename = "toad-lane")]
    mark: String,
    format: i64,
    sha256: String,
    body: Body,
}

#[derive(Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
enum Body {
    Full {
        app: String,
        changes: Vec<Row>,
        extensions: Map<String, Json>,
        formation: String,
        snapshot: BTreeMap<Path, Json>,
    },
    Text {
        app: String,
        extensions: Map<String, Json>,
        snapshot: BTreeMap<Path, Json>,
    },
}

/// A change as the file has it.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    act: String,
    at: i64,
    author: String,
    field: String,
    id: String,
    replaces: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    reverts: Option<String>,
    /// Left out where the field was cleared.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    value: Option<Json>,
}

impl Coop {
    /// Returns the full file of a formation from its log, oldest change first.
    ///
    /// # Errors
    /// When the log does not fit together.
    pub fn full(formation: FormationId, changes: Vec<Change>) -> Result<Self, CoopError> {
        let changes: Vec<Change> = changes.into_iter().filter(|change| !change.erased).collect();
        let fields = come_to(&formation, &changes)?;
        Ok(Self::Full { formation, fields, changes })
    }

    /// Returns the text-only file of a formation: without people and founding organisations, without names of who said what, without reasons,
    /// and without a history.
    pub fn text(fields: &BTreeMap<Path, Json>) -> Self {
        let mut kept = BTreeMap::new();
        for (path, value) in fields {
            let mut value = value.clone();
            let is_answer = path.starts_with("decision/");
            if let Some(answer) = value.as_object_mut().filter(|_| is_answer) {
                answer.insert("reason".to_owned(), Json::Null);
            }
            // Rules and answers by hand go along, and what they do; why somebody wanted them stays.
            let is_edit =
                path.starts_with("edit/") || path.starts_with("place/") || path.starts_with(record::SHEET);
            if let Some(edit) = value.as_object_mut().filter(|_| is_edit) {
                edit.remove("why");
            }
            let is_plain = [
                record::TYPE,
                record::FORM,
                record::NATION,
                record::MODEL,
                record::TEXTS,
                record::USUAL_AGREED,
            ];
            if is_answer || is_edit || is_plain.contains(&path.as_str()) {
                kept.insert(path.clone(), value);
            }
        }
        Self::Text { fields: kept }
    }

    /// Returns what its fields hold.
    pub fn fields(&self) -> &BTreeMap<Path, Json> {
        match self {
            Self::Full { fields, .. } | Self::Text { fields } => fields,
        }
    }

    /// Writes it. The same co-op gives the same bytes.
    pub fn write(&self) -> Vec<u8> {
        let app = env!("CARGO_PKG_VERSION").to_owned();
        let body = match self {
            Self::Full { formation, fields, changes } => Body::Full {
                app,
                changes: changes.iter().map(row).collect(),
                extensions: Map::new(),
                formation: formation.as_str().to_owned(),
                snapshot: fields.clone(),
            },
            Self::Text { fields } => Body::Text { app, extensions: Map::new(), snapshot: fields.clone() },
        };
        let sha256 = hash(&body);
        canonical(&File { mark: MARK.to_owned(), format: FORMAT, sha256, body }).into_bytes()
    }

    /// Reads a file that is not encrypted, or no longer.
    ///
    /// # Errors
    /// When it is not to the letter what [`Coop::write`] writes, or what it says contradicts itself.
    pub fn read(bytes: &[u8]) -> Result<Self, CoopError> {
        if bytes.len() as u64 > MOST_BYTES {
            return Err(CoopError::TooLarge);
        }
        let text = std::str::from_utf8(bytes).map_err(|_| CoopError::NotOurs)?;
        let json: Json = serde_json::from_str(text).map_err(|_| CoopError::NotOurs)?;
        if json.get("toad-lane").and_then(Json::as_str) != Some(MARK) {
            return Err(CoopError::NotOurs);
        }
        match json.get("format").and_then(Json::as_i64) {
            Some(FORMAT) => {}
            Some(newer) if newer > FORMAT => return Err(CoopError::Newer(newer)),
            _ => return Err(CoopError::NotOurs),
        }
        if !typed::is_within(&json, DEEPEST) {
            return Err(CoopError::TooMuch("lists within lists"));
        }
        let file: File = serde_json::from_value(json).map_err(|_| CoopError::Altered)?;
        if canonical(&file) != text || file.sha256 != hash(&file.body) {
            return Err(CoopError::Altered);
        }
        match file.body {
            Body::Text { snapshot, .. } => {
                check_fields(&snapshot)?;
                if Self::text(&snapshot) != (Self::Text { fields: snapshot.clone() }) {
                    return Err(CoopError::Unprotected);
                }
                Ok(Self::Text { fields: snapshot })
            }
            Body::Full { changes, formation, snapshot, .. } => full(changes, formation, snapshot),
        }
    }
}

fn full(rows: Vec<Row>, formation: String, snapshot: BTreeMap<Path, Json>) -> Result<Coop, CoopError> {
    if rows.len() > MOST_CHANGES {
        return Err(CoopError::TooMuch("changes"));
    }
    check_fields(&snapshot)?;
    // What stands on the shelf comes from a folder that somebody chose and looked at, never in a co-op's name.
    if formation == SHELF {
        return Err(CoopError::NoFormation("it goes by a name that is the app\u{2019}s own".to_owned()));
    }
    let bad = |error: Malformed| CoopError::BadHistory(error.into());
    let formation = FormationId::new(formation).map_err(bad)?;
    let changes = rows.into_iter().map(|row| change(row, &formation)).collect::<Result<Vec<_>, _>>()?;
    // They are written in order and once each: anything else was written by somebody else.
    if !changes.iter().all(|change| change.replaces.is_sorted_by(|a, b| a < b)) {
        return Err(CoopError::Altered);
    }
    let ids: BTreeSet<&str> = changes.iter().map(|change| change.id.as_str()).collect();
    if ids.len() != changes.len() || come_to(&formation, &changes)? != snapshot {
        return Err(CoopError::Contradiction);
    }
    Ok(Coop::Full { formation, fields: snapshot, changes })
}

/// Joins two full files of one co-op: the union of their changes, `a`'s first.
///
/// # Errors
/// When they are not full files of one co-op, or contradict each other.
pub fn merge(a: &Coop, b: &Coop) -> Result<Coop, CoopError> {
    let (Coop::Full { formation, changes, .. }, Coop::Full { formation: other, changes: theirs, .. }) =
        (a, b)
    else {
        return Err(CoopError::TextOnly);
    };
    if formation != other {
        return Err(CoopError::OtherFormation);
    }
    let mut joined = scratch(formation, changes)?;
    receive(&mut joined, formation, theirs)?;
    Coop::full(formation.clone(), log(&joined, formation).map_err(CoopError::BadHistory)?)
}

/// Returns a formation's changes, oldest first.
pub fn log(store: &Store, formation: &FormationId) -> Result<Vec<Change>, StoreError> {
    let mut log = store.history(formation, None, usize::MAX)?;
    log.reverse();
    Ok(log)
}

/// Returns a store in memory that holds these changes: the one way in which changes are joined, tried out.
pub fn scratch(formation: &FormationId, changes: &[Change]) -> Result<Store, CoopError> {
    let mut store = Store::in_memory().map_err(CoopError::BadHistory)?;
    receive(&mut store, formation, changes)?;
    Ok(store)
}

/// Adds changes to such a store.
pub fn receive(store: &mut Store, formation: &FormationId, changes: &[Change]) -> Result<(), CoopError> {
    // The store is gone in a moment and no hash of it is kept: there is nothing to be guessed.
    store.receive(formation, changes, &Salt::new("scratch")).map_err(CoopError::BadHistory)?;
    Ok(())
}

fn come_to(formation: &FormationId, changes: &[Change]) -> Result<BTreeMap<Path, Json>, CoopError> {
    let fields = scratch(formation, changes)?.fields(formation).map_err(CoopError::BadHistory)?;
    Ok(fields.into_iter().map(|(path, value)| (path.into_string(), value)).collect())
}

fn check_fields(fields: &BTreeMap<Path, Json>) -> Result<(), CoopError> {
    if fields.len() > MOST_FIELDS {
        return Err(CoopError::TooMuch("fields"));
    }
    if fields.keys().filter(|path| path.starts_with("person/")).count() > MOST_PEOPLE {
        return Err(CoopError::TooMuch("people"));
    }
    if fields.keys().filter(|path| path.starts_with("organisation/")).count() > MOST_PEOPLE {
        return Err(CoopError::TooMuch("organisations"));
    }
    for (path, value) in fields {
        check_value(path, value)?;
        for what in ["person", "organisation"] {
            let named = path.strip_prefix(what).and_then(|rest| rest.strip_prefix('/'));
            let id = value.get(what).and_then(|founder| founder.get("id")).and_then(Json::as_str);
            if let Some(named) = named.filter(|named| id != Some(*named)) {
                return Err(CoopError::NoFormation(format!(
                    "the {what} {named} has another reference inside"
                )));
            }
        }
    }
    Ok(())
}

fn check_value(path: &str, value: &Json) -> Result<(), CoopError> {
    if let Some(character) = typed::hidden_character(value) {
        return Err(CoopError::HiddenCharacter { field: path.to_owned(), character });
    }
    if typed::longest_text(value) > LONGEST_TEXT {
        return Err(CoopError::TooMuch("text in one answer"));
    }
    Ok(())
}

fn row(change: &Change) -> Row {
    Row {
        act: change.act.to_string(),
        at: change.at,
        author: change.author.clone(),
        field: change.field.to_string(),
        id: change.id.to_string(),
        replaces: change.replaces.iter().map(ToString::to_string).collect(),
        reverts: change.reverts.as_ref().map(ToString::to_string),
        value: change.value.clone(),
    }
}

fn change(row: Row, formation: &FormationId) -> Result<Change, CoopError> {
    if row.author.chars().count() > LONGEST_NAME {
        return Err(CoopError::TooMuch("a name"));
    }
    check_value(&row.field, &Json::from(row.author.as_str()))?;
    if let Some(value) = &row.value {
        check_value(&row.field, value)?;
    }
    let read = |row: Row| -> Result<Change, Malformed> {
        Ok(Change {
            seq: 0,
            id: ChangeId::new(row.id)?,
            act: ActId::new(row.act)?,
            formation: formation.clone(),
            field: FieldPath::new(row.field)?,
            value: row.value,
            author: row.author,
            at: row.at,
            replaces: row.replaces.into_iter().map(ChangeId::new).collect::<Result<_, _>>()?,
            reverts: row.reverts.map(ActId::new).transpose()?,
            received: true,
            erased: false,
        })
    };
    read(row).map_err(|error| CoopError::BadHistory(error.into()))
}

/// Writes as the format wants it.
fn canonical<T: Serialize>(value: &T) -> String {
    // What is written here has text for keys throughout, and no number that JSON lacks: it cannot fail.
    let mut json = serde_json::to_value(value).unwrap_or_default();
    json.sort_all_objects();
    json.to_string()
}

fn hash(body: &Body) -> String {
    let hash = Sha256::digest(canonical(body));
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
}
