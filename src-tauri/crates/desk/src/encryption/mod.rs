//! Encryption at rest: a passphrase that somebody chose, and a recovery code on paper.
//!
//! The store is encrypted under a random key. The key lies beside it in a small file, wrapped twice: under the
//! passphrase and under the recovery code. Changing either wraps it anew and leaves the store as it is. The key file
//! says what the store is meant to be: what was cut short is finished by whoever opens it next with the passphrase.
//! No keyring of the desktop takes part: a key that only such a thing holds is lost with it.

mod access;
mod acts;
mod key_file;

pub use access::{Access, Secret};
pub use acts::{
    change_passphrase, is_on, new_recovery_code, suggest_passphrase, suggest_recovery_code, turn_off, turn_on,
};
pub(crate) use key_file::carry_to;

#[cfg(all(test, target_os = "linux"))]
mod killed;
#[cfg(test)]
mod tests;
