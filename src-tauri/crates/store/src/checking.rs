//! Checking a long store while it is open. Must not know what is checked: that is [`crate::verify`]'s business.
//!
//! A long store takes from seconds to minutes to be checked whole, so it is checked on a thread of its own, over a
//! connection of its own. As long as nobody knows whether it is whole, its file stays as it was found, to the byte:
//! what is written meanwhile stands in the write-ahead log beside it, on the disk, and goes no further. So a write
//! cannot make damage worse, whatever the damage is. A page that SQLite takes for a free one, because the list of free
//! pages is damaged, is overwritten in the log and nowhere else.

use std::io;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};

use crate::error::StoreError;
use crate::key::Key;
use crate::open::Store;
use crate::sieve::Sieve;
use crate::verify::{self, ChainState, Damage};
use crate::{backup, file, settings};

/// How far it is known whether a store is what was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Checked {
    /// It is.
    Whole,
    /// It is being checked.
    NotYet,
}

/// What the store knows of its own check.
#[derive(Debug)]
pub(crate) enum Check {
    /// It was found whole.
    Whole,
    /// It is being checked.
    Running(Checking),
    /// It was found damaged: nothing is written any more.
    Damaged(Damage),
    /// The check itself failed, so nothing is known, and the file stays as it was found.
    Failed,
}

/// A check that runs on a thread of its own. Dropping it stops it, and waits until it has stopped.
#[derive(Debug)]
pub(crate) struct Checking {
    stop: Arc<AtomicBool>,
    /// None once it was waited for.
    thread: Option<JoinHandle<Result<(), StoreError>>>,
}

impl Checking {
    /// Begins to check the store in `path`, which this process has open, and fills its sieve on the way: all values are
    /// read here anyway, and whoever searches need not wait for it.
    pub(crate) fn begin(path: &Path, key: Option<&Key>, sieve: &Arc<Sieve>) -> Result<Self, StoreError> {
        let stop = Arc::new(AtomicBool::new(false));
        let (path, key, asked) = (path.to_owned(), key.cloned(), Arc::clone(&stop));
        let sieve = Arc::clone(sieve);
        let thread = thread::Builder::new().name("check".to_owned());
        let thread = thread.spawn(move || check(&path, key.as_ref(), asked, &sieve))?;
        Ok(Self { stop, thread: Some(thread) })
    }

    fn is_finished(&self) -> bool {
        self.thread.as_ref().is_none_or(JoinHandle::is_finished)
    }

    /// Waits for what it finds.
    fn finish(mut self) -> Result<(), StoreError> {
        let found = self.thread.take().map_or_else(|| Ok(Ok(())), JoinHandle::join);
        found.unwrap_or_else(|_| Err(StoreError::File(io::Error::other("the check of the store stopped"))))
    }
}

impl Drop for Checking {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
        // Whatever it found, nobody asks any more.
        let _ = self.thread.take().map(JoinHandle::join);
    }
}

fn check(path: &Path, key: Option<&Key>, stop: Arc<AtomicBool>, sieve: &Sieve) -> Result<(), StoreError> {
    let mut connection = backup::open_to_read(path, key)?;
    settings::for_any(&connection)?;
    settings::stop_when(&mut connection, move || stop.load(Ordering::Relaxed))?;
    // All of it sees the store as it is at one moment, whatever is written meanwhile.
    let moment = connection.transaction()?;
    // Where that fails, what is read next says why.
    let _ = sieve.fill(&moment);
    verify::check_file(&moment)?;
    match verify::check_log(&moment)? {
        ChainState::Whole { .. } => Ok(()),
        ChainState::Broken(damage) => Err(StoreError::Damaged(damage)),
    }
}

impl Store {
    /// Says whether the store is known to be whole, without waiting. A short one is from the beginning; a long one once
    /// its check has ended, and only then its file is written.
    ///
    /// # Errors
    /// When it was found damaged: from then on nothing is written. When it cannot be read.
    pub fn checked(&mut self) -> Result<Checked, StoreError> {
        match &self.check {
            Check::Running(checking) if !checking.is_finished() => Ok(Checked::NotYet),
            Check::Running(_) => self.wait_until_checked().map(|()| Checked::Whole),
            Check::Whole => Ok(Checked::Whole),
            Check::Damaged(damage) => Err(StoreError::Damaged(damage.clone())),
            Check::Failed => Ok(Checked::NotYet),
        }
    }

    /// Waits until the store is known to be whole.
    ///
    /// # Errors
    /// As [`Store::checked`].
    pub fn wait_until_checked(&mut self) -> Result<(), StoreError> {
        if !matches!(self.check, Check::Running(_)) {
            return self.refuse_if_damaged();
        }
        let Check::Running(checking) = std::mem::replace(&mut self.check, Check::Failed) else {
            return Ok(());
        };
        match checking.finish() {
            Ok(()) => {
                settings::write_the_file(&self.connection)?;
                self.check = Check::Whole;
                Ok(())
            }
            Err(StoreError::Damaged(damage)) => {
                self.check = Check::Damaged(damage.clone());
                Err(StoreError::Damaged(damage))
            }
            Err(error) => Err(error),
        }
    }

    /// Waits until the store is known to be whole where the log beside its file has become longer than so many bytes: only
    /// then it goes into the file, and it must not grow for ever where nobody has the store open for long.
    ///
    /// # Errors
    /// As [`Store::checked`].
    pub fn bound_the_log(&mut self, longest: u64) -> Result<(), StoreError> {
        match &self.path {
            Some(path) if file::log_length(path) > longest => self.wait_until_checked(),
            _ => Ok(()),
        }
    }

    /// Refuses to write into a store that was found damaged. As long as nobody knows, writing does no harm.
    pub(crate) fn refuse_if_damaged(&self) -> Result<(), StoreError> {
        match &self.check {
            Check::Damaged(damage) => Err(StoreError::Damaged(damage.clone())),
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests;
