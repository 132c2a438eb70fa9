//! The model would say something else by now in a rule that was edited.

use super::{About, Case, Check, Found, Severity};
use crate::constitution::Origin;
use crate::edit::{EditKind, Former};

pub(super) const CHECK: Check = Check {
    id: "edited-rule-stale",
    severity: Severity::Warning,
    law: "Practice: your answers and your rules must say the same",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    case.constitution
        .rules()
        .filter_map(|rule| {
            let Origin::Edited { model } = &rule.origin else { return None };
            let Some(EditKind::Replaced { was, .. }) =
                case.formation.edits.rules.get(&rule.slug).map(|edit| &edit.kind)
            else {
                return None;
            };
            let kept = !was.text.is_empty();
            (kept && !same(was, &model.words)).then(|| {
                Found::new(
                    About::Rule(rule.slug.clone()),
                    format!(
                        "The model\u{2019}s wording of \u{201c}{}\u{201d} has changed since you edited it, because \
                         an answer changed.",
                        rule.heading.plain()
                    ),
                    "Compare the two. Put into your words what changed, or put the model\u{2019}s wording back.",
                )
            })
        })
        .collect()
}

fn same(was: &Former, now: &Former) -> bool {
    let bare = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    bare(&was.text) == bare(&now.text) && bare(&was.heading) == bare(&now.heading)
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SOCIETY};
    use super::*;

    #[test]
    fn an_edited_rule_is_looked_at_again_when_its_answer_changes() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.passes(COMPANY, |formation| formation.reword("quorum", "All must come.", &[]));
        CHECK.fails(COMPANY, "rule:quorum", |formation| {
            formation.reword("quorum", "All must come.", &[]);
            formation.taking_part("general-meeting-quorum", Some(40), 3);
        });
        CHECK.passes(SOCIETY, |formation| {
            formation.reword("copies", "No training.", &[]);
            formation.taking_part("general-meeting-quorum", Some(40), 3);
        });
    }
}
