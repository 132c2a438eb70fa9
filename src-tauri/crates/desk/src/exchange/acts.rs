//! What a person does with `.coop` files: hand a co-op on, look at one that came, take it in.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::Read;
use std::path::{Path as FilePath, PathBuf};

use formation::answers_file::BUILT_IN_MODEL;
use formation::library::LibraryError;
use serde_json::Value as Json;
use store::{BackupReason, FormationId, Salt, StoreError};

use super::coop::{self, Coop, MOST_BYTES};
use super::error::CoopError;
use super::packed::Packing;
use super::writing::Writing;
use super::{passphrase, sealed};
use crate::assets::Assets;
use crate::desk::Desk;
use crate::failure::Failure;
use crate::opening::free_name;
use crate::pack::folder_name;
use crate::package::Package;
use crate::record::{self, Path};
use crate::view::{ConflictView, LineView, NAMELESS, RuleDifference};
use crate::whole_file;
use crate::worked_out::WorkedOut;

/// What to hand on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExportKind {
    /// Everything: history and people. Encrypted, always.
    Full,
    /// The answers alone.
    Text,
}

/// A file that was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exporting {
    /// The file.
    pub file: PathBuf,
    /// The words that open it, which are kept in no file; none for a text-only file.
    pub words: Option<String>,
}

/// What taking a file in would change.
#[derive(Debug, Clone, PartialEq)]
pub struct ImportView {
    /// The co-op's name.
    pub name: String,
    /// Whether it comes as a co-op of its own; otherwise it joins the one that is here.
    pub is_new: bool,
    /// Changes that are not here yet.
    pub changes: usize,
    /// What becomes different.
    pub lines: Vec<LineView>,
    /// Rules that become different.
    pub rules: Vec<RuleDifference>,
    /// What the copies will disagree on, until somebody settles it.
    pub conflicts: Vec<ConflictView>,
}

/// A file that was taken in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// The formation.
    pub formation: String,
    /// Changes that were new.
    pub changes: usize,
    /// What the copies disagree on.
    pub conflicts: usize,
}

impl Coop {
    /// Reads a file; `words` open it when it is encrypted.
    ///
    /// # Errors
    /// When it cannot be read, the words are missing or wrong, or it is no good co-op file.
    pub fn from_file(path: &FilePath, words: Option<&str>) -> Result<Self, Failure> {
        let bytes = read_capped(path)?;
        Self::from_bytes(&bytes, words).map_err(|error| Failure::coop(path, &error))
    }

    fn from_bytes(bytes: &[u8], words: Option<&str>) -> Result<Self, CoopError> {
        if bytes.len() as u64 > MOST_BYTES {
            return Err(CoopError::TooLarge);
        }
        if sealed::is_sealed(bytes) {
            let words = words.filter(|words| !words.trim().is_empty()).ok_or(CoopError::NeedsWords)?;
            return Self::read_inside(&sealed::open(bytes, words, MOST_BYTES)?);
        }
        match Self::read(bytes)? {
            Self::Full { .. } => Err(CoopError::Unprotected),
            text => Ok(text),
        }
    }

    /// Writes it to a file: encrypted with `words` when it is a full one.
    ///
    /// # Errors
    /// When the file cannot be written; or nobody could take it in, because it holds more than a file may. Whoever hands
    /// it on must learn that before they part with it.
    pub fn to_file(&self, path: &FilePath, words: &str) -> Result<(), Failure> {
        let refused = |error: CoopError| Failure::not_to_be_taken_in(&error);
        self.check().map_err(refused)?;
        match self {
            Self::Full { .. } => seal_to(path, &self.write_inside().map_err(refused)?, words),
            Self::Text { .. } => put(path, &self.write()),
        }
    }

