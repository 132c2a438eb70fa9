//! The community interest statement says nothing of the good that an object does.

use super::{About, Case, Check, Found, Severity};
use crate::decision::Value;
use crate::legal::LegalForm;

pub(super) const CHECK: Check = Check {
    id: "interest-statement-missing",
    severity: Severity::Blocker,
    law: "Companies (Audit, Investigations and Community Enterprise) Act 2004, ss.35 and 36; Community Interest Company \
          Regulations 2005, reg.11",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    if case.formation.form != LegalForm::CommunityInterestCompany {
        return Vec::new();
    }
    let lines = |slug: &str| match case.answer(slug) {
        Some(Value::Lines(lines)) => lines.iter().filter(|line| !line.trim().is_empty()).count(),
        _ => 0,
    };
    let (objects, benefits) = (lines("objects"), lines("benefits"));
    if benefits == 0 || benefits >= objects {
        // With no line at all, the question is open, and that is a finding of its own.
        return Vec::new();
    }
    vec![Found::new(
        About::decision("benefits"),
        format!("There are {objects} objects, and the good of only {benefits} of them is told."),
        "Write one line for each object, in the same order.",
    )]
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMMUNITY, INTEREST};
    use super::*;

    #[test]
    fn each_object_does_some_good() {
        CHECK.passes(INTEREST, |_| {});
        CHECK.passes(COMMUNITY, |_| {});
        CHECK.fails(INTEREST, "decision:benefits", |formation| {
            formation.list("benefits", &["Families borrow toys for nothing."]);
        });
    }
}
