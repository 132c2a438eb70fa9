//! A row of the log as SQLite gives it, and as a change. Must not know why it is read.

use rusqlite::Row;

use crate::change::Change;
use crate::error::StoreError;
use crate::id::{ActId, ChangeId, FieldPath, FormationId, Malformed};
use crate::value;
use crate::verify::{Damage, Fault, Place};

/// Reads rows of the log; what follows says which. A change whose formation is gone is read too: that it is
/// damaged must come out.
pub const SELECT: &str = "
    SELECT change.seq AS seq, change.id AS id, change.act AS act, formation.id AS formation,
           change.field AS field, change.value AS value, change.salt AS salt,
           change.content AS content, change.author AS author, change.at AS at,
           change.replaces AS replaces, change.reverts AS reverts, change.received AS received,
           change.erased AS erased, change.chain AS chain
    FROM change LEFT JOIN formation ON formation.key = change.formation ";

/// A row of the log.
pub struct LogRow {
    pub seq: i64,
    pub id: ChangeId,
    pub act: ActId,
    pub formation: FormationId,
    pub field: FieldPath,
    pub value: Option<String>,
    pub salt: Option<Vec<u8>>,
    pub content: Vec<u8>,
    pub author: String,
    pub at: i64,
    pub replaces: Vec<ChangeId>,
    pub reverts: Option<ActId>,
    pub received: bool,
    pub erased: bool,
    pub chain: Vec<u8>,
}

impl LogRow {
    /// Reads a row.
    ///
    /// # Errors
    /// As damage that names the row, when it holds what was never written.
    pub fn read(row: &Row) -> Result<Self, StoreError> {
        let seq = row.get("seq")?;
        Self::read_parts(row, seq).map_err(|error| match error {
            StoreError::Damaged(_) | StoreError::Malformed(_) => {
                let place = Place { seq, change: None, formation: None, field: None };
                StoreError::Damaged(Damage { fault: Fault::Unreadable, place: Some(place) })
            }
            other => other,
        })
    }

    fn read_parts(row: &Row, seq: i64) -> Result<Self, StoreError> {
        Ok(Self {
            seq,
            id: ChangeId::new(row.get::<_, String>("id")?)?,
            act: ActId::new(row.get::<_, String>("act")?)?,
            formation: FormationId::new(row.get::<_, String>("formation")?)?,
            field: FieldPath::new(row.get::<_, String>("field")?)?,
            value: row.get("value")?,
            salt: row.get("salt")?,
            content: row.get("content")?,
            author: row.get("author")?,
            at: row.get("at")?,
            replaces: split(&row.get::<_, String>("replaces")?)?,
            reverts: row.get::<_, Option<String>>("reverts")?.map(ActId::new).transpose()?,
            received: row.get("received")?,
            erased: row.get("erased")?,
            chain: row.get("chain")?,
        })
    }

    /// Returns where the row is.
    pub fn place(&self) -> Place {
        Place {
            seq: self.seq,
            change: Some(self.id.clone()),
            formation: Some(self.formation.clone()),
            field: Some(self.field.clone()),
        }
    }

    /// Returns the row as a change.
    ///
    /// # Errors
    /// As damage, when its value is no JSON.
    pub fn into_change(self) -> Result<Change, StoreError> {
        let value = match &self.value {
            Some(text) => Some(value::from_text(text).ok_or_else(|| {
                StoreError::Damaged(Damage { fault: Fault::Unreadable, place: Some(self.place()) })
            })?),
            None => None,
        };
        Ok(Change {
            seq: self.seq,
            id: self.id,
            act: self.act,
            formation: self.formation,
            field: self.field,
            value,
            author: self.author,
            at: self.at,
            replaces: self.replaces,
            reverts: self.reverts,
            received: self.received,
            erased: self.erased,
        })
    }
}

/// What an erased change has for a field.
pub const ERASED: &str = "erased";

/// Joins ids as a row keeps them.
pub fn join(ids: &[ChangeId]) -> String {
    ids.iter().map(ChangeId::as_str).collect::<Vec<_>>().join(" ")
}

/// Splits what [`join`] joined.
pub fn split(ids: &str) -> Result<Vec<ChangeId>, Malformed> {
    ids.split(' ').filter(|id| !id.is_empty()).map(ChangeId::new).collect()
}
