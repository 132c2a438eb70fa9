//! A warning was accepted without a name or a reason.

use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "warning-accepted-without-reason",
    severity: Severity::Advice,
    law: "Practice: the record shows what the group accepted, and why",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    case.formation
        .accepted
        .iter()
        .filter(|accepted| accepted.by.trim().is_empty() || accepted.reason.trim().is_empty())
        .map(|accepted| {
            Found::new(
                About::Formation,
                format!(
                    "The warning \u{201c}{}\u{201d} was accepted without a name or a reason.",
                    accepted.check
                ),
                "Write who accepts it and why, so that members can read it later.",
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tried::COMPANY;
    use super::*;

    #[test]
    fn an_acceptance_has_a_name_and_a_reason() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.fails(COMPANY, "formation", |formation| {
            formation.accepted.push(crate::formation::Accepted {
                check: "one-founder".to_owned(),
                about: "people".to_owned(),
                by: "Asha".to_owned(),
                reason: " ".to_owned(),
            });
        });
    }
}
