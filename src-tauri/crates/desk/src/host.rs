//! What the desk needs from whoever runs it: the clock, new ids, whether to stop, and where its files live.

use std::path::PathBuf;

use jiff::civil::Date;

use crate::stop::Stop;

/// Where the desk's files live.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Places {
    /// The folder that holds the store.
    pub store: PathBuf,
}

/// The clock, the source of ids, and the person's word to stop.
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
    /// Returns what says whether somebody asked to stop. Where nobody can, nobody does.
    fn stop(&self) -> Stop {
        Stop::default()
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicI64, Ordering};

    use super::*;

    /// A clock that goes on by a millisecond whenever somebody looks at it, and that tests turn.
    #[derive(Clone, Default)]
    pub(crate) struct Clock(pub(crate) Arc<AtomicI64>);

    impl Host for Clock {
        fn today(&self) -> jiff::civil::Date {
            jiff::civil::date(2026, 11, 24)
        }

        fn now_ms(&self) -> i64 {
            self.0.fetch_add(1, Ordering::Relaxed)
        }

        fn time_of_day(&self) -> String {
            "14:02".to_owned()
        }

        fn date_and_time(&self, ms: i64) -> String {
            ms.to_string()
        }

        fn new_id(&self) -> String {
            format!("id-{}", self.0.fetch_add(1, Ordering::Relaxed))
        }
    }
}
