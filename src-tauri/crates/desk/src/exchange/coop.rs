//! The `.coop` format: canonical JSON, read with suspicion. Must not know the disk, nor encryption.
//!
//! Canonical means: keys sorted, no white space, and the same text again when what was read is written. Whatever
//! a reader could take in two ways, such as a key that comes twice, is refused by that alone.
//!
//! A long history is read and written without a second copy of it: what is written again is compared as it comes, and
//! what the changes come to is worked out in place.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json};
use sha2::{Digest, Sha256};
use store::{ActId, Change, ChangeId, FieldPath, FormationId, Malformed, Salt, Store, StoreError};

use super::error::CoopError;
use super::packed::{self, Packing};
use super::writing::{MOST_INSIDE, Size, Writing, hex};
use crate::record::{self, Path};
use crate::shelf::SHELF;
use crate::typed;

/// Most bytes of a file, locked or not.
pub const MOST_BYTES: u64 = 8 * 1024 * 1024;
const MOST_CHANGES: usize = 100_000;
const MOST_FIELDS: usize = 5_000;
const MOST_PEOPLE: usize = 500;
/// Most characters of one text, in a file as in the store.
pub const LONGEST_TEXT: usize = 200_000;
const LONGEST_NAME: usize = 200;
/// Deepest nesting of a value, the file around it counted.
const DEEPEST: usize = 32;
/// How deep in the file the values are: of a snapshot, of a change.
const SNAPSHOT_AT: usize = 3;
const CHANGE_AT: usize = 4;
pub(super) const FORMAT: i64 = 1;
pub(super) const MARK: &str = "co-op file";
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

/// What tells a co-op file from others, and its format, before the rest is looked at.
#[derive(Deserialize)]
struct Head {
    #[serde(rename = "toad-lane", default)]
    mark: Option<Json>,
    #[serde(default)]
    format: Option<Json>,
}

/// A file as it is read. Keys are in the order of the alphabet here, as they are in a file; so in the others.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    body: Body,
    format: i64,
    sha256: String,
    #[serde(rename = "toad-lane")]
    mark: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Body {
    app: String,
    /// Of a full file alone.
    #[serde(skip_serializing_if = "Option::is_none", default = "Option::default")]
    changes: Option<Vec<Row<String, Json>>>,
    extensions: Map<String, Json>,
    /// Of a full file alone.
    #[serde(skip_serializing_if = "Option::is_none", default = "Option::default")]
    formation: Option<String>,
    kind: Kind,
    snapshot: BTreeMap<Path, Json>,
}

#[derive(Serialize, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Kind {
    Full,
    Text,
}

/// A change as the file has it.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Row<T, V> {
    pub act: T,
    pub at: i64,
    pub author: T,
    pub field: T,
    pub id: T,
    pub replaces: Vec<T>,
    #[serde(skip_serializing_if = "Option::is_none", default = "Option::default")]
    pub reverts: Option<T>,
    /// Left out where the field was cleared.
    #[serde(skip_serializing_if = "Option::is_none", default = "Option::default")]
    pub value: Option<V>,
}

impl Coop {
    /// Returns the full file of a formation from its log, oldest change first.
    ///
    /// # Errors
    /// When the log does not fit together.
    pub fn full(formation: FormationId, changes: Vec<Change>) -> Result<Self, CoopError> {
        let changes: Vec<Change> = changes.into_iter().filter(|change| !change.erased).collect();
        let fields = come_to(&changes)?;
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
        // To memory, and with text for keys throughout and no number that JSON lacks: it cannot fail.
        self.write_to(Vec::new()).map(|(text, _)| text).unwrap_or_default()
    }

    /// Writes what is inside a locked file: the same, packed.
    ///
    /// # Errors
    /// When it holds more than a file may.
    pub fn write_inside(&self) -> Result<Vec<u8>, CoopError> {
        let (packing, size) = self.write_to(Packing::new()).map_err(|_| CoopError::Altered)?;
        size?;
        Ok(packing.finish())
    }

    /// Writes it, and says whether it may be as large as it is.
    fn write_to<W: Write>(&self, out: W) -> io::Result<(W, Result<(), CoopError>)> {
        match self {
            Self::Full { formation, fields, changes } => {
                let mut writing = Writing::full(out)?;
                changes.iter().try_for_each(|change| writing.change(change))?;
                let fits = writing.fits();
                Ok((writing.finish(formation, fields)?, fits))
            }
            Self::Text { fields } => Ok((Writing::text(out, fields)?, Ok(()))),
        }
    }

    /// Reads what is inside a locked file: packed, or as the first files had it, not packed.
    ///
    /// # Errors
    /// As [`Coop::read`]; or it cannot be unpacked.
    pub fn read_inside(bytes: &[u8]) -> Result<Self, CoopError> {
        if packed::is_packed(bytes) {
            Self::read(&packed::unpack(bytes, MOST_INSIDE)?)
        } else {
            Self::read(bytes)
        }
    }

