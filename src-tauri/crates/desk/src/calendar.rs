//! The calendar: what a new co-op must do by when, as a file that calendar programs read (RFC 5545).
//!
//! The days are `formation`'s. This module writes them: each a whole day, with an alarm a fortnight before. The same
//! co-op, days and version give the same bytes; a calendar that is made again replaces the days of the first one,
//! because their names in the file do not hang on the day.

use std::path::{Path, PathBuf};

use formation::{CalendarError, DueDay, calendar, long_date};
use jiff::ToSpan;
use jiff::civil::Date;
use sha2::{Digest, Sha256};

use crate::desk::Desk;
use crate::failure::Failure;
use crate::saved_edition::with_ending;
use crate::worked_out::WorkedOut;
use crate::{pack, typed, whole_file};

/// What the names of such files end with.
pub const CALENDAR_ENDING: &str = "ics";
/// How many days before a day its alarm goes off.
const ALARM_DAYS: i32 = 14;
/// The field of a form for the day on which it began.
const FIELD: &str = "began-day";
/// Octets that a line may have before its break.
const LINE: usize = 75;

/// A calendar as a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarFile {
    /// The file's text, with the line breaks that the format wants.
    pub text: String,
    /// How many days it holds.
    pub days: usize,
    /// How many duties have no day that can be worked out.
    pub without_a_day: usize,
    /// When the first financial year ends, as these days have it.
    pub first_year_end: Date,
}

/// Returns the calendar of a co-op that was registered, or founded, on `began`. Its first financial year ends on
/// `first_year_end`, or else on the day that follows from its answers.
///
/// # Errors
/// When the first year cannot end there, or a day lies beyond the calendar.
pub fn calendar_file(
    worked_out: &WorkedOut<'_>,
    began: Date,
    first_year_end: Option<Date>,
) -> Result<CalendarFile, Failure> {
    let found = calendar(&worked_out.case(), began, first_year_end).map_err(|error| refusal(&error))?;
    let name = worked_out.answers.text("name").unwrap_or("A co-op without a name yet");
    Ok(CalendarFile {
        text: written(name, began, &found.days),
        days: found.days.len(),
        without_a_day: found.without_a_day,
        first_year_end: found.first_year_end,
    })
}

impl Desk {
    /// Returns a name for the file of a calendar that begins on the day in `boxes`: day, month and year as typed.
    ///
    /// # Errors
    /// When they are no day from which to count, or when there is no such formation.
    pub fn calendar_name(&self, id: &str, boxes: &[String; 3]) -> Result<String, Failure> {
        let worked_out = self.worked_out(id)?;
        let began = began(boxes)?;
        calendar_file(&worked_out, began, None)?;
        let name = worked_out.answers.text("name").unwrap_or_default();
        Ok(format!("{}-calendar.{CALENDAR_ENDING}", pack::folder_name(name, began, false)))
    }

    /// Saves the calendar at `path`, over what a person agreed to replace there, and returns where it is.
    ///
    /// # Errors
    /// As [`Self::calendar_name`], and when the disk refuses. What was there is then as it was.
    pub fn save_calendar(&self, id: &str, boxes: &[String; 3], path: &Path) -> Result<PathBuf, Failure> {
        let file = calendar_file(&self.worked_out(id)?, began(boxes)?, None)?;
        let path = with_ending(path, CALENDAR_ENDING);
        whole_file::write(&path, file.text.as_bytes())?;
        Ok(path)
    }
}

fn began(boxes: &[String; 3]) -> Result<Date, Failure> {
    typed::day(FIELD, boxes)?.ok_or_else(|| {
        Failure::input(
            FIELD,
            "The day from which to count is missing.",
            "Give the day on the proof of registration, such as 1 12 2026.",
        )
    })
}

fn refusal(error: &CalendarError) -> Failure {
    match error {
        CalendarError::FirstYear { began, ends, most } => Failure::input(
            "year-end",
            format!("A first year that begins on {} cannot end on {}.", long_date(*began), long_date(*ends)),
            format!("Name a day after it, and at most {most} months on."),
        ),
        CalendarError::TooFar => Failure::input(
            FIELD,
            "That day is too far ahead to count from.",
            "Give the day on the proof of registration.",
        ),
    }
}

/// Writes the whole file.
fn written(name: &str, began: Date, days: &[DueDay]) -> String {
    let mut out = Lines::default();
    out.put("BEGIN", "VCALENDAR");
    out.put("VERSION", "2.0");
    out.put("PRODID", concat!("-//Toad Lane//Toad Lane ", env!("CARGO_PKG_VERSION"), "//EN"));
    out.put("CALSCALE", "GREGORIAN");
    for day in days {
        event(&mut out, name, began, day);
    }
    out.put("END", "VCALENDAR");
    out.0
}

fn event(out: &mut Lines, name: &str, began: Date, due: &DueDay) {
    out.put("BEGIN", "VEVENT");
    out.put("UID", &uid(name, began, due));
    // The format wants a moment. The day that was given stands for it, so that no clock is needed.
    out.put("DTSTAMP", &format!("{}T000000Z", compact(began)));
    out.put("DTSTART;VALUE=DATE", &compact(due.day));
    out.put("SUMMARY", &escaped(&format!("{name}: {}", due.what)));
    out.put("DESCRIPTION", &escaped(&described(due)));
    out.put("TRANSP", "TRANSPARENT");
    // An alarm before the co-op began would never go off.
    if due.day.checked_sub(ALARM_DAYS.days()).is_ok_and(|alarm| alarm >= began) {
        out.put("BEGIN", "VALARM");
        out.put("ACTION", "DISPLAY");
        out.put("DESCRIPTION", &escaped(&due.what));
        out.put("TRIGGER", &format!("-P{ALARM_DAYS}D"));
        out.put("END", "VALARM");
    }
    out.put("END", "VEVENT");
}

