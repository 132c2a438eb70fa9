//! A founder is younger than the co-op's own rules ask.

use super::wording::called;
use super::{About, Case, Check, Found, Severity};
use crate::person::{Person, Role};

pub(super) const CHECK: Check = Check {
    id: "younger-than-own-rules",
    severity: Severity::Warning,
    law: "Practice: rules must be kept from the first day",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    case.formation
        .people
        .iter()
        .filter(|person| younger(case, person).is_some())
        .map(|person| {
            Found::new(
                About::Person(person.id.clone()),
                format!(
                    "{} is younger than your rules allow: {}.",
                    called(person),
                    younger(case, person).unwrap_or_default()
                ),
                "Change the age in your rules, or their role.",
            )
        })
        .collect()
}

/// Returns which age of the rules a person has not reached.
fn younger(case: &Case<'_>, person: &Person) -> Option<String> {
    let age = u32::try_from(person.age_on(case.today)?).ok()?;
    // Under the age of the law it is graver, and has its own checks.
    let by_law = case.limit_count("director-age").unwrap_or(0);
    let serving = case
        .count("serving-age")
        .filter(|least| person.is(Role::Director) && (by_law..*least).contains(&age));
    let joining = case.count("joining-age").filter(|least| person.is(Role::Member) && age < *least);
    serving
        .map(|least| format!("a {} must be {least}", case.formation.form.director_word()))
        .or_else(|| joining.map(|least| format!("a member must be {least}")))
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SOCIETY};
    use super::*;

    #[test]
    fn founders_keep_their_own_ages() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.passes(SOCIETY, |_| {});
        CHECK.fails(COMPANY, "person:nadia", |formation| {
            formation.person("nadia").born = Some(jiff::civil::date(2009, 1, 1))
        });
        CHECK.fails(SOCIETY, "person:noam", |formation| {
            formation.person("noam").born = Some(jiff::civil::date(2012, 1, 1))
        });
    }
}
