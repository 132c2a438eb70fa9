//! The constitution marked: what came and went since an earlier one, with a table of the changes.

use document::{Align, Block, Change, ChangeKind, Column, Row, Span, Table, Text, Tone, compare};

use super::{Edition, PackPaper, explained};
use crate::checks::Case;
use crate::edit::Edits;
use crate::formation::Formation;
use crate::library::Clause;

/// What a constitution is marked against.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Against<'a> {
    /// The model's own words with the same answers: what was changed by hand.
    Model,
    /// What the model gives a group that keeps every usual answer.
    Usual,
    /// An earlier constitution of the same co-op.
    Earlier,
    /// The constitution as it was at a moment: "24 November 2026, 14:02".
    Moment(&'a str),
}

/// Returns `formation` with every question that has a usual answer put back to it, and nothing edited by hand: what
/// its constitution is marked against. Answers that have none, such as the name, stay.
pub fn with_usual_answers(case: &Case<'_>) -> Formation {
    let mut usual = case.formation.clone();
    let empty = Formation { decisions: Default::default(), ..case.formation.clone() };
    let defaults = crate::answers::Answers::of(case.library, case.model, &empty);
    usual.decisions.retain(|slug, _| defaults.value(slug).is_none());
    usual.edits = Edits::default();
    usual
}

/// Marks `paper`, the constitution, against `before`, the same paper of an earlier formation.
pub fn marked(
    case: &Case<'_>,
    edition: &Edition,
    paper: PackPaper,
    before: &PackPaper,
    against: Against<'_>,
) -> PackPaper {
    let comparison = compare(&before.paper.blocks, &paper.paper.blocks);
    let title = format!("{}, with changes marked", paper.paper.title);
    let mut blocks = super::opening(case, &title);
    blocks.push(Block::Paragraph {
        text: match against {
            Against::Model => "Marked against the model\u{2019}s own words, with the same answers.".into(),
            Against::Usual => "Marked against the same rules with every usual answer of the model.".into(),
            Against::Earlier => "Marked against an earlier version of these rules.".into(),
            Against::Moment(when) => {
                Text::words(format!("Marked against these rules as they were on {when}."))
            }
        },
        tone: Tone::Lead,
    });
    blocks.push(Block::body(Text(vec![
        Span::Words("A line under words says that they are ".into()),
        Span::Inserted("new".into()),
        Span::Words(". A line through words says that they are ".into()),
        Span::Deleted("gone".into()),
        Span::Words(". A bar in the margin stands beside every line with a change.".into()),
    ])));
    blocks.push(Block::heading(2, "What changed"));
    if comparison.changes.is_empty() {
        blocks.push(Block::body("Nothing changed."));
    } else {
        blocks.push(table(case, &comparison.changes));
    }
    blocks.push(Block::PageBreak);
    // The paper's own title comes a second time, as a heading of the marked text.
    blocks.extend(comparison.blocks.into_iter().map(|block| match block {
        Block::Title { text, .. } => Block::heading(2, text),
        other => other,
    }));
    let problems = paper.problems;
    let paper = super::derived(case, edition, "constitution-marked", &title, blocks);
    PackPaper { paper, signers: None, next: None, private: false, problems }
}

fn table(case: &Case<'_>, changes: &[Change]) -> Block {
    let column = |share| Column { share, align: Align::Start };
    let head = ["Rule", "Was", "Is", "Why"].map(|word| vec![Text::words(word)]).to_vec();
    Block::Table(Table {
        caption: Some("Table of changes".into()),
        columns: vec![column(20), column(29), column(29), column(22)],
        head: Some(head),
        rows: changes.iter().map(|change| row(case, change)).collect(),
    })
}

fn row(case: &Case<'_>, change: &Change) -> Row {
    let mut place = vec![Text::words(format!("{} {}", change.label, change.heading).trim().to_owned())];
    if let Some(was) = &change.was_label {
        place.push(Text::words(format!("was {was}")));
    }
    let said = |texts: &[Text], nothing: &str| {
        if texts.is_empty() { vec![Text::words(nothing)] } else { texts.to_vec() }
    };
    let (was, is) = match change.kind {
        ChangeKind::Added => ("(not there)", "(new)"),
        ChangeKind::Removed => ("(gone)", "(not there)"),
        ChangeKind::Reworded => ("(no words)", "(no words)"),
        ChangeKind::Moved => ("(stood elsewhere)", "(moved here)"),
    };
    vec![place, said(&change.was, was), said(&change.is, is), reasons(case, change)]
}

/// Returns why a rule changed: the group's reason for changing it by hand, or for the answers that it turns on.
pub fn reasons(case: &Case<'_>, change: &Change) -> Vec<Text> {
    let Some(anchor) = &change.rule else { return Vec::new() };
    let mut found = Vec::new();
    if let Some(edit) = case.formation.edits.rules.get(&anchor.0) {
        if !edit.why.is_empty() {
            return vec![Text::value(edit.why.clone())];
        }
        found.push(Text::words("Changed by hand"));
    } else if case.formation.edits.places.contains_key(&anchor.0) {
        found.push(Text::words("Moved by hand"));
    }
    for decision in super::decisions_behind(case, clauses_of(case, &anchor.0)) {
        match explained::reason(case, decision) {
            Some(reason) => found.push(Text::value(reason)),
            None if case.formation.given(&decision.slug).is_some() => {
                found.push(Text::words(format!(
                    "The group\u{2019}s answer to \u{201c}{}\u{201d}",
                    decision.question
                )));
            }
            None => {}
        }
    }
    if found.is_empty() {
        // A usual answer that is another now, or words that are used no more.
        found.push(Text::words("It follows from other answers of the group"));
    }
    found
}

/// The clause of a rule; for one that is gone, each that the model may put under its name.
fn clauses_of<'a>(case: &Case<'a>, rule: &str) -> Vec<&'a Clause> {
    if let Some(rule) = case.constitution.rule(rule) {
        return case.library.clause(&rule.clause).into_iter().collect();
    }
    let names = case.model.parts.iter().flat_map(|part| &part.clauses);
    names.filter_map(|name| case.library.clause(name)).filter(|clause| clause.slug == rule).collect()
}
