//! The words of one laid-out page, for whoever does not see its picture: a line for each paragraph, heading, item or
//! row of a table, in the order in which they are read.
//!
//! Running lines and page numbers are left out: they say nothing of the paper. Must not move anything.

use crate::display::{Chunk, Draw, Owner, Pages};
use crate::length::Length;
use crate::structure::{ElementId, Role, Structure};

/// Returns the words of a page, counted from 0; none when there is no such page.
pub fn page_words(pages: &Pages, page: usize) -> Option<Vec<String>> {
    let mut lines: Vec<(ElementId, Line)> = Vec::new();
    for chunk in &pages.pages.get(page)?.chunks {
        let Owner::Element(element) = chunk.owner else { continue };
        let whole = whole(&pages.structure, element);
        if lines.last().is_none_or(|(last, _)| *last != whole) {
            lines.push((whole, Line::default()));
        }
        if let Some((_, line)) = lines.last_mut() {
            line.take(chunk, &pages.structure, element);
        }
    }
    let words = lines.into_iter().map(|(_, line)| line.words());
    Some(words.filter(|words| !words.is_empty()).collect())
}

/// The nearest element that is read in one breath.
fn whole(structure: &Structure, element: ElementId) -> ElementId {
    let mut found = element;
    let mut at = Some(element);
    while let Some((id, element)) = at.and_then(|id| Some((id, structure.get(id)?))) {
        match element.role {
            Role::Row | Role::ListItem => return id,
            Role::Heading(_) | Role::Paragraph | Role::Caption | Role::ContentsItem => found = id,
            _ => {}
        }
        at = element.parent;
    }
    found
}

#[derive(Default)]
struct Line {
    words: String,
    /// The baseline of the last words, and what they are part of.
    last: Option<(Length, ElementId)>,
}

impl Line {
    fn take(&mut self, chunk: &Chunk, structure: &Structure, element: ElementId) {
        if let Some(said) = structure.get(element).and_then(|element| element.actual.as_deref()) {
            self.words.push_str(said);
            return;
        }
        for draw in &chunk.draws {
            let Draw::Glyphs(run) = draw else { continue };
            let moved = self.last.is_some_and(|(y, of)| y != run.at.y || of != element);
            // A word with a hyphen of its own may go on in the next line.
            if moved && !self.words.ends_with('-') {
                self.words.push(' ');
            }
            self.words.push_str(&run.shaped.text);
            self.last = Some((run.at.y, element));
        }
    }

    fn words(self) -> String {
        self.words.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}
