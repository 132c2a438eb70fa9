//! The store: an append-only log of changes in one SQLite file, with the current values beside it.
//!
//! To the store a formation is an id, fields and changes; what a field means is its caller's business, and
//! it knows no other crate of ours. It reads no clock and makes no randomness: times, ids and salts come
//! from its caller.
//!
//! - A formation comes to be with the first change that gives it a field. It is removed by one act that
//!   clears all its fields; the log keeps what was said, so that an act which sets them again undoes that.
//! - A field is a register. A change names the changes that it replaces; the changes that no other replaces
//!   are the newest, and there is more than one only where two copies of a formation disagree.
//! - Changes done by one person at one moment are an [`Act`]: they are written together or not at all.
//! - What [`Store::append`] returned from has reached the disk.
//! - Each row of the log carries a hash over itself and the row before: [`Store::verify_chain`] names the
//!   first row that was altered, lost or moved. It finds damage, not forgery: who can write the file can
//!   also work out the hashes again.

mod append;
mod chain;
mod change;
mod current;
mod error;
mod file;
mod id;
mod lock;
mod open;
mod read;
mod row;
mod schema;
mod settings;
mod value;
mod verify;

pub use change::{Act, Change, NewChange, Salt};
pub use error::{ChangeFault, StoreError};
pub use id::{ActId, ChangeId, FieldPath, FormationId, Malformed};
pub use open::Store;
pub use read::FormationRow;
pub use verify::{ChainState, Damage, Fault, Place};
