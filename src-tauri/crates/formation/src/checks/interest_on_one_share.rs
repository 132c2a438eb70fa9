//! Interest is paid on a share that is only a ticket.

use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check =
    Check { id: "interest-on-one-share", severity: Severity::Advice, law: "Practice", find };

fn find(case: &Case<'_>) -> Vec<Found> {
    if !case.chose("share-type", "token") || !case.chose("share-interest", "needed-with-ceiling") {
        return Vec::new();
    }
    vec![Found::new(
        About::decision("share-interest"),
        "Each member has one small share, and your rules pay interest on it.",
        "Choose no interest. On a share of a pound it costs more to work out than it pays.",
    )]
}

#[cfg(test)]
mod tests {
    use super::super::tried::SOCIETY;
    use super::*;

    #[test]
    fn a_ticket_bears_no_interest() {
        CHECK.passes(SOCIETY, |_| {});
        CHECK.fails(SOCIETY, "decision:share-interest", |formation| {
            formation.choose("share-interest", "needed-with-ceiling");
        });
    }
}
