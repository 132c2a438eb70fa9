//! An association plans what only a body with limited liability should do.

use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "association-outgrown",
    severity: Severity::Warning,
    law: "Practice: an association cannot employ, hold a lease, borrow or be sued in its own name, so those \
        who sign answer without limit",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    const PLANS: [(&str, &str); 5] = [
        ("employ", "to employ somebody"),
        ("premises", "to take a lease or buy a building"),
        ("large-contract", "to sign a large or risky contract"),
        ("borrow", "to borrow more than the members could pay back"),
        ("profit", "to live on what you earn together"),
    ];
    PLANS
        .iter()
        .filter(|(plan, _)| case.picked("next-year-plans", plan))
        .map(|(_, words)| {
            Found::new(
                About::decision("next-year-plans"),
                format!("You plan {words}. In an association, people answer for that with all they own."),
                "Form a company or a society first. Your answers can be used again for it.",
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tried::{ASSOCIATION, COMPANY};
    use super::*;

    #[test]
    fn an_association_stays_small() {
        CHECK.passes(ASSOCIATION, |_| {});
        CHECK.passes(COMPANY, |formation| formation.pick("next-year-plans", &["employ"]));
        CHECK.fails(ASSOCIATION, "decision:next-year-plans", |formation| {
            formation.pick("next-year-plans", &["employ", "premises"]);
        });
    }
}
