//! Marking whole texts and blocks as come or gone, and reading such marks back.

use crate::{Block, Span, Text};

/// What became of some words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Marking {
    /// They are new.
    Inserted,
    /// They are gone.
    Deleted,
}

/// Returns what became of `blocks` when the same became of all their words; none when they have no
/// words, or some of them stand as they stood. A writer marks the label of such an item, too.
pub fn marking(blocks: &[Block]) -> Option<Marking> {
    let mut found = None;
    let mut mixed = false;
    for block in blocks {
        block.visit(&mut |block| {
            for text in block.texts().into_iter().filter(|text| !text.is_empty()) {
                match (text.marking(), found) {
                    (None, _) => mixed = true,
                    (one, None) => found = one,
                    (one, other) => mixed |= one != other,
                }
            }
        });
    }
    found.filter(|_| !mixed)
}

impl Text {
    /// Returns what became of this text when the same became of all of it.
    pub fn marking(&self) -> Option<Marking> {
        let mut markings = self.0.iter().map(|span| match span {
            Span::Inserted(_) => Some(Marking::Inserted),
            Span::Deleted(_) => Some(Marking::Deleted),
            _ => None,
        });
        let first = markings.next()??;
        markings.all(|marking| marking == Some(first)).then_some(first)
    }

    /// Returns true when a part of it came or went.
    pub fn is_marked(&self) -> bool {
        self.0.iter().any(|span| matches!(span, Span::Inserted(_) | Span::Deleted(_)))
    }

    /// Returns the text as it is now: what is gone left out, without marks.
    #[must_use]
    pub fn after(&self) -> Self {
        self.settled(Marking::Deleted)
    }

    /// Returns the text as it was: what is new left out, without marks.
    #[must_use]
    pub fn before(&self) -> Self {
        self.settled(Marking::Inserted)
    }

    fn settled(&self, dropped: Marking) -> Self {
        let mut out = Vec::with_capacity(self.0.len());
        for span in &self.0 {
            match span {
                Span::Inserted(_) if dropped == Marking::Inserted => {}
                Span::Deleted(_) if dropped == Marking::Deleted => {}
                Span::Inserted(text) | Span::Deleted(text) => out.extend(text.settled(dropped).0),
                other => out.push(other.clone()),
            }
        }
        Self(out)
    }

    /// A lone space may have come or gone, too; what has no characters at all has not.
    fn wrapped(self, wrap: fn(Self) -> Span) -> Self {
        let nothing = self.is_empty() && self.plain().is_empty();
        if nothing { self } else { Self(vec![wrap(self)]) }
    }
}

/// Returns a text that is new.
pub(super) fn inserted_text(text: &Text) -> Text {
    text.after().wrapped(Span::Inserted)
}

/// Returns a text that is gone. Its references lead nowhere.
pub(super) fn deleted_text(text: &Text) -> Text {
    let mut text = text.after();
    text.visit_mut(&mut |span| {
        if let Span::Reference { words, .. } = span {
            *span = Span::Words(std::mem::take(words));
        }
    });
    text.wrapped(Span::Deleted)
}

/// Returns a block that is new.
pub(super) fn inserted(block: &Block) -> Block {
    let mut block = block.clone();
    block.texts_mut(&mut |text| *text = inserted_text(text));
    block
}

/// Returns a block that is gone; none where there is nothing to show of it.
pub(super) fn deleted(block: &Block) -> Option<Block> {
    if matches!(block, Block::Contents | Block::PageBreak) {
        return None;
    }
    let mut block = block.clone();
    block.texts_mut(&mut |text| *text = deleted_text(text));
    block.drop_anchors();
    Some(block)
}

impl Block {
    fn drop_anchors(&mut self) {
        match self {
            Self::Heading(heading) => heading.anchor = None,
            Self::Items(items) => {
                for item in items {
                    item.anchor = None;
                    item.blocks.iter_mut().for_each(Self::drop_anchors);
                }
            }
            Self::Bullets(bullets) => bullets.iter_mut().flatten().for_each(Self::drop_anchors),
            Self::Notice { blocks, .. } => blocks.iter_mut().for_each(Self::drop_anchors),
            _ => {}
        }
    }
}
