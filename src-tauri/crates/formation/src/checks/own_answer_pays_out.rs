//! An answer for the registrar speaks of paying profit out, and the rules allow nobody to be paid any.

use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "own-answer-pays-out",
    severity: Severity::Warning,
    law: "Registrar's practice: what the form says of profits must be what the rules say (Co-operative and Community \
          Benefit Societies Act 2014, section 14, matter 12)",
    find,
};

/// What people write where they mean that profit goes to people.
const PAYING: [&str; 6] = [
    "dividend",
    "profit share",
    "share of profit",
    "share of the profit",
    "share the profit",
    "members' bonus",
];

fn find(case: &Case<'_>) -> Vec<Found> {
    let pays = case.picked("surplus", "members") && !case.chose("member-share-of-surplus", "none");
    if pays {
        return Vec::new();
    }
    let own = case.formation.own_answers.iter();
    own.filter_map(|(question, own)| {
        let text = own.words.text().to_lowercase().replace('\u{2019}', "'");
        let said = PAYING.iter().find(|words| text.contains(**words))?;
        Some(Found::new(
            About::Sheet(question.clone()),
            format!(
                "To \u{201c}{}\u{201d} you write of a \u{201c}{said}\u{201d}. Your rules do not let members have any of \
                 the surplus.",
                own.words.heading()
            ),
            "Say in the answer what the rules say. If you do want to pay members, change the decision on surplus. If \
             you say that nothing is paid, accept this with that reason.",
        ))
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tried::SOCIETY;
    use super::*;

    const SURPLUS: &str = "what-happens-to-a-surplus";

    #[test]
    fn an_answer_pays_nobody_whom_the_rules_do_not_pay() {
        CHECK.passes(SOCIETY, |formation| {
            formation.pick("surplus", &["reserve", "members"]);
            formation.choose("member-share-of-surplus", "equally");
            formation.answer_registrar(SURPLUS, "Members get a dividend on what they worked.");
        });
        CHECK.passes(SOCIETY, |formation| {
            formation.pick("surplus", &["reserve"]);
            formation.answer_registrar(SURPLUS, "It stays in the business.");
        });
        CHECK.fails(SOCIETY, "answer:fca-answers/what-happens-to-a-surplus", |formation| {
            formation.pick("surplus", &["reserve"]);
            formation.answer_registrar(SURPLUS, "Members get a dividend each year.");
        });
    }
}
