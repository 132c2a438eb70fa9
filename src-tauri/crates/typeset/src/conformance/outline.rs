//! The outline: a tree whose entries know their neighbours and lead to pages.

use std::collections::BTreeSet;

use lopdf::{Dictionary, Object, ObjectId};

use super::content::Shown;
use super::tree::{Element, Tree};
use super::{Checked, Found, Rule};

impl<'d> Checked<'d> {
    pub(super) fn outline(
        &self,
        catalogue: &'d Dictionary,
        tree: &Tree<'d>,
        shown: &[Shown],
        found: &mut Found,
    ) {
        let read = |one: &Element<'d>| {
            let words = tree.below(one).map(|part| self.words(part, shown)).chain([self.words(one, shown)]);
            words.collect::<String>().chars().any(|c| !c.is_whitespace() && c != '\u{200b}')
        };
        let headings =
            tree.elements.iter().filter(|one| ["H1", "H2", "H3", "H4"].contains(&one.tag) && read(one));
        let levels: BTreeSet<&str> = headings.map(|one| one.tag).collect();
        let Ok(root) = catalogue.get(b"Outlines").and_then(Object::as_reference) else {
            return found.expect(levels.is_empty(), Rule::Outline, "there is none, and there are headings");
        };
        // The title stands beside the parts.
        let deepest = levels.iter().filter(|level| **level != "H1").count().max(1);
        let depth = self.depth(root, 0);
        found.expect(depth == deepest, Rule::Outline, &format!("{depth} levels for {levels:?}"));
        let mode = self.name(catalogue, "PageMode");
        found.expect(mode == Some("UseOutlines"), Rule::Outline, "the page mode is no name");
        self.entries(root, &mut BTreeSet::new(), found);
    }

    /// How many levels of entries there are below one; an entry that stands below itself ends it.
    fn depth(&self, parent: ObjectId, above: usize) -> usize {
        const DEEPEST: usize = 9;
        let first = |id: ObjectId, key: &str| {
            self.document.get_dictionary(id).ok()?.get(key.as_bytes()).and_then(Object::as_reference).ok()
        };
        if above == DEEPEST {
            return above;
        }
        let entries = std::iter::successors(first(parent, "First"), |id| first(*id, "Next"));
        entries.take(self.document.objects.len()).map(|id| self.depth(id, above + 1)).max().unwrap_or(above)
    }

    /// Walks the entries below `parent`; returns how many of them are shown.
    fn entries(&self, parent: ObjectId, seen: &mut BTreeSet<ObjectId>, found: &mut Found) -> i64 {
        let Ok(above) = self.document.get_dictionary(parent) else {
            found.add(Rule::Outline, "an entry is missing");
            return 0;
        };
        let reference =
            |entry: &Dictionary, key: &str| entry.get(key.as_bytes()).and_then(Object::as_reference).ok();
        let mut next = reference(above, "First");
        let (mut previous, mut shown) = (None, 0);
        while let Some(id) = next {
            let Ok(entry) = self.document.get_dictionary(id) else { break };
            let title = self.text(entry, "Title").unwrap_or_default();
            if !seen.insert(id) {
                found.add(Rule::Outline, format!("{title} stands in it twice"));
                break;
            }
            let linked = reference(entry, "Parent") == Some(parent) && reference(entry, "Prev") == previous;
            found.expect(
                linked && !title.is_empty(),
                Rule::Outline,
                &format!("{title:?} does not know its place"),
            );
            let leads = self.array(entry, "Dest").first().and_then(|page| page.as_reference().ok());
            let leads = leads.is_some_and(|page| self.page_number(page).is_some());
            found.expect(leads, Rule::Outline, &format!("{title:?} leads nowhere"));
            shown += 1;
            if entry.has(b"First") {
                let below = self.entries(id, seen, found);
                let count = self.integer(entry, "Count").unwrap_or(0);
                found.expect(count.abs() == below, Rule::Outline, &format!("{title:?} counts wrongly"));
                shown += count.max(0);
            }
            (previous, next) = (Some(id), reference(entry, "Next"));
        }
        found.expect(reference(above, "Last") == previous, Rule::Outline, "an entry's last one is another");
        shown
    }
}
