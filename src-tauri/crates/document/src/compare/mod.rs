//! Two editions of a paper compared: one tree in which what came and what went is marked, and a list
//! of the changes.
//!
//! Rules are matched by their anchor, then by their heading; inside a rule, blocks and items by anchor,
//! then by the words they share; inside a text, word by word. Numbers are no part of the comparison: a
//! rule that only moved down by one has not changed, nor has a reference that follows it.
//! This module must not know what a co-op is, nor how a change is shown.

mod align;
mod blocks;
mod changes;
mod mark;
mod words;

use std::collections::BTreeMap;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::{Anchor, Block, Heading};

pub use changes::{Change, ChangeKind};
pub use mark::{Marking, marking};

/// What [`compare`] found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Comparison {
    /// The new tree, with [`crate::Span::Inserted`] around new words, and the old words that are gone
    /// standing in their place in [`crate::Span::Deleted`]. Those two stand outermost in a text.
    /// What is gone has the number it had, and no anchor.
    pub blocks: Vec<Block>,
    /// What changed, in the order of the new tree.
    pub changes: Vec<Change>,
}

/// Compares two editions of a paper.
pub fn compare(before: &[Block], after: &[Block]) -> Comparison {
    let (before, after) = (sections(before), sections(after));
    let matched = matches(&before, &after);
    let moved = moved(&matched);
    let mut gone = Gone::new(&before, &matched, after.len());
    let mut comparison = Comparison::default();
    for section in gone.before_all() {
        comparison.remove(section);
    }
    for (index, section) in after.iter().enumerate() {
        match matched[index] {
            Some(old) => comparison.keep(&before[old], section, moved[index]),
            None => comparison.add(section),
        }
        for section in gone.after(index) {
            comparison.remove(section);
        }
    }
    comparison
}

impl Comparison {
    fn keep(&mut self, old: &Section<'_>, new: &Section<'_>, moved: bool) {
        let mut out = Vec::new();
        if let (Some(old), Some(new)) = (old.heading, new.heading) {
            let text = words::compare(&old.text, &new.text);
            out.push(Block::Heading(Heading { text, ..new.clone() }));
        }
        out.extend(blocks::compare(old.blocks, new.blocks));
        let was = old.heading.and_then(|heading| heading.label.as_deref());
        changes::collect(&out, was, &mut self.changes);
        if moved && let Some(heading) = new.heading {
            self.changes.push(Change::moved(heading, was));
        }
        self.blocks.append(&mut out);
    }

    fn add(&mut self, section: &Section<'_>) {
        let out = section.all().map(mark::inserted).collect();
        self.whole(section, out, ChangeKind::Added);
    }

    fn remove(&mut self, section: &Section<'_>) {
        let out = section.all().filter_map(mark::deleted).collect();
        self.whole(section, out, ChangeKind::Removed);
    }

    fn whole(&mut self, section: &Section<'_>, mut out: Vec<Block>, kind: ChangeKind) {
        let rule = section.heading.and_then(|heading| heading.anchor.clone());
        self.changes.extend(changes::whole(&out, kind).map(|change| Change { rule, ..change }));
        self.blocks.append(&mut out);
    }
}

/// A heading and what stands below it, up to the next heading; the first may have no heading.
struct Section<'a> {
    heading: Option<&'a Heading>,
    head: Option<&'a Block>,
    blocks: &'a [Block],
}

impl<'a> Section<'a> {
    fn all(&self) -> impl Iterator<Item = &'a Block> {
        self.head.into_iter().chain(self.blocks)
    }
}

fn sections(blocks: &[Block]) -> Vec<Section<'_>> {
    let mut out = Vec::new();
    let mut heading: Option<(&Heading, &Block)> = None;
    let mut start = 0;
    for (index, block) in blocks.iter().enumerate() {
        if let Block::Heading(next) = block {
            out.push(section(heading, &blocks[start..index]));
            heading = Some((next, block));
            start = index + 1;
        }
    }
    out.push(section(heading, &blocks[start..]));
    out
}

