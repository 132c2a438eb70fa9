//! Answers in words, as lists and records show them.

use super::{Class, Decision, Kind, Test, Value};
use crate::text::{money, percent, phrase};

impl Decision {
    /// Returns an answer to this decision in words: the label of the choice it is, or the value itself.
    pub fn in_words(&self, value: &Value) -> String {
        if let Some(choice) = self.choices.iter().find(|choice| choice.value == *value) {
            return choice.label.clone();
        }
        match value {
            Value::Choice(slug) => slug.clone(),
            Value::Other(words) | Value::Text(words) => words.trim().to_owned(),
            Value::Choices(slugs) => {
                let labels: Vec<&str> = slugs.iter().map(|slug| self.label_of(slug)).collect();
                if labels.is_empty() { "None of them".to_owned() } else { labels.join("; ") }
            }
            Value::YesNo(true) => "Yes".to_owned(),
            Value::YesNo(false) => "No".to_owned(),
            Value::Lines(lines) => lines.join("; "),
            Value::Codes(codes) => codes.join(", "),
            Value::Count(number) => match &self.kind {
                Kind::Count { unit, .. } => phrase::count(u64::from(*number), unit, None),
                _ => number.to_string(),
            },
            Value::Money(pence) => money(*pence),
            Value::Percent(share) => percent(*share),
            Value::Quorum(quorum) => capital(&phrase::quorum(quorum, "member")),
            Value::Majority(majority) => capital(&phrase::majority(majority)),
            Value::Range(range) => match range.at_most {
                Some(most) => format!("{} to {most}", range.at_least),
                None => format!("At least {}", range.at_least),
            },
            Value::Address(address) => address.all_lines().join(", "),
            Value::YearDay(day) => phrase::year_day(day),
            Value::Tests(tests) => tests.iter().map(test).collect::<Vec<_>>().join("; "),
            Value::Seats(seats) => seats
                .iter()
                .map(|seat| format!("{}: {}", seat.group, seat.seats))
                .collect::<Vec<_>>()
                .join("; "),
            Value::Classes(classes) => classes.list().iter().map(class).collect::<Vec<_>>().join("; "),
        }
    }

    fn label_of<'a>(&'a self, slug: &'a str) -> &'a str {
        let is = |value: &Value| matches!(value, Value::Choice(choice) if choice == slug);
        self.choices.iter().find(|choice| is(&choice.value)).map_or(slug, |choice| choice.label.as_str())
    }
}

/// "Growers (40% of the vote, 1 to 3 seats)".
fn class(class: &Class) -> String {
    let seats = match (class.seats.at_least, class.seats.at_most) {
        (_, Some(0)) => "no seat".to_owned(),
        (least, Some(most)) if least == most => phrase::count(u64::from(most), "seat", None),
        (least, Some(most)) => format!("{least} to {}", phrase::count(u64::from(most), "seat", None)),
        (least, None) => format!("at least {}", phrase::count(u64::from(least), "seat", None)),
    };
    let name = class.name.trim();
    match class.votes {
        Some(votes) => format!("{name} ({} of the vote, {seats})", percent(votes)),
        None => format!("{name} ({seats})"),
    }
}

fn test(test: &Test) -> String {
    let mut words = test.measure.replace('-', " ");
    if let Some(amount) = test.amount {
        words = format!("{amount} {words}");
    }
    if let Some(per) = &test.per {
        words = format!("{words} a {per}");
    }
    if let Some(over) = test.over {
        words = format!("{words}, over {}", phrase::count(u64::from(over), "month", None));
    }
    match &test.of {
        Some(of) => format!("{words}: {of}"),
        None => capital(&words),
    }
}

fn capital(words: &str) -> String {
    let mut chars = words.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
