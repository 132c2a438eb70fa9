//! A text of a partnership speaks of its members as employees.

use super::own_words::holding;
use super::{Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "partners-as-employees",
    severity: Severity::Warning,
    law: "Limited Liability Partnerships Act 2000, s.4(4)",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    const WORDS: [&str; 7] =
        ["our employees", "our staff", "we employ", "wages", "wage", "salary", "salaries"];
    if !case.formation.form.is_partnership() {
        return Vec::new();
    }
    holding(case, &WORDS)
        .map(|(own, word)| {
            Found::new(
                own.about,
                format!(
                    "This says \u{201c}{word}\u{201d}. Members of a partnership are not its employees and \
                     have no wages."
                ),
                "Write of members and of what they earn. If people are to be employed, choose a company or a \
                 society.",
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, PARTNERSHIP};
    use super::*;

    #[test]
    fn members_are_no_employees() {
        let claim = "We give our staff fair wages.";
        CHECK.passes(PARTNERSHIP, |_| {});
        CHECK.passes(COMPANY, |formation| formation.say("purpose", claim));
        CHECK.fails(PARTNERSHIP, "decision:purpose", |formation| formation.say("purpose", claim));
        CHECK.fails_in_rules(PARTNERSHIP, "Each member gets a salary.");
    }
}
