//! Any text as a rule that somebody typed: refused in words, or taken, assembled, compared with the model's, and
//! checked.

#![no_main]

use std::collections::BTreeSet;
use std::sync::LazyLock;

use desk::{Assets, WorkedOut, examples};
use document::{Block, Text};
use formation::edit::{Edit, EditKind, Wording};
use formation::{Formation, answers_file};
use jiff::civil::date;
use libfuzzer_sys::fuzz_target;

static ASSETS: LazyLock<Assets> = LazyLock::new(|| Assets::embedded().expect("the app's own texts are sound"));
static FORMATION: LazyLock<Formation> = LazyLock::new(|| {
    let (_, text) = examples().into_iter().find(|(name, _)| *name == "northgate-bakers").expect("the example");
    answers_file::read(&ASSETS.library, text).expect("the example is sound")
});

fuzz_target!(|typed: (&str, &str)| {
    let Ok(words) = Wording::new(typed.0, typed.1) else { return };
    let text = words.text().to_owned();
    let mut formation = FORMATION.clone();
    formation.edits.rules.insert("own-rule".to_owned(), Edit { kind: EditKind::Added { words, provides: BTreeSet::new() }, why: String::new() });
    let worked_out = WorkedOut::new(&ASSETS, formation, date(2026, 11, 29)).expect("any rule can be worked out");
    let rule = worked_out.constitution.rule("own-rule").expect("the rule that was added");
    let blocks = worked_out.constitution.read_typed(&text, rule.number);
    let plain: String = blocks.iter().map(all_words).collect();
    assert_eq!(letters(&plain), letters(&text), "letters were lost or came in: {text:?}");
});

fn all_words(block: &Block) -> String {
    let mut out = String::new();
    block.visit(&mut |block| out.extend(block.texts().into_iter().map(Text::plain)));
    out
}

/// Letters that no sign, slug or computed word is made of.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphabetic() && !c.is_ascii()).collect()
}
