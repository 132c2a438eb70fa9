//! An answer for the registrar names a business that does not stand among the objects.

use super::own_words::words;
use super::spelling::fold;
use super::{About, Case, Check, Found, Severity};
use crate::decision::Value;

pub(super) const CHECK: Check = Check {
    id: "business-outside-objects",
    severity: Severity::Warning,
    law: "Registrar's practice: the business on the form lies within the objects (Co-operative and Community Benefit \
          Societies Act 2014, s.14, matter 2)",
    find,
};

/// The question that asks for the business.
const ASKED: &str = "what-business-will-you-carry-on";
/// Words with this many letters in common at the start speak of one thing: baking, bakes.
const STEM: usize = 4;

fn find(case: &Case<'_>) -> Vec<Found> {
    let known = known(case);
    let own = case.formation.own_answers.iter().filter(|(question, _)| question.question == ASKED);
    own.filter_map(|(question, own)| {
        let outside = activities(own.words.text()).find(|activity| {
            let stems = stems(activity);
            !stems.is_empty() && stems.iter().all(|stem| !known.contains(stem))
        })?;
        Some(Found::new(
            About::Sheet(question.clone()),
            format!("You tell the registrar of \u{201c}{outside}\u{201d}. Nothing like it stands among your objects."),
            "Add it to the list of what you will do, or take it out of the answer.",
        ))
    })
    .collect()
}

/// The bullets of an answer, each an activity; all of it where it has none.
fn activities(text: &str) -> impl Iterator<Item = &str> {
    let bullet = |line: &'_ str| line.trim_start().starts_with("- ");
    let listed = text.lines().any(bullet);
    let lines = text.lines().filter(move |line| listed && bullet(line));
    let whole = (!listed).then_some(text.trim());
    lines
        .map(|line| line.trim_start().trim_start_matches("- ").trim_end_matches(['.', ';', ',']))
        .chain(whole)
}

/// The beginnings of the words that name, purpose and objects use.
fn known(case: &Case<'_>) -> Vec<String> {
    let mut said = [case.name(), case.answers.text("purpose"), case.answers.text("shared-need")]
        .into_iter()
        .flatten()
        .flat_map(stems)
        .collect::<Vec<_>>();
    if let Some(Value::Lines(objects)) = case.answer("objects") {
        said.extend(objects.iter().flat_map(|object| stems(object)));
    }
    said
}

/// The beginnings of the words that can name an activity.
fn stems(text: &str) -> Vec<String> {
    const EMPTY: [&str; 14] = [
        "with", "that", "from", "will", "they", "them", "their", "this", "carry", "business", "trade",
        "members", "people", "other",
    ];
    let long = |word: &String| word.chars().count() >= STEM && !EMPTY.contains(&word.as_str());
    let all = words(text).map(fold).filter(long);
    all.map(|word| word.chars().take(STEM).collect()).collect()
}

#[cfg(test)]
mod tests {
    use super::super::tried::SOCIETY;
    use super::*;

    const ABOUT: &str = "answer:fca-answers/what-business-will-you-carry-on";

    #[test]
    fn the_business_lies_within_the_objects() {
        CHECK.passes(SOCIETY, |_| {});
        CHECK.passes(SOCIETY, |formation| {
            formation.list("objects", &["Repairing bicycles", "Teaching repair"]);
            formation.answer_registrar(
                ASKED,
                "We repair bikes and run classes.\n\n- Bicycle repairs\n- To teach it",
            );
        });
        CHECK.fails(SOCIETY, ABOUT, |formation| {
            formation.list("objects", &["Repairing bicycles"]);
            formation.answer_registrar(ASKED, "This is it:\n\n- Repairing bicycles\n- Letting holiday flats");
        });
        CHECK.fails(SOCIETY, ABOUT, |formation| formation.answer_registrar(ASKED, "Insurance broking."));
    }
}
