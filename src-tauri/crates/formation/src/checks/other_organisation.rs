//! A text names another organisation.

use super::own_words::own_words;
use super::{Case, Check, Found, Severity};
use crate::decision::Value;

pub(super) const CHECK: Check = Check {
    id: "other-organisation",
    severity: Severity::Warning,
    law: "Practice: texts taken from another co-op\u{2019}s rules leave its name behind",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let name = case.name().unwrap_or_default();
    own_words(case)
        .into_iter()
        // The founders of a secondary co-op are organisations.
        .filter(|own| !own.answers(&["founding-organisations"]))
        .filter_map(|own| {
            let other = organisation(&own.text)?;
            let known = name.ends_with(&other) || is_of_the_groups_own(case, &other);
            (!known).then(|| {
                Found::new(
                    own.about,
                    format!("This names \u{201c}{other}\u{201d}, which is not this co-op."),
                    "If it was left over from another group\u{2019}s rules, take it out. If you mean \
                 that organisation, keep it.",
                )
            })
        })
        .collect()
}

/// Returns whether the group named this organisation where one is asked for: as a founder, or as the body that the
/// assets go to.
fn is_of_the_groups_own(case: &Case<'_>, other: &str) -> bool {
    let founders = case.formation.organisations.iter().any(|one| one.name.trim().ends_with(other));
    let listed = match case.answer("founding-organisations") {
        Some(Value::Lines(lines)) => lines.iter().any(|line| line.contains(other)),
        _ => false,
    };
    founders || listed || case.answers.text("asset-locked-body").is_some_and(|body| body.contains(other))
}

/// Returns the capitalised words before a company's ending, with the ending.
fn organisation(text: &str) -> Option<String> {
    const ENDINGS: [&str; 6] = ["Limited", "Ltd", "CIC", "LLP", "PLC", "Cyfyngedig"];
    let mut named: Vec<&str> = Vec::new();
    for word in text.split_whitespace() {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        if ENDINGS.contains(&bare) && !named.is_empty() {
            return Some(format!("{} {bare}", named.join(" ")));
        }
        let capital = bare.chars().next().is_some_and(|first| first.is_uppercase() || first.is_ascii_digit());
        let ends_here = word.ends_with(['.', ',', ';', ':', '!', '?']);
        if capital && !ends_here {
            named.push(bare);
        } else {
            named.clear();
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SECONDARY_COMPANY, SOCIETY};
    use super::*;

    #[test]
    fn no_other_organisation_is_named() {
        CHECK.passes(COMPANY, |formation| {
            formation.say("purpose", "Northgate Bakers Co-operative Limited bakes. We have limited time.");
        });
        CHECK.fails(COMPANY, "decision:purpose", |formation| {
            formation.say("purpose", "The members of Red Lane Bakers Ltd bake good bread.");
        });
        CHECK.fails(SOCIETY, "decision:objects", |formation| {
            formation.list("objects", &["Mending", "Working with Skye Wood CIC"]);
        });
        CHECK.fails_in_rules(COMPANY, "Members of Red Lane Bakers Ltd may come.");
        CHECK.fails_in_an_answer(SOCIETY, "It goes to Skye Wood CIC in the end.");
        CHECK.passes(SECONDARY_COMPANY, |formation| {
            let founder = formation.organisations[0].name.clone();
            formation.add_rule("room", &format!("The room of {founder} is ours on Mondays."), "quorum");
        });
    }
}
