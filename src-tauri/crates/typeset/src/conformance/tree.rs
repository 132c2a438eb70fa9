//! The structure tree: standard tags, each where it may stand, headings without gaps.

use std::collections::BTreeSet;

use lopdf::{Dictionary, Object, ObjectId};

use super::{Checked, Found, Rule};

/// The structure tree as it is read.
pub(super) struct Tree<'d> {
    pub elements: Vec<Element<'d>>,
}

/// One element.
pub(super) struct Element<'d> {
    pub id: ObjectId,
    pub tag: &'d str,
    pub parent: Option<usize>,
    pub kids: Vec<Kid>,
    pub dictionary: &'d Dictionary,
}

/// What stands in an element.
pub(super) enum Kid {
    Element(usize),
    Content { page: ObjectId, number: i64 },
    Object(ObjectId),
}

#[rustfmt::skip]
const STANDARD: [&str; 25] = [
    "Document", "Sect", "Div", "H1", "H2", "H3", "H4", "H5", "H6", "P", "L", "LI", "Lbl", "LBody", "Table", "Caption",
    "THead", "TBody", "TR", "TH", "TD", "TOC", "TOCI", "Reference", "Span",
];

/// Each tag that may stand in certain others only, with those.
const PARENTS: [(&str, &[&str]); 10] = [
    ("LI", &["L"]),
    ("Lbl", &["LI"]),
    ("LBody", &["LI"]),
    ("TR", &["Table", "THead", "TBody"]),
    ("THead", &["Table"]),
    ("TBody", &["Table"]),
    ("TH", &["TR"]),
    ("TD", &["TR"]),
    ("TOCI", &["TOC"]),
    ("Caption", &["Table", "L"]),
];

/// Each tag that may hold certain others only, with those.
const KIDS: [(&str, &[&str]); 7] = [
    ("L", &["L", "LI", "Caption"]),
    ("LI", &["Lbl", "LBody"]),
    ("Table", &["Caption", "THead", "TBody", "TR"]),
    ("THead", &["TR"]),
    ("TBody", &["TR"]),
    ("TR", &["TH", "TD"]),
    ("TOC", &["TOCI", "TOC", "Caption"]),
];

