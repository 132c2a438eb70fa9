//! The list of changes: which rule, what it was, what it is.
//!
//! Read off the marked blocks, so that list and marks cannot disagree.

use super::mark::{Marking, marking};
use crate::{Anchor, Block, Heading, Item, Span, Text};

/// One change, as a row of a table of changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What kind of change it is.
    pub kind: ChangeKind,
    /// The rule it stands in, or stood in when it is gone; none outside rules.
    pub rule: Option<Anchor>,
    /// The words of the rule's heading; empty before the first heading.
    pub heading: String,
    /// Where it stands now, or stood when it is gone: "21", "21.2(a)"; empty without a number.
    pub label: String,
    /// The rule's number in the earlier edition, when it had another.
    pub was_label: Option<String>,
    /// What it was: paragraphs without marks; none for what is new.
    pub was: Vec<Text>,
    /// What it is: paragraphs without marks; none for what is gone.
    pub is: Vec<Text>,
}

/// What became of a rule or of a piece of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChangeKind {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// It has other words.
    Reworded,
    /// The whole rule stands elsewhere; changed words are a change of their own.
    Moved,
}

impl Change {
    pub(super) fn moved(heading: &Heading, was_label: Option<&str>) -> Self {
        Place::new(heading, was_label).change(ChangeKind::Moved, Vec::new(), Vec::new())
    }
}

/// The rule that changes are found in.
#[derive(Default)]
struct Place {
    rule: Option<Anchor>,
    heading: String,
    label: String,
    was_label: Option<String>,
}

impl Place {
    fn new(heading: &Heading, was_label: Option<&str>) -> Self {
        let label = heading.label.clone().unwrap_or_default();
        let words = [heading.text.after(), heading.text.before()];
        let words = words.iter().find(|text| !text.is_empty()).map(Text::plain);
        Self {
            rule: heading.anchor.clone(),
            heading: words.unwrap_or_default(),
            was_label: was_label.filter(|was| *was != label).map(str::to_owned),
            label,
        }
    }

    fn change(&self, kind: ChangeKind, was: Vec<Text>, is: Vec<Text>) -> Change {
        Change {
            kind,
            rule: self.rule.clone(),
            heading: self.heading.clone(),
            label: self.label.clone(),
            was_label: self.was_label.clone(),
            was,
            is,
        }
    }
}

/// Returns the change that a wholly new or wholly gone section is; none when it has no words.
pub(super) fn whole(blocks: &[Block], kind: ChangeKind) -> Option<Change> {
    let (place, rest) = place_of(blocks, None);
    let texts = paragraphs(rest);
    if texts.is_empty() && place.heading.is_empty() {
        return None;
    }
    let texts = if texts.is_empty() { vec![Text::words(place.heading.as_str())] } else { texts };
    Some(match kind {
        ChangeKind::Removed => place.change(kind, texts.iter().map(Text::before).collect(), Vec::new()),
        _ => place.change(kind, Vec::new(), texts.iter().map(Text::after).collect()),
    })
}

fn place_of<'b>(blocks: &'b [Block], was_label: Option<&str>) -> (Place, &'b [Block]) {
    match blocks.split_first() {
        Some((Block::Heading(heading), rest)) => (Place::new(heading, was_label), rest),
        _ => (Place::default(), blocks),
    }
}

/// Adds the changes inside a section that both editions have.
pub(super) fn collect(blocks: &[Block], was_label: Option<&str>, out: &mut Vec<Change>) {
    let (place, rest) = place_of(blocks, was_label);
    if let Some(Block::Heading(heading)) = blocks.first() {
        note(&place, &place.label, &[&heading.text], out);
    }
    let label = place.label.clone();
    inside(&place, &label, rest, out);
}

fn inside(place: &Place, label: &str, blocks: &[Block], out: &mut Vec<Change>) {
    for block in blocks {
        match block {
            Block::Items(items) => items.iter().for_each(|item| inside_item(place, label, item, out)),
            Block::Bullets(bullets) => bullets.iter().for_each(|one| inside(place, label, one, out)),
            Block::Notice { blocks, .. } => inside(place, label, blocks, out),
            Block::Table(table) => {
                for row in table.head.iter().chain(&table.rows) {
                    note(place, label, &row.iter().flatten().collect::<Vec<_>>(), out);
                }
                table.caption.iter().for_each(|caption| note(place, label, &[caption], out));
            }
            Block::Fields(fields) => fields.iter().for_each(|field| note(place, label, &field.texts(), out)),
            other => note(place, label, &other.texts(), out),
        }
    }
}

fn inside_item(place: &Place, above: &str, item: &Item, out: &mut Vec<Change>) {
    let label = below(above, item);
    match marking(&item.blocks) {
        Some(marking) => {
            let texts = paragraphs(&item.blocks);
            push(place, &label, Some(marking), &texts, out);
        }
        None => inside(place, &label, &item.blocks, out),
    }
}

/// "(a)" is read below its paragraph; "21.1" already says its rule.
fn below(above: &str, item: &Item) -> String {
    if item.label.starts_with('(') { format!("{above}{}", item.label) } else { item.label.clone() }
}

/// Notes the change of some texts that belong together, if they changed.
fn note(place: &Place, label: &str, texts: &[&Text], out: &mut Vec<Change>) {
    if !texts.iter().any(|text| text.is_marked()) {
        return;
    }
    let texts: Vec<Text> = texts.iter().filter(|text| !text.is_empty()).map(|text| (*text).clone()).collect();
    let first = texts.first().and_then(Text::marking);
    let all = first.filter(|first| texts.iter().all(|text| text.marking() == Some(*first)));
    push(place, label, all, &texts, out);
}

fn push(place: &Place, label: &str, marking: Option<Marking>, texts: &[Text], out: &mut Vec<Change>) {
    let kind = match marking {
        Some(Marking::Inserted) => ChangeKind::Added,
        Some(Marking::Deleted) => ChangeKind::Removed,
        None => ChangeKind::Reworded,
    };
    let side = |side: fn(&Text) -> Text| texts.iter().map(side).filter(|text| !text.is_empty()).collect();
    let was = if kind == ChangeKind::Added { Vec::new() } else { side(Text::before) };
    let is = if kind == ChangeKind::Removed { Vec::new() } else { side(Text::after) };
    out.push(Change { label: label.to_owned(), ..place.change(kind, was, is) });
}

/// Every text of some blocks as paragraphs, those of items with their labels before them.
fn paragraphs(blocks: &[Block]) -> Vec<Text> {
    let mut out = Vec::new();
    for block in blocks {
        match block {
            Block::Items(items) => {
                for item in items {
                    let mut inner = paragraphs(&item.blocks);
                    if let Some(first) = inner.first_mut() {
                        first.0.insert(0, Span::Words(format!("{} ", item.label)));
                    }
                    out.extend(inner);
                }
            }
            Block::Bullets(bullets) => bullets.iter().for_each(|blocks| out.extend(paragraphs(blocks))),
            Block::Notice { blocks, .. } => out.extend(paragraphs(blocks)),
            other => out.extend(other.texts().into_iter().filter(|text| !text.is_empty()).cloned()),
        }
    }
    out
}
