//! The days on which a new co-op's duties fall due, once it is known when it was registered.
//!
//! Nobody knows that day before it happens, so it is no decision: whoever asks for the days says it. The duties and how
//! they count are `assets/law/deadlines.toml`'s. Where the law leaves a choice, the earlier day stands here. Knows
//! nothing of calendars' file formats.

use jiff::{Span, ToSpan};

use crate::checks::Case;
use crate::decision::{Date, Value};
use crate::law::{After, Count, Deadline, Years};

/// For how many financial years days are worked out.
pub const YEARS_AHEAD: u32 = 3;

/// A duty and its day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueDay {
    /// The last day on which it can be done.
    pub day: Date,
    /// Which time it comes, from 1.
    pub time: usize,
    /// What is to be done.
    pub what: String,
    /// By when, in words.
    pub due: String,
    /// Who does it.
    pub who: String,
    /// The law; empty where the co-op's own rules ask for it.
    pub law: String,
    /// When the law was last checked; none for the co-op's own rules.
    pub checked: Option<Date>,
}

/// The days of the first years.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    /// When the co-op began: registered, or founded where nobody registers it.
    pub began: Date,
    /// When its first financial year ends.
    pub first_year_end: Date,
    /// Duties with their days, in the order of the days.
    pub days: Vec<DueDay>,
    /// Duties whose day depends on what happens.
    pub without_a_day: usize,
}

/// Why there are no days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CalendarError {
    /// The first year ends before it begins, or is longer than it may be.
    #[error("a first year that begins on {began} cannot end on {ends}: it lasts {most} months at the most")]
    FirstYear {
        /// When it begins.
        began: Date,
        /// When it was said to end.
        ends: Date,
        /// The most months.
        most: u32,
    },
    /// A day lies beyond every calendar.
    #[error("so far ahead there are no days")]
    TooFar,
}

/// Works out the days of a co-op that began on `began`. Its first financial year ends on `first_year_end`, or else on
/// the day that follows from its answers.
///
/// # Errors
/// When the first year cannot end there, or a day lies beyond the calendar.
pub fn calendar(
    case: &Case<'_>,
    began: Date,
    first_year_end: Option<Date>,
) -> Result<Calendar, CalendarError> {
    let first = match first_year_end {
        Some(said) => said_year_end(case, began, said)?,
        None => usual_year_end(case, began)?,
    };
    let periods = Periods::new(case, began, first)?;
    let mut days = Vec::new();
    let mut without_a_day = 0;
    for deadline in case.law.deadlines(case.formation.form) {
        match deadline.count() {
            Some(count) => periods.put(deadline, count, &mut days)?,
            None => without_a_day += 1,
        }
    }
    annual_meetings(case, &periods, &mut days)?;
    days.sort_by(|one, other| one.day.cmp(&other.day).then(one.time.cmp(&other.time)));
    Ok(Calendar { began, first_year_end: first, days, without_a_day })
}

/// The days from which duties count.
struct Periods {
    began: Date,
    year_ends: Vec<Date>,
    tax_period_ends: Vec<Date>,
    long_first: bool,
}

impl Periods {
    fn new(case: &Case<'_>, began: Date, first: Date) -> Result<Self, CalendarError> {
        // A day that was named is the same day in a leap year; the end of a month is the end of that month.
        let is_named = matches!(case.answer("year-end"), Some(Value::YearDay(_)));
        let mut year_ends = Vec::new();
        for months in (0..YEARS_AHEAD).map(|year| 12 * year) {
            let end = if is_named {
                plus(first, i64::from(months).months())?
            } else {
                after_period(first, months, 0)?
            };
            year_ends.push(end);
        }
        let longer_than = |slug: &str| -> Result<Option<Date>, CalendarError> {
            let Some(months) = case.limit_count(slug) else { return Ok(None) };
            Ok(Some(last_day(began, months)?).filter(|last| *last < first))
        };
        // Business may begin on the first day, and never before.
        let first_tax_period = longer_than("tax-period-most")?;
        let tax_period_ends = first_tax_period.into_iter().chain(year_ends.iter().copied()).collect();
        let long_first = longer_than("first-accounts-long")?.is_some();
        Ok(Self { began, year_ends, tax_period_ends, long_first })
    }