impl<'d> Checked<'d> {
    /// Reads the tree; none when there is none.
    pub(super) fn tree(&self, catalogue: &'d Dictionary, found: &mut Found) -> Option<Tree<'d>> {
        let root = self.dictionary(catalogue, "StructTreeRoot")?;
        let root_id = catalogue.get(b"StructTreeRoot").and_then(Object::as_reference).ok()?;
        let mut tree = Tree { elements: Vec::new() };
        let mut seen = BTreeSet::new();
        let top = root.get(b"K").ok()?;
        let mut kids = Vec::new();
        self.kids(top, (root_id, None, None), &mut tree, &mut seen, &mut kids, found);
        let document = kids.len() == 1 && tree.elements.first().is_some_and(|top| top.tag == "Document");
        found.expect(document, Rule::Nesting, "the tree does not start with one Document");
        Some(tree)
    }

    /// Reads what stands in an element: above is its id, its index and its page.
    fn kids(
        &self,
        object: &'d Object,
        above: (ObjectId, Option<usize>, Option<ObjectId>),
        tree: &mut Tree<'d>,
        seen: &mut BTreeSet<ObjectId>,
        kids: &mut Vec<Kid>,
        found: &mut Found,
    ) {
        match object {
            Object::Array(objects) => {
                objects.iter().for_each(|object| self.kids(object, above, tree, seen, kids, found));
            }
            Object::Integer(number) => {
                kids.extend(above.2.map(|page| Kid::Content { page, number: *number }))
            }
            Object::Dictionary(dictionary) => {
                let page = dictionary.get(b"Pg").and_then(Object::as_reference).ok().or(above.2);
                let content = self.integer(dictionary, "MCID").zip(page);
                let object = dictionary.get(b"Obj").and_then(Object::as_reference).ok();
                kids.extend(content.map(|(number, page)| Kid::Content { page, number }));
                kids.extend(object.map(Kid::Object));
            }
            Object::Reference(id) => {
                let Ok(dictionary) = self.document.get_dictionary(*id) else {
                    return found.add(Rule::Tags, format!("element {} is missing", id.0));
                };
                if !seen.insert(*id) {
                    return found.add(Rule::Tags, format!("element {} stands in the tree twice", id.0));
                }
                let index = tree.elements.len();
                let tag = self.name(dictionary, "S").unwrap_or_default();
                tree.elements.push(Element { id: *id, tag, parent: above.1, kids: Vec::new(), dictionary });
                kids.push(Kid::Element(index));
                let parent = dictionary.get(b"P").and_then(Object::as_reference).ok();
                found.expect(
                    parent == Some(above.0),
                    Rule::Tags,
                    &format!("{tag} {} names another parent", id.0),
                );
                let page = dictionary.get(b"Pg").and_then(Object::as_reference).ok();
                let mut own = Vec::new();
                if let Ok(object) = dictionary.get(b"K") {
                    self.kids(object, (*id, Some(index), page), tree, seen, &mut own, found);
                }
                if let Some(element) = tree.elements.get_mut(index) {
                    element.kids = own;
                }
            }
            _ => {}
        }
    }

    /// Checks each tag by itself, and where it stands.
    pub(super) fn tags(&self, tree: &Tree<'d>, found: &mut Found) {
        let mut level = 0;
        for element in &tree.elements {
            let standard = element.tag == "Link" || STANDARD.contains(&element.tag);
            found.expect(standard, Rule::Tags, &format!("{:?} is no standard tag", element.tag));
            self.nesting(element, tree, found);
            if let Some(own) = heading_level(element.tag) {
                let follows = own <= level + 1;
                found.expect(follows, Rule::Headings, &format!("{} follows level {level}", element.tag));
                level = own;
                let above = element.parent.and_then(|parent| tree.elements.get(parent));
                let heads = above.is_some_and(|above| {
                    let first = above.kids.iter().find_map(|kid| match kid {
                        Kid::Element(index) => tree.elements.get(*index),
                        _ => None,
                    });
                    above.tag != "Sect" || first.is_some_and(|first| first.id == element.id)
                });
                let in_document = own > 1 && above.is_some_and(|above| above.tag == "Document");
                found.expect(
                    heads && !in_document,
                    Rule::Sections,
                    &format!("{} {}", element.tag, element.id.0),
                );
            }
        }
        found.expect(level > 0, Rule::Headings, "there is no heading");
    }

    fn nesting(&self, element: &Element<'d>, tree: &Tree<'d>, found: &mut Found) {
        let above = element.parent.and_then(|parent| tree.elements.get(parent)).map_or("", |above| above.tag);
        if let Some((_, parents)) = PARENTS.iter().find(|(tag, _)| *tag == element.tag) {
            found.expect(parents.contains(&above), Rule::Nesting, &format!("{} in {above}", element.tag));
        }
        let Some((_, allowed)) = KIDS.iter().find(|(tag, _)| *tag == element.tag) else { return };
        for kid in &element.kids {
            let tag = match kid {
                Kid::Element(index) => tree.elements.get(*index).map_or("", |kid| kid.tag),
                _ => "content",
            };
            found.expect(allowed.contains(&tag), Rule::Nesting, &format!("{tag} in {}", element.tag));
        }
    }
}

fn heading_level(tag: &str) -> Option<u8> {
    tag.strip_prefix('H').and_then(|level| level.parse().ok())
}

impl<'d> Tree<'d> {
    /// The elements in this one, in order.
    pub(super) fn below<'t>(&'t self, element: &'t Element<'d>) -> impl Iterator<Item = &'t Element<'d>> {
        element.kids.iter().filter_map(|kid| match kid {
            Kid::Element(index) => self.elements.get(*index),
            _ => None,
        })
    }

    /// An element and those it stands in, innermost first.
    pub(super) fn upwards<'t>(&'t self, element: &'t Element<'d>) -> impl Iterator<Item = &'t Element<'d>> {
        std::iter::successors(Some(element), |element| {
            element.parent.and_then(|parent| self.elements.get(parent))
        })
    }
}
