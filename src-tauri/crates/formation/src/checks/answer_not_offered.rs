//! An answer is a choice that a co-op of this type and form is not offered.

use super::{About, Case, Check, Found, Severity};
use crate::decision::{Decision, Value};

pub(super) const CHECK: Check = Check {
    id: "answer-not-offered",
    severity: Severity::Blocker,
    law: "Practice: a choice is left out where the law or the form does not allow it",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    for decision in case.library.decisions_of(case.model) {
        let Some(given) =
            case.formation.given(&decision.slug).filter(|_| case.answers.is_asked(&decision.slug))
        else {
            continue;
        };
        let wrong = not_offered(case, decision, given);
        found.extend(wrong.into_iter().map(|label| {
            Found::new(
                About::decision(&decision.slug),
                format!("\u{201c}{label}\u{201d} is not open to you: your type, form or other answers rule it out."),
                "Choose one of the answers that the question shows.",
            )
        }));
    }
    found
}

/// Returns the labels of what was chosen and is not offered. A number or a share that stands among the choices could
/// be typed as well, so only choices are looked at.
fn not_offered<'a>(case: &Case<'a>, decision: &'a Decision, given: &Value) -> Vec<&'a str> {
    let chosen: Vec<Value> = match given {
        Value::Choice(_) | Value::YesNo(_) => vec![given.clone()],
        Value::Choices(slugs) => slugs.iter().cloned().map(Value::Choice).collect(),
        _ => return Vec::new(),
    };
    let offered = case.answers.offered(case.library, decision);
    let out = |value: &&Value| !offered.iter().any(|choice| choice.value == **value);
    chosen
        .iter()
        .filter(out)
        .filter_map(|value| decision.choices.iter().find(|choice| choice.value == *value))
        .map(|choice| choice.label.as_str())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMMUNITY, COMPANY, HOUSING, SECONDARY_COMPANY, SOCIETY};
    use super::*;

    #[test]
    fn an_answer_is_one_of_those_offered() {
        CHECK.passes(COMPANY, |_| {});
        // Nobody shares out what a housing co-op, or what a community, has over.
        CHECK.fails(HOUSING, "decision:surplus", |formation| {
            formation.pick("surplus", &["reserve", "members"])
        });
        CHECK.fails(COMMUNITY, "decision:surplus", |formation| formation.pick("surplus", &["members"]));
        CHECK.passes(SOCIETY, |formation| formation.pick("surplus", &["reserve", "members"]));
        CHECK.fails(COMMUNITY, "decision:dissolution", |formation| {
            formation.choose("dissolution", "co-ownership")
        });
        CHECK.fails(HOUSING, "decision:governance", |formation| formation.choose("governance", "circles"));
        // Votes by size belong to a society of organisations.
        CHECK.fails(SECONDARY_COMPANY, "decision:voting", |formation| formation.choose("voting", "by-size"));
        CHECK.fails(SOCIETY, "decision:voting", |formation| formation.choose("voting", "by-size"));
        // What a question that is not asked once held says nothing.
        CHECK.passes(HOUSING, |formation| formation.choose("dissolution", "asset-lock"));
    }
}
