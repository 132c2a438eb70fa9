//! The hashes of the log. Must not know SQL.
//!
//! A row's hash covers the hash of what it says (field and value), not the words themselves: they can be erased
//! and the chain stays whole. Every part goes in with its length before it, so that no two rows run together into the same bytes.

use sha2::{Digest, Sha256};

use crate::change::Salt;
use crate::id::{ActId, ChangeId, FormationId};

/// A SHA-256 hash.
pub type Hash = [u8; 32];
/// What salts the hash of what one change says.
pub type ContentSalt = [u8; 16];

/// What the chain begins from.
pub const BEGINNING: Hash = [0; 32];

/// What a row's hash is made of, beside the row before.
pub struct Link<'a> {
    pub id: &'a ChangeId,
    pub act: &'a ActId,
    pub formation: &'a FormationId,
    pub author: &'a str,
    pub at: i64,
    pub replaces: &'a [ChangeId],
    pub reverts: Option<&'a ActId>,
    pub received: bool,
    pub content: &'a Hash,
}

/// Returns the hash of a row that follows a row with the hash `previous`.
pub fn link(previous: &Hash, link: &Link) -> Hash {
    let mut parts = Parts::new("toad-lane change 1");
    parts.add(previous);
    parts.add(link.id.as_str().as_bytes());
    parts.add(link.act.as_str().as_bytes());
    parts.add(link.formation.as_str().as_bytes());
    parts.add(link.author.as_bytes());
    parts.add(&link.at.to_be_bytes());
    parts.add(&(link.replaces.len() as u64).to_be_bytes());
    for replaced in link.replaces {
        parts.add(replaced.as_str().as_bytes());
    }
    parts.add(link.reverts.map_or(&[], |act| act.as_str().as_bytes()));
    parts.add(&[u8::from(link.received)]);
    parts.add(link.content);
    parts.finish()
}

/// Returns the hash of what a change says: a field, and its value as text; none for a field being cleared.
pub fn content(salt: &ContentSalt, field: &str, value: Option<&str>) -> Hash {
    let mut parts = Parts::new("toad-lane content 1");
    parts.add(salt);
    parts.add(field.as_bytes());
    if let Some(text) = value {
        parts.add(text.as_bytes());
    }
    parts.finish()
}

/// Returns the salt for one change of an act. It tells nothing of the act's secret, nor of the salts of the
/// act's other changes.
pub fn content_salt(salt: &Salt, change: &ChangeId) -> ContentSalt {
    let mut parts = Parts::new("toad-lane salt 1");
    parts.add(salt.as_bytes());
    parts.add(change.as_str().as_bytes());
    parts.half()
}

/// Stands for texts where their order and their words need not be kept: half a hash of them.
pub type Mark = [u8; 16];

/// Returns the mark of some texts.
pub fn mark(texts: &[&str]) -> Mark {
    let mut parts = Parts::new("toad-lane mark 1");
    texts.iter().for_each(|text| parts.add(text.as_bytes()));
    parts.half()
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

    fn half(self) -> [u8; 16] {
        let hash = self.finish();
        std::array::from_fn(|place| hash[place])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_a_value_and_its_absence_and_its_salt_differ() {
        let salt = |secret: &str, id: &str| content_salt(&Salt::new(secret), &ChangeId::new(id).unwrap());
        let hashes = [
            content(&salt("s", "a"), "p", None),
            content(&salt("s", "a"), "q", None),
            content(&salt("s", "a"), "p", Some("null")),
            content(&salt("s", "b"), "p", Some("null")),
            content(&salt("t", "a"), "p", Some("null")),
            content(&salt("s", "a"), "p", Some("1")),
            content(&salt("s", "a"), "pn", Some("ull")),
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
        let both = [a.clone(), b.clone()];
        let row = || Link {
            id: &a,
            act: &act,
            formation: &formation,
            author: "Asha",
            at: 1,
            replaces: &[],
            reverts: None,
            received: false,
            content: &BEGINNING,
        };
        let rows = [
            link(&BEGINNING, &row()),
            link(&[1; 32], &row()),
            link(&BEGINNING, &Link { id: &b, ..row() }),
            link(&BEGINNING, &Link { act: &other_act, ..row() }),
            link(&BEGINNING, &Link { formation: &other_formation, ..row() }),
            link(&BEGINNING, &Link { author: "Ash", ..row() }),
            link(&BEGINNING, &Link { at: 2, ..row() }),
            link(&BEGINNING, &Link { replaces: &both[..1], ..row() }),
            link(&BEGINNING, &Link { replaces: &both, ..row() }),
            link(&BEGINNING, &Link { reverts: Some(&act), ..row() }),
            link(&BEGINNING, &Link { received: true, ..row() }),
            link(&BEGINNING, &Link { content: &[1; 32], ..row() }),
        ];
        for (place, hash) in rows.iter().enumerate() {
            assert!(!rows[..place].contains(hash), "row {place} came twice");
        }
    }
}
