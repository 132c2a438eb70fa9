//! What an answer writes: the rules that turn on it, with what it changes against the usual answer marked.
//!
//! The usual answer is put in the place of the group's own and everything is assembled once more, so that a rule counts
//! that only follows from it. It must not know how a change is shown.

use document::{Block, compare};
use formation::decision::Decision;
use formation::{Answers, Constitution, Formation, Rule};

use super::glossary::{Explained, Glossary};
use super::{Html, RuleView};
use crate::worked_out::WorkedOut;

/// A rule beside a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrittenRule {
    /// The rule; where it was reworded, added or left out, its text is marked.
    pub rule: RuleView,
    /// What the answer does to it.
    pub change: RuleChange,
    /// Its heading with the usual answer, where that is another.
    pub heading_was: Option<String>,
}

/// What an answer does to a rule, against the usual answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RuleChange {
    /// It reads the same; or the answer is the usual one; or there is none.
    Same,
    /// It has other words.
    Reworded,
    /// It is not there with the usual answer.
    Added,
    /// It is there with the usual answer alone.
    Removed,
}

/// Returns what the answer to a decision writes: the `rules` that turn on it, and whatever else it changes. First those
/// in its own place of the catalogue, then those that it changes, then the others.
pub(super) fn written(worked_out: &WorkedOut<'_>, decision: &Decision, rules: &[&Rule]) -> Vec<WrittenRule> {
    let usual = with_the_usual(worked_out, &decision.slug);
    let mut found = match &usual {
        Some(usual) => changed(&worked_out.constitution, usual, rules),
        None => rules.iter().map(|rule| Found::same(rule)).collect(),
    };
    let is_own = |rule: &Rule| {
        let clause = worked_out.assets.library.clause(&rule.clause);
        clause.is_some_and(|clause| clause.slot == decision.slot)
    };
    found.sort_by_key(|found| match found.change {
        _ if is_own(found.rule) => 0,
        RuleChange::Same => 2,
        _ => 1,
    });
    let all = Explained::of(worked_out);
    let mut glossary = Glossary::new(&all, "beside");
    found.into_iter().map(|found| found.shown(worked_out, &mut glossary)).collect()
}

/// The constitution with the usual answer to a question; none where the group's own says the same, where nothing is
/// usual, and where the question is not asked.
fn with_the_usual(worked_out: &WorkedOut<'_>, slug: &str) -> Option<Constitution> {
    worked_out.formation.given(slug).filter(|_| worked_out.answers.is_asked(slug))?;
    let (library, model) = (&worked_out.assets.library, worked_out.model);
    let mut formation: Formation = worked_out.formation.clone();
    formation.decisions.remove(slug);
    let answers = Answers::of(library, model, &formation);
    let usual = answers.value(slug)?;
    let differs = worked_out.answers.value(slug) != Some(usual);
    differs.then(|| Constitution::assemble(library, model, &formation, &answers))
}

/// A rule, and what became of it.
struct Found<'a> {
    rule: &'a Rule,
    change: RuleChange,
    /// Its text with marks; none where it is the same.
    marked: Option<Vec<Block>>,
    heading_was: Option<String>,
}

impl<'a> Found<'a> {
    fn same(rule: &'a Rule) -> Self {
        Self { rule, change: RuleChange::Same, marked: None, heading_was: None }
    }

    /// A rule that one side alone has.
    fn whole(rule: &'a Rule, change: RuleChange, before: &[Block], now: &[Block]) -> Self {
        Self { rule, change, marked: Some(compare(before, now).blocks), heading_was: None }
    }

    fn of(now: &'a Rule, before: &Rule) -> Self {
        let was = before.heading.plain();
        let heading_was = (was != now.heading.plain()).then_some(was);
        let comparison = (before.blocks != now.blocks).then(|| compare(&before.blocks, &now.blocks));
        // A number or a reference that moved on is no change.
        let marked = comparison.filter(|one| !one.changes.is_empty()).map(|one| one.blocks);
        let is_same = marked.is_none() && heading_was.is_none();
        let change = if is_same { RuleChange::Same } else { RuleChange::Reworded };
        Self { rule: now, change, marked, heading_was }
    }

    fn shown(self, worked_out: &WorkedOut<'_>, glossary: &mut Glossary<'_>) -> WrittenRule {
        let Self { rule, change, marked, heading_was } = self;
        let plain = RuleView::of(worked_out, rule);
        let html = match (change, &marked) {
            // What is not in is no place to explain a word.
            (RuleChange::Removed, Some(marked)) => Html(typeset::html_blocks(marked)),
            (_, Some(marked)) => glossary.blocks(marked, rule),
            (_, None) => glossary.rule(rule),
        };
        WrittenRule { rule: RuleView { html, ..plain }, change, heading_was }
    }
}

/// The rules that turn on an answer and all others that it changes, in printed order; at the end those that it leaves
/// out.
fn changed<'a>(now: &'a Constitution, usual: &'a Constitution, rules: &[&'a Rule]) -> Vec<Found<'a>> {
    let turns_on = |rule: &Rule| rules.iter().any(|one| one.slug == rule.slug);
    let here = now.rules().map(|rule| match usual.rule(&rule.slug) {
        Some(before) => Found::of(rule, before),
        None => Found::whole(rule, RuleChange::Added, &[], &rule.blocks),
    });
    let here = here.filter(|found| found.change != RuleChange::Same || turns_on(found.rule));
    let gone = usual.rules().filter(|rule| now.rule(&rule.slug).is_none());
    let gone = gone.map(|rule| Found::whole(rule, RuleChange::Removed, &rule.blocks, &[]));
    here.chain(gone).collect()
}
