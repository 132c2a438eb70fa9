//! The machine's clock and new ids, for the desk.

use desk::Host;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ZonedDateTime};
use uuid::Uuid;

/// This machine.
pub struct Machine;

impl Host for Machine {
    fn today(&self) -> Date {
        ZonedDateTime::now().date()
    }

    fn now_ms(&self) -> i64 {
        Timestamp::now().as_millisecond()
    }

    fn time_of_day(&self) -> String {
        ZonedDateTime::now().strftime("%H:%M").to_string()
    }

    fn date_and_time(&self, ms: i64) -> String {
        match Timestamp::from_millisecond(ms) {
            Ok(time) => time.to_zoned_datetime(TimeZone::system()).strftime("%-d %B %Y, %H:%M").to_string(),
            Err(_) => "an unknown day".to_owned(),
        }
    }

    fn new_id(&self) -> String {
        Uuid::new_v4().to_string()
    }
}
