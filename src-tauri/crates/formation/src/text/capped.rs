//! Where a text is written while it is filled in: never more than any text of a paper needs.

use std::io::{Error, Write};

/// The most bytes that one text may come to, its values as marks.
const MOST: usize = 2_000_000;

/// What was written so far.
#[derive(Debug, Default)]
pub(super) struct Capped {
    bytes: Vec<u8>,
    full: bool,
}

impl Capped {
    /// Whether more was to be written than may be.
    pub(super) fn is_full(&self) -> bool {
        self.full
    }

    /// Returns what was written. It came as texts, so it is one.
    pub(super) fn into_text(self) -> String {
        String::from_utf8(self.bytes).unwrap_or_default()
    }
}

impl Write for Capped {
    fn write(&mut self, more: &[u8]) -> Result<usize, Error> {
        if self.bytes.len() + more.len() > MOST {
            self.full = true;
            return Err(Error::other("more than a text may come to"));
        }
        self.bytes.extend_from_slice(more);
        Ok(more.len())
    }

    fn flush(&mut self) -> Result<(), Error> {
        Ok(())
    }
}
