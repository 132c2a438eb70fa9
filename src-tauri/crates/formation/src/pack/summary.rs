//! The constitution in short: what each of its weightier rules says, in plain words.

use document::{Block, Notice, Span, Text, Tone};

use super::{Edition, Paper};
use crate::checks::Case;
use crate::constitution::Rule;

/// Returns the summary, with the `most` weightiest of the rules that have a plain-words twin. How many
/// fill two pages is for the caller to find out.
pub fn summary(case: &Case<'_>, edition: &Edition, most: usize) -> Paper {
    let title = "The rules in short";
    let mut weighed: Vec<(usize, &Rule)> = case
        .constitution
        .rules()
        .filter(|rule| rule.plain.is_some())
        .map(|rule| (weight(case, rule), rule))
        .collect();
    weighed.sort_by_key(|(weight, rule)| (std::cmp::Reverse(*weight), rule.number));
    let chosen: Vec<usize> = weighed.iter().take(most).map(|(_, rule)| rule.number).collect();
    let mut blocks = super::opening(case, title);
    if let Some(crate::decision::Value::Text(purpose)) = case.answers.value("purpose") {
        blocks.push(Block::Paragraph { text: Text::value(purpose.as_str()), tone: Tone::Lead });
    }
    for part in &case.constitution.parts {
        let rules: Vec<Vec<Block>> = part
            .rules
            .iter()
            .filter(|rule| chosen.contains(&rule.number))
            .filter_map(|rule| line(case, rule))
            .collect();
        if !rules.is_empty() {
            blocks.push(Block::heading(2, part.heading.as_str()));
            blocks.push(Block::Bullets(rules));
        }
    }
    blocks.push(Block::Notice {
        kind: Notice::Remark,
        blocks: vec![Block::Paragraph {
            text: "This page helps people to find their way. It is no part of the rules: where the two differ, the \
                   rules hold."
                .into(),
            tone: Tone::Small,
        }],
    });
    super::derived(case, edition, "rules-in-short", title, blocks)
}

/// What the law and the registrar look for weighs most; then what the group decided.
fn weight(case: &Case<'_>, rule: &Rule) -> usize {
    let clause = case.library.clause(&rule.clause);
    let law = clause
        .map_or(0, |clause| clause.matters.len() * 4 + clause.criteria.len() * 2 + clause.principles.len());
    law + super::decisions_of(case, rule).count()
}

fn line(case: &Case<'_>, rule: &Rule) -> Option<Vec<Block>> {
    let mut spans = rule.plain.clone()?.0;
    spans.push(Span::Words(format!(" ({} {})", case.constitution.rule_word(), rule.number)));
    Some(vec![Block::Paragraph { text: Text(spans), tone: Tone::Small }])
}
