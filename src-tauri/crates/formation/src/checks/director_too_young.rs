//! A director of a company is under the legal age.

use super::wording::called;
use super::{About, Case, Check, Found, Severity};
use crate::long_date;
use crate::person::Role;

pub(super) const CHECK: Check =
    Check { id: "director-too-young", severity: Severity::Blocker, law: "Companies Act 2006, s.157", find };

fn find(case: &Case<'_>) -> Vec<Found> {
    if !case.formation.form.is_company() {
        return Vec::new();
    }
    let Some(least) = case.limit_count("director-age") else { return Vec::new() };
    case.formation
        .people
        .iter()
        .filter(|person| {
            person.is(Role::Director)
                && person
                    .age_on(case.today)
                    .is_some_and(|age| (0..least).contains(&u32::try_from(age).unwrap_or(least)))
        })
        .map(|person| {
            Found::new(
                About::Person(person.id.clone()),
                format!(
                    "{} is a director and is under {least} on {}.",
                    called(person),
                    long_date(case.today)
                ),
                format!(
                    "Nobody under {least} may be a director. Take the role away, or wait for the birthday."
                ),
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SOCIETY};
    use super::*;

    #[test]
    fn a_director_is_sixteen() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.fails(COMPANY, "person:nadia", |formation| {
            formation.person("nadia").born = Some(jiff::civil::date(2010, 11, 25));
        });
        CHECK.passes(COMPANY, |formation| {
            formation.person("nadia").born = Some(jiff::civil::date(2010, 11, 24))
        });
        CHECK.passes(SOCIETY, |formation| {
            formation.person("iain").born = Some(jiff::civil::date(2010, 11, 25))
        });
    }
}
