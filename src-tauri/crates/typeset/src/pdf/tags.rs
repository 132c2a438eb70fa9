//! The structure tree as tags: what each marked piece of content is, in reading order.

use super::file::File;
use super::links::WrittenLink;
use super::objects::{Ink, Number};
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
    Content { page: usize, number: usize },
    Link { page: usize, annotation: Number },
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
    file: &mut File,
    pages: &Pages,
    page_numbers: &[Number],
    links: &[WrittenLink],
) -> Number {
    let tree = Tree::grow(pages, links);
    let root = file.number();
    let numbers: Vec<Option<Number>> =
        tree.attached.iter().map(|attached| attached.then(|| file.number())).collect();
    let found = Found { elements: &numbers, pages: page_numbers };
    for (id, element) in pages.structure.iter() {
        let Some(number) = found.element(id) else { continue };
        let parent = element.parent.and_then(|parent| found.element(parent)).unwrap_or(root);
        file.object(number, |ink| tree.element(id, element, parent, &found, ink));
    }
    let owners: Vec<Number> = tree.owners.iter().map(|_| file.number()).collect();
    for (number, owners) in owners.iter().zip(&tree.owners) {
        file.object(*number, |ink| {
            ink.sign("[");
            owners.iter().filter_map(|id| found.element(*id)).for_each(|id| _ = ink.reference(id).sign(" "));
            ink.sign("]");
        });
    }
    let parents = file.number();
    file.object(parents, |ink| {
        ink.sign("<</Nums [");
        for (index, owners) in owners.iter().enumerate() {
            ink.count(index).sign(" ").reference(*owners).sign(" ");
        }
        for (index, link) in links.iter().enumerate() {
            if let Some(element) = found.element(link.element) {
                ink.count(pages.pages.len() + index).sign(" ").reference(element).sign(" ");
            }
        }
        ink.sign("]>>");
    });
    file.object(root, |ink| {
        ink.sign("<</Type /StructTreeRoot/K [");
        found.element(Structure::ROOT).into_iter().for_each(|top| _ = ink.reference(top));
        ink.sign("]/ParentTree ").reference(parents);
        ink.sign("/ParentTreeNextKey ").count(pages.pages.len() + links.len()).sign(">>");
    });
    root
}

/// The numbers of what tags refer to.
struct Found<'n> {
    /// By the element's place; none for one that nothing is drawn of.
    elements: &'n [Option<Number>],
    pages: &'n [Number],
}

impl Found<'_> {
    fn element(&self, id: ElementId) -> Option<Number> {
        *self.elements.get(id.0 as usize)?
    }

    fn page(&self, page: usize, ink: &mut Ink) {
        match self.pages.get(page) {
            Some(page) => ink.reference(*page),
            None => ink.sign("null"),
        };
    }
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
                tree.give(element, Kid::Content { page, number: owners.len() });
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

    fn element(&self, id: ElementId, element: &Element, parent: Number, found: &Found<'_>, ink: &mut Ink) {
        let kids = self.kids.get(id.0 as usize).map_or(&[][..], Vec::as_slice);
        let home = kids.iter().find_map(|kid| match kid {
            Kid::Content { page, .. } | Kid::Link { page, .. } => Some(*page),
            Kid::Element(_) => None,
        });
        ink.sign("<</Type /StructElem/S /").sign(tag_name(element.role)).sign("/P ").reference(parent);
        ink.sign("/K [");
        for (index, kid) in kids.iter().enumerate() {
            ink.sign(if index > 0 { " " } else { "" });
            match kid {
                Kid::Element(kid) => {
                    found.element(*kid).into_iter().for_each(|kid| _ = ink.reference(kid));
                }
                Kid::Content { page, number } if home == Some(*page) => _ = ink.count(*number),
                Kid::Content { page, number } => {
                    ink.sign("<</Type /MCR/Pg ");
                    found.page(*page, ink);
                    ink.sign("/MCID ").count(*number).sign(">>");
                }
                Kid::Link { page, annotation } => {
                    ink.sign("<</Type /OBJR/Pg ");
                    found.page(*page, ink);
                    ink.sign("/Obj ").reference(*annotation).sign(">>");
                }
            }
        }
        ink.sign("]");
        if let Some(page) = home {
            ink.sign("/Pg ");
            found.page(page, ink);
        }
        if let Some(actual) = &element.actual {
            ink.sign("/ActualText ").text(actual);
        }
        if let Some(language) = element.language {
            ink.sign("/Lang ").text(language);
        }
        ink.sign(attributes(element.role)).sign(">>");
    }
}

/// What a tag must say beyond its name.
fn attributes(role: Role) -> &'static str {
    match role {
        Role::HeadCell { row: true } => "/A <</O /Table/Scope /Row>>",
        Role::HeadCell { row: false } => "/A <</O /Table/Scope /Column>>",
        Role::Changed { inserted: true } => "/A <</O /Layout/TextDecorationType /Underline>>",
        Role::Changed { inserted: false } => "/A <</O /Layout/TextDecorationType /LineThrough>>",
        Role::List(Counting::Not) => "/A <</O /List/ListNumbering /Disc>>",
        Role::List(Counting::Numbers) => "/A <</O /List/ListNumbering /Decimal>>",
        Role::List(Counting::Letters) => "/A <</O /List/ListNumbering /LowerAlpha>>",
        Role::List(Counting::Roman) => "/A <</O /List/ListNumbering /LowerRoman>>",
        _ => "",
    }
}
