//! A page as a browser's own parser reads it: its elements without the words, and the words without the elements.

use std::fmt::Write as _;

use scraper::{ElementRef, Html, Node};

/// Attributes that hold words, or a number that follows from words: that they are there counts, not what they hold.
const WORDED: [&str; 10] = [
    "value",
    "title",
    "aria-label",
    "aria-valuetext",
    "label",
    "rows",
    "placeholder",
    "selected",
    "checked",
    "max",
];

/// The elements of a page, one a line: how deep, which, with which attributes.
pub fn skeleton(html: &str) -> Vec<String> {
    let page = Html::parse_fragment(html);
    let mut lines = Vec::new();
    bones(page.root_element(), 0, &mut lines);
    lines
}

/// A link to a moment of a history, without the moment: a text that is refused leaves none.
fn momentless(link: &str) -> String {
    match link.rsplit_once('/') {
        Some((before, moment)) if moment.parse::<u32>().is_ok() && !before.contains("/pack/") => {
            format!("{before}/MOMENT")
        }
        _ => link.to_owned(),
    }
}

fn bones(element: ElementRef<'_>, depth: usize, lines: &mut Vec<String>) {
    let mut line = format!("{depth} {}", element.value().name());
    let is_picture = element.value().name() == "svg";
    for (name, value) in element.value().attrs() {
        let shown = match name {
            _ if WORDED.contains(&name) || is_picture => "…".to_owned(),
            "id" | "for" | "aria-describedby" | "aria-labelledby" => nameless(value),
            "href" => momentless(value),
            _ => value.to_owned(),
        };
        let _ = write!(line, " {name}={shown:?}");
    }
    lines.push(line);
    // What is in a picture follows from the letters.
    if !is_picture {
        element.child_elements().for_each(|child| bones(child, depth + 1, lines));
    }
}

/// What an id is of, without which: how many findings there are, and of which kind, follows from the words.
fn nameless(id: &str) -> String {
    if id.starts_with("finding-") {
        return "finding".to_owned();
    }
    id.split(|c: char| c.is_ascii_digit()).filter(|piece| !piece.is_empty()).collect::<Vec<_>>().join("N")
}

/// Everything that a page says or holds in a field, in order.
pub fn said(html: &str) -> Vec<String> {
    let page = Html::parse_fragment(html);
    let mut said = Vec::new();
    for node in page.root_element().descendants() {
        match node.value() {
            Node::Text(text) if !text.trim().is_empty() => said.push(text.to_string()),
            Node::Element(element) => {
                let values = element.attrs().filter(|(name, _)| WORDED.contains(name));
                said.extend(values.map(|(_, value)| value.to_owned()));
            }
            _ => {}
        }
    }
    said
}

/// Whether something stands on the page that no page of ours has: a comment, an instruction, another kind of document.
pub fn is_foreign(html: &str) -> bool {
    let page = Html::parse_fragment(html);
    page.tree
        .values()
        .any(|node| matches!(node, Node::Comment(_) | Node::ProcessingInstruction(_) | Node::Doctype(_)))
}

/// A form as a page has it: what it does, and its fields with what they hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    pub act: String,
    pub fields: Vec<Field>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    pub name: String,
    pub held: String,
    /// Whether somebody may type anything into it.
    pub is_typed: bool,
}

/// The forms of a page that take words.
pub fn forms(html: &str) -> Vec<Form> {
    let page = Html::parse_fragment(html);
    let root = page.root_element();
    let is = |element: &ElementRef<'_>, names: &[&str]| names.contains(&element.value().name());
    let forms = root.descendent_elements().filter(|element| is(element, &["form"]));
    let forms = forms.filter_map(|form| {
        let buttons = form.descendent_elements().filter(|inner| is(inner, &["button"]));
        let act = form.attr("data-act").or_else(|| form.attr("data-autosave"));
        let act = act.or_else(|| buttons.filter_map(|button| button.attr("data-act")).next())?;
        let fields = form.descendent_elements().filter_map(field).collect();
        Some(Form { act: act.to_owned(), fields })
    });
    forms.filter(|form| form.fields.iter().any(|field| field.is_typed)).collect()
}

fn field(element: ElementRef<'_>) -> Option<Field> {
    let name = element.attr("name")?.to_owned();
    let value = element.attr("value").unwrap_or_default().to_owned();
    let (held, is_typed) = match (element.value().name(), element.attr("type")) {
        ("input", Some("radio" | "checkbox")) if element.attr("checked").is_none() => return None,
        ("input", Some("radio" | "checkbox" | "hidden" | "range")) => (value, false),
        ("input", _) => (value, true),
        ("textarea", _) => (element.text().collect(), true),
        ("select", _) => {
            let mut options = element.child_elements().filter(|option| option.attr("selected").is_some());
            (options.next()?.attr("value").unwrap_or_default().to_owned(), false)
        }
        _ => return None,
    };
    Some(Field { name, held, is_typed })
}
