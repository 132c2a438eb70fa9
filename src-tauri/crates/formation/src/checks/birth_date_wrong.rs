//! A date of birth cannot be right.

use super::wording::called;
use super::{About, Case, Check, Found, Severity};
use crate::long_date;

pub(super) const CHECK: Check = Check {
    id: "birth-date-wrong",
    severity: Severity::Blocker,
    law: "Companies Act 2006, s.163; Companies House practice",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let most =
        case.limit_count("director-age-most").and_then(|most| i16::try_from(most).ok()).unwrap_or(i16::MAX);
    case.formation
        .people
        .iter()
        .filter(|person| {
            person.born.is_some_and(|born| born > case.today)
                || person.age_on(case.today).is_some_and(|age| age > most)
        })
        .map(|person| {
            Found::new(
                About::Person(person.id.clone()),
                format!(
                    "{} cannot have been born on {}.",
                    called(person),
                    person.born.map(long_date).unwrap_or_default()
                ),
                "Look at the date again.",
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SOCIETY};
    use super::*;

    #[test]
    fn a_date_of_birth_can_be_right() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.fails(COMPANY, "person:tom", |formation| {
            formation.person("tom").born = Some(jiff::civil::date(2027, 1, 1))
        });
        CHECK.fails(SOCIETY, "person:iain", |formation| {
            formation.person("iain").born = Some(jiff::civil::date(1879, 1, 1))
        });
    }
}
