//! The registered office is not in the nation that was chosen.

use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "office-in-other-nation",
    severity: Severity::Blocker,
    law: "Companies Act 2006, ss.9 and 86; Co-operative and Community Benefit Societies Act 2014, \
        ss.2 and 14",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let Some(office) = case.office() else { return Vec::new() };
    let nation = case.formation.nation;
    let country = office.country.trim();
    if country.eq_ignore_ascii_case(nation.title()) || is_whole_kingdom(country) {
        return Vec::new();
    }
    vec![Found::new(
        About::decision("registered-office"),
        format!(
            "The office is in \u{201c}{country}\u{201d}, and the co-op is being formed in {}.",
            nation.title()
        ),
        format!("Write {} as the country, or begin again with the other nation.", nation.title()),
    )]
}

/// Returns whether somebody wrote the kingdom for the nation: the postcode then says which it is.
fn is_whole_kingdom(country: &str) -> bool {
    ["united kingdom", "uk", "great britain"].contains(&country.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SOCIETY};
    use super::*;

    #[test]
    fn the_office_is_in_the_nation_chosen() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.passes(SOCIETY, |formation| {
            formation.office(|office| office.country = "United Kingdom".to_owned())
        });
        CHECK.fails(SOCIETY, "decision:registered-office", |formation| {
            formation.office(|office| office.country = "England".to_owned());
        });
        CHECK.fails(COMPANY, "decision:registered-office", |formation| {
            formation.office(|office| office.country.clear())
        });
    }
}
