//! What the desk needs from whoever runs it: the clock, new ids, and where its files live.

use std::path::PathBuf;

use jiff::civil::Date;

/// Where the desk's files live.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Places {
    /// The folder that holds the store.
    pub store: PathBuf,
}

/// The clock and the source of ids.
pub trait Host: Send {
    /// Returns today's date where the person is.
    fn today(&self) -> Date;
    /// Returns milliseconds since 1970, UTC.
    fn now_ms(&self) -> i64;
    /// Returns the time of day where the person is, as "14:02".
    fn time_of_day(&self) -> String;
    /// Returns "24 November 2026, 14:02" for milliseconds since 1970, where the person is.
    fn date_and_time(&self, ms: i64) -> String;
    /// Returns a new id that nobody else has.
    fn new_id(&self) -> String;
}
