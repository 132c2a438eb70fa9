//! toadlane-cli: the desk without a window.
//!
//! Exit codes: 0 done; 1 a check, a pack or a comparison says no; 2 the call or a file cannot be read.

mod arguments;
mod calendar;
mod check;
mod constitution;
mod copies;
mod encryption;
mod failure;
mod input;
mod law;
mod list;
mod machine;
mod model;
mod output;
mod pack;
mod store;

use std::process::ExitCode;

use clap::Parser;

use arguments::{Arguments, Command, LawCommand, ModelCommand};

fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => error.exit(),
    };
    let result = match arguments.command {
        Command::Models { texts, json } => list::models(&texts, json),
        Command::Model(ModelCommand::Check { path }) => model::check(&path),
        Command::Model(ModelCommand::Bind { folder, out }) => model::bind(&folder, &out),
        Command::Law(LawCommand::Check { path, store }) => law::check(&path, &store),
        Command::Law(LawCommand::Take { path, store }) => law::take(&path, &store),
        Command::Law(LawCommand::Own { store }) => law::own(&store),
        Command::Forms { texts, json } => list::forms(&texts, json),
        Command::Decisions { texts, coop_type, form, json } => {
            list::decisions(&texts, &coop_type, &form, json)
        }
        Command::Check { source, json } => check::run(&source, json),
        Command::Constitution { source, format, edition, against, out } => {
            constitution::run(&source, format, edition, against.as_deref(), &out)
        }
        Command::Pack { source, out, date, draft } => pack::run(&source, &out, date, draft),
        Command::Paper { source, paper, out } => pack::paper(&source, &paper, &out),
        Command::Calendar { source, registered, year_end, out } => {
            calendar::run(&source, registered, year_end, &out)
        }
        Command::Compare { a, b, words } => copies::compare(&a, &b, words.as_deref()),
        Command::Merge { a, b, out, words } => copies::merge(&a, &b, &out, words.as_deref()),
        Command::New(arguments) => store::new(&arguments),
        Command::List { store, json } => store::list(&store, json),
        Command::History { id, store, json } => store::history(&store, &id, json),
        Command::Backup { store, to } => store::backup(&store, to.as_deref()),
        Command::Restore(arguments) => store::restore(&arguments),
        Command::Export { id, out, text_only, store } => store::export(&store, &id, &out, text_only),
        Command::Import { file, words, yes, store } => store::import(&store, &file, words.as_deref(), yes),
        Command::Encryption(arguments) => encryption::run(&arguments),
        Command::Verify { folder } => pack::verify(&folder),
    };
    match result {
        Ok(code) => code,
        Err(failure) => failure.report(),
    }
}
