//! The store without a window: `new`, `list`, `history`, `backup`, `restore`, `export`, `import`.

use std::env;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use desk::encryption::{Access, Secret};
use desk::exchange::{ExportKind, ImportView};
use desk::view::ActKind;
use desk::{Begin, Desk, Places, recovery};
use serde_json::{Value as Json, json};

use crate::arguments::{NewArguments, RestoreArguments, StoreArguments};
use crate::failure::Failure;
use crate::input::{self, own_assets};
use crate::machine::Machine;
use crate::output::{self, to_stderr, to_stdout};

/// Names another folder for the store, as for the window.
const DATA_DIR: &str = "TOADLANE_DATA_DIR";
/// The app's folder inside the platform's.
const FOLDER: &str = "toad-lane";

/// Finds the store's folder: the one given, or the user's own.
pub fn places(given: Option<&Path>) -> Result<Places, Failure> {
    let set = |name: &str| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let home = || {
        if cfg!(windows) {
            set("APPDATA")
        } else if cfg!(target_os = "macos") {
            Some(set("HOME")?.join("Library/Application Support"))
        } else {
            set("XDG_DATA_HOME").or_else(|| Some(set("HOME")?.join(".local/share")))
        }
    };
    let store = given
        .map(Path::to_owned)
        .or_else(|| set(DATA_DIR))
        .or_else(|| Some(home()?.join(FOLDER)))
        .ok_or_else(|| {
            Failure::unreadable(
                "This computer does not say where your files belong. Name a folder with --store.",
            )
        })?;
    Ok(Places { store })
}

/// Reads what opens an encrypted store, if it was given.
pub fn secret(store: &StoreArguments) -> Result<Option<Secret>, Failure> {
    let passphrase =
        store.passphrase_file.as_deref().map(input::passphrase).transpose()?.map(Secret::Passphrase);
    let code =
        store.recovery_code_file.as_deref().map(input::passphrase).transpose()?.map(Secret::RecoveryCode);
    Ok(passphrase.or(code))
}

pub fn open(store: &StoreArguments) -> Result<Desk, Failure> {
    let places = places(store.store.as_deref())?;
    let access = Access::find(&places, secret(store)?.as_ref())?;
    let desk = Desk::open_with(&places, Box::new(Machine), &access)?;
    if let Some(notice) = desk.notice() {
        to_stderr(&notice.to_string());
    }
    Ok(desk)
}

/// Begins a co-op, or takes a whole one in from an answers file.
pub fn new(arguments: &NewArguments) -> Result<ExitCode, Failure> {
    let formation =
        arguments.from.as_deref().map(|file| input::formation(&own_assets()?, file, None)).transpose()?;
    let mut desk = open(&arguments.store)?;
    let id = match (formation, &arguments.coop_type, &arguments.form) {
        (Some(formation), _, _) => desk.take_in(&formation)?,
        (None, Some(coop_type), Some(form)) => desk.begin(&Begin {
            coop_type: coop_type.clone(),
            form: form.clone(),
            nation: arguments.nation.clone(),
            name: arguments.name.clone().unwrap_or_default(),
        })?,
        _ => return Err(Failure::unreadable("Give --type and --form, or --from with an answers file.")),
    };
    to_stdout(&id);
    Ok(ExitCode::SUCCESS)
}

/// Lists the co-ops.
pub fn list(store: &StoreArguments, as_json: bool) -> Result<ExitCode, Failure> {
    let rows = open(store)?.desk_view()?.formations;
    if as_json {
        let rows: Vec<Json> = rows
            .iter()
            .map(|row| json!({ "id": row.formation, "name": row.name, "kind": row.kind, "changed": row.changed }))
            .collect();
        output::json(&Json::Array(rows));
    } else {
        rows.iter().for_each(|row| {
            to_stdout(&format!("{}  {}  ({}; changed {})", row.formation, row.name, row.kind, row.changed));
        });
    }
    Ok(ExitCode::SUCCESS)
}

