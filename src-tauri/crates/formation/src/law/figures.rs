//! Figures of the law as texts ask for them: `limit("…")`. This knows no text: only which figures one asked for.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use minijinja::{Error, ErrorKind, Value as Name};

use super::{Law, Limit};
use crate::decision::Date;

/// The figures in force on a day, and the day on which the oldest of those that were asked for was checked.
pub(crate) struct Figures {
    figures: Arc<BTreeMap<String, (Name, Date)>>,
    oldest: Arc<Mutex<Option<Date>>>,
}

impl Figures {
    /// Takes up what is in force on `day`.
    pub(crate) fn of(law: &Law, day: Date) -> Self {
        let figures = law.limits(day).map(|limit| (limit.slug.clone(), (as_taken(limit), limit.checked)));
        Self { figures: Arc::new(figures.collect()), oldest: Arc::default() }
    }

    /// Returns what texts know as `limit`: it takes a slug and gives the figure as the filter for its unit takes it.
    pub(crate) fn function(&self) -> Name {
        let (figures, oldest) = (Arc::clone(&self.figures), Arc::clone(&self.oldest));
        Name::from_function(move |slug: &str| {
            let (value, checked) = figures.get(slug).ok_or_else(|| {
                let words = format!("the law\u{2019}s data has no limit \u{201c}{slug}\u{201d}");
                Error::new(ErrorKind::InvalidOperation, words)
            })?;
            let mut oldest = oldest.lock().unwrap_or_else(PoisonError::into_inner);
            *oldest = Some(oldest.map_or(*checked, |day| day.min(*checked)));
            Ok(value.clone())
        })
    }

    /// Returns the day on which the oldest figure was checked that a text asked for; none when none was.
    pub(crate) fn oldest_asked(&self) -> Option<Date> {
        *self.oldest.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Pounds, a share, a whole number.
fn as_taken(limit: &Limit) -> Name {
    match limit.unit.as_str() {
        "pound" => Name::from(limit.value),
        "percent" => Name::from(limit.value / 100.0),
        _ => Name::from(limit.value.round() as i64),
    }
}
