//! An officer of a society is under the legal age.

use super::wording::called;
use super::{About, Case, Check, Found, Severity};
use crate::long_date;
use crate::person::Role;

pub(super) const CHECK: Check = Check {
    id: "officer-too-young",
    severity: Severity::Blocker,
    law: "Co-operative and Community Benefit Societies Act 2014, s.31",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    const OFFICERS: [Role; 3] = [Role::Director, Role::Secretary, Role::Treasurer];
    if !case.formation.form.is_society() {
        return Vec::new();
    }
    let Some(least) = case.limit_count("officer-age-society") else { return Vec::new() };
    case.formation
        .people
        .iter()
        .filter(|person| {
            OFFICERS.iter().any(|role| person.is(*role))
                && person.age_on(case.today).is_some_and(|age| age < i16::try_from(least).unwrap_or(i16::MAX))
        })
        .map(|person| {
            Found::new(
                About::Person(person.id.clone()),
                format!(
                    "{} holds an office and is under {least} on {}.",
                    called(person),
                    long_date(case.today)
                ),
                format!(
                    "Nobody under {least} may be on the committee, a manager or a treasurer. \
                         Give the office to somebody else."
                ),
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tried::SOCIETY;
    use super::*;

    #[test]
    fn an_officer_is_sixteen() {
        CHECK.passes(SOCIETY, |_| {});
        CHECK.fails(SOCIETY, "person:ruth", |formation| {
            formation.person("ruth").born = Some(jiff::civil::date(2011, 1, 1));
        });
        // A member may be younger.
        CHECK
            .passes(SOCIETY, |formation| formation.person("noam").born = Some(jiff::civil::date(2011, 1, 1)));
    }
}