/// Tells what was done to a co-op, latest first.
pub fn history(store: &StoreArguments, id: &str, as_json: bool) -> Result<ExitCode, Failure> {
    let view = open(store)?.history_view(id)?;
    if as_json {
        let acts: Vec<Json> = view
            .acts
            .iter()
            .map(|act| {
                let lines: Vec<Json> = act
                    .lines
                    .iter()
                    .map(|line| json!({ "what": line.what, "before": line.before, "after": line.after }))
                    .collect();
                json!({ "moment": act.moment, "when": act.when, "who": act.who, "kind": kind(act.kind), "lines": lines })
            })
            .collect();
        output::json(&Json::Array(acts));
        return Ok(ExitCode::SUCCESS);
    }
    for act in &view.acts {
        to_stdout(&format!("{}  {}, {} ({})", act.moment, act.when, act.who, kind(act.kind)));
        for line in &act.lines {
            to_stdout(&format!("    {}: {} > {}", line.what, line.before, line.after));
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn kind(kind: ActKind) -> &'static str {
    match kind {
        ActKind::Done => "done",
        ActKind::Reverted => "undone or done again",
        ActKind::CameIn => "came with another copy",
    }
}

/// Makes a backup: in the store's own folder, or in one that is named.
pub fn backup(store: &StoreArguments, to: Option<&Path>) -> Result<ExitCode, Failure> {
    let mut desk = open(store)?;
    match to {
        Some(folder) => to_stdout(&format!("Copied to {}", desk.back_up_to(folder)?.display())),
        None => {
            desk.back_up()?;
            for backup in desk.backups_view()? {
                to_stdout(&format!("{}  {} ({})", backup.number, backup.made, backup.why));
            }
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Puts a backup back, or what can be read of a damaged store; says what there is when told nothing.
pub fn restore(arguments: &RestoreArguments) -> Result<ExitCode, Failure> {
    let places = places(arguments.store.store.as_deref())?;
    let secret = secret(&arguments.store)?;
    let access = Access::find(&places, secret.as_ref())?;
    let recovered = if let Some(number) = arguments.backup {
        recovery::restore_backup(&places, &access, number)?
    } else if let Some(file) = &arguments.from {
        recovery::restore_file(&places, &access, file, secret.as_ref())?
    } else if arguments.salvage {
        recovery::salvage(&places, &Machine, &access, false)?
    } else if let Some(out) = &arguments.text {
        let count = recovery::export_readable(&places, &Machine, &access, out)?;
        to_stdout(&format!("{count} changes written to {}", out.display()));
        return Ok(ExitCode::SUCCESS);
    } else {
        return tell(&places, &access);
    };
    if recovered.added > 0 || recovered.lost > 0 {
        to_stdout(&format!("{} changes added, {} could not be read.", recovered.added, recovered.lost));
    }
    if let Some(aside) = recovered.aside {
        to_stdout(&format!("The file that was there is now {}", aside.display()));
    }
    to_stdout("Put back.");
    Ok(ExitCode::SUCCESS)
}

fn tell(places: &Places, access: &Access) -> Result<ExitCode, Failure> {
    let view = recovery::recovery_view(places, &Machine, access)?;
    let is_well = view.wrong.is_none();
    to_stdout(&view.wrong.map_or_else(|| "The store is whole.".to_owned(), |wrong| wrong.to_string()));
    for backup in &view.backups {
        to_stdout(&format!("{}  {} ({})", backup.number, backup.made, backup.why));
    }
    view.ways.iter().for_each(|way| to_stdout(way));
    Ok(if is_well { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

/// Writes a co-op to a file for others, and says the words that open it.
pub fn export(store: &StoreArguments, id: &str, out: &Path, text_only: bool) -> Result<ExitCode, Failure> {
    let kind = if text_only { ExportKind::Text } else { ExportKind::Full };
    let exported = open(store)?.export(id, out, kind)?;
    match exported.words {
        Some(words) => {
            to_stdout(&words);
            to_stderr(
                "These words open the file. They are kept nowhere: tell them by voice, not with the file.",
            );
        }
        None => to_stderr("The file holds the answers alone. Anybody can read it."),
    }
    Ok(ExitCode::SUCCESS)
}

/// Says what a file would change, and takes it in when told to.
pub fn import(
    store: &StoreArguments,
    file: &Path,
    words: Option<&Path>,
    yes: bool,
) -> Result<ExitCode, Failure> {
    let words = input::words(words)?;
    let words = words.first().map(String::as_str);
    let mut desk = open(store)?;
    show(&desk.preview_import(file, words)?);
    if !yes {
        to_stderr("Nothing was taken in. Give --yes to take it in.");
        return Ok(ExitCode::from(1));
    }
    let imported = desk.import(file, words)?;
    to_stdout(&imported.formation);
    Ok(ExitCode::SUCCESS)
}

fn show(view: &ImportView) {
    let what = if view.is_new { "a co-op that is not here yet" } else { "joins the co-op that is here" };
    to_stdout(&format!("{}: {what}; {} new changes", view.name, view.changes));
    for line in &view.lines {
        to_stdout(&format!("    {}: {} > {}", line.what, line.before, line.after));
    }
    for conflict in &view.conflicts {
        to_stdout(&format!("  To be settled: {}", conflict.what));
        for side in &conflict.sides {
            to_stdout(&format!("    {} ({}, {})", side.value, side.who, side.when));
        }
    }
}
