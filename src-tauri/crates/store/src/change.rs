//! A change and the act it belongs to. Must not know what a field means.

use serde_json::Value as Json;

use crate::id::{ActId, ChangeId, FieldPath, FormationId};

/// What a person did at one moment: its changes are written, and undone, together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Act {
    /// The act.
    pub id: ActId,
    /// Who did it.
    pub author: String,
    /// When, in milliseconds since 1970; for display, order goes by place in the log.
    pub at: i64,
    /// What keeps the hashes of what it says from being guessed.
    pub salt: Salt,
    /// The act that it undoes, or does again.
    pub reverts: Option<ActId>,
}

/// A random secret for one act, such as a fresh UUID.
///
/// The log keeps the hash of a value even when the value is erased; without salt, whoever tries all dates
/// would find a date of birth again. The secret itself is not kept: each change gets its own salt made from
/// it, which is erased with its value.
#[derive(Clone, PartialEq, Eq)]
pub struct Salt(String);

impl Salt {
    /// Takes a secret in.
    pub fn new(secret: impl Into<String>) -> Self {
        Self(secret.into())
    }

    pub(crate) fn as_bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

impl std::fmt::Debug for Salt {
    /// Tells nothing: a secret has no place in a log or a failed test.
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Salt")
    }
}

/// A change to be written.
#[derive(Debug, Clone, PartialEq)]
pub struct NewChange {
    /// The change.
    pub id: ChangeId,
    /// The field it sets.
    pub field: FieldPath,
    /// The value; none clears the field.
    pub value: Option<Json>,
    /// The changes it replaces; none stands for whichever are newest when it is written.
    pub replaces: Option<Vec<ChangeId>>,
}

impl NewChange {
    /// Sets a field.
    pub fn set(id: ChangeId, field: FieldPath, value: Json) -> Self {
        Self { id, field, value: Some(value), replaces: None }
    }

    /// Clears a field.
    pub fn clear(id: ChangeId, field: FieldPath) -> Self {
        Self { id, field, value: None, replaces: None }
    }
}

/// A change as it stands in the log.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// Its place in this log, from 1; another copy may have it in another place.
    pub seq: i64,
    /// The change.
    pub id: ChangeId,
    /// The act it belongs to.
    pub act: ActId,
    /// The formation.
    pub formation: FormationId,
    /// The field it sets.
    pub field: FieldPath,
    /// The value, keys of objects sorted; none when the field was cleared.
    pub value: Option<Json>,
    /// Who did it.
    pub author: String,
    /// When, in milliseconds since 1970.
    pub at: i64,
    /// The changes it replaces, sorted.
    pub replaces: Vec<ChangeId>,
    /// The act that its act undoes, or does again.
    pub reverts: Option<ActId>,
    /// Whether it came in another copy's file.
    pub received: bool,
    /// Whether its field and value were erased: then the field is called "erased" and there is no value.
    pub erased: bool,
}

#[cfg(test)]
impl Act {
    /// An act of somebody's, for tests.
    pub(crate) fn of_asha(id: impl Into<String>, at: i64) -> Self {
        // An id that is none is a faulty test.
        #[allow(clippy::unwrap_used)]
        let id = ActId::new(id).unwrap();
        Self { id, author: "Asha".to_owned(), at, salt: Salt::new("secret"), reverts: None }
    }
}
