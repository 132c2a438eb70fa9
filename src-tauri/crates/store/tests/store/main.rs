//! The store through its public face, on real files.

// What clippy.toml allows in tests does not reach their helpers.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

mod appending;
mod damage;
mod encrypting;
#[cfg(target_os = "linux")]
mod failing_disk;
mod faults;
mod joining;
mod keeping;
mod killed;
mod model;
mod opening;
mod refused;
mod ruined;
mod searching;
mod support;
mod synced;
mod torn;
mod undoing;
