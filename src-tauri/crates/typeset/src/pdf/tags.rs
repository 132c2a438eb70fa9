//! The structure tree as tags: what each marked piece of content is, in reading order.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId};

use super::links::WrittenLink;
use super::objects::{dictionary, name, text};
use crate::display::{Owner, Pages};
use crate::structure::{Counting, Element, ElementId, Role, Structure};

/// The standard tag of a role.
pub(super) fn tag_name(role: Role) -> &'static str {
    match role {
        Role::Document => "Document",
        Role::Section => "Sect",
        Role::Heading(level) => match level {
            0 | 1 => "H1",
            2 => "H2",
            3 => "H3",
            _ => "H4",
        },
        Role::Paragraph => "P",
        Role::Aside => "Div",
        Role::List(_) => "L",
        Role::ListItem => "LI",
        Role::Label => "Lbl",
        Role::ListBody => "LBody",
        Role::Table => "Table",
        Role::Caption => "Caption",
        Role::TableHead => "THead",
        Role::TableBody => "TBody",
        Role::Row => "TR",
        Role::HeadCell { .. } => "TH",
        Role::Cell => "TD",
        Role::Contents => "TOC",
        Role::ContentsItem => "TOCI",
        Role::Reference => "Reference",
        Role::Link => "Link",
        Role::Span | Role::Changed { .. } => "Span",
    }
}

/// What stands in an element, in reading order.
enum Kid {
    Element(ElementId),
    Content { page: usize, number: i64 },
    Link { page: usize, annotation: ObjectId },
}

/// The tree as it is read: elements in the order in which their content comes.
struct Tree<'p> {
    structure: &'p Structure,
    kids: Vec<Vec<Kid>>,
    attached: Vec<bool>,
    /// For each page, the element of each numbered piece of content.
    owners: Vec<Vec<ElementId>>,
}

/// Writes the tree and returns its root.
pub(super) fn write(
    document: &mut Document,
    pages: &Pages,
    page_ids: &[ObjectId],
    links: &[WrittenLink],
) -> Result<ObjectId, lopdf::Error> {
    let tree = Tree::grow(pages, links);
    let root = document.new_object_id();
    let ids: BTreeMap<ElementId, ObjectId> = pages
        .structure
        .iter()
        .filter(|(id, _)| tree.attached.get(id.0 as usize) == Some(&true))
        .map(|(id, _)| (id, document.new_object_id()))
        .collect();
    for (id, element) in pages.structure.iter() {
        let Some(object) = ids.get(&id) else { continue };
        let parent = element.parent.and_then(|parent| ids.get(&parent)).copied().unwrap_or(root);
        let written = tree.element(id, element, parent, &ids, page_ids);
        document.set_object(*object, written);
    }
    let mut numbers = Vec::new();
    for (index, owners) in tree.owners.iter().enumerate() {
        let owners: Vec<Object> = owners.iter().filter_map(|id| ids.get(id)).map(|id| (*id).into()).collect();
        numbers.push(key(index));
        numbers.push(document.add_object(owners).into());
    }
    for (index, link) in links.iter().enumerate() {
        if let Some(element) = ids.get(&link.element) {
            numbers.push(key(pages.pages.len() + index));
            numbers.push((*element).into());
        }
    }
    let parents = document.add_object(dictionary([("Nums", Object::Array(numbers))]));
    let top: Vec<Object> = ids.get(&Structure::ROOT).map(|id| (*id).into()).into_iter().collect();
    document.set_object(
        root,
        dictionary([
            ("Type", name("StructTreeRoot")),
            ("K", Object::Array(top)),
            ("ParentTree", parents.into()),
            ("ParentTreeNextKey", key(pages.pages.len() + links.len())),
        ]),
    );
    for (index, page_id) in page_ids.iter().enumerate() {
        let page = document.get_object_mut(*page_id)?.as_dict_mut()?;
        page.set("StructParents", key(index));
        page.set("Tabs", name("S"));
    }
    Ok(root)
}

fn key(index: usize) -> Object {
    Object::Integer(i64::try_from(index).unwrap_or(i64::MAX))
}

