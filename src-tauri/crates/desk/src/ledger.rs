//! The desk's side of the store: fields by path, acts with ids.

use std::collections::BTreeMap;
use std::path::Path as FilePath;

use serde_json::Value as Json;
use store::{Act, ActId, ChangeId, FieldPath, FormationId, NewChange, Salt, Store, StoreError};

use crate::record::Path;

/// The store's file inside its folder.
const FILE: &str = "toad-lane.store";
/// Who makes changes on this computer, as long as nobody says their name.
const AUTHOR: &str = "this computer";

/// The change log of every formation.
pub(crate) struct Ledger {
    store: Store,
}

/// What one act writes: new ids come from the host, so that the store makes none.
pub(crate) struct Entry {
    /// The act's id.
    pub act: String,
    /// A secret that keeps the hashes of its values from being guessed.
    pub secret: String,
    /// When, in milliseconds since 1970, UTC.
    pub at_ms: i64,
    /// The changes: a new id, the field, and what it holds from now on; none clears it.
    pub changes: Vec<(String, Path, Option<Json>)>,
}

impl Ledger {
    pub(crate) fn open(folder: &FilePath) -> Result<Self, StoreError> {
        std::fs::create_dir_all(folder).map_err(StoreError::File)?;
        Ok(Self { store: Store::open(&folder.join(FILE))? })
    }

    /// Returns each formation's id and when it was last changed, latest first.
    pub(crate) fn formations(&self) -> Result<Vec<(String, i64)>, StoreError> {
        let rows = self.store.formations()?;
        Ok(rows.into_iter().map(|row| (row.id.into_string(), row.changed)).collect())
    }

    /// Returns what a formation's fields hold; nothing for one that is not there.
    pub(crate) fn fields(&self, id: &str) -> Result<BTreeMap<Path, Json>, StoreError> {
        let fields = self.store.fields(&FormationId::new(id)?)?;
        Ok(fields.into_iter().map(|(path, value)| (path.into_string(), value)).collect())
    }

    /// Writes an act; when this returns, it is on the disk.
    pub(crate) fn write(&mut self, id: &str, entry: Entry) -> Result<(), StoreError> {
        let act = Act {
            id: ActId::new(entry.act)?,
            author: AUTHOR.to_owned(),
            at: entry.at_ms,
            salt: Salt::new(entry.secret),
            reverts: None,
        };
        let changes = entry
            .changes
            .into_iter()
            .map(|(id, path, value)| {
                let (id, field) = (ChangeId::new(id)?, FieldPath::new(path)?);
                Ok(NewChange { id, field, value, replaces: None })
            })
            .collect::<Result<Vec<_>, StoreError>>()?;
        self.store.append(&FormationId::new(id)?, &act, &changes)?;
        Ok(())
    }
}