    /// Returns the formation it describes.
    ///
    /// # Errors
    /// When what it holds is no formation, or there are no rules for it.
    pub fn formation(&self, assets: &Assets) -> Result<formation::Formation, CoopError> {
        let beside = self.texts_beside(assets)?;
        let assets = beside.as_ref().unwrap_or(assets);
        let formation = record::read(&assets.library, self.fields())?;
        // The day does not matter: what is asked is whether there are rules at all.
        WorkedOut::new(assets, formation.clone(), jiff::civil::Date::constant(2026, 1, 1)).map_err(
            |failure| match formation.model == BUILT_IN_MODEL || self.fields().contains_key(record::TEXTS) {
                true => CoopError::NoFormation(failure.sentence),
                false => CoopError::NoTexts(formation.model.clone()),
            },
        )?;
        Ok(formation)
    }

    /// Returns the texts that it is worked out with, where those of a sponsor's model came along; none where it
    /// follows the app's own.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn texts_beside(&self, assets: &Assets) -> Result<Option<Assets>, CoopError> {
        let Some(texts) = self.fields().get(record::TEXTS) else { return Ok(None) };
        let package = Package::from_json(texts).ok_or(CoopError::BadTexts(String::new()))?;
        let first = |error: LibraryError| error.faults.first().map(ToString::to_string).unwrap_or_default();
        assets.beside(&package).map(Some).map_err(|error| CoopError::BadTexts(first(error)))
    }

    /// Returns the same as [`Coop::formation`], with a failure that names the file.
    ///
    /// # Errors
    /// As [`Coop::formation`].
    pub fn formation_of_file(
        &self,
        assets: &Assets,
        path: &FilePath,
    ) -> Result<formation::Formation, Failure> {
        self.formation(assets).map_err(|error| Failure::coop(path, &error))
    }
}

/// Locks what is inside a file with its words, and writes it.
fn seal_to(path: &FilePath, inside: &[u8], words: &str) -> Result<(), Failure> {
    put(path, &sealed::seal(inside, words).map_err(|error| Failure::files(path, &error))?)
}

/// Writes a file that is no larger than others take in.
fn put(path: &FilePath, bytes: &[u8]) -> Result<(), Failure> {
    if bytes.len() as u64 > MOST_BYTES {
        return Err(Failure::not_to_be_taken_in(&CoopError::TooLarge));
    }
    whole_file::write(path, bytes)
}

/// Memory takes whatever is written to it: this is a fault of ours.
fn to_memory(error: std::io::Error) -> Failure {
    Failure::fault(&error.to_string())
}

fn read_capped(path: &FilePath) -> Result<Vec<u8>, Failure> {
    let failed = |error: std::io::Error| Failure::files(path, &error);
    // A pipe or a device would be waited for, or never end.
    let metadata = std::fs::metadata(path).map_err(failed)?;
    if !metadata.is_file() {
        return Err(Failure::coop(path, &CoopError::NotOurs));
    }
    if metadata.len() > MOST_BYTES {
        return Err(Failure::coop(path, &CoopError::TooLarge));
    }
    let mut bytes = Vec::new();
    File::open(path).map_err(failed)?.take(MOST_BYTES + 1).read_to_end(&mut bytes).map_err(failed)?;
    Ok(bytes)
}

impl Desk {
    /// Writes a co-op to a file for others. A full one gets five new words, which are returned and kept nowhere.
    ///
    /// # Errors
    /// When there is no such co-op, or the file cannot be written.
    pub fn export(&self, id: &str, file: &FilePath, kind: ExportKind) -> Result<Exporting, Failure> {
        self.formation(id)?;
        let formation = FormationId::new(id).map_err(StoreError::from)?;
        match kind {
            ExportKind::Text => {
                Coop::text(&self.ledger.fields(id)?).to_file(file, "")?;
                Ok(Exporting { file: file.to_owned(), words: None })
            }
            ExportKind::Full => {
                let inside = self.whole(&formation)?;
                let words = passphrase::generate(self.host.as_ref());
                seal_to(file, &inside, &words)?;
                Ok(Exporting { file: file.to_owned(), words: Some(words) })
            }
        }
    }