impl<'p> Tree<'p> {
    fn grow(pages: &'p Pages, links: &[WrittenLink]) -> Self {
        let count = pages.structure.count();
        let mut tree = Self {
            structure: &pages.structure,
            kids: (0..count).map(|_| Vec::new()).collect(),
            attached: vec![false; count],
            owners: Vec::with_capacity(pages.pages.len()),
        };
        tree.attach(Structure::ROOT);
        for (page, sheet) in pages.pages.iter().enumerate() {
            let mut owners = Vec::new();
            for chunk in &sheet.chunks {
                let Owner::Element(element) = chunk.owner else { continue };
                tree.attach(element);
                if chunk.draws.is_empty() {
                    continue;
                }
                let number = i64::try_from(owners.len()).unwrap_or(i64::MAX);
                tree.give(element, Kid::Content { page, number });
                owners.push(element);
            }
            for link in links.iter().filter(|link| link.page == page) {
                tree.attach(link.element);
                tree.give(link.element, Kid::Link { page, annotation: link.annotation });
            }
            tree.owners.push(owners);
        }
        tree
    }

    /// Puts an element below its parent, where reading has come to.
    fn attach(&mut self, id: ElementId) {
        let Some(attached) = self.attached.get_mut(id.0 as usize) else { return };
        if std::mem::replace(attached, true) {
            return;
        }
        if let Some(parent) = self.structure.get(id).and_then(|element| element.parent) {
            self.attach(parent);
            self.give(parent, Kid::Element(id));
        }
    }

    fn give(&mut self, id: ElementId, kid: Kid) {
        if let Some(kids) = self.kids.get_mut(id.0 as usize) {
            kids.push(kid);
        }
    }

    fn element(
        &self,
        id: ElementId,
        element: &Element,
        parent: ObjectId,
        ids: &BTreeMap<ElementId, ObjectId>,
        page_ids: &[ObjectId],
    ) -> Dictionary {
        let kids = self.kids.get(id.0 as usize).map_or(&[][..], Vec::as_slice);
        let home = kids.iter().find_map(|kid| match kid {
            Kid::Content { page, .. } | Kid::Link { page, .. } => Some(*page),
            Kid::Element(_) => None,
        });
        let page_id = |page: usize| page_ids.get(page).map_or(Object::Null, |id| (*id).into());
        let written = kids
            .iter()
            .filter_map(|kid| match kid {
                Kid::Element(kid) => ids.get(kid).map(|id| (*id).into()),
                Kid::Content { page, number } if home == Some(*page) => Some(Object::Integer(*number)),
                Kid::Content { page, number } => Some(Object::Dictionary(dictionary([
                    ("Type", name("MCR")),
                    ("Pg", page_id(*page)),
                    ("MCID", Object::Integer(*number)),
                ]))),
                Kid::Link { page, annotation } => Some(Object::Dictionary(dictionary([
                    ("Type", name("OBJR")),
                    ("Pg", page_id(*page)),
                    ("Obj", (*annotation).into()),
                ]))),
            })
            .collect();
        let mut out = dictionary([
            ("Type", name("StructElem")),
            ("S", name(tag_name(element.role))),
            ("P", parent.into()),
            ("K", Object::Array(written)),
        ]);
        if let Some(page) = home {
            out.set("Pg", page_id(page));
        }
        if let Some(actual) = &element.actual {
            out.set("ActualText", text(actual));
        }
        if let Some(language) = element.language {
            out.set("Lang", text(language));
        }
        if let Some(attributes) = attributes(element.role) {
            out.set("A", attributes);
        }
        out
    }
}

/// What a tag must say beyond its name.
fn attributes(role: Role) -> Option<Dictionary> {
    match role {
        Role::HeadCell { row } => {
            let scope = if row { "Row" } else { "Column" };
            Some(dictionary([("O", name("Table")), ("Scope", name(scope))]))
        }
        Role::Changed { inserted } => {
            let line = if inserted { "Underline" } else { "LineThrough" };
            Some(dictionary([("O", name("Layout")), ("TextDecorationType", name(line))]))
        }
        Role::List(counting) => {
            let numbering = match counting {
                Counting::Not => "Disc",
                Counting::Numbers => "Decimal",
                Counting::Letters => "LowerAlpha",
                Counting::Roman => "LowerRoman",
            };
            Some(dictionary([("O", name("List")), ("ListNumbering", name(numbering))]))
        }
        _ => None,
    }
}
