//! One member of each class is more than are ever enough.

use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "class-quorum-over-ceiling",
    severity: Severity::Warning,
    law: "Practice: two answers to one question, how many must be there",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let (Some(classes), Some(each)) = (case.classes(), case.count("each-class-present")) else {
        return Vec::new();
    };
    let Some(enough) = case.quorum("general-meeting-quorum").and_then(|quorum| quorum.at_most) else {
        return Vec::new();
    };
    let wanted = u32::try_from(classes.list().len()).unwrap_or(u32::MAX).saturating_mul(each);
    if wanted <= enough {
        return Vec::new();
    }
    vec![Found::new(
        About::decision("each-class-present"),
        format!("Together the classes must send {wanted} members, and {enough} are always enough."),
        "Ask for fewer from each class, or raise the number that is always enough.",
    )]
}

#[cfg(test)]
mod tests {
    use super::super::tried::CLASSES;
    use super::*;
    use crate::decision::{Quorum, Value};

    #[test]
    fn the_classes_fit_under_the_ceiling() {
        CHECK.passes(CLASSES, |_| {});
        CHECK.fails(CLASSES, "decision:each-class-present", |formation| {
            formation.number("each-class-present", 10);
            formation.agree(
                "general-meeting-quorum",
                Value::Quorum(Quorum { share: Some(1_000), at_least: Some(3), at_most: Some(20) }),
            );
        });
    }
}
