//! Toad Lane in its real window, on a display of its own: what only the whole app can show.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod accessibility;
mod app;
mod bus;
mod display;
mod group;
mod guard;
mod hostile;
mod journey;
mod keyboard;
mod keys;
mod papers;
mod process;
mod screen_lock;
mod start;
mod still;
mod traces;
mod whole;
mod writing;