fn section<'a>(heading: Option<(&'a Heading, &'a Block)>, blocks: &'a [Block]) -> Section<'a> {
    Section { heading: heading.map(|(heading, _)| heading), head: heading.map(|(_, block)| block), blocks }
}

/// What a section is known by.
#[derive(PartialEq, Eq, PartialOrd, Ord, Clone)]
enum Key {
    /// What stands before the first heading.
    Opening,
    Anchor(Anchor),
    /// Level and words of its heading.
    Words(u8, String),
}

impl Section<'_> {
    fn anchor(&self) -> Option<Key> {
        match self.heading {
            None => Some(Key::Opening),
            Some(heading) => heading.anchor.clone().map(Key::Anchor),
        }
    }

    fn words(&self) -> Option<Key> {
        self.heading.map(|heading| Key::Words(heading.level, heading.text.after().plain()))
    }
}

/// Returns for each new section the old one it continues.
fn matches(before: &[Section<'_>], after: &[Section<'_>]) -> Vec<Option<usize>> {
    let mut matched = vec![None; after.len()];
    let mut taken = vec![false; before.len()];
    let keys: [fn(&Section<'_>) -> Option<Key>; 2] = [|section| section.anchor(), |section| section.words()];
    for key in keys {
        let mut free: BTreeMap<Key, Vec<usize>> = BTreeMap::new();
        for (index, section) in before.iter().enumerate().rev() {
            if !taken[index]
                && let Some(key) = key(section)
            {
                free.entry(key).or_default().push(index);
            }
        }
        for (index, section) in after.iter().enumerate() {
            if matched[index].is_none()
                && let Some(old) = key(section).and_then(|key| free.get_mut(&key)?.pop())
            {
                matched[index] = Some(old);
                taken[old] = true;
            }
        }
    }
    matched
}

/// Returns which of the new sections stand elsewhere among the sections that both editions have.
fn moved(matched: &[Option<usize>]) -> Vec<bool> {
    let new: Vec<usize> = matched.iter().flatten().copied().collect();
    if new.len().saturating_mul(new.len()) > align::TOO_MANY {
        // More rules than a paper ever has. Which of them moved would take too long to find out.
        return vec![false; matched.len()];
    }
    let mut old = new.clone();
    old.sort_unstable();
    let mut stays = vec![false; new.len()];
    for op in capture_diff_slices(Algorithm::Myers, &old, &new) {
        if let DiffOp::Equal { new_index, len, .. } = op {
            stays[new_index..new_index + len].fill(true);
        }
    }
    let mut stays = stays.into_iter();
    matched.iter().map(|old| old.is_some() && !stays.next().unwrap_or(true)).collect()
}

/// The old sections that are gone, by the new section they are shown after.
struct Gone<'s, 'a> {
    front: Vec<&'s Section<'a>>,
    behind: Vec<Vec<&'s Section<'a>>>,
}

impl<'s, 'a> Gone<'s, 'a> {
    fn new(before: &'s [Section<'a>], matched: &[Option<usize>], count: usize) -> Self {
        let mut new = vec![None; before.len()];
        for (index, old) in matched.iter().enumerate() {
            if let Some(old) = old {
                new[*old] = Some(index);
            }
        }
        let mut gone = Self { front: Vec::new(), behind: vec![Vec::new(); count] };
        let mut last = None;
        for (section, new) in before.iter().zip(new) {
            match (new, last) {
                (Some(new), _) => last = Some(new),
                (None, Some(last)) => gone.behind[last].push(section),
                (None, None) => gone.front.push(section),
            }
        }
        gone
    }

    fn before_all(&mut self) -> Vec<&'s Section<'a>> {
        std::mem::take(&mut self.front)
    }

    fn after(&mut self, index: usize) -> Vec<&'s Section<'a>> {
        self.behind.get_mut(index).map(std::mem::take).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests;
