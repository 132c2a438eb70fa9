//! The machine's clock and new ids, and the person's word to stop, for the desk.

use desk::{Host, Stop};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ZonedDateTime};
use uuid::Uuid;

/// This machine.
pub struct Machine {
    /// Whether the person asked to stop.
    pub stop: Stop,
}

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
        written(ms, TimeZone::system())
    }

    fn new_id(&self) -> String {
        Uuid::new_v4().to_string()
    }

    fn stop(&self) -> Stop {
        self.stop.clone()
    }
}

/// Writes "24 November 2026, 14:02". Milliseconds beyond any calendar come from a damaged clock: no date
/// is said then, rather than a wrong one.
fn written(ms: i64, zone: TimeZone) -> String {
    match Timestamp::from_millisecond(ms) {
        Ok(time) => time.to_zoned_datetime(zone).strftime("%-d %B %Y, %H:%M").to_string(),
        Err(_) => "an unknown day".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn times_are_written_where_the_person_is() {
        let london = TimeZone::get("Europe/London").unwrap();
        assert_eq!(written(1_795_615_320_000, london.clone()), "25 November 2026, 14:02");
        // In summer London is an hour ahead of UTC.
        assert_eq!(written(1_783_036_800_000, london), "3 July 2026, 01:00");
        assert_eq!(written(i64::MAX, TimeZone::UTC), "an unknown day");
    }

    #[test]
    fn ids_differ() {
        let machine = Machine { stop: Stop::default() };
        assert_ne!(machine.new_id(), machine.new_id());
    }
}
