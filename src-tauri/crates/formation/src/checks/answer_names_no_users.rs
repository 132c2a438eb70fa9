//! A co-op with investors tells the registrar of taking part, and names no class that uses the business.

use super::{About, Case, Check, Found, Severity};
use crate::decision::Class;

pub(super) const CHECK: Check = Check {
    id: "answer-names-no-users",
    severity: Severity::Warning,
    law: "Co-operative and Community Benefit Societies Act 2014, s.2(3); the FCA\u{2019}s guidance on registering, ch.4: \
          users keep control beside investors",
    find,
};

/// The question that asks how members take part.
const ASKED: &str = "how-do-members-take-part-in-the-business-all-the-time";

fn find(case: &Case<'_>) -> Vec<Found> {
    let Some(classes) = case.classes().filter(|classes| classes.investors().next().is_some()) else {
        return Vec::new();
    };
    let users: Vec<&str> = classes.users().map(|class: &Class| class.name.trim()).collect();
    let own = case.formation.own_answers.iter().filter(|(question, _)| question.question == ASKED);
    own.filter(|(_, own)| {
        let text = own.words.text().to_lowercase();
        !users.iter().any(|name| text.contains(name.to_lowercase().trim_end_matches('s')))
    })
    .map(|(question, _)| {
        Found::new(
            About::Sheet(question.clone()),
            "Some of your members only put money in, and this answer names none of those who use the business.",
            format!("Name them, and say what they do all the time: {}.", users.join(", ")),
        )
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tried::{CLASSES, SOCIETY};
    use super::*;

    #[test]
    fn the_answer_names_those_who_use_the_business() {
        CHECK.passes(CLASSES, |_| {});
        CHECK.passes(SOCIETY, |formation| formation.answer_registrar(ASKED, "They take part each day."));
        CHECK.fails(
            CLASSES,
            "answer:fca-answers/how-do-members-take-part-in-the-business-all-the-time",
            |formation| {
                formation.answer_registrar(ASKED, "They take part each day.");
            },
        );
        CHECK.passes(CLASSES, |formation| {
            let user = formation.given("classes").cloned();
            let Some(crate::decision::Value::Classes(classes)) = user else { panic!("no classes") };
            let name = classes.users().next().unwrap().name.clone();
            formation.answer_registrar(ASKED, &format!("{name} take part each day."));
        });
    }
}
