//! The rules are heavy to read.

use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "sentences-long-on-average",
    severity: Severity::Advice,
    law: "Practice: plain English",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let Some(most) = case.limit_count("sentence-words-average") else { return Vec::new() };
    let (mut sentences, mut words) = (0, 0);
    for rule in case.constitution.rules() {
        rule.each_sentence(&mut |_, count| {
            sentences += 1;
            words += count;
        });
    }
    if sentences == 0 || words <= sentences * most as usize {
        return Vec::new();
    }
    vec![Found::new(
        About::Formation,
        format!(
            "Sentences in your rules have {} words on average. Over {most}, people stop reading.",
            words / sentences
        ),
        "Shorten what you wrote yourselves.",
    )]
}

#[cfg(test)]
mod tests {
    use super::super::tried::rule_of;
    use super::super::tried::{COMPANY, SOCIETY};
    use super::*;

    #[test]
    fn rules_are_light_to_read() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.passes(SOCIETY, |_| {});
        CHECK.fails_with_rules(COMPANY, "formation", |rules| {
            let long = document::Block::body("Word ".repeat(20_000).as_str());
            rule_of(rules, "quorum").blocks.push(long);
        });
    }
}
