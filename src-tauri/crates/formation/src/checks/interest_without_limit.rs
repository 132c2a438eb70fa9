//! An answer for the registrar speaks of interest on shares, and no rule limits it.

use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "interest-without-limit",
    severity: Severity::Warning,
    law: "The FCA\u{2019}s guidance on registering, ch.6; Co-operative and Community Benefit Societies Act 2014, s.2(3)",
    find,
};

/// The question that asks for the money.
const ASKED: &str = "how-are-your-activities-funded";

fn find(case: &Case<'_>) -> Vec<Found> {
    let limited = case.choice("share-interest").is_some_and(|choice| choice != "none")
        && case.constitution.rule("interest-on-shares").is_some();
    let own = case.formation.own_answers.iter().filter(|(question, _)| question.question == ASKED);
    own.filter(|(_, own)| !limited && pays_interest(own.words.text()))
        .map(|(question, _)| {
            Found::new(
                About::Sheet(question.clone()),
                "You tell the registrar of interest on shares. Your rules set no highest rate for it.",
                "Choose interest with a ceiling among the decisions, or say in the answer that shares earn none.",
            )
        })
        .collect()
}

/// Returns whether a sentence says that shares earn interest.
fn pays_interest(text: &str) -> bool {
    let text = text.to_lowercase();
    text.split(['.', ';', '\n']).any(|sentence| {
        let denied =
            ["no interest", "not pay interest", "without interest", "never interest", "no share interest"];
        sentence.contains("interest")
            && sentence.contains("share")
            && !denied.iter().any(|denied| sentence.contains(denied))
    })
}

#[cfg(test)]
mod tests {
    use super::super::tried::{CLASSES, SOCIETY};
    use super::*;

    const ABOUT: &str = "answer:fca-answers/how-are-your-activities-funded";
    const PAID: &str = "By shares. We pay interest on shares each year.";

    #[test]
    fn interest_on_shares_has_a_limit() {
        CHECK.passes(SOCIETY, |_| {});
        CHECK.passes(SOCIETY, |formation| {
            formation
                .answer_registrar(ASKED, "By shares. No interest is paid on them. Members lend at interest.");
        });
        CHECK.fails(SOCIETY, ABOUT, |formation| formation.answer_registrar(ASKED, PAID));
        CHECK.passes(CLASSES, |formation| {
            formation.choose("share-interest", "needed-with-ceiling");
            formation.answer_registrar(ASKED, PAID);
        });
        CHECK.fails_without_rule(CLASSES, "interest-on-shares", ABOUT, |formation| {
            formation.choose("share-interest", "needed-with-ceiling");
            formation.answer_registrar(ASKED, PAID);
        });
    }
}
