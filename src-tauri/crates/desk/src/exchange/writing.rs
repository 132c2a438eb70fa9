//! Writing a `.coop` file piece by piece, so that a history of any length is never held whole. Must not know where it goes,
//! nor what may stand in it.
//!
//! Reading compares a file with what serde makes of it again, so that what is written here is held to the format by
//! every file that is read.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde::Serialize;
use serde_json::Value as Json;
use sha2::{Digest, Sha256};
use store::{ActId, Change, ChangeId, FormationId};

use super::coop::{FORMAT, Kind, MARK, Row};
use super::error::CoopError;
use super::sorted::Sorted;
use crate::record::Path;

/// Most bytes of what is inside a locked file, unpacked.
pub const MOST_INSIDE: u64 = 32 * 1024 * 1024;
/// How heavy a file may be. What is written short may be long in memory: a list of one number is five signs and half a
/// kilobyte. So each sign that stands for memory is weighed by about a hundred bytes. An edit weighs about sixty.
const HEAVIEST: usize = 2_300_000;
/// What a list or an object weighs, what one more value, and what a key.
const LIST: usize = 3;
const VALUE: usize = 2;
const KEY: usize = 2;

/// A full file that is being written.
pub struct Writing<W> {
    out: W,
    hash: Sha256,
    size: Size,
    /// The change that is being written.
    row: Vec<u8>,
    is_first: bool,
}

impl<W: Write> Writing<W> {
    /// Begins a file of its changes, which follow one by one, oldest first.
    ///
    /// # Errors
    /// When `out` does not take it; so below.
    pub fn full(out: W) -> io::Result<Self> {
        let mut writing = Self::begin(out)?;
        writing.body(b",\"changes\":[")?;
        Ok(writing)
    }

    /// Writes a file of fields alone.
    pub fn text(out: W, fields: &BTreeMap<Path, Json>) -> io::Result<W> {
        Self::begin(out)?.end(None, Kind::Text, fields)
    }

    fn begin(mut out: W) -> io::Result<Self> {
        out.write_all(b"{\"body\":")?;
        let mut writing =
            Self { out, hash: Sha256::new(), size: Size::default(), row: Vec::new(), is_first: true };
        writing.body(b"{\"app\":")?;
        writing.value(env!("CARGO_PKG_VERSION"))?;
        Ok(writing)
    }

    /// Writes a change.
    pub fn change(&mut self, change: &Change) -> io::Result<()> {
        if !std::mem::take(&mut self.is_first) {
            self.body(b",")?;
        }
        self.value(&row(change))
    }

    /// Ends a full file: whose changes these are, and what they come to.
    pub fn finish(mut self, formation: &FormationId, fields: &BTreeMap<Path, Json>) -> io::Result<W> {
        self.body(b"]")?;
        self.end(Some(formation), Kind::Full, fields)
    }

    fn end(
        mut self,
        formation: Option<&FormationId>,
        kind: Kind,
        fields: &BTreeMap<Path, Json>,
    ) -> io::Result<W> {
        self.body(b",\"extensions\":{}")?;
        if let Some(formation) = formation {
            self.body(b",\"formation\":")?;
            self.value(formation.as_str())?;
        }
        self.body(b",\"kind\":")?;
        self.value(&kind)?;
        self.body(b",\"snapshot\":")?;
        let fields: BTreeMap<&str, Sorted<'_>> =
            fields.iter().map(|(path, value)| (path.as_str(), Sorted(value))).collect();
        self.value(&fields)?;
        self.body(b"}")?;
        let sha256 = hex(self.hash.finalize().as_slice());
        write!(self.out, ",\"format\":{FORMAT},\"sha256\":\"{sha256}\",\"toad-lane\":\"{MARK}\"}}")?;
        Ok(self.out)
    }

    fn value<T: Serialize + ?Sized>(&mut self, value: &T) -> io::Result<()> {
        let mut row = std::mem::take(&mut self.row);
        row.clear();
        serde_json::to_writer(&mut row, value)?;
        let written = self.body(&row);
        self.row = row;
        written
    }

    fn body(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.hash.update(bytes);
        self.size.take(bytes);
        self.out.write_all(bytes)
    }

    /// Refuses what nobody could read again.
    pub fn fits(&self) -> Result<(), CoopError> {
        self.size.fits()
    }
}

/// How much a file holds, counted as it goes by.
#[derive(Debug, Default)]
pub struct Size {
    bytes: u64,
    weight: usize,
    /// Whether what comes next stands in a text, and whether it is escaped there.
    quoted: bool,
    escaped: bool,
}

impl Size {
    /// Returns the size of a text.
    pub fn of(text: &[u8]) -> Self {
        let mut size = Self::default();
        size.take(text);
        size
    }

    fn take(&mut self, text: &[u8]) {
        self.bytes += text.len() as u64;
        for byte in text {
            match byte {
                _ if self.escaped => self.escaped = false,
                b'\\' => self.escaped = self.quoted,
                b'"' => self.quoted = !self.quoted,
                _ if self.quoted => {}
                b'[' | b'{' => self.weight += LIST,
                b',' => self.weight += VALUE,
                b':' => self.weight += KEY,
                _ => {}
            }
        }
    }

    /// Refuses what would take more memory to read than a small computer can spare.
    ///
    /// # Errors
    /// When it is too long, or holds too many values.
    pub fn fits(&self) -> Result<(), CoopError> {
        if self.bytes > MOST_INSIDE {
            return Err(CoopError::TooMuch("changes and texts, all together"));
        }
        if self.weight > HEAVIEST { Err(CoopError::TooMuch("values")) } else { Ok(()) }
    }
}

fn row(change: &Change) -> Row<&str, Sorted<'_>> {
    Row {
        act: change.act.as_str(),
        at: change.at,
        author: &change.author,
        field: change.field.as_str(),
        id: change.id.as_str(),
        replaces: change.replaces.iter().map(ChangeId::as_str).collect(),
        reverts: change.reverts.as_ref().map(ActId::as_str),
        value: change.value.as_ref().map(Sorted),
    }
}

/// Writes bytes as the format has a hash.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_takes_memory_is_weighed_and_what_stands_in_texts_is_not() {
        let cases = [
            ("", 0),
            ("[1,2,3]", LIST + 2 * VALUE),
            (r#"{"a,b":"c,\",d:[{","e":","}"#, LIST + VALUE + 2 * KEY),
            (r#"["\\",1]"#, LIST + VALUE),
            (r#"["\\\",",{}]"#, 2 * LIST + VALUE),
        ];
        for (text, weight) in cases {
            assert_eq!(Size::of(text.as_bytes()).weight, weight, "{text}");
            let mut apart = Size::default();
            text.as_bytes().iter().for_each(|byte| apart.take(&[*byte]));
            assert_eq!(apart.weight, weight, "{text}, byte by byte");
        }
        let heavy = "0,".repeat(HEAVIEST / VALUE);
        assert!(Size::of(heavy.as_bytes()).fits().is_ok());
        assert!(Size::of(format!("{heavy}0,").as_bytes()).fits().is_err());
    }
}
