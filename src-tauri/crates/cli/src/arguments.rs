//! What the command line takes.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;

/// Writes a co-op's constitution from decisions, checks it, and makes its registration pack.
#[derive(Parser)]
#[command(name = "toadlane-cli", version, about)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Command,
}

/// Whose texts are read.
#[derive(Args)]
pub struct Texts {
    /// A sponsor's package of rules, a folder or a bound file, to read beside the app's own.
    #[arg(long, value_name = "PATH")]
    pub package: Option<PathBuf>,
    /// Newer figures of the law than the app came with: a folder, one file of them, or a bound file.
    #[arg(long, value_name = "PATH")]
    pub law: Option<PathBuf>,
}

/// The co-op that is looked at, and whose texts it is read with.
#[derive(Args)]
pub struct Source {
    #[command(flatten)]
    pub texts: Texts,
    /// The answers file, or a co-op file (`.coop`).
    pub file: PathBuf,
    /// A file with the words that open a protected co-op file; `-` reads them from standard input.
    #[arg(long = "words-file", value_name = "PATH")]
    pub words: Option<PathBuf>,
}

/// What can be done with a package of rules.
#[derive(Subcommand)]
pub enum ModelCommand {
    /// Says whether a package is sound, with file and line.
    Check {
        /// The package's folder, or the file it is bound into.
        path: PathBuf,
    },
    /// Binds a package into one file of plain text, to be sent.
    Bind {
        /// The package's folder.
        folder: PathBuf,
        /// Where to write the file.
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
}

/// What can be done with newer figures of the law.
#[derive(Subcommand)]
pub enum LawCommand {
    /// Says what newer figures would change, or what is wrong with them, with file and line.
    Check {
        /// A folder with files of the law's data, one such file, or a bound file.
        path: PathBuf,
        #[command(flatten)]
        store: StoreArguments,
    },
    /// Takes newer figures into the store: all co-ops there are checked with them from then on.
    Take {
        /// A folder with files of the law's data, one such file, or a bound file.
        path: PathBuf,
        #[command(flatten)]
        store: StoreArguments,
    },
    /// Goes back to the figures that the app came with.
    Own {
        #[command(flatten)]
        store: StoreArguments,
    },
}

#[derive(Subcommand)]
pub enum Command {
    /// Lists the models of rules.
    Models {
        #[command(flatten)]
        texts: Texts,
        /// For programs.
        #[arg(long)]
        json: bool,
    },
    /// A sponsor's package of rules.
    #[command(subcommand)]
    Model(ModelCommand),
    /// Newer figures of the law than the app came with.
    #[command(subcommand)]
    Law(LawCommand),
    /// Lists the types and legal forms that there are rules for.
    Forms {
        #[command(flatten)]
        texts: Texts,
        /// For programs.
        #[arg(long)]
        json: bool,
    },
    /// Lists the questions of a type and form.
    Decisions {
        #[command(flatten)]
        texts: Texts,
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
        #[command(flatten)]
        source: Source,
        /// For programs.
        #[arg(long)]
        json: bool,
    },
    /// Writes one constitution.
    Constitution {
        #[command(flatten)]
        source: Source,
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
        #[command(flatten)]
        source: Source,
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
    /// Writes one paper of the pack for a word processor.
    Paper {
        #[command(flatten)]
        source: Source,
        /// Which paper, as its file in the pack is called: "founding-minutes".
        #[arg(long)]
        paper: String,
        /// The Word file to write.
        #[arg(long)]
        out: PathBuf,
    },
    /// Writes what falls due after registration as a file that calendar programs read.
    Calendar {
        #[command(flatten)]
        source: Source,
        /// The day on which it was registered, or on which an association was founded.
        #[arg(long, value_name = "YYYY-MM-DD")]
        registered: Date,
        /// When its first financial year ends; worked out from the answers when left out.
        #[arg(long, value_name = "YYYY-MM-DD")]
        year_end: Option<Date>,
        /// Where to write it.
        #[arg(long, value_name = "FILE.ics")]
        out: PathBuf,
    },
    /// Says how one co-op differs from another. Exit code 1 when they differ.
    Compare {
        /// An answers file or a co-op file.
        a: PathBuf,
        /// Another.
        b: PathBuf,
        /// A file with the words that open them, a line for each; `-` reads them from standard input.
        #[arg(long = "words-file", value_name = "PATH")]
        words: Option<PathBuf>,
    },
    /// Joins two people's full files of one co-op, and says the words that open the joined one.
    Merge {
        /// A full co-op file.
        a: PathBuf,
        /// Another of the same co-op.
        b: PathBuf,
        /// Where to write the joined one.
        #[arg(long)]
        out: PathBuf,
        /// A file with the words that open them, a line for each; `-` reads them from standard input.
        #[arg(long = "words-file", value_name = "PATH")]
        words: Option<PathBuf>,
    },
    /// Begins a co-op in the store and says its id.
    New(NewArguments),
    /// Lists the co-ops in the store.
    List {
        #[command(flatten)]
        store: StoreArguments,
        /// For programs.
        #[arg(long)]
        json: bool,
    },
    /// Tells what was done to a co-op, latest first.
    History {
        /// The co-op's id, as `list` says it.
        id: String,
        #[command(flatten)]
        store: StoreArguments,
        /// For programs.
        #[arg(long)]
        json: bool,
    },
    /// Makes a backup of the store, checks it, and lists all backups.
    Backup {
        #[command(flatten)]
        store: StoreArguments,
        /// A folder to copy to instead, such as one on a stick. The copy is encrypted when the store is.
        #[arg(long, value_name = "FOLDER")]
        to: Option<PathBuf>,
    },
    /// Says how the store is and which backups there are, or puts one back. What was there is kept aside.
    Restore(RestoreArguments),
    /// Writes a co-op to a file for others, and says the five words that open it.
    Export {
        /// The co-op's id, as `list` says it.
        id: String,
        /// Where to write it.
        #[arg(long)]
        out: PathBuf,
        /// Writes the answers alone: no people, no history, no protection.
        #[arg(long)]
        text_only: bool,
        #[command(flatten)]
        store: StoreArguments,
    },
    /// Says what a co-op file would change, and takes it in with --yes.
    Import {
        /// The co-op file.
        file: PathBuf,
        /// A file with the words that open it; `-` reads them from standard input.
        #[arg(long = "words-file", value_name = "PATH")]
        words: Option<PathBuf>,
        /// Takes it in.
        #[arg(long)]
        yes: bool,
        #[command(flatten)]
        store: StoreArguments,
    },
    /// Locks the store with a passphrase, or takes that off again. Files hold the passphrases: what stands on a
    /// command line can be read by every user of the computer.
    Encryption(EncryptionArguments),
    /// Compares a pack with its manifest. Exit code 1 when something differs.
    Verify {
        /// The pack's folder.
        folder: PathBuf,
    },
}

/// Which store, and what opens it.
#[derive(Args)]
pub struct StoreArguments {
    /// The store's folder; the user's own when left out.
    #[arg(long, value_name = "PATH")]
    pub store: Option<PathBuf>,
    /// A file with the passphrase of an encrypted store; `-` reads it from standard input.
    #[arg(long, value_name = "PATH", conflicts_with = "recovery_code_file")]
    pub passphrase_file: Option<PathBuf>,
    /// A file with the recovery code of an encrypted store; `-` reads it from standard input.
    #[arg(long, value_name = "PATH")]
    pub recovery_code_file: Option<PathBuf>,
}

/// What `encryption` does; without any of these it says whether the store is encrypted.
#[derive(Args)]
pub struct EncryptionArguments {
    /// Encrypts the store and its backups under the passphrase of a file, and says the recovery code.
    #[arg(long, value_name = "PATH", group = "act")]
    pub on: Option<PathBuf>,
    /// Takes the encryption off.
    #[arg(long, group = "act")]
    pub off: bool,
    /// Sets another passphrase, the one of a file.
    #[arg(long, value_name = "PATH", group = "act")]
    pub change: Option<PathBuf>,
    /// Sets another recovery code, and says it.
    #[arg(long, group = "act")]
    pub new_recovery_code: bool,
    #[command(flatten)]
    pub store: StoreArguments,
}

/// What `new` takes.
#[derive(Args)]
pub struct NewArguments {
    /// Type: worker.
    #[arg(long = "type", value_name = "TYPE")]
    pub coop_type: Option<String>,
    /// Legal form: clg, cs.
    #[arg(long)]
    pub form: Option<String>,
    /// Nation: england, wales, scotland.
    #[arg(long, default_value = "england")]
    pub nation: String,
    /// The co-op's name.
    #[arg(long)]
    pub name: Option<String>,
    /// Takes everything from an answers file instead.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["coop_type", "form", "name"])]
    pub from: Option<PathBuf>,
    #[command(flatten)]
    pub store: StoreArguments,
}

/// What `restore` takes: one of the ways, or none to be told.
#[derive(Args)]
pub struct RestoreArguments {
    /// The number of a backup, as told.
    #[arg(long, value_name = "NUMBER", group = "way")]
    pub backup: Option<u64>,
    /// A backup in a file of its own.
    #[arg(long, value_name = "FILE", group = "way")]
    pub from: Option<PathBuf>,
    /// The newest good backup, and what can be read of the damaged store since.
    #[arg(long, group = "way")]
    pub salvage: bool,
    /// Writes what can be read of the damaged store as a text, and puts nothing back.
    #[arg(long, value_name = "FILE", group = "way")]
    pub text: Option<PathBuf>,
    #[command(flatten)]
    pub store: StoreArguments,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
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