    /// Reads a file that is neither locked nor packed, or no longer.
    ///
    /// # Errors
    /// When it is not to the letter what [`Coop::write`] writes, or what it says contradicts itself.
    pub fn read(bytes: &[u8]) -> Result<Self, CoopError> {
        let text = std::str::from_utf8(bytes).map_err(|_| CoopError::NotOurs)?;
        let head: Head = serde_json::from_str(text).map_err(|_| CoopError::NotOurs)?;
        if head.mark.as_ref().and_then(Json::as_str) != Some(MARK) {
            return Err(CoopError::NotOurs);
        }
        match head.format.as_ref().and_then(Json::as_i64) {
            Some(FORMAT) => {}
            Some(newer) if newer > FORMAT => return Err(CoopError::Newer(newer)),
            _ => return Err(CoopError::NotOurs),
        }
        Size::of(bytes).fits()?;
        let mut file: File = serde_json::from_str(text).map_err(|_| CoopError::Altered)?;
        file.sort();
        let mut hash = Hash(Sha256::new());
        let mut same = Same(bytes);
        let is_canonical = serde_json::to_writer(&mut same, &file).is_ok() && same.0.is_empty();
        let is_hashed = serde_json::to_writer(&mut hash, &file.body).is_ok();
        if !is_canonical || !is_hashed || file.sha256 != hex(hash.0.finalize().as_slice()) {
            return Err(CoopError::Altered);
        }
        let coop = match (file.body.kind, file.body.formation, file.body.changes) {
            (Kind::Text, None, None) => Self::Text { fields: file.body.snapshot },
            (Kind::Full, Some(formation), Some(rows)) => full(rows, formation, file.body.snapshot)?,
            _ => return Err(CoopError::Altered),
        };
        coop.check()?;
        Ok(coop)
    }

    /// Whether others may take it in: that it holds no more than a file may, and does not contradict itself.
    pub(super) fn check(&self) -> Result<(), CoopError> {
        let fields = self.fields();
        check_fields(fields)?;
        let Self::Full { formation, changes, .. } = self else {
            return if Self::text(fields) == *self { Ok(()) } else { Err(CoopError::Unprotected) };
        };
        check_count(changes.len())?;
        // What stands on the shelf comes from a folder that somebody chose and looked at, never in a co-op's name.
        if formation.as_str() == SHELF {
            return Err(CoopError::NoFormation("it goes by a name that is the app\u{2019}s own".to_owned()));
        }
        changes.iter().try_for_each(check_change)?;
        // They are written in order and once each: anything else was written by somebody else.
        if !changes.iter().all(|change| change.replaces.is_sorted_by(|a, b| a < b)) {
            return Err(CoopError::Altered);
        }
        let ids: BTreeSet<&str> = changes.iter().map(|change| change.id.as_str()).collect();
        let come_to = store::come_to(changes).map_err(CoopError::BadHistory)?;
        let is_so = come_to.len() == fields.len()
            && come_to.iter().all(|(path, value)| fields.get(path.as_str()) == Some(*value));
        if ids.len() == changes.len() && is_so { Ok(()) } else { Err(CoopError::Contradiction) }
    }
}

impl File {
    /// Sorts the keys of everything that may be in any order. What was in another order is then found to be another.
    fn sort(&mut self) {
        self.body.extensions.sort_keys();
        self.body.extensions.values_mut().for_each(Json::sort_all_objects);
        self.body.snapshot.values_mut().for_each(Json::sort_all_objects);
        let rows = self.body.changes.iter_mut().flatten();
        rows.filter_map(|row| row.value.as_mut()).for_each(Json::sort_all_objects);
    }
}

fn full(
    rows: Vec<Row<String, Json>>,
    formation: String,
    fields: BTreeMap<Path, Json>,
) -> Result<Coop, CoopError> {
    check_count(rows.len())?;
    let bad = |error: Malformed| CoopError::BadHistory(error.into());
    let formation = FormationId::new(formation).map_err(bad)?;
    let changes = rows.into_iter().map(|row| change(row, &formation)).collect::<Result<Vec<_>, _>>();
    Ok(Coop::Full { changes: changes.map_err(bad)?, formation, fields })
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

fn come_to(changes: &[Change]) -> Result<BTreeMap<Path, Json>, CoopError> {
    let fields = store::come_to(changes).map_err(CoopError::BadHistory)?;
    Ok(fields.into_iter().map(|(path, value)| (path.as_str().to_owned(), value.clone())).collect())
}

pub(super) fn check_fields(fields: &BTreeMap<Path, Json>) -> Result<(), CoopError> {
    fields.values().try_for_each(|value| is_shallow(value, SNAPSHOT_AT))?;
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

/// Refuses more changes than a file may hold.
pub(super) fn check_count(changes: usize) -> Result<(), CoopError> {
    if changes > MOST_CHANGES { Err(CoopError::TooMuch("changes")) } else { Ok(()) }
}

pub(super) fn check_change(change: &Change) -> Result<(), CoopError> {
    if change.author.chars().count() > LONGEST_NAME {
        return Err(CoopError::TooMuch("a name"));
    }
    let field = change.field.as_str();
    check_value(field, &Json::from(change.author.as_str()))?;
    change.value.iter().try_for_each(|value| {
        is_shallow(value, CHANGE_AT)?;
        check_value(field, value)
    })
}

/// Refuses a value that nests too deeply in the place where it is.
pub(super) fn is_shallow(value: &Json, at: usize) -> Result<(), CoopError> {
    let fits = typed::is_within(value, DEEPEST - at);
    if fits { Ok(()) } else { Err(CoopError::TooMuch("lists within lists")) }
}

fn change(row: Row<String, Json>, formation: &FormationId) -> Result<Change, Malformed> {
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
}

/// Compares what is written to it with what there is; the first difference is an error.
struct Same<'a>(&'a [u8]);

impl Write for Same<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 = self.0.strip_prefix(bytes).ok_or(io::ErrorKind::InvalidData)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Hashes what is written to it.
struct Hash(Sha256);

impl Write for Hash {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
