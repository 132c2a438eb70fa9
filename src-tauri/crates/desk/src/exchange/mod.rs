//! Exchange: one co-op as a `.coop` file, out and in, and joining copies.
//!
//! A file is canonical JSON and nothing else: no archive, no database, no path, no markup. A full one holds the
//! change log of one formation and what it comes to; because it holds personal data it only ever leaves this
//! crate inside an age file with a passphrase, packed there as gzip packs: age and gzip open it without us. A text-only one holds the answers alone, without history, people
//! and reasons, and may lie about in the open.

mod acts;
mod coop;
mod error;
mod packed;
pub(crate) mod passphrase;
pub(crate) mod sealed;
mod sorted;
mod writing;

pub use acts::{ExportKind, Exporting, ImportView, Imported};
pub(crate) use coop::LONGEST_TEXT;
pub use coop::{Coop, merge};
pub use error::CoopError;
pub use passphrase::generate as generate_words;