    /// What is inside the locked file of a co-op. Its changes are written as they are read: a long history is never held.
    fn whole(&self, formation: &FormationId) -> Result<Vec<u8>, Failure> {
        let refused = |error: CoopError| Failure::not_to_be_taken_in(&error);
        let mut writing = Writing::full(Packing::new()).map_err(to_memory)?;
        let (mut count, mut wrong) = (0, None);
        self.ledger.store.each_change_in_order(formation, &mut |change| {
            // How somebody keeps it on their desk is nobody else's business.
            if change.erased || !record::is_of_the_co_op(change.field.as_str()) {
                return true;
            }
            count += 1;
            let checked = coop::check_change(&change).and_then(|()| coop::check_count(count));
            let checked = checked.and_then(|()| writing.fits()).map_err(refused);
            wrong = checked.and_then(|()| writing.change(&change).map_err(to_memory)).err();
            wrong.is_none()
        })?;
        if let Some(failure) = wrong {
            return Err(failure);
        }
        // What the changes come to, read off them and not off the current values beside them.
        let fields = self.ledger.store.fields_at(formation, i64::MAX)?.into_iter();
        let fields = fields.map(|(path, value)| (path.into_string(), value));
        let fields: BTreeMap<Path, Json> = fields.filter(|(path, _)| record::is_of_the_co_op(path)).collect();
        coop::check_fields(&fields).map_err(refused)?;
        writing.fits().map_err(refused)?;
        Ok(writing.finish(formation, &fields).map_err(to_memory)?.finish())
    }

    /// Writes a co-op to a file of a new name in a folder. The name is the co-op's and the day's: nobody's.
    ///
    /// # Errors
    /// As [`Desk::export`].
    pub fn export_into(&self, id: &str, folder: &FilePath, kind: ExportKind) -> Result<Exporting, Failure> {
        let name = self.formation(id)?;
        let name = match name.given("name") {
            Some(formation::decision::Value::Text(name)) => name.clone(),
            _ => String::new(),
        };
        let name = folder_name(&name, self.host.today(), false);
        self.export(id, &free_name(folder, &name, "coop"), kind)
    }

    /// Says what taking a file in would change. Nothing is written.
    ///
    /// # Errors
    /// When the file is not good, or what would come of it is no co-op; when the co-op that it would join is in the bin,
    /// or was erased here.
    pub fn preview_import(&self, file: &FilePath, words: Option<&str>) -> Result<ImportView, Failure> {
        let coop = Coop::from_file(file, words)?;
        self.preview(&coop).map_err(|error| error.named(file))
    }

    /// Takes a file in: a full one joins the co-op that is here, or comes as it is; a text-only one becomes a co-op
    /// of its own. A backup is made before.
    ///
    /// # Errors
    /// As [`Desk::preview_import`]; or it cannot be saved.
    pub fn import(&mut self, file: &FilePath, words: Option<&str>) -> Result<Imported, Failure> {
        let coop = Coop::from_file(file, words)?;
        let view = self.preview(&coop).map_err(|error| error.named(file))?;
        if self.ledger.store.length()? > 0 {
            self.ledger.back_up(BackupReason::Import, self.host.now_ms())?;
        }
        match &coop {
            Coop::Text { .. } => {
                let formation = coop.formation_of_file(&self.assets, file)?;
                let id = self.take_in_with(&formation, coop.fields().get(record::TEXTS).cloned())?;
                Ok(Imported { formation: id, changes: view.changes, conflicts: 0 })
            }
            Coop::Full { formation, changes, .. } => {
                let secret = Salt::new(self.host.new_id());
                let new = self.ledger.store.receive(formation, changes, &secret)?;
                let conflicts = self.ledger.store.conflicts(formation)?.len();
                Ok(Imported { formation: formation.to_string(), changes: new.len(), conflicts })
            }
        }
    }

    fn preview(&self, coop: &Coop) -> Result<ImportView, Refused> {
        let (before, after, changes, conflicts, is_new) = match coop {
            Coop::Text { fields } => (BTreeMap::new(), fields.clone(), fields.len(), Vec::new(), true),
            Coop::Full { formation, changes, .. } => self.joined(formation, changes)?,
        };
        let name = name_in(&after).to_owned();
        // What comes of it must be a co-op that can be shown.
        Coop::Text { fields: after.clone() }.formation(&self.assets)?;
        let differs = self.compare_fields(&before, &after)?;
        Ok(ImportView { name, is_new, changes, lines: differs.lines, rules: differs.rules, conflicts })
    }

