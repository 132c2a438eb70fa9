//! What the command line takes.

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};
use jiff::civil::Date;

/// Writes a co-op's constitution from decisions, checks it, and makes its registration pack.
#[derive(Parser)]
#[command(name = "toadlane-cli", version, about)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Subcommand)]
pub enum Command {
    /// Lists the models of rules.
    Models {
        /// For programs.
        #[arg(long)]
        json: bool,
    },
    /// Lists the types and legal forms that there are rules for.
    Forms {
        /// For programs.
        #[arg(long)]
        json: bool,
    },
    /// Lists the questions of a type and form.
    Decisions {
        /// Type: worker.
        #[arg(long = "type", value_name = "TYPE")]
        coop_type: String,
        /// Legal form: clg, cs.
        #[arg(long)]
        form: String,
        /// For programs.
        #[arg(long)]
        json: bool,
    },
    /// Checks an answers file. Exit code 1 when something stops the pack.
    Check {
        /// The answers file.
        file: PathBuf,
        /// For programs.
        #[arg(long)]
        json: bool,
    },
    /// Writes one constitution.
    Constitution {
        /// The answers file.
        file: PathBuf,
        /// What to write.
        #[arg(long)]
        format: Format,
        /// Which edition of it.
        #[arg(long, default_value = "signed")]
        edition: Edition,
        /// With --edition marked: an earlier answers file. The model's usual answers when left out.
        #[arg(long, value_name = "FILE")]
        against: Option<PathBuf>,
        /// Where to write it.
        #[arg(long)]
        out: PathBuf,
    },
    /// Makes the whole pack in a new folder. Exit code 1 while something stops it.
    Pack {
        /// The answers file.
        file: PathBuf,
        /// The folder to make.
        #[arg(long)]
        out: PathBuf,
        /// The pack's date; today when left out.
        #[arg(long, value_name = "YYYY-MM-DD")]
        date: Option<Date>,
        /// Makes it whatever stops it, with every page marked DRAFT.
        #[arg(long)]
        draft: bool,
    },
    /// Compares a pack with its manifest. Exit code 1 when something differs.
    Verify {
        /// The pack's folder.
        folder: PathBuf,
    },
}

#[derive(Clone, Copy, ValueEnum)]
pub enum Edition {
    /// As it is signed and registered.
    Signed,
    /// Each rule beside what it means and what was chosen.
    Explained,
    /// In letters of 18 pt.
    LargePrint,
    /// With what came and went since an earlier one.
    Marked,
    /// On two pages, in plain words.
    Summary,
}

#[derive(Clone, Copy, ValueEnum)]
pub enum Format {
    /// Pages for print and for reading.
    Pdf,
    /// A Word file, to be marked up.
    Docx,
    /// One web page.
    Html,
    /// Markdown.
    Md,
    /// Plain text.
    Text,
    /// For programs.
    Json,
}
