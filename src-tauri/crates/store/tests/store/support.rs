//! Stores to test on, and changes to put into them.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use serde_json::Value as Json;
use store::{Act, ActId, ChangeId, FieldPath, FormationId, Key, NewChange, Salt, Store, StoreError};
use tempfile::TempDir;

/// The key of encrypted stores in tests.
pub const KEY: [u8; 32] = [0x5a; 32];

/// A folder for a store, gone with this value.
pub struct Place {
    folder: TempDir,
    key: Option<Key>,
}

impl Place {
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap(), key: None }
    }

    /// A place whose store is encrypted.
    pub fn encrypted() -> Self {
        Self { key: Some(Key::new(KEY)), ..Self::new() }
    }

    pub fn key(&self) -> Option<&Key> {
        self.key.as_ref()
    }

    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    pub fn path(&self) -> PathBuf {
        self.folder.path().join("toad-lane.store")
    }

    pub fn beside(&self, ending: &str) -> PathBuf {
        let mut path = OsString::from(self.path());
        path.push(ending);
        path.into()
    }

    pub fn open(&self) -> Store {
        self.try_open().unwrap()
    }

    pub fn try_open(&self) -> Result<Store, StoreError> {
        Store::open(&self.path(), self.key())
    }

    /// Opens the file past the store, as damage or another program would.
    pub fn raw(&self) -> rusqlite::Connection {
        let connection = rusqlite::Connection::open(self.path()).unwrap();
        if let Some(key) = self.key() {
            let hex: String = key.bytes().iter().map(|byte| format!("{byte:02x}")).collect();
            connection.pragma_update(None, "key", format!("x'{hex}'")).unwrap();
        }
        connection
    }
}

pub fn formation(id: &str) -> FormationId {
    FormationId::new(id).unwrap()
}

pub fn path(path: &str) -> FieldPath {
    FieldPath::new(path).unwrap()
}

pub fn change(id: &str) -> ChangeId {
    ChangeId::new(id).unwrap()
}

pub fn act(id: &str, at: i64) -> Act {
    Act {
        id: ActId::new(id).unwrap(),
        author: "Asha".to_owned(),
        at,
        salt: Salt::new(format!("salt {id}")),
        reverts: None,
    }
}

pub fn set(id: &str, field: &str, value: impl Into<Json>) -> NewChange {
    NewChange::set(change(id), path(field), value.into())
}

pub fn clear(id: &str, field: &str) -> NewChange {
    NewChange::clear(change(id), path(field))
}

/// Puts six changes of two formations into a store: `c1` to `c6`.
pub fn fill(store: &mut Store) {
    let (baker, carer) = (formation("baker"), formation("carer"));
    store
        .append(&baker, &act("a1", 10), &[set("c1", "name", "Northgate"), set("c2", "form", "clg")])
        .unwrap();
    store.append(&carer, &act("a2", 20), &[set("c3", "name", "Gofal Ŵyn")]).unwrap();
    store
        .append(&baker, &act("a3", 30), &[set("c4", "name", "Northgate Bakers"), clear("c5", "form")])
        .unwrap();
    store
        .append(&carer, &act("a4", 40), &[set("c6", "people", serde_json::json!([{"b": 1, "a": 0.1}]))])
        .unwrap();
}
