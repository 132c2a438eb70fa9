//! References inside a paper: by anchor while it is built, by label when it is read.

use std::collections::BTreeMap;

use crate::{Block, Span, Text};

/// A stable name for a place in a paper: a rule's slug, or an item's.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Anchor(pub String);

/// A reference whose anchor the paper has not got.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unresolved(pub Anchor);

/// The full label of every anchor: "21", "21.2", "21.2(a)".
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Labels(BTreeMap<Anchor, String>);

impl Labels {
    /// Returns the labels of the anchors in `blocks`.
    pub fn of(blocks: &[Block]) -> Self {
        let mut labels = BTreeMap::new();
        blocks.iter().for_each(|block| collect(block, "", &mut labels));
        Self(labels)
    }

    /// Returns the label of `anchor`.
    pub fn get(&self, anchor: &str) -> Option<&str> {
        self.0.get(&Anchor(anchor.to_owned())).map(String::as_str)
    }
}

/// Fills in the words of every reference in `blocks`: `word` and the label of what it points at, as in
/// "rule 21.2". Returns the references that point nowhere; their words stay empty.
pub fn resolve(blocks: &mut [Block], labels: &Labels, word: &str) -> Vec<Unresolved> {
    let mut unresolved = Vec::new();
    for block in blocks {
        block.texts_mut(&mut |text| unresolved.extend(resolve_text(text, labels, word)));
    }
    unresolved
}

/// As [`resolve`], for one text. Where there is no such rule, the words say so.
pub fn resolve_text(text: &mut Text, labels: &Labels, word: &str) -> Vec<Unresolved> {
    let mut unresolved = Vec::new();
    text.visit_mut(&mut |span| {
        if let Span::Reference { to, words } = span {
            match labels.get(&to.0) {
                Some(label) => *words = format!("{word}\u{a0}{label}"),
                None => {
                    *words = format!("[{word} that is not in]");
                    unresolved.push(Unresolved(to.clone()));
                }
            }
        }
    });
    unresolved
}

fn collect(block: &Block, above: &str, labels: &mut BTreeMap<Anchor, String>) {
    match block {
        Block::Heading(heading) => {
            if let (Some(anchor), Some(label)) = (&heading.anchor, &heading.label) {
                labels.insert(anchor.clone(), label.clone());
            }
        }
        Block::Items(items) => {
            for item in items {
                // "(a)" is read below its paragraph; "21.1" already says its rule.
                let full = if item.label.starts_with('(') {
                    format!("{above}{}", item.label)
                } else {
                    item.label.clone()
                };
                if let Some(anchor) = &item.anchor {
                    labels.insert(anchor.clone(), full.clone());
                }
                item.blocks.iter().for_each(|inner| collect(inner, &full, labels));
            }
        }
        Block::Notice { blocks, .. } => blocks.iter().for_each(|inner| collect(inner, above, labels)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Heading, Item};

    fn item(label: &str, anchor: &str, blocks: Vec<Block>) -> Item {
        Item { label: label.into(), anchor: Some(Anchor(anchor.into())), blocks }
    }

    #[test]
    fn references_take_the_full_label_and_report_what_is_missing() {
        let to = |slug: &str| Span::Reference { to: Anchor(slug.into()), words: String::new() };
        let letter = item("(a)", "letter", vec![Block::body("x")]);
        let paragraph = item("2.1", "paragraph", vec![Block::body("y"), Block::Items(vec![letter])]);
        let mut blocks = vec![
            Block::Heading(Heading {
                level: 3,
                label: Some("2".into()),
                anchor: Some(Anchor("rule".into())),
                text: "Quorum".into(),
            }),
            Block::Items(vec![paragraph]),
            Block::body(Text(vec![to("rule"), to("paragraph"), to("letter"), to("nowhere")])),
        ];
        let labels = Labels::of(&blocks);
        let missing = resolve(&mut blocks, &labels, "rule");
        assert_eq!(missing, [Unresolved(Anchor("nowhere".into()))]);
        let words = blocks.last().map(|block| block.texts()[0].plain());
        assert_eq!(words.as_deref(), Some("rule\u{a0}2rule\u{a0}2.1rule\u{a0}2.1(a)[rule that is not in]"));
    }
}
