//! Reads the HTML that a reply carries, as far as tests look at it: tags, attributes, texts, forms.

use std::collections::BTreeMap;

use screens::Reply;

/// A tag as it stands in the HTML.
#[derive(Debug, Clone)]
pub struct Tag {
    pub name: String,
    pub attributes: BTreeMap<String, String>,
    /// The text between this tag and the next.
    pub text: String,
}

impl Tag {
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.get(name).map(String::as_str)
    }
}

/// All regions of a reply, one after the other.
pub fn html(reply: &Reply) -> String {
    reply.patches.iter().map(|patch| patch.html.as_str()).collect()
}

/// Returns the tags in order. A closing tag's name begins with `/`.
pub fn tags(html: &str) -> Vec<Tag> {
    let mut out = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let (inside, after) = split_tag(&rest[at + 1..]);
        let text_end = after.find('<').unwrap_or(after.len());
        out.push(tag(inside, unescaped(&after[..text_end])));
        rest = &after[text_end..];
    }
    out
}

/// Splits after the `>` that ends a tag; quoted values may hold one.
fn split_tag(html: &str) -> (&str, &str) {
    let mut quote = None;
    for (at, c) in html.char_indices() {
        match (quote, c) {
            (None, '>') => return (&html[..at], &html[at + 1..]),
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if open == c => quote = None,
            _ => {}
        }
    }
    panic!("a tag is not closed: {}", &html[..html.len().min(120)]);
}

fn tag(inside: &str, text: String) -> Tag {
    // Elements of a picture close themselves.
    let inside = inside.strip_suffix('/').unwrap_or(inside);
    let (name, mut rest) = inside.split_once(char::is_whitespace).unwrap_or((inside, ""));
    let mut attributes = BTreeMap::new();
    loop {
        rest = rest.trim_start();
        let end = rest.find(|c: char| c == '=' || c.is_whitespace()).unwrap_or(rest.len());
        if end == 0 {
            break;
        }
        let attribute = rest[..end].to_owned();
        rest = &rest[end..];
        let value = match rest.strip_prefix('=') {
            Some(quoted) => {
                let quote =
                    quoted.chars().next().filter(|c| matches!(c, '"' | '\'')).expect("a quoted value");
                let (value, after) = quoted[1..].split_once(quote).expect("a closed value");
                rest = after;
                unescaped(value)
            }
            None => String::new(),
        };
        assert!(attributes.insert(attribute.clone(), value).is_none(), "{attribute} stands twice: {inside}");
    }
    Tag { name: name.to_owned(), attributes, text }
}

pub fn unescaped(text: &str) -> String {
    let mut text = text.to_owned();
    for (sign, c) in [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#34;", "\""),
        ("&#39;", "'"),
        ("&#60;", "<"),
        ("&#62;", ">"),
        ("&#38;", "&"),
        ("&amp;", "&"),
    ] {
        text = text.replace(sign, c);
    }
    text
}

/// Returns the fields that a form of this act would send, untouched.
pub fn fields(html: &str, act: &str) -> Vec<(String, String)> {
    let tags = tags(html);
    let start = tags
        .iter()
        .position(|tag| {
            tag.name == "form" && [tag.get("data-act"), tag.get("data-autosave")].contains(&Some(act))
        })
        .unwrap_or_else(|| panic!("no form for {act}"));
    let mut out = Vec::new();
    let mut select = None;
    for tag in tags[start..].iter().take_while(|tag| tag.name != "/form") {
        let name = tag.get("name").unwrap_or_default().to_owned();
        let value = tag.get("value").unwrap_or_default().to_owned();
        match tag.name.as_str() {
            "input"
                if matches!(tag.get("type"), Some("radio" | "checkbox")) && tag.get("checked").is_none() => {}
            "input" => out.push((name, value)),
            "textarea" => out.push((name, tag.text.clone())),
            "select" => select = Some((name, None)),
            "option" => {
                if let Some((_, chosen)) = &mut select
                    && (chosen.is_none() || tag.get("selected").is_some())
                {
                    *chosen = Some(value);
                }
            }
            "/select" => out.extend(select.take().map(|(name, value)| (name, value.unwrap_or_default()))),
            _ => {}
        }
    }
    out
}

/// Returns the page as somebody skims it: headings, labels, legends, buttons, links.
pub fn outline(html: &str) -> String {
    let mut lines = String::new();
    for tag in tags(&without_drawings(html)) {
        let sign = match tag.name.as_str() {
            "h1" => "# ",
            "h2" => "## ",
            "h3" => "### ",
            "legend" => "legend: ",
            "label" => "label: ",
            "button" => "button: ",
            "summary" => "summary: ",
            "a" => "link: ",
            _ => continue,
        };
        let text = tag.text.split_whitespace().collect::<Vec<_>>().join(" ");
        if !text.is_empty() {
            lines.push_str(&format!("{sign}{text}\n"));
        }
    }
    lines
}

/// Drawings say nothing, and words go on behind them.
fn without_drawings(html: &str) -> String {
    let mut parts = html.split("<svg");
    let before = parts.next().unwrap_or_default();
    let after = parts.map(|part| part.split_once("</svg>").expect("a closed drawing").1);
    before.to_owned() + &after.collect::<String>()
}
