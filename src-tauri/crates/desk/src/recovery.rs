//! The ladder for a store that does not open: a backup and what can be read since, what can be read alone, and
//! what can be read as a text. Every way sets the damaged file aside and deletes nothing.
//!
//! The desk cannot be open meanwhile, so these are no acts of it.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use store::{Backup, Salt, Salvaged, Store, StoreError};

use crate::assets::Assets;
use crate::encryption::{Access, Secret};
use crate::failure::Failure;
use crate::host::{Host, Places};
use crate::keeping;
use crate::ledger::store_file;
use crate::view::RecoveryView;
use crate::whole_file;
use crate::wording;

mod looking;

pub use looking::Looking;
use looking::Read;

/// What putting back has come to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recovered {
    /// How many changes were read out of the damaged file and added.
    pub added: usize,
    /// How many could not be read.
    pub lost: i64,
    /// Where the file that was there is now.
    pub aside: Option<PathBuf>,
}

/// Looks at the store in `places` and says what can be done, however long that takes.
///
/// # Errors
/// When it is open elsewhere or of a newer version: then nothing is to be recovered.
pub fn recovery_view(places: &Places, host: &dyn Host, access: &Access) -> Result<RecoveryView, Failure> {
    let wrong = match Store::open_checked(&store_file(&places.store), access.key()) {
        Ok(_) => None,
        Err(error @ (StoreError::InUse | StoreError::Newer { .. })) => return Err(error.into()),
        Err(error) => Some(Failure::from(error)),
    };
    let mut looking = Looking::begin(places, access)?;
    looking.wait();
    Ok(RecoveryView { wrong, ..looking.view(host)? })
}

impl Looking {
    /// Says what can be done, as far as that is known by now.
    ///
    /// # Errors
    /// As [`recovery_view`].
    pub fn view(&mut self, host: &dyn Host) -> Result<RecoveryView, Failure> {
        let seen = self.seen()?;
        let when = |ms| host.date_and_time(ms);
        let backups: Vec<_> =
            seen.good.iter().map(|(backup, changes)| keeping::row(backup, Some(*changes), &when)).collect();
        let Read { readable, since, lost } = seen.read.unwrap_or_default();
        let ways = ways(&backups, since, readable);
        let (is_counted, is_all) = (seen.read.is_some(), seen.is_all);
        Ok(RecoveryView { wrong: None, backups, is_counted, since, readable, lost, is_all, ways })
    }
}

fn ways(backups: &[crate::view::BackupRow], since: usize, readable: usize) -> Vec<String> {
    let mut ways = Vec::new();
    if let Some(backup) = backups.first() {
        ways.push(format!(
            "Go back to the backup of {}. Of what was done since, {since} changes can still be read and are added.",
            backup.made
        ));
    }
    if readable > 0 {
        ways.push(format!("Keep only what can still be read of the damaged file: {readable} changes."));
        ways.push("Save what can still be read as a text, to read and to copy from.".to_owned());
    }
    ways.push(
        "Begin again with an empty list. The damaged file stays beside it, under another name.".to_owned(),
    );
    ways
}

/// Goes back to a backup: to it alone, as it was.
///
/// # Errors
/// When the store is open, or there is no such backup or it is damaged.
pub fn restore_backup(places: &Places, access: &Access, number: u64) -> Result<Recovered, Failure> {
    let path = store_file(&places.store);
    let backup = find(&path, number)?;
    let aside = store::restore(&path, &backup.path, access.key(), access.key())?;
    Ok(Recovered { added: 0, lost: 0, aside })
}

/// Goes back to a backup in a file of its own, such as one on a stick; `secret` opens it, when it is encrypted under
/// another key than the store. The store stays encrypted or plain, as it was here.
///
/// # Errors
/// When the store is open, or the file is no backup or is damaged.
pub fn restore_file(
    places: &Places,
    access: &Access,
    file: &Path,
    secret: Option<&Secret>,
) -> Result<Recovered, Failure> {
    std::fs::create_dir_all(&places.store).map_err(|error| Failure::files(&places.store, &error))?;
    let backup = access.to_backup(file, secret)?;
    let restored = store::restore(&store_file(&places.store), file, backup.key(), access.key());
    let aside = restored.map_err(|error| match error {
        StoreError::File(error) => Failure::files(file, &error),
        other => other.into(),
    })?;
    Ok(Recovered { added: 0, lost: 0, aside })
}

/// Goes back to the newest good backup and adds what can be read of the damaged store; without a good backup, or
/// when `alone`, makes a new store of what can be read.
///
/// # Errors
/// When the store is open or there is no room.
pub fn salvage(places: &Places, host: &dyn Host, access: &Access, alone: bool) -> Result<Recovered, Failure> {
    let path = store_file(&places.store);
    let is_good = |backup: &Backup| store::check_backup(&backup.path, access.key()).is_ok();
    let base = if alone { None } else { store::backups(&path)?.into_iter().find(is_good) };
    let secret = Salt::new(host.new_id());
    let base = base.as_ref().map(|backup| backup.path.as_path());
    let Salvaged { taken, lost, aside } = store::salvage(&path, base, &secret, access.key())?;
    Ok(Recovered { added: taken, lost, aside })
}

/// Writes what can be read of the store as a text, and returns how many changes that were.
///
/// # Errors
/// When the store is open, or the file cannot be written.
pub fn export_readable(
    places: &Places,
    host: &dyn Host,
    access: &Access,
    out: &Path,
) -> Result<usize, Failure> {
    let assets = Assets::embedded()?;
    let read = store::read_damaged(&store_file(&places.store), access.key())?;
    let mut text = String::from("What could be read of a damaged Toad Lane store, oldest first.\n");
    for change in &read.changes {
        let field = change.field.as_str();
        let when = host.date_and_time(change.at);
        // Writing to a text cannot fail.
        let _ = writeln!(text, "\n{when}, {}, co-op {}", change.author, change.formation);
        let _ = writeln!(text, "  {}", wording::what(&assets.library, field));
        match &change.value {
            Some(value) if wording::is_founder(field) => {
                for (what, said) in wording::particulars(value) {
                    let _ = writeln!(text, "  {what}: {said}");
                }
            }
            value => {
                let _ = writeln!(text, "  {}", wording::value(&assets.library, field, value.as_ref()));
            }
        }
    }
    if read.lost > 0 {
        let _ = writeln!(text, "\n{} more changes could not be read.", read.lost);
    }
    whole_file::write(out, text.as_bytes())?;
    Ok(read.changes.len())
}

fn find(path: &Path, number: u64) -> Result<Backup, Failure> {
    let found = store::backups(path)?.into_iter().find(|backup| backup.number == number);
    found.ok_or_else(|| Failure::not_found("That backup"))
}
