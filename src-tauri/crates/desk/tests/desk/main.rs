//! The desk through its public face, on real stores: nothing lost, nothing left behind.

// What clippy.toml allows in tests does not reach their helpers.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

mod answering;
mod disk;
mod editing;
mod erasing;
mod exchange;
#[cfg(target_os = "linux")]
#[path = "../../../store/tests/store/failing_disk.rs"]
mod failing_disk;
mod history;
mod largest;
mod law;
mod letters;
mod listing;
mod long_life;
mod models;
mod names;
mod organisations;
mod recovery;
mod support;
