//! `law`: newer figures of the law than the app came with.

use std::path::Path;
use std::process::ExitCode;

use desk::{LawChange, LawReport, NewerLaw};

use crate::arguments::StoreArguments;
use crate::failure::Failure;
use crate::input::today;
use crate::output::to_stdout;
use crate::store;

/// Says what newer figures would change: in the store that is named, or beside the app's own.
pub fn check(path: &Path, store: &StoreArguments) -> Result<ExitCode, Failure> {
    let newer = NewerLaw::read(path)?;
    let report =
        if store.store.is_some() { store::open(store)?.look_at_law(&newer)? } else { newer.check(today())? };
    tell(&report);
    Ok(if report.faults.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

/// Takes newer figures into the store, and says what changed.
pub fn take(path: &Path, store: &StoreArguments) -> Result<ExitCode, Failure> {
    let newer = NewerLaw::read(path)?;
    let mut desk = store::open(store)?;
    let report = desk.look_at_law(&newer)?;
    tell(&report);
    if !report.faults.is_empty() {
        return Ok(ExitCode::from(1));
    }
    desk.take_law(&newer)?;
    to_stdout("These figures are used from now on.");
    Ok(ExitCode::SUCCESS)
}

/// Goes back to the app's own figures.
pub fn own(store: &StoreArguments) -> Result<ExitCode, Failure> {
    store::open(store)?.put_law_away()?;
    to_stdout("The app\u{2019}s own figures are used from now on.");
    Ok(ExitCode::SUCCESS)
}

fn tell(report: &LawReport) {
    report.faults.iter().for_each(|fault| to_stdout(&fault.to_string()));
    report.changes.iter().for_each(|change| to_stdout(&told(change)));
    for title in &report.held_back {
        to_stdout(&format!("{title}: stays as it is, because the app\u{2019}s own was checked later"));
    }
    if report.faults.is_empty() && report.changes.is_empty() {
        to_stdout("Nothing would change.");
    }
}

fn told(change: &LawChange) -> String {
    let title = &change.title;
    match (&change.was, &change.is) {
        (Some(was), Some(is)) => format!("{title}\n  was: {}\n  is:  {}", was.told(), is.told()),
        (None, Some(is)) => format!("{title}\n  new: {}", is.told()),
        (Some(was), None) => format!("{title}\n  gone: {}", was.told()),
        (None, None) => title.clone(),
    }
}
