//! The constitution explained: each rule on the left; why it is there, what was chosen and how it stands on
//! the right.

use std::collections::BTreeMap;

use document::{Align, Block, Column, Row, Span, Table, Text, Tone};

use super::{Edition, Paper};
use crate::answers::Standing;
use crate::checks::Case;
use crate::constitution::Rule;
use crate::decision::{Decision, Status};

/// Who took an answer down, and when, in words: "Asha Patel, 3 May 2026, 14:02"; by the slug of its question. Answers
/// from a file say neither.
pub type TakenDown = BTreeMap<String, String>;

/// Returns the explained edition.
pub fn explained(case: &Case<'_>, edition: &Edition, taken_down: &TakenDown) -> Paper {
    let title = "The rules explained";
    let mut blocks = super::opening(case, title);
    blocks.push(Block::Paragraph {
        text: "The left column is the rule as it is registered. The right column is no part of it: it says what \
               the rule means, what the group chose, and how far the group has agreed."
            .into(),
        tone: Tone::Lead,
    });
    for part in &case.constitution.parts {
        blocks.push(Block::heading(2, part.heading.as_str()));
        let column = |share| Column { share, align: Align::Start };
        blocks.push(Block::Table(Table {
            caption: None,
            columns: vec![column(56), column(44)],
            head: Some(vec![vec!["The rule".into()], vec!["What it means, and what was chosen".into()]]),
            rows: part.rules.iter().map(|rule| row(case, taken_down, rule)).collect(),
        }));
    }
    super::derived(case, edition, "rules-explained", title, blocks)
}

fn row(case: &Case<'_>, taken_down: &TakenDown, rule: &Rule) -> Row {
    let mut heading = vec![Span::Words(format!("{} ", rule.number))];
    heading.extend(rule.heading.0.iter().cloned());
    let mut left = vec![Text(vec![Span::Strong(Text(heading))])];
    rule.blocks.iter().for_each(|block| flatten(block, "", &mut left));
    vec![left, aside(case, taken_down, rule)]
}

/// The texts of a block, each with its label, in reading order.
fn flatten(block: &Block, label: &str, out: &mut Vec<Text>) {
    match block {
        Block::Items(items) => {
            for item in items {
                let mut own = format!("{}\u{a0} ", item.label);
                for block in &item.blocks {
                    flatten(block, &own, out);
                    own.clear();
                }
            }
        }
        Block::Bullets(bullets) => {
            bullets.iter().flatten().for_each(|block| flatten(block, "\u{2022} ", out))
        }
        Block::Notice { blocks, .. } => blocks.iter().for_each(|block| flatten(block, label, out)),
        Block::Table(table) => {
            for row in &table.rows {
                let cells = row.iter().map(|cell| cell.iter().map(Text::plain).collect::<Vec<_>>().join(" "));
                out.push(Text::words(cells.collect::<Vec<_>>().join(": ")));
            }
        }
        other => {
            for text in other.texts() {
                let mut spans = Vec::new();
                if !label.is_empty() {
                    spans.push(Span::Words(label.to_owned()));
                }
                spans.extend(text.0.iter().cloned());
                out.push(Text(spans));
            }
        }
    }
}

fn aside(case: &Case<'_>, taken_down: &TakenDown, rule: &Rule) -> Vec<Text> {
    let mut out = Vec::new();
    out.extend(rule.plain.clone());
    out.extend(rule.note.clone());
    let clause = case.library.clause(&rule.clause);
    for decision in super::decisions_of(case, rule) {
        out.push(chosen(case, decision, taken_down.get(&decision.slug)));
        out.extend(reason(case, decision).map(|reason| named("Why: ", Span::Value(reason))));
    }
    if let Some(law) = clause.and_then(|clause| clause.law.clone()) {
        out.push(named("Law: ", Span::Words(law)));
    }
    out
}

fn named(name: &str, what: Span) -> Text {
    Text(vec![Span::Strong(name.into()), what])
}

fn chosen(case: &Case<'_>, decision: &Decision, by: Option<&String>) -> Text {
    let answer = case.answers.value(&decision.slug).map(|value| decision.in_words(value));
    let standing = match case.answers.standing(case.formation, &decision.slug) {
        Standing::NotAsked => "not asked",
        Standing::Open | Standing::Taken(Status::Open) => "still open",
        Standing::Usual => "the usual answer, not agreed yet",
        Standing::Taken(Status::Proposed) => "proposed",
        Standing::Taken(Status::Agreed) => "agreed by the group",
        Standing::Taken(Status::Parked) => "put off",
    };
    let answer = answer.unwrap_or_else(|| "no answer yet".to_owned());
    let mut spans = vec![
        Span::Strong(Text::words(format!("{} ", decision.question))),
        Span::Value(answer),
        Span::Words(format!(" ({standing}")),
    ];
    if let Some(by) = by.filter(|_| case.formation.given(&decision.slug).is_some()) {
        spans.extend([Span::Words("; taken down by ".into()), Span::Value(by.clone())]);
    }
    spans.push(Span::Words(")".into()));
    Text(spans)
}

/// Why the group chose as it did, in its own words.
pub(super) fn reason(case: &Case<'_>, decision: &Decision) -> Option<String> {
    case.formation.decisions.get(&decision.slug).and_then(|taken| taken.reason.clone())
}
