//! What the FCA's sheet answers for every society among the examples: long enough to say something, short enough to be
//! read, and with the numbers that the rules have.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fmt::Write;

use desk::{Assets, WorkedOut, examples};
use formation::answers_file;
use formation::checks::contradicted;
use formation::pack::sheet_answers;
use formation::sheet::SheetAnswer;
use jiff::civil::date;

/// An answer has room for about a hundred words.
const WORDS: std::ops::RangeInclusive<usize> = 80..=150;
/// A date needs no more words than it has.
const A_DATE: &str = "when-does-your-financial-year-end";

/// Every answer of every example that is a society, with all that its rules say.
fn each(look: &mut impl FnMut(&str, &SheetAnswer, &str)) {
    let assets = Assets::embedded().unwrap();
    let mut looked_at = 0;
    for (name, text) in examples() {
        let formation = answers_file::read(&assets.library, text).unwrap();
        if !formation.form.is_society() {
            continue;
        }
        let worked_out = WorkedOut::new(&assets, formation, date(2026, 11, 25)).unwrap();
        let mut rules = String::new();
        for block in worked_out.constitution.blocks() {
            block.visit(&mut |block| {
                for text in block.texts() {
                    writeln!(rules, "{}", text.plain()).unwrap();
                }
            });
        }
        for answer in sheet_answers(&worked_out.case()) {
            look(name, &answer, &rules);
            looked_at += 1;
        }
    }
    assert!(looked_at > 80, "only {looked_at} answers");
}

#[test]
fn every_answer_is_as_long_as_its_box() {
    let mut wrong = String::new();
    each(&mut |name, answer, _| {
        let words = answer.source.split_whitespace().filter(|word| *word != "-").count();
        if answer.question.question != A_DATE && !WORDS.contains(&words) {
            writeln!(wrong, "{words:4} {name}: {}", answer.question).unwrap();
        }
    });
    assert!(wrong.is_empty(), "not {WORDS:?} words:\n{wrong}");
}

#[test]
fn no_answer_names_another_number_than_the_rules() {
    let mut wrong = String::new();
    each(&mut |name, answer, rules| {
        // The law sets how long a first year may be, and no rule repeats it.
        if answer.question.question == A_DATE {
            return;
        }
        for sentence in answer.source.split_inclusive(". ") {
            // How many found it is no figure of the rules.
            let ruled = contradicted(sentence, rules).filter(|(said, _)| !said.ends_with(" members"));
            if let Some((said, ruled)) = ruled {
                writeln!(wrong, "{name}: {}: {said}, and the rules say {ruled}", answer.question).unwrap();
            }
        }
    });
    assert!(wrong.is_empty(), "\n{wrong}");
}
