//! What a screen reader calls a thing. A name is made of the texts in it, one after the other: a gap that stands between
//! two elements alone may be lost on the way, and so may one at the edge of what nobody sees. So every gap stands beside
//! words, or a sign does; and what is said *of* an option is no part of its name.

use scraper::{ElementRef, Html, Node, Selector};

use crate::markup::html;
use crate::stage::Stage;

/// Elements that are called by the words in them.
const NAMED: &str = "label, legend, button, a, summary, option, h1, h2, h3, h4, caption, [role=option]";

/// Elements that begin a line of their own.
const BLOCKS: [&str; 10] = ["p", "div", "ul", "ol", "li", "dl", "dt", "dd", "br", "section"];

/// No name on this page joins two words.
pub fn apart(page: &str, at: &str) {
    let page = Html::parse_fragment(page);
    let mut faults = Vec::new();
    let mut named: Vec<ElementRef<'_>> = page.select(&Selector::parse(NAMED).unwrap()).collect();
    for element in page.select(&Selector::parse("[aria-labelledby]").unwrap()) {
        for id in element.attr("aria-labelledby").unwrap().split_whitespace() {
            named.extend(page.select(&Selector::parse(&format!("[id=\"{id}\"]")).unwrap()));
        }
    }
    for element in named {
        let mut name = Name::default();
        name.read(element, false);
        if name.is_joined {
            faults.push(name.text);
        }
    }
    assert!(faults.is_empty(), "{at}: {faults:#?}");
}

/// A name as it is heard at worst.
#[derive(Default)]
struct Name {
    text: String,
    is_joined: bool,
}

impl Name {
    fn read(&mut self, element: ElementRef<'_>, unseen: bool) {
        for child in element.children() {
            match child.value() {
                Node::Text(text) => self.add(text, unseen),
                Node::Element(inner) if inner.attr("aria-hidden") != Some("true") => {
                    let is_block = BLOCKS.contains(&inner.name());
                    let unseen = unseen || inner.attr("class").is_some_and(|class| class == "unseen");
                    self.pause(is_block);
                    self.read(ElementRef::wrap(child).unwrap(), unseen);
                    self.pause(is_block);
                }
                _ => {}
            }
        }
    }

    fn add(&mut self, text: &str, unseen: bool) {
        if text.trim().is_empty() {
            return;
        }
        let text = if unseen { text.trim() } else { text };
        let joins = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        self.is_joined |= joins(self.text.chars().last()) && joins(text.chars().next());
        self.text.push_str(text);
    }

    fn pause(&mut self, is_block: bool) {
        if is_block {
            self.text.push('\n');
        }
    }
}

/// The words in an element, with single gaps.
fn words(element: ElementRef<'_>) -> String {
    element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The name of the control with this id, and what is said of it.
fn heard(page: &Html, id: &str) -> (String, String) {
    let one = |selector: &str| page.select(&Selector::parse(selector).unwrap()).next();
    let control = one(&format!("[id=\"{id}\"]")).unwrap_or_else(|| panic!("no {id}"));
    let label = one(&format!("label[for=\"{id}\"]")).unwrap();
    let described = control.attr("aria-describedby").unwrap_or_default().split_whitespace();
    let said: Vec<String> = described.map(|of| words(one(&format!("[id=\"{of}\"]")).unwrap())).collect();
    (words(label), said.join(" "))
}

#[test]
fn an_option_is_called_by_its_own_words_and_the_rest_is_said_of_it() {
    let store = tempfile::tempdir().unwrap();
    let mut stage = Stage::new(store.path());
    let start = Html::parse_fragment(&html(&stage.go("start")));
    let (name, said) = heard(&start, "kind-1");
    assert!(name.ends_with("Worker co-operative") && !name.contains("most choose"), "{name}");
    assert!(said.starts_with("most choose this ") && said.len() > 60, "{said}");
    let (name, said) = heard(&start, "nation-1");
    assert!(name == "England" && said.len() > 20, "{name}: {said}");
    let id = stage.example("northgate-bakers");
    let question = Html::parse_fragment(&html(&stage.go(&format!("f/{id}/question/governance"))));
    let choices = Selector::parse("#options [name=choice]").unwrap();
    let heard: Vec<_> =
        question.select(&choices).map(|option| heard(&question, option.attr("id").unwrap())).collect();
    let usual: Vec<_> = heard.iter().filter(|(_, said)| said.starts_with("usual")).collect();
    assert_eq!(usual.len(), 1, "{heard:?}");
    assert!(heard.iter().all(|(name, _)| !name.contains("usual")), "{heard:?}");
}

#[test]
fn a_joined_name_is_found() {
    let joined = [
        "<label>One<span class=\"unseen\">, two</span> <em>three</em></label>",
        "<button>Remove<span class=\"unseen\"> it</span></button>",
        "<a href=\"#\"><span>People</span> <small>3</small></a>",
    ];
    for page in joined {
        assert!(std::panic::catch_unwind(|| apart(page, "a page")).is_err(), "{page}");
    }
    apart("<label>One <em>two</em></label><a href=\"#\"><p>One</p><p>two</p></a>", "a page");
}
