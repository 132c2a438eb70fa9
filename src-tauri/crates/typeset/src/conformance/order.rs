//! Tree and pages against each other: numbers, order, links, directions, page numbers.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::{Dictionary, Object, ObjectId};
use unicode_bidi::BidiClass;

use super::content::Shown;
use super::tree::{Element, Kid, Tree};
use super::{Checked, Found, Rule};

impl<'d> Checked<'d> {
    /// Checks that pages, tree and parent tree know the same pieces of content, in the same order.
    pub(super) fn numbers(
        &self,
        catalogue: &'d Dictionary,
        tree: &Tree<'d>,
        shown: &[Shown],
        found: &mut Found,
    ) {
        let parents = self.parents(catalogue);
        let mut read: BTreeMap<usize, Vec<i64>> = BTreeMap::new();
        for element in &tree.elements {
            for kid in &element.kids {
                let Kid::Content { page, number } = kid else { continue };
                let Some(index) = self.page_number(*page) else {
                    found.add(Rule::Numbers, format!("{} shows a page that is not there", element.tag));
                    continue;
                };
                let owner = self.owners(*page, &parents).get(usize::try_from(*number).unwrap_or(usize::MAX));
                let knows = owner.and_then(|owner| owner.as_reference().ok()) == Some(element.id);
                let place = format!("page {}: {number} of {} {}", index + 1, element.tag, element.id.0);
                found.expect(knows, Rule::Numbers, &place);
            }
        }
        self.in_order(tree, 0, &mut read);
        for (index, (page, shown)) in self.pages.iter().zip(shown).enumerate() {
            let drawn: Vec<i64> = shown.pieces.iter().filter_map(|piece| piece.number).collect();
            let tagged = read.remove(&index).unwrap_or_default();
            let place = format!("page {}", index + 1);
            let (once, twice) =
                (drawn.iter().collect::<BTreeSet<_>>(), tagged.iter().collect::<BTreeSet<_>>());
            let same = once == twice && once.len() == drawn.len() && twice.len() == tagged.len();
            found.expect(same, Rule::Numbers, &place);
            found.expect(self.owners(*page, &parents).len() == drawn.len(), Rule::Numbers, &place);
            found.expect(!same || drawn == tagged, Rule::Order, &place);
        }
    }

    /// The numbers of each page in the order in which the tree reads them.
    fn in_order(&self, tree: &Tree<'d>, index: usize, read: &mut BTreeMap<usize, Vec<i64>>) {
        let Some(element) = tree.elements.get(index) else { return };
        for kid in &element.kids {
            match kid {
                Kid::Element(index) => self.in_order(tree, *index, read),
                Kid::Content { page, number } => {
                    if let Some(page) = self.page_number(*page) {
                        read.entry(page).or_default().push(*number);
                    }
                }
                Kid::Object(_) => {}
            }
        }
    }

