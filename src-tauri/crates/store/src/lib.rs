//! The store: an append-only log of changes in one SQLite file, with the current values beside it.
//!
//! To the store a formation is an id, fields and changes; what a field means is its caller's business, and
//! it knows no other crate of ours. It reads no clock and makes no randomness: times, ids and salts come
//! from its caller.
//!
//! - A formation comes to be with the first change that gives it a field, and is listed as long as a field of
//!   it holds a value.
//! - A field is a register. A change names the changes that it replaces; the changes that no other replaces
//!   are the newest, and there is more than one only where two copies of a formation disagree.
//! - Changes done by one person at one moment are an [`Act`]: they are written together or not at all.
//! - A join of two copies is the union of their changes ([`Store::receive`]); undoing is a change like any other
//!   ([`Store::undoing`]). Only [`Store::erase`] takes words out of the log, and leaves their hashes.
//! - A store may be encrypted under a [`Key`], and its backups with it.
//! - What [`Store::append`] returned from has reached the disk.
//! - Each row of the log carries a hash over itself and the row before: [`Store::verify_chain`] names the
//!   first row that was altered, lost or moved. It finds damage, not forgery: who can write the file can
//!   also work out the hashes again.
//! - A short store is checked whole before it is open, a long one while it is ([`Store::checked`]). Until then what is
//!   written stands in the log beside the file, and the file is as it was found.

mod append;
mod backup;
mod chain;
mod change;
mod checking;
mod cleared;
mod come_to;
mod conflict;
mod current;
mod encrypt;
mod erase;
mod error;
mod file;
mod id;
mod key;
mod lock;
mod moment;
mod open;
mod read;
mod receive;
mod replaced;
mod restore;
mod row;
mod salvage;
mod schema;
mod search;
mod settings;
mod sieve;
mod undo;
mod value;
mod verify;

pub use backup::{
    Backup, BackupReason, KEPT_FOR, backups, changes_in, check_backup, check_backup_unless, holds_change,
    said_before,
};
pub use change::{Act, Change, NewChange, Salt};
pub use checking::Checked;
pub use cleared::Cleared;
pub use come_to::come_to;
pub use encrypt::{decrypt, encrypt, is_encrypted};
pub use erase::{Erased, Erasing};
pub use error::{ChangeFault, StoreError};
pub use id::{ActId, ChangeId, FieldPath, FormationId, Malformed};
pub use key::Key;
pub use open::Store;
pub use read::FormationRow;
pub use restore::{restore, set_aside};
pub use salvage::{Salvage, Salvaged, each_readable, read_backup, read_damaged, salvage};
pub use undo::Reverting;
pub use verify::{ChainState, Damage, Fault, Place};
