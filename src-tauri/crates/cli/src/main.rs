//! toadlane-cli: the desk without a window.
//!
//! Exit codes: 0 done; 1 a check, a pack or a comparison says no; 2 the call or a file cannot be read.

mod arguments;
mod check;
mod constitution;
mod failure;
mod input;
mod list;
mod output;
mod pack;

use std::process::ExitCode;

use clap::Parser;

use arguments::{Arguments, Command};

fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => error.exit(),
    };
    let result = match arguments.command {
        Command::Models { json } => list::models(json),
        Command::Forms { json } => list::forms(json),
        Command::Decisions { coop_type, form, json } => list::decisions(&coop_type, &form, json),
        Command::Check { file, json } => check::run(&file, json),
        Command::Constitution { file, format, edition, against, out } => {
            constitution::run(&file, format, edition, against.as_deref(), &out)
        }
        Command::Pack { file, out, date, draft } => pack::run(&file, &out, date, draft),
        Command::Verify { folder } => pack::verify(&folder),
    };
    match result {
        Ok(code) => code,
        Err(failure) => failure.report(),
    }
}