    /// Joins in memory, as importing would in the store. Nothing joins a co-op that is in the bin, or was erased: it
    /// could not be shown, and would be erased with the rest.
    fn joined(&self, formation: &FormationId, changes: &[store::Change]) -> Result<Joined, Refused> {
        let before = self.ledger.fields(formation.as_str()).map_err(Failure::from)?;
        if before.contains_key(record::REMOVED) {
            return Err(Failure::in_the_bin(name_in(&before)).into());
        }
        let ours = coop::log(&self.ledger.store, formation).map_err(Failure::from)?;
        if before.is_empty() && ours.iter().any(|change| change.erased) {
            return Err(Failure::erased_here().into());
        }
        let mut joined = coop::scratch(formation, &ours)?;
        let known = joined.length().map_err(Failure::from)?;
        // What was erased here does not come back.
        let erased: BTreeSet<&str> =
            ours.iter().filter(|change| change.erased).map(|change| change.id.as_str()).collect();
        if erased.is_empty() {
            coop::receive(&mut joined, formation, changes)?;
        } else {
            let theirs = changes.iter().filter(|change| !erased.contains(change.id.as_str()));
            coop::receive(&mut joined, formation, &theirs.cloned().collect::<Vec<_>>())?;
        }
        let count = joined.length().map_err(Failure::from)? - known;
        let after = joined.fields(formation).map_err(Failure::from)?;
        let after = after.into_iter().map(|(path, value)| (path.into_string(), value)).collect();
        let conflicts = self.conflicts_in(&joined, formation)?;
        Ok((before, after, usize::try_from(count).unwrap_or(0), conflicts, ours.is_empty()))
    }
}

/// What a co-op is called in its fields.
fn name_in(fields: &BTreeMap<Path, Json>) -> &str {
    let name = fields.get(&record::decision_path("name"));
    name.and_then(|json| json.get("value")?.as_str()).unwrap_or(NAMELESS)
}

type Joined = (BTreeMap<Path, Json>, BTreeMap<Path, Json>, usize, Vec<ConflictView>, bool);

/// Why a file is not taken in: the file's fault, named with the file, or ours.
enum Refused {
    File(CoopError),
    Other(Failure),
}

impl Refused {
    fn named(self, file: &FilePath) -> Failure {
        match self {
            Self::File(error) => Failure::coop(file, &error),
            Self::Other(failure) => failure,
        }
    }
}

impl From<CoopError> for Refused {
    fn from(error: CoopError) -> Self {
        Self::File(error)
    }
}