    fn put(&self, deadline: &Deadline, count: Count, days: &mut Vec<DueDay>) -> Result<(), CalendarError> {
        let times = match deadline.years {
            Years::Once => 0..1,
            Years::Every => 0..self.times(count.after),
            Years::LongFirst => 0..usize::from(self.long_first),
            Years::AllButLongFirst => usize::from(self.long_first)..self.times(count.after),
        };
        for time in times {
            let mut day = self.day(count, time)?;
            if let Some(or_later) = deadline.or_later {
                day = day.max(self.day(or_later, time)?);
            }
            days.push(DueDay {
                day,
                time: time + 1,
                what: deadline.what.clone(),
                due: deadline.due.clone(),
                who: deadline.who.clone(),
                law: deadline.law.clone(),
                checked: Some(deadline.checked),
            });
        }
        Ok(())
    }

    fn times(&self, after: After) -> usize {
        match after {
            After::TaxPeriod => self.tax_period_ends.len(),
            After::Registration | After::StartOfBusiness | After::YearEnd => self.year_ends.len(),
        }
    }

    /// The day for the time number `time`, from 0.
    fn day(&self, count: Count, time: usize) -> Result<Date, CalendarError> {
        let ends = match count.after {
            After::YearEnd => &self.year_ends,
            After::TaxPeriod => &self.tax_period_ends,
            // Nobody says when business begins: it is not before the first day.
            After::Registration | After::StartOfBusiness => {
                let months = i64::from(count.months) + 12 * i64::try_from(time).unwrap_or_default();
                return plus(plus(self.began, months.months())?, i64::from(count.days).days());
            }
        };
        let end = ends.get(time).copied().ok_or(CalendarError::TooFar)?;
        after_period(end, count.months, count.days)
    }
}

/// What the co-op's own rules ask for.
fn annual_meetings(case: &Case<'_>, periods: &Periods, days: &mut Vec<DueDay>) -> Result<(), CalendarError> {
    let Some(Value::Count(months)) = case.answer("annual-meeting-months") else { return Ok(()) };
    for (time, end) in periods.year_ends.iter().enumerate() {
        days.push(DueDay {
            day: after_period(*end, *months, 0)?,
            time: time + 1,
            what: "Hold the annual meeting".to_owned(),
            due: format!(
                "{months} months after the year end, as our {}s say",
                case.formation.form.rule_word()
            ),
            who: "secretary".to_owned(),
            law: String::new(),
            checked: None,
        });
    }
    Ok(())
}

/// The end of a first year that somebody named, if it may end there.
fn said_year_end(case: &Case<'_>, began: Date, ends: Date) -> Result<Date, CalendarError> {
    let Some(most) = case.limit_count("first-year-most") else { return Ok(ends) };
    let fits = began < ends && ends <= last_day(began, most)?;
    if fits { Ok(ends) } else { Err(CalendarError::FirstYear { began, ends, most }) }
}

/// The end of the first year as it follows from the answers: the last day of the month a year on, or the first of the
/// days they name that leaves a first year which is long enough.
fn usual_year_end(case: &Case<'_>, began: Date) -> Result<Date, CalendarError> {
    let Some(Value::YearDay(named)) = case.answer("year-end") else {
        return Ok(plus(began, 1.year())?.last_of_month());
    };
    let too_soon = last_day(began, case.limit_count("first-year-least").unwrap_or_default())?;
    let (day, month) = (i8::try_from(named.day).unwrap_or(1), i8::try_from(named.month).unwrap_or(1));
    for year in began.year()..=began.year().saturating_add(2) {
        let first = Date::new(year, month, 1).map_err(|_| CalendarError::TooFar)?;
        // 29 February is the month's last day in every year.
        let end = plus(first, i64::from(day.min(first.days_in_month()) - 1).days())?;
        if end > too_soon {
            return Ok(end);
        }
    }
    Err(CalendarError::TooFar)
}

