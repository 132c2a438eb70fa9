//! The hashes of the log. Must not know SQL.
//!
//! A row's hash covers the hash of its value, not the value itself: a value can be erased and the chain stays
//! whole. Every part goes in with its length before it, so that no two rows run together into the same bytes.

use sha2::{Digest, Sha256};

use crate::change::Salt;
use crate::id::{ActId, ChangeId, FieldPath, FormationId};

/// A SHA-256 hash.
pub type Hash = [u8; 32];
/// What salts the hash of one value.
pub type ValueSalt = [u8; 16];

/// What the chain begins from.
pub const BEGINNING: Hash = [0; 32];

/// What a row's hash is made of, beside the row before.
pub struct Link<'a> {
    pub id: &'a ChangeId,
    pub act: &'a ActId,
    pub formation: &'a FormationId,
    pub field: &'a FieldPath,
    pub author: &'a str,
    pub at: i64,
    pub replaces: &'a [ChangeId],
    pub value_hash: &'a Hash,
}

/// Returns the hash of a row that follows a row with the hash `previous`.
pub fn link(previous: &Hash, link: &Link) -> Hash {
    let mut parts = Parts::new("toad-lane change 1");
    parts.add(previous);
    parts.add(link.id.as_str().as_bytes());
    parts.add(link.act.as_str().as_bytes());
    parts.add(link.formation.as_str().as_bytes());
    parts.add(link.field.as_str().as_bytes());
    parts.add(link.author.as_bytes());
    parts.add(&link.at.to_be_bytes());
    parts.add(&(link.replaces.len() as u64).to_be_bytes());
    for replaced in link.replaces {
        parts.add(replaced.as_str().as_bytes());
    }
    parts.add(link.value_hash);
    parts.finish()
}

/// Returns the hash of a value, given as text; of a field being cleared when there is none.
pub fn value_hash(value: Option<(&str, &ValueSalt)>) -> Hash {
    let mut parts = Parts::new("toad-lane value 1");
    if let Some((text, salt)) = value {
        parts.add(salt);
        parts.add(text.as_bytes());
    }
    parts.finish()
}

/// Returns the salt for the value of one change of an act. It tells nothing of the act's secret, nor of the
/// salts of the act's other values.
pub fn value_salt(salt: &Salt, change: &ChangeId) -> ValueSalt {
    let mut parts = Parts::new("toad-lane salt 1");
    parts.add(salt.as_bytes());
    parts.add(change.as_str().as_bytes());
    let hash = parts.finish();
    std::array::from_fn(|place| hash[place])
}

struct Parts(Sha256);

impl Parts {
    fn new(kind: &str) -> Self {
        let mut parts = Self(Sha256::new());
        parts.add(kind.as_bytes());
        parts
    }

    fn add(&mut self, part: &[u8]) {
        // As 64 bits whatever the machine's own width is: hashes must not depend on it.
        self.0.update((part.len() as u64).to_be_bytes());
        self.0.update(part);
    }

    fn finish(self) -> Hash {
        self.0.finalize().into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_and_its_absence_and_its_salt_differ() {
        let salt = |secret: &str, id: &str| value_salt(&Salt::new(secret), &ChangeId::new(id).unwrap());
        let hashes = [
            value_hash(None),
            value_hash(Some(("null", &salt("s", "a")))),
            value_hash(Some(("null", &salt("s", "b")))),
            value_hash(Some(("null", &salt("t", "a")))),
            value_hash(Some(("1", &salt("s", "a")))),
        ];
        for (place, hash) in hashes.iter().enumerate() {
            assert!(!hashes[..place].contains(hash), "hash {place} came twice");
        }
    }

    #[test]
    fn every_part_of_a_row_counts() {
        let (a, b) = (ChangeId::new("a").unwrap(), ChangeId::new("b").unwrap());
        let (act, other_act) = (ActId::new("x").unwrap(), ActId::new("y").unwrap());
        let (formation, other_formation) = (FormationId::new("f").unwrap(), FormationId::new("g").unwrap());
        let (field, other_field) = (FieldPath::new("p").unwrap(), FieldPath::new("q").unwrap());
        let both = [a.clone(), b.clone()];
        let row = || Link {
            id: &a,
            act: &act,
            formation: &formation,
            field: &field,
            author: "Asha",
            at: 1,
            replaces: &[],
            value_hash: &BEGINNING,
        };
        let rows = [
            link(&BEGINNING, &row()),
            link(&[1; 32], &row()),
            link(&BEGINNING, &Link { id: &b, ..row() }),
            link(&BEGINNING, &Link { act: &other_act, ..row() }),
            link(&BEGINNING, &Link { formation: &other_formation, ..row() }),
            link(&BEGINNING, &Link { field: &other_field, ..row() }),
            link(&BEGINNING, &Link { author: "Ash", ..row() }),
            link(&BEGINNING, &Link { at: 2, ..row() }),
            link(&BEGINNING, &Link { replaces: &both[..1], ..row() }),
            link(&BEGINNING, &Link { replaces: &both, ..row() }),
            link(&BEGINNING, &Link { value_hash: &[1; 32], ..row() }),
        ];
        for (place, hash) in rows.iter().enumerate() {
            assert!(!rows[..place].contains(hash), "row {place} came twice");
        }
    }
}