fn described(due: &DueDay) -> String {
    let mut words = format!("At the latest on this day.\nDue: {}.\nWho: {}.", due.due, due.who);
    if let Some(checked) = due.checked {
        words.push_str(&format!(
            "\nLaw: {}, checked on {}.\nThe law changes. Look it up before you rely on it.",
            due.law,
            long_date(checked)
        ));
    }
    words
}

/// A name for an event that no other has and that stays when the calendar is made again.
fn uid(name: &str, began: Date, due: &DueDay) -> String {
    let whole = Sha256::digest(format!("{name}\0{began}\0{}\0{}", due.what, due.time));
    let hex: String = whole.iter().take(16).map(|byte| format!("{byte:02x}")).collect();
    format!("{hex}@toad-lane.invalid")
}

fn compact(day: Date) -> String {
    format!("{:04}{:02}{:02}", day.year(), day.month(), day.day())
}

/// A text as the format writes it; characters that steer something are left out.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// Lines of at most 75 octets, each ended by a carriage return and a line feed. A longer one goes on after a space.
#[derive(Default)]
struct Lines(String);

impl Lines {
    fn put(&mut self, name: &str, value: &str) {
        let mut taken = 0;
        for c in name.chars().chain([':']).chain(value.chars()) {
            if taken + c.len_utf8() > LINE {
                self.0.push_str("\r\n ");
                taken = 1;
            }
            self.0.push(c);
            taken += c.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn due(what: &str, day: Date) -> DueDay {
        DueDay {
            day,
            time: 1,
            what: what.to_owned(),
            due: "21 months after registration; or later".to_owned(),
            who: "secretary".to_owned(),
            law: "Some Act 2006, s.1".to_owned(),
            checked: Some(date(2026, 11, 23)),
        }
    }

    /// The lines as a reader joins them again.
    fn unfolded(text: &str) -> Vec<String> {
        text.replace("\r\n ", "").split_terminator("\r\n").map(str::to_owned).collect()
    }

    fn value<'a>(lines: &'a [String], name: &str) -> Vec<&'a str> {
        lines.iter().filter_map(|line| line.strip_prefix(name)?.strip_prefix(':')).collect()
    }

    #[test]
    fn the_file_is_as_the_format_asks() {
        let days = [
            due("Open the register", date(2026, 12, 1)),
            due("Pay, or note why not; see C:\\tax", date(2028, 2, 29)),
        ];
        let name = "\u{d3}l \u{751f}\u{6d3b}\u{5354}\u{540c}\u{7d44}\u{5408} \u{1f33e}, Limited\r\nX-BAD:1"
            .repeat(3);
        let text = written(&name, date(2026, 12, 1), &days);
        assert_eq!(text, written(&name, date(2026, 12, 1), &days));
        assert!(text.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"));
        assert!(text.ends_with("END:VEVENT\r\nEND:VCALENDAR\r\n"));
        assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
        assert_eq!(text.matches('\r').count(), text.matches("\r\n").count());
        assert!(text.split("\r\n").all(|line| line.len() <= 75), "{text}");
        assert!(
            text.split("\r\n").any(|line| line.len() > 70 && line.starts_with(' ')),
            "nothing was folded"
        );
        let lines = unfolded(&text);
        assert!(lines.iter().all(|line| !line.starts_with("X-BAD")), "{lines:#?}");
        assert_eq!(value(&lines, "DTSTART;VALUE=DATE"), ["20261201", "20280229"]);
        assert_eq!(value(&lines, "DTSTAMP"), ["20261201T000000Z"; 2]);
        assert_eq!(value(&lines, "TRIGGER"), ["-P14D"], "the first day has none before it");
        let summaries = value(&lines, "SUMMARY");
        assert!(summaries[1].ends_with("X-BAD:1: Pay\\, or note why not\\; see C:\\\\tax"), "{summaries:?}");
        let described = value(&lines, "DESCRIPTION");
        assert!(described[0].contains("registration\\; or later.\\nWho: secretary."), "{described:?}");
        let begun = lines.iter().filter(|line| line.starts_with("BEGIN:")).count();
        assert_eq!(begun, lines.iter().filter(|line| line.starts_with("END:")).count());
    }

    #[test]
    fn an_event_keeps_its_name_when_its_day_changes_and_shares_it_with_no_other() {
        let began = date(2026, 12, 1);
        let one = due("First accounts", date(2028, 9, 1));
        let later = DueDay { day: date(2028, 10, 1), ..one.clone() };
        assert_eq!(uid("A", began, &one), uid("A", began, &later));
        let others = [
            uid("B", began, &one),
            uid("A", date(2026, 12, 2), &one),
            uid("A", began, &due("Later accounts", one.day)),
            uid("A", began, &DueDay { time: 2, ..one.clone() }),
        ];
        assert!(others.iter().all(|other| *other != uid("A", began, &one)), "{others:?}");
        assert!(uid("A", began, &one).is_ascii());
    }
}