/// So many months and days after a period that ended on `end`: from the end of a month, to the end of a month.
fn after_period(end: Date, months: u32, days: u32) -> Result<Date, CalendarError> {
    let later = plus(end, i64::from(months).months())?;
    let later = if end == end.last_of_month() { later.last_of_month() } else { later };
    plus(later, i64::from(days).days())
}

/// The last day of so many months that begin on `began`.
fn last_day(began: Date, months: u32) -> Result<Date, CalendarError> {
    after_period(plus(began, (-1).days())?, months, 0)
}

/// So much later. Where a month has no such day, its last one.
fn plus(day: Date, span: Span) -> Result<Date, CalendarError> {
    day.checked_add(span).map_err(|_| CalendarError::TooFar)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::checks::tried::{ASSOCIATION, COMPANY, PARTNERSHIP, SOCIETY, examples, with_case};
    use crate::decision::YearDay;

    /// The days of one duty, by the first words of what is to be done.
    fn days(
        example: &str,
        year_end: Option<(u8, u8)>,
        began: Date,
        first: Option<Date>,
        what: &str,
    ) -> Vec<String> {
        let value = match year_end {
            Some((day, month)) => Value::YearDay(YearDay { day, month }),
            None => Value::Choice("anniversary".to_owned()),
        };
        with_case(
            example,
            |formation| {
                formation.agree("year-end", value);
                formation.agree("annual-meeting", Value::Choice("within-months".to_owned()));
                formation.agree("annual-meeting-months", Value::Count(6));
            },
            |case| {
                let found = calendar(case, began, first).unwrap();
                let one = found.days.iter().filter(|day| day.what.starts_with(what));
                one.map(|day| day.day.to_string()).collect()
            },
        )
    }

    #[test]
    fn days_are_counted_as_the_law_counts_them() {
        type Row<'a> = (&'a str, Option<(u8, u8)>, Date, Option<Date>, &'a str, &'a [&'a str]);
        let rows: &[Row<'_>] = &[
            (COMPANY, None, date(2026, 12, 1), None, "Open the register", &["2026-12-01"]),
            (COMPANY, None, date(2026, 12, 1), None, "Tell HM Revenue", &["2027-03-01"]),
            // The 12 months end on 30 November.
            (
                COMPANY,
                None,
                date(2026, 12, 1),
                None,
                "First confirmation",
                &["2027-12-14", "2028-12-14", "2029-12-14"],
            ),
            // A first year of 13 months.
            (COMPANY, None, date(2026, 12, 1), None, "First accounts", &["2028-09-01"]),
            (COMPANY, None, date(2026, 12, 1), None, "Later accounts", &["2029-09-30", "2030-09-30"]),
            (
                COMPANY,
                None,
                date(2026, 12, 1),
                None,
                "Pay corporation tax",
                &["2028-09-01", "2028-10-01", "2029-10-01", "2030-10-01"],
            ),
            (
                COMPANY,
                None,
                date(2026, 12, 1),
                None,
                "Company tax return",
                &["2028-12-31", "2029-12-31", "2030-12-31"],
            ),
            // A first year of 12 months to the day is not longer than 12 months.
            (COMPANY, Some((31, 3)), date(2027, 4, 1), None, "First accounts", &[]),
            (
                COMPANY,
                Some((31, 3)),
                date(2027, 4, 1),
                None,
                "Later accounts",
                &["2028-12-31", "2029-12-31", "2030-12-31"],
            ),
            (
                COMPANY,
                Some((31, 3)),
                date(2027, 4, 1),
                None,
                "Pay corporation tax",
                &["2029-01-01", "2030-01-01", "2031-01-01"],
            ),
            // The later of two: 21 months lead to 29 May.
            (COMPANY, None, date(2027, 8, 29), Some(date(2029, 2, 28)), "First accounts", &["2029-05-31"]),
            // Six months are not more than six months; one day sooner, they are.
            (PARTNERSHIP, Some((31, 3)), date(2026, 10, 1), None, "First accounts", &["2028-07-01"]),
            (
                PARTNERSHIP,
                Some((31, 3)),
                date(2026, 9, 30),
                None,
                "Later accounts",
                &["2027-12-31", "2028-12-31", "2029-12-31"],
            ),
            (
                SOCIETY,
                None,
                date(2027, 3, 10),
                None,
                "Annual return",
                &["2028-10-31", "2029-10-31", "2030-10-31"],
            ),
            // 31 August and six months; the last February has a 29th.
            (
                SOCIETY,
                Some((31, 8)),
                date(2025, 10, 5),
                None,
                "Hold the annual meeting",
                &["2027-02-28", "2028-02-29", "2029-02-28"],
            ),
            // 28 February is not the end of that month in 2028; the end of February is, in each year.
            (
                SOCIETY,
                Some((28, 2)),
                date(2026, 6, 1),
                None,
                "Annual return",
                &["2027-09-30", "2028-09-28", "2029-09-30"],
            ),
            (
                SOCIETY,
                None,
                date(2027, 2, 10),
                None,
                "Without an audit",
                &["2028-03-28", "2029-03-28", "2030-03-28"],
            ),
            // Founded on a day that only leap years have.
            (
                SOCIETY,
                None,
                date(2028, 2, 29),
                None,
                "Decide whether",
                &["2029-02-28", "2030-02-28", "2031-02-28"],
            ),
            (ASSOCIATION, None, date(2026, 11, 30), None, "Tell HM Revenue", &["2027-02-28"]),
        ];
        for (example, year_end, began, first, what, expected) in rows {
            assert_eq!(
                days(example, *year_end, *began, *first, what),
                *expected,
                "{what}, {example}, begun on {began}, year {year_end:?} {first:?}"
            );
        }
    }

    #[test]
    fn every_example_has_its_days_in_order_and_no_duty_is_lost() {
        for example in examples() {
            with_case(
                &example,
                |_| {},
                |case| {
                    let found = calendar(case, date(2026, 12, 1), None).unwrap();
                    assert!(found.days.is_sorted_by_key(|day| day.day), "{example}");
                    assert!(found.days.iter().all(|day| day.day >= found.began), "{example}");
                    let duties = case.law.deadlines(case.formation.form);
                    let (with, without): (Vec<_>, Vec<_>) = duties.partition(|duty| duty.count().is_some());
                    assert_eq!(found.without_a_day, without.len(), "{example}");
                    let missing = with.iter().filter(|duty| {
                        duty.years != Years::LongFirst && !found.days.iter().any(|day| day.what == duty.what)
                    });
                    assert_eq!(missing.count(), 0, "{example}");
                },
            );
        }
    }

    #[test]
    fn a_first_year_that_cannot_be_is_refused() {
        with_case(
            COMPANY,
            |_| {},
            |case| {
                let began = date(2026, 12, 1);
                let ends = |ends| calendar(case, began, Some(ends)).map(|found| found.first_year_end);
                assert_eq!(ends(date(2028, 5, 31)), Ok(date(2028, 5, 31)));
                assert_eq!(ends(date(2026, 12, 2)), Ok(date(2026, 12, 2)));
                for wrong in [date(2028, 6, 1), date(2026, 12, 1), date(2020, 1, 1)] {
                    let error = CalendarError::FirstYear { began, ends: wrong, most: 18 };
                    assert_eq!(ends(wrong), Err(error));
                }
                assert_eq!(calendar(case, Date::MAX, None), Err(CalendarError::TooFar));
            },
        );
    }
}
