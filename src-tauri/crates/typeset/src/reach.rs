//! How long a paper may be to be laid out, and what is left of a longer one.
//!
//! Must not know how anything is laid out.

use std::borrow::Cow;

use document::{Block, Paper};

/// How many bytes of text are laid out, some 1,300 pages: thirty long constitutions. What goes beyond it is left
/// out and counted, so that no paper, whatever is in it, takes more memory than a small computer has.
pub const LONGEST_PAPER: usize = 4_000_000;

/// Returns the blocks of a paper that are within reach, and how many letters are not.
pub(crate) fn within(paper: &Paper) -> (Cow<'_, Paper>, usize) {
    let mut length = 0_usize;
    let mut left_out = 0_usize;
    let mut kept = Vec::new();
    for (index, block) in paper.blocks.iter().enumerate() {
        let (bytes, letters) = extent(block);
        if length.saturating_add(bytes) > LONGEST_PAPER {
            left_out += letters;
        } else {
            length += bytes;
            kept.push(index);
        }
    }
    if kept.len() == paper.blocks.len() {
        return (Cow::Borrowed(paper), 0);
    }
    let blocks = kept.into_iter().filter_map(|index| paper.blocks.get(index)).cloned().collect();
    // Blocks without letters count as one, so that nothing is left out unsaid.
    (Cow::Owned(Paper { blocks, ..shell(paper) }), left_out.max(1))
}

/// A paper without its blocks.
fn shell(paper: &Paper) -> Paper {
    Paper {
        slug: paper.slug.clone(),
        title: paper.title.clone(),
        language: paper.language.clone(),
        foreign: paper.foreign.clone(),
        audience: paper.audience,
        furniture: paper.furniture.clone(),
        blocks: Vec::new(),
    }
}

/// How long a block's text is, in bytes as set and in letters. Everything that takes room counts, so that a
/// million empty blocks do not slip through.
fn extent(block: &Block) -> (usize, usize) {
    const LEAST: usize = 16;
    let (mut bytes, mut letters) = (0_usize, 0_usize);
    block.visit(&mut |block| {
        bytes += LEAST;
        for text in block.texts() {
            let words = text.plain();
            bytes += words.len().max(LEAST) + text.0.len() * LEAST;
            letters += words.chars().count();
        }
        match block {
            Block::Items(items) => {
                bytes += items.iter().map(|item| item.label.len().max(LEAST)).sum::<usize>();
            }
            Block::Bullets(bullets) => bytes += bullets.len() * LEAST,
            Block::Fields(fields) => bytes += fields.len() * LEAST,
            Block::Table(table) => bytes += table.rows.len() * table.columns.len() * LEAST,
            Block::Heading(heading) => bytes += heading.label.as_ref().map_or(0, String::len),
            _ => {}
        }
    });
    (bytes, letters)
}