impl From<Failure> for Refused {
    fn from(failure: Failure) -> Self {
        Self::Other(failure)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::exchange::packed;

    const WORDS: &str = "correct horse battery staple yo-yo";

    fn full() -> Coop {
        let formation = FormationId::new("northgate").unwrap();
        let change = store::Change {
            seq: 1,
            id: store::ChangeId::new("c1").unwrap(),
            act: store::ActId::new("a1").unwrap(),
            formation: formation.clone(),
            field: store::FieldPath::new("type").unwrap(),
            value: Some(json!("worker")),
            author: "Asha".to_owned(),
            at: 1,
            replaces: Vec::new(),
            reverts: None,
            received: true,
            erased: false,
        };
        let other = store::Change {
            id: store::ChangeId::new("c2").unwrap(),
            field: store::FieldPath::new("decision/name").unwrap(),
            value: Some(json!({"value": "Northgate", "status": "agreed", "reason": null})),
            reverts: Some(store::ActId::new("a0").unwrap()),
            ..change.clone()
        };
        Coop::full(formation, vec![change, other]).unwrap()
    }

    /// As little work as there is: what is tested is not the work.
    fn sealed(inside: &[u8]) -> Vec<u8> {
        sealed::seal_with(inside, WORDS, 2).unwrap()
    }

    #[test]
    fn what_is_inside_a_locked_file_is_read_packed_and_as_the_first_files_had_it() {
        let coop = full();
        let packed = coop.write_inside().unwrap();
        for inside in [packed, coop.write()] {
            let read = Coop::from_bytes(&sealed(&inside), Some(WORDS)).unwrap();
            assert_eq!(read.write(), coop.write());
        }
    }

    /// Whoever sends a file knows its words, so encryption does not stop them from putting anything inside.
    #[test]
    fn whatever_else_is_inside_is_refused_in_words() {
        let (text, packed) = (full().write(), full().write_inside().unwrap());
        let swapped = |from: &str, to: &str| {
            let text = std::str::from_utf8(&text).unwrap();
            assert!(text.contains(from), "{from} is not in {text}");
            packed::pack(text.replacen(from, to, 1).as_bytes())
        };
        // As the format wants it, but for what fills it.
        let filled = |values: String| {
            let body = format!(
                "{{\"app\":\"1\",\"extensions\":{{\"a\":[{values}]}},\"kind\":\"text\",\"snapshot\":{{}}}}"
            );
            packed::pack(
                format!("{{\"body\":{body},\"format\":1,\"sha256\":\"\",\"toad-lane\":\"co-op file\"}}")
                    .as_bytes(),
            )
        };
        let cases: Vec<(&str, Vec<u8>, &str)> = vec![
            ("a bomb", packed::pack(&vec![b' '; 33 * 1024 * 1024]), "holds too much"),
            ("a bomb of values", filled("0,".repeat(2_000_001) + "0"), "holds too much: values"),
            ("a bomb within a bomb", packed::pack(&packed::pack(&vec![0; 1_000_000])), "not a co-op file"),
            ("packed twice", packed::pack(&packed), "not a co-op file"),
            ("cut", packed[..packed.len() - 1].to_vec(), ""),
            // What stands at its end is taken for its length.
            ("cut in its middle", packed[..packed.len() / 2].to_vec(), ""),
            ("with something after it", [&packed, b"x".as_slice()].concat(), ""),
            ("two of them", [packed.clone(), packed.clone()].concat(), "altered or cut short"),
            ("the text after it", [packed.clone(), text.clone()].concat(), ""),
            ("a newer format", swapped("\"format\":1", "\"format\":2"), "newer Toad Lane"),
            ("another word", swapped("Northgate", "Southgate"), "altered or cut short"),
            ("white space", swapped("\"format\":1", "\"format\": 1"), "altered or cut short"),
            ("a key twice", swapped("\"at\":1,", "\"at\":1,\"at\":1,"), "altered or cut short"),
            (
                "keys in another order",
                swapped("\"act\":\"a1\",\"at\":1", "\"at\":1,\"act\":\"a1\""),
                "altered",
            ),
            (
                "a key of a value in another order",
                swapped("\"reason\":null,\"status\":\"agreed\"", "\"status\":\"agreed\",\"reason\":null"),
                "altered",
            ),
            ("nothing where there is a word", swapped("\"reverts\":\"a0\"", "\"reverts\":null"), "altered"),
            ("an unknown key", swapped("\"kind\":\"full\"", "\"kind\":\"full\",\"more\":1"), "altered"),
            ("a full one that says it is text", swapped("\"kind\":\"full\"", "\"kind\":\"text\""), "altered"),
            ("nothing", Vec::new(), "not a co-op file"),
            ("nothing, packed", packed::pack(b""), "not a co-op file"),
        ];
        for (name, inside, told) in cases {
            let error = Coop::from_bytes(&sealed(&inside), Some(WORDS)).expect_err(name);
            assert!(error.to_string().contains(told), "{name}: {error}");
        }
        // In the open there is nothing packed.
        let error = Coop::from_bytes(&packed, None).unwrap_err();
        assert!(matches!(error, CoopError::NotOurs), "{error}");
        assert!(matches!(Coop::from_bytes(&text, None), Err(CoopError::Unprotected)));
    }
}
