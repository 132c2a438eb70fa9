//! The screens over a real desk: what is shown, what is read, what a hostile value does.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

mod acting;
mod answering;
mod anything;
mod corpus;
mod finding;
mod hostile;
mod keeping;
mod language;
mod law;
mod look;
mod markup;
mod models;
mod naming;
mod never_old;
mod papers;
mod passphrase;
mod refusals;
mod registrar;
mod ruling;
mod sent;
mod sharing;
mod shown;
mod skeleton;
mod stage;
mod twins;
mod twins_elsewhere;
mod workshop;