    /// The parent tree: what each key belongs to.
    fn parents(&self, catalogue: &'d Dictionary) -> BTreeMap<i64, &'d Object> {
        let parents =
            self.dictionary(catalogue, "StructTreeRoot").and_then(|root| self.dictionary(root, "ParentTree"));
        let numbers = parents.map_or(&[][..], |parents| self.array(parents, "Nums"));
        numbers
            .chunks(2)
            .filter_map(|pair| match pair {
                [key, object] => Some((key.as_i64().ok()?, object)),
                _ => None,
            })
            .collect()
    }

    /// The elements of a page's pieces, by number.
    fn owners(&self, page: ObjectId, parents: &BTreeMap<i64, &'d Object>) -> &'d [Object] {
        let key =
            self.document.get_dictionary(page).ok().and_then(|page| self.integer(page, "StructParents"));
        let owners = key.and_then(|key| parents.get(&key)).map(|object| self.follow(object));
        owners.and_then(|owners| owners.as_array().ok()).map_or(&[], Vec::as_slice)
    }

    /// Checks links, and that the contents say where theirs lead.
    pub(super) fn links(
        &self,
        catalogue: &'d Dictionary,
        tree: &Tree<'d>,
        shown: &[Shown],
        found: &mut Found,
    ) {
        let parents = self.parents(catalogue);
        let mut tagged = BTreeMap::new();
        for element in tree.elements.iter().filter(|element| element.tag == "Link") {
            let objects = element.kids.iter().filter_map(|kid| match kid {
                Kid::Object(object) => Some(*object),
                _ => None,
            });
            let objects: Vec<ObjectId> = objects.collect();
            found.expect(
                !objects.is_empty(),
                Rule::Links,
                &format!("element {} leads nowhere", element.id.0),
            );
            if let Some(target) = objects.first().and_then(|object| self.target(*object))
                && tree.upwards(element).any(|above| above.tag == "TOCI")
            {
                self.contents_line(element, target, shown, found);
            }
            tagged.extend(objects.into_iter().map(|object| (object, element.id)));
        }
        for (index, page) in self.pages.iter().enumerate() {
            let Ok(page) = self.document.get_dictionary(*page) else { continue };
            for annotation in self.array(page, "Annots") {
                let place = format!("an annotation on page {}", index + 1);
                let id = annotation.as_reference().ok();
                let Some(link) = self.follow(annotation).as_dict().ok().filter(|_| id.is_some()) else {
                    found.add(Rule::Links, place);
                    continue;
                };
                let printed = self.integer(link, "F").is_some_and(|flags| flags & 0b1_0010_0110 == 4);
                let described = self.text(link, "Contents").is_some_and(|words| !words.trim().is_empty());
                // Who reads by the page finds the element by this key, and the element names the link.
                let element = id.and_then(|id| tagged.get(&id));
                let parent = self.integer(link, "StructParent").and_then(|key| parents.get(&key));
                let known =
                    element.is_some() && parent.and_then(|one| one.as_reference().ok()).as_ref() == element;
                let sound = printed && described && known && self.name(link, "Subtype") == Some("Link");
                found.expect(sound && id.and_then(|id| self.target(id)).is_some(), Rule::Links, &place);
            }
        }
    }

    /// The page that a link leads to.
    fn target(&self, link: ObjectId) -> Option<usize> {
        let link = self.document.get_dictionary(link).ok()?;
        self.page_number(self.array(link, "Dest").first()?.as_reference().ok()?)
    }

    fn contents_line(&self, link: &Element<'d>, target: usize, shown: &[Shown], found: &mut Found) {
        let words = self.words(link, shown);
        let digits = words.trim_end().chars().rev().take_while(char::is_ascii_digit).count();
        let number: Option<usize> =
            words.trim_end().get(words.trim_end().len() - digits..).and_then(|n| n.parse().ok());
        let true_one = number.is_some_and(|number| number == target + 1);
        found.expect(true_one, Rule::Contents, &format!("{words:?} leads to page {}", target + 1));
    }

    /// The words of an element's own content.
    pub(super) fn words(&self, element: &Element<'d>, shown: &[Shown]) -> String {
        let pieces = element.kids.iter().filter_map(|kid| match kid {
            Kid::Content { page, number } => {
                let pieces = &shown.get(self.page_number(*page)?)?.pieces;
                pieces.iter().find(|piece| piece.number == Some(*number))
            }
            _ => None,
        });
        pieces.map(|piece| piece.words.as_str()).collect()
    }

    /// Checks that words from right to left have a text in reading order and a language.
    pub(super) fn directions(&self, tree: &Tree<'d>, shown: &[Shown], found: &mut Found) {
        for element in &tree.elements {
            let words = self.words(element, shown);
            let leftwards = |c| matches!(unicode_bidi::bidi_class(c), BidiClass::R | BidiClass::AL);
            if !words.chars().any(leftwards) {
                continue;
            }
            let told = |key: &str| {
                tree.upwards(element)
                    .any(|above| self.text(above.dictionary, key).is_some_and(|text| !text.is_empty()))
            };
            found.expect(told("ActualText") && told("Lang"), Rule::Direction, &format!("{words:?}"));
        }
    }

    /// The words of each element and their language.
    pub(super) fn languages(&self) -> Vec<(String, String)> {
        let unheeded = &mut Found::default();
        let Ok(catalogue) = self.document.catalog() else { return Vec::new() };
        let shown = self.content(unheeded);
        let Some(tree) = self.tree(catalogue, unheeded) else { return Vec::new() };
        let of_all = self.text(catalogue, "Lang").unwrap_or_default();
        tree.elements
            .iter()
            .map(|element| {
                let own = tree.upwards(element).find_map(|above| self.text(above.dictionary, "Lang"));
                (own.unwrap_or_else(|| of_all.clone()), self.words(element, &shown))
            })
            .filter(|(_, words)| !words.is_empty())
            .collect()
    }

    /// Checks that no words are hidden from a reader: those outside the tree stand in it as well, on the
    /// same page or before, as a table's head does.
    pub(super) fn hidden(&self, shown: &[Shown], found: &mut Found) {
        let squeezed = |words: &str| words.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        let mut read = String::new();
        for (index, page) in shown.iter().enumerate() {
            let tagged = page.pieces.iter().filter(|piece| piece.number.is_some());
            tagged.for_each(|piece| read.push_str(&squeezed(&piece.words)));
            for piece in page.pieces.iter().filter(|piece| piece.number.is_none() && !piece.furniture) {
                let seen =
                    !piece.words.chars().any(char::is_alphanumeric) || read.contains(&squeezed(&piece.words));
                found.expect(seen, Rule::Hidden, &format!("page {}: {:?}", index + 1, piece.words));
            }
        }
    }

    /// Checks "page 3 of 30" at the foot of every page.
    pub(super) fn page_numbers(&self, shown: &[Shown], found: &mut Found) {
        let expected = |index: usize| vec![index + 1, shown.len()];
        for (index, page) in shown.iter().enumerate() {
            let told = page.pieces.iter().filter(|piece| piece.footer).any(|piece| {
                let numbers = piece.words.split(|c: char| !c.is_ascii_digit()).filter_map(|n| n.parse().ok());
                let numbers: Vec<usize> = numbers.collect();
                numbers.ends_with(&expected(index))
            });
            found.expect(told, Rule::PageNumbers, &format!("page {}", index + 1));
        }
    }
}
